package cache

import (
	"context"
	"fmt"
	"io"
	"maps"
	"slices"
	"time"

	"parley/model"
	"parley/model/extract"
	"parley/model/search"
)

// A new snapshot
//
// It is written from the segments of a view while the library goes on: what changes meanwhile comes to segments made later,
// and is marked as gone in the new one when that takes the place of those it was made of.

const (
	stale    = 0.04 // the share of briefings that may be elsewhere than in the snapshot
	segments = 16   // and the most segments beside it

	// patience is the least time between two snapshots of which the second is for names alone: see Library.relist.
	patience = 5 * time.Minute
)

// consider begins a new snapshot where it is due. l.reading is held.
func (l *Library) consider() {
	v := l.now()
	if !l.writes() || l.since != nil || l.ctx.Err() != nil || l.notesUnwritten() {
		return
	}
	statements, elsewhere, all, base := 0, 0, 0, false
	for _, m := range v.segments {
		statements += m.said.Len() + m.offered.Len()
		all += m.alive()
		if m.written {
			base = true
			elsewhere += m.goneCount
		} else {
			elsewhere += m.alive()
		}
	}
	elsewhere += len(l.touched)
	relist := l.relist && time.Since(l.listed) > patience
	due := !base || len(v.segments) > segments || float64(elsewhere) > stale*float64(all)
	switch {
	case statements < l.o.Threshold || !due && !relist:
		return
	case !due:
		l.listed = time.Now()
	}
	l.young = nil // what is read from now on comes to a segment of its own
	l.since, l.relist = map[string]bool{}, false
	touched := maps.Clone(l.touched)
	l.writers.Go(func() { l.guarded(func() { l.rewrite(v, touched) }) })
}

func (l *Library) notesUnwritten() bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.notes.unwritten != ""
}

// rewrite writes a snapshot of a view and puts it in the view's place; touched are the stamps that are newer than the view's.
func (l *Library) rewrite(v *view, touched map[string]kept) {
	began := time.Now()
	var s *segment
	var err error
	sparing(func() { err = l.rewriting(v, touched, &s) })
	l.reading.Lock()
	defer l.reading.Unlock()
	since := l.since
	l.since = nil
	if l.ctx.Err() != nil {
		return
	}
	l.mu.Lock()
	if err != nil {
		l.notes.unwritten = err.Error()
	} else {
		l.notes.written = fmt.Sprintf("%d briefings in %.1f s", s.briefings.len(), time.Since(began).Seconds())
		l.notes.void = ""
	}
	l.mu.Unlock()
	now := l.now().segments
	if err != nil {
		l.show(now)
		return
	}
	base := mount(s)
	base.written = true
	maps.DeleteFunc(l.touched, func(name string, k kept) bool { return touched[name] == k })
	list := []*mounted{drop(base, since)}
	for _, m := range now {
		if !among(m, v.segments) {
			list = append(list, m)
		}
	}
	l.show(list)
	l.noteSeen()
}

// among tells whether a segment is one of those, whatever of it is gone meanwhile.
func among(m *mounted, list []*mounted) bool {
	for _, o := range list {
		if o.segment == m.segment {
			return true
		}
	}
	return false
}

// rewriting does the work; a fault in it is an error.
func (l *Library) rewriting(v *view, touched map[string]kept, s **segment) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("parley broke: %v", r)
		}
	}()
	var write error
	damage, _ := attempt(v, func(v *view) error {
		*s, write = l.o.write(l.file, l.o.Key, func(to io.Writer) error { return v.writeAll(l.ctx, to, touched) })
		return nil
	})
	if damage != "" {
		return search.Damage(damage)
	}
	return write
}

// writeAll writes all of a view as one segment, joined anew. Of the texts only one is in memory at a time.
func (v *view) writeAll(ctx context.Context, to io.Writer, touched map[string]kept) error {
	h := v.search(ctx, ofHeads, model.Filter{}, false)
	join := extract.NewJoiner()
	for p := range v.inTurn(&h) {
		join.Names(withoutMentions(&model.Text{Actors: p.m.cast(p.briefing)}))
	}
	for p := range v.inTurn(&h) {
		join.Rest(withoutMentions(&model.Text{Actors: p.m.cast(p.briefing)}))
	}
	b := newBuilder(to, join, join.Settle())
	b.adopts, b.between = true, v.forget
	moves := map[*mounted]*move{}
	for _, m := range v.segments {
		moves[m] = newMove(m)
	}
	for p := range v.inTurn(&h) {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		moves[p.m].take(p.m, p.briefing, b)
		x := p.m.page(p.briefing)
		if k, ok := touched[p.file]; ok && k.sum == x.kept.sum {
			x.kept = k
		}
		b.add(x)
	}
	for _, m := range v.segments {
		b.heads.Adopt(m.heads, moves[m].heads)
		b.said.Adopt(m.said, moves[m].quotes)
		b.offered.Adopt(m.offered, moves[m].proposals)
	}
	_, err := b.finish()
	return err
}

// A move is the new numbers of a segment's documents.
type move struct{ heads, quotes, proposals []uint32 }

func newMove(m *mounted) *move {
	none := func(n int) []uint32 { return slices.Repeat([]uint32{search.None}, n) }
	return &move{none(m.heads.Len()), none(m.said.Len()), none(m.offered.Len())}
}

// take numbers a briefing and its statements as the next that a builder is to get.
func (o *move) take(m *mounted, b int, to *builder) {
	o.heads[b] = uint32(to.heads.Len())
	for i := m.firstQuote(b); i < m.firstQuote(b+1); i++ {
		o.quotes[i] = uint32(to.said.Len() + i - m.firstQuote(b))
	}
	for i := m.firstProposal(b); i < m.firstProposal(b+1); i++ {
		o.proposals[i] = uint32(to.offered.Len() + i - m.firstProposal(b))
	}
}

// inTurn goes through all briefings and lets go of what was mapped on the way, so that a whole library of pages does not
// count as this program's.
func (v *view) inTurn(h *hits) func(func(place) bool) {
	const often = 4096
	return func(yield func(place) bool) {
		n := 0
		for p := range h.all() {
			if !yield(p) {
				return
			}
			if n++; n%often == 0 {
				v.forget()
			}
		}
		v.forget()
	}
}

func (v *view) forget() {
	for _, m := range v.segments {
		if f, ok := m.memory.(*mapping); ok {
			f.forget()
		}
	}
}
