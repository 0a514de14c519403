package proposal

// Tails that are no part of a content.
//
// Rules:
//   - After a noun ("Oland's demand that the ridge be cleared was noted") the verb of the sentence is no part: the second one
//     that nothing joins, or the first after "to".
//   - What opens with a quotation mark ends with its other half, where no more than tailWords words follow it.
const tailWords = 4

func (s *sentence) cutTail(h *hit) {
	from := h.content.from
	if h.reason == nounRule {
		verbs := 0
		if h.complement == thatClause {
			verbs = 1
		}
		for i := from + 1; i < h.content.to; i++ {
			if s.any(i, joiners) {
				return
			}
			if !s.finite(i) && !s.subjunctive(i) || s.finite(i-1) || s.subjunctive(i-1) {
				continue
			}
			if verbs--; verbs < 0 {
				h.content.to = s.trimmed(from, i)
				return
			}
		}
		return
	}
	if q := s.at(from).quote; q >= 0 && s.at(from).opens {
		for i := from; i < h.content.to && s.at(i).quote == q; i++ {
			if s.at(i).closes && h.content.to-i-1 <= tailWords {
				h.content.to = i + 1
				return
			}
		}
	}
}

// joiners lead to a further verb within a content.
var joiners = these(and, but, relative, subordinator, wh)
