package proposal

import (
	_ "embed"
	"sync"
)

// The model that decides which hits are kept.
//
// Rules:
//   - A hit that rules drop for its place (nested, inner) may be kept if the model is surer of it.
//   - What stands in a quote, or has no actor, stays dropped.

//go:embed keep.txt
var keepTable string

var keepModel = sync.OnceValue(func() *linear { return readLinear(keepTable) })

// keepAt is the share of certainty, in parts of scale, from which a hit is kept.
const keepAt = scale * 30 / 100

func (s *sentence) judgeKeep(h *hit) {
	switch h.dropped {
	case dropNobody, dropQuoted, dropPlan:
		return
	}
	s.bag.reset()
	s.keepFeatures(h, &s.bag)
	h.score = s.keep.score(s.bag.hashes)
	if share(h.score) < keepAt {
		h.dropped = dropDoubt
	} else {
		h.dropped = ""
	}
}
