package folder

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"
	"sync"
	"time"

	"parley/briefings/source"
	"parley/model"
)

// Listing a folder.
//
// Rules:
//   - Several goroutines take folders from one stack. Each folder is opened once, and its files are asked for by their
//     last name: asking from the root would open every folder in between again, for every file.
//   - Names alone are read from a folder: for whole entries of a folder below an os.Root, Go asks for every file as well,
//     and that twice is twice the time.
//   - Hidden files and folders are passed over. A link is followed to a file inside the library, never to a folder.
//   - A folder that cannot be read is a problem; the others are listed.

// depth bounds how far below the library files are looked for.
const depth = 64

// batch is how many names are taken from a folder at a time: a folder of a million files costs no more memory.
const batch = 1024

// list brings find up to date first: what lies at the path counts, not what once lay there.
func (d *disk) list(ctx context.Context, workers int, found func(Entry), skip func(model.Problem)) error {
	if err := d.find(); err != nil {
		return err
	}
	if d.only != "" {
		info, err := d.stat(d.only)
		if err != nil {
			return err
		}
		stamp := stampOf(info)
		d.noted([]Entry{{Name: d.only, Stamp: trusted(stamp, time.Now())}})
		found(Entry{Name: path.Join(d.prefix, d.only), Stamp: stamp})
		return nil
	}
	l := &listing{ctx: ctx, d: d, found: found, skip: skip, folders: []string{"."}}
	l.woken.L = &l.mu
	stopped := context.AfterFunc(ctx, func() {
		l.mu.Lock()
		defer l.mu.Unlock()
		l.woken.Broadcast()
	})
	defer stopped()
	var all sync.WaitGroup
	for range workers {
		all.Go(l.work)
	}
	all.Wait()
	if l.torn || ctx.Err() != nil {
		l.seen = nil
	}
	d.noted(l.seen)
	return errors.Join(l.fault, ctx.Err())
}

// A listing is one walk over a disk.
type listing struct {
	ctx   context.Context
	d     *disk
	found func(Entry)
	skip  func(model.Problem)

	mu      sync.Mutex // also held while found and skip are called
	woken   sync.Cond
	folders []string // still to be read
	busy    int      // goroutines that may find more folders
	fault   error    // the root's: without it there is nothing to list
	seen    []Entry  // the folders, as they were before they were read
	torn    bool     // some could not be read
}

func (l *listing) work() {
	for {
		dir, ok := l.next()
		if !ok {
			return
		}
		l.folder(dir)
		l.mu.Lock()
		l.busy--
		l.woken.Broadcast()
		l.mu.Unlock()
	}
}

func (l *listing) next() (dir string, ok bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for len(l.folders) == 0 && l.busy > 0 && l.ctx.Err() == nil {
		l.woken.Wait()
	}
	if len(l.folders) == 0 || l.ctx.Err() != nil {
		return "", false
	}
	dir = l.folders[len(l.folders)-1]
	l.folders = l.folders[:len(l.folders)-1]
	l.busy++
	return dir, true
}

// folder lists one folder. A fault of the program itself costs that folder alone.
func (l *listing) folder(dir string) {
	defer func() {
		if p := recover(); p != nil {
			l.fails(dir, fmt.Errorf("could not be listed (%v)", p))
		}
	}()
	at, err := l.d.below(dir)
	if err != nil {
		l.fails(dir, err)
		return
	}
	defer at.Close() //nolint:errcheck // only read from
	f, err := at.file(".")
	if err != nil {
		l.fails(dir, err)
		return
	}
	defer f.Close() //nolint:errcheck // only read from
	info, err := f.Stat()
	if err != nil {
		l.fails(dir, err)
		return
	}
	l.sees(Entry{Name: dir, Stamp: trusted(stampOf(info), time.Now())})
	for l.ctx.Err() == nil {
		names, err := f.Readdirnames(batch)
		l.take(dir, at, names)
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			l.fails(dir, err)
			return
		}
	}
}

func (l *listing) sees(folder Entry) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.seen = append(l.seen, folder)
}

func (l *listing) fails(dir string, err error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.torn = true
	switch {
	case dir == ".":
		l.fault = err
	case errors.Is(err, fs.ErrNotExist): // removed since its parent was read
	default:
		l.skip(source.Skipped(path.Join(l.d.prefix, dir), err))
	}
}

// take asks for the files of one batch, then hands all of it over at once.
func (l *listing) take(dir string, at root, names []string) {
	var found []Entry
	var problems []model.Problem
	var folders []string
	torn := false
	for _, last := range names {
		if strings.HasPrefix(last, ".") {
			continue
		}
		name := last
		if dir != "." {
			name = dir + "/" + last
		}
		info, err := at.Lstat(last)
		if err == nil && info.IsDir() {
			if strings.Count(name, "/") >= depth {
				problems = append(problems, skipped(l.d.full(name), fmt.Sprintf("lies more than %d folders deep", depth)))
			} else {
				folders = append(folders, name)
			}
			continue
		}
		torn = torn || err != nil && !errors.Is(err, fs.ErrNotExist) // it may be a folder
		stamp, why, ok := l.d.visit(name, info, err)
		switch {
		case ok:
			found = append(found, Entry{Name: l.d.full(name), Stamp: stamp})
		case why != "":
			problems = append(problems, skipped(l.d.full(name), why))
		}
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, e := range found {
		l.found(e)
	}
	for _, p := range problems {
		l.skip(p)
	}
	l.torn = l.torn || torn
	l.folders = append(l.folders, folders...)
	l.woken.Broadcast()
}

// full answers the library's name of a file of the disk.
func (d *disk) full(name string) string {
	if d.prefix == "" {
		return name
	}
	return path.Join(d.prefix, name)
}

// visit answers the stamp of a briefing, or why a file is none; neither for a file that nobody would miss. info and err
// are what the system answered for the name itself.
func (d *disk) visit(name string, info fs.FileInfo, err error) (s Stamp, why string, ok bool) {
	if errors.Is(err, fs.ErrNotExist) { // removed since its folder was read
		return Stamp{}, "", false
	}
	if base := path.Base(name); !readable(base) {
		why = foreign(base)
		if why == "" && err != nil {
			why = "cannot be read: " + source.Plain(err)
		}
		return Stamp{}, why, false
	}
	if err == nil && info.Mode()&fs.ModeSymlink != 0 {
		info, err = d.stat(name) // from the root: a link may lead to another folder of the library
	}
	switch {
	case err != nil:
		return Stamp{}, "cannot be read: " + source.Plain(err), false
	case info.IsDir():
		return Stamp{}, "is a link to a folder; links are not followed into folders", false
	case !info.Mode().IsRegular():
		return Stamp{}, "is no regular file (" + kindOf(info.Mode()) + ")", false
	}
	return stampOf(info), "", true
}
