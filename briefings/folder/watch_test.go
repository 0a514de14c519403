package folder

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"parley/model"
)

// deadline bounds how long a test waits for what must happen; nothing is concluded from how long it took.
const deadline = 60 * time.Second

func watched(t *testing.T, o Options, paths ...string) *Folder {
	t.Helper()
	o.Watch = true
	f, err := Open(paths, nil, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := f.Close(); err != nil {
			t.Error(err)
		}
	})
	if err := f.Settled(t.Context()); err != nil {
		t.Fatal(err)
	}
	return f
}

// become waits until the titles are those wanted.
func become(t *testing.T, f *Folder, want ...string) {
	t.Helper()
	ctx, stop := context.WithTimeout(t.Context(), deadline)
	defer stop()
	for seen := uint64(0); ; {
		if got := titles(t, f, model.Filter{}); slices.Equal(got, want) {
			return
		}
		var err error
		if seen, err = f.Wait(ctx, seen); err != nil {
			t.Fatalf("still %q, want %q: %v", titles(t, f, model.Filter{}), want, err)
		}
	}
}

func must(t *testing.T, errs ...error) {
	t.Helper()
	if err := errors.Join(errs...); err != nil {
		t.Fatal(err)
	}
}

// saveAtomically writes as editors do: a file beside it, then a rename over it.
func saveAtomically(t *testing.T, path, content string) {
	t.Helper()
	beside := filepath.Join(filepath.Dir(path), ".save~"+filepath.Base(path))
	put(t, beside, content)
	must(t, os.Rename(beside, path))
}

func TestWhatHappensInAWatchedFolder(t *testing.T) {
	one := func(title string) string { return briefing(title, "2025-04-25") }
	start := map[string]string{"a.md": one("A"), "sub/b.md": briefing("B", "2025-04-18")}
	for _, c := range []struct {
		name   string
		change func(t *testing.T, dir string)
		want   []string
	}{
		{"written in place", func(t *testing.T, dir string) { put(t, filepath.Join(dir, "a.md"), one("A anew")) }, []string{"A anew", "B"}},
		{"saved by renaming", func(t *testing.T, dir string) { saveAtomically(t, filepath.Join(dir, "a.md"), one("A anew")) }, []string{"A anew", "B"}},
		{"saved below", func(t *testing.T, dir string) {
			saveAtomically(t, filepath.Join(dir, "sub/b.md"), briefing("B anew", "2025-04-18"))
		}, []string{"A", "B anew"}},
		{"removed", func(t *testing.T, dir string) { must(t, os.Remove(filepath.Join(dir, "a.md"))) }, []string{"B"}},
		{"renamed to another ending", func(t *testing.T, dir string) {
			must(t, os.Rename(filepath.Join(dir, "a.md"), filepath.Join(dir, "a.bak")))
		}, []string{"B"}},
		{"moved to another folder", func(t *testing.T, dir string) {
			must(t, os.Rename(filepath.Join(dir, "sub/b.md"), filepath.Join(dir, "b.md")), os.Remove(filepath.Join(dir, "a.md")))
		}, []string{"B"}},
		{"a folder made together with its file", func(t *testing.T, dir string) {
			put(t, filepath.Join(dir, "new/c.md"), briefing("C", "2025-04-11"))
		}, []string{"A", "B", "C"}},
		{"folders within folders made at once", func(t *testing.T, dir string) {
			put(t, filepath.Join(dir, "x/y/z/c.md"), briefing("C", "2025-04-11"))
		}, []string{"A", "B", "C"}},
		{"a folder moved in whole", func(t *testing.T, dir string) {
			other := dirOf(t, map[string]string{"in/deep/c.md": briefing("C", "2025-04-11")})
			must(t, os.Rename(filepath.Join(other, "in"), filepath.Join(dir, "in")))
		}, []string{"A", "B", "C"}},
		{"a folder moved out whole", func(t *testing.T, dir string) {
			must(t, os.Rename(filepath.Join(dir, "sub"), filepath.Join(t.TempDir(), "sub")))
		}, []string{"A"}},
		{"a folder removed and made again", func(t *testing.T, dir string) {
			for i := range 20 {
				must(t, os.RemoveAll(filepath.Join(dir, "sub")))
				put(t, filepath.Join(dir, "sub/b.md"), briefing(fmt.Sprint("B", i), "2025-04-18"))
			}
		}, []string{"A", "B19"}},
		{"a file's time set back after a change of the same length", func(t *testing.T, dir string) {
			path := filepath.Join(dir, "a.md")
			info, err := os.Stat(path)
			must(t, err)
			put(t, path, one("Z"))
			must(t, os.Chtimes(path, info.ModTime(), info.ModTime()))
		}, []string{"Z", "B"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			eachWay(t, func(t *testing.T, poll time.Duration) {
				dir := dirOf(t, start)
				f := watched(t, Options{Poll: poll}, dir)
				become(t, f, "A", "B")
				c.change(t, dir)
				become(t, f, c.want...)
			})
		})
	}
}

func eachWay(t *testing.T, check func(t *testing.T, poll time.Duration)) {
	t.Helper()
	for how, poll := range map[string]time.Duration{"by events": 0, "by comparing": 100 * time.Millisecond} {
		t.Run(how, func(t *testing.T) {
			t.Parallel()
			check(t, poll)
		})
	}
}

func TestAChangeInAFolderThatWasRenamedWithinTheLibrary(t *testing.T) {
	dir := dirOf(t, map[string]string{"old/deep/a.md": briefing("A", "2025-04-25")})
	f := watched(t, Options{}, dir)
	become(t, f, "A")
	must(t, os.Rename(filepath.Join(dir, "old"), filepath.Join(dir, "new")))
	put(t, filepath.Join(dir, "new/deep/b.md"), briefing("B", "2025-04-18"))
	become(t, f, "A", "B")
	put(t, filepath.Join(dir, "new/deep/a.md"), briefing("A anew", "2025-04-25"))
	become(t, f, "A anew", "B")
}

func TestTheLibraryItselfIsReplaced(t *testing.T) {
	above := dirOf(t, map[string]string{"lib/a.md": briefing("A", "2025-04-25"), "next/b.md": briefing("B", "2025-04-18")})
	lib := filepath.Join(above, "lib")
	f := watched(t, Options{}, lib)
	become(t, f, "A")
	must(t, os.Rename(lib, filepath.Join(above, "before")), os.Rename(filepath.Join(above, "next"), lib))
	become(t, f, "B")
	put(t, filepath.Join(lib, "b.md"), briefing("B anew", "2025-04-18"))
	become(t, f, "B anew")
	put(t, filepath.Join(above, "before/c.md"), briefing("C", "2025-04-11")) // not the library any more
	put(t, filepath.Join(lib, "d.md"), briefing("D", "2025-04-11"))
	become(t, f, "B anew", "D")
}

func TestTheLibraryGoesAndComesBack(t *testing.T) {
	above := dirOf(t, map[string]string{"lib/a.md": briefing("A", "2025-04-25")})
	lib := filepath.Join(above, "lib")
	f := watched(t, Options{}, lib)
	become(t, f, "A")
	seen := revision(t, f)
	must(t, os.RemoveAll(lib))
	ctx, stop := context.WithTimeout(t.Context(), deadline)
	defer stop()
	if _, err := f.Wait(ctx, seen); err != nil {
		t.Fatal(err)
	}
	for len(problems(t, f)) == 0 { // that it is gone is said; what was read stays
		var err error
		if seen, err = f.Wait(ctx, seen); err != nil {
			t.Fatal(err)
		}
	}
	become(t, f, "A")
	put(t, filepath.Join(lib, "b.md"), briefing("B", "2025-04-18"))
	become(t, f, "B")
	if got := problems(t, f); len(got) != 0 {
		t.Errorf("still said: %v", got)
	}
}

func revision(t *testing.T, f *Folder) uint64 {
	t.Helper()
	o, err := f.Overview(t.Context(), model.Filter{})
	must(t, err)
	return o.Revision
}

func TestALinkToTheLibraryIsSwitched(t *testing.T) {
	above := dirOf(t, map[string]string{"1/a.md": briefing("A", "2025-04-25"), "2/b.md": briefing("B", "2025-04-18")})
	link := filepath.Join(above, "now")
	must(t, os.Symlink("1", link))
	f := watched(t, Options{}, link)
	become(t, f, "A")
	must(t, os.Symlink("2", link+"~"), os.Rename(link+"~", link))
	become(t, f, "B")
	put(t, filepath.Join(above, "2/c.md"), briefing("C", "2025-04-11"))
	become(t, f, "B", "C")
}

func TestSingleFilesOfOneFolderAreEachWatched(t *testing.T) {
	dir := dirOf(t, map[string]string{"lib/a.md": briefing("A", "2025-04-25"), "lib/b.md": briefing("B", "2025-04-18"), "lib/c.md": briefing("C", "2025-04-11")})
	lib := filepath.Join(dir, "lib")
	f := watched(t, Options{}, filepath.Join(lib, "a.md"), filepath.Join(lib, "b.md"))
	become(t, f, "A", "B")
	saveAtomically(t, filepath.Join(lib, "a.md"), briefing("A anew", "2025-04-25"))
	become(t, f, "A anew", "B")
	put(t, filepath.Join(lib, "b.md"), briefing("B anew", "2025-04-18"))
	become(t, f, "A anew", "B anew")
	must(t, os.Rename(lib, lib+"-before"))
	put(t, filepath.Join(dir, "next/a.md"), briefing("A again", "2025-04-25"))
	put(t, filepath.Join(dir, "next/b.md"), briefing("B again", "2025-04-18"))
	must(t, os.Rename(filepath.Join(dir, "next"), lib))
	become(t, f, "A again", "B again")
}

func TestTenThousandFilesAtOnce(t *testing.T) {
	n := 10_000
	if testing.Short() {
		n = 1_000
	}
	dir := dirOf(t, map[string]string{"a.md": briefing("A", "2025-04-25")})
	f := watched(t, Options{}, dir)
	become(t, f, "A")
	for i := range n {
		put(t, filepath.Join(dir, fmt.Sprint(i%7), fmt.Sprintf("%d.md", i)), "A line.\n")
	}
	put(t, filepath.Join(dir, "a.md"), briefing("Last", "2025-04-25"))
	ctx, stop := context.WithTimeout(t.Context(), deadline)
	defer stop()
	for seen := uint64(0); ; {
		o, err := f.Overview(t.Context(), model.Filter{})
		must(t, err)
		if o.Briefings == n+1 && titles(t, f, model.Filter{})[0] == "Last" {
			return
		}
		if seen, err = f.Wait(ctx, seen); err != nil {
			t.Fatalf("%d briefings of %d: %v", o.Briefings, n+1, err)
		}
	}
}

func run(t *testing.T, dir, name string, args ...string) {
	t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL=/dev/null", "GIT_CONFIG_SYSTEM=/dev/null",
		"GIT_AUTHOR_NAME=a", "GIT_AUTHOR_EMAIL=a@example.org", "GIT_COMMITTER_NAME=a", "GIT_COMMITTER_EMAIL=a@example.org")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, out)
	}
}

func TestBranchesAreCheckedOut(t *testing.T) {
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not installed")
	}
	dir := dirOf(t, map[string]string{"a.md": briefing("A", "2025-04-25"), "only/here/b.md": briefing("B", "2025-04-18")})
	run(t, dir, "git", "init", "-q", "-b", "one")
	run(t, dir, "git", "add", ".")
	run(t, dir, "git", "commit", "-q", "-m", "one")
	run(t, dir, "git", "checkout", "-q", "-b", "two")
	run(t, dir, "git", "rm", "-q", "only/here/b.md")
	put(t, filepath.Join(dir, "a.md"), briefing("A of two", "2025-04-25"))
	put(t, filepath.Join(dir, "new/c.md"), briefing("C", "2025-04-11"))
	run(t, dir, "git", "add", ".")
	run(t, dir, "git", "commit", "-q", "-m", "two")
	f := watched(t, Options{}, dir)
	become(t, f, "A of two", "C")
	for range 3 {
		run(t, dir, "git", "checkout", "-q", "one")
		become(t, f, "A", "B")
		run(t, dir, "git", "checkout", "-q", "two")
		become(t, f, "A of two", "C")
	}
}

func TestACopyIsBroughtUpToDateByRsync(t *testing.T) {
	if _, err := exec.LookPath("rsync"); err != nil {
		t.Skip("rsync is not installed")
	}
	from := dirOf(t, map[string]string{"a.md": briefing("A", "2025-04-25"), "s/b.md": briefing("B", "2025-04-18")})
	dir := t.TempDir()
	run(t, from, "rsync", "-a", "--delete", from+"/", dir+"/")
	f := watched(t, Options{}, dir)
	become(t, f, "A", "B")
	put(t, filepath.Join(from, "a.md"), briefing("A anew", "2025-04-25"))
	must(t, os.RemoveAll(filepath.Join(from, "s")))
	put(t, filepath.Join(from, "t/u/c.md"), briefing("C", "2025-04-11"))
	run(t, from, "rsync", "-a", "--delete", from+"/", dir+"/")
	become(t, f, "A anew", "C")
}
