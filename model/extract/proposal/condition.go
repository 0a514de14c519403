package proposal

import (
	"parley/model"
	"parley/model/extract/lexicon"
	"parley/model/extract/prose"
)

// Conditions: a content never ends before one.
var (
	onlyW      = lexicon.Hash("only")
	ifW        = lexicon.Hash("if")
	afterW     = lexicon.Hash("after")
	untilW     = lexicon.Hash("until")
	asW        = lexicon.Hash("as")
	longW      = lexicon.Hash("long")
	soonW      = lexicon.Hash("soon")
	conditionW = lexicon.Hash("condition")
	onceW      = lexicon.Hash("once")
	whenW      = lexicon.Hash("when")
	shouldW    = lexicon.Hash("should")
)

// conditional tells a hit that is for something under a condition.
func (s *sentence) conditional(h *hit) bool {
	switch h.family {
	case model.Propose, model.Accept, model.Commit, model.Concede, model.Float:
	default:
		return false
	}
	for i := h.content.from; i < h.content.to; i++ {
		if s.conditionAt(i) && s.at(i).hash != untilW {
			return true
		}
	}
	for i := h.cue.from - 1; i >= 0 && i >= h.cue.from-2; i-- {
		if s.at(i).hash == onlyW { // would only accept it after ...
			return true
		}
	}
	return s.frontedCondition(h) || s.conditionBehindSaid(h)
}

// asideWords is how many words may stand between the commas of ", a senior official said,".
const asideWords = 8

// conditionBehindSaid tells a condition that goes on behind whoever says so: "would return it, an envoy said, if Oland agrees".
func (s *sentence) conditionBehindSaid(h *hit) bool {
	i := h.content.to
	if s.kind(i) != prose.Comma || !s.speechFollows(i+1) {
		return false
	}
	for k := i + 1; k <= i+asideWords; k++ {
		if s.kind(k) == prose.Comma {
			return s.conditionAt(k+1) && s.at(k+1).hash != untilW
		}
	}
	return false
}

// frontedCondition tells a condition that stands before who acts: "If Oland agrees, Veyra would lift it", "Should Oland agree, ...".
func (s *sentence) frontedCondition(h *hit) bool {
	if len(h.actors) == 0 || s.kind(h.actors[0].from-1) != prose.Comma {
		return false
	}
	for i := h.actors[0].from - 2; i >= 0 && !s.stop(i); i-- {
		if s.conditionAt(i) && s.at(i).hash != untilW || i == 0 && s.at(i).hash == shouldW && s.nounPhraseAt(i+1) {
			return true
		}
	}
	return false
}

// conditionAt tells whether a condition begins at a word.
func (s *sentence) conditionAt(i int) bool {
	w := s.at(i)
	switch {
	case s.is(i, condition):
		return true
	case w.hash == onlyW:
		n := s.at(i + 1).hash
		return n == ifW || n == afterW || n == onceW || n == whenW
	case w.hash == ifW, w.hash == untilW:
		return true
	case w.hash == asW:
		return s.at(i+1).hash == longW || s.at(i+1).hash == soonW
	case w.hash == longW:
		return s.at(i+1).hash == asW
	case w.hash == onW:
		return s.at(i+1).hash == conditionW
	}
	return false
}
