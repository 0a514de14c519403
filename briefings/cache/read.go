package cache

import (
	"context"
	"runtime"
	"runtime/debug"
	"slices"
	"sync"
	"time"

	"parley/briefings/source"
	"parley/model"
)

// Reading
//
//   - What was read is published now and then, less often the longer that takes, so that the rest of the program has at
//     least fifteen sixteenths of the time. Where very many are read, only the first are published bit by bit: after them
//     a segment is made when it is full, while the next are read.
//   - One segment is made at a time, as each takes over from those before it who is who.

const (
	pause      = 80 * time.Millisecond  // least time between two views while reading
	rarely     = 16                     // how much longer is read than the last view took to make
	often      = 250 * time.Millisecond // how often is said how far it is
	youngLimit = 4096                   // briefings in the segment that is made again with every change
	youngFew   = 64                     // the same for a change of a few: that is on the screen within some milliseconds
	ahead      = 256                    // briefings read while one full segment waits for another
)

// read reads files and publishes what they say. done of total are there already.
func (l *Library) read(ctx context.Context, names []string, done, total int) {
	if len(names) <= youngFew && len(l.young) > youngFew {
		l.young = nil // its segment stays as it is
	}
	before := l.now()
	reading := source.Reading{Workers: runtime.GOMAXPROCS(0), Ahead: ahead, Held: func(name string, sum uint64) (held bool) {
		damage, _ := attempt(before, func(v *view) error { held = v.holds(name, sum); return nil })
		return held && damage == ""
	}}
	last, said, cost := time.Now(), time.Now(), time.Duration(0)
	young := len(l.young)
	first := true // nothing was published as full
	var b batch
	made := func() {} // waits for the segment that is being made
	for o := range reading.Read(ctx, l.src, names) {
		l.take(&b, o)
		done++
		full := young+len(b.pages) >= youngLimit
		if since := time.Since(last); full || first && since > pause && since > rarely*cost && done < total {
			made()
			began, now := time.Now(), b
			b, first = batch{}, first && !full
			if full {
				young, made = 0, aside(func() { l.publishBatch(now) })
			} else {
				l.publishBatch(now)
				young = len(l.young)
			}
			l.report(model.Progress{Done: done, Total: total, Reading: true})
			last, said, cost = time.Now(), time.Now(), time.Since(began)
		} else if time.Since(said) > often {
			l.report(model.Progress{Done: done, Total: max(total, done), Reading: true})
			said = time.Now()
		}
	}
	made()
	if len(b.pages)+len(b.gone) > 0 || total > 0 {
		l.publishBatch(b)
	}
	l.report(model.Progress{Done: done, Total: max(total, done)})
	l.consider()
}

// A batch is what came of files that were read and are not in the view yet.
type batch struct {
	pages []page
	gone  []string
	bad   []model.Problem // of those among the gone that are there and were not taken
}

// take adds an outcome to a batch. Of a text only what a segment is made of is kept.
func (l *Library) take(b *batch, o source.Outcome) {
	switch {
	case o.Same:
		l.touched[o.Name] = kept{o.Stamp, o.Sum}
	case o.Gone:
		b.gone = append(b.gone, o.Name)
	case o.Skip != nil:
		b.gone, b.bad = append(b.gone, o.Name), append(b.bad, *o.Skip)
	default:
		o.Text.Quotes = slices.Clone(o.Text.Quotes) // the room behind them is as much again
		o.Text.Body, o.Text.Omitted, o.Text.Days, o.Text.Offset = nil, nil, nil, nil
		b.pages = append(b.pages, page{o.Text, kept{o.Stamp, o.Sum}})
	}
}

func (l *Library) publishBatch(b batch) {
	for i := range b.pages {
		delete(l.bad, b.pages[i].text.Briefing.File)
	}
	for _, name := range b.gone {
		delete(l.bad, name)
	}
	for _, p := range b.bad {
		l.bad[p.File] = p
	}
	l.publish(b.pages, b.gone)
}

// aside does work beside the caller's. Its answer waits for it, and breaks where that broke.
func aside(work func()) (wait func()) {
	broken := make(chan any, 1)
	go func() {
		defer func() { broken <- recover() }()
		defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
		work()
	}()
	var once sync.Once
	return func() {
		once.Do(func() {
			if p := <-broken; p != nil {
				panic(p)
			}
		})
	}
}

// holds tells whether what was read of a file are these very bytes.
func (v *view) holds(name string, sum uint64) bool {
	m, b, ok := v.find(name)
	return ok && m.kept(b).sum == sum
}
