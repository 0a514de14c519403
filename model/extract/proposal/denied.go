package proposal

import (
	"parley/model"
	"parley/model/extract/lexicon"
)

// Neither Oland nor Veyra has accepted the truce · Neither side has accepted it.
//
// Rules:
//   - Two whom "neither" and "nor" name do not do what the verb says: who has not accepted rejects, who has not rejected
//     leaves it open. What they neither demand nor float is nobody's.
//   - Both are named. The verb's own words would then say the opposite, and are left out.
//   - "Neither side" names nobody.

var neitherW, norW = lexicon.Hash("neither"), lexicon.Hash("nor")

// denied turns what two do not do into what that is; it answers whether nothing is left of it.
func (s *sentence) denied(h *hit) (nothing bool) {
	if len(h.actors) == 0 || h.passive {
		return false
	}
	a := h.actors[0]
	if s.at(a.from).hash == neitherW || s.at(a.from-1).hash == neitherW {
		return true
	}
	if s.at(a.from-1).hash != norW {
		return false
	}
	switch h.family {
	case model.Accept, model.Commit, model.Propose, model.Concede:
		h.family = model.Reject
	case model.Reject:
		h.family = model.Float
	default:
		return true
	}
	h.denies = true
	if first := s.phraseBefore(a.from - 2); !first.empty() {
		if s.at(first.from).hash == neitherW {
			first.from++
		}
		other := a
		other.span, other.name, other.head = first.span, first.span, first.head
		h.actors = append([]subject{other}, h.actors...)
	}
	return h.negated
}
