package folder

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"runtime"

	"parley/model"
)

// Stdin is the name of a briefing that was read from standard input.
const Stdin = "stdin"

// Open reads folders (with all below them) and single files in the background and answers at once. "-" is stdin.
// The error names the path that cannot be opened; files below a folder that cannot be read are problems instead.
func Open(paths []string, stdin io.Reader, o Options) (*Folder, error) {
	var trees []tree
	for _, p := range paths {
		t, err := openTree(p, stdin, len(paths) > 1)
		if err != nil {
			for _, opened := range trees {
				_ = opened.close() // the first error is the one to tell
			}
			return nil, err
		}
		trees = append(trees, t)
	}
	place := ""
	if len(paths) == 1 && paths[0] != "-" {
		place = tilde(paths[0])
	}
	name := o.Name
	if name == "" {
		name = nameOf(paths)
	}
	return start(trees, name, place, o), nil
}

// OpenFS reads an embedded tree.
func OpenFS(fsys fs.FS, o Options) *Folder {
	return start([]tree{embedded{fsys}}, o.Name, "", o)
}

func start(trees []tree, name, place string, o Options) *Folder {
	if o.Workers <= 0 {
		o.Workers = runtime.GOMAXPROCS(0)
	}
	ctx, stop := context.WithCancel(context.Background())
	f := &Folder{
		o: o, trees: trees, name: name, place: place, stop: stop,
		done: make(chan struct{}), files: map[string]file{}, changed: make(chan struct{}),
		view: newView(nil, nil, model.Progress{Reading: true}),
	}
	f.view.overview.Name, f.view.overview.Place = name, place
	go func() {
		defer close(f.done)
		f.read(ctx)
	}()
	return f
}

func openTree(p string, stdin io.Reader, several bool) (tree, error) {
	if p == "-" {
		return newPiped(stdin)
	}
	info, err := os.Stat(p)
	if err != nil {
		return nil, err
	}
	dir, only := p, ""
	switch {
	case info.IsDir():
	case info.Mode().IsRegular():
		dir, only = filepath.Split(p)
		if dir == "" {
			dir = "."
		}
	default:
		return nil, fmt.Errorf("%s is neither a file nor a folder", p)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	prefix := ""
	if several { // two files of one name in two folders stay apart
		prefix = filepath.ToSlash(filepath.Clean(dir))
		if prefix == "." {
			prefix = ""
		}
	}
	return &disk{root: root, dir: dir, prefix: prefix, only: only}, nil
}

func nameOf(paths []string) string {
	switch {
	case len(paths) != 1:
		return fmt.Sprintf("%d places", len(paths))
	case paths[0] == "-":
		return "standard input"
	}
	if abs, err := filepath.Abs(paths[0]); err == nil {
		return filepath.Base(abs)
	}
	return path.Base(filepath.ToSlash(paths[0]))
}

// tilde shortens the home folder as a user would type it.
func tilde(p string) string {
	home, err := os.UserHomeDir()
	if err != nil || home == "/" {
		return p
	}
	if rel, err := filepath.Rel(home, p); err == nil && filepath.IsLocal(rel) {
		return filepath.Join("~", rel)
	}
	return p
}
