package folder

import (
	"cmp"
	"context"
	"fmt"
	"runtime/debug"
	"slices"
	"time"

	"parley/briefings/source"
	"parley/model"
)

// Reading into memory.
//
// Rules:
//   - A listing that fails changes nothing: what was read stays, and the problem says that it may be old.
//   - A file whose bytes are what they were costs no new view.

// pause is the least time between two views while reading: a view costs a pass over everything that was read.
const pause = 80 * time.Millisecond

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
			File: f.src.Name(), Message: "cannot be listed: " + source.Plain(err), Done: "what was read before is still shown", Skipped: len(f.files) == 0,
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
	reading := source.Reading{Workers: f.src.o.Workers, Held: f.holds}
	last, cost, read := time.Now(), time.Duration(0), 0
	for o := range reading.Read(ctx, f.src, names) {
		changed = f.keep(o) || changed
		read++
		if since := time.Since(last); loud && since > pause && since > 8*cost && read < len(names) {
			last = time.Now()
			f.publish(model.Progress{Done: before + read, Total: before + len(names), Reading: true})
			cost = time.Since(last)
		}
	}
	return changed
}

// holds tells whether what was read of a file are these very bytes.
func (f *Folder) holds(name string, sum uint64) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	old, known := f.files[name]
	return known && old.sum == sum
}

// keep puts what came of a file in its place and tells whether that changes anything.
func (f *Folder) keep(o source.Outcome) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	was, known := f.files[o.Name]
	old, failed := f.skips[o.Name]
	delete(f.skips, o.Name)
	switch {
	case o.Skip != nil:
		delete(f.files, o.Name)
		f.skips[o.Name] = *o.Skip
		return known || !failed || old != *o.Skip
	case o.Gone:
		delete(f.files, o.Name)
		return known || failed
	case o.Same:
		was.stamp = o.Stamp
		f.files[o.Name] = was
		return failed
	}
	f.files[o.Name] = file{o.Stamp, o.Sum, o.Text}
	return true
}
