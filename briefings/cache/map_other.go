//go:build !unix

package cache

import (
	"errors"
	"io"
	"os"
	"path/filepath"
)

// mapFile reads a file into memory where it cannot be mapped in a way that lets another take its place.
func mapFile(f *os.File, size int64) (all []byte, free func(), err error) {
	all = make([]byte, size)
	if _, err := f.ReadAt(all, 0); err != nil && err != io.EOF {
		return nil, nil, err
	}
	return all, func() {}, nil
}

// whenUnused has nothing to give back.
func whenUnused(*mapping, func()) {}

// forget cannot let go of anything.
func (*mapping) forget() {}

// newPending renames as well as the system can: not every one puts a file into another's place at once.
func newPending(file string) (*pending, error) {
	f, err := os.CreateTemp(filepath.Dir(file), "."+filepath.Base(file))
	if err != nil {
		return nil, err
	}
	replace := func() error {
		return errors.Join(f.Sync(), f.Close(), os.Rename(f.Name(), file))
	}
	return &pending{File: f, replace: replace, cleanup: func() { _, _ = f.Close(), os.Remove(f.Name()) }}, nil
}
