// Package visit keeps, for a library that many read through one server, where each of them was and when, and when each
// briefing was first there. It never writes to the briefings' own folder.
//
//   - visit.go   a visitor's last place: one small file a visitor, replaced as a whole
//   - book.go    the visits of a running server: places are noted at once and written a little later
//   - arrival.go when briefings came: records of one length, appended
//
// What was written survives a crash: a file is written beside the old one, synced and renamed; what was appended in part
// is passed over. A file that cannot be read is as good as none: it costs a visitor their place, never the server.
package visit

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"parley/briefings/whole"
)

// A Place is where a visitor was. Its fields are the screen's.
type Place struct {
	Pane    int    `json:"pane"`
	Track   string `json:"track,omitempty"`
	File    string `json:"file,omitempty"`    // the briefing that the panes are narrowed to
	Actor   string `json:"actor,omitempty"`   // whose statements are listed
	Reading string `json:"reading,omitempty"` // the briefing in the reader
	At      int    `json:"at,omitempty"`      // the byte of it at the top
}

// A Visit is the last one of somebody.
type Visit struct {
	Version int       `json:"version"`
	Ended   time.Time `json:"ended"` // when they were last seen
	Place   Place     `json:"place"`
}

const (
	version = 1
	longest = 64 << 10 // bytes of a file; a longer one is not ours
)

// ErrNone is answered for somebody who was never here.
var ErrNone = errors.New("no visit yet")

// file is where the visit of a key to a library is kept. Neither is readable from its name.
func file(dir, library, key string) string {
	sum := sha256.Sum256([]byte(library + "\x00" + key))
	return filepath.Join(dir, hex.EncodeToString(sum[:16])+".json")
}

func load(path string) (Visit, error) {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return Visit{}, ErrNone
	}
	if err != nil {
		return Visit{}, err
	}
	defer f.Close() // only read from
	raw, err := io.ReadAll(io.LimitReader(f, longest))
	if err != nil {
		return Visit{}, err
	}
	var v Visit
	if err := json.Unmarshal(raw, &v); err != nil {
		return Visit{}, fmt.Errorf("%s: %w", path, err)
	}
	if v.Version != version {
		return Visit{}, fmt.Errorf("%s: is of version %d, this parley writes %d", path, v.Version, version)
	}
	return v, nil
}

func save(path string, v Visit) error {
	v.Version = version
	raw, err := json.Marshal(v)
	if err != nil {
		return err
	}
	if err := whole.Write(path, append(raw, '\n'), 0o600); err != nil {
		return err
	}
	return whole.SyncDir(filepath.Dir(path))
}
