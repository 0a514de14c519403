// Package whole writes files of which others see the old one or the new one, never a half.
//
// Rules:
//   - It is written beside the file whose place it is to take, synced, closed, and then renamed.
//   - Its mode is the one that is asked for, whatever the umask.
//   - What fails leaves the old file as it was, and nothing beside it; only a kill leaves a file whose name begins with
//     a dot and the name that it was for.
//   - That it took its place outlasts a crash once SyncDir was called.
package whole

import (
	"io/fs"
	"os"
)

// A File is one that is being written.
type File struct {
	*os.File
	replace func() error
	drop    func()
}

// Create begins a file that is to stand at path. Its errors are those of making a file in path's folder.
func Create(path string, mode fs.FileMode) (*File, error) { return create(path, mode) }

// Replace syncs and closes the file and puts it into its place.
func (f *File) Replace() error { return f.replace() }

// Drop closes and removes the file, unless it took its place.
func (f *File) Drop() { f.drop() }

// Write makes data the whole of the file at path.
func Write(path string, data []byte, mode fs.FileMode) error {
	f, err := Create(path, mode)
	if err != nil {
		return err
	}
	defer f.Drop()
	if _, err := f.Write(data); err != nil {
		return err
	}
	return f.Replace()
}
