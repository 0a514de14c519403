package proposal

import (
	"parley/model"
	"parley/model/extract/prose"
)

// What somebody says must, should, will or would be.
//
// Rules:
//   - "X said (that) Y must ..." is a demand of X, "should" a proposal; so is "was needed".
//   - "X said Y will (not) ...", with one of the verbs of [said-will], is a commitment or a refusal of X where Y is X again or
//     X's ("his government"), else of Y, reported by X.
//   - "he", "it", "they" right under the verb of speech is the speaker.
//   - Between the verb of speech and the clause a day, an audience or a phrase with a preposition may stand.
const saidWords = 34

func (s *sentence) saids() {
	for _, i := range s.leading {
		w := &s.w[i]
		if !w.common || !w.is(said) || w.forms&(past|third|base|gerund|participle) == 0 || s.any(i-1, nounOpeners) || s.is(i-1, to) {
			continue
		}
		s.saidAt(i)
	}
}

// saidAt looks at the clause under one verb of speech.
func (s *sentence) saidAt(i int) {
	for j := i + 1; j < len(s.w) && j < i+saidWords; j++ {
		if s.stop(j) && s.kind(j) != prose.Dash {
			return
		}
		if !s.finite(j) || s.at(j).kind == prose.Word && s.at(j).is(speech) && s.at(j).forms&(past|third) != 0 && s.is(j-1, adverb) {
			continue
		}
		if s.inRelative(j, i) {
			continue
		}
		s.saidClause(i, j)
		return
	}
}

// inRelative tells a verb of a relative clause, or of one that begins with "if", "until", "when".
func (s *sentence) inRelative(j, i int) bool {
	for k := j - 1; k > i && k > j-12; k-- {
		switch {
		case s.is(k, relative) && k > i+1 && !s.is(k, that):
			return true
		case s.is(k, that) && k > i+1 && s.nominal(k-1) && !s.at(k-1).is(day):
			return !s.nounPhraseAt(k + 1)
		case s.is(k, subordinator) && !s.is(k, that):
			return true
		case s.kind(k) == prose.Comma:
			return false
		}
	}
	return false
}

// saidClause takes the clause whose first verb stands at j.
func (s *sentence) saidClause(i, j int) {
	speaker, _ := s.subjectOf(i, s.speechVoice(i), depth)
	if speaker.empty() {
		return
	}
	inner, _ := s.subjectOf(j, active, depth)
	if inner.empty() || inner.from <= i || inner.how == howRelative {
		return
	}
	h := hit{cue: span{i, j + 1}, verb: i, special: true, complement: thatClause, actors: s.one(speaker),
		content: span{inner.from, len(s.w)}}
	switch {
	case s.is(j, must), s.needed(j):
		h.reason, h.key, h.family = saidMustRule, "must", model.Demand
	case s.is(j, should):
		h.reason, h.key, h.family = saidShouldRule, "should", model.Propose
	case s.is(j, would):
		if !s.saidWill(&h, inner, i, j) {
			return
		}
	default:
		return
	}
	s.hits = append(s.hits, h)
}

func (s *sentence) speechVoice(i int) voice {
	if s.at(i).forms&gerund != 0 {
		return s.judgeGerund(s.left(i), false)
	}
	return active
}

// needed tells "was needed", "are essential".
func (s *sentence) needed(j int) bool {
	return s.is(j, finiteBe) && (s.is(j+1, mustBe) || s.is(j+1, not) && s.is(j+2, mustBe))
}

// saidWill fills in a commitment or a refusal.
func (s *sentence) saidWill(h *hit, inner subject, i, j int) bool {
	k := j + 1
	negated := s.is(j, not)
	for s.is(k, not) || s.lyAdverb(k) {
		negated = negated || s.is(k, not)
		k++
	}
	w := s.at(k)
	if w.kind != prose.Word || !w.common || w.forms&base == 0 && w.forms != 0 || w.is(weakWill) || s.any(k, auxiliaries) {
		return false
	}
	if !w.is(saidWillVerb) && !(negated && w.forms != gerund) {
		return false
	}
	h.reason, h.key, h.family = saidWillRule, "will", model.Commit
	if negated {
		h.reason, h.key, h.family = saidWillNotRule, "will not", model.Reject
		h.negated = true
	}
	h.cue = span{i, k}
	h.content = span{k, len(s.w)}
	h.complement = infinitive
	if !s.same(inner) && inner.to-inner.from <= 5 {
		if s.is(inner.from, possessive) {
			h.actors = append(h.actors, inner)
		} else {
			h.actors = s.one(inner)
		}
	}
	return !s.takeOver(k, h.reason, h.actors)
}

// same tells a pronoun that stands for the speaker.
func (s *sentence) same(r subject) bool {
	return r.to-r.from == 1 && s.is(r.from, subjectPronoun)
}
