package speaker

import (
	"parley/model/extract/lexicon"
	"parley/model/extract/prose"
)

// Other verbs: what no table lists as a cue, as far as its place or its ending shows a verb.
//
// Rules:
//   - A word on -ed or -ing outside noun phrases; a word on -s right after a mention; any other small word right after "he",
//     "she", "they", "we", "I" or "who"; an auxiliary or a form of "be" that no verb follows.
//   - They have subjects as cues have. The sieves do not see them; the ranker does: whose clause a quote stands in.

const otherVerb = lexicon.ClassD + 1

// verbForm answers the form of a word or a clitic that seems to be a verb, 0 where it does not.
func (r *reading) verbForm(m int32, s prose.Sentence) lexicon.Form {
	t := &r.toks[m]
	if t.is(be | auxiliary) {
		if r.verbAfter(m, s) {
			return 0
		}
		return lexicon.Third
	}
	if r.covering[m] >= 0 || t.has(prose.Capital) || t.roles != 0 {
		return 0
	}
	after := m > s.From && r.covering[m-1] >= 0
	switch {
	case t.ending == endsEd:
		return lexicon.Past
	case t.ending == endsIng:
		return lexicon.Gerund
	case after && t.ending == endsS:
		return lexicon.Third
	case after && r.mentions[r.covering[m-1]].Sort.Pronoun() && r.mentions[r.covering[m-1]].Sort != Possessor:
		return lexicon.Past
	}
	return 0
}

// verb answers one of reading.verbs.
func (r *reading) verb(i int) *cue {
	n := r.verbs[i]
	if n < 0 {
		return &r.others[-1-n]
	}
	return &r.cues[n]
}

// verbAfter tells whether a verb follows an auxiliary, adverbs between.
func (r *reading) verbAfter(m int32, s prose.Sentence) bool {
	for k := m + 1; k < s.To && k < m+4; k++ {
		t := &r.toks[k]
		switch {
		case t.kind != prose.Word || r.covering[k] >= 0:
			return false
		case t.is(be|auxiliary) || t.cue.Class != lexicon.NoClass || t.ending == endsEd || t.ending == endsIng:
			return true
		case !t.is(adverb) && t.ending != endsLy:
			return false
		}
	}
	return false
}

// verbsBefore calls yield for the verbs of the sentence before a quote, the nearest first, until it answers false.
func (r *reading) verbsBefore(f *framed, yield func(c *cue) bool) {
	s := &r.sentences[f.sentence]
	for i := s.lastVerb - 1; i >= s.firstVerb; i-- {
		r.steps++
		if c := r.verb(int(i)); c.at < f.at && !yield(c) {
			return
		}
	}
}
