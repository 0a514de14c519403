package proposal

import (
	"parley/model"
	"parley/model/extract/prose"
)

// Readiness and reluctance: "is willing to", "remains opposed to", "may be prepared to".
//
// Rules:
//   - The adjective stands after "be", "remain", "seem", "appear", "stand" or "become", adverbs between them left out.
//   - "to" follows, with a verb, or a noun phrase after "open", "committed", "opposed".
//   - Readiness commits, and after "may", "might" and "could" it concedes; reluctance rejects; negation turns one into the
//     other.

func (s *sentence) adjectives() {
	for _, i := range s.leading {
		if !s.is(i, ready) && !s.is(i, unwilling) || !s.is(i+1, to) {
			continue
		}
		b := s.left(i)
		if !s.is(b, be) && !s.at(b).aux && !s.copula(b) && s.at(b).kind != prose.Clitic {
			continue
		}
		noun := s.nounPhraseAt(i+2) && !s.infinitiveAt(i+2)
		if noun && s.at(i).hash != openW && s.at(i).hash != committedW && s.at(i).hash != opposedW || s.at(i+2).is(weakWill) && s.at(i+2).is(be) {
			continue
		}
		r, p := s.subjectOf(i, active, depth)
		if s.copula(b) {
			r, p = s.subjectOf(b, active, depth)
		}
		if r.empty() {
			continue
		}
		h := hit{reason: readyRule, key: s.word(i), family: model.Commit, cue: span{i, i + 2}, verb: i, special: true,
			complement: infinitive, actors: s.one(r), content: span{i + 1, len(s.w)}, modal: p.modal, negated: p.negated}
		against := s.is(i, unwilling) != p.negated
		switch {
		case against:
			h.reason, h.family = unwillingRule, model.Reject
		case p.modal && s.mayBefore(i):
			h.family = model.Concede
			h.hedged = true
		default:
			if family, ok := s.familyAt(i + 2); ok {
				h.family = family
			}
		}
		s.hits = append(s.hits, h)
	}
}

// copula tells "remain", "seem", "appear", "stand" before an adjective.
func (s *sentence) copula(i int) bool {
	w := s.at(i)
	if w.kind != prose.Word || !w.common {
		return false
	}
	switch s.doc.Text[w.start:w.end] {
	case "remain", "remains", "remained", "seem", "seems", "seemed", "appear", "appears", "appeared", "stand", "stands", "stood",
		"become", "becomes", "became", "feel", "feels", "felt", "sound", "sounds", "sounded":
		return true
	}
	return false
}

// mayBefore tells "may", "might" or "could" among the auxiliaries before a word.
func (s *sentence) mayBefore(i int) bool {
	for j := i - 1; j >= 0 && j > i-5; j-- {
		switch s.at(j).hash {
		case mayW, mightW, couldW:
			return true
		}
	}
	return false
}

func (s *sentence) word(i int) string {
	w := s.at(i)
	return s.doc.Text[w.start:w.end]
}
