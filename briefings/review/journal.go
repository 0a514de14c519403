// Package review keeps what a reader did with the briefings: which were read, which are pinned, when they were last
// looked at. It never writes to the briefings' own folder.
//
// A Journal is one file of JSON lines for each place (a library, or a library and whoever reads it), in the reader's state
// folder. What holds, and is tested by failing every call to the disk in turn, by killing writers, and by a full disk:
//
//   - A mark is confirmed (nil is answered) only when its line is written and synced. A confirmed mark is never lost.
//   - Lines are only appended. Each carries a checksum and begins on a line of its own, whatever a write that failed
//     before it left behind: what is torn is passed over, and nothing else.
//   - Several instances may write at once. Where the file is made shorter, that is done to a copy, under a lock.
//   - A journal of a newer version is neither read nor written.
package review

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"path/filepath"
	"sync"
	"time"
)

// A Mark is what can be said of a briefing.
type Mark string

// Read is the mark of a briefing that was read, Pin of one that is kept at hand.
const (
	Read Mark = "read"
	Pin  Mark = "pin"
)

// visit is the record of when a library was looked at; it has no file.
const visit Mark = "visit"

// A Journal is the marks of one place. It is safe for several goroutines.
type Journal struct {
	disk disk
	dir  string
	path string
	now  func() time.Time

	mu      sync.Mutex
	state   state
	read    tail   // how far the file was read
	changed uint64 // grows with every change of the state
}

// OpenJournal reads the journal of a place in dir, which is made where it is not there. The place is any text that tells
// one library and reader from another; only its hash is in the file's name. The error says what could not be read or made.
func OpenJournal(dir, place string) (*Journal, error) {
	return openJournal(system{}, dir, place, time.Now)
}

func openJournal(d disk, dir, place string, now func() time.Time) (*Journal, error) {
	sum := sha256.Sum256([]byte(place))
	j := &Journal{disk: d, dir: dir, path: filepath.Join(dir, hex.EncodeToString(sum[:12])+".jsonl"), now: now, state: state{}}
	if err := d.mkdir(dir); err != nil {
		return nil, fmt.Errorf("the journal's folder: %w", err)
	}
	if err := j.Refresh(); err != nil {
		return nil, err
	}
	if j.read.wasteful(len(j.state)) {
		if err := j.compact(); err != nil {
			return nil, err
		}
	}
	return j, nil
}

// Refresh takes in what other instances marked since.
func (j *Journal) Refresh() error {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.refresh()
}

func (j *Journal) refresh() error {
	lines, next, err := j.disk.read(j.path, j.read)
	if err != nil {
		return fmt.Errorf("the journal: %w", err)
	}
	now := j.state
	if next.whole {
		now = state{}
	}
	n, news, err := now.take(lines)
	if err != nil {
		return fmt.Errorf("%s: %w", j.path, err)
	}
	if next.whole {
		news = !maps.EqualFunc(now, j.state, same)
	}
	if news {
		j.changed++
	}
	j.state = now
	next.records += n
	j.read = next
	return nil
}

// Revision grows with every mark, this instance's or another's.
func (j *Journal) Revision() uint64 {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.changed
}

// Read tells whether the briefing was marked read as it stands: one that has another fingerprint now is unread again.
// A fingerprint of 0 is one that nobody knows and fits every other.
func (j *Journal) Read(file string, fingerprint uint64) bool {
	return j.Marked(Read, file, fingerprint)
}

// MarkRead marks a briefing as read or not. The mark holds, whatever happens, once nil is answered.
func (j *Journal) MarkRead(file string, fingerprint uint64, read bool) error {
	return j.Mark(Read, file, fingerprint, read)
}

// Marked tells whether a briefing carries a mark.
func (j *Journal) Marked(m Mark, file string, fingerprint uint64) bool {
	j.mu.Lock()
	defer j.mu.Unlock()
	r, ok := j.state[key{m, file}]
	return ok && r.On && (fingerprint == 0 || r.Print == 0 || uint64(r.Print) == fingerprint)
}

// Mark sets a mark or takes it away. Setting what is set already writes nothing.
func (j *Journal) Mark(m Mark, file string, fingerprint uint64, on bool) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	if err := j.refresh(); err != nil { // another instance may have said otherwise meanwhile
		return err
	}
	old, ok := j.state[key{m, file}]
	if on && ok && old.On && uint64(old.Print) == fingerprint || !on && (!ok || !old.On) {
		return nil
	}
	return j.append(record{Mark: m, File: file, Print: print(fingerprint), On: on, At: j.now().UTC().Truncate(time.Second)})
}

// LastVisit is when the library was last looked at; zero: never.
func (j *Journal) LastVisit() time.Time {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.state[key{visit, ""}].At
}

// Visit writes down that the library is looked at.
func (j *Journal) Visit(at time.Time) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.append(record{Mark: visit, On: true, At: at.UTC().Truncate(time.Second)})
}

// append writes one record and answers when it is on the disk. The state is changed last, so that it never holds what a
// crash would take back.
func (j *Journal) append(r record) error {
	line, err := r.line()
	if err != nil {
		return err
	}
	if err := j.write(line); err != nil {
		return fmt.Errorf("nothing was marked: %w", err)
	}
	j.state[key{r.Mark, r.File}] = r
	j.changed++
	return nil
}

// write appends under a lock that others who append share, and that nobody has who replaces the file.
func (j *Journal) write(line []byte) error {
	unlock, err := j.disk.lock(j.path, shared)
	if err != nil {
		return err
	}
	defer unlock()
	f, fresh, err := j.disk.open(j.path)
	if err != nil {
		return err
	}
	if fresh {
		line = append(head(), line...)
	}
	_, err = f.Write(line)
	if err == nil {
		err = f.Sync()
	}
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	if err == nil {
		err = j.disk.syncDir(j.dir) // else the file's name may be lost with all that is in it: it is new, or was replaced just now
	}
	return err
}
