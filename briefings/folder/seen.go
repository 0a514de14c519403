package folder

import (
	"context"
	"errors"
	"time"
)

// Whether folders are as they were, without asking for every file.
//
// Rules:
//   - A folder's stamp changes when a file in it is made, removed, renamed or saved by renaming. It does not change when a
//     file is written in place: who answers from this alone says so.
//   - What was seen is only answered when all of it was, and long enough after its last change for the next to show.

// seenLimit is how many folders are worth asking for: more take as long as a listing.
const seenLimit = 4000

// noted keeps what a listing saw; nil: not all.
func (d *disk) noted(seen []Entry) {
	if seen != nil && d.only == "" {
		for _, list := range []string{actorsList, tracksList} {
			if info, err := d.stat(list); err == nil {
				seen = append(seen, Entry{Name: list, Stamp: trusted(stampOf(info), time.Now())})
			}
		}
	}
	for _, e := range seen {
		if e.Stamp == (Stamp{}) {
			seen = nil
			break
		}
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	d.seen = seen
}

// Seen answers what the last listing saw; not ok where it did not see everything, or something is too young or too much.
func (s *Source) Seen() (all Seen, ok bool) {
	n := 0
	for _, t := range s.trees {
		d, is := t.(*disk)
		if !is {
			return Seen{}, false
		}
		d.mu.RLock()
		seen := d.seen
		d.mu.RUnlock()
		n += len(seen)
		if len(seen) == 0 || n > seenLimit {
			return Seen{}, false
		}
		all.Trees = append(all.Trees, seen)
	}
	return all, n > 0
}

// Unchanged tells whether all that was seen is as it was. It asks once for every folder and for no file.
func (s *Source) Unchanged(ctx context.Context, all Seen) bool {
	disks := s.disks()
	if len(disks) != len(all.Trees) || len(disks) != len(s.trees) {
		return false
	}
	for i, d := range disks {
		if err := errors.Join(d.find(), ctx.Err()); err != nil {
			return false
		}
		for _, e := range all.Trees[i] {
			if info, err := d.stat(e.Name); err != nil || stampOf(info) != e.Stamp {
				return false
			}
		}
	}
	return true
}
