package cli

import (
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/adrg/xdg"

	"parley/briefings/review"
	"parley/model"
	"parley/ui/dashboard"
)

// What one reader has read, laid over a library that knows nothing of readers: many may share it, each with marks of
// their own.

// A countable library counts the briefings of which read says no, and tells in which tracks there are any.
type countable interface {
	model.Library
	Unread(ctx context.Context, read func(file string, sum uint64) bool) (n int, tracks map[string]bool, err error)
}

// A marked library answers what the journal says about its briefings. It is safe for several goroutines.
type marked struct {
	countable
	journal *review.Journal
	since   time.Time // the visit before this one

	mu      sync.Mutex
	waiting map[*context.CancelFunc]bool // calls of Wait that a mark must end
	known   uint64                       // the library's revision that tally is of
	read    uint64                       // the journal's revision that tally is of
	tally   tally
}

type tally struct {
	unread int
	tracks map[string]bool // that have an unread briefing
}

// fewBriefings are counted while the library is being read: more are when that is over.
const fewBriefings = 2000

// newMarked lays a journal over a library and writes down the visit.
func newMarked(lib countable, j *review.Journal, now time.Time) (*marked, error) {
	return layMarks(lib, j), j.Visit(now)
}

func layMarks(lib countable, j *review.Journal) *marked {
	return &marked{countable: lib, journal: j, since: j.LastVisit(), waiting: map[*context.CancelFunc]bool{}}
}

// withMarks answers the library with this user's marks on it and lets the dashboard set them. Where the marks cannot be
// read, nothing is shown as unread, and whoever wants to mark something is told why they cannot.
func withMarks(lib countable, paths []string, o *dashboard.Options) model.Library {
	if len(paths) == 1 && paths[0] == "-" {
		return lib // what is read once has no place to come back to
	}
	j, err := journalOf(placeOf(paths))
	if err != nil {
		o.Read = func(string, bool) error { return err }
		return lib
	}
	m := layMarks(lib, j)
	go func() { // the first frame does not wait for the disk
		defer func() { _ = recover() }() // nothing hangs on it but what is new next time
		_ = j.Visit(time.Now())          // where it cannot be written, marking will say so
	}()
	o.Read, o.LastVisit = m.MarkRead, m.since
	return m
}

// journalOf opens the journal of a place in the reader's state folder.
func journalOf(place string) (*review.Journal, error) {
	return review.OpenJournal(filepath.Join(xdg.StateHome, "parley", "read"), place)
}

// placeOf names the library that paths open, the same from wherever it is opened. A file is in its folder's library.
func placeOf(paths []string) string {
	if len(paths) == 0 {
		return "built-in samples"
	}
	places := make([]string, 0, len(paths))
	for _, p := range paths {
		if abs, err := filepath.Abs(p); err == nil && p != "-" {
			p = abs
		}
		if real, err := filepath.EvalSymlinks(p); err == nil {
			p = real
		}
		if info, err := os.Stat(p); err == nil && !info.IsDir() && len(paths) == 1 {
			p = filepath.Dir(p)
		}
		places = append(places, p)
	}
	slices.Sort(places)
	return strings.Join(places, "\x00")
}

func (m *marked) fill(b *model.Briefing) { b.Unread = !m.journal.Read(b.File, b.Sum) }

// Overview answers model.Library.
func (m *marked) Overview(ctx context.Context, f model.Filter) (model.Overview, error) {
	o, err := m.countable.Overview(ctx, f)
	if err != nil {
		return o, err
	}
	t, err := m.count(ctx, &o)
	if err != nil {
		return o, err
	}
	o.Unread = t.unread
	o.Tracks = slices.Clone(o.Tracks)
	for i := range o.Tracks {
		o.Tracks[i].Unread = t.tracks[o.Tracks[i].Name]
	}
	o.Revision += m.journal.Revision()
	return o, nil
}

// count looks through all briefings once for each state of the library and the journal, and not at all while much is being
// read.
func (m *marked) count(ctx context.Context, o *model.Overview) (tally, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	read := m.journal.Revision()
	busy := o.Progress.Reading && o.Briefings > fewBriefings
	if m.tally.tracks != nil && m.known == o.Revision && m.read == read || busy {
		return m.tally, nil
	}
	n, tracks, err := m.Unread(ctx, m.journal.Read)
	if err != nil {
		return tally{}, err
	}
	m.known, m.read, m.tally = o.Revision, read, tally{n, tracks}
	return m.tally, nil
}

// Briefings answers model.Library. The page is copied, as the library's own is everybody's.
func (m *marked) Briefings(ctx context.Context, f model.Filter, w model.Window) (model.Page[model.Briefing], error) {
	page, err := m.countable.Briefings(ctx, f, w)
	page.Items = slices.Clone(page.Items)
	for i := range page.Items {
		m.fill(&page.Items[i])
	}
	return page, err
}

// Text answers model.Library.
func (m *marked) Text(ctx context.Context, file string) (model.Text, error) {
	t, err := m.countable.Text(ctx, file)
	if err == nil {
		m.fill(&t.Briefing)
	}
	return t, err
}

// Wait answers model.Library: a mark is news too.
func (m *marked) Wait(ctx context.Context, seen uint64) (uint64, error) {
	for {
		until, cancel := context.WithCancel(ctx)
		m.mu.Lock()
		m.waiting[&cancel] = true
		m.mu.Unlock()
		read := m.journal.Revision()
		now, err := m.countable.Wait(until, seen-read)
		m.mu.Lock()
		delete(m.waiting, &cancel)
		m.mu.Unlock()
		woken := ctx.Err() == nil && until.Err() != nil
		cancel()
		if now += m.journal.Revision(); now != seen {
			return now, nil
		}
		if err != nil && !woken {
			return seen, err
		}
	}
}

// Refresh answers model.Library, and takes in what another instance marked.
func (m *marked) Refresh(ctx context.Context) error {
	err := m.journal.Refresh()
	m.wake()
	if lerr := m.countable.Refresh(ctx); lerr != nil {
		return lerr
	}
	return err
}

// MarkRead marks a briefing as it stands now.
func (m *marked) MarkRead(file string, read bool) error {
	page, err := m.countable.Briefings(context.Background(), model.Filter{File: file}, model.Window{Limit: 1})
	if err != nil {
		return err
	}
	if len(page.Items) == 0 {
		return model.ErrNoBriefing
	}
	if err := m.journal.MarkRead(file, page.Items[0].Sum, read); err != nil {
		return fmt.Errorf("%w; is there room in %s?", err, xdg.StateHome)
	}
	m.wake()
	return nil
}

func (m *marked) wake() {
	m.mu.Lock()
	defer m.mu.Unlock()
	for cancel := range maps.Keys(m.waiting) {
		(*cancel)()
	}
}
