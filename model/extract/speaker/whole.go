package speaker

import (
	"parley/model/extract/lexicon"
	"parley/model/extract/prose"
)

// How much of the words says who somebody without a name is.
//
// Rules:
//   - "of", "for" and "to" with what they lead to: one of the officials, a lawyer for Quill, an aide to Quill.
//   - An adjective or a participle behind the noun with its preposition: a person close to Quill, three officials briefed on
//     the talks; "with knowledge of the talks".
//   - What is Quill's, whole: someone familiar with Quill's thinking.
//   - Of two verbs in a row the first may be a noun of the phrase ("of the host states described"): then nothing is added.

// whole answers where a speaker without a name ends together with what is said of whose they are.
func (r *reading) whole(a *Attribution) int32 {
	m := a.Speaker
	switch m.Sort {
	case Role, BareRole, Alone, Bare:
	default:
		return m.End
	}
	at := r.joint(m)
	if at < 0 || int(at) >= len(r.toks) || r.covering[at] < 0 {
		return m.End
	}
	of := &r.mentions[r.covering[at]]
	if of.From != at || of.Sentence != m.Sentence || of.Sort.Pronoun() {
		return m.End
	}
	if next := int(of.To); next+1 < len(r.toks) && r.toks[next].cue.Class != lexicon.NoClass {
		if t := &r.toks[next+1]; t.is(be|auxiliary) || t.ending == endsEd || t.cue.Class != lexicon.NoClass {
			return m.End
		}
	}
	if at := int(of.To); at+1 < len(r.toks) && r.toks[at].kind == prose.Possessive && r.toks[at+1].kind == prose.Word {
		_, end := r.bytes(of.To, of.To+2)
		return end
	}
	return of.End
}

// joint answers where the noun begins that a preposition joins to a mention, in masked tokens; -1 where none does.
func (r *reading) joint(m *Mention) int32 {
	at, end := m.To, r.doc.Sentences[m.Sentence].To
	if at+2 >= end {
		return -1
	}
	t := &r.toks[at]
	switch {
	case t.hash == hashOf || t.hash == hashFor || t.is(to):
		return at + 1
	case t.hash == hashWith:
		for k := at + 1; k+2 < end && k <= at+3; k++ {
			if r.toks[k].hash == hashKnowledge && r.toks[k+1].hash == hashOf {
				return k + 2
			}
		}
		return -1
	case postposed().Has(t.hash) || t.ending == endsEd && t.kind == prose.Word:
		if r.toks[at+1].is(preposition|to) && !r.toks[at+1].is(by) {
			return at + 2
		}
	}
	return -1
}
