package folder

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"parley/model"
	"parley/model/extract"
	"parley/model/text"
)

// pause is the least time between two views while reading: a view costs a pass over everything that was read.
const pause = 80 * time.Millisecond

type job struct {
	name  string
	stamp stamp
	tree  tree
}

type result struct {
	job
	text *model.Text
	skip *model.Problem
}

// read brings the library up to what lies on disk: new and changed files are read, those that went are dropped.
func (f *Folder) read(ctx context.Context) {
	f.reading.Lock()
	defer f.reading.Unlock()
	f.publish(model.Progress{Reading: true})
	jobs, kept, problems := f.look(ctx)
	f.mu.Lock()
	for name := range f.files {
		if !kept[name] {
			delete(f.files, name)
		}
	}
	f.skipped = problems
	f.mu.Unlock()

	work := make(chan job)
	results := make(chan result)
	var workers sync.WaitGroup
	for range max(1, min(f.o.Workers, len(jobs))) {
		workers.Go(func() {
			for j := range work {
				results <- f.one(j)
			}
		})
	}
	go func() {
		defer close(results)
		defer workers.Wait()
		defer close(work)
		for _, j := range jobs {
			select {
			case work <- j:
			case <-ctx.Done():
				return
			}
		}
	}()
	f.collect(results, len(kept)-len(jobs), len(kept))
}

// look lists the files: what must be read, and the names of all that are there.
func (f *Folder) look(ctx context.Context) (jobs []job, kept map[string]bool, problems []model.Problem) {
	kept = map[string]bool{}
	for _, t := range f.trees {
		err := t.list(ctx, func(name string, s stamp) {
			if kept[name] {
				return
			}
			kept[name] = true
			f.mu.Lock()
			old, known := f.files[name]
			f.mu.Unlock()
			if !known || old.stamp != s {
				jobs = append(jobs, job{name, s, t})
			}
		}, func(p model.Problem) { problems = append(problems, p) })
		if err != nil && !errors.Is(err, context.Canceled) {
			problems = append(problems, skipped(f.name, "cannot be listed: "+plain(err)))
		}
	}
	return jobs, kept, problems
}

// collect takes what the workers bring and publishes it now and then, less often the longer a view takes.
func (f *Folder) collect(results <-chan result, done, total int) {
	last, cost := time.Now(), time.Duration(0)
	for r := range results {
		f.mu.Lock()
		if r.skip != nil {
			f.skipped = append(f.skipped, *r.skip)
			delete(f.files, r.name)
		} else {
			f.files[r.name] = file{r.stamp, r.text}
		}
		f.mu.Unlock()
		done++
		if since := time.Since(last); since > pause && since > 8*cost && done < total {
			last = time.Now()
			f.publish(model.Progress{Done: done, Total: total, Reading: true})
			cost = time.Since(last)
		}
	}
	f.publish(model.Progress{Done: done, Total: total})
}

// one reads and splits a file. A fault in it costs that file alone.
func (f *Folder) one(j job) (r result) {
	r.job = j
	defer func() {
		if p := recover(); p != nil {
			skip := skipped(j.name, fmt.Sprintf("could not be taken apart (%v)", p))
			r.text, r.skip = nil, &skip
		}
	}()
	inner, _ := j.tree.inner(j.name)
	raw, err := j.tree.read(inner)
	if err != nil {
		skip := skipped(j.name, "cannot be read: "+plain(err))
		r.skip = &skip
		return r
	}
	src, err := text.Decode(raw)
	if err != nil {
		skip := skipped(j.name, err.Error())
		r.skip = &skip
		return r
	}
	t := extract.Briefing(j.name, src, f.o.Extract)
	if !j.stamp.time.IsZero() {
		t.Briefing.FileDate = model.Date(j.stamp.time.Format(time.DateOnly))
	}
	r.text = &t
	return r
}
