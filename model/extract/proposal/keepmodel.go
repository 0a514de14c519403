package proposal

import (
	_ "embed"
	"sync"
)

// The model that decides which hits are kept.
//
// Rules:
//   - A hit that rules drop because it is nested under another clause may be kept if the model is surer of it.
//   - What stands in a quote, in the content of another hit, or has no actor, stays dropped: "proposed that they accept" is
//     one proposal, and nobody accepts in it.
//   - Rules of their own kind (must, willing, the idea of ...) are not judged where a sentence is about negotiation.

//go:embed keep.txt
var keepTable string

var keepModel = sync.OnceValue(func() *linear { return readLinear(keepFeatures, keepTable) })

// keepAt is the share of certainty, in parts of scale, from which a hit is kept.
const keepAt = scale * 20 / 100

// judgeKeep decides on a hit that the rules leave, or drop for its place alone.
func (s *sentence) judgeKeep(h *hit) {
	c := s.keepFacts(h)
	h.score = s.keep.score(&c)
	switch {
	case s.exempt(h):
	case s.keep.share(h.score) < keepAt:
		h.dropped = dropDoubt
	default:
		h.dropped = 0
	}
}

// exempt tells a hit that counts whatever the model says: of a rule of its own kind, where states and matters of negotiation
// are named. Daily news, on which the model is fitted, hold few of these; diplomacy lives by them.
func (s *sentence) exempt(h *hit) bool {
	return h.dropped == 0 && (h.answers || h.special && s.topical() >= exemptFrom)
}

// exemptFrom is how many words for states and matters of negotiation a sentence must hold.
const exemptFrom = 2
