package proposal

import "parley/model/extract/prose"

// Coarse classes of words, for the models. A class is a short name; closed-class words stand for themselves.

// shape answers the class of a word.
func (s *sentence) shape(i int) string {
	if i >= len(s.w) || i < 0 {
		return "#"
	}
	w := &s.w[i]
	switch w.kind {
	case prose.Comma:
		return ","
	case prose.Stop:
		return "."
	case prose.Semicolon:
		return ";"
	case prose.Colon:
		return ":"
	case prose.Dash:
		return "--"
	case prose.Open:
		return "("
	case prose.Close:
		return ")"
	case prose.Number:
		return "0"
	case prose.Possessive:
		return "'s"
	case prose.Clitic:
		return "aux"
	case prose.Other:
		return "$"
	}
	if w.is(day) {
		return "day"
	}
	if !w.common {
		return "Name"
	}
	return s.wordShape(w)
}

// wordShape answers the class of a word that is written small.
func (s *sentence) wordShape(w *word) string {
	g := w.entry.groups
	for _, c := range shapes {
		if g.has(c.group) {
			if c.name == "" {
				return s.doc.Text[w.start:w.end]
			}
			return c.name
		}
	}
	switch {
	case w.finite:
		return "verb"
	case w.forms&gerund != 0:
		return "ing"
	case w.forms&participle != 0:
		return "ed"
	case g.has(adverb):
		return "adv"
	case w.forms&base != 0:
		return "base"
	}
	return "noun"
}

// shapes are the closed classes, in the order they are asked; without a name a word stands for itself.
var shapes = [...]struct {
	group group
	name  string
}{
	{and, ""}, {that, ""}, {to, ""}, {relative, ""}, {wh, ""}, {subordinator, ""}, {but, ""}, {preposition, ""}, {not, "not"},
	{be, "be"}, {have, "aux"}, {do, "aux"}, {modal, "aux"}, {subjectPronoun, "he"}, {objectPronoun, "him"}, {possessive, "his"},
	{article, "the"}, {pointing, "this"}, {day, "day"}, {amount, "some"},
}
