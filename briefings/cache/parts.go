package cache

import (
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// What was read before there was a snapshot
//
// While a large folder is read for the first time, each full segment goes into a file of its own, a part. Whoever quits
// before the snapshot is written, or is made to, finds the parts with the next start and reads the rest alone. They are
// whole or not at all, several instances may leave some at once, and whoever writes a snapshot takes them away.
//
// They are not synced: what the disk lost shows in a sum, and is read again.

const (
	partSuffix = ".part"
	partAge    = 7 * 24 * time.Hour // so long nobody came back for it
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
	defer f.Close() //nolint:errcheck // what was written is mapped, or void
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

// leftBehind answers the parts that can be used. A briefing that is in two, as of two instances, is taken from the later.
func (l *Library) leftBehind() (found []*mounted) {
	for _, file := range l.partFiles() {
		s, err := openSnapshot(file, l.o.Key)
		if err != nil || s == nil {
			continue // another build's, or cut short: it goes with the next snapshot
		}
		for i, m := range found {
			found[i] = drop(m, s.fileNames())
		}
		found = append(found, mount(s))
	}
	return slices.DeleteFunc(found, func(m *mounted) bool { return m.alive() == 0 })
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
