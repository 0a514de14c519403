package folder

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/fsnotify/fsnotify"
)

// What an event means, and which folders are watched.

// event takes one event up.
func (w *watch) event(e fsnotify.Event) {
	at, base := filepath.Split(e.Name)
	at = filepath.Clean(at)
	went := e.Has(fsnotify.Remove | fsnotify.Rename)
	for _, d := range w.above[at] {
		if filepath.Base(absolute(d.dir)) == base && (went || e.Has(fsnotify.Create)) {
			w.forget(d)
		}
	}
	if spots := w.folders[e.Name]; went && len(spots) > 0 {
		w.lost(e.Name, spots)
		return
	}
	for _, in := range w.folders[at] {
		w.file(e, in, base)
	}
}

// file takes up what happened to a name in a watched folder.
func (w *watch) file(e fsnotify.Event, in spot, base string) {
	name := path.Join(in.inner, base)
	switch {
	case in.d.only != "":
		if base == in.d.only {
			w.note(path.Join(in.d.prefix, base))
		}
	case in.inner == ownFolder:
		if name == actorsList || name == tracksList {
			w.everything()
		}
	case e.Has(fsnotify.Create) && followed(name) && isFolder(e.Name):
		w.add(in.d, name, true)
	case readable(base):
		w.note(path.Join(in.d.prefix, name))
	case foreign(base) != "" && !e.Has(fsnotify.Write|fsnotify.Chmod):
		w.everything() // a line of the problems comes or goes
	}
}

// followed tells whether a folder of that name below the library is looked into: hidden ones are not, but for the library's
// own.
func followed(name string) bool { return name == ownFolder || !strings.HasPrefix(path.Base(name), ".") }

// isFolder does not follow links, as listing does not.
func isFolder(path string) bool {
	info, err := os.Lstat(path)
	return err == nil && info.IsDir()
}

// lost takes up that a watched folder is not at its path any more. What lay in it went too.
func (w *watch) lost(at string, spots []spot) {
	for _, in := range spots {
		if in.inner == "." {
			w.forget(in.d)
		}
	}
	for p := range w.folders {
		if p == at || strings.HasPrefix(p, at+string(filepath.Separator)) {
			w.drop(p)
		}
	}
	w.torn = true
	w.everything()
}

// forget drops every watch of a disk: another folder has come to lie at its path, or none does.
func (w *watch) forget(d *disk) {
	for p, spots := range w.folders {
		if slices.ContainsFunc(spots, func(in spot) bool { return in.d == d }) {
			w.drop(p) // also for the others: mend sets it again
		}
	}
	delete(w.lies, d)
	w.torn = true
	w.everything()
}

func (w *watch) drop(path string) {
	delete(w.folders, path)
	if w.above[path] == nil {
		_ = w.events.Remove(path) // the system may have dropped it itself
	}
}

// glance asks whether the same folder still lies at each path, and whether the one above is watched.
func (w *watch) glance() {
	if w.events == nil {
		return
	}
	for _, d := range w.s.disks() {
		now, err := os.Stat(d.dir)
		was := w.lies[d]
		switch {
		case err != nil && was == nil: // it was gone before
		case err != nil || was == nil || !os.SameFile(now, was):
			w.forget(d)
		}
	}
}

// mend sets the watches that are missing, and those above.
func (w *watch) mend() {
	if w.events == nil || !w.torn && len(w.lies) == len(w.s.disks()) {
		return
	}
	w.torn = false
	for up := range w.above {
		_ = w.events.Add(up) // where it cannot be watched, glance looks
	}
	for _, d := range w.s.disks() {
		info, err := os.Stat(d.dir)
		if err != nil || d.find() != nil {
			continue
		}
		w.lies[d] = info
		w.add(d, ".", false)
	}
}

// add watches a folder and all below it, those known already excepted, and where asked reports the files in it: a file
// may have been made together with its folder, before the watch was set.
func (w *watch) add(d *disk, inner string, report bool) {
	at := filepath.Join(absolute(d.dir), filepath.FromSlash(inner))
	if in := (spot{d, inner}); !slices.Contains(w.folders[at], in) {
		if len(w.folders) >= w.limit {
			w.silent = true
			return
		}
		if err := w.events.Add(at); err != nil {
			if !errors.Is(err, fs.ErrNotExist) { // out of watches, or not allowed to look
				w.silent = true
			}
			return
		}
		w.folders[at] = append(w.folders[at], in)
	}
	if inner == ownFolder && report {
		w.everything()
	}
	if d.only != "" || inner == ownFolder {
		return
	}
	for _, e := range d.names(inner) {
		name := path.Join(inner, e.Name())
		switch {
		case e.IsDir() && followed(name) && strings.Count(name, "/") < depth:
			w.add(d, name, report)
		case report && readable(e.Name()):
			w.note(path.Join(d.prefix, name))
		}
	}
}

// names answers what lies in a folder; nothing where it cannot be read, which a listing will tell.
func (d *disk) names(inner string) []fs.DirEntry {
	at, err := d.below(inner)
	if err != nil {
		return nil
	}
	defer at.Close() //nolint:errcheck // only read from
	f, err := at.file(".")
	if err != nil {
		return nil
	}
	defer f.Close()             //nolint:errcheck // only read from
	entries, _ := f.ReadDir(-1) // as far as it can be read
	return entries
}
