package folder

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/fsnotify/fsnotify"
)

// Watching folders.
//
// Rules:
//   - A watch is set before its folder is read, so that nothing falls between the two.
//   - The folder above is watched too, and who lies at the path is asked now and then: a folder that was renamed or
//     replaced falls silent.
//   - Comparing everything is the truth, and happens now and then whatever the events say. Where there are no events, or
//     not enough watches, it happens often.
//   - Names are gathered while they come thick, and merged while nobody takes them: a storm is one report.

const (
	quiet    = 10 * time.Millisecond  // a report waits for so long a pause
	patience = 60 * time.Millisecond  // but no longer than this
	stormy   = 500 * time.Millisecond // or this, where so many names came that everything is compared
	many     = 256                    // so many names are no longer worth telling one by one

	watches = 8192            // at most so many folders are watched: the system's own limit is shared with other programs
	glance  = 3 * time.Second // how often it is asked whether the same folder still lies at the path

	rarely = 30 * time.Second // everything is compared that often, and less often the longer it takes
	often  = time.Second      // the same where there are no events
)

// Watch answers a channel of names that may have changed or gone; nil is to compare everything with List. The first report
// is nil and comes as soon as everything is watched. The channel is closed when ctx ends.
func (s *Source) Watch(ctx context.Context) <-chan []string {
	w := s.watch()
	go w.run(ctx)
	return w.out
}

func (s *Source) watch() *watch {
	return &watch{
		s: s, out: make(chan []string), limit: watches,
		pending: map[string]bool{}, folders: map[string][]spot{}, lies: map[*disk]os.FileInfo{}, above: map[string][]*disk{},
	}
}

// A spot is a watched folder of the library: which disk's, and its name below it.
type spot struct {
	d     *disk
	inner string
}

// A watch gathers what events say. All of it but out is its goroutine's own.
type watch struct {
	s       *Source
	out     chan []string
	events  *fsnotify.Watcher // nil: there are none
	limit   int
	folders map[string][]spot     // by path; one folder may serve several files of the library
	lies    map[*disk]os.FileInfo // what lay at each disk's path when it was watched
	above   map[string][]*disk    // the folders above the disks' own
	silent  bool                  // something is not watched: compare often
	torn    bool                  // folders came or went: look for those not watched

	pending map[string]bool
	all     bool
	first   time.Time // when the oldest of them came; zero: there is none
	last    time.Time
}

func (w *watch) run(ctx context.Context) {
	defer close(w.out)
	defer func() {
		if p := recover(); p != nil { // without events from here on
			poll := &watch{s: w.s, out: w.out, silent: true}
			poll.loop(ctx)
		}
	}()
	w.open()
	if w.events != nil {
		defer w.events.Close() //nolint:errcheck // nobody is left to tell
	}
	w.everything()
	w.loop(ctx)
}

// open sets a watch on every folder, where the file system tells of changes.
func (w *watch) open() {
	disks := w.s.disks()
	for _, d := range disks {
		if w.s.o.Poll > 0 || !tellsChanges(d.dir) {
			w.silent = true
			return
		}
	}
	if len(disks) == 0 {
		return
	}
	events, err := fsnotify.NewBufferedWatcher(many)
	if err != nil {
		w.silent = true
		return
	}
	w.events = events
	for _, d := range disks {
		up := filepath.Dir(absolute(d.dir))
		w.above[up] = append(w.above[up], d)
	}
	w.mend()
}

// loop reports what changed until ctx ends.
func (w *watch) loop(ctx context.Context) {
	var events chan fsnotify.Event
	var faults chan error
	if w.events != nil {
		events, faults = w.events.Events, w.events.Errors
	}
	tick := time.NewTimer(w.pause())
	defer tick.Stop()
	compared := time.Now()
	due := time.NewTimer(0)
	defer due.Stop()
	for {
		var out chan<- []string
		var report []string
		switch wait := w.wait(time.Now()); {
		case w.first.IsZero():
		case wait > 0:
			due.Reset(wait)
		default:
			w.mend()
			out, report = w.out, w.report()
		}
		select {
		case e := <-events:
			w.event(e)
		case _, open := <-faults: // the queue ran over, most likely: what was in it is not known
			if !open {
				faults = nil
			}
			w.torn = true
			w.everything()
		case out <- report:
			if report == nil {
				compared = time.Now()
			}
			clear(w.pending)
			w.all, w.first = false, time.Time{}
		case <-due.C:
		case <-tick.C:
			w.glance()
			if time.Since(compared)+w.pause()/4 >= w.interval() { // the last report went out a little after its tick
				w.everything()
			}
			tick.Reset(w.pause())
		case <-ctx.Done():
			return
		}
	}
}

// wait answers how long a report should still be held back.
func (w *watch) wait(now time.Time) time.Duration {
	longest := patience
	if len(w.pending) > many || w.all {
		longest = stormy
	}
	return min(quiet-now.Sub(w.last), longest-now.Sub(w.first))
}

func (w *watch) report() []string {
	if w.all || len(w.pending) > many {
		return nil
	}
	names := make([]string, 0, len(w.pending))
	for name := range w.pending {
		names = append(names, name)
	}
	return names
}

// interval answers how often everything is compared: a listing of a hundred thousand files is not asked for every second.
func (w *watch) interval() time.Duration {
	cost := time.Duration(w.s.listed.Load())
	switch {
	case w.s.o.Poll > 0:
		return w.s.o.Poll
	case w.silent:
		return min(max(often, 20*cost), time.Minute)
	}
	return min(max(rarely, 1000*cost), 10*time.Minute)
}

func (w *watch) pause() time.Duration {
	if w.events == nil && !w.silent {
		return time.Hour // nothing of it lies on a disk
	}
	return min(glance, w.interval())
}

func (w *watch) note(name string) {
	w.came()
	w.pending[name] = true
}

func (w *watch) everything() {
	w.came()
	w.all = true
}

func (w *watch) came() {
	w.last = time.Now()
	if w.first.IsZero() {
		w.first = w.last
	}
}

// disks answers what of a source lies on disk.
func (s *Source) disks() (all []*disk) {
	for _, t := range s.trees {
		if d, ok := t.(*disk); ok {
			all = append(all, d)
		}
	}
	return all
}

func absolute(dir string) string {
	abs, err := filepath.Abs(dir)
	if err != nil { // the working folder is gone
		return filepath.Clean(dir)
	}
	return abs
}

// ParsePoll reads what PARLEY_POLL says: empty or 0 waits for events, 1 compares every second, else a length of time.
func ParsePoll(value string) (time.Duration, error) {
	switch value {
	case "", "0":
		return 0, nil
	case "1":
		return often, nil
	}
	d, err := time.ParseDuration(value)
	if err != nil || d < 100*time.Millisecond {
		return 0, fmt.Errorf("PARLEY_POLL=%s is no length of time of at least 100ms: write 1 for every second, or 5s", value)
	}
	return d, nil
}
