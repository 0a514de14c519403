package proposal

import "parley/model/extract/prose"

// Noun phrases, read from their last word leftwards.
//
// Rules:
//   - A pronoun stands for itself.
//   - Nouns, names, adjectives and numbers go on leftwards to an article, a possessive, or what cannot be in the phrase: a
//     finite verb, an auxiliary, a subordinator, a day, a comma.
//   - It goes on through a possessive ("the committee's chair"), through "of", and through "in", "for", "from", "with" where a
//     noun stands before them that is no verb's object.
//   - "A and B", and "A, B and C", are one phrase, unless a finite verb stands before A: then A is its object. "A, and B" are
//     two clauses' where no further comma stands before A.

// A phrase is a noun phrase, and how it was put together.
type phrase struct {
	span
	head    int  // its last word before any "of" or "in"
	joined  bool // it coordinates several
	before  int  // the word before it
	oblique bool // a preposition stands before it
}

var noPhrase = phrase{span: span{0, 0}, head: -1, before: -1}

// phraseBefore answers the noun phrase whose last word stands at end.
func (s *sentence) phraseBefore(end int) phrase {
	if end < 0 || !s.nominal(end) {
		return noPhrase
	}
	from, head := s.core(end)
	p := phrase{span: span{from, end + 1}, head: head}
	for p.from > 0 {
		left, ok := s.linked(&p)
		if !ok {
			break
		}
		p.from = left
	}
	for p.from < end && s.lyAdverb(p.from) && !s.is(p.from, amount) {
		p.from++
	}
	p.before = p.from - 1
	p.oblique = s.is(p.before, preposition)
	return p
}

// core reads one phrase without links: from its last word to its article or its first word.
func (s *sentence) core(end int) (from, head int) {
	if s.is(end, subjectPronoun) || s.is(end, objectPronoun) {
		return end, end
	}
	i := end
	for steps := 0; i > 0 && steps < 16; steps++ {
		if s.any(i, nounOpeners) && !s.is(i, amount) {
			return i, end
		}
		switch {
		case s.kind(i-1) == prose.Possessive && !s.at(i-1).aux:
			if i < 2 {
				return i, end
			}
			i -= 2
		case s.nominal(i-1) && !s.is(i-1, subjectPronoun) && (!s.is(i-1, objectPronoun) || s.is(i-1, possessive)):
			i--
		default:
			return i, end
		}
	}
	return i, end
}

var notNominal = these(be, have, do, modal, not, to, that, relative, wh, preposition, subordinator, and, but, day)

// nominal tells whether a word may stand in a noun phrase.
func (s *sentence) nominal(i int) bool {
	w := s.at(i)
	switch w.kind {
	case prose.Number:
		return true
	case prose.Other:
		return w.end-w.start <= 3 && s.doc.Text[w.start] != '*'
	case prose.Word:
	default:
		return false
	}
	if !w.common {
		return !w.is(day) && !(w.is(month) && s.kind(i+1) == prose.Number)
	}
	if w.groups.any(notNominal) {
		return false
	}
	if w.is(period) && s.is(i-1, when) || w.is(when) && s.is(i+1, period) {
		return false
	}
	if w.is(adverb) && !w.is(anybody) {
		return false
	}
	return !s.finite(i)
}

// linked answers where the phrase goes on to the left.
func (s *sentence) linked(p *phrase) (from int, ok bool) {
	b := p.from - 1
	switch {
	case s.is(b, of), s.is(b, innerPreposition):
		return s.attached(p, b)
	case s.is(b, and):
		return s.conjunct(p, b-1)
	case s.kind(b) == prose.Comma && p.joined && s.nominal(b-1):
		return s.conjunct(p, b-1)
	case s.kind(b) == prose.Close:
		return s.bracketed(b)
	}
	return 0, false
}

// attached answers the noun phrase on whose preposition this one depends.
func (s *sentence) attached(p *phrase, b int) (int, bool) {
	if !s.nominal(b-1) || s.is(b-1, period) && !s.is(b, of) {
		return 0, false
	}
	from, head := s.core(b - 1)
	if !s.is(b, of) {
		if s.any(from, pronouns) || s.kind(b-1) == prose.Number && !s.is(from-1, of) {
			return 0, false
		}
		if v := from - 1; s.finite(v) && !s.is(v, relative) && !s.is(v, said) || s.at(v).forms&gerund != 0 && s.at(v).common && s.at(v).is(mover) {
			return 0, false
		}
	}
	p.head = head
	return from, true
}

var pronouns = these(subjectPronoun, objectPronoun)

// conjunct answers the start of what is coordinated with the phrase, ending at last.
func (s *sentence) conjunct(p *phrase, last int) (int, bool) {
	comma := s.kind(last) == prose.Comma
	if comma {
		last--
	}
	if last < 0 || !s.nominal(last) {
		return 0, false
	}
	if s.is(p.from, subjectPronoun) && !p.joined && !s.is(last, subjectPronoun) && !s.capital(last) {
		return 0, false
	}
	from, _ := s.core(last)
	left := phrase{span: span{from, last + 1}}
	for range 3 {
		l, ok := 0, false
		if s.is(left.from-1, of) || s.is(left.from-1, innerPreposition) {
			l, ok = s.attached(&left, left.from-1)
		}
		if !ok {
			break
		}
		left.from = l
	}
	if comma && !p.joined && (s.kind(left.from-1) != prose.Comma || !s.nominal(left.from-2)) {
		return 0, false
	}
	v := left.from - 1
	for s.lyAdverb(v) {
		v--
	}
	if s.finite(v) && !s.is(v, said) || s.is(v, to) || s.governs(v) {
		return 0, false
	}
	p.joined = true
	return left.from, true
}

// bracketed goes over a bracket that belongs to a name: "the Movement (MFC)".
func (s *sentence) bracketed(b int) (int, bool) {
	for i := b - 1; i > 0 && i > b-8; i-- {
		if s.kind(i) == prose.Open {
			if s.nominal(i - 1) {
				from, _ := s.core(i - 1)
				return from, true
			}
			return 0, false
		}
	}
	return 0, false
}

// governs tells a verb in -ing or -ed that what follows may be the object of.
func (s *sentence) governs(v int) bool {
	w := s.at(v)
	return w.common && w.forms&(gerund|participle) != 0 && !w.is(said) && !w.is(article)
}
