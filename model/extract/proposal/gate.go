package proposal

import (
	"slices"
	"strings"

	"parley/model/extract/lexicon"
	"parley/model/extract/prose"
)

// Which sentences are looked at.
//
// Rules:
//   - A sentence is looked at for a word that a rule begins with, where what that rule cannot do without stands beside it: a verb
//     with its particle, and with a matter of negotiation in the sentence where it needs one; a noun with "that", "to", "of" after
//     it; "must" behind a verb of speech; "will" and what somebody may do; "willing to".
//   - Right after an article or a possessive no verb of the tables is one.
//   - Where the sentence before proposes something, a word that may answer it is enough.
//   - A verb or a noun of the tables, "willing", "plan", "must" or their like has to stand in it at all: "was needed" and "failed
//     to reach" are looked for only beside one of these.
//
// But for the last, the gate lets through all that a rule would find, and much in which none finds anything. It asks for marks of
// each word's number alone, and works nothing out.

// A sign is what every word of a text is asked for, by its number.
type sign struct {
	marks mark
	entry uint16
	brief uint16
}

// A mark tells what a word is to the gate.
type mark uint32

const (
	topicalMark    mark = 1 << iota // of states or matters: topic.go
	triggerMark                     // one must stand in a sentence that is looked at
	answerMark                      // by which something is answered
	verbMark                        // a verb that may stand alone
	matterVerbMark                  // one that may, with a matter of negotiation
	ledMark                         // one that needs one of its leads
	matterMark
	openerMark // an article or a possessive
	mentionMark
	linkMark // what may follow a noun of the table
	saidMark
	reportedMark // must, should
	wouldMark
	notMark
	willedMark // what somebody will do
	passedMark // between "will" and its verb
	beMark
	readyMark
	toMark
	planMark
	planningMark
	ideaMark
	includeMark
	groundMark
	thatMark
	failingMark
)

// beginnings are the words that a rule may begin with.
const beginnings = verbMark | matterVerbMark | ledMark | mentionMark | reportedMark | wouldMark | readyMark | planningMark | ideaMark |
	groundMark | failingMark

// marksOf say which groups have a mark.
var marksOf = [...]struct {
	groups set
	mark   mark
}{
	{topical, topicalMark},
	{these(mover, mentions, ready, unwilling, planNoun, must, should, would, idea, ground), triggerMark},
	{these(answerNo, answerYes, said), answerMark},
	{these(matter), matterMark},
	{these(mentions), mentionMark},
	{these(that, to), linkMark},
	{these(said), saidMark},
	{these(must, should, mustBe), reportedMark},
	{these(would), wouldMark},
	{these(not), notMark},
	{these(willVerb, saidWillVerb), willedMark},
	{these(adverb, preposition, day, month, when), passedMark},
	{these(be), beMark},
	{these(ready, unwilling), readyMark},
	{these(to), toMark},
	{these(planNoun), planMark},
	{these(planning), planningMark},
	{these(idea), ideaMark},
	{these(include), includeMark},
	{these(ground), groundMark},
	{these(that), thatMark},
	{these(failing), failingMark},
}

// notOpening are groups whose words are passed on the way from a verb to what stands before it, or stand for somebody.
var notOpening = these(anybody, adverb, not, day, month, period)

// mark settles signs and leads.
func (t *table) mark() {
	marks := make([]mark, len(t.entries))
	for i := range t.entries {
		e := &t.entries[i]
		for _, m := range marksOf {
			if e.groups.any(m.groups) {
				marks[i] |= m.mark
			}
		}
		if e.groups.any(nounOpeners) && !e.groups.any(notOpening) {
			marks[i] |= openerMark
		}
		if e.groups.has(mover) {
			marks[i] |= e.lead()
		}
	}
	t.signs = make([]sign, lexicon.Numbers().Len())
	t.words.Each(func(hash uint64, i uint32) {
		x := &t.signs[lexicon.Number(hash)]
		x.marks |= marks[i]
		x.entry, x.brief = uint16(i), t.entries[i].brief
	})
	for _, w := range [...]uint64{ofW, by, forW, onW, uponW} {
		t.signs[lexicon.Number(w)].marks |= linkMark
	}
	for _, w := range willing {
		t.signs[lexicon.Number(lexicon.Hash(w))].marks |= willedMark
	}
	none := &t.signs[0] // a word without a number may be any of those that have none
	none.marks &^= openerMark
	t.whole, none.entry, none.brief = none.entry == 0, 0, 0
}

// lead notes what must follow a verb, and answers its marks.
func (e *entry) lead() (m mark) {
	for i := range e.uses {
		switch v := e.uses[i].move; {
		case len(v.particles) > 0:
			m |= ledMark
			e.leads = append(e.leads, v.particles[0])
		case v.matter:
			m |= matterVerbMark
		default:
			m |= verbMark
		}
	}
	return m
}

// worth tells whether a rule could find something in a stretch of tokens.
func (s *sentence) worth(from, to int32) bool {
	all, signs := mark(0), s.table.signs
	tokens := s.doc.Tokens[from:to]
	for i := range tokens {
		all |= signs[tokens[i].Number].marks
	}
	if all&triggerMark == 0 {
		return false
	}
	if all&answerMark != 0 && len(s.before) > 0 {
		return true
	}
	before, last := mark(0), mark(0)
	for i := range tokens {
		m := signs[tokens[i].Number].marks
		if m&beginnings != 0 && s.begins(tokens[i:], m, all, before, last) {
			return true
		}
		before |= m
		if last = m; tokens[i].Is(prose.Capital) && (i > 0 || tokens[i].Is(prose.Upper)) {
			last = 0 // perhaps a name
		}
	}
	return false
}

// begins tells whether a rule may begin with the first of the tokens, by its marks, those of all tokens of the sentence, of all
// before it, and of the last before it.
func (s *sentence) begins(tokens []prose.Token, m, all, before, last mark) bool {
	if last&openerMark == 0 &&
		(m&verbMark != 0 || m&matterVerbMark != 0 && all&matterMark != 0 || m&ledMark != 0 && s.led(tokens)) {
		return true
	}
	next, _ := s.next(tokens)
	return m&mentionMark != 0 && next&linkMark != 0 ||
		m&reportedMark != 0 && before&saidMark != 0 ||
		m&wouldMark != 0 && s.willed(tokens, m) ||
		m&readyMark != 0 && next&toMark != 0 ||
		m&planningMark != 0 && before&planMark != 0 ||
		m&ideaMark != 0 && before&includeMark != 0 ||
		m&groundMark != 0 && next&thatMark != 0 ||
		m&failingMark != 0 && next&toMark != 0
}

// next answers the marks of the word after the first token, and the tokens from there on. An adverb that no table holds is one
// that is passed.
func (s *sentence) next(tokens []prose.Token) (mark, []prose.Token) {
	for i := 1; i < len(tokens); i++ {
		t := &tokens[i]
		if t.Kind == prose.Mark {
			continue
		}
		m := s.table.signs[t.Number].marks
		if m == 0 && t.Kind == prose.Word && strings.HasSuffix(s.doc.Text[t.Start:t.End], "ly") {
			m = passedMark
		}
		return m, tokens[i:]
	}
	return 0, nil
}

// led tells whether one of the leads of the first token follows, an adverb in between.
func (s *sentence) led(tokens []prose.Token) bool {
	known, _ := s.look(&tokens[0])
	leads := s.table.entries[known].leads
	m, rest := s.next(tokens)
	if len(rest) > 0 && slices.Contains(leads, rest[0].Hash) {
		return true
	}
	if m&passedMark == 0 {
		return false
	}
	_, rest = s.next(rest)
	return len(rest) > 0 && slices.Contains(leads, rest[0].Hash)
}

// willed tells whether what follows "will" may be what somebody will do.
func (s *sentence) willed(tokens []prose.Token, would mark) bool {
	m, rest := s.next(tokens)
	if m&beMark != 0 {
		m, _ = s.next(rest)
		return m&willedMark != 0
	}
	return would&notMark != 0 || m&(willedMark|notMark|passedMark) != 0
}
