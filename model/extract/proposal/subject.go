package proposal

import "parley/model/extract/prose"

// Who acts: the subject of a verb, looked for leftwards.
//
// Rules:
//   - Auxiliaries, adverbs, days and "last week" between subject and verb are passed.
//   - What stands then decides: a pronoun, a noun phrase (phrase.go), "who" and "that" (relative.go), a comma, dash or
//     bracket (apposition.go), "and" and "but" (coordination.go), "to", a preposition or another verb (control.go).

// A subject is who acts, and by which rule that was found.
type subject struct {
	span          // the mention, with "who"
	name   span   // whom it names: the antecedent
	head   int    // the last word of its first noun phrase
	how    symbol // by which rule
	before int    // the word before the clause that it is the subject of; for nests
}

// The rules by which a subject is found.
var (
	howPlain, howPronoun, howRelative, howApposition           = sym("plain"), sym("pronoun"), sym("relative"), sym("apposition")
	howCoordination, howControl, howParticiple, howPassive     = sym("coordination"), sym("control"), sym("participle"), sym("passive")
	howCarrier, howFallback, howPossessive, howOf, howModifier = sym("carrier"), sym("fallback"), sym("possessive"), sym("of"), sym("modifier")
	howLight                                                   = sym("light")
)

// one makes a list of a subject, in the room that all of a sentence share.
func (s *sentence) one(r subject) []subject {
	s.subjects = append(s.subjects, r)
	n := len(s.subjects)
	return s.subjects[n-1 : n : n]
}

// A verbal is what was passed between a subject and its verb.
type verbal struct {
	modal, negated, progressive, hedged bool
	at                                  int // the word before, where the subject ends
}

// passed goes left over auxiliaries, adverbs and days.
func (s *sentence) passed(v int) verbal {
	var p verbal
	i := v - 1
	for i >= 0 {
		w := s.at(i)
		switch {
		case s.is(i, modal) || w.kind == prose.Clitic:
			p.modal = true
			p.negated = p.negated || w.is(not)
		case s.any(i, auxiliaries), s.is(i, be), s.is(i, have), w.aux:
			p.negated = p.negated || w.is(not)
			p.progressive = p.progressive || s.is(i, be)
		case s.is(i, not):
			p.negated = true
		case s.noLonger(i):
			p.negated = true
			i--
		case s.lyAdverb(i) && !(s.is(i, anybody) && !s.nominal(i-1) && !s.is(i-1, subjectPronoun)):
			p.hedged = p.hedged || w.is(hedge)
		default:
			n := s.dateBefore(i)
			if n == i {
				p.at = i
				return p
			}
			i = n
			continue
		}
		i--
	}
	p.at = i
	return p
}

// noLonger tells the second of the two words.
func (s *sentence) noLonger(i int) bool { return s.at(i).hash == longerW && s.at(i-1).hash == noW }

// dateBefore goes left over one date: "on Thursday", "late Monday", "last week", "on 18 September", "in January".
func (s *sentence) dateBefore(i int) int {
	var j int
	switch {
	case s.at(i).is(day):
		j = i - 1
		if s.is(j, when) || s.is(j, pointing) || s.at(j).is(day) {
			j--
		}
	case s.is(i, period) && (s.is(i-1, when) || s.is(i-1, pointing)):
		j = i - 2
	case s.kind(i) == prose.Number && s.at(i-1).is(month), s.at(i).is(month) && s.kind(i-1) == prose.Number:
		j = i - 2
	case s.at(i).is(month) && s.capitalWord(i) && s.is(i-1, preposition):
		j = i - 1
	case s.kind(i) == prose.Number && s.is(i-1, preposition) && i-1 > 0 && s.year(i):
		j = i - 1
	default:
		return i
	}
	if j >= 0 && s.is(j, preposition) && !s.is(j, of) {
		j--
	}
	return j
}

func (s *sentence) capitalWord(i int) bool { return s.at(i).written(prose.Capital) }

func (s *sentence) year(i int) bool {
	w := s.at(i)
	return w.end-w.start == 4 && (s.doc.Text[w.start] == '1' || s.doc.Text[w.start] == '2')
}

// depth bounds how often one subject is looked for through another.
const depth = 4

// mostAsked is how often a subject is looked for in one sentence; after that verbs have none. News need eighty at most, while a
// sentence made of nothing but verbs and commas leads from each to all before it.
const mostAsked = 500

// subjectOf answers the subject of a verb.
func (s *sentence) subjectOf(v int, how voice, deep int) (subject, verbal) {
	p := s.passed(v)
	if how == participleVoice {
		p.at = s.left(v)
	}
	if s.asked++; deep <= 0 || s.asked > mostAsked {
		return subject{}, p
	}
	i := p.at
	bare := s.at(v).forms&base != 0 && !p.modal
	switch {
	case i < 0 || s.kind(i) == prose.Stop:
		return s.fronted(v, how), p
	case how == gerundVoice, how == infinitiveVoice:
		return s.controlled(i, v, deep), p
	case how == participleVoice:
		return s.participial(i, v, deep), p
	case s.is(i, relative) && !(s.is(i, that) && s.clausal(i)):
		return s.relativeSubject(i), p
	case s.is(i, to):
		return s.controlled(i, v, deep), p
	case s.is(i, subjectPronoun):
		return s.pronounSubject(i), p
	case s.any(i, coordinators):
		return s.coordinate(i, v, bare, deep), p
	case s.kind(i) == prose.Comma, s.kind(i) == prose.Dash, s.kind(i) == prose.Close:
		return s.apposed(i, v, deep), p
	case s.nominal(i), s.is(i, anybody):
		return s.plain(i), p
	}
	return subject{}, p
}

func (s *sentence) pronounSubject(i int) subject {
	return subject{span: span{i, i + 1}, name: span{i, i + 1}, head: i, how: howPronoun, before: i - 1}
}

// plain takes the noun phrase that ends at a word.
func (s *sentence) plain(end int) subject {
	p := s.phraseBefore(end)
	if p.empty() {
		if s.is(end, anybody) {
			return s.pronounSubject(end)
		}
		return subject{}
	}
	return subject{span: p.span, name: p.span, head: p.head, how: howPlain, before: p.before}
}

// clausal tells the "that" of a clause from the one that stands for a noun: a verb of speech or of the table before it.
func (s *sentence) clausal(i int) bool {
	b := s.left(i)
	w := s.at(b)
	return w.common && w.kind == prose.Word && (w.is(speech) || w.is(mover) && w.forms&(past|third|gerund) != 0)
}

// fronted answers the subject of a participle that opens the sentence: the noun phrase after the next comma.
func (s *sentence) fronted(v int, how voice) subject {
	if how != participleVoice && how != gerundVoice && how != infinitiveVoice {
		return subject{}
	}
	for i := v + 1; i < len(s.w) && i < v+40; i++ {
		if s.kind(i) == prose.Stop {
			return subject{}
		}
		if s.kind(i) == prose.Comma && s.nounPhraseAt(i+1) {
			if p := s.phraseAfter(i + 1); !p.empty() && s.finite(p.to) {
				return subject{span: p, name: p, head: p.to - 1, how: howParticiple, before: i}
			}
		}
	}
	return subject{}
}

// phraseAfter reads a noun phrase rightwards.
func (s *sentence) phraseAfter(i int) span {
	if s.is(i, subjectPronoun) || s.is(i, objectPronoun) {
		return span{i, i + 1}
	}
	j := i
	for j < len(s.w) && j < i+16 {
		switch {
		case s.any(j, nounOpeners) && j == i, s.nominal(j), s.any(j, nounOpeners) && (s.is(j-1, of) || s.is(j-1, and) || s.is(j-1, innerPreposition)):
			j++
		case s.kind(j) == prose.Possessive && !s.at(j).aux:
			j++
		case j > i && (s.is(j, of) || s.is(j, and) && s.nounPhraseAt(j+1)):
			j++
		default:
			return span{i, j}
		}
	}
	return span{i, j}
}
