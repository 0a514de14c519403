package proposal

import "parley/model/extract/prose"

// Lists and pairs that an end must not cut.
//
// Rules:
//   - A content that would end at a comma goes on where that comma belongs to "A, B and C", each part opening as the first
//     one does; it then ends where the rules end the last part.
//   - "Between X and Y" is kept whole.

// keepWhole moves the end of a content behind a list or a pair that it would cut.
func (s *sentence) keepWhole(h *hit) {
	last := s.lastEnd(h)
	end := h.content.to
	if s.openPair(h.content.from, end) && s.is(end, and) && s.nounPhraseAt(end+1) {
		if p := s.phraseAfter(end + 1); p.to > end+1 && p.to <= last {
			h.content.to = p.to
		}
		return
	}
	if s.kind(end) != prose.Comma || s.kind(end-1) == prose.Comma {
		return
	}
	from := s.elementStart(h.content.from, end)
	list := listing{s: s, from: from, to: last, outer: s.openingOf(h, from)}
	if list.outer == otherOpening || list.outer == clauseOpening {
		return
	}
	list.read()
	if next := list.closing(end); next > 0 {
		h.content.to = s.endFrom(h, next, last)
	}
}

// closing answers where the last part begins of the list that goes on at a comma, 0 where there is none. A part is
// no longer than listWords.
func (l *listing) closing(comma int) int {
	on := false
	at := comma
	for _, j := range l.joints {
		if j.end == comma && !j.last {
			on = true
		}
		if !on || j.end < comma {
			continue
		}
		if j.end-at > listWords || l.s.stopWithin(at, j.end) {
			return 0
		}
		if at = j.next; j.last {
			return j.next
		}
	}
	return 0
}

// listWords bounds one part of a list.
const listWords = 14

// stopWithin tells whether a sentence or a list ends between two words.
func (s *sentence) stopWithin(from, to int) bool {
	for k := from; k < to; k++ {
		if s.stop(k) {
			return true
		}
	}
	return false
}

// endFrom answers where the rules end a content from a word on.
func (s *sentence) endFrom(h *hit, from, last int) int {
	end := from + 1
	for end < last && !s.endsBefore(h, end, false) {
		end++
	}
	return s.trimmed(h.content.from, end)
}

// openPair tells "between" without its "and".
func (s *sentence) openPair(from, to int) bool {
	for k := to - 1; k >= from && k > to-6; k-- {
		switch {
		case s.is(k, and):
			return false
		case s.at(k).hash == betweenW:
			return true
		}
	}
	return false
}
