package proposal

import "parley/model/extract/prose"

// What the end model looks at: the word at the place, its neighbours, what kind of content it is and how long already,
// whether a verb has been, and what the rules think.

// The parts of the end model's features.
const (
	_          part = iota
	endHere         // the word at the place
	endNext         // the one behind it
	endThird        // and the third
	endBefore       // the one before the place
	endKind         // what kind of content it is
	endMove         // of which verb
	endNoun         // of which noun
	endVerb         // whether a verb has been
	endSize         // how many words the content has here
	endLeft         // how many are left
	endRule         // where the end by rules is
	endMarks        // how it stands to quotation marks
	endFronted      // whether a clause of another kind opens the sentence
	endCommas       // how many have been
	endComma        // behind a comma, the word that follows
	endAfter        // and what begins with it
	endJoined       // behind "and", the word that follows
	endJoins        // and what begins with it
)

var endFeatures = []feature{
	{"h", [3]part{endHere}}, {"hn", [3]part{endHere, endNext}}, {"hn3", [3]part{endHere, endNext, endThird}}, {"b", [3]part{endBefore}},
	{"bh", [3]part{endBefore, endHere}}, {"kh", [3]part{endKind, endHere}}, {"khv", [3]part{endKind, endHere, endVerb}},
	{"hl", [3]part{endHere, endSize}}, {"kl", [3]part{endKind, endSize}}, {"r", [3]part{endRule}}, {"rh", [3]part{endRule, endHere}},
	{"rk", [3]part{endRule, endKind}}, {"rhn", [3]part{endRule, endHere, endNext}}, {"f", [3]part{endFronted, endHere, endNext}},
	{"n", [3]part{endNoun, endHere}}, {"m", [3]part{endMove, endHere}}, {"q", [3]part{endMarks}}, {"qh", [3]part{endMarks, endHere}},
	{"left", [3]part{endLeft, endHere}}, {"c", [3]part{endCommas, endHere}}, {",n", [3]part{endKind, endComma, endVerb}},
	{",c", [3]part{endAfter, endVerb}}, {",k", [3]part{endAfter, endKind}}, {"&", [3]part{endJoins, endKind}}, {"&b", [3]part{endBefore, endJoined}},
}

// An ending is the content of a hit while the places are looked at where it could end, from left to right.
type ending struct {
	s      *sentence
	h      *hit
	last   int // beyond it no content goes
	at     int // up to here it was read
	verb   int // how many were
	commas int
	facts  facts // of the place asked for last
}

func (s *sentence) ending(h *hit) ending {
	e := ending{s: s, h: h, last: s.lastEnd(h), at: h.content.from}
	e.facts[endKind], e.facts[endFronted] = complementNames[h.complement], s.frontedClause(h)
	if h.move != nil {
		e.facts[endMove] = h.move.symbol
	} else {
		e.facts[endNoun] = s.symbol(h.key)
	}
	return e
}

// place answers what there is to say of the place before a word, which lies behind that asked for before.
func (e *ending) place(i int) *facts {
	s, h, c := e.s, e.h, &e.facts
	for ; e.at < i; e.at++ {
		if s.kind(e.at) == prose.Comma {
			e.commas++
		} else if e.at > h.content.from && s.finite(e.at) {
			e.verb = 1
		}
	}
	c[endBefore], c[endHere], c[endNext], c[endThird] = s.shape(i-1), s.shape(i), s.shape(i+1), s.shape(i+2)
	c[endVerb], c[endCommas] = verbSeen[e.verb], counts[min(e.commas, 3)]
	c[endSize], c[endLeft] = lengths(i-h.content.from), lengths(e.last-i)
	c[endRule], c[endMarks] = s.ruleAt(h, i), s.marksAt(h, i)
	c[endComma], c[endAfter], c[endJoined], c[endJoins] = 0, 0, 0, 0
	switch {
	case s.kind(i) == prose.Comma:
		c[endComma], c[endAfter] = c[endNext], s.after(i+1)
	case c[endHere] == andWord:
		c[endJoined], c[endJoins] = c[endNext], s.after(i+1)
	}
	return c
}

var (
	none     = sym("-")
	andWord  = sym("and")
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
func lengths(n int) symbol { return lengthsOf[min(max(n, 0), len(lengthsOf)-1)] }

var lengthsOf = func() (all [22]symbol) {
	class, most := 0, [...]int{1, 2, 4, 7, 12, 20, len(all)}
	for n := range all {
		if n > most[class] {
			class++
		}
		all[n] = lengthNames[class]
	}
	return all
}()
