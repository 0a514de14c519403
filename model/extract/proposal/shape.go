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
	switch w := &s.w[i]; {
	case w.kind != prose.Word:
		return signShapes[w.kind]
	case w.is(day):
		return dayShape
	case !w.common:
		return nameShape
	default:
		return s.wordShape(w)
	}
}

// wordShape answers the class of a word that is written small.
func (s *sentence) wordShape(w *word) symbol {
	if w.groups.any(closed) {
		for i := range shapes {
			if c := &shapes[i]; w.groups.has(c.group) {
				if c.name == "" {
					return sym(s.doc.Text[w.start:w.end])
				}
				return c.symbol
			}
		}
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

// shapes are the closed classes, in the order they are asked; without a name a word stands for itself.
var shapes = [...]struct {
	group group
	symbol
}{
	{group: and}, {group: that}, {group: to}, {group: relative}, {group: wh}, {group: subordinator}, {group: but}, {group: preposition},
	{not, sym("not")}, {be, sym("be")}, {have, sym("aux")}, {do, sym("aux")}, {modal, sym("aux")}, {subjectPronoun, sym("he")},
	{objectPronoun, sym("him")}, {possessive, sym("his")}, {article, sym("the")}, {pointing, sym("this")}, {day, dayShape},
	{amount, sym("some")},
}

// closed holds the groups of shapes.
var closed = func() (s set) {
	for i := range shapes {
		s.add(shapes[i].group)
	}
	return s
}()
