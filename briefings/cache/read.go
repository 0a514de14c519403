package cache

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"runtime"
	"runtime/debug"
	"sync"
	"time"

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
	young := len(l.young)
	first := true // nothing was published as full
	var b batch
	made := func() {} // waits for the segment that is being made
	for o := range outcomes {
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

// take adds an outcome to a batch.
func (l *Library) take(b *batch, o outcome) {
	switch {
	case o.same:
		l.touched[o.name] = o.page.kept
	case o.gone:
		b.gone = append(b.gone, o.name)
	case o.skip != nil:
		b.gone, b.bad = append(b.gone, o.name), append(b.bad, *o.skip)
	default:
		b.pages = append(b.pages, o.page)
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
