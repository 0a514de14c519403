package cache

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"

	"parley/briefings/source"
	"parley/model"
	"parley/model/search"
)

// Keeping up with the disk
//
//   - A listing is compared with the stamps of what was read; only what differs is read, the last names first, as names
//     often begin with a date.
//   - What was read is published now and then, less often the longer that takes, so that the rest of the program has at
//     least fifteen sixteenths of the time. Where very many are read, only the first are published bit by bit: after them
//     a segment is made once, when it is full.
//   - A file whose bytes are what they were is not split again.

const (
	pause      = 80 * time.Millisecond  // least time between two views while reading
	rarely     = 16                     // how much longer is read than the last view took to make
	often      = 250 * time.Millisecond // how often is said how far it is
	youngLimit = 4096                   // briefings in the segment that is made again with every change
	ahead      = 1024                   // briefings read while a segment is made, so that no processor waits
	youngFew   = 64                     // the same for a change of a few: that is on the screen within some milliseconds
)

// run reads everything once and then follows what changes. It ends with Close.
func (l *Library) run(first context.Context) {
	defer close(l.ended)
	l.breathe()
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

// breath is how long the first frame has the machine to itself, where there is a snapshot to draw it from.
const breath = 50 * time.Millisecond

// breathe waits until it is time to look at the disk.
func (l *Library) breathe() {
	var drawn <-chan time.Time
	if !l.o.Lazy {
		drawn = time.After(breath)
	}
	select {
	case <-l.hurry:
	case <-drawn:
	case <-l.ctx.Done():
	}
}

// guarded turns a fault of the program into a line among the problems.
func (l *Library) guarded(work func()) {
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
	l.read(l.ctx, names, 0, 0)
	l.noteSeen()
}

// compare brings the library up to what lies on disk.
func (l *Library) compare(ctx context.Context) {
	l.reading.Lock()
	defer l.reading.Unlock()
	l.report(model.Progress{Reading: true})
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
	if ctx.Err() == nil {
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

// An outcome is what came of reading a file.
type outcome struct {
	name string
	page page
	same bool           // the bytes are what they were
	gone bool           // it is not there
	skip *model.Problem // why there is no text
}

// read reads files and publishes what they say. done of total are there already.
func (l *Library) read(ctx context.Context, names []string, done, total int) {
	if len(names) <= youngFew && len(l.young) > youngFew {
		l.young = nil // its segment stays as it is
	}
	outcomes := l.reader(ctx, names)
	last, said, cost := time.Now(), time.Now(), time.Duration(0)
	first := true // nothing was published as full
	var pages []page
	var gone []string
	for o := range outcomes {
		delete(l.bad, o.name)
		switch {
		case o.same:
			l.touched[o.name] = o.page.kept
		case o.skip != nil:
			l.bad[o.name] = *o.skip
			gone = append(gone, o.name)
		case o.gone:
			gone = append(gone, o.name)
		default:
			pages = append(pages, o.page)
		}
		done++
		full := len(l.young)+len(pages) >= youngLimit
		if since := time.Since(last); full || first && since > pause && since > rarely*cost && done < total {
			began := time.Now()
			l.publish(pages, gone)
			pages, gone, first = nil, nil, first && !full
			l.report(model.Progress{Done: done, Total: total, Reading: true})
			last, said, cost = time.Now(), time.Now(), time.Since(began)
		} else if time.Since(said) > often {
			l.report(model.Progress{Done: done, Total: max(total, done), Reading: true})
			said = time.Now()
		}
	}
	if len(pages)+len(gone) > 0 || total > 0 {
		l.publish(pages, gone)
	}
	l.report(model.Progress{Done: done, Total: max(total, done)})
	l.consider()
}

// reader reads and splits on all processors.
func (l *Library) reader(ctx context.Context, names []string) <-chan outcome {
	work, outcomes := make(chan string), make(chan outcome, ahead)
	var workers sync.WaitGroup
	for range max(1, min(runtime.GOMAXPROCS(0), len(names))) {
		workers.Go(func() {
			for name := range work {
				if o, ok := l.one(ctx, name); ok {
					outcomes <- o
				}
			}
		})
	}
	go func() {
		defer close(outcomes)
		defer workers.Wait()
		defer close(work)
		for _, name := range names {
			select {
			case work <- name:
			case <-ctx.Done():
				return
			}
		}
	}()
	return outcomes
}

// one reads and splits a file; not ok where it was interrupted. A fault in it costs that file alone.
func (l *Library) one(ctx context.Context, name string) (o outcome, ok bool) {
	o.name = name
	defer func() {
		if p := recover(); p != nil {
			o.skip, ok = skipped(name, fmt.Sprintf("could not be read (%v)", p)), true
		}
	}()
	raw, err := l.src.Load(ctx, name)
	switch {
	case ctx.Err() != nil:
		return o, false
	case errors.Is(err, fs.ErrNotExist):
		o.gone = true
		return o, true
	case err != nil:
		o.skip = skipped(name, "cannot be read: "+plain(err))
		return o, true
	}
	o.page.kept = kept{raw.Stamp, raw.Sum}
	if l.careful(func() { o.same = l.holds(name, raw.Sum) }); o.same {
		return o, true
	}
	t, err := l.src.Split(name, raw)
	if err != nil {
		o.skip = skipped(name, err.Error())
		return o, true
	}
	t.Body, t.Omitted, t.Days, t.Offset = nil, nil, nil, nil
	o.page.text = &t
	return o, true
}

// holds tells whether what was read of a file are these very bytes.
func (l *Library) holds(name string, sum uint64) bool {
	m, b, ok := l.now().find(name)
	return ok && m.kept(b).sum == sum
}

func skipped(name, why string) *model.Problem {
	return &model.Problem{File: name, Message: why, Done: "skipped; nothing else was affected", Skipped: true}
}

// plain drops the path that an error of the system repeats: the problem names it already.
func plain(err error) string {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err.Error()
	}
	return err.Error()
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
