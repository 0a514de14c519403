//go:build !unix

package cache

import (
	"io"
	"os"
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
