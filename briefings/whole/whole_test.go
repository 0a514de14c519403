package whole

import (
	"bytes"
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

func TestWriteTakesThePlaceOfWhatWasThere(t *testing.T) {
	path := filepath.Join(t.TempDir(), "note")
	for _, want := range []string{"the first, which is longer", "the second"} {
		if err := Write(path, []byte(want), 0o600); err != nil {
			t.Fatal(err)
		}
		alone(t, path, want)
	}
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v", info.Mode())
	}
}

func TestWhatIsDroppedLeavesTheOldFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "note")
	if err := Write(path, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := Create(path, 0o600)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.WriteString("half of"); err != nil {
		t.Fatal(err)
	}
	f.Drop()
	alone(t, path, "old")
}

func TestDroppingWhatTookItsPlaceTakesNothingAway(t *testing.T) {
	path := filepath.Join(t.TempDir(), "note")
	f, err := Create(path, 0o644)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.WriteString("new"); err != nil {
		t.Fatal(err)
	}
	if err := f.Replace(); err != nil {
		t.Fatal(err)
	}
	f.Drop()
	alone(t, path, "new")
}

func TestWriteInNoFolderIsAnError(t *testing.T) {
	if err := Write(filepath.Join(t.TempDir(), "none", "note"), nil, 0o600); err == nil {
		t.Error("no error")
	}
}

// A reader sees one file or the other, however often it looks.
func TestAReaderNeverSeesAHalf(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the system does not promise it")
	}
	path := filepath.Join(t.TempDir(), "note")
	bodies := [][]byte{bytes.Repeat([]byte("a"), 100_000), bytes.Repeat([]byte("b"), 50_000)}
	if err := Write(path, bodies[0], 0o600); err != nil {
		t.Fatal(err)
	}
	failed := make(chan error, 1)
	go func() {
		var err error
		for i := 0; i < 100 && err == nil; i++ {
			err = Write(path, bodies[i%2], 0o600)
		}
		failed <- err
	}()
	for {
		got, err := os.ReadFile(path)
		if err != nil || !bytes.Equal(got, bodies[0]) && !bytes.Equal(got, bodies[1]) {
			t.Fatalf("%d bytes (%v)", len(got), err)
		}
		select {
		case err := <-failed:
			if err != nil {
				t.Error(err)
			}
			return
		default:
		}
	}
}

// alone holds that a file has a text, and that nothing stands beside it.
func alone(t *testing.T, path, want string) {
	t.Helper()
	if got, err := os.ReadFile(path); err != nil || string(got) != want {
		t.Errorf("%q, want %q (%v)", got, want, err)
	}
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil || len(entries) != 1 {
		t.Errorf("%d files in the folder (%v)", len(entries), err)
	}
}

func TestSyncDir(t *testing.T) {
	dir := t.TempDir()
	if err := SyncDir(dir); err != nil {
		t.Error(err)
	}
	if err := SyncDir(filepath.Join(dir, "none")); err == nil && runtime.GOOS != "windows" {
		t.Error("no error for a folder that is not there")
	}
	if runtime.GOOS != "linux" {
		t.Skip("only Linux has a folder at hand that cannot be synced: /proc")
	}
	if err := SyncDir("/proc"); err != nil {
		t.Errorf("a file system that cannot sync a folder: %v", err)
	}
}
