//go:build unix

package cache

import (
	"os"
	"runtime"

	"golang.org/x/sys/unix"
)

// mapFile maps a file to be read; free gives it back.
func mapFile(f *os.File, size int64) (all []byte, free func(), err error) {
	all, err = unix.Mmap(int(f.Fd()), 0, int(size), unix.PROT_READ, unix.MAP_SHARED)
	if err != nil {
		return nil, nil, os.NewSyscallError("mmap", err)
	}
	return all, func() { _ = unix.Munmap(all) }, nil
}

// whenUnused calls free once nobody can reach the mapping any more.
func whenUnused(m *mapping, free func()) {
	runtime.AddCleanup(m, func(free func()) { free() }, free)
}

// forget lets go of the pages that were read; they come back when they are read again.
func (m *mapping) forget() { _ = unix.Madvise(m.whole, unix.MADV_DONTNEED) }
