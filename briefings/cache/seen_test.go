package cache

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"parley/briefings/folder"
	"parley/model"
)

// lazily opens a library that compares nothing by itself.
func lazily(t *testing.T, dir, cache string) *Library {
	t.Helper()
	src, err := folder.NewSource([]string{dir}, folder.Options{})
	if err != nil {
		t.Fatal(err)
	}
	l, err := Open(src, Options{Dir: cache, Paths: []string{dir}, Threshold: 1, Lazy: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	return l
}

// wholeNote opens until the note beside the snapshot says that nothing changed: folders must not have changed a moment ago.
func wholeNote(t *testing.T, dir, cache string) {
	t.Helper()
	for until := time.Now().Add(time.Minute); ; {
		l := lazily(t, dir, cache)
		_, ok := l.Unchanged(t.Context())
		if !ok {
			if err := l.Settled(t.Context()); err != nil {
				t.Fatal(err)
			}
			if err := l.Flush(t.Context()); err != nil {
				t.Fatal(err)
			}
		}
		if err := l.Close(); err != nil {
			t.Fatal(err)
		}
		if ok {
			return
		}
		if time.Now().After(until) {
			t.Fatal("never found to be unchanged")
		}
	}
}

func files(t *testing.T, l *Library) int {
	t.Helper()
	page, err := l.Briefings(t.Context(), model.Filter{}, model.Window{})
	if err != nil {
		t.Fatal(err)
	}
	return page.Total
}

func TestALazyLibraryAnswersFromTheSnapshotUntilAFolderChanges(t *testing.T) {
	dir, cache := t.TempDir(), t.TempDir()
	write := func(name, text string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("a.md", "“One,” minister Lena Oduya said.\n")
	write("b.md", "“Two,” minister Lena Oduya said.\n")
	wholeNote(t, dir, cache)
	l := lazily(t, dir, cache)
	if _, ok := l.Unchanged(t.Context()); !ok || files(t, l) != 2 {
		t.Fatalf("unchanged: %v, %d briefings", ok, files(t, l))
	}
	write("c.md", "“Three,” minister Lena Oduya said.\n")
	if _, ok := l.Unchanged(t.Context()); ok {
		t.Error("a new file did not show")
	}
	if files(t, l) != 2 {
		t.Error("something was compared though nobody waited for it")
	}
	if err := l.Settled(t.Context()); err != nil || files(t, l) != 3 {
		t.Errorf("%d briefings after the comparison, %v", files(t, l), err)
	}
}

func TestTheNoteGoesWithTheFirstChangeThatIsSeen(t *testing.T) {
	dir, cache := t.TempDir(), t.TempDir()
	path := filepath.Join(dir, "a.md")
	for range 30 { // of which one is less than a few per cent
		if err := os.WriteFile(path, []byte("“One,” minister Lena Oduya said.\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		path += "x.md"
	}
	wholeNote(t, dir, cache)
	l := lazily(t, dir, cache)
	if err := os.WriteFile(filepath.Join(dir, "a.md"), []byte("“Other,” minister Lena Oduya said.\n"), 0o600); err != nil { // in place: no folder changes
		t.Fatal(err)
	}
	l.update([]string{"a.md"})
	if _, ok := l.Unchanged(t.Context()); ok {
		t.Error("the snapshot is said to be all there is, and a newer text is known")
	}
	if _, ok := lazily(t, dir, cache).Unchanged(t.Context()); ok {
		t.Error("another instance is told so")
	}
}

func TestADamagedNoteSaysNothing(t *testing.T) {
	dir, cache := t.TempDir(), t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "a.md"), []byte("“One,” minister Lena Oduya said.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	wholeNote(t, dir, cache)
	l := lazily(t, dir, cache)
	raw, err := os.ReadFile(l.noteFile())
	if err != nil {
		t.Fatal(err)
	}
	for i := range raw {
		damaged := append([]byte(nil), raw...)
		damaged[i] ^= 1
		if err := os.WriteFile(l.noteFile(), damaged, 0o600); err != nil {
			t.Fatal(err)
		}
		if _, ok := l.Unchanged(t.Context()); ok {
			t.Fatalf("byte %d changed, and the note is believed", i)
		}
	}
}

// BenchmarkOneChange is the time from a file's being written to its being answered, a thousand briefings being held in
// memory.
func BenchmarkOneChange(b *testing.B) {
	dir := b.TempDir()
	name := func(i int) string { return filepath.Join(dir, fmt.Sprintf("%04d.md", i)) }
	for i := range 1000 {
		if err := os.WriteFile(name(i), fmt.Appendf(nil, "---\ntitle: Talk %d\ndate: 2025-04-25\n---\n\n“Word %d,” minister Lena Oduya said.\n", i, i), 0o600); err != nil {
			b.Fatal(err)
		}
	}
	src, err := folder.NewSource([]string{dir}, folder.Options{})
	if err != nil {
		b.Fatal(err)
	}
	l, err := Open(src, Options{})
	if err != nil {
		b.Fatal(err)
	}
	defer l.Close() //nolint:errcheck // nothing was written
	if err := l.Settled(b.Context()); err != nil {
		b.Fatal(err)
	}
	i := 0
	for b.Loop() {
		i++
		if err := os.WriteFile(name(i%40), fmt.Appendf(nil, "---\ntitle: Turn %d\n---\n\n“Word,” minister Lena Oduya said.\n", i), 0o600); err != nil {
			b.Fatal(err)
		}
		l.update([]string{fmt.Sprintf("%04d.md", i%40)})
	}
}
