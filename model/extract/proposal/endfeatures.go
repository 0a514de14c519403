package proposal

import "parley/model/extract/prose"

// What the end model looks at: the word at the place, its neighbours, what kind of content it is and how long already,
// whether a verb has been, and what the rules think.

func (s *sentence) endFeatures(h *hit, i int, b *bag) {
	kind := complementNames[h.complement]
	here, next, third, before := s.shape(i), s.shape(i+1), s.shape(i+2), s.shape(i-1)
	verb := "-"
	if s.verbWithin(h.content.from+1, i) {
		verb = "v"
	}
	size := lengths(i - h.content.from)
	rule := s.ruleAt(h, i)
	b.add("h", here)
	b.add("hn", here, next)
	b.add("hn3", here, next, third)
	b.add("b", before)
	b.add("bh", before, here)
	b.add("kh", kind, here)
	b.add("khv", kind, here, verb)
	b.add("hl", here, size)
	b.add("kl", kind, size)
	b.add("r", rule)
	b.add("rh", rule, here)
	b.add("rk", rule, kind)
	b.add("rhn", rule, here, next)
	b.add("f", s.frontedClause(h), here, next)
	if h.move != nil {
		b.add("m", h.move.key, here)
	} else {
		b.add("n", h.key, here)
	}
	b.add("q", s.marksAt(h, i))
	b.add("qh", s.marksAt(h, i), here)
	b.add("left", lengths(s.lastEnd(h)-i), here)
	b.add("c", s.commas(h.content.from, i), here)
	if s.kind(i) == prose.Comma {
		b.add(",n", kind, next, verb)
		b.add(",c", s.after(i+1), verb)
		b.add(",k", s.after(i+1), kind)
	}
	if here == "and" {
		b.add("&", s.after(i+1), kind)
		b.add("&b", before, next)
	}
}

// after says what kind of stretch begins after a comma or "and".
func (s *sentence) after(i int) string {
	switch {
	case s.conditionAt(i):
		return "condition"
	case s.speechFollows(i):
		return "speech"
	case s.finite(i) || s.lyAdverb(i) && s.finite(i+1):
		return "verb"
	case s.clauseFollows(i):
		return "clause"
	case s.nounPhraseAt(i):
		p := s.phraseAfter(i)
		if s.kind(p.to) == prose.Comma {
			return "phrase,"
		}
		if s.is(p.to, and) {
			return "phrase&"
		}
		return "phrase"
	}
	return s.shape(i)
}

func (s *sentence) verbWithin(from, to int) bool {
	for i := from; i < to; i++ {
		if s.finite(i) {
			return true
		}
	}
	return false
}

// ruleAt says where the end by rules is, seen from a place.
func (s *sentence) ruleAt(h *hit, i int) string {
	switch end := h.ruleEnd; {
	case i < end:
		return "before"
	case i <= end+1:
		return "at"
	}
	return "after"
}

// frontedClause tells a clause that opens its sentence with "While", "If", "As".
func (s *sentence) frontedClause(h *hit) string {
	if len(h.actors) == 0 {
		return "-"
	}
	b := h.actors[0].before
	if b == 0 && (s.is(b, subordinator) || s.is(b, preposition) || s.is(b, wh)) {
		return "fronted"
	}
	return "-"
}

// marksAt tells how a place stands to quotation marks.
func (s *sentence) marksAt(h *hit, i int) string {
	inside := s.at(i-1).quote >= 0 && s.at(i-1).quote == s.at(i).quote
	began := s.at(h.content.from).quote
	switch {
	case s.at(i-1).closes && began >= 0 && began == s.at(i-1).quote:
		return "closes own"
	case s.at(i - 1).closes:
		return "closes"
	case s.at(i).opens:
		return "opens"
	case inside && began == s.at(i).quote:
		return "in own"
	case inside:
		return "in"
	}
	return "-"
}

func (s *sentence) commas(from, to int) string {
	n := 0
	for i := from; i < to; i++ {
		if s.kind(i) == prose.Comma {
			n++
		}
	}
	return [...]string{"0", "1", "2", "3"}[min(n, 3)]
}

// lengths puts a number of words into a class.
func lengths(n int) string {
	switch {
	case n <= 1:
		return "1"
	case n <= 2:
		return "2"
	case n <= 4:
		return "4"
	case n <= 7:
		return "7"
	case n <= 12:
		return "12"
	case n <= 20:
		return "20"
	}
	return "more"
}
