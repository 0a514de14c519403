package proposal

import "parley/model"

// What a verb says where it is negated, beyond what the models were fitted on.
//
// Rules:
//   - "Decided not to accept" rejects as "did not accept" does.
//   - Who has not rejected leaves it open, which is no consent; who will not reverse something refuses.

// twin tells a negated verb that the table has with its negation too: "not rule out" counts, once.
func (h *hit) twin() bool { return h.negated && h.key == "rule out" && h.reason == verbRule }

// meant answers the family of a hit as a reader takes it.
func (s *sentence) meant(h *hit) model.Predicate {
	if h.reason != verbRule {
		return h.family
	}
	p := s.passed(h.cue.from)
	decided := s.is(p.at, to) && s.is(p.at-1, not)
	switch h.move.family {
	case model.Reject:
		if decided || h.negated && !h.modal {
			return model.Float
		}
	case model.Accept, model.Commit, model.Propose, model.Concede:
		if decided {
			return model.Reject
		}
	}
	return h.family
}
