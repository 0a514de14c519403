package visit

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"parley/briefings/whole"
)

// Arrivals know when each briefing was first there, so that a visitor can be told how many are new.
//
//   - A record is 16 bytes: the FNV-1a hash of the briefing's name and the second it was first seen. Two names of one
//     hash, one chance in a billion among 100,000, are counted as one briefing.
//   - What is there when the file is begun has always been there, second 0.
//   - Records are appended and synced. One that was cut off is dropped; a file that does not begin as it should is begun
//     anew. Both make a briefing look new once more at the worst.
type Arrivals struct {
	path string
	now  func() time.Time

	mu    sync.Mutex
	known map[uint64]int64 // hash of the name: second
	begun bool             // the file was there
	times []int64          // of the briefings that are there now, rising
}

const (
	magic  = "parley-arrivals1" // as long as a record
	record = 16
)

// OpenArrivals reads what is known of a library's briefings.
func OpenArrivals(dir, library string) (*Arrivals, error) {
	path := file(dir, library, "arrivals")
	a := &Arrivals{path: path[:len(path)-len(filepath.Ext(path))] + ".arrivals", now: time.Now, known: map[uint64]int64{}}
	f, err := os.Open(a.path)
	if errors.Is(err, fs.ErrNotExist) {
		return a, nil
	}
	if err != nil {
		return nil, err
	}
	defer f.Close() // only read from
	raw, err := io.ReadAll(f)
	if err != nil {
		return nil, err
	}
	if !bytes.HasPrefix(raw, []byte(magic)) {
		return a, nil
	}
	a.begun = true
	for raw = raw[len(magic):]; len(raw) >= record; raw = raw[record:] {
		name, at := binary.LittleEndian.Uint64(raw), int64(binary.LittleEndian.Uint64(raw[8:]))
		if old, ok := a.known[name]; !ok || at < old {
			a.known[name] = at
		}
	}
	return a, nil
}

// See is told the names of all briefings that are there, and writes down those it did not know.
func (a *Arrivals) See(names []string) error {
	a.mu.Lock()
	defer a.mu.Unlock()
	now := int64(0)
	if a.begun {
		now = a.now().Unix()
	}
	var fresh []byte
	a.times = a.times[:0]
	for _, name := range names {
		h := hash(name)
		at, ok := a.known[h]
		if !ok {
			at = now
			a.known[h] = at
			fresh = binary.LittleEndian.AppendUint64(fresh, h)
			fresh = binary.LittleEndian.AppendUint64(fresh, uint64(at))
		}
		if at > 0 {
			a.times = append(a.times, at)
		}
	}
	slices.Sort(a.times)
	if a.begun && len(fresh) == 0 {
		return nil
	}
	if err := a.write(fresh); err != nil {
		return fmt.Errorf("when briefings came is forgotten when the server stops: %w", err)
	}
	return nil
}

// write appends whole records; where the last one was cut off it is written over.
func (a *Arrivals) write(fresh []byte) error {
	f, err := os.OpenFile(a.path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return err
	}
	at := int64(0)
	if a.begun {
		end, err := f.Seek(0, io.SeekEnd)
		if err != nil {
			return errors.Join(err, f.Close())
		}
		at = end - end%record
	} else {
		fresh = append([]byte(magic), fresh...)
		if err := f.Truncate(0); err != nil {
			return errors.Join(err, f.Close())
		}
	}
	_, err = f.WriteAt(fresh, at)
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		return err
	}
	a.begun = true
	return whole.SyncDir(filepath.Dir(a.path))
}

// Since is how many of the briefings that are there now came after a moment.
func (a *Arrivals) Since(t time.Time) int {
	a.mu.Lock()
	defer a.mu.Unlock()
	at, _ := slices.BinarySearch(a.times, t.Unix()+1)
	return len(a.times) - at
}

func hash(name string) uint64 {
	h := fnv.New64a()
	_, _ = h.Write([]byte(name)) // a hash takes anything
	return h.Sum64()
}
