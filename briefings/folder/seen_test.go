package folder

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"parley/model"
)

// seen waits until the folders of a source have not changed for so long that the next change would show.
func seen(t *testing.T, src *Source) Seen {
	t.Helper()
	for until := time.Now().Add(deadline); ; {
		must(t, src.List(t.Context(), func(Entry) {}, func(p model.Problem) { t.Error(p) }))
		if all, ok := src.Seen(); ok {
			return all
		}
		if time.Now().After(until) {
			t.Fatal("never seen whole")
		}
	}
}

func TestWhatChangesIsSeenByTheFolders(t *testing.T) {
	for name, change := range map[string]func(dir string) error{
		"a file more":             func(dir string) error { return os.WriteFile(filepath.Join(dir, "s/n.md"), nil, 0o600) },
		"a file less":             func(dir string) error { return os.Remove(filepath.Join(dir, "s/b.md")) },
		"a folder more":           func(dir string) error { return os.Mkdir(filepath.Join(dir, "s/t"), 0o755) },
		"a file renamed":          func(dir string) error { return os.Rename(filepath.Join(dir, "a.md"), filepath.Join(dir, "z.md")) },
		"a list written in place": func(dir string) error { return os.WriteFile(filepath.Join(dir, actorsList), []byte("[]"), 0o600) },
		"another folder in place": func(dir string) error {
			return os.Rename(dir, dir+"~")
		},
	} {
		t.Run(name, func(t *testing.T) {
			dir := dirOf(t, map[string]string{"lib/a.md": "x", "lib/s/b.md": "y", "lib/" + actorsList: ""})
			lib := filepath.Join(dir, "lib")
			src := sourceOf(t, lib)
			all := seen(t, src)
			if !src.Unchanged(t.Context(), all) {
				t.Error("nothing changed, and something is said to have")
			}
			must(t, change(lib))
			if src.Unchanged(t.Context(), all) {
				t.Error("the change was not seen")
			}
		})
	}
}

func TestAFolderThatChangedJustNowIsNotSeen(t *testing.T) {
	dir := dirOf(t, map[string]string{"a.md": "x"})
	src := sourceOf(t, dir)
	for range 50 { // whichever of them is fast enough
		must(t, os.WriteFile(filepath.Join(dir, "b.md"), nil, 0o600), os.Remove(filepath.Join(dir, "b.md")))
		must(t, src.List(t.Context(), func(Entry) {}, func(p model.Problem) { t.Error(p) }))
		if _, ok := src.Seen(); !ok {
			return
		}
	}
	t.Error("fifty times a folder was trusted that had changed a moment ago")
}
