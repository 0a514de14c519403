package proposal

import (
	"slices"

	"parley/model/extract/lexicon"
	"parley/model/extract/prose"
)

// The elements of a proposal: the coordinated parts of its content.
//
// Rules:
//   - A content is a list of verbs ("to stop the attacks, release the prisoners and lift the blockade"), of clauses ("that the
//     guns be moved and the roads reopened") or of noun phrases ("a truce and an exchange of prisoners"); what opens it tells.
//   - It is parted at "and", and at the commas of "A, B and C", where the same begins again: a verb in the same form, a clause,
//     a noun phrase with the same kind of article.
//   - "And" goes with what is nearest: within a condition, a relative clause or a second infinitive a verb belongs to that one,
//     unless "that" or "to" stands again.
//   - A noun phrase that could as well hang on the preposition before it ("the release of prisoners and hostages") is no part
//     of its own; with a complement of its own ("... and the return of the dead") it is.
//   - Names ("Trinidad and Tobago", "the Food and Drug Administration"), adjectives ("a full and immediate halt"), numbers and
//     "between X and Y" are not parted; nor is "or".

// An opening is what an element begins with.
type opening uint8

const (
	otherOpening opening = iota
	verbBare             // "release the prisoners"
	verbThird            // "postpones", "emphasizes"
	verbPast             // of a clause: "stopped", "has stopped"
	verbGerund           // "releasing"
	clauseOpening
	bareNoun // "prisoners", "strong guarantees"
	nameNoun
	theNoun
	aNoun
	ownNoun   // "its forces"
	countNoun // "sixty names", "all prisoners"
)

func (o opening) noun() bool { return o >= bareNoun }

// elements parts the content of a hit; nil where it is one.
func (s *sentence) elements(h *hit) []span {
	from := s.elementStart(h.content.from, h.content.to)
	list := listing{s: s, from: from, to: h.content.to, outer: s.openingOf(h, from)}
	if list.outer == otherOpening {
		return nil
	}
	list.read()
	parts := slices.DeleteFunc(list.parts(), span.empty) // "and and" leaves nothing between
	if len(parts) < 2 {
		return nil
	}
	return parts
}

// elementStart passes what belongs to no element: "that", "to", "both", "and", a comma.
func (s *sentence) elementStart(i, end int) int {
	for i < end-1 && (s.is(i, that) || s.is(i, to) || s.is(i, and) || s.kind(i) == prose.Comma || s.at(i).hash == bothW || s.at(i).hash == alsoW) {
		i++
	}
	return i
}

var (
	bothW    = lexicon.Hash("both")
	alsoW    = lexicon.Hash("also")
	betweenW = lexicon.Hash("between")
	orW      = lexicon.Hash("or")
	aW       = lexicon.Hash("a")
	anW      = lexicon.Hash("an")
)

// openingOf tells how the content of a hit opens.
func (s *sentence) openingOf(h *hit, i int) opening {
	switch h.complement {
	case thatClause, bareClause, subjectOfPassive:
		if h.complement == subjectOfPassive {
			return s.nounOpening(i)
		}
		return clauseOpening
	case infinitive, audienceTo:
		switch {
		case h.reason == planRule:
			return verbThird
		case s.is(i, preposition):
			return otherOpening
		case s.is(h.content.from, that):
			return clauseOpening
		}
		return verbBare
	case gerundClause:
		return verbGerund
	case object:
		if s.gerundAt(i) {
			return verbGerund
		}
		return s.nounOpening(i)
	case question, quotation, quoteBefore, noComplement:
	}
	return otherOpening
}

// nounOpening tells with what kind of article a noun phrase begins.
func (s *sentence) nounOpening(i int) opening {
	w := s.at(i)
	switch {
	case w.kind == prose.Number, w.kind == prose.Other:
		return countNoun
	case w.kind != prose.Word:
		return otherOpening
	case !w.common:
		return nameNoun
	case w.hash == aW, w.hash == anW:
		return aNoun
	case w.is(article), w.is(pointing):
		return theNoun
	case w.is(possessive):
		return ownNoun
	case w.is(amount):
		return countNoun
	case w.groups.any(notNominal), w.is(subjectPronoun), w.is(objectPronoun), s.finite(i):
		return otherOpening
	}
	return bareNoun
}

// A listing is one content while it is parted.
type listing struct {
	s        *sentence
	from, to int
	outer    opening
	joints   []joint
}

// A joint is where one element ends and the next begins.
type joint struct {
	end, next int
	last      bool // it stands at "and"
}

// read looks for joints.
func (l *listing) read() {
	s := l.s
	start, between := l.from, false
	for i := l.from + 1; i < l.to-1; i++ {
		between = between || s.at(i).hash == betweenW
		isAnd := s.is(i, and) && s.at(i).hash != orW
		if !isAnd && (s.kind(i) != prose.Comma || s.is(i+1, and)) {
			continue
		}
		if isAnd && between {
			between = false
			continue
		}
		next := s.elementStart(i+1, l.to)
		for s.lyAdverb(next) && next < l.to-1 {
			next++
		}
		if !l.parallel(start, i, next) {
			continue
		}
		end := i
		if s.kind(end-1) == prose.Comma {
			end--
		}
		l.joints = append(l.joints, joint{end, s.elementStart(i+1, l.to), isAnd})
		start = next
	}
}

// parts makes spans of the joints: a comma parts only in a list that an "and" closes.
func (l *listing) parts() []span {
	closing := -1
	for i, j := range l.joints {
		if j.last {
			closing = i
		}
	}
	if closing < 0 {
		return nil
	}
	out := make([]span, 0, closing+2)
	from := l.from
	for _, j := range l.joints[:closing+1] {
		out = append(out, span{from, j.end})
		from = j.next
	}
	return append(out, span{from, l.s.trimmed(from, l.to)})
}

// parallel tells whether the same begins again after a joint as began at the start of the element before.
func (l *listing) parallel(start, at, next int) bool {
	s := l.s
	if next >= l.to {
		return false
	}
	switch l.outer {
	case verbBare:
		return s.is(at+1, to) && s.infinitiveAt(at+2) || s.bareVerb(next) && !l.nested(start, at) && !s.secondInfinitive(start, at)
	case verbThird:
		return s.thirdVerb(next) && !l.nested(start, at)
	case verbGerund:
		return s.at(next).common && s.at(next).forms&gerund != 0 && !l.nested(start, at)
	case clauseOpening:
		return l.clause(start, at, next)
	}
	return l.outer.noun() && l.phrase(start, at, next)
}

// nested tells whether a clause of its own was opened within an element: a verb after "and" belongs to that.
func (l *listing) nested(start, at int) bool {
	s := l.s
	for k := start + 1; k < at; k++ {
		if (s.any(k, embedders) || s.conditionAt(k)) && s.verbWithin(k+1, at) {
			return true
		}
	}
	return false
}

// clause tells whether a clause goes on with another one, or with a further verb of its own.
func (l *listing) clause(start, at, next int) bool {
	s := l.s
	inner := l.nested(start, at)
	if s.is(at+1, that) {
		return s.clauseAt(at+2) && (!inner || s.is(l.from-1, that))
	}
	if inner {
		return false
	}
	if s.nounPhraseAt(next) {
		if p := s.phraseAfter(next); !p.empty() && (s.finite(p.to) || s.subjunctive(p.to)) && s.finiteIn(start, at) {
			return true
		}
	}
	switch {
	case s.secondInfinitive(start, at):
		return false
	case s.finite(next):
		return s.finiteIn(start, at)
	case s.participleAt(next):
		return s.passiveWithin(start, at)
	}
	return s.bareVerb(next)
}

// finiteIn tells a verb in a clause, one in the bare form of a demand too: "that Oland recognize".
func (s *sentence) finiteIn(from, to int) bool {
	for k := from; k < to; k++ {
		if s.finite(k) || k > from && (s.subjunctive(k) || s.bareVerb(k)) {
			return true
		}
	}
	return false
}

// subjunctive tells the "be" of a demand.
func (s *sentence) subjunctive(i int) bool {
	return s.is(i, be) && !s.is(i, finiteBe) || s.is(i, not) && s.is(i+1, be)
}

func (s *sentence) participleAt(i int) bool {
	w := s.at(i)
	return w.common && w.forms&participle != 0 && !s.nounFollows(i)
}

func (s *sentence) passiveWithin(from, to int) bool {
	for k := from; k < to-1; k++ {
		if s.is(k, be) && s.at(k+1).forms&participle != 0 {
			return true
		}
	}
	return false
}

// secondInfinitive tells a "to" with a verb within an element: a further bare verb goes with that one.
func (s *sentence) secondInfinitive(from, end int) bool {
	for k := from + 1; k < end; k++ {
		if s.is(k, to) && s.infinitiveAt(k+1) && !s.nounPhraseOnly(k+1) {
			return true
		}
	}
	return false
}

// nounPhraseOnly tells what begins a noun phrase and is no verb: "to the border".
func (s *sentence) nounPhraseOnly(i int) bool { return s.any(i, nounOpeners) || s.capital(i) }
