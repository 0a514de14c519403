package review

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"

	"parley/briefings/whole"
)

// disk is all that a journal asks of the file system, so that tests can make each call fail.
type disk interface {
	mkdir(dir string) error
	// read answers whole lines from where since ended; from the beginning when the file is another one by now.
	read(path string, since tail) (lines []byte, next tail, err error)
	// open opens a file for appending; fresh tells that it is empty as yet.
	open(path string) (f handle, fresh bool, err error)
	create(path string) (handle, error) // empty, whatever was there
	rename(from, to string) error
	remove(path string) error
	syncDir(dir string) error
	// lock waits for a shared lock; an exclusive one is got at once or not at all (errBusy).
	lock(path string, how kind) (unlock func(), err error)
}

type handle interface {
	io.WriteCloser
	Sync() error
}

// kind is how a lock is held.
type kind bool

const (
	shared    kind = false
	exclusive kind = true
)

var errBusy = errors.New("another instance is writing")

// A tail is how far a file was read.
type tail struct {
	info    fs.FileInfo // of the file that was read; nil: none
	at      int64       // bytes that were taken in
	records int
	whole   bool // the lines answered are all there are, not only those since
}

// wasteful tells whether most records of a file that is no longer small have been overtaken by later ones.
func (t tail) wasteful(live int) bool { return t.at > 64<<10 && t.records > 4*live }

// system is the real disk.
type system struct{}

func (system) mkdir(dir string) error       { return os.MkdirAll(dir, 0o700) }
func (system) rename(from, to string) error { return os.Rename(from, to) }
func (system) remove(path string) error     { return os.Remove(path) }
func (system) syncDir(dir string) error     { return whole.SyncDir(dir) }

func (system) create(path string) (handle, error) {
	return os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
}

func (system) open(path string) (handle, bool, error) {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o600)
	if err != nil {
		return nil, false, err
	}
	info, err := f.Stat()
	if err != nil {
		_ = f.Close() // nothing was written
		return nil, false, err
	}
	return f, info.Size() == 0, nil
}

func (system) read(path string, since tail) ([]byte, tail, error) {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, tail{whole: true}, nil
	}
	if err != nil {
		return nil, since, err
	}
	defer f.Close() // nothing was written
	info, err := f.Stat()
	if err != nil {
		return nil, since, err
	}
	next := tail{info: info, whole: true}
	if since.info != nil && os.SameFile(since.info, info) && info.Size() >= since.at {
		next = tail{info: info, at: since.at, records: since.records}
	}
	lines, err := io.ReadAll(io.NewSectionReader(f, next.at, info.Size()-next.at))
	if err != nil {
		return nil, since, err
	}
	lines = lines[:bytes.LastIndexByte(lines, '\n')+1] // another instance may be about to end the last one
	next.at += int64(len(lines))
	return lines, next, nil
}
