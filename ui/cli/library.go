package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/adrg/xdg"

	"parley/briefings/cache"
	"parley/briefings/folder"
	"parley/briefings/samples"
	"parley/model"
)

// folderName is where briefings are looked for when nobody says where.
const folderName = "briefings"

// What stands behind a command:
//
//   - folders on disk: an index in the cache folder with what changed since (briefings/cache)
//   - single files, standard input, the samples, and with --no-index everything: memory (briefings/folder)
//
// A screen follows what happens on disk. A command answers from what it finds when it starts.

// opened is a library that was opened for a command.
type opened interface {
	countable
	// Names answers the names of all briefings, in no order.
	Names(ctx context.Context) ([]string, error)
	// Path answers where a briefing lies on disk.
	Path(name string) (path string, ok bool)
	// Settled waits until everything was compared with the disk once, or Stop was called.
	Settled(ctx context.Context) error
	Stop()
	Close() error
}

// A library is what a command reads: its own, or the one that a server shares among its sessions.
type library struct {
	opened
	shared bool
	finish func() // before it is closed; nil: nothing is left to do
}

// Close gives a library of one's own back.
func (l library) Close() error {
	if l.shared {
		return nil
	}
	if l.finish != nil {
		l.finish()
	}
	return l.opened.Close()
}

// open opens what the paths name; without any the configured library, then ./briefings, then the samples. With watch, it
// follows what happens on disk.
func (s *setting) open(paths []string, watch bool) (library, error) {
	return s.openAs(paths, folder.Options{Watch: watch}, cache.Options{Watch: watch})
}

func (s *setting) openAs(paths []string, o folder.Options, c cache.Options) (library, error) {
	if s.shared != nil {
		if len(paths) > 0 {
			return library{}, errNoFile
		}
		return library{opened: s.shared, shared: true}, nil
	}
	paths = s.paths(paths)
	if len(paths) == 0 {
		lib, err := openSamples()
		return library{opened: lib}, err
	}
	var err error
	if o.Poll, err = folder.ParsePoll(s.Env("PARLEY_POLL")); err != nil {
		return library{}, ending{wrongUsage, err}
	}
	o.Stdin = s.In
	src, err := folder.NewSource(paths, o)
	if err != nil {
		return library{}, ending{unreadable, hint{err, "give a folder or a .md, .txt file, or - for standard input; parley alone opens the samples"}}
	}
	if len(paths) == 1 && !anyFolder(paths) {
		lean(s.Env, fileLimit)
	}
	if s.all.NoIndex || o.Extract.Bare || !anyFolder(paths) {
		return library{opened: folder.New(src, o)}, nil
	}
	c.Dir, c.Paths, c.Threshold = indexes(), paths, pays
	lib, err := keep(src, c)
	if err != nil {
		return library{}, err
	}
	return library{opened: lib, finish: func() { s.written(lib) }}, nil
}

// written waits until an index that is being written is whole: given up, it would have to be made again next time.
func (s *setting) written(lib *cache.Library) {
	done := make(chan struct{})
	if s.Watched {
		go func() {
			select {
			case <-done:
			case <-time.After(unseen):
				fmt.Fprintln(s.Errs, "parley: writing the index; ctrl+c leaves without it") // nobody is left to tell
			}
		}()
	}
	_ = lib.Flush(s) // interrupted: it is written another time
	close(done)
}

// pays is how many statements make an index worth its while: with it, a start draws before the tables of names and words
// are made that splitting a text needs, which takes longer than all the rest.
const pays = 100

// indexes is the folder of the indexes. They can be made again, so nothing is lost with it.
func indexes() string { return filepath.Join(xdg.CacheHome, "parley") }

func anyFolder(paths []string) bool {
	return slices.ContainsFunc(paths, func(p string) bool {
		info, err := os.Stat(p)
		return err == nil && info.IsDir()
	})
}

// paths answers what is opened; none: the samples.
func (s *setting) paths(given []string) []string {
	switch {
	case len(given) > 0:
		return given
	case len(s.all.Library) > 0:
		return s.all.Library
	case holdsBriefings(folderName):
		return []string{folderName}
	}
	return nil
}

func openSamples() (*folder.Folder, error) {
	talk := samples.Talks()[0]
	tree, err := fs.Sub(samples.FS, talk.Root)
	if err != nil {
		return nil, fmt.Errorf("the built-in samples: %w", err)
	}
	return folder.OpenFS(tree, folder.Options{Name: talk.Name}), nil
}

// holdsBriefings tells whether the folder holds a Markdown or text file at its top: parley's own source has a folder of
// that name without any.
func holdsBriefings(dir string) bool {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return false
	}
	for _, e := range entries {
		name := strings.ToLower(e.Name())
		if !e.IsDir() && (strings.HasSuffix(name, ".md") || strings.HasSuffix(name, ".txt") || strings.HasSuffix(name, ".markdown")) {
			return true
		}
	}
	return false
}

// settled opens a library and waits until all of it is read, showing on a terminal how far that is. The library is not to be
// closed where there is an error.
func (s *setting) settled(paths []string) (library, error) {
	return s.settledAs(paths, folder.Options{})
}

func (s *setting) settledAs(paths []string, o folder.Options) (library, error) {
	lib, err := s.openAs(paths, o, cache.Options{})
	if err != nil {
		return library{}, err
	}
	return lib, s.settle(lib)
}

// settle waits for a library, which it closes where that was interrupted.
func (s *setting) settle(lib library) error {
	stop := s.progress(lib)
	err := lib.Settled(s)
	stop()
	if err != nil {
		_ = lib.Close() // the interruption is what to tell
	}
	return err
}

// briefings opens a library and answers which of its files to print: of one's own all that the paths opened, of a shared
// one those that the paths name.
func (s *setting) briefings(paths []string, o folder.Options) (lib library, files []string, err error) {
	if s.shared == nil {
		if lib, err = s.settledAs(paths, o); err != nil {
			return lib, nil, err
		}
		page, err := lib.Briefings(s, model.Filter{}, model.Window{})
		for i := range page.Items {
			files = append(files, page.Items[i].File)
		}
		return lib, files, err
	}
	if lib, err = s.settled(nil); err != nil {
		return lib, nil, err
	}
	for _, p := range paths {
		page, err := lib.Briefings(s, model.Filter{File: p}, model.Window{Limit: 1})
		if err != nil {
			return lib, nil, err
		}
		if len(page.Items) == 0 {
			return lib, nil, ending{unreadable, hint{fmt.Errorf("%s: %w", p, model.ErrNoBriefing), "parley ls lists them"}}
		}
	}
	return lib, paths, nil
}

// errNoFile is for whoever wants a session of a server to read or write a file.
var errNoFile = ending{refused, hint{errors.New("no file is read or written here"), "leave the path away: what is served is read, and written to standard output"}}

// skippedFiles tells on stderr which files were not read, and ends with the code for it.
func (s *setting) skippedFiles(lib model.Library) error {
	if s.shared != nil { // parley check tells
		return nil
	}
	page, err := lib.Problems(s, model.Window{})
	if err != nil {
		return err
	}
	skipped := 0
	for _, p := range page.Items {
		if p.Skipped {
			skipped++
			complain(s.Errs, fmt.Errorf("%s: %s", p.Place(), p.Message))
		}
	}
	if skipped > 0 {
		return ending{code: withProblems}
	}
	return nil
}
