package proposal

import (
	"slices"

	"parley/model/extract/prose"
)

// Which sentences are looked at.
//
// Rules:
//   - A sentence is looked at for a word that a rule may begin with: a verb or a noun of the tables, "willing", "plan", "must".
//   - A verb that is one only together with other words ("said no to", "make clear") counts where one of them follows, one word
//     in between; every other rule where the words that it needs stand anywhere in the sentence.

// A mark tells what every word of a text is asked for. It is a byte, beside the word's entry.
type mark uint8

const (
	topicalMark mark = 1 << iota // of states or matters: topic.go
	triggerMark                  // a rule may begin with it
	verbMark                     // it is a verb that may stand alone
	ledMark                      // a verb that needs one of its leads
)

// triggers are the groups of which one must stand in a sentence that is looked at.
var triggers = these(mover, mentions, ready, unwilling, planNoun, must, should, would, idea, ground)

// mark settles marks, leads and briefs.
func (t *table) mark() {
	t.marks, t.briefs = make([]mark, len(t.entries)), make([]brief, len(t.entries))
	for i := range t.entries {
		e := &t.entries[i]
		t.briefs[i] = brief{e.groups, e.forms}
		if e.groups.any(topical) {
			t.marks[i] |= topicalMark
		}
		if e.groups.any(triggers) {
			t.marks[i] |= triggerMark
		}
		if e.groups.has(mover) {
			t.marks[i] |= e.lead()
		}
	}
}

// lead notes what must follow a verb, and answers its mark.
func (e *entry) lead() mark {
	for i := range e.uses {
		p := e.uses[i].move.particles
		if len(p) == 0 {
			return verbMark
		}
		e.leads = append(e.leads, p[0])
	}
	return ledMark
}

// worth tells whether a rule could apply to a stretch of tokens.
func (s *sentence) worth(from, to int32) bool {
	all := mark(0)
	for t := from; t < to; t++ {
		m := s.table.marks[s.known[t]]
		if m&verbMark != 0 || m&ledMark != 0 && s.led(t, to) {
			return true
		}
		all |= m
	}
	if all&triggerMark == 0 {
		return false
	}
	s.present = set{}
	for _, n := range s.known[from:to] {
		s.present.join(s.table.briefs[n].groups)
	}
	return slices.ContainsFunc(shapesOf[1:], s.applies)
}

// led tells whether one of the leads of a word follows, one word in between.
func (s *sentence) led(t, to int32) bool {
	leads := s.table.entries[s.known[t]].leads
	words := 0
	for t++; t < to && words < 2; t++ {
		if token := &s.doc.Tokens[t]; token.Kind != prose.Mark {
			if slices.Contains(leads, token.Hash) {
				return true
			}
			words++
		}
	}
	return false
}
