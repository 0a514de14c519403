package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"parley/briefings/folder"
	"parley/briefings/samples"
	"parley/model"
)

// folderName is where briefings are looked for when nobody says where.
const folderName = "briefings"

// A library is what a command reads: its own, or the one that a server shares among its sessions.
type library struct {
	*folder.Folder
	shared bool
}

// Close gives a library of one's own back.
func (l library) Close() error {
	if l.shared {
		return nil
	}
	return l.Folder.Close()
}

// open opens what the paths name; without any the configured library, then ./briefings, then the samples.
func (s *setting) open(paths []string) (library, error) {
	if s.shared != nil {
		if len(paths) > 0 {
			return library{}, errNoFile
		}
		return library{s.shared, true}, nil
	}
	paths = s.paths(paths)
	if len(paths) == 0 {
		lib, err := openSamples()
		return library{lib, false}, err
	}
	lib, err := folder.Open(paths, s.In, folder.Options{})
	if err != nil {
		return library{}, ending{unreadable, hint{err, "give a folder or a .md, .txt file, or - for standard input; parley alone opens the samples"}}
	}
	return library{lib, false}, nil
}

// paths answers what is opened; none: the samples.
func (s *setting) paths(given []string) []string {
	switch {
	case len(given) > 0:
		return given
	case len(s.all.Library) > 0:
		return s.all.Library
	case holdsBriefings(folderName):
		return []string{folderName}
	}
	return nil
}

func openSamples() (*folder.Folder, error) {
	talk := samples.Talks()[0]
	tree, err := fs.Sub(samples.FS, talk.Root)
	if err != nil {
		return nil, fmt.Errorf("the built-in samples: %w", err)
	}
	return folder.OpenFS(tree, folder.Options{Name: talk.Name}), nil
}

// holdsBriefings tells whether the folder holds a Markdown or text file at its top: parley's own source has a folder of
// that name without any.
func holdsBriefings(dir string) bool {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return false
	}
	for _, e := range entries {
		name := strings.ToLower(e.Name())
		if !e.IsDir() && (strings.HasSuffix(name, ".md") || strings.HasSuffix(name, ".txt") || strings.HasSuffix(name, ".markdown")) {
			return true
		}
	}
	return false
}

// settled opens a library and waits until all of it is read.
func (s *setting) settled(paths []string) (library, error) {
	lib, err := s.open(paths)
	if err != nil {
		return library{}, err
	}
	if err := lib.Settled(s); err != nil {
		_ = lib.Close() // the interruption is what to tell
		return library{}, err
	}
	return lib, nil
}

// briefings opens a library and answers which of its files to print: of one's own all that the paths opened, of a shared
// one those that the paths name.
func (s *setting) briefings(paths []string) (lib library, files []string, err error) {
	if s.shared == nil {
		if lib, err = s.settled(paths); err != nil {
			return lib, nil, err
		}
		page, err := lib.Briefings(s, model.Filter{}, model.Window{})
		for i := range page.Items {
			files = append(files, page.Items[i].File)
		}
		return lib, files, err
	}
	if lib, err = s.settled(nil); err != nil {
		return lib, nil, err
	}
	for _, p := range paths {
		page, err := lib.Briefings(s, model.Filter{File: p}, model.Window{Limit: 1})
		if err != nil {
			return lib, nil, err
		}
		if len(page.Items) == 0 {
			return lib, nil, ending{unreadable, hint{fmt.Errorf("%s: %w", p, model.ErrNoBriefing), "parley ls lists them"}}
		}
	}
	return lib, paths, nil
}

// errNoFile is for whoever wants a session of a server to read or write a file.
var errNoFile = ending{refused, hint{errors.New("no file is read or written here"), "leave the path away: what is served is read, and written to standard output"}}

// create makes a file to write to, which was not there before.
func (s *setting) create(path string) (*os.File, error) {
	if s.shared != nil {
		return nil, errNoFile
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return nil, ending{refused, hint{err, "parley does not write over a file; give another name"}}
	}
	return f, nil
}

// skippedFiles tells on stderr which files were not read, and ends with the code for it.
func (s *setting) skippedFiles(lib model.Library) error {
	if s.shared != nil { // parley check tells
		return nil
	}
	page, err := lib.Problems(s, model.Window{})
	if err != nil {
		return err
	}
	skipped := 0
	for _, p := range page.Items {
		if p.Skipped {
			skipped++
			complain(s.Errs, fmt.Errorf("%s: %s", p.Place(), p.Message))
		}
	}
	if skipped > 0 {
		return ending{code: withProblems}
	}
	return nil
}
