package folder

import (
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
)

// What a folder asks of the operating system. Tests put a system in that fails at a given call.

type system interface {
	stat(path string) (fs.FileInfo, error)
	open(dir string) (root, error)
}

// A root is an open folder; no name leads out of it.
type root interface {
	// Lstat answers for a link itself, Stat for what it leads to.
	Lstat(name string) (fs.FileInfo, error)
	Stat(name string) (fs.FileInfo, error)
	// file opens for reading and never waits, whatever the name stands for.
	file(name string) (handle, error)
	below(name string) (root, error)
	Close() error
}

// A handle is an open file or folder.
type handle interface {
	io.ReadCloser
	Stat() (fs.FileInfo, error)
	ReadDir(n int) ([]fs.DirEntry, error)
	Readdirnames(n int) ([]string, error)
}

type host struct{}

func (host) stat(path string) (fs.FileInfo, error) { return os.Stat(path) }

func (host) open(dir string) (root, error) {
	r, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	return hostRoot{r}, nil
}

type hostRoot struct{ *os.Root }

func (r hostRoot) file(name string) (handle, error) {
	f, err := r.OpenFile(filepath.FromSlash(name), os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, err
	}
	return f, nil
}

func (r hostRoot) below(name string) (root, error) {
	sub, err := r.OpenRoot(filepath.FromSlash(name))
	if err != nil {
		return nil, err
	}
	return hostRoot{sub}, nil
}
