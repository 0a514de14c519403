package review

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

func opening(t *testing.T, dir string) *Journal {
	t.Helper()
	j, err := OpenJournal(dir, "/library")
	if err != nil {
		t.Fatal(err)
	}
	return j
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestAMarkHoldsWhileTheBriefingIsTheSame(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "state", "parley")
	j := opening(t, dir)
	names := []string{"a.md", "deep/b.md", "nl\nname.md", "bad\xff.md", "esc\x1b]0;x\x07.md", "“漢”.md", `quote".md`, `{"mark":"read","sum":"00000000"}`}
	for i, name := range names {
		must(t, j.MarkRead(name, uint64(i+1)<<60|7, true))
	}
	must(t, j.Mark(Pin, "a.md", 0, true))
	must(t, j.MarkRead("deep/b.md", 2<<60|7, false))
	day := time.Date(2025, 4, 27, 8, 0, 0, 0, time.UTC)
	must(t, j.Visit(day))
	for _, j := range []*Journal{j, opening(t, dir)} {
		for i, name := range names {
			if got, want := j.Read(name, uint64(i+1)<<60|7), name != "deep/b.md"; got != want {
				t.Errorf("%q: read %v, want %v", name, got, want)
			}
			if j.Read(name, 12345) {
				t.Errorf("%q is read though it changed", name)
			}
		}
		if !j.Read("a.md", 0) || j.Read("never.md", 0) {
			t.Error("without a fingerprint the name decides")
		}
		if !j.Marked(Pin, "a.md", 99) || j.Marked(Pin, "deep/b.md", 0) {
			t.Error("pins are marks of their own")
		}
		if !j.LastVisit().Equal(day) {
			t.Errorf("last visit %v", j.LastVisit())
		}
	}
	other, err := OpenJournal(dir, "/another library")
	must(t, err)
	if other.Read("a.md", 0) || !other.LastVisit().IsZero() {
		t.Error("one place knows the marks of another")
	}
}

func TestWhatIsMarkedAlreadyIsNotWrittenAgain(t *testing.T) {
	dir := t.TempDir()
	j := opening(t, dir)
	must(t, j.MarkRead("a.md", 1, true))
	before, revision := content(t, j), j.Revision()
	must(t, j.MarkRead("a.md", 1, true))
	must(t, j.MarkRead("b.md", 1, false))
	if !bytes.Equal(before, content(t, j)) || j.Revision() != revision {
		t.Error("written again")
	}
	must(t, opening(t, dir).MarkRead("a.md", 1, false)) // another instance
	must(t, j.MarkRead("a.md", 1, true))                // and this one has not heard of it
	if !opening(t, dir).Read("a.md", 1) {
		t.Error("a mark that was confirmed is not there")
	}
}

func content(t *testing.T, j *Journal) []byte {
	t.Helper()
	b, err := os.ReadFile(j.path)
	must(t, err)
	return b
}

// TestTornAnywhere cuts the journal at every byte, as a crash may, and goes on writing.
func TestTornAnywhere(t *testing.T) {
	dir := t.TempDir()
	j := opening(t, dir)
	for i := range 4 {
		must(t, j.MarkRead(fmt.Sprintf("%d.md", i), 5, true))
	}
	whole := content(t, j)
	for cut := range len(whole) + 1 {
		must(t, os.WriteFile(j.path, whole[:cut], 0o600))
		again := opening(t, dir)
		for i := range 4 {
			line := fmt.Appendf(nil, `"file":"%d.md"`, i)
			end := bytes.Index(whole, line)
			end += bytes.IndexByte(whole[end:], '\n')
			if cut > end && !again.Read(fmt.Sprintf("%d.md", i), 5) {
				t.Fatalf("cut at %d: %d.md was written whole and is lost", cut, i)
			}
		}
		must(t, again.MarkRead("after.md", 5, true))
		if !opening(t, dir).Read("after.md", 5) {
			t.Fatalf("cut at %d: what was marked afterwards is lost", cut)
		}
	}
}

func TestADamagedLineIsPassedOverAlone(t *testing.T) {
	dir := t.TempDir()
	j := opening(t, dir)
	for i := range 3 {
		must(t, j.MarkRead(fmt.Sprintf("%d.md", i), 5, true))
	}
	whole := content(t, j)
	at := bytes.Index(whole, []byte("1.md"))
	whole[at] = '7'
	must(t, os.WriteFile(j.path, whole, 0o600))
	again := opening(t, dir)
	if !again.Read("0.md", 5) || again.Read("1.md", 5) || again.Read("7.md", 5) || !again.Read("2.md", 5) {
		t.Errorf("%v", again.state)
	}
}

func TestANewerJournalIsLeftAlone(t *testing.T) {
	dir := t.TempDir()
	j := opening(t, dir)
	line, err := sealed(header{"parley", version + 1})
	must(t, err)
	must(t, os.WriteFile(j.path, line, 0o600))
	if _, err := OpenJournal(dir, "/library"); !errors.Is(err, errNewer) {
		t.Errorf("%v", err)
	}
	if err := j.MarkRead("a.md", 1, true); !errors.Is(err, errNewer) {
		t.Errorf("%v", err)
	}
	if !bytes.Equal(content(t, j), line) {
		t.Error("it was written to")
	}
}

func TestOneInstanceHearsOfAnother(t *testing.T) {
	dir := t.TempDir()
	a, b := opening(t, dir), opening(t, dir)
	must(t, a.MarkRead("a.md", 1, true))
	must(t, b.MarkRead("b.md", 1, true))
	must(t, a.MarkRead("c.md", 1, true))
	before := b.Revision()
	must(t, b.Refresh())
	if b.Revision() == before || !b.Read("a.md", 1) || !b.Read("c.md", 1) {
		t.Error("the marks of another instance are not seen")
	}
	must(t, b.Refresh())
	if b.read.records != 3 {
		t.Errorf("%d records counted, 3 were written", b.read.records)
	}
}

// TestALongJournalIsMadeShorter marks and unmarks until most of it is of the past.
func TestALongJournalIsMadeShorter(t *testing.T) {
	dir := t.TempDir()
	long := long(t, dir)
	old := opening(t, dir) // makes it shorter
	if now := len(content(t, old)); now*10 > long {
		t.Errorf("%d bytes of %d are left", now, long)
	}
	for i := range 10 {
		if !old.Read(fmt.Sprintf("%d.md", i), 99) {
			t.Errorf("%d.md is lost", i)
		}
	}
	must(t, old.MarkRead("after.md", 1, true))
	if j := opening(t, dir); !j.Read("after.md", 1) || !j.Read("3.md", 99) {
		t.Error("what was marked afterwards is lost")
	}
	left, err := filepath.Glob(filepath.Join(dir, "*.new"))
	must(t, err)
	if len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

// long makes a journal of ten briefings marked a hundred times each, and answers its bytes.
func long(t *testing.T, dir string) int {
	t.Helper()
	j := opening(t, dir)
	all := head()
	for print := range 100 {
		for i := range 10 {
			line, err := record{Mark: Read, File: fmt.Sprintf("%d.md", i), Print: fingerprint(print), On: true}.line()
			must(t, err)
			all = append(all, line...)
		}
	}
	must(t, os.WriteFile(j.path, all, 0o600))
	return len(all)
}

func fingerprint(n int) print { return print(n) }

func TestSeveralInstancesAtOnce(t *testing.T) {
	dir := t.TempDir()
	long(t, dir)
	var all sync.WaitGroup
	for w := range 4 {
		all.Go(func() {
			for i := range 25 {
				j, err := OpenJournal(dir, "/library") // which makes it shorter the first time
				if err == nil {
					err = j.MarkRead(fmt.Sprintf("%d-%d.md", w, i), 7, true)
				}
				if err != nil {
					t.Errorf("%d-%d: %v", w, i, err)
				}
			}
		})
	}
	all.Wait()
	j := opening(t, dir)
	for w := range 4 {
		for i := range 25 {
			if name := fmt.Sprintf("%d-%d.md", w, i); !j.Read(name, 7) {
				t.Errorf("%s is lost", name)
			}
		}
	}
}

func TestAFolderThatCannotBeMade(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	must(t, os.WriteFile(file, nil, 0o600))
	if _, err := OpenJournal(filepath.Join(file, "state"), "/library"); err == nil || !strings.Contains(err.Error(), "journal") {
		t.Errorf("%v", err)
	}
}

func TestANameThatIsTooLong(t *testing.T) {
	if err := opening(t, t.TempDir()).MarkRead(strings.Repeat("x", longest), 1, true); err == nil || !strings.Contains(err.Error(), "too long") {
		t.Errorf("%v", err)
	}
}

func FuzzJournal(f *testing.F) {
	line, err := record{Mark: Read, File: "a.md", Print: 7, On: true}.line()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(append(head(), line...), "b.md")
	f.Add(line[:len(line)/2], "c\xff.md")
	f.Fuzz(func(t *testing.T, before []byte, name string) {
		s := state{}
		if _, _, err := s.take(before); err != nil {
			return
		}
		line, err := record{Mark: Read, File: name, Print: 9, On: true}.line()
		if err != nil {
			return
		}
		again := state{}
		if _, _, err := again.take(append(bytes.Clone(before), line...)); err != nil {
			t.Fatalf("a line of ours is refused: %v", err)
		}
		if r := again[key{Read, name}]; !r.On || r.Print != 9 {
			t.Fatalf("%q after %q: %v", line, before, r)
		}
		for k, r := range s {
			if k != (key{Read, name}) && again[k].Print != r.Print {
				t.Fatalf("%v was changed by a later line", k)
			}
		}
	})
}
