package proposal

import (
	"parley/model"
	"parley/model/extract/lexicon"
)

// Verbs of asking and refusing that say nobody's position.
//
// Rules:
//   - Who has not asked has not demanded.
//   - In a text about negotiation, "asked whether" is a question put to somebody, and "declined to comment" leaves open what
//     is thought. Daily news call both somebody's attitude, and there they count.

func (s *sentence) idle(h *hit) bool {
	if h.special {
		return false
	}
	if h.negated && (h.family == model.Demand || h.family == model.Float) {
		return true
	}
	if !s.negotiation() {
		return false
	}
	return h.complement == question && h.family == model.Demand || h.family == model.Reject && silences().Has(s.at(s.contentWord(h)).hash)
}

// silences are what somebody declines to do who says nothing.
var silences = lexicon.Listed("comment elaborate say")
