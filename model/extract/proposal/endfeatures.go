package proposal

import "parley/model/extract/prose"

// What the end model looks at: the word at the place, its neighbours, what kind of content it is and how long already,
// whether a verb has been, and what the rules think.

// An ending is the content of a hit while the places are looked at where it could end, from left to right.
type ending struct {
	s            *sentence
	h            *hit
	last         int // beyond it no content goes
	kind, key    symbol
	keyed        string // the kind of the feature of a key
	fronted      symbol
	at           int // up to here it was read
	verb, commas int // how many were
}

func (s *sentence) ending(h *hit) ending {
	e := ending{s: s, h: h, last: s.lastEnd(h), kind: complementNames[h.complement], keyed: "n", fronted: s.frontedClause(h), at: h.content.from}
	e.key = sym(h.key)
	if h.move != nil {
		e.keyed, e.key = "m", sym(h.move.key)
	}
	return e
}

// features adds what there is to say of the place before a word, which lies behind that asked for before.
func (e *ending) features(i int, b *bag) {
	s, h, kind := e.s, e.h, e.kind
	for ; e.at < i; e.at++ {
		if s.kind(e.at) == prose.Comma {
			e.commas++
		} else if e.at > h.content.from && s.finite(e.at) {
			e.verb = 1
		}
	}
	here, next, third, before := s.shape(i), s.shape(i+1), s.shape(i+2), s.shape(i-1)
	verb, size, rule, marks := verbSeen[e.verb], lengths(i-h.content.from), s.ruleAt(h, i), s.marksAt(h, i)
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
	b.add("f", e.fronted, here, next)
	b.add(e.keyed, e.key, here)
	b.add("q", marks)
	b.add("qh", marks, here)
	b.add("left", lengths(e.last-i), here)
	b.add("c", counts[min(e.commas, 3)], here)
	if s.kind(i) == prose.Comma {
		after := s.after(i + 1)
		b.add(",n", kind, next, verb)
		b.add(",c", after, verb)
		b.add(",k", after, kind)
	}
	if here.name == "and" {
		b.add("&", s.after(i+1), kind)
		b.add("&b", before, next)
	}
}

var (
	none     = sym("-")
	verbSeen = [...]symbol{none, sym("v")}
	counts   = symbols("0", "1", "2", "3", "4")
)

var (
	aCondition, aSpeech, aVerb, aClause = sym("condition"), sym("speech"), sym("verb"), sym("clause")
	aPhrase, aPhraseComma, aPhraseAnd   = sym("phrase"), sym("phrase,"), sym("phrase&")
	ruleBefore, ruleHere, ruleAfter     = sym("before"), sym("at"), sym("after")
	fronted                             = sym("fronted")
	closesOwn, closesOther, opensHere   = sym("closes own"), sym("closes"), sym("opens")
	inOwn, inOther                      = sym("in own"), sym("in")
	lengthNames                         = symbols("1", "2", "4", "7", "12", "20", "more")
)

// after says what kind of stretch begins after a comma or "and".
func (s *sentence) after(i int) symbol {
	switch {
	case s.conditionAt(i):
		return aCondition
	case s.speechFollows(i):
		return aSpeech
	case s.finite(i) || s.lyAdverb(i) && s.finite(i+1):
		return aVerb
	case s.clauseFollows(i):
		return aClause
	case s.nounPhraseAt(i):
		p := s.phraseAfter(i)
		if s.kind(p.to) == prose.Comma {
			return aPhraseComma
		}
		if s.is(p.to, and) {
			return aPhraseAnd
		}
		return aPhrase
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
func (s *sentence) ruleAt(h *hit, i int) symbol {
	switch end := h.ruleEnd; {
	case i < end:
		return ruleBefore
	case i <= end+1:
		return ruleHere
	}
	return ruleAfter
}

// frontedClause tells a clause that opens its sentence with "While", "If", "As".
func (s *sentence) frontedClause(h *hit) symbol {
	if len(h.actors) == 0 {
		return none
	}
	b := h.actors[0].before
	if b == 0 && (s.is(b, subordinator) || s.is(b, preposition) || s.is(b, wh)) {
		return fronted
	}
	return none
}

// marksAt tells how a place stands to quotation marks.
func (s *sentence) marksAt(h *hit, i int) symbol {
	inside := s.at(i-1).quote >= 0 && s.at(i-1).quote == s.at(i).quote
	began := s.at(h.content.from).quote
	switch {
	case s.at(i-1).closes && began >= 0 && began == s.at(i-1).quote:
		return closesOwn
	case s.at(i - 1).closes:
		return closesOther
	case s.at(i).opens:
		return opensHere
	case inside && began == s.at(i).quote:
		return inOwn
	case inside:
		return inOther
	}
	return none
}

// lengths puts a number of words into a class.
func lengths(n int) symbol {
	for i, most := range [...]int{1, 2, 4, 7, 12, 20} {
		if n <= most {
			return lengthNames[i]
		}
	}
	return lengthNames[6]
}
