package folder

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"sync/atomic"
	"time"

	"parley/briefings/source"
	"parley/model"
	"parley/model/extract"
	"parley/model/text"
)

// Where briefings come from.
//
// Rules:
//   - A file is known by its name below the library and by its stamp; a stamp that may not be trusted is the zero one,
//     which no listing answers, so that the file is read again at the next comparison.
//   - A file that cannot be taken is an error of that file; only a folder that is not there at all ends a listing.
//   - Nothing is written, and no link leads out of a folder.

// Stdin is the name of a briefing that was read from standard input.
const Stdin = "stdin"

type (
	// A Stamp tells whether a file is still the one that was read.
	Stamp = source.Stamp
	// An Entry is a briefing that is there, not read yet.
	Entry = source.Entry
	// A Raw is a file as it lies on disk, at most Limit of it.
	Raw = source.Raw
	// Seen are the folders as they were at the last whole listing, and the library's own lists.
	Seen = source.Seen
)

var _ source.Source = (*Source)(nil)

// A Source lists, reads and watches briefings. It is safe for several goroutines.
type Source struct {
	o      Options
	trees  []tree
	name   string
	place  string
	own    atomic.Pointer[own] // see lists
	listed atomic.Int64        // nanoseconds that the last whole listing took
}

// NewSource opens folders (with all below them) and single files; "-" is o.Stdin, which is read at once. Without paths it
// reads o.FS. The error names the path that cannot be opened.
func NewSource(paths []string, o Options) (*Source, error) {
	if o.Workers <= 0 {
		o.Workers = runtime.GOMAXPROCS(0)
	}
	s := &Source{o: o, name: o.Name}
	if len(paths) == 0 {
		if o.FS == nil {
			return nil, errors.New("no folder or file is named")
		}
		s.trees = []tree{embedded{o.FS}}
		return s, nil
	}
	for _, p := range paths {
		t, err := openTree(p, o.Stdin, len(paths) > 1)
		if err != nil {
			_ = s.Close() // the first error is the one to tell
			return nil, err
		}
		s.trees = append(s.trees, t)
	}
	if len(paths) == 1 && paths[0] != "-" {
		s.place = tilde(paths[0])
	}
	if s.name == "" {
		s.name = nameOf(paths)
	}
	return s, nil
}

// Name answers what the header shows.
func (s *Source) Name() string { return s.name }

// Place answers the folder as a user would type it; empty where there is not one folder.
func (s *Source) Place() string { return s.place }

// Path answers where a briefing lies on disk, for an editor; ok is false where it does not (standard input, samples).
func (s *Source) Path(name string) (path string, ok bool) {
	if t, inner := s.tree(name); t != nil {
		return t.path(inner)
	}
	return "", false
}

// Close gives the folders back. Calls under way end with an error.
func (s *Source) Close() error {
	var first error
	for _, t := range s.trees {
		if err := t.close(); err != nil && first == nil {
			first = err
		}
	}
	return first
}

// tree answers whose a name is.
func (s *Source) tree(name string) (tree, string) {
	for _, t := range s.trees {
		if inner, mine := t.inner(name); mine {
			return t, inner
		}
	}
	return nil, ""
}

// List calls found for every briefing and skip for every file or folder that cannot be one though it was surely meant,
// in no order, one call at a time. The error is the context's, or says which folder is not there; what the others hold
// was found nevertheless.
func (s *Source) List(ctx context.Context, found func(Entry), skip func(model.Problem)) error {
	began := time.Now()
	own := s.lists()
	if s.there() {
		own = s.readLists()
	}
	for _, p := range own.problems {
		skip(p)
	}
	once := func(e Entry) { found(Entry{Name: e.Name, Stamp: own.stamped(e.Stamp)}) }
	if len(s.trees) > 1 { // one folder may lie in the other, or a file be named twice
		seen := map[string]bool{}
		once = func(e Entry) {
			if !seen[e.Name] {
				seen[e.Name] = true
				found(Entry{Name: e.Name, Stamp: own.stamped(e.Stamp)})
			}
		}
	}
	var first error
	for _, t := range s.trees {
		if err := t.list(ctx, s.o.Workers, once, skip); err != nil && first == nil {
			first = err
		}
	}
	s.listed.Store(int64(time.Since(began)))
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return first
}

// there tells whether every folder is there, and opens what lies in its place now.
func (s *Source) there() bool {
	all := true
	for _, d := range s.disks() {
		all = d.find() == nil && all
	}
	return all
}

// Load reads a file within Limit. Where it is not there (any more), the error is fs.ErrNotExist.
func (s *Source) Load(ctx context.Context, name string) (Raw, error) {
	if err := ctx.Err(); err != nil {
		return Raw{}, err
	}
	t, inner := s.tree(name)
	if t == nil {
		return Raw{}, fs.ErrNotExist
	}
	raw, err := t.read(inner)
	if err == nil {
		sum := sha256.Sum256(raw.Bytes)
		own := s.lists()
		raw.Sum, raw.Stamp = binary.LittleEndian.Uint64(sum[:])^own.sum, own.stamped(raw.Stamp)
	}
	return raw, err
}

// Split decodes what was loaded and takes it apart. A fault in it costs that file alone: it is an error. The text may
// share raw's bytes.
func (s *Source) Split(name string, raw Raw) (t model.Text, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("could not be taken apart (%v)", p)
		}
	}()
	src, err := text.Decode(raw.Bytes)
	if err != nil {
		return model.Text{}, err
	}
	t = extract.Briefing(name, src, s.lists().extract)
	t.Briefing.Sum = raw.Sum
	if !raw.Modified.IsZero() {
		t.Briefing.FileDate = model.Date(raw.Modified.Format(time.DateOnly))
	}
	return t, nil
}

// Read loads and splits. source.Skipped makes its error a line for the list of problems.
func (s *Source) Read(ctx context.Context, name string) (model.Text, Stamp, error) {
	raw, err := s.Load(ctx, name)
	if err != nil {
		return model.Text{}, raw.Stamp, err
	}
	t, err := s.Split(name, raw)
	return t, raw.Stamp, err
}

// Explain reads a briefing once more, this time writing down why its statement of that ID is what it is.
func (s *Source) Explain(ctx context.Context, file, id string) (model.Explanation, error) {
	raw, err := s.Load(ctx, file)
	if errors.Is(err, fs.ErrNotExist) {
		return model.Explanation{}, model.ErrNoBriefing
	}
	if err != nil {
		return model.Explanation{}, fmt.Errorf("%s: %w", file, err)
	}
	src, err := text.Decode(raw.Bytes)
	if err != nil {
		return model.Explanation{}, fmt.Errorf("%s: %w", file, err)
	}
	why, ok := extract.Explain(file, src, s.lists().extract, id)
	if !ok {
		return model.Explanation{}, model.ErrNoBriefing
	}
	return why, nil
}

func openTree(p string, stdin io.Reader, several bool) (tree, error) {
	if p == "-" {
		return newPiped(stdin)
	}
	info, err := os.Stat(p)
	if err != nil {
		return nil, err
	}
	dir, only := p, ""
	switch {
	case info.IsDir():
	case info.Mode().IsRegular():
		dir, only = filepath.Split(p)
		if dir == "" {
			dir = "."
		}
	default:
		return nil, fmt.Errorf("%s is neither a file nor a folder", p)
	}
	prefix := ""
	if several { // two files of one name in two folders stay apart
		prefix = filepath.ToSlash(filepath.Clean(dir))
		if prefix == "." {
			prefix = ""
		}
	}
	d := &disk{system: host{}, dir: dir, prefix: prefix, only: only}
	if err := d.find(); err != nil {
		return nil, err
	}
	return d, nil
}

func nameOf(paths []string) string {
	switch {
	case len(paths) != 1:
		return fmt.Sprintf("%d places", len(paths))
	case paths[0] == "-":
		return "standard input"
	}
	if abs, err := filepath.Abs(paths[0]); err == nil {
		return filepath.Base(abs)
	}
	return path.Base(filepath.ToSlash(paths[0]))
}

// tilde shortens the home folder as a user would type it.
func tilde(p string) string {
	home, err := os.UserHomeDir()
	if err != nil || home == "/" {
		return p
	}
	if rel, err := filepath.Rel(home, p); err == nil && filepath.IsLocal(rel) {
		return filepath.Join("~", rel)
	}
	return p
}
