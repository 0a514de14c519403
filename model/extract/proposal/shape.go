package proposal

import "parley/model/extract/prose"

// Coarse classes of words, for the models. A class is a short name; closed-class words stand for themselves.

var (
	beyondShape = sym("#")
	nameShape   = sym("Name")
	ingShape    = sym("ing")
	edShape     = sym("ed")
	advShape    = sym("adv")
	baseShape   = sym("base")
	nounShape   = sym("noun")
	dayShape    = sym("day")
)

// signShapes are the classes of what is no word.
var signShapes = [...]symbol{
	prose.Comma: sym(","), prose.Stop: sym("."), prose.Semicolon: sym(";"), prose.Colon: sym(":"), prose.Dash: sym("--"),
	prose.Open: sym("("), prose.Close: sym(")"), prose.Number: sym("0"), prose.Possessive: sym("'s"), prose.Clitic: sym("aux"),
	prose.Other: sym("$"), prose.Mark: nameShape,
}

// shape answers the class of a word.
func (s *sentence) shape(i int) symbol {
	if i >= len(s.w) || i < 0 {
		return beyondShape
	}
	w := &s.w[i]
	if w.shape == 0 {
		w.shape = s.shapeOf(w)
	}
	return w.shape
}

func (s *sentence) shapeOf(w *word) symbol {
	switch {
	case w.kind != prose.Word:
		return signShapes[w.kind]
	case w.is(day):
		return dayShape
	case !w.common:
		return nameShape
	}
	if c := s.table.briefs[w.brief].class; c != noClass {
		if c != itself {
			return c
		}
		return s.own(w, s.doc.Text[w.start:w.end])
	}
	switch {
	case w.finite:
		return aVerb
	case w.forms&gerund != 0:
		return ingShape
	case w.forms&participle != 0:
		return edShape
	case w.is(adverb):
		return advShape
	case w.forms&base != 0:
		return baseShape
	}
	return nounShape
}

// own answers the symbol of a word by its spelling, which most often is that of the tables.
func (s *sentence) own(w *word, spelling string) symbol {
	if e := s.entry(w); e.word == spelling && !s.observed {
		return e.symbol
	}
	return s.symbol(spelling)
}

// What stands for the class of a word that is in no closed class, and of one that is a class of its own.
const noClass = 0

var itself = sym("itself")

// classOf answers the closed class of a word that is written small.
func classOf(groups set) symbol {
	for i := range shapes {
		if c := &shapes[i]; groups.has(c.group) {
			return c.symbol
		}
	}
	return noClass
}

// shapes are the closed classes, in the order they are asked.
var shapes = [...]struct {
	group group
	symbol
}{
	{and, itself}, {that, itself}, {to, itself}, {relative, itself}, {wh, itself}, {subordinator, itself}, {but, itself}, {preposition, itself},
	{not, sym("not")}, {be, sym("be")}, {have, sym("aux")}, {do, sym("aux")}, {modal, sym("aux")}, {subjectPronoun, sym("he")},
	{objectPronoun, sym("him")}, {possessive, sym("his")}, {article, sym("the")}, {pointing, sym("this")}, {day, dayShape},
	{amount, sym("some")},
}
