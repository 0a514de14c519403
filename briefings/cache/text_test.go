package cache

import (
	"os"
	"path/filepath"
	"testing"
)

// A text that is asked for twice is one; a file that was written in between is answered as it is, also before the library
// has noticed.
func TestATextIsTakenApartOnceUntilItsFileChanges(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "a.md")
	write := func(text string) {
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("# One\n\nThe harbour opens.\n")
	l := lazily(t, dir, t.TempDir())
	if err := l.Settled(t.Context()); err != nil {
		t.Fatal(err)
	}
	read := func() string {
		text, err := l.Text(t.Context(), "a.md")
		if err != nil {
			t.Fatal(err)
		}
		return string(text.Body)
	}
	first, err := l.Text(t.Context(), "a.md")
	if err != nil {
		t.Fatal(err)
	}
	second, err := l.Text(t.Context(), "a.md")
	if err != nil {
		t.Fatal(err)
	}
	if &first.Body[0] != &second.Body[0] {
		t.Error("taken apart twice")
	}
	write("# Two\n\nThe harbour stays shut.\n")
	if got, want := read(), "# Two\n\nThe harbour stays shut.\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
