package cache

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"time"

	"parley/model/search"
)

// A new snapshot
//
// It is written from the segments of a view while the library goes on: what changes meanwhile comes to segments made later,
// and is marked as gone in the new one when that takes the place of those it was made of.

const (
	stale    = 0.04 // the share of briefings that may be elsewhere than in the snapshot
	segments = 16   // and the most segments beside it

	// apart is the least time between two snapshots of which the second is for names alone: see Library.relist.
	apart = 5 * time.Minute
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
	relist := l.relist && time.Since(l.listed) > apart
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
	var damage search.Damage
	if errors.As(err, &damage) { // what it was to be made of is read again
		l.distrustHeld(l.now(), damage.Error())
		l.compareSoon()
		return
	}
	l.mu.Lock()
	if err != nil {
		l.notes.unwritten = err.Error()
	} else {
		l.notes.written = fmt.Sprintf("%d briefings in %.1f s", s.briefings.len(), time.Since(began).Seconds())
		l.notes.void = ""
		l.removeParts()
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
		*s, write = l.o.write(l.file, l.o.Key, func(to io.Writer) error { return v.writeAll(l.ctx, to, l.o.Dir, touched) })
		return nil
	})
	if damage != "" {
		return search.Damage(damage)
	}
	return write
}
