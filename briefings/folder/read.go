package folder

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"runtime/debug"
	"slices"
	"sync"
	"time"

	"parley/model"
)

// Reading into memory.
//
// Rules:
//   - A listing that fails changes nothing: what was read stays, and the problem says that it may be old.
//   - A file whose bytes are what they were costs no new view.

// pause is the least time between two views while reading: a view costs a pass over everything that was read.
const pause = 80 * time.Millisecond

type result struct {
	name string
	file file
	same bool           // the bytes are what they were
	skip *model.Problem // why there is no text
	gone bool           // nor ever was, as far as anybody can tell
}

// run reads everything once and then follows what changes. It ends with Close.
func (f *Folder) run(first context.Context) {
	defer close(f.gone)
	var changes <-chan []string
	if f.watch {
		changes = f.src.Watch(f.ctx) // before reading: what changes meanwhile is not missed
	}
	f.guarded(func() { f.compare(first, true) })
	close(f.done)
	for {
		select {
		case names, ok := <-changes:
			if !ok {
				changes = nil
				continue
			}
			f.guarded(func() { f.update(f.ctx, names) })
		case <-f.ctx.Done():
			return
		}
	}
}

// guarded turns a fault of the program into a line among the problems.
func (f *Folder) guarded(work func()) {
	defer func() {
		if p := recover(); p != nil {
			f.mu.Lock()
			f.listed = append(f.listed, model.Problem{File: f.src.Name(), Message: fmt.Sprintf("reading broke off: %v", p), Done: string(debug.Stack())})
			f.mu.Unlock()
			f.publish(model.Progress{})
		}
	}()
	work()
}

// update takes up the files named, or compares everything where none is.
func (f *Folder) update(ctx context.Context, names []string) {
	if names == nil {
		f.compare(ctx, false)
		return
	}
	f.reading.Lock()
	defer f.reading.Unlock()
	if f.take(ctx, names, 0, false) {
		f.publish(f.progress())
	}
}

// progress is that of a library which is not being read.
func (f *Folder) progress() model.Progress {
	f.mu.Lock()
	defer f.mu.Unlock()
	n := len(f.files) + len(f.skips)
	return model.Progress{Done: n, Total: n}
}

// compare brings the library up to what lies on disk: new and changed files are read, those that went are dropped.
func (f *Folder) compare(ctx context.Context, loud bool) {
	f.reading.Lock()
	defer f.reading.Unlock()
	if loud {
		f.publish(model.Progress{Reading: true})
	}
	there := map[string]bool{}
	var work []string
	var problems []model.Problem
	err := f.src.List(ctx, func(e Entry) {
		there[e.Name] = true
		if !f.has(e) {
			work = append(work, e.Name)
		}
	}, func(p model.Problem) { problems = append(problems, p) })
	slices.SortFunc(problems, func(a, b model.Problem) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Message, b.Message))
	})
	changed := false
	f.mu.Lock()
	switch {
	case err == nil:
		changed = f.drop(there)
	case ctx.Err() == nil:
		problems = append(problems, model.Problem{
			File: f.src.Name(), Message: "cannot be listed: " + plain(err), Done: "what was read before is still shown", Skipped: len(f.files) == 0,
		})
	}
	changed = changed || !slices.Equal(problems, f.listed)
	f.listed = problems
	f.mu.Unlock()
	if f.take(ctx, work, len(there)-len(work), loud) || changed || loud {
		f.publish(f.progress())
	}
}

// has tells whether a file was read as it is now, or could not be.
func (f *Folder) has(e Entry) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	old, known := f.files[e.Name]
	return known && old.stamp == e.Stamp && e.Stamp != Stamp{}
}

// drop forgets what is not there.
func (f *Folder) drop(there map[string]bool) (any bool) {
	for name := range f.files {
		if !there[name] {
			delete(f.files, name)
			any = true
		}
	}
	for name := range f.skips {
		if !there[name] {
			delete(f.skips, name)
			any = true
		}
	}
	return any
}

// take reads the files named by several goroutines and tells whether that changed anything. While loud, it publishes now
// and then, less often the longer a view takes.
func (f *Folder) take(ctx context.Context, names []string, before int, loud bool) (changed bool) {
	work := make(chan string)
	results := make(chan result)
	var workers sync.WaitGroup
	for range max(1, min(f.src.o.Workers, len(names))) {
		workers.Go(func() {
			for name := range work {
				results <- f.one(ctx, name)
			}
		})
	}
	go func() {
		defer close(results)
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
	last, cost, read := time.Now(), time.Duration(0), 0
	for r := range results {
		changed = f.keep(r) || changed
		read++
		if since := time.Since(last); loud && since > pause && since > 8*cost && read < len(names) {
			last = time.Now()
			f.publish(model.Progress{Done: before + read, Total: before + len(names), Reading: true})
			cost = time.Since(last)
		}
	}
	return changed
}

// keep puts a result in its place and tells whether it changes anything.
func (f *Folder) keep(r result) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	_, was := f.files[r.name]
	old, failed := f.skips[r.name]
	delete(f.skips, r.name)
	switch {
	case r.skip != nil:
		delete(f.files, r.name)
		f.skips[r.name] = *r.skip
		return was || !failed || old != *r.skip
	case r.gone:
		delete(f.files, r.name)
		return was || failed
	}
	f.files[r.name] = r.file
	return failed || !r.same
}

// one reads and splits a file. A fault in it costs that file alone.
func (f *Folder) one(ctx context.Context, name string) (r result) {
	r.name = name
	defer func() {
		if p := recover(); p != nil {
			skip := Skipped(name, fmt.Errorf("could not be read (%v)", p))
			r.skip = &skip
		}
	}()
	raw, err := f.src.Load(ctx, name)
	f.mu.Lock()
	old, known := f.files[name]
	f.mu.Unlock()
	if err == nil && known && old.sum == raw.Sum {
		old.stamp = raw.Stamp
		r.file, r.same = old, true
		return r
	}
	var t model.Text
	if err == nil {
		t, err = f.src.Split(name, raw)
	}
	switch {
	case err == nil:
		r.file = file{raw.Stamp, raw.Sum, &t}
	case known && ctx.Err() != nil:
		r.file, r.same = old, true
	case errors.Is(err, fs.ErrNotExist), ctx.Err() != nil:
		r.gone = true
	default:
		skip := Skipped(name, err)
		r.skip = &skip
	}
	return r
}
