package dashboard

import "parley/model"

// Where somebody was, as a browser keeps it: a jump forgets what lay ahead.

const longestHistory = 200

// A spot is a place on the screen that can be gone back to.
type spot struct {
	pane    int
	track   string
	file    string     // the briefing that the panes are narrowed to; empty: all
	actor   string     // the name of the actor that statements are narrowed to
	reading string     // the briefing in the reader
	span    model.Span // what is marked there
	at      int        // the source byte at the top of the reader
}

// same tells whether going from s to o would move anything worth a step.
func (s spot) same(o spot) bool {
	s.at, o.at = 0, 0
	return s == o
}

// A history is two stacks.
type history struct{ behind, ahead []spot }

// leave remembers where a jump starts.
func (h *history) leave(from spot) {
	h.ahead = nil
	if n := len(h.behind); n > 0 && h.behind[n-1].same(from) {
		h.behind[n-1] = from
		return
	}
	h.behind = append(h.behind, from)
	if len(h.behind) > longestHistory {
		h.behind = h.behind[1:]
	}
}

// back answers the last spot that differs from now.
func (h *history) back(now spot) (spot, bool) { return step(&h.behind, &h.ahead, now) }

// forward undoes back.
func (h *history) forward(now spot) (spot, bool) { return step(&h.ahead, &h.behind, now) }

func step(from, to *[]spot, now spot) (spot, bool) {
	for n := len(*from); n > 0; n = len(*from) {
		s := (*from)[n-1]
		*from = (*from)[:n-1]
		if s.same(now) {
			continue
		}
		*to = append(*to, now)
		return s, true
	}
	return spot{}, false
}
