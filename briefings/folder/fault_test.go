package folder

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"

	"parley/model"
)

// faulty is a system whose calls are counted and whose n-th fails. It may also do something before a call.
type faulty struct {
	system
	calls  atomic.Int64
	fail   int64 // which call fails; 0: none
	err    error
	before func(op, name string)
}

func (s *faulty) call(op, name string) error {
	if s.before != nil {
		s.before(op, name)
	}
	if n := s.calls.Add(1); n == s.fail {
		return &fs.PathError{Op: op, Path: name, Err: s.err}
	}
	return nil
}

func (s *faulty) stat(path string) (fs.FileInfo, error) {
	if err := s.call("stat", path); err != nil {
		return nil, err
	}
	return s.system.stat(path)
}

func (s *faulty) open(dir string) (root, error) {
	if err := s.call("open", dir); err != nil {
		return nil, err
	}
	r, err := s.system.open(dir)
	return &faultyRoot{r, s}, err
}

type faultyRoot struct {
	root
	s *faulty
}

func (r *faultyRoot) Lstat(name string) (fs.FileInfo, error) {
	if err := r.s.call("lstat", name); err != nil {
		return nil, err
	}
	return r.root.Lstat(name)
}

func (r *faultyRoot) Stat(name string) (fs.FileInfo, error) {
	if err := r.s.call("stat", name); err != nil {
		return nil, err
	}
	return r.root.Stat(name)
}

func (r *faultyRoot) below(name string) (root, error) {
	if err := r.s.call("open", name); err != nil {
		return nil, err
	}
	sub, err := r.root.below(name)
	if err != nil {
		return nil, err
	}
	return &faultyRoot{sub, r.s}, nil
}

func (r *faultyRoot) file(name string) (handle, error) {
	if err := r.s.call("open", name); err != nil {
		return nil, err
	}
	h, err := r.root.file(name)
	if err != nil {
		return nil, err
	}
	return &faultyHandle{h.(*os.File), r.s, name}, nil
}

type faultyHandle struct {
	*os.File
	s    *faulty
	name string
}

// Read brings few bytes at a time, as a slow disk may.
func (h *faultyHandle) Read(p []byte) (int, error) {
	if err := h.s.call("read", h.name); err != nil {
		return 0, err
	}
	return h.File.Read(p[:min(len(p), 40)])
}

func (h *faultyHandle) Stat() (fs.FileInfo, error) {
	if err := h.s.call("stat", h.name); err != nil {
		return nil, err
	}
	return h.File.Stat()
}

func (h *faultyHandle) ReadDir(n int) ([]fs.DirEntry, error) {
	if err := h.s.call("readdir", h.name); err != nil {
		return nil, err
	}
	return h.File.ReadDir(n)
}

func (h *faultyHandle) Readdirnames(n int) ([]string, error) {
	if err := h.s.call("readdir", h.name); err != nil {
		return nil, err
	}
	return h.File.Readdirnames(n)
}

// faultyFolder is a library read by one goroutine, so that calls come in one order.
func faultyFolder(t *testing.T, dir string, s *faulty) *Folder {
	t.Helper()
	s.system = host{}
	f, err := New(&Source{o: Options{Workers: 1}, name: "lib", trees: []tree{&disk{system: s, dir: dir}}}, Options{}), error(nil)
	t.Cleanup(func() {
		if f.src.trees[0].(*disk).root != nil {
			must(t, f.Close())
		}
	})
	must(t, err, f.Settled(t.Context()))
	return f
}

// bodies answers the text of every briefing.
func bodies(t *testing.T, f *Folder) map[string]string {
	t.Helper()
	page, err := f.Briefings(t.Context(), model.Filter{}, model.Window{})
	must(t, err)
	all := map[string]string{}
	for i := range page.Items {
		text, err := f.Text(t.Context(), page.Items[i].File)
		must(t, err)
		all[page.Items[i].File] = string(text.Body)
	}
	return all
}

// accounted holds that every briefing is there as it lies on disk, or that it or a folder above it is among the problems.
func accounted(t *testing.T, f *Folder, want map[string]string) {
	t.Helper()
	got, said := bodies(t, f), problems(t, f)
	for name, body := range want {
		if text, ok := got[name]; ok {
			if text != body {
				t.Errorf("%s has the text %q, want %q", name, text, body)
			}
			continue
		}
		named := said["lib"] != "" // the library as a whole
		for at := name; at != "."; at = filepath.Dir(at) {
			named = named || said[at] != ""
		}
		if !named {
			t.Errorf("%s is lost without a word: %v", name, said)
		}
	}
	for name := range got {
		if _, ok := want[name]; !ok {
			t.Errorf("%s is on no disk", name)
		}
	}
}

func TestAnyOneFaultCostsNoMoreThanALineThatSaysSo(t *testing.T) {
	want := map[string]string{}
	for i, name := range []string{"a.md", "b.md", "x/c.md", "x/y/d.md", "z/e.md"} {
		want[name] = briefing("T"+fmt.Sprint(i), "2025-04-25")
	}
	for _, fault := range []error{syscall.EIO, syscall.EMFILE, syscall.EACCES} {
		for n := int64(1); ; n++ {
			dir := dirOf(t, want)
			must(t, os.Symlink("x/c.md", filepath.Join(dir, "link.md")))
			all := maps.Clone(want)
			all["link.md"] = want["x/c.md"]
			s := &faulty{fail: n, err: fault}
			f := faultyFolder(t, dir, s)
			accounted(t, f, all)
			if s.calls.Load() < n {
				if n < 30 {
					t.Fatalf("only %d calls were made: nothing was tried", s.calls.Load())
				}
				break // past the last call: no fault came
			}
			s.fail = 0
			must(t, f.Refresh(t.Context()))
			if got := bodies(t, f); !maps.Equal(got, all) || len(problems(t, f)) > 0 {
				t.Fatalf("call %d, %v: after the fault %d of %d briefings; %v", n, fault, len(got), len(all), problems(t, f))
			}
		}
	}
}

func TestAFaultWhileComparingLosesNothingThatWasRead(t *testing.T) {
	dir := dirOf(t, map[string]string{"a.md": briefing("A", "2025-04-25"), "x/b.md": briefing("B", "2025-04-18")})
	for n := int64(1); ; n++ {
		s := &faulty{err: syscall.EIO}
		f := faultyFolder(t, dir, s)
		want := bodies(t, f)
		want["x/b.md"] = briefing("Fault "+fmt.Sprint(n), "2025-04-18")
		put(t, filepath.Join(dir, "x/b.md"), want["x/b.md"])
		start := s.calls.Load()
		s.fail = start + n
		f.update(t.Context(), nil)
		got, said := bodies(t, f), problems(t, f)
		if got["a.md"] != want["a.md"] && said["a.md"] == "" && said["lib"] == "" {
			t.Errorf("call %d: a.md, which did not change, is lost: %v", n, said)
		}
		if got["x/b.md"] != want["x/b.md"] && said["x/b.md"] == "" && said["x"] == "" && said["lib"] == "" {
			t.Errorf("call %d: x/b.md is %q and nothing is said: %v", n, got["x/b.md"], said)
		}
		if s.calls.Load() < s.fail {
			return
		}
	}
}

func TestAFileThatGrowsUnderTheReadingIsNotTakenForSettled(t *testing.T) {
	dir := dirOf(t, map[string]string{"a.md": strings.Repeat("A line of forty bytes, more or less, ok.\n", 4)})
	path := filepath.Join(dir, "a.md")
	s := &faulty{}
	f := faultyFolder(t, dir, s)
	grow := func(at string, times int) {
		s.before = func(op, name string) {
			if op != at || times == 0 {
				return
			}
			times--
			h, err := os.OpenFile(path, os.O_APPEND|os.O_WRONLY, 0)
			must(t, err)
			_, err = h.WriteString("more\n")
			must(t, err, h.Close())
		}
	}
	grow("read", 1)
	raw, err := f.src.Load(t.Context(), "a.md")
	must(t, err)
	onDisk, err := os.ReadFile(path)
	must(t, err)
	if string(raw.Bytes) != string(onDisk) {
		t.Errorf("read %d bytes of %d, though it stood still in the end", len(raw.Bytes), len(onDisk))
	}
	grow("stat", -1)
	raw, err = f.src.Load(t.Context(), "a.md")
	must(t, err)
	if raw.Stamp != (Stamp{}) {
		t.Errorf("stamp %+v of a file that never stood still", raw.Stamp)
	}
}

func TestAFileThatGoesBetweenListingAndReadingIsNoProblem(t *testing.T) {
	dir := dirOf(t, map[string]string{"a.md": "x", "b.md": "y", "sub/c.md": "z"})
	s := &faulty{}
	s.before = func(op, name string) {
		if op == "open" && name == "a.md" {
			must(t, os.Remove(filepath.Join(dir, "a.md")))
		}
		if op == "open" && name == "sub" {
			must(t, os.RemoveAll(filepath.Join(dir, "sub")))
		}
	}
	f := faultyFolder(t, dir, s)
	if got := bodies(t, f); len(got) != 1 || got["b.md"] != "y" || len(problems(t, f)) != 0 {
		t.Errorf("%v, %v", got, problems(t, f))
	}
}

func TestPartOfAFolderIsStillThatPart(t *testing.T) {
	files := map[string]string{}
	for i := range batch + 200 {
		files[fmt.Sprintf("big/%04d.md", i)] = "x"
	}
	s := &faulty{err: syscall.EIO}
	reads := 0
	s.before = func(op, _ string) {
		if op == "readdir" {
			if reads++; reads == 3 { // the library's own folder takes two
				return
			}
			if reads == 4 {
				s.fail = s.calls.Load() + 1
			}
		}
	}
	f := faultyFolder(t, dirOf(t, files), s)
	if got := len(bodies(t, f)); got != batch {
		t.Errorf("%d briefings, want the %d that could be listed", got, batch)
	}
	if said := problems(t, f)["big"]; !strings.Contains(said, syscall.EIO.Error()) {
		t.Errorf("%q says nothing of the rest", said)
	}
}

func TestStampsThatMayNotBeTrusted(t *testing.T) {
	dir := dirOf(t, map[string]string{"a.md": "x"})
	src := sourceOf(t, dir)
	raw, err := src.Load(t.Context(), "a.md")
	must(t, err)
	if raw.Stamp != (Stamp{}) {
		t.Skip("this machine took longer than a tick from writing to reading")
	}
	if raw, err = src.Load(t.Context(), "gone.md"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("%+v, %v", raw, err)
	}
}
