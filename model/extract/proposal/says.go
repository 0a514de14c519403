package proposal

import "parley/model/extract/prose"

// The words of the text by which somebody does it: "would not", "called on", "is reluctant".
//
// Rules:
//   - They begin with the first auxiliary or negation before the verb and end where the content begins, so that whose it is,
//     these words and the content are a sentence.
//   - Of "X said Y would not" they are what stands behind Y, where it is Y who acts.
//   - A mark between them is passed: in “would “not sign”” the negation is as much theirs.
//   - A noun, a plan, a passive and a content that stands before its verb have none; nor have words with a comma in between,
//     or more than saysWords of them.
const saysWords = 14

// says answers the words, an empty span where there are none.
func (s *sentence) says(h *hit) span {
	from, end := h.cue.from, h.content.from
	switch h.reason {
	case verbRule, readyRule, unwillingRule, failedRule:
		from = s.firstHelper(from)
	case willRule, willNotRule, saidMustRule, saidShouldRule, saidWillRule, saidWillNotRule:
		from = s.firstHelper(from)
		for _, a := range h.actors {
			if a.from > from {
				from = a.to
			}
		}
	default:
		return span{}
	}
	if end <= from || end-from > saysWords || h.denies {
		return span{}
	}
	for i := from; i < end; i++ {
		switch s.kind(i) {
		case prose.Word, prose.Number, prose.Possessive:
		case prose.Mark:
			if i >= h.cue.to {
				return span{from, i}
			}
		default:
			return span{}
		}
	}
	return span{from, end}
}

// firstHelper answers where the auxiliaries and negations before a verb begin: "has never", "continue to".
func (s *sentence) firstHelper(v int) int {
	first, governed := v, false
	for i := v - 1; i >= 0; {
		switch {
		case s.kind(i) == prose.Clitic:
			return first
		case s.is(i, modal), s.any(i, auxiliaries), s.is(i, be), s.is(i, have), s.at(i).aux, s.is(i, not), s.is(i, to):
			first, governed = i, governed || s.is(i, to)
			i--
		case s.noLonger(i):
			first = i - 1
			i -= 2
		case s.lyAdverb(i), s.kind(i) == prose.Mark:
			i--
		case governed && s.at(i).common && s.at(i).forms&(past|third|base|participle) != 0 && !s.any(i-1, nounOpeners):
			first, governed = i, false
			i--
		default:
			n := s.dateBefore(i)
			if n == i {
				return first
			}
			i = n
		}
	}
	return first
}
