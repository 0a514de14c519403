package speaker

import (
	"slices"

	"parley/model/extract/lexicon"
	"parley/model/extract/prose"
)

// Cues: verbs that give words to a mouth, with their subjects.
//
// Rules:
//   - A cue inside a noun phrase is a noun. The base form counts only after an auxiliary, a plural, "they", "we", "I",
//     "you", "who" or "and", or after "to".
//   - How they come by their subjects is said in subject.go.
//   - "be" before a past form makes it passive.

// order is how a cue came by its subject.
type order uint8

const (
	noSubject order = iota
	straight
	over
	after
	shared
)

var orderNames = [...]string{"none", "straight", "over", "after", "shared"}

// A cue is a verb of speech where it stands.
type cue struct {
	at       int32 // of Doc.Masked
	sentence int32
	subject  int32 // mention, -1
	cue      lexicon.Cue
	order    order
	passive  bool
	quotes   bool // a quote or a comma and a quote stand right before it
}

// sharing tells the forms that have no subject of their own.
func (c *cue) gerund() bool { return c.cue.Form == lexicon.Gerund }

// findCues notes the cues of every sentence, from left to right.
func (r *reading) findCues() {
	r.cueAt = room(r.cueAt, len(r.toks))
	r.cues = slices.Grow(r.cues[:0], r.cueForms)
	r.others = slices.Grow(r.others[:0], min(len(r.toks)/16, roomy)+8)
	r.verbs = slices.Grow(r.verbs[:0], min(len(r.toks)/8, roomy)+8)
	for i := range r.cueAt {
		r.cueAt[i] = -1
	}
	for i := range r.sentences {
		s := r.doc.Sentences[i]
		c := &r.sentences[i]
		c.firstCue = int32(len(r.cues))
		c.lastCue = c.firstCue
		c.firstVerb = int32(len(r.verbs))
		c.lastVerb = c.firstVerb
		if r.tongue != nil && r.tongue[s.Paragraph] != noTongue {
			continue
		}
		r.subjectLike(c)
		r.others = ahead(r.others, int(s.To-s.From), s.From, int32(len(r.toks)))
		r.verbs = ahead(r.verbs, int(s.To-s.From), s.From, int32(len(r.toks)))
		for m := s.From; m < s.To; m++ {
			t := &r.toks[m]
			if !t.mayGovern(&r.toks[max(s.From, m-1)]) || t.kind != prose.Word && t.kind != prose.Clitic || r.covering[m] >= 0 && !t.is(be|auxiliary) {
				continue
			}
			if t.cue.Class != lexicon.NoClass && r.isCue(m, s) {
				r.cueAt[m] = int32(len(r.cues))
				r.cues = r.cues[:len(r.cues)+1]
				q := &r.cues[len(r.cues)-1]
				*q = cue{}
				q.at, q.sentence, q.subject, q.cue = m, int32(i), -1, t.cue
				c.lastCue++
				r.govern(q, s, c)
				r.verbs = append(r.verbs, r.cueAt[m])
			} else if form := r.verbForm(m, s); form != 0 {
				r.others = r.others[:len(r.others)+1]
				v := &r.others[len(r.others)-1]
				*v = cue{}
				v.at, v.sentence, v.subject, v.cue.Class, v.cue.Form = m, int32(i), -1, otherVerb, form
				r.govern(v, s, c)
				r.verbs = append(r.verbs, -int32(len(r.others)))
			}
		}
		c.lastVerb = int32(len(r.verbs))
		r.demote(c)
	}
}

// mayGovern tells at once what may be a verb: a cue, an auxiliary, what has the ending of a verb, a word behind what may be a pronoun.
// Its conditions are added up, so that the processor has to guess once a word.
func (t *tok) mayGovern(before *tok) bool {
	return uint64(t.roles&(be|auxiliary))|uint64(t.cue.Class)|flag(t.ending > endsLy)|uint64(before.roles&(pronoun|relative|object|possessive)) != 0
}

// isCue tells whether a cue form stands as a verb here.
func (r *reading) isCue(m int32, s prose.Sentence) bool {
	t := &r.toks[m]
	if r.covering[m] >= 0 || r.owned(m, s) {
		return false
	}
	if m == s.From && t.cue.Form != lexicon.Gerund && t.cue.Form != lexicon.Past && t.cue.Form != lexicon.Participle {
		return false
	}
	if t.cue.Form != lexicon.Base {
		return (t.hash != hashStates || r.statesSo(m, s)) && !r.takenAs(m, s)
	}
	k := m - 1
	for k >= s.From && (r.toks[k].is(adverb) || r.toks[k].ending == endsLy) && !r.toks[k].is(auxiliary) {
		k--
	}
	if k < s.From {
		return false
	}
	b := &r.toks[k]
	if b.is(auxiliary | to | coordinator | relative | plural) {
		return true
	}
	if b.is(pronoun) {
		return b.person != he && b.person != she && b.person != it
	}
	return b.kind == prose.Word && r.covering[k] >= 0 && (b.ending == endsS || r.joined(r.covering[k]))
}

// owned tells nouns that look like verbs: his comments, her recent attacks.
func (r *reading) owned(m int32, s prose.Sentence) bool {
	if r.toks[m].cue.Form > lexicon.Third {
		return r.ownedAdjective(m, s)
	}
	for k := m - 1; k >= s.From && k >= m-3; k-- {
		t := &r.toks[k]
		switch {
		case t.is(possessive):
			return true
		case t.kind != prose.Word || r.covering[k] >= 0 || t.is(closedWords) || t.cue.Class != lexicon.NoClass:
			return false
		}
	}
	return false
}

// takenAs tells a noun of speech that something is called: rated their claims as “false”.
func (r *reading) takenAs(m int32, s prose.Sentence) bool {
	return r.toks[m].cue.Form == lexicon.Third && r.toks[m].is(utterance|speechNoun) && m+1 < s.To && r.toks[m+1].hash == hashAs
}

// statesSo tells whether "states" is a verb: what is stated follows it. "Asian states could" are states.
func (r *reading) statesSo(m int32, s prose.Sentence) bool {
	if m+1 >= s.To {
		return false
	}
	t := &r.toks[m+1]
	return t.quote >= 0 || t.kind == prose.Colon || t.kind == prose.Comma || t.is(that|article|possessive|pronoun) || t.has(prose.Capital)
}

var hashStates = hash("states")

// ownedAdjective tells a past form between "'s" and a noun: the party's declared aims.
func (r *reading) ownedAdjective(m int32, s prose.Sentence) bool {
	if m == s.From || m+1 >= s.To || r.toks[m-1].kind != prose.Possessive || r.toks[m].cue.Form == lexicon.Gerund {
		return false
	}
	t := &r.toks[m+1]
	return t.kind == prose.Word && t.roles == 0 && !t.has(prose.Capital) && t.ending == endsS
}

// joined tells whether "and" stands before a mention: Quill and Oke say.
func (r *reading) joined(n int32) bool {
	m := r.mentions[n].From
	return m > 0 && r.toks[m-1].hash == hashAnd
}

// subjectLike tells of each mention of a sentence whether it may be a subject.
func (r *reading) subjectLike(c *clause) {
	first := true
	for n := c.firstMention; n < c.lastMention; n++ {
		m := &r.mentions[n]
		m.Subject = true
		if m.From > 0 {
			b := &r.toks[m.From-1]
			if b.is(preposition|to|by) && !b.is(subordinator) || b.kind == prose.Possessive {
				m.Subject = false
				m.inside = m.inside || r.insideSource(n)
			}
		}
		if r.toks[m.To-1].is(timeWord) && !m.Sort.Named() {
			m.Subject = false // a week later
		}
		if m.Subject && first {
			m.first, first = true, false
		}
	}
}

// demote takes back what is the object of a cue.
func (r *reading) demote(c *clause) {
	for i := c.firstCue; i < c.lastCue; i++ {
		q := &r.cues[i]
		if q.quotes || q.order == after || q.at+1 >= int32(len(r.toks)) {
			continue
		}
		if n := r.covering[q.at+1]; n >= 0 && q.cue.Class != lexicon.ClassA {
			r.mentions[n].Subject = false
		}
	}
}
