package proposal

import "parley/model/extract/prose"

// What follows a verb.
//
// Rules:
//   - Adverbs and days are skipped; then "that", "to", a question word, a quotation mark, an -ing form, or a noun phrase.
//   - The frame of the verb must admit it.
//   - After verbs with an audience (ask, urge, press ...) the noun phrase is passed; what stands then ("to", "that", "if",
//     "about", "for") begins the content.
//   - A clause without "that" is a noun phrase of at most clause words and a finite verb.
//   - A phrase with a preposition, or a day, may stand before "that" and "to", up to gap words.
const (
	clauseWords = 14
	gapWords    = 10
)

// A found complement begins at a word.
type found struct {
	kind complement
	at   int
	who  span // the audience
}

// skip passes adverbs and days.
func (s *sentence) skip(i int) int {
	for i < len(s.w) {
		switch {
		case s.lyAdverb(i) && !s.any(i, keepAsNoun):
			i++
		case s.at(i).is(day):
			i++
		case s.at(i).hash == onW && s.at(i+1).is(day):
			i += 2
		case s.is(i, when) && s.is(i+1, period):
			i += 2
		case s.aside(i) > i:
			i = s.aside(i)
		default:
			return i
		}
	}
	return i
}

var keepAsNoun = these(anybody, article)

// complementOf answers what follows a trigger; kind is none where the frame refuses it.
func (s *sentence) complementOf(t *trigger) found {
	i := s.skip(t.past)
	f := t.move.frames
	if i >= len(s.w) {
		return found{}
	}
	w := &s.w[i]
	switch {
	case w.opens && f&(thatFrame|objectFrame) != 0 && !s.nounPhraseAt(i):
		return found{kind: quotation, at: i}
	case (w.kind == prose.Comma || w.kind == prose.Colon) && s.at(i+1).opens && f&thatFrame != 0:
		return found{kind: quotation, at: i + 1}
	case s.is(i, that) && f&thatFrame != 0 && s.clauseAt(i+1):
		return found{kind: thatClause, at: i}
	case s.is(i, to) && f&toFrame != 0 && s.infinitiveAt(i+1):
		return found{kind: infinitive, at: i}
	case s.is(i, not) && s.is(i+1, to) && f&toFrame != 0:
		return found{kind: infinitive, at: i}
	case s.is(i, wh) && f&whetherFrame != 0:
		return found{kind: question, at: i}
	case f&onFrame != 0 && (w.hash == onW || w.hash == uponW) && s.nounPhraseAt(i+1) && !s.at(i+1).is(day):
		return found{kind: object, at: i}
	case f&gerundFrame != 0 && w.forms&gerund != 0 && w.common && w.forms&base == 0:
		return found{kind: gerundClause, at: i}
	case f&baseFrame != 0 && len(t.move.particles) > 0 && w.forms&base != 0 && w.common && !s.nounOnly(i):
		return found{kind: infinitive, at: i - 1}
	}
	return s.phraseComplement(t, i)
}

// phraseComplement goes on where a noun phrase or a preposition stands.
func (s *sentence) phraseComplement(t *trigger, i int) found {
	f := t.move.frames
	if s.is(i, preposition) || s.kind(i) == prose.Comma {
		if f&(thatFrame|toFrame) != 0 {
			return s.pastGap(f, i)
		}
		return found{}
	}
	if !s.nounPhraseAt(i) && !(f&objectFrame != 0 && s.is(i, wh) && !s.is(i, whether)) {
		return found{}
	}
	if f&thatFrame != 0 {
		if s.bareClauseAt(i) {
			return found{kind: bareClause, at: i}
		}
	}
	if f&audienceFrame != 0 {
		if c := s.pastAudience(i, f); c.kind != noComplement {
			return c
		}
	}
	if f&objectFrame != 0 {
		return found{kind: object, at: i}
	}
	if f&(thatFrame|toFrame) != 0 {
		return s.pastGap(f&^objectFrame, i)
	}
	return found{}
}

// pastGap looks for "that" or "to" after a phrase with a preposition.
func (s *sentence) pastGap(f frame, i int) found {
	for j := i; j < len(s.w) && j < i+gapWords; j++ {
		switch {
		case s.stop(j), s.finite(j) && !s.is(j, to), s.kind(j) == prose.Comma && s.kind(i) != prose.Comma && !s.capital(j-1):
			return found{}
		case j > i && s.is(j, that) && f&thatFrame != 0 && s.clauseAt(j+1):
			return found{kind: thatClause, at: j}
		case j > i && s.is(j, to) && f&toFrame != 0 && s.infinitiveAt(j+1):
			return found{kind: infinitive, at: j}
		}
	}
	return found{}
}

// pastAudience passes the noun phrase after "urge" and answers what follows it.
func (s *sentence) pastAudience(i int, f frame) found {
	for j := i; j < len(s.w) && j < i+clauseWords; j++ {
		switch {
		case s.stop(j), j > i && s.finite(j):
			return found{}
		case j == i:
		case s.is(j, to) && s.infinitiveAt(j+1), s.is(j, not) && s.is(j+1, to):
			return found{kind: audienceTo, at: j, who: span{i, j}}
		case s.is(j, that) && s.clauseAt(j+1) && !s.finite(j+1):
			return found{kind: audienceTo, at: j, who: span{i, j}}
		case s.is(j, wh) && !s.is(j, relative):
			return found{kind: question, at: j, who: span{i, j}}
		case (s.at(j).hash == aboutW || s.at(j).hash == forW) && j < i+6 && f&objectFrame != 0:
			return found{kind: audienceTo, at: j, who: span{i, j}}
		case s.kind(j) == prose.Comma && s.at(j+1).opens:
			return found{kind: quotation, at: j + 1, who: span{i, j}}
		}
	}
	return found{}
}

// nounPhraseAt tells whether a noun phrase may begin at a word.
func (s *sentence) nounPhraseAt(i int) bool {
	w := s.at(i)
	switch w.kind {
	case prose.Number, prose.Other:
		return true
	case prose.Word:
	default:
		return false
	}
	if !w.common {
		return true
	}
	if w.groups.any(npOpeners) {
		return true
	}
	if w.groups.any(notNominal) || w.is(adverb) {
		return false
	}
	return true
}

var npOpeners = these(article, pointing, amount, possessive, subjectPronoun, objectPronoun, anybody)

// infinitiveAt tells whether a bare verb may stand at a word, one adverb before it.
func (s *sentence) infinitiveAt(i int) bool {
	if s.lyAdverb(i) {
		i++
	}
	w := s.at(i)
	if w.kind != prose.Word || !w.common && !s.headline {
		return w.opens
	}
	if w.groups.any(notInfinitive) {
		return w.is(be) || w.is(have) || w.is(do)
	}
	return w.forms&(base) != 0 || w.forms == 0 && !w.is(person) && !w.is(state)
}

var notInfinitive = these(article, pointing, amount, possessive, subjectPronoun, objectPronoun, modal, that, relative, wh,
	preposition, subordinator, and, day, period, finiteBe)

// clauseAt tells whether a clause may begin: a noun phrase, or a condition before one.
func (s *sentence) clauseAt(i int) bool {
	return s.nounPhraseAt(i) || s.is(i, subordinator) || s.is(i, preposition) || s.lyAdverb(i) || s.is(i, wh) || s.kind(i) == prose.Comma
}

// bareClauseAt tells a noun phrase that a finite verb follows.
func (s *sentence) bareClauseAt(i int) bool {
	for j := i; j < len(s.w) && j < i+clauseWords; j++ {
		switch {
		case s.stop(j), s.kind(j) == prose.Comma && !s.capital(j-1), s.is(j, to), s.is(j, relative):
			return false
		case j > i && s.is(j, subordinator) && !s.is(j, preposition):
			return false
		case j > i && s.finite(j):
			return s.at(j).forms&base == 0 || s.any(j, auxiliaries) || s.plural(j-1)
		}
	}
	return false
}

// nounOnly tells a base form that an article or number shows to be a noun.
func (s *sentence) nounOnly(i int) bool { return s.any(i, nounOpeners) || s.is(i-1, article) }
