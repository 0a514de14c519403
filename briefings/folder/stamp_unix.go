//go:build linux || openbsd || dragonfly || solaris

package folder

import (
	"io/fs"
	"syscall"
)

// stampOf takes the time that the system itself sets: a program that copies can set a file's other time back.
func stampOf(info fs.FileInfo) Stamp {
	s := Stamp{Size: info.Size(), Time: info.ModTime().UnixNano()}
	if sys, ok := info.Sys().(*syscall.Stat_t); ok {
		s.Time, s.Inode = sys.Ctim.Nano(), sys.Ino
	}
	return s
}
