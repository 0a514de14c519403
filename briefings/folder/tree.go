package folder

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"parley/model"
	"parley/model/text"
)

// Limit is how much of a file is read; what lies behind it is not shown, and the file says so.
const Limit = text.Limit + 1 // one byte more than the text may have, so that "too long" can be told

// A tree is a place that holds files. Names are slash-separated and carry the tree's prefix.
type tree interface {
	// list calls found for every briefing and skip for every file that is none of parley's but was surely meant.
	list(ctx context.Context, workers int, found func(Entry), skip func(model.Problem)) error
	read(inner string) (Raw, error)
	inner(name string) (inner string, mine bool)
	path(inner string) (string, bool)
	close() error
}

// disk is a folder, or one file in it. It is read through os.Root, so no link leads out of it.
type disk struct {
	system system
	dir    string
	prefix string
	only   string

	mu   sync.RWMutex // held for reading while root is used: another folder may have come to lie at dir
	root root
	info fs.FileInfo // of root
	seen []Entry     // see Seen
}

// find opens what lies at dir now. A folder that was moved away stays open until another lies in its place.
func (d *disk) find() error {
	info, err := d.system.stat(d.dir)
	if err != nil {
		return err
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.root != nil && os.SameFile(info, d.info) {
		return nil
	}
	r, err := d.system.open(d.dir)
	if err != nil {
		return err
	}
	if info, err = r.Stat("."); err != nil {
		_ = r.Close() // only read from
		return err
	}
	if d.root != nil {
		_ = d.root.Close() // only read from
	}
	d.root, d.info = r, info
	return nil
}

func (d *disk) close() error {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.root.Close()
}

func (d *disk) inner(name string) (string, bool) {
	inner := name
	if d.prefix != "" {
		var ok bool
		if inner, ok = strings.CutPrefix(name, d.prefix+"/"); !ok {
			return "", false
		}
	}
	return inner, d.only == "" || inner == d.only
}

func (d *disk) path(inner string) (string, bool) {
	return filepath.Join(d.dir, filepath.FromSlash(inner)), true
}

func (d *disk) stat(name string) (fs.FileInfo, error) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	if d.root == nil {
		return nil, fs.ErrNotExist
	}
	return d.root.Stat(filepath.FromSlash(name))
}

func (d *disk) below(name string) (root, error) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	if d.root == nil {
		return nil, fs.ErrNotExist
	}
	return d.root.below(name)
}

func (d *disk) file(name string) (handle, error) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	if d.root == nil {
		return nil, fs.ErrNotExist
	}
	return d.root.file(name)
}

// tries is how often a file is read that changes under the reading.
const tries = 3

// read answers the file as it was at one moment, or with a zero stamp where it would not stand still.
func (d *disk) read(inner string) (Raw, error) {
	f, err := d.file(inner)
	if err != nil {
		return Raw{}, err
	}
	defer f.Close() //nolint:errcheck // only read from
	for try := 1; ; try++ {
		before, err := f.Stat()
		if err != nil {
			return Raw{}, err
		}
		if before.IsDir() { // in the file's place, since it was listed
			return Raw{}, fs.ErrNotExist
		}
		if !before.Mode().IsRegular() {
			return Raw{}, errors.New("is no regular file (" + kindOf(before.Mode()) + ")")
		}
		raw, err := readAll(f, make([]byte, 0, min(before.Size(), Limit)+1))
		if err != nil {
			return Raw{}, err
		}
		after, err := f.Stat()
		if err != nil {
			return Raw{}, err
		}
		r := Raw{Bytes: raw, Stamp: stampOf(after), Modified: after.ModTime()}
		if r.Stamp == stampOf(before) {
			r.Stamp = trusted(r.Stamp, time.Now())
			return r, nil
		}
		again, seeks := f.(io.Seeker)
		if try == tries || !seeks {
			r.Stamp = Stamp{}
			return r, nil
		}
		if _, err := again.Seek(0, io.SeekStart); err != nil {
			return Raw{}, err
		}
	}
}

// trusted answers the zero stamp for a file that changed so lately that a further change could leave the stamp as it is:
// file systems count time in ticks of some milliseconds, some in whole seconds.
func trusted(s Stamp, now time.Time) Stamp {
	tick := 20 * time.Millisecond
	if s.Time%int64(time.Second) == 0 {
		tick = 2 * time.Second
	}
	if age := now.UnixNano() - s.Time; age > -int64(tick) && age < int64(tick) {
		return Stamp{}
	}
	return s
}

// readAll fills one buffer: io.ReadAll grows it several times over.
func readAll(r io.Reader, into []byte) ([]byte, error) {
	for len(into) < Limit {
		if len(into) == cap(into) {
			into = append(into, 0)[:len(into)]
		}
		n, err := r.Read(into[len(into):min(cap(into), Limit)])
		into = into[:len(into)+n]
		if errors.Is(err, io.EOF) {
			return into, nil
		}
		if err != nil {
			return nil, err
		}
	}
	return into, nil
}

// embedded is a tree that was linked into the program.
type embedded struct{ fsys fs.FS }

func (e embedded) close() error                     { return nil }
func (e embedded) inner(name string) (string, bool) { return name, true }
func (e embedded) path(string) (string, bool)       { return "", false }
func (e embedded) read(inner string) (Raw, error) {
	raw, err := fs.ReadFile(e.fsys, inner)
	return Raw{Bytes: raw, Stamp: Stamp{Size: int64(len(raw))}}, err
}

func (e embedded) list(ctx context.Context, _ int, found func(Entry), _ func(model.Problem)) error {
	return fs.WalkDir(e.fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !readable(path.Base(name)) {
			return err
		}
		info, err := d.Info()
		if err == nil {
			found(Entry{Name: name, Stamp: Stamp{Size: info.Size()}})
		}
		return errors.Join(err, ctx.Err())
	})
}

// piped is standard input, read once.
type piped struct{ raw []byte }

func newPiped(r io.Reader) (tree, error) {
	if r == nil {
		r = strings.NewReader("")
	}
	raw, err := readAll(r, make([]byte, 0, 64<<10))
	if err != nil {
		return nil, fmt.Errorf("standard input: %w", err)
	}
	return piped{raw}, nil
}

func (p piped) close() error                     { return nil }
func (p piped) inner(name string) (string, bool) { return name, name == Stdin }
func (p piped) path(string) (string, bool)       { return "", false }
func (p piped) read(string) (Raw, error) {
	return Raw{Bytes: p.raw, Stamp: Stamp{Size: int64(len(p.raw))}}, nil
}
func (p piped) list(_ context.Context, _ int, found func(Entry), _ func(model.Problem)) error {
	found(Entry{Name: Stdin, Stamp: Stamp{Size: int64(len(p.raw))}})
	return nil
}
