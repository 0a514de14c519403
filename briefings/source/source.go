// Package source is what lies between those who read briefings from somewhere (folder) and those who keep what was read
// (cache): neither knows the other. It holds what both do alike, reading many files at once.
package source

import (
	"context"
	"time"

	"parley/model"
)

// A Source lists, reads and watches briefings. It is safe for several goroutines.
type Source interface {
	// Name answers what the header shows, Place the folder as a user would type it; empty where there is not one folder.
	Name() string
	Place() string
	// Path answers where a briefing lies on disk; ok is false where it does not.
	Path(name string) (path string, ok bool)
	// List calls found for every briefing and skip for what cannot be one though it was surely meant, in no order, one
	// call at a time. The error is the context's, or says which folder is not there.
	List(ctx context.Context, found func(Entry), skip func(model.Problem)) error
	// Load reads a file; fs.ErrNotExist where it is not there.
	Load(ctx context.Context, name string) (Raw, error)
	// Split decodes what was loaded and takes it apart.
	Split(name string, raw Raw) (model.Text, error)
	// Explain reads a briefing once more and answers why its statement of that ID is what it is.
	Explain(ctx context.Context, file, id string) (model.Explanation, error)
	// Watch answers a channel of names that may have changed or gone; nil is to compare everything, as is the first report.
	// It is closed when ctx ends.
	Watch(ctx context.Context) <-chan []string
	// Seen answers what the last whole listing saw of the folders, where it saw all; Unchanged whether they are still so.
	Seen() (all Seen, ok bool)
	Unchanged(ctx context.Context, all Seen) bool
	Close() error
}

// A Stamp tells whether a file is still the one that was read.
type Stamp struct {
	Size  int64  // bytes
	Time  int64  // nanoseconds since 1970 of the last change of the file or of what is known about it, else of its content
	Inode uint64 // 0 where the system has none; with it the library's own lists, where there are any
}

// An Entry is a briefing that is there, not read yet.
type Entry struct {
	Name  string // as model.Briefing.File has it
	Stamp Stamp
}

// A Raw is a file as it lies on disk.
type Raw struct {
	Bytes    []byte    // the caller's to keep
	Stamp    Stamp     // zero: changed while it was read, or so lately that another change would not show
	Sum      uint64    // of Bytes and of the library's own lists; equal sums are equal briefings
	Modified time.Time // zero: not known
}

// Seen are the folders of a source as they were at its last whole listing, and its own lists.
type Seen struct {
	Trees [][]Entry // by folder that was opened; names below it
}
