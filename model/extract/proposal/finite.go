package proposal

import "parley/model/extract/prose"

// Which words are plausibly the verb of a clause. There is no tagger: a word's form, and the word before it, decide.
//
// Rules:
//   - An auxiliary is; "may" and "will" with a capital inside a sentence are not.
//   - A verb in a finite form is, unless an article, a possessive, a preposition, "to" or an auxiliary stands before it,
//     or "by" after it.
//   - A bare form is after a plural noun or pronoun.
//   - A word in -ed that no table holds is, unless a noun follows that it may belong to.

var (
	auxiliaries = these(finiteBe, finiteHave, do, modal)
	beforeNoun  = these(article, pointing, amount, possessive, preposition, to, be, have)
	nounOpeners = these(article, possessive, amount, pointing)
)

// finite answers what was decided for a word.
func (s *sentence) finite(i int) bool { return s.at(i).finite }

// decide works it out; the words before must have been decided.
func (s *sentence) decide(i int) {
	switch w := &s.w[i]; {
	case w.kind == prose.Word:
		w.finite = w.common && (w.groups.any(auxiliaries) || w.forms&(base|third|past) != 0 && s.finiteVerb(i, w.forms))
	case w.kind == prose.Possessive && w.hash == apostropheS:
		w.aux = s.auxiliary(i)
		w.finite = w.aux
	case w.kind == prose.Clitic:
		w.finite = true
	}
}

// finiteVerb decides for a full verb.
func (s *sentence) finiteVerb(i int, f form) bool {
	b := i - 1
	for s.is(b, adverb) && b > 0 {
		b--
	}
	before := s.at(b)
	if s.any(b, beforeNoun) && !before.aux || before.kind == prose.Possessive && !before.aux {
		return s.any(b, pluralSubject) && before.is(relative) && f&(past|third) != 0
	}
	switch {
	case f&third != 0 && f&past == 0:
		return s.singular(b) || before.kind == prose.Comma || s.any(b, coordinators)
	case f&past != 0:
		return !s.byFollows(i) && !(s.unknown(i) && s.nounFollows(i))
	}
	return s.pluralPhrase(b) || before.kind == prose.Comma && s.verbOnly(i)
}

// verbOnly tells a bare form that is no noun too, and has its complement.
func (s *sentence) verbOnly(i int) bool {
	w := s.at(i)
	return w.is(raising) && s.is(i+1, to) || w.groups.any(moving) && !w.is(matter) && s.entry(w).noun == nil && (s.any(i+1, nounOpeners) || s.is(i+1, that))
}

var (
	pluralSubject = these(pluralPronoun)
	coordinators  = these(and, but)
	moving        = these(mover, speech)
)

func (s *sentence) unknown(i int) bool { return s.at(i).known == 0 }

func (s *sentence) byFollows(i int) bool {
	return s.at(i+1).hash == by
}

// nounFollows tells a bare noun after a participle: "increased pressure".
func (s *sentence) nounFollows(i int) bool {
	n := s.at(i + 1)
	if n.kind != prose.Word || n.written(prose.Capital) || n.groups.any(noNoun) {
		return false
	}
	return n.forms&gerund == 0 && !s.lyAdverb(i+1)
}

var noNoun = these(article, pointing, amount, possessive, subjectPronoun, objectPronoun, anybody, be, have, do, modal, not,
	to, that, relative, wh, preposition, subordinator, and, but, adverb, day)

// lyAdverb tells an adverb by its ending.
func (s *sentence) lyAdverb(i int) bool {
	w := s.at(i)
	if w.kind != prose.Word || !w.common {
		return false
	}
	if w.is(adverb) {
		return true
	}
	n := int(w.end - w.start)
	return n > 4 && w.known == 0 && s.doc.Text[w.end-2:w.end] == "ly"
}

// singular tells a word that may be the subject of a verb in -s.
func (s *sentence) singular(i int) bool {
	w := s.at(i)
	switch {
	case w.closes || w.kind == prose.Close || w.kind == prose.Number:
		return true
	case w.kind != prose.Word:
		return false
	case !w.common:
		return true
	case w.groups.any(singularPronouns):
		return w.hash != they && w.hash != we && w.hash != me
	case w.groups.any(noNoun):
		return s.lyAdverb(i)
	}
	return true
}

var singularPronouns = these(subjectPronoun, relative, anybody)

// plural tells a word that may be the subject of a bare form.
func (s *sentence) plural(i int) bool {
	w := s.at(i)
	if w.kind == prose.Close {
		return true
	}
	if w.kind != prose.Word {
		return false
	}
	if w.common && w.is(pluralPronoun) {
		return true
	}
	if w.common && w.groups.any(noNoun) {
		return false
	}
	text := s.doc.Text[w.start:w.end]
	n := len(text)
	return n > 3 && text[n-1] == 's' && text[n-2] != 's' || n > 4 && (text[n-3:] == "men" || text == "people" || text == "police")
}
