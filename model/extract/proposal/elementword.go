package proposal

import (
	"strings"

	"parley/model/extract/prose"
)

// What a word after "and" begins: a verb, or a noun phrase that stands beside the one before.
//
// Rules:
//   - A bare verb is in the tables, or is a word with an object after it ("restore the", "recognise Oland", "reopen schools")
//     that does not look like an adjective or a plural.
//   - A noun phrase stands beside the whole where its article is like that of the whole and unlike that of what hangs on the
//     last preposition; where all are alike, it needs a complement of its own, or has no preposition before it.

// bareVerb tells a verb in its bare form.
func (s *sentence) bareVerb(i int) bool {
	for s.is(i, not) {
		i++
	}
	w := s.at(i)
	switch {
	case w.kind != prose.Word || !w.common || s.is(i-1, article):
		return false
	case w.is(be) && !w.is(finiteBe):
		return true
	case w.groups.any(notInfinitive), w.forms != 0 && w.forms&base == 0, w.is(person), w.is(state):
		return false
	case w.forms == 0 && (s.adjective(i) || s.plural(i)):
		return false
	}
	next := s.at(i + 1)
	switch {
	case s.any(i+1, nounOpeners), s.any(i+1, pronouns), s.is(i+1, to) && s.infinitiveAt(i+2), s.is(i+1, that):
		return true
	case next.kind == prose.Word && !next.common, next.kind == prose.Number:
		return w.forms&base != 0 || w.known == 0
	case next.kind != prose.Word || s.any(i+1, notBareObject):
		return w.forms&base != 0 && s.entry(w).noun == nil && !w.is(matter)
	}
	if w.is(matter) && w.forms&base == 0 {
		return false
	}
	return s.plural(i+1) || w.forms&base != 0 && !w.is(matter) || s.adjective(i+1)
}

var notBareObject = these(preposition, and, subordinator, relative, modal, be, have, do)

// thirdVerb tells a verb in -s that a noun phrase or clause follows.
func (s *sentence) thirdVerb(i int) bool {
	w := s.at(i)
	if w.kind != prose.Word || !w.common || w.groups.any(notInfinitive) {
		return false
	}
	if w.forms&third != 0 {
		return !s.is(i+1, of)
	}
	text := s.doc.Text[w.start:w.end]
	return len(text) > 3 && strings.HasSuffix(text, "s") && (s.any(i+1, nounOpeners) || s.capital(i+1) || s.is(i+1, that))
}

// adjective guesses one by its ending.
func (s *sentence) adjective(i int) bool {
	w := s.at(i)
	if w.kind != prose.Word || w.forms&base != 0 {
		return false
	}
	if w.forms&(participle|gerund) != 0 {
		return true
	}
	text := s.doc.Text[w.start:w.end]
	for _, end := range adjectiveEndings {
		if len(text) > len(end)+2 && strings.HasSuffix(text, end) {
			return true
		}
	}
	return plainAdjectives[text]
}

var adjectiveEndings = [...]string{"al", "ive", "ous", "ful", "able", "ible", "ic", "ary", "less", "ent", "ant", "ern", "ish", "ian",
	"ate", "wide", "ing", "ed"}

var plainAdjectives = map[string]bool{"full": true, "direct": true, "strong": true, "fair": true, "free": true, "safe": true,
	"secure": true, "open": true, "just": true, "new": true, "old": true, "early": true, "quick": true, "swift": true, "joint": true,
	"further": true, "clear": true, "firm": true, "broad": true, "long": true, "short": true, "high": true, "low": true, "fast": true,
	"stable": true, "durable": true, "wounded": true, "sick": true, "good": true, "better": true, "real": true, "serious": true}

// phrase tells whether a noun phrase after a joint stands beside the one the content opened with.
func (l *listing) phrase(start, at, next int) bool {
	s := l.s
	here := s.nounOpening(next)
	if !here.noun() || here == nameNoun && (s.capital(at-1) || l.outer == nameNoun) {
		return false
	}
	if here == bareNoun && (s.adjective(at-1) && !s.plural(at-1) || s.kind(at-1) == prose.Number || s.any(at-1, nounOpeners)) {
		return false
	}
	outer := s.nounOpening(start)
	inner, hangs := s.hanging(start, at)
	if !hangs {
		return alike(outer, here) || here != bareNoun || outer == aNoun && s.pluralHead(next, l.to)
	}
	if alike(inner, here) {
		return alike(outer, here) && s.complemented(next, l.to)
	}
	return alike(outer, here) || outer.articled() && here.articled() && !inner.articled() ||
		here == aNoun && inner == nameNoun
}

// articled tells an opening with an article or a possessive.
func (o opening) articled() bool { return o == theNoun || o == aNoun || o == ownNoun }

// alike tells openings that are of one kind: with an article, or with none.
func alike(a, b opening) bool {
	if a == b {
		return true
	}
	few := func(o opening) bool { return o == bareNoun || o == countNoun }
	return few(a) && few(b) || a == theNoun && b == ownNoun || a == ownNoun && b == theNoun
}

// hanging answers how the noun phrase after the last preposition of an element opens.
func (s *sentence) hanging(from, end int) (opening, bool) {
	for k := end - 1; k > from; k-- {
		if s.is(k, preposition) && k+1 < end {
			if s.measure(k+1, end) {
				continue
			}
			return s.nounOpening(k + 1), true
		}
		if s.is(k, to) && k+1 < end {
			return s.nounOpening(k + 1), true
		}
	}
	return otherOpening, false
}

// measure tells a number and its unit, on which nothing else can hang: "of two years".
func (s *sentence) measure(i, end int) bool {
	return i+2 == end && (s.kind(i) == prose.Number || s.is(i, amount)) && s.plural(i+1)
}

// pluralHead tells a noun phrase without an article whose last noun is a plural: no article of one goes with it.
func (s *sentence) pluralHead(i, end int) bool {
	for i < end && s.nominal(i) && !s.any(i, nounOpeners) {
		i++
	}
	return s.plural(i-1) && s.at(i-1).forms&third == 0 && !s.any(i, nounOpeners) && !s.capital(i)
}

// complemented tells a noun phrase that a preposition or an infinitive of its own follows.
func (s *sentence) complemented(i, end int) bool {
	for k := i + 1; k < end && k < i+5; k++ {
		if s.kind(k) == prose.Comma || s.is(k, and) {
			return false
		}
		if s.is(k, preposition) || s.is(k, to) {
			return true
		}
	}
	return false
}
