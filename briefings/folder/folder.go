// Package folder reads briefings from files: folders, single files, standard input or an embedded tree.
//
// A Source lists, reads and watches them; it keeps nothing. A Folder answers model.Library from a Source and holds
// everything in memory: files are read and split by a few goroutines in the background, and what is ready is published
// as an immutable view, so that a screen can be used meanwhile and every answer is of one moment.
package folder

import (
	"context"
	"io"
	"io/fs"
	"sync"
	"time"

	"parley/model"
	"parley/model/extract"
)

// Options say how a library is opened. The zero value is right for a folder of one's own.
type Options struct {
	Name    string // what the header shows; empty: made from the paths
	Extract extract.Options
	Workers int           // 0: as many as there are processors
	Stdin   io.Reader     // what "-" stands for
	FS      fs.FS         // read where there are no paths
	Poll    time.Duration // not 0: compare that often instead of waiting for events
	Watch   bool          // a Folder follows what happens on disk
}

// A Folder is a library read from files. It is safe for several goroutines.
type Folder struct {
	src   *Source
	watch bool

	ctx  context.Context // ends with Close
	quit context.CancelFunc
	stop context.CancelFunc // ends the first reading
	done chan struct{}      // closed when the first reading is over or was stopped
	gone chan struct{}      // closed when nothing is done in the background any more

	reading sync.Mutex // one reading at a time
	mu      sync.Mutex
	files   map[string]file          // what was read, by name
	skips   map[string]model.Problem // what could not be, by name
	listed  []model.Problem          // what listing met
	view    *view
	changed chan struct{} // closed and replaced with every view
}

// A file is one briefing as it was last read.
type file struct {
	stamp Stamp
	sum   uint64
	text  *model.Text
}

// Open reads folders and files in the background and answers at once; see NewSource.
func Open(paths []string, stdin io.Reader, o Options) (*Folder, error) {
	o.Stdin = stdin
	src, err := NewSource(paths, o)
	if err != nil {
		return nil, err
	}
	return New(src, o), nil
}

// OpenFS reads an embedded tree.
func OpenFS(fsys fs.FS, o Options) *Folder {
	o.FS = fsys
	src, err := NewSource(nil, o)
	if err != nil { // only without a tree
		src = &Source{o: o, name: o.Name}
	}
	return New(src, o)
}

// New reads a source, which it closes when it is closed.
func New(src *Source, o Options) *Folder {
	ctx, quit := context.WithCancel(context.Background())
	first, stop := context.WithCancel(ctx)
	f := &Folder{
		src: src, watch: o.Watch, ctx: ctx, quit: quit, stop: stop, done: make(chan struct{}), gone: make(chan struct{}),
		files: map[string]file{}, skips: map[string]model.Problem{}, changed: make(chan struct{}),
	}
	f.view = f.describe(newView(nil, nil, model.Progress{Reading: true}))
	go f.run(first)
	return f
}

// Stop ends the first reading early; what was read stays usable.
func (f *Folder) Stop() { f.stop() }

// Close ends reading and gives the folders back.
func (f *Folder) Close() error {
	f.quit()
	<-f.gone
	return f.src.Close()
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
func (f *Folder) Path(name string) (path string, ok bool) { return f.src.Path(name) }

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
	problems := append([]model.Problem(nil), f.listed...)
	for _, p := range f.skips {
		problems = append(problems, p)
	}
	before := f.view
	f.mu.Unlock()

	for i := range problems {
		if problems[i].Skipped {
			p.Skipped++
		}
	}
	v := f.describe(newView(texts, problems, p))
	v.overview.Revision = before.overview.Revision + 1

	f.mu.Lock()
	f.view = v
	woken := f.changed
	f.changed = make(chan struct{})
	f.mu.Unlock()
	close(woken)
}

func (f *Folder) describe(v *view) *view {
	v.overview.Name, v.overview.Place, v.overview.Watching = f.src.Name(), f.src.Place(), f.watch
	return v
}
