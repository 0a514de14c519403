// Package cache is the library: it answers model.Library for briefings of any number, from a snapshot on disk and what
// changed since.
//
// Rules:
//   - Briefings lie in segments, which are never changed. One is mapped from a file, the snapshot; what is read anew goes to
//     a small one in memory, made again with every change; what of an older segment no longer holds is marked as gone.
//   - When more than a few per cent have changed, everything is written to a new snapshot in the background and renamed
//     into its place. Several instances may do so at once: each file is whole, and whoever mapped an older one keeps it.
//   - Opening looks at nothing but the head of the snapshot. That it is still right is found out in the background.
//   - Every block of a mapped file is checked when it is first used. On any doubt the snapshot is dropped and made again,
//     and the list of problems says why.
//   - Where nothing can be written, or it would not pay, everything stays in memory.
package cache

import (
	"context"
	"fmt"
	"io"
	"os"
	"runtime"
	"runtime/debug"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"parley/briefings/recent"
	"parley/briefings/source"
	"parley/model"
	"parley/model/search"
)

// Options say how a library is kept.
type Options struct {
	Dir       string   // where snapshots lie; empty: everything stays in memory
	Paths     []string // what the source was made of; another list has another snapshot
	Key       string   // what else the outcome hangs on, as the options of extraction; another key makes the snapshot void
	Readonly  bool     // use a snapshot, write none
	Threshold int      // statements below which nothing is written; 0: 20,000
	Watch     bool     // follow what happens on disk
	Anew      bool     // use nothing that was kept: take it away, and read everything
	Lazy      bool     // where there is a snapshot, compare nothing until somebody waits for Settled

	write writing // nil: writeSnapshot
}

// A writing writes a snapshot and answers it mapped.
type writing func(file, key string, segment func(io.Writer) error) (*segment, error)

const usualThreshold = 20_000

// A Library answers model.Library. It is safe for several goroutines.
type Library struct {
	src  source.Source
	o    Options
	file string // of the snapshot; empty: none

	ctx      context.Context
	stop     context.CancelFunc // ends everything
	stopRead context.CancelFunc // ends the first reading
	settled  chan struct{}      // closed when the first comparison is over
	loaded   chan struct{}      // closed when there is something whole to answer from
	once     sync.Once          // closes loaded
	ended    chan struct{}
	hurry    chan struct{} // closed when somebody waits for what Lazy puts off
	hurried  sync.Once
	asked    atomic.Int64  // when a question was last put or answered, in nanoseconds since 1970
	wanted   chan []string // files that somebody saw to have changed

	writers  sync.WaitGroup
	reading  sync.Mutex // one comparison at a time; held for what follows
	young    []page     // in the last segment of the view, when there are any
	bad      map[string]model.Problem
	skips    []model.Problem // of the last listing
	touched  map[string]kept // files whose stamp changed and whose bytes did not
	noted    bool            // see noteSeen
	complete bool            // everything was compared, and nothing given up since
	relist   bool            // names were listed that may change who is who in the snapshot
	listed   time.Time       // when a snapshot was last begun for their sake alone
	since    map[string]bool // files that changed while a snapshot is being written; nil: none is

	mu       sync.Mutex
	view     *view
	progress model.Progress
	revision uint64
	changed  chan struct{} // closed and replaced with every revision
	notes    notes
	totals   map[string]*hits // searches whose totals were found in the background

	texts *recent.Answers[edition, model.Text]
}

// notes are what a library has to say about its snapshot.
type notes struct {
	void      string // why the snapshot that was there is not used
	unwritten string // why none is written
	written   string // how much was written, and when
}

// Open answers at once: from the snapshot, if there is one, while everything is compared with the disk in the background.
// The library closes the source.
func Open(src source.Source, o Options) (*Library, error) {
	if o.Threshold == 0 {
		o.Threshold = usualThreshold
	}
	if o.write == nil {
		o.write = writeSnapshot
	}
	l := &Library{
		src: src, o: o, settled: make(chan struct{}), loaded: make(chan struct{}), ended: make(chan struct{}),
		hurry:  make(chan struct{}),
		wanted: make(chan []string, 16), bad: map[string]model.Problem{}, touched: map[string]kept{},
		changed: make(chan struct{}), totals: map[string]*hits{}, progress: model.Progress{Reading: true},
		texts: recent.New[edition](textRoom, weigh),
	}
	l.ctx, l.stop = context.WithCancel(context.Background())
	first, stopRead := context.WithCancel(l.ctx)
	l.stopRead = stopRead
	l.view = l.newView(nil, nil)
	if o.Dir != "" {
		l.file = fileFor(o)
		if o.Anew && l.writes() {
			l.removeParts()
			_ = os.Remove(l.file) // where it cannot be removed none can be written either, which is said
		}
		if !o.Anew {
			l.view = l.found()
		}
		if hasSnapshot(l.view.segments) {
			l.once.Do(func() { close(l.loaded) })
		}
	}
	if !hasSnapshot(l.view.segments) || !o.Lazy && !o.Watch {
		l.hasten()
	}
	go l.run(first)
	return l, nil
}

// mapped answers the snapshot; nil where there is none that can be used.
func (l *Library) mapped() (m *mounted) {
	defer func() {
		if r := recover(); r != nil {
			l.notes.void, m = fmt.Sprint(r), nil
		}
	}()
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	s, err := openSnapshot(l.file, l.o.Key)
	if err != nil {
		l.notes.void = err.Error()
		return nil
	}
	if s == nil {
		return nil
	}
	m = mount(s)
	m.written = true
	return m
}

// found answers what a start finds: the snapshot and the parts, or one of them, or nothing. A screen begins with the
// snapshot alone, of which everything is counted already; see addParts.
func (l *Library) found() *view {
	var base []*mounted
	if m := l.mapped(); m != nil {
		base = append(base, m)
	}
	if !l.o.Watch || len(base) == 0 {
		if v := l.sound(func() []*mounted { return l.withParts(slices.Clone(base)) }); v != nil {
			return v
		}
	}
	if v := l.sound(func() []*mounted { return base }); v != nil {
		return v
	}
	return l.newView(nil, nil)
}

// sound answers a view of segments; nil where what the first screen needs of them is damaged.
func (l *Library) sound(segments func() []*mounted) (v *view) {
	defer func() {
		if r := recover(); r != nil {
			l.notes.void, v = fmt.Sprint(r), nil
		}
	}()
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	return l.newView(segments(), nil)
}

func (l *Library) newView(segments []*mounted, skipped []model.Problem) *view {
	v := &view{segments: segments, skipped: skipped, standings: map[string][]standing{}}
	v.overview = model.Overview{Name: l.src.Name(), Place: l.src.Place()}
	v.count()
	return v
}

// Stop ends the first reading early; what was read stays usable.
func (l *Library) Stop() { l.stopRead() }

// Close ends everything and gives the source back.
func (l *Library) Close() error {
	l.stop()
	<-l.ended
	l.guarded(l.leave)
	return l.src.Close()
}

// Settled waits until everything was compared with the disk once.
func (l *Library) Settled(ctx context.Context) error {
	l.hasten()
	return await(ctx, l.settled)
}

func (l *Library) hasten() { l.hurried.Do(func() { close(l.hurry) }) }

// Loaded waits until there is something whole to answer from: at once where there is a snapshot, which may be older than
// the disk; otherwise until everything was read.
func (l *Library) Loaded(ctx context.Context) error { return await(ctx, l.loaded) }

func await(ctx context.Context, done <-chan struct{}) error {
	select {
	case <-done:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// Path answers where a briefing lies on disk.
func (l *Library) Path(name string) (string, bool) { return l.src.Path(name) }

func (l *Library) now() *view {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.view
}

// ask puts a question to the library. Where the snapshot turns out to be damaged it is dropped, and the question put again.
func (l *Library) ask(ctx context.Context, question func(*view) error) error {
	l.asked.Store(time.Now().UnixNano())
	defer func() { l.asked.Store(time.Now().UnixNano()) }()
	for try := 0; ; try++ {
		v := l.now()
		damage, err := attempt(v, question)
		switch {
		case damage == "":
			if err == nil {
				err = ctx.Err()
			}
			return err
		case try > 1:
			return fmt.Errorf("the library cannot be read: %s; parley index rebuild makes it anew", damage)
		}
		l.distrust(v, damage)
	}
}

// attempt runs a question. What it touches may be damaged, or have been cut short by others: both are panics.
func attempt(v *view, question func(*view) error) (damage string, err error) {
	defer runtime.KeepAlive(v) // and with it what is mapped
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		r := recover()
		if r == nil {
			return
		}
		var ok bool
		if damage, ok = damageOf(r); !ok {
			panic(r)
		}
	}()
	return "", question(v)
}

// damageOf tells a panic that may come of bytes that are not what was written.
func damageOf(r any) (string, bool) {
	switch r := r.(type) {
	case search.Damage:
		return r.Error(), true
	case runtime.Error:
		return r.Error(), true
	}
	return "", false
}
