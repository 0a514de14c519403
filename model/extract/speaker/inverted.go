package speaker

import (
	"parley/model/extract/lexicon"
	"parley/model/extract/prose"
)

// Subjects behind their verbs: “…,” said Quill · the answers, said Quill, were weak · …, said Post writer Quill.
//
// Rules:
//   - Right behind the verb, adverbs and one unknown word between, where a quote or a comma stands before it.
//   - A comma alone: only where a quote stands before that and a sign behind the name; where the clause before goes on behind the
//     name with a form of "be" or "have"; or where the name ends the sentence, with nothing but what the person is between.
//   - Never a pronoun without a quote, unless a sign follows: "…, said they were" has its subject before the verb.

// lookAfter takes the mention right after the cue: "…," said Ada Quill.
func (r *reading) lookAfter(c *cue, s prose.Sentence, in *clause) {
	if c.cue.Class == lexicon.ClassD || c.passive {
		return
	}
	opens := c.at == s.From && says(c) && r.inverted(c, s)
	if !c.quotes && !opens && (c.at == s.From || r.toks[c.at-1].kind != prose.Comma) {
		return
	}
	if n := r.mentionAfter(c, s); n >= 0 && (c.quotes || !r.mentions[n].Sort.Pronoun() || r.inverted(c, s)) {
		c.subject, c.order = n, after
	}
}

// mentionAfter answers the mention right after a cue: said Ada Quill, said former envoy Ada Quill; -1 where none is.
func (r *reading) mentionAfter(c *cue, s prose.Sentence) int32 {
	for k := c.at + 1; k < s.To && k <= c.at+3; k++ {
		if n := r.covering[k]; n >= 0 {
			return n
		}
		t := &r.toks[k]
		switch {
		case k == c.at+3 && t.roles == 0:
			return -1
		case t.is(adverb | particle), t.ending == endsLy, t.hash == hashDie:
		case t.kind == prose.Word && t.roles == 0 && t.cue.Class == lexicon.NoClass && k+1 < s.To && r.covering[k+1] >= 0 &&
			r.mentions[r.covering[k+1]].Sort.Named():
		default:
			return -1
		}
	}
	return -1
}

// inverted tells whether a name right after a cue ends what the cue belongs to: a sign follows it, or the end.
func (r *reading) inverted(c *cue, s prose.Sentence) bool {
	n := r.mentionAfter(c, s)
	if n < 0 || !r.mentions[n].Sort.Named() && r.mentions[n].Sort != Role {
		return false
	}
	to := r.mentions[n].To
	if to >= s.To {
		return true
	}
	switch r.toks[to].kind {
	case prose.Comma, prose.Colon, prose.Stop, prose.Open, prose.Dash, prose.Mark:
		return true
	}
	return false
}

// resumes tells whether the clause before goes on behind a verb and its subject: the answers, said Quill of Veld, were weak.
func (r *reading) resumes(c *cue, s prose.Sentence) bool {
	n := r.mentionAfter(c, s)
	if n < 0 || !r.mentions[n].Sort.Named() {
		return false
	}
	for m := r.mentions[n].To; m+1 < s.To && m < c.at+phraseReach; m++ {
		switch t := &r.toks[m]; {
		case t.kind == prose.Comma:
			return r.toks[m+1].is(be | auxiliary)
		case r.covering[m] < 0 && !t.is(preposition|article):
			return false
		}
	}
	return false
}

// closes answers the name that ends the sentence behind a verb, with nothing but what the person is between: …, said Post writer
// Quill; -1.
func (r *reading) closes(c *cue, s prose.Sentence) int32 {
	end := s.To
	if end > s.From && r.toks[end-1].kind == prose.Stop {
		end--
	}
	if end <= c.at+1 || end > c.at+phraseReach || r.covering[end-1] < 0 || !r.mentions[r.covering[end-1]].Sort.Named() {
		return -1
	}
	for m := c.at + 1; m < end; m++ {
		if t := &r.toks[m]; r.covering[m] < 0 && (t.kind != prose.Word || t.roles != 0 || t.cue.Class != lexicon.NoClass) {
			return -1
		}
	}
	return r.covering[end-1]
}
