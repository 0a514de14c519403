//go:build unix

package whole

import (
	"io/fs"
	"path/filepath"

	"github.com/google/renameio/v2"
)

func create(path string, mode fs.FileMode) (*File, error) {
	f, err := renameio.NewPendingFile(path, renameio.WithTempDir(filepath.Dir(path)), renameio.WithPermissions(mode), renameio.IgnoreUmask())
	if err != nil {
		return nil, err
	}
	// There is nothing to clean up, nor an error to tell, once it was renamed.
	return &File{File: f.File, replace: f.CloseAtomicallyReplace, drop: func() { _ = f.Cleanup() }}, nil
}
