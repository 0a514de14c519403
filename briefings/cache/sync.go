package cache

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"runtime/debug"
	"slices"
	"strings"
	"time"

	"parley/briefings/source"
	"parley/model"
	"parley/model/search"
)

// Keeping up with the disk
//
//   - A listing is compared with the stamps of what was read; only what differs is read, the last names first, as names
//     often begin with a date.
//   - A file whose bytes are what they were is not split again.

// run reads everything once and then follows what changes. It ends with Close.
func (l *Library) run(first context.Context) {
	defer close(l.ended)
	l.guarded(l.breathe)
	l.guarded(l.addParts)
	var changes <-chan []string
	if l.o.Watch {
		l.guarded(func() { changes = l.src.Watch(l.ctx) }) // before reading: what changes meanwhile is not missed
	}
	l.guarded(func() { l.compare(first) })
	l.once.Do(func() { close(l.loaded) })
	close(l.settled)
	l.guarded(l.warm)
	for {
		select {
		case names, ok := <-changes:
			if !ok {
				changes = nil
				continue
			}
			l.guarded(func() { l.update(names) })
		case names := <-l.wanted:
			l.guarded(func() { l.update(names) })
		case <-l.ctx.Done():
			l.writers.Wait()
			return
		}
	}
}

// Where there is a snapshot to draw it from, the first frame has the machine to itself: until nothing was asked for a
// breath, and for patience at the most.
const (
	breath   = 50 * time.Millisecond
	patience = 10 * breath
)

// breathe waits until it is time to look at the disk.
func (l *Library) breathe() {
	began := time.Now()
	wait := breath
	for wait > 0 {
		var drawn <-chan time.Time
		if !l.o.Lazy {
			drawn = time.After(wait)
		}
		select {
		case <-l.hurry:
			return
		case <-drawn:
		case <-l.ctx.Done():
			return
		}
		if wait = breath - time.Since(time.Unix(0, l.asked.Load())); time.Since(began) > patience {
			return
		}
	}
}

// guarded turns a fault of the program into a line among the problems.
func (l *Library) guarded(work func()) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true)) // what is mapped may be cut short by others
	defer func() {
		if p := recover(); p != nil {
			if damage, ok := damageOf(p); ok && l.distrust(l.now(), damage) {
				return
			}
			l.reading.Lock()
			defer l.reading.Unlock()
			l.skips = append(l.skips, model.Problem{Message: fmt.Sprintf("parley broke while reading: %v", p), Done: "what was read stays; r reads again"})
			l.publish(nil, nil)
		}
	}()
	work()
}

// update looks at files that may have changed; nil: at all.
func (l *Library) update(names []string) {
	if names == nil {
		l.compare(l.ctx)
		return
	}
	l.reading.Lock()
	defer l.reading.Unlock()
	complete := l.complete
	l.complete = false
	l.read(l.ctx, names, 0, 0)
	l.complete = complete && l.ctx.Err() == nil
	l.noteSeen()
}

// compare brings the library up to what lies on disk.
func (l *Library) compare(ctx context.Context) {
	l.reading.Lock()
	defer l.reading.Unlock()
	l.report(model.Progress{Reading: true})
	l.complete = false
	var entries []source.Entry
	var skips []model.Problem
	err := l.src.List(ctx, func(e source.Entry) { entries = append(entries, e) }, func(p model.Problem) { skips = append(skips, p) })
	if err != nil {
		if !errors.Is(err, context.Canceled) {
			l.skips = []model.Problem{{File: l.src.Name(), Message: "cannot be listed: " + err.Error(), Done: "what was read stays, and may be old", Skipped: true}}
			l.publish(nil, nil)
		}
		l.report(model.Progress{})
		return
	}
	l.skips = skips
	var names, gone []string
	again := func() {
		names, gone = l.differing(entries)
	}
	if damage := l.careful(again); damage != "" {
		l.distrustHeld(l.now(), damage)
		again()
	}
	l.now().forget() // comparing looks at every briefing; few of them are needed again
	listed := make(map[string]bool, len(l.bad))
	for _, e := range entries {
		if _, bad := l.bad[e.Name]; bad {
			listed[e.Name] = true
		}
	}
	maps.DeleteFunc(l.bad, func(name string, _ model.Problem) bool { return !listed[name] })
	if len(gone) > 0 {
		l.publish(nil, gone)
	}
	slices.SortFunc(names, func(a, b string) int { return strings.Compare(b, a) })
	read := func() { l.read(ctx, names, len(entries)-len(names), len(entries)) }
	if len(names) > youngLimit {
		sparing(read)
	} else {
		read()
	}
	if l.complete = ctx.Err() == nil; l.complete {
		l.noteSeen()
	}
}

// careful does work that touches the view, and answers what was found to be damaged.
func (l *Library) careful(work func()) (damage string) {
	damage, _ = attempt(l.now(), func(*view) error { work(); return nil })
	return damage
}

// differing answers the files that are not what was read, and those that are there no more.
func (l *Library) differing(entries []source.Entry) (names, gone []string) {
	v := l.now()
	seen := make([]search.Set, len(v.segments))
	for i, m := range v.segments {
		seen[i] = search.NewSet(m.segment.briefings.len())
	}
	for _, e := range entries {
		same := false
		for i := len(v.segments) - 1; i >= 0; i-- {
			m := v.segments[i]
			if b, ok := m.find(e.Name); ok && !m.gone.Has(b) {
				seen[i].Add(b)
				k, touched := l.touched[e.Name]
				same = m.kept(b).stamp == e.Stamp || touched && k.stamp == e.Stamp && k.sum == m.kept(b).sum
				break
			}
		}
		if !same {
			names = append(names, e.Name)
		}
	}
	for i, m := range v.segments {
		seen[i].Or(m.gone)
		missing := search.Full(m.segment.briefings.len())
		missing.AndNot(seen[i])
		for b := range missing.All() {
			gone = append(gone, m.file(b))
		}
	}
	return names, gone
}

// report says how far reading is.
func (l *Library) report(p model.Progress) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.progress != p {
		l.progress = p
		l.bump()
	}
}
