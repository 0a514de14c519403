//go:build !linux && !openbsd && !dragonfly && !solaris && !darwin && !freebsd && !netbsd

package folder

import "io/fs"

// stampOf knows no inode here.
func stampOf(info fs.FileInfo) Stamp {
	return Stamp{Size: info.Size(), Time: info.ModTime().UnixNano()}
}
