package cache

import (
	"context"
	"encoding/binary"
	"encoding/json"
	"hash/crc32"
	"os"
	"strings"
	"time"

	"parley/briefings/source"
	"parley/briefings/whole"
)

// Whether the snapshot still is what lies on disk, told without asking for every file.
//
// Beside a snapshot lies a note: which snapshot it is, when every file was found to be as it says, and the folders as they
// were then. Where the folders are so still, no file was made, removed, renamed or saved by renaming since; a file that
// was written in place would not show. Nobody is hurt by a note that is gone or damaged: everything is compared.

const noteSuffix = ".seen"

// noteAge is how long a note of the same folders stands before a newer one is worth writing.
const noteAge = 10 * time.Minute

// A note is what the file holds.
type note struct {
	Snapshot uint64 // what identifies it and its parts
	Compared time.Time
	Seen     source.Seen
}

// identity tells snapshots apart; 0 for what is not one.
func identity(m *mounted) uint64 {
	mapped, ok := m.memory.(*mapping)
	if !ok || !m.written && m.partFile == "" {
		return 0
	}
	return uint64(len(mapped.body))<<32 | uint64(crc32.Checksum(mapped.sums, castagnoli))
}

// whole answers what identifies the snapshot and the parts that a view is made of, where it is nothing else.
func (v *view) whole() (id uint64, ok bool) {
	for _, m := range v.segments {
		one := identity(m)
		if one == 0 || m.goneCount > m.elsewhere {
			return 0, false
		}
		id = id*31 + one
	}
	return id, hasSnapshot(v.segments)
}

// noteSeen writes the note, where the view is what the next start will find, and takes it away otherwise. l.reading is
// held, after a comparison.
func (l *Library) noteSeen() {
	if !l.writes() {
		return
	}
	id, all := l.now().whole()
	seen, ok := l.src.Seen()
	if !all || !ok {
		_ = os.Remove(l.noteFile()) // most often there is none
		l.noted = false
		return
	}
	now := time.Now()
	if old, ok := l.readNote(); ok && old.Snapshot == id && now.Sub(old.Compared) < noteAge && l.noted {
		return
	}
	body, err := json.Marshal(note{id, now, seen})
	if err != nil {
		return
	}
	sum := crc32.Checksum(body, castagnoli)
	// One that cannot be written is done without.
	l.noted = whole.Write(l.noteFile(), binary.LittleEndian.AppendUint32(body, sum), 0o600) == nil
}

func (l *Library) noteFile() string { return strings.TrimSuffix(l.file, suffix) + noteSuffix }

func (l *Library) readNote() (n note, ok bool) {
	raw, err := os.ReadFile(l.noteFile())
	if err != nil || len(raw) < 4 {
		return note{}, false
	}
	body, sum := raw[:len(raw)-4], binary.LittleEndian.Uint32(raw[len(raw)-4:])
	if crc32.Checksum(body, castagnoli) != sum || json.Unmarshal(body, &n) != nil {
		return note{}, false
	}
	return n, true
}

// Unchanged tells whether all folders are as they were when every file was last found to be what the library answers, and
// when that was. Not ok says nothing: wait for Settled.
func (l *Library) Unchanged(ctx context.Context) (compared time.Time, ok bool) {
	if l.file == "" {
		return time.Time{}, false
	}
	id, whole := l.now().whole()
	if !whole {
		return time.Time{}, false
	}
	n, ok := l.readNote()
	if !ok || n.Snapshot != id || !l.src.Unchanged(ctx, n.Seen) {
		return time.Time{}, false
	}
	return n.Compared, true
}
