package proposal

import (
	"parley/model"
	"parley/model/extract/prose"
)

// What a plan does is a proposal of whose plan it is: "Their version of the framework postpones ... and emphasizes ...".
//
// Rules:
//   - The subject is a plan noun with a possessor or a name before it ("Oland's draft", "the Oland proposal"), or "of" and a
//     name after it; then one of the verbs of [planning].
//   - The content is the verb phrase, with all that is coordinated in it.
//   - "their", "its" are the last actors of the sentence before, several of them or one.

func (s *sentence) plans() {
	for _, i := range s.leading {
		w := &s.w[i]
		if !w.is(planning) || !w.common || w.forms&(third|past|base) == 0 || !s.finite(i) {
			continue
		}
		if (s.word(i) == "calls" || s.word(i) == "provides" || s.word(i) == "call" || s.word(i) == "provide") && s.at(i+1).hash != forW {
			continue
		}
		if s.any(i, auxiliaries) || s.is(i-1, have) || s.is(i-1, be) {
			continue
		}
		p := s.passed(i)
		if p.modal && p.negated || !s.nominal(p.at) {
			continue
		}
		r := s.phraseBefore(p.at)
		if r.empty() || r.oblique {
			continue
		}
		owners := s.planOwners(r)
		if len(owners) == 0 {
			continue
		}
		s.hits = append(s.hits, hit{reason: planRule, key: "plan", family: model.Propose, cue: span{i, i + 1}, verb: i, special: true,
			complement: infinitive, actors: owners, content: span{i, len(s.w)}})
	}
}

// planOwners answers whose plan a noun phrase names; nobody's where it is no plan.
func (s *sentence) planOwners(r phrase) []subject {
	at := -1
	for i := r.from; i < r.to; i++ {
		if s.is(i, planNoun) && (i+1 == r.to || !s.nominal(i+1)) {
			at = i
			break
		}
	}
	if at < 0 {
		return nil
	}
	owner := func(x span, how symbol) []subject {
		return s.one(subject{span: x, name: x, head: x.to - 1, how: how, before: r.before})
	}
	for j := at - 1; j >= r.from; j-- {
		switch {
		case s.is(j, possessive):
			return owner(span{j, j + 1}, howPossessive)
		case s.kind(j) == prose.Possessive:
			return owner(span{r.from, j}, howPossessive)
		}
	}
	if at > r.from && s.capital(at-1) {
		from := at - 1
		for from > r.from && s.capital(from-1) {
			from--
		}
		return owner(span{from, at}, howModifier)
	}
	return nil
}
