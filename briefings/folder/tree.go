package folder

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"syscall"

	"parley/model"
)

// Limit is how much of a file is read; what lies behind it is not shown, and the file says so.
const Limit = 4<<20 + 1 // one byte more than the text may have, so that "too long" can be told

// depth bounds how far below the folder files are looked for.
const depth = 64

// A tree is a place that holds files. Names are slash-separated and carry the tree's prefix.
type tree interface {
	// list calls found for every briefing and skip for every file that is none of parley's but was surely meant.
	list(ctx context.Context, found func(name string, s stamp), skip func(model.Problem)) error
	read(inner string) ([]byte, error)
	inner(name string) (inner string, mine bool)
	path(inner string) (string, bool)
	close() error
}

// disk is a folder, or one file in it. It is read through os.Root, so no link leads out of it.
type disk struct {
	root   *os.Root
	dir    string
	prefix string
	only   string
}

func (d *disk) close() error { return d.root.Close() }

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

func (d *disk) list(ctx context.Context, found func(string, stamp), skip func(model.Problem)) error {
	if d.only != "" {
		info, err := d.root.Stat(d.only)
		if err != nil {
			return err
		}
		found(path.Join(d.prefix, d.only), stamp{info.Size(), info.ModTime()})
		return nil
	}
	return fs.WalkDir(d.root.FS(), ".", func(name string, e fs.DirEntry, err error) error {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		full := path.Join(d.prefix, name)
		if err != nil {
			skip(skipped(full, "cannot be read: "+plain(err)))
			if e != nil && e.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		return d.visit(name, full, e, found, skip)
	})
}

func (d *disk) visit(name, full string, e fs.DirEntry, found func(string, stamp), skip func(model.Problem)) error {
	if name == "." {
		return nil
	}
	if e.IsDir() {
		if strings.HasPrefix(e.Name(), ".") {
			return fs.SkipDir
		}
		if strings.Count(name, "/") >= depth {
			skip(skipped(full, fmt.Sprintf("lies more than %d folders deep", depth)))
			return fs.SkipDir
		}
		return nil
	}
	if strings.HasPrefix(e.Name(), ".") || !readable(e.Name()) {
		if why := foreign(e.Name()); why != "" {
			skip(skipped(full, why))
		}
		return nil
	}
	info, err := d.root.Stat(name)
	switch {
	case err != nil:
		skip(skipped(full, "cannot be read: "+plain(err)))
	case info.IsDir():
		skip(skipped(full, "is a link to a folder; links are not followed into folders"))
	case !info.Mode().IsRegular():
		skip(skipped(full, "is no regular file ("+kindOf(info.Mode())+")"))
	default:
		found(full, stamp{info.Size(), info.ModTime()})
	}
	return nil
}

// read opens without blocking, so that a pipe put in a file's place since it was listed cannot hold the program.
func (d *disk) read(inner string) ([]byte, error) {
	f, err := d.root.OpenFile(filepath.FromSlash(inner), os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, err
	}
	defer f.Close() // nothing was written
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, errors.New("is no regular file (" + kindOf(info.Mode()) + ")")
	}
	size := min(info.Size(), Limit)
	raw := make([]byte, 0, size+1)
	return readAll(f, raw)
}

// readAll fills one buffer: io.ReadAll grows it several times over.
func readAll(r io.Reader, into []byte) ([]byte, error) {
	for len(into) < Limit {
		if len(into) == cap(into) {
			into = append(into, 0)[:len(into)]
		}
		n, err := r.Read(into[len(into):min(cap(into), Limit)])
		into = into[:len(into)+n]
		if err == io.EOF {
			return into, nil
		}
		if err != nil {
			return nil, err
		}
	}
	return into, nil
}

func readable(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".md", ".markdown", ".txt":
		return true
	}
	return false
}

// foreign says what to do with a file that parley can import but does not read as it lies there.
func foreign(name string) string {
	if strings.HasPrefix(name, ".") {
		return ""
	}
	switch ext := strings.ToLower(path.Ext(name)); ext {
	case ".pdf", ".docx", ".html", ".htm", ".eml", ".rtf", ".odt":
		return strings.ToUpper(ext[1:]) + " is not read directly; save its text as .md or .txt"
	}
	return ""
}

func skipped(name, why string) model.Problem {
	return model.Problem{File: name, Message: why, Done: "skipped; nothing else was affected", Skipped: true}
}

// plain drops the path that an os error repeats: the problem names it already.
func plain(err error) string {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err.Error()
	}
	return err.Error()
}

func kindOf(m fs.FileMode) string {
	switch {
	case m&fs.ModeNamedPipe != 0:
		return "a pipe"
	case m&fs.ModeSocket != 0:
		return "a socket"
	case m&fs.ModeDevice != 0:
		return "a device"
	case m.IsDir():
		return "a folder"
	}
	return "something else"
}

// embedded is a tree that was linked into the program.
type embedded struct{ fsys fs.FS }

func (e embedded) close() error                     { return nil }
func (e embedded) inner(name string) (string, bool) { return name, true }
func (e embedded) path(string) (string, bool)       { return "", false }
func (e embedded) read(inner string) ([]byte, error) {
	return fs.ReadFile(e.fsys, inner)
}

func (e embedded) list(_ context.Context, found func(string, stamp), _ func(model.Problem)) error {
	return fs.WalkDir(e.fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && readable(name) {
			found(name, stamp{})
		}
		return err
	})
}

// piped is standard input, read once.
type piped struct{ raw []byte }

func newPiped(r io.Reader) (tree, error) {
	if r == nil {
		r = bytes.NewReader(nil)
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
func (p piped) read(string) ([]byte, error)      { return p.raw, nil }
func (p piped) list(_ context.Context, found func(string, stamp), _ func(model.Problem)) error {
	found(Stdin, stamp{size: int64(len(p.raw))})
	return nil
}
