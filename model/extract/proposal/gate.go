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
//   - Right after an article or a possessive no verb of the tables is one, nor after a preposition but in -ing.
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
	gerundMark                      // a verb in -ing
	participleMark                  // one that may be passive
	matterMark
	openerMark      // an article or a possessive
	prepositionMark // one that opens no clause
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

// mark settles signs.
func (t *table) mark() {
	marks := make([]mark, len(t.entries))
	for i := range t.entries {
		e := &t.entries[i]
		for _, m := range marksOf {
			if e.groups.any(m.groups) {
				marks[i] |= m.mark
			}
		}
		if !e.groups.any(notOpening) {
			switch {
			case e.groups.any(nounOpeners):
				marks[i] |= openerMark
			case e.groups.has(preposition) && !e.groups.has(to) && !e.groups.any(subordinators):
				marks[i] |= prepositionMark
			}
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
	if none := &t.signs[0]; none.entry == 0 {
		t.whole = true
	} else { // a word without a number may be any of those that have none
		none.marks = none.marks&^(openerMark|prepositionMark) | gerundMark | participleMark | passedMark
		none.entry, none.brief = 0, 0
	}
}

// lead answers the marks of a verb.
func (e *entry) lead() (m mark) {
	if e.forms&gerund != 0 {
		m |= gerundMark
	}
	if e.forms&participle != 0 {
		m |= participleMark
	}
	for i := range e.uses {
		switch v := e.uses[i].move; {
		case len(v.particles) > 0:
			m |= ledMark
		case v.matter:
			m |= matterVerbMark
		default:
			m |= verbMark
		}
	}
	return m
}

// sift notes of each sentence the marks of its words, and how much the text is about negotiation.
func (s *sentence) sift() {
	s.marks = slices.Grow(s.marks[:0], len(s.doc.Sentences))
	var about tally
	for i := range s.doc.Sentences {
		from, to := s.doc.SentenceTokens(i)
		tokens := s.doc.Tokens[from:to]
		all, n := s.table.union(tokens)
		s.marks = append(s.marks, all)
		about.add(s.table, tokens, n)
	}
	s.topic = about.topic()
}

// union answers the marks of all tokens, and how many of them are topical.
func (t *table) union(tokens []prose.Token) (all mark, n tally) {
	signs := t.signs
	for i := range tokens {
		token := &tokens[i]
		m := signs[token.Number].marks
		all |= m
		word := 0
		if token.Kind == prose.Word {
			word = 1
		}
		n.words += word
		n.hits += word & int(m) // topicalMark is 1
	}
	return all, n
}

// worth tells whether a rule could find something in a stretch of tokens, which have these marks between them.
func (s *sentence) worth(tokens []prose.Token, all mark) bool {
	switch {
	case all&triggerMark == 0:
		return false
	case all&answerMark != 0 && len(s.before) > 0:
		return true
	}
	g := gate{sentence: s, all: all}
	for i := range tokens {
		t := &tokens[i]
		m := s.table.signs[t.Number].marks
		if m&beginnings != 0 && g.begins(tokens[i:], m) {
			return true
		}
		g.before |= m
		if g.last = m; t.Is(prose.Capital) && (i > 0 || t.Is(prose.Upper)) {
			g.last = 0 // perhaps a name
		}
	}
	return false
}

// A gate goes over the words of a sentence.
type gate struct {
	*sentence
	all, before, last mark // of all its words, of those before one, of the one right before it
}

// begins tells whether a rule may begin with the first of the tokens, which has these marks.
func (g *gate) begins(tokens []prose.Token, m mark) bool {
	if m&(verbMark|matterVerbMark|ledMark) != 0 && g.verb(tokens, m) {
		return true
	}
	next, _ := g.next(tokens)
	return m&mentionMark != 0 && next&linkMark != 0 ||
		m&reportedMark != 0 && g.before&saidMark != 0 ||
		m&wouldMark != 0 && g.willed(tokens, m) ||
		m&readyMark != 0 && next&toMark != 0 ||
		m&planningMark != 0 && g.before&planMark != 0 ||
		m&ideaMark != 0 && g.before&includeMark != 0 ||
		m&groundMark != 0 && next&thatMark != 0 ||
		m&failingMark != 0 && next&toMark != 0
}

// verb tells whether a verb of the tables may be one here.
func (g *gate) verb(tokens []prose.Token, m mark) bool {
	if g.last&openerMark != 0 || g.last&prepositionMark != 0 && m&gerundMark == 0 {
		return false
	}
	return m&verbMark != 0 || m&ledMark != 0 && g.led(tokens) ||
		m&matterVerbMark != 0 && g.all&matterMark != 0 && (m&participleMark != 0 && g.before&(matterMark|toMark) != 0 || g.mattersSoon(tokens))
}

// mattersSoon tells whether a matter of negotiation stands soon after the first of the tokens. In the passive it may stand before,
// and behind an infinitive anywhere.
func (g *gate) mattersSoon(tokens []prose.Token) bool {
	words := 0
	for i := 1; i < len(tokens) && words < matterWords; i++ {
		t := &tokens[i]
		if t.Kind == prose.Mark {
			continue
		}
		if words++; g.table.signs[t.Number].marks&matterMark != 0 {
			return true
		}
	}
	return false
}

// next answers the marks of the word after the first token, and the tokens from there on. A number or a sign, and an adverb that no
// table holds, are passed like those that are in one.
func (g *gate) next(tokens []prose.Token) (mark, []prose.Token) {
	for i := 1; i < len(tokens); i++ {
		t := &tokens[i]
		if t.Kind == prose.Mark {
			continue
		}
		m := g.table.signs[t.Number].marks
		if m == 0 && (t.Kind != prose.Word || strings.HasSuffix(g.doc.Text[t.Start:t.End], "ly")) {
			m = passedMark
		}
		return m, tokens[i:]
	}
	return 0, nil
}

// led tells whether one of the leads of the first token follows, an adverb or "in principle" in between.
func (g *gate) led(tokens []prose.Token) bool {
	known, _ := g.table.look(&tokens[0])
	uses := g.table.entries[known].uses
	first, rest := g.next(tokens)
	for words := 0; words < 3 && len(rest) > 0; words++ {
		if leads(uses, rest[0].Hash) {
			return true
		}
		if first&passedMark == 0 {
			return false
		}
		_, rest = g.next(rest)
	}
	return false
}

// leads tells whether a word is what follows one of the uses of a verb.
func leads(uses []use, word uint64) bool {
	for i := range uses {
		if word != 0 && uses[i].lead == word {
			return true
		}
	}
	return false
}

// willed tells whether what follows "will" may be what somebody will do, or does not.
func (g *gate) willed(tokens []prose.Token, would mark) bool {
	negated := would&notMark != 0
	m, rest := g.next(tokens)
	for m&(notMark|passedMark) != 0 && m&willedMark == 0 {
		negated = negated || m&notMark != 0
		m, rest = g.next(rest)
	}
	if m&beMark != 0 {
		m, _ = g.next(rest)
	}
	return m&willedMark != 0 || negated && g.before&saidMark != 0
}
