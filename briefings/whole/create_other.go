//go:build !unix

package whole

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// create renames as well as the system can: not every one puts a file into another's place at once.
func create(path string, mode fs.FileMode) (*File, error) {
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path))
	if err != nil {
		return nil, err
	}
	w := &File{File: f, drop: func() { _, _ = f.Close(), os.Remove(f.Name()) }}
	w.replace = func() error {
		if err := errors.Join(f.Chmod(mode), f.Sync(), f.Close()); err != nil {
			return err
		}
		if err := os.Rename(f.Name(), path); err != nil {
			return err
		}
		w.drop = func() {}
		return nil
	}
	return w, nil
}
