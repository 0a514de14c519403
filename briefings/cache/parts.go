package cache

import (
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"parley/model/search"
)

// Parts
//
// Beside the snapshot lie segments in files of their own, parts. While a large folder is read for the first time, each full
// segment goes into one: whoever quits before the snapshot is written, or is made to, finds them with the next start and
// reads the rest alone. Later, what changed since the snapshot is left in one when the library is closed: else every start
// would read it again, and every question would compare all files, until enough changed to make the snapshot anew.
//
// A briefing in a part counts more than in the snapshot or in an older part. Parts are whole or not at all, several
// instances may leave some at once, and whoever writes a snapshot takes them away. They are not synced: what the disk lost
// shows in a sum, and is read again.

const (
	partSuffix = ".part"
	partAge    = 7 * 24 * time.Hour // so long nobody came back for it
	smallPart  = 256                // briefings; of parts that are smaller there are
	smallParts = 8                  // at most so many: then what they hold is read again, into one
)

// part writes a segment to a part and maps it.
func (l *Library) part(write func(io.Writer) error) (*segment, error) {
	if err := os.MkdirAll(l.o.Dir, 0o700); err != nil {
		return nil, err
	}
	f, err := os.CreateTemp(l.o.Dir, leftover)
	if err != nil {
		return nil, err
	}
	defer f.Close() // what was written is mapped, or void
	if err = writeBody(f, l.o.Key, write); err == nil {
		name := strings.TrimPrefix(filepath.Base(f.Name()), leftover)
		err = os.Rename(f.Name(), l.partName(name))
	}
	if err != nil {
		_ = os.Remove(f.Name()) // the first error is the one to tell
		return nil, err
	}
	return openMapped(f, l.o.Key)
}

func (l *Library) partName(name string) string {
	return strings.TrimSuffix(l.file, suffix) + "-" + name + partSuffix
}

// partFiles answers the parts that lie there, the oldest first.
func (l *Library) partFiles() []string {
	files, _ := filepath.Glob(l.partName("*")) // a folder that cannot be read has none
	written := func(file string) time.Time {
		info, err := os.Stat(file)
		if err != nil {
			return time.Time{}
		}
		return info.ModTime()
	}
	slices.SortStableFunc(files, func(a, b string) int { return written(a).Compare(written(b)) })
	return files
}

// withParts adds the parts that can be used to what of a snapshot is there.
func (l *Library) withParts(found []*mounted) []*mounted {
	small := 0
	for _, file := range l.partFiles() {
		s, err := openSnapshot(file, l.o.Key)
		if err != nil || s == nil {
			continue // another build's, or cut short: it goes with the next snapshot
		}
		if s.briefings.len() < smallPart {
			small++
		}
		for i, m := range found {
			found[i] = drop(m, s.fileNames())
		}
		m := mount(s)
		m.partFile = file
		found = append(found, m)
	}
	found = slices.DeleteFunc(found, func(m *mounted) bool {
		many := small > smallParts && m.partFile != "" && m.segment.briefings.len() < smallPart
		if many && l.writes() {
			_ = os.Remove(m.partFile) // one that stays is read again once more
		}
		return many || m.alive() == 0
	})
	for _, m := range found {
		if m.elsewhere != m.goneCount { // else it may be shown already
			m.elsewhere = m.goneCount
		}
	}
	return found
}

// addParts adds the parts that a screen did not begin with.
func (l *Library) addParts() {
	l.reading.Lock()
	defer l.reading.Unlock()
	v := l.now()
	if !l.o.Watch || !hasSnapshot(v.segments) {
		return
	}
	if with := l.withParts(slices.Clone(v.segments)); len(with) > len(v.segments) {
		l.show(with)
	}
}

// leave writes what changed since the snapshot to a part, and the note that everything was compared where the next start
// will find what is there now. Nothing else goes on any more.
func (l *Library) leave() {
	v := l.now()
	if !l.writes() || !hasSnapshot(v.segments) || len(l.young) == 0 || l.notesUnwritten() {
		return
	}
	young, ok := v.segments[len(v.segments)-1].memory.(search.Bytes)
	if !ok {
		return
	}
	if _, err := l.part(func(to io.Writer) error { _, err := to.Write(young); return err }); err != nil || !l.complete {
		return // it is read again
	}
	base := l.mapped()
	if base == nil {
		return
	}
	next := l.newView(l.withParts([]*mounted{base}), nil)
	if next.overview.Briefings == v.overview.Briefings {
		l.mu.Lock()
		l.view = next
		l.mu.Unlock()
		l.noteSeen()
	}
}

// fileNames answers the files of all briefings of a segment.
func (s *segment) fileNames() map[string]bool {
	names := make(map[string]bool, s.briefings.len())
	for b := range s.briefings.len() {
		names[s.file(b)] = true
	}
	return names
}

func (l *Library) removeParts() {
	for _, file := range l.partFiles() {
		_ = os.Remove(file) // one that stays is in nobody's way, and is swept up some day
	}
}

// hasSnapshot tells whether some of a view is from a snapshot.
func hasSnapshot(segments []*mounted) bool {
	return slices.ContainsFunc(segments, func(m *mounted) bool { return m.written })
}
