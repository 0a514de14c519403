package proposal

import "parley/model/extract/prose"

// Several verbs with one subject.
//
// Rules:
//   - After "and", "but" and "then" the subject is that of the nearest finite verb to the left that is not embedded: whose
//     own subject does not stand after "that", "who", "if", "because" or a verb of speech. Failing that, of the nearest.
//   - A subject inside a quote acts for no verb outside of it.
//   - A bare form goes with the infinitive before it ("to reject it and demand more"), an -ing form with the -ing form.
const joinedWords = 48

func (s *sentence) coordinate(i, v int, bare bool, deep int) subject {
	if bare {
		if j := s.infinitiveBefore(i); j >= 0 {
			return s.relabel(s.controlled(j-1, j, deep-1), howCoordination)
		}
	}
	var nearest subject
	for j := i - 1; j >= 0 && j > i-joinedWords; j-- {
		if s.kind(j) == prose.Stop && j > 0 || s.kind(j) == prose.Semicolon {
			break
		}
		if !s.finite(j) || s.finite(j-1) && !s.is(j-1, relative) {
			continue
		}
		r, _ := s.subjectOf(j, active, deep-1)
		if r.empty() || s.quotedAway(r, v) {
			continue
		}
		if !s.embedded(&r) {
			return s.relabel(r, howCoordination)
		}
		if nearest.empty() {
			nearest = r
		}
	}
	return s.relabel(nearest, howCoordination)
}

// quotedAway tells a subject that stands in a quote of which the verb is no part.
func (s *sentence) quotedAway(r subject, v int) bool {
	q := s.at(r.from).quote
	return q >= 0 && q != s.at(v).quote
}

func (s *sentence) relabel(r subject, how symbol) subject {
	if !r.empty() {
		r.how = how
	}
	return r
}

// embedded tells a clause that depends on another.
func (s *sentence) embedded(r *subject) bool {
	if r.how == howRelative || s.is(r.from, relative) {
		return true
	}
	b := r.before
	if s.any(b, embedders) {
		return true
	}
	w := s.at(b)
	return w.common && w.kind == prose.Word && w.is(speech) && w.forms&(past|third|gerund) != 0
}

var embedders = these(that, relative, wh, subordinator)

// infinitiveBefore answers the verb of the infinitive that a bare verb after "and" goes on with.
func (s *sentence) infinitiveBefore(i int) int {
	for j := i - 1; j > 0 && j > i-24; j-- {
		switch {
		case s.stop(j):
			return -1
		case s.is(j-1, to) && s.infinitiveAt(j) && !s.lyAdverb(j):
			return j
		case s.is(j, modal), s.any(j, auxiliaries):
			return -1
		}
	}
	return -1
}
