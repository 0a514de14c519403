package folder

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"parley/model"
)

func TestNamesThatWouldSteerATerminalAreNamesLikeAnyOther(t *testing.T) {
	dir := t.TempDir()
	want := map[string]string{}
	for i, name := range []string{
		"new\nline.md", "\x1b[31mred.md", "bell\a.md", "\xff\xfe.md", "back\\slash.md", "-rf.md", "a:12.md", " .md", "C1\u009b.md",
		"right\u202eto left.md", "*.md", strings.Repeat("n", 252) + ".md", "\xe2\x28.md/deep.md", "é.md", "e\u0301.md", "UPPER.MD", "x.MarkDown",
	} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Logf("%q cannot be on this file system: %v", name, err)
			continue
		}
		if err := os.WriteFile(path, []byte(fmt.Sprint("body ", i)), 0o600); err != nil {
			t.Logf("%q cannot be on this file system: %v", name, err)
			continue
		}
		want[name] = fmt.Sprint("body ", i)
	}
	if len(want) < 5 {
		t.Fatalf("only %d names could be made", len(want))
	}
	f := settled(t, dir)
	got := bodies(t, f)
	for name, body := range want {
		if got[name] != body {
			t.Errorf("%q: %q, want %q", name, got[name], body)
		}
	}
	if len(got) != len(want) || len(problems(t, f)) > 0 {
		t.Errorf("%d of %d, %v", len(got), len(want), problems(t, f))
	}
	f.update(t.Context(), []string{"new\nline.md", "\xff\xfe.md"})
	if len(bodies(t, f)) != len(want) {
		t.Error("a name was lost on being read again")
	}
}

func TestFoldersAreFollowedSoDeepAndNoDeeper(t *testing.T) {
	dir := t.TempDir()
	at := dir
	for i := 1; i <= depth+3; i++ {
		at = filepath.Join(at, "d")
		if i == depth || i == depth+1 {
			put(t, filepath.Join(at, fmt.Sprintf("%d.md", i)), "x")
		}
	}
	f := settled(t, dir)
	got, said := bodies(t, f), problems(t, f)
	if len(got) != 1 || got[strings.Repeat("d/", depth)+fmt.Sprint(depth)+".md"] != "x" {
		t.Errorf("%d briefings: %v", len(got), got)
	}
	if len(said) != 1 || !strings.Contains(said[strings.Repeat("d/", depth)+"d"], fmt.Sprint(depth)) {
		t.Errorf("%v", said)
	}
}

func TestSocketsAndDevicesAreNamedForWhatTheyAre(t *testing.T) {
	dir := dirOf(t, map[string]string{"good.md": "x"})
	fd, err := syscall.Socket(syscall.AF_UNIX, syscall.SOCK_STREAM, 0)
	must(t, err)
	defer syscall.Close(fd) //nolint:errcheck // nothing was sent
	here, err := os.Getwd()
	must(t, err)
	t.Chdir(dir) // a socket's path may be no longer than 108 bytes
	must(t, syscall.Bind(fd, &syscall.SockaddrUnix{Name: "socket.md"}))
	t.Chdir(here)
	want := map[string]string{"socket.md": "a socket"}
	if err := syscall.Mknod(filepath.Join(dir, "zero.md"), syscall.S_IFCHR|0o600, 1<<8|5); err == nil {
		want["zero.md"] = "a device"
	} else {
		t.Logf("no device could be made, which is left out: %v", err)
	}
	f := settled(t, dir)
	for name, what := range want {
		if said := problems(t, f)[name]; !strings.Contains(said, what) {
			t.Errorf("%s: %q, want %q", name, said, what)
		}
	}
	if got := bodies(t, f); len(got) != 1 || got["good.md"] != "x" {
		t.Errorf("%v", got)
	}
}

func TestLinksAreFollowedToFilesOfTheLibraryAndNowhereElse(t *testing.T) {
	dir := dirOf(t, map[string]string{"a/a.md": "inside", "b/x.md": "x"})
	secret := dirOf(t, map[string]string{"secret.md": "outside"})
	for link, to := range map[string]string{
		"b/up.md": "../a/a.md", "b/out.md": filepath.Join(secret, "secret.md"), "b/climb.md": "../../../../../../../../etc/hosts", "away": secret, "b/round": "..",
		"1.md": "2.md", "2.md": "1.md",
	} {
		must(t, os.Symlink(to, filepath.Join(dir, link)))
	}
	f := settled(t, dir)
	got, said := bodies(t, f), problems(t, f)
	if len(got) != 3 || got["b/up.md"] != "inside" {
		t.Errorf("%v", got)
	}
	for _, link := range []string{"b/out.md", "b/climb.md", "1.md", "2.md"} {
		if said[link] == "" {
			t.Errorf("%s is passed over without a word", link)
		}
	}
	if _, err := f.src.Load(t.Context(), "away/secret.md"); err == nil {
		t.Error("a file outside was read through a link to its folder")
	}
	if _, err := f.src.Load(t.Context(), "../"+filepath.Base(secret)+"/secret.md"); err == nil {
		t.Error("a file outside was read by a name that climbs")
	}
}

func TestTheWorkersShareOneFolderAmongThem(t *testing.T) {
	files := map[string]string{}
	for i := range batch + 500 {
		files[fmt.Sprintf("%d/%05d.md", i%3, i)] = "x"
	}
	dir := dirOf(t, files)
	for workers := 1; workers <= 8; workers *= 2 {
		src, err := NewSource([]string{dir}, Options{Workers: workers})
		must(t, err)
		seen := map[string]int{}
		must(t, src.List(t.Context(), func(e Entry) { seen[e.Name]++ }, func(p model.Problem) { t.Error(p) }), src.Close())
		if len(seen) != len(files) {
			t.Errorf("%d workers: %d files of %d", workers, len(seen), len(files))
		}
		for name, n := range seen {
			if n != 1 || files[name] == "" {
				t.Errorf("%d workers: %s was found %d times", workers, name, n)
			}
		}
	}
}
