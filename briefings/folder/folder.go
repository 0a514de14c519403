// Package folder answers model.Library from files: folders, single files, standard input or an embedded tree.
//
// Everything is held in memory. Files are read and split by a few goroutines in the background; what is ready is
// published as an immutable view, so that a screen can be used meanwhile and every answer is of one moment.
package folder

import (
	"context"
	"sync"
	"time"

	"parley/model"
	"parley/model/extract"
)

// Options say how a library is opened. The zero value is right for a folder of one's own.
type Options struct {
	Name    string // what the header shows; empty: made from the paths
	Extract extract.Options
	Workers int // 0: as many as there are processors
}

// A Folder is a library read from files. It is safe for several goroutines.
type Folder struct {
	o     Options
	trees []tree
	name  string
	place string

	stop context.CancelFunc
	done chan struct{} // closed when the first reading is over or was stopped

	reading sync.Mutex // one reading at a time
	mu      sync.Mutex
	files   map[string]file // what was read, by name
	skipped []model.Problem
	view    *view
	changed chan struct{} // closed and replaced with every view
}

// A file is one briefing as it was last read.
type file struct {
	stamp stamp
	text  *model.Text
}

// A stamp tells whether a file changed since.
type stamp struct {
	size int64
	time time.Time
}

// Stop ends the first reading early; what was read stays usable.
func (f *Folder) Stop() { f.stop() }

// Close ends reading and gives the folders back.
func (f *Folder) Close() error {
	f.stop()
	<-f.done
	var first error
	for _, t := range f.trees {
		if err := t.close(); err != nil && first == nil {
			first = err
		}
	}
	return first
}

// Settled waits until the first reading is over.
func (f *Folder) Settled(ctx context.Context) error {
	select {
	case <-f.done:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// Path answers where a briefing lies on disk, for an editor; ok is false where it does not (standard input, samples).
func (f *Folder) Path(name string) (path string, ok bool) {
	for _, t := range f.trees {
		if inner, mine := t.inner(name); mine {
			return t.path(inner)
		}
	}
	return "", false
}

func (f *Folder) now() (*view, <-chan struct{}) {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.view, f.changed
}

// publish makes a view of what is there and wakes those who wait.
func (f *Folder) publish(p model.Progress) {
	f.mu.Lock()
	texts := make([]*model.Text, 0, len(f.files))
	for _, file := range f.files {
		texts = append(texts, file.text)
	}
	skipped := append([]model.Problem(nil), f.skipped...)
	before := f.view
	f.mu.Unlock()

	p.Skipped = len(skipped)
	v := newView(texts, skipped, p)
	v.overview.Name, v.overview.Place = f.name, f.place
	v.overview.Revision = before.overview.Revision + 1

	f.mu.Lock()
	f.view = v
	woken := f.changed
	f.changed = make(chan struct{})
	f.mu.Unlock()
	close(woken)
}
