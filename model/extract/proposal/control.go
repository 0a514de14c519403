package proposal

import "parley/model/extract/prose"

// Subjects of verbs that have none of their own.
//
// Rules:
//   - An infinitive belongs to the verb, adjective or participle that governs it, within controlWords to the left, and
//     takes its subject; after "asked", "urged", "told" and a noun phrase it takes that phrase.
//   - An -ing form after a preposition, "after", "before", "when" takes the subject of the nearest clause, else the noun phrase
//     after the next comma, else the sentence's first.
//   - A participle after a comma takes the subject of the main verb; right after a noun phrase that phrase, unless it is
//     something that speaks for somebody (a letter, a resolution, a call): then that of the main verb.
const controlWords = 12

// controlled answers the subject of a verb after "to", a preposition or a conjunction at i.
func (s *sentence) controlled(i, v, deep int) subject {
	if deep <= 0 {
		return subject{}
	}
	for j := i - 1; j >= 0 && j > i-controlWords; j-- {
		if s.stop(j) || s.kind(j) == prose.Comma && s.is(i, to) && !s.capital(j-1) {
			break
		}
		if s.is(i, to) && s.governsObject(j, i) {
			if p := s.phraseAfter(s.skip(j + 1)); !p.empty() && p.to <= i {
				return subject{span: p, name: p, head: p.to - 1, how: howControl, before: j}
			}
		}
		w := s.at(j)
		verb := w.common && w.kind == prose.Word && w.forms != 0 && !s.any(j, nounOpeners)
		if s.finite(j) {
			r, _ := s.subjectOf(j, active, deep-1)
			return s.relabel(r, howControl)
		}
		if verb && w.forms&gerund != 0 && (s.is(j-1, be) || s.kind(j-1) == prose.Comma || s.is(j-1, preposition)) {
			r, _ := s.subjectOf(j, s.judgeGerund(s.left(j), false), deep-1)
			return s.relabel(r, howControl)
		}
		if verb && w.forms&base != 0 && s.is(j-1, to) {
			return s.relabel(s.controlled(j-1, j, deep-1), howControl)
		}
	}
	if s.is(i, preposition) || s.is(i, subordinator) || s.is(i, and) {
		if r := s.fronted(v, gerundVoice); !r.empty() {
			return r
		}
		return s.relabel(s.coordinate(i, v, false, deep-1), howControl)
	}
	return subject{}
}

// governsObject tells a verb whose object acts: "asked Congress to".
func (s *sentence) governsObject(j, i int) bool {
	w := s.at(j)
	if !w.common || w.kind != prose.Word || j+1 >= i || s.finite(j+1) {
		return false
	}
	if w.is(objectControl) && !s.is(j+1, to) {
		return s.nounPhraseAt(j + 1)
	}
	for k := range s.entry(w).uses {
		m := s.entry(w).uses[k].move
		if m.frames&audienceFrame != 0 && len(m.particles) == 0 && !s.is(j+1, to) {
			return s.nounPhraseAt(j + 1)
		}
	}
	return false
}

// participial answers the subject of an -ing form that stands after a comma or a noun.
func (s *sentence) participial(i, v, deep int) subject {
	if s.kind(i) == prose.Comma || s.kind(i) == prose.Dash || s.any(i, coordinators) {
		r := s.mainBefore(i, v, deep)
		return s.relabel(r, howParticiple)
	}
	if s.finite(i) || s.at(i).common && s.at(i).forms&(base|gerund) != 0 && !s.nominal(i) {
		r, _ := s.subjectOf(i, active, deep-1)
		return s.relabel(r, howControl)
	}
	if !s.nominal(i) && !s.any(i, pronouns) && !s.is(i, anybody) {
		return subject{}
	}
	p := s.plain(i)
	if p.empty() {
		return p
	}
	if s.is(p.head, carrier) || s.is(i, carrier) {
		if r := s.mainBefore(p.from, v, deep); !r.empty() {
			return s.relabel(r, howCarrier)
		}
	}
	if s.is(i, objectPronoun) && !s.is(i, subjectPronoun) {
		return subject{}
	}
	p.how = howParticiple
	return p
}

// mainBefore answers the subject of the main verb to the left.
func (s *sentence) mainBefore(i, v, deep int) subject {
	return s.coordinate(i, v, false, deep)
}
