package proposal

import (
	"slices"

	"parley/model"
	"parley/model/extract/prose"
)

// What somebody will do, without anybody who says so.
//
// Rules:
//   - "X will ..." with one of the verbs of [will], or "X will not ..." with one of [said-will]; X is a name or a noun for
//     those who act, and stands among the first willWords words of its sentence.
//   - In quotation marks it is part of the quote.
const willWords = 14

func (s *sentence) wills() {
	for _, j := range s.leading {
		if !s.is(j, would) || j > willWords+6 {
			continue
		}
		k := j + 1
		negated := s.is(j, not)
		for s.is(k, not) || s.lyAdverb(k) || s.dateAfter(k) > k {
			negated = negated || s.is(k, not)
			if n := s.dateAfter(k); n > k {
				k = n
				continue
			}
			k++
		}
		if s.is(k, be) && s.at(k+1).common && s.at(k+1).forms&gerund != 0 {
			k++
		}
		w := s.at(k)
		if !w.common || w.kind != prose.Word || !s.willVerb(k, negated) {
			continue
		}
		r, _ := s.subjectOf(j, active, depth)
		if r.empty() || r.from > willWords || !s.actor(r) || r.how == howRelative {
			continue
		}
		h := hit{reason: willRule, key: "will", family: model.Commit, cue: span{j, k}, verb: j, special: true, complement: infinitive,
			actors: s.one(r), content: span{k, len(s.w)}}
		if negated {
			h.reason, h.key, h.family, h.negated = willNotRule, "will not", model.Reject, true
		}
		if !s.takeOver(k, h.reason, h.actors) {
			s.hits = append(s.hits, h)
		}
	}
}

// willVerb tells the verbs that count, in -ing too ("will be hosting").
func (s *sentence) willVerb(k int, negated bool) bool {
	w := s.at(k)
	if negated {
		return w.is(saidWillVerb) || w.is(willVerb)
	}
	if w.is(willVerb) {
		return true
	}
	if w.forms&gerund == 0 {
		return false
	}
	text := s.doc.Text[w.start:w.end]
	return slices.Contains(willing[:], text)
}

// willing are the forms in -ing that count.
var willing = [...]string{"hosting", "sending", "visiting", "meeting", "attending", "releasing", "lifting", "holding"}

// actor tells a subject that may act in a negotiation: a name, a state, or a noun for those who act.
func (s *sentence) actor(r subject) bool {
	for i := r.from; i < r.to; i++ {
		if s.capital(i) || s.at(i).is(state) || s.is(i, person) {
			return true
		}
	}
	return false
}

// dateAfter goes right over one date.
func (s *sentence) dateAfter(i int) int {
	j := i
	if s.at(j).hash == onW || s.is(j, preposition) && (s.at(j+1).is(month) && s.at(j+1).written(prose.Capital)) {
		j++
	}
	switch {
	case s.at(j).is(day):
		j++
		if s.kind(j) == prose.Comma && s.at(j+1).is(month) {
			j++
			for s.at(j).is(month) || s.kind(j) == prose.Number {
				j++
			}
			if s.kind(j) == prose.Comma {
				j++
			}
		}
		return j
	case s.at(j).is(month) && s.at(j).written(prose.Capital):
		for s.at(j).is(month) || s.kind(j) == prose.Number {
			j++
		}
		return j
	case s.is(j, when) && s.is(j+1, period):
		return j + 2
	}
	return i
}
