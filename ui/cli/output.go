package cli

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// Files that a command writes. Rules:
//   - Nothing is written over: a name that is taken is refused, at the beginning and, for what came meanwhile, at the end.
//   - The file appears whole or not at all: it is written beside its place under another name, synced, and put there.
//   - A served session writes no file.

// writeTo calls write with a buffered writer of stdout, or of the file of that name.
func (s *setting) writeTo(name string, write func(io.Writer) error) error {
	if name == "" || name == "-" {
		return buffered(s.Out, write)
	}
	if s.shared != nil {
		return errNoFile
	}
	if _, err := os.Lstat(name); err == nil {
		return taken(&fs.PathError{Op: "write", Path: name, Err: fs.ErrExist})
	}
	f, err := os.CreateTemp(filepath.Dir(name), ".parley-export-*")
	if err != nil {
		return ending{refused, hint{err, "give a name in a folder that can be written to"}}
	}
	defer os.Remove(f.Name()) //nolint:errcheck // it is linked to its own name by then, or it is not wanted
	err = buffered(f, write)
	if err == nil {
		err = errors.Join(f.Chmod(0o644), f.Sync())
	}
	if err = errors.Join(err, f.Close()); err != nil {
		return err
	}
	return settle(f.Name(), name)
}

// settle gives a file its name, unless somebody else has it. Where there are no links it is renamed.
func settle(from, name string) error {
	err := os.Link(from, name)
	switch {
	case err == nil:
		return nil
	case errors.Is(err, fs.ErrExist):
		return taken(err)
	}
	if _, err := os.Lstat(name); err == nil {
		return taken(&fs.PathError{Op: "write", Path: name, Err: fs.ErrExist})
	}
	return os.Rename(from, name)
}

func taken(err error) error {
	return ending{refused, hint{err, "parley does not write over a file; give another name"}}
}

func buffered(w io.Writer, write func(io.Writer) error) error {
	b := bufio.NewWriterSize(w, 64<<10)
	if err := write(b); err != nil {
		return err
	}
	if err := b.Flush(); err != nil {
		return fmt.Errorf("writing: %w", err)
	}
	return nil
}

// closeFile reports what only closing tells: a full disk.
func closeFile(f io.Closer, err *error) {
	if cerr := f.Close(); cerr != nil && *err == nil {
		*err = cerr
	}
}
