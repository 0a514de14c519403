package cli

import (
	"context"
	"fmt"
	"time"

	"parley/model"
)

// How far reading is, on stderr. Only a terminal sees it, only when it takes a while, and at the end nothing is left of it.

const (
	unseen = 300 * time.Millisecond // what is over by then needs no bar
	redraw = 100 * time.Millisecond
)

// progress shows how far a library is until stop is called.
func (s *setting) progress(lib model.Library) (stop func()) {
	if !s.Watched {
		return func() {}
	}
	ctx, cancel := context.WithCancel(s)
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		defer func() { _ = recover() }() // a bar that breaks is no reason to end
		drawn := false
		defer func() {
			if drawn {
				fmt.Fprint(s.Errs, "\r\x1b[K") // nobody is left to tell
			}
		}()
		tick := time.NewTimer(unseen)
		defer tick.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case <-tick.C:
			}
			o, err := lib.Overview(ctx, model.Filter{})
			if err == nil && o.Progress.Total > 0 {
				drawn = true
				fmt.Fprint(s.Errs, "\r\x1b[K"+progressLine(o.Progress)) // nobody is left to tell
			}
			tick.Reset(redraw)
		}
	}()
	return func() {
		cancel()
		<-ended
	}
}

// progressLine is a bar of twenty cells and the count: reading ████████····  12,345 of 100,000.
func progressLine(p model.Progress) string {
	const cells = 20
	full := 0
	if p.Total > 0 {
		full = min(cells, cells*p.Done/p.Total)
	}
	bar := make([]rune, cells)
	for i := range bar {
		bar[i] = '·'
		if i < full {
			bar[i] = '█'
		}
	}
	return fmt.Sprintf("reading %s  %s of %s  ctrl+c stops", string(bar), thousands(p.Done), thousands(p.Total))
}

// thousands writes a number with commas.
func thousands(n int) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
