package proposal

import (
	"parley/model/extract/lexicon"
	"parley/model/extract/prose"
)

// Verbs of the table, and how they stand.
//
// Rules:
//   - The longest match counts, particles included; one adverb or day may stand among them ("called again for"), or a phrase that is
//     one ("agreed in principle to").
//   - After an article, a possessive or a preposition a form other than -ing is a noun or an adjective: refused.
//   - A bare form needs "to", a modal, "do", or a plural subject; a form in -s a singular one.
//   - A participle after "be" is passive; so is one before "by", one after "when" or "if", and "Asked" at the beginning.
//   - "declined" before a noun it belongs to ("declined invitations") is refused.

// A stance of a verb in its clause.
type voice uint8

const (
	refused voice = iota
	active
	passiveVoice
	infinitiveVoice
	gerundVoice     // after a preposition or another verb
	participleVoice // ", demanding", "Rejecting ..."
	progressive
)

// A trigger is a verb that was found.
type trigger struct {
	move  *move
	first int // its first word
	past  int // the word after its last
	form  form
	voice voice
}

// particles answers the word after the particles.
func (s *sentence) particles(i int, particles []uint64) (int, bool) {
	for n, p := range particles {
		if s.at(i).hash != p && n == 0 {
			if s.is(i, adverb) || s.lyAdverb(i) {
				i++
			} else {
				i = s.aside(i)
			}
		}
		if s.at(i).hash != p || s.kind(i) != prose.Word {
			return 0, false
		}
		i++
	}
	return i, true
}

// asides are words that make an adverb with the preposition before them.
var asides = lexicon.Listed("principle full part public private writing advance theory practice paper now last")

// aside passes "in principle" and the like.
func (s *sentence) aside(i int) int {
	if s.is(i, preposition) && asides().Has(s.at(i+1).hash) {
		return i + 2
	}
	return i
}

// left answers the word before, over adverbs and days.
func (s *sentence) left(i int) int {
	i--
	for i >= 0 {
		if s.lyAdverb(i) || s.is(i, not) && !s.any(i, auxiliaries) {
			i--
			continue
		}
		n := s.dateBefore(i)
		if n == i {
			break
		}
		i = n
	}
	return i
}

// judge decides how the verb stands.
func (s *sentence) judge(t *trigger) voice {
	b := s.left(t.first)
	before := s.at(b)
	after := b >= 0 && (s.any(b, nounOpeners) && !s.is(b, anybody) || before.kind == prose.Possessive && !before.aux)
	if t.form&gerund != 0 {
		return s.judgeGerund(b, after)
	}
	if after || s.is(b, preposition) && !s.is(b, to) && !s.any(b, subordinators) {
		return refused
	}
	switch {
	case t.form&base != 0 && s.is(b, to):
		return infinitiveVoice
	case t.form&base != 0 && s.any(b, helpers):
		return active
	case t.form&participle != 0 && (s.is(b, be) || before.aux && !s.hasPerfect(b)):
		if s.at(t.first).hash == opposedW && s.is(t.past, to) { // an attitude, no act of others
			return refused
		}
		return passiveVoice
	case t.form&participle != 0 && (s.is(b, have) || before.aux):
		return active
	case t.form&participle != 0 && s.at(t.past).hash == by:
		return passiveVoice
	case t.form&participle != 0 && (s.opening(t.first) || s.is(b, wh) || s.is(b, when) || s.any(b, subordinators)) && b < t.first:
		if s.opening(t.first) || s.any(b, subordinators) || s.is(b, wh) && !s.is(b, relative) {
			return passiveVoice
		}
	}
	return s.judgeFinite(t, b)
}

var (
	subordinators = these(subordinator)
	helpers       = these(modal, do)
)

// hasPerfect tells "he's agreed" from "he's opposed by".
func (s *sentence) hasPerfect(b int) bool { return s.at(b+1).hash != by }

func (s *sentence) judgeGerund(b int, after bool) voice {
	before := s.at(b)
	switch {
	case after:
		return refused
	case s.is(b, be), before.aux:
		return progressive
	case s.is(b, preposition), s.is(b, subordinator), s.is(b, and), s.is(b, but):
		return gerundVoice
	}
	return participleVoice
}

// judgeFinite decides for a form without an auxiliary.
func (s *sentence) judgeFinite(t *trigger, b int) voice {
	before := s.at(b)
	subject := s.nominal(b) || s.any(b, subjects) || before.kind == prose.Comma || before.kind == prose.Close ||
		before.closes || s.any(b, coordinators) || before.kind == prose.Dash
	switch {
	case t.form&past != 0:
		if subject && !s.attributive(t) {
			return active
		}
	case t.form&third != 0:
		if subject && (s.singular(b) || before.kind == prose.Comma || before.kind == prose.Dash || s.any(b, coordinators)) && !s.pluralNoun(t, b) {
			return active
		}
	case t.form&base != 0:
		if s.pluralPhrase(b) || s.any(b, coordinators) || before.kind == prose.Comma && s.plural(b-1) || s.headline && s.nominal(b) {
			return active
		}
	case t.form&participle != 0:
		if s.any(b, coordinators) || before.kind == prose.Comma {
			return active
		}
	}
	return refused
}

// pluralPhrase tells a phrase whose head is plural: "republics from the union refuse".
func (s *sentence) pluralPhrase(b int) bool {
	if s.plural(b) {
		return true
	}
	p := s.phraseBefore(b)
	return !p.empty() && (p.joined || p.head < b && s.plural(p.head))
}

var subjects = these(subjectPronoun, relative, anybody)

// attributive tells a participle that belongs to the noun after it.
func (s *sentence) attributive(t *trigger) bool {
	b := s.left(t.first)
	if t.past != t.first+1 || s.kind(b) == prose.Comma || s.any(b, subjects) {
		return false
	}
	return s.nounFollows(t.first) && t.move.frames&(objectFrame) == 0
}

// pluralNoun tells "the latest demands" from "she demands".
func (s *sentence) pluralNoun(t *trigger, b int) bool {
	if s.entry(s.at(t.first)).noun == nil && !s.is(t.first, carrier) && !s.is(t.first, planNoun) {
		return false
	}
	w := s.at(b)
	if w.kind != prose.Word || s.any(b, subjects) || !w.common || s.is(b, adverb) {
		return false
	}
	if s.is(b, and) {
		return !s.capital(t.past) && !s.is(t.past, that) && !s.is(t.past, to)
	}
	return !s.is(b, person)
}
