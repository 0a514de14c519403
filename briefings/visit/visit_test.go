package visit

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

func open(t *testing.T, dir string) *Book {
	t.Helper()
	b, err := Open(dir, "/library")
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestAPlaceIsThereTheNextTime(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "deep")
	b := open(t, dir)
	if _, err := b.Begin("ann"); !errors.Is(err, ErrNone) {
		t.Errorf("a first visit: %v", err)
	}
	want := Place{Pane: 4, Track: "Territory", File: "a.md", Actor: "Ann \x1b]0;x\a Bo", Reading: "b\n.md", At: 1234}
	b.Note("ann", Place{Pane: 1})
	b.Note("ann", want)
	b.Note("bob", Place{Pane: 2})
	if v, err := b.Begin("ann"); err != nil || v.Place != want {
		t.Errorf("in a second session at the same time: %+v, %v", v, err)
	}
	if err := b.Flush(); err != nil {
		t.Fatal(err)
	}
	again := open(t, dir)
	v, err := again.Begin("ann")
	if err != nil || v.Place != want || time.Since(v.Ended) > time.Minute {
		t.Errorf("the next time: %+v, %v", v, err)
	}
	other, err := Open(dir, "/another")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := other.Begin("ann"); !errors.Is(err, ErrNone) {
		t.Errorf("in another library: %v", err)
	}
}

func TestABrokenFileCostsAPlaceAndNothingElse(t *testing.T) {
	dir := t.TempDir()
	b := open(t, dir)
	path := file(dir, "/library", "ann")
	for _, content := range []string{"", "{", `{"version":99}`, strings.Repeat("[", 1<<20)} {
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := b.Begin("ann"); err == nil || errors.Is(err, ErrNone) {
			t.Errorf("%.10q: %v", content, err)
		}
		b.Note("ann", Place{Pane: 3})
		if err := b.Flush(); err != nil {
			t.Fatal(err)
		}
		if v, err := b.Begin("ann"); err != nil || v.Place.Pane != 3 {
			t.Errorf("after %.10q: %+v, %v", content, v, err)
		}
	}
}

func TestWhatCannotBeWrittenIsKept(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "gone")
	b := open(t, dir)
	if err := os.RemoveAll(dir); err != nil {
		t.Fatal(err)
	}
	b.Note("ann", Place{Pane: 1})
	b.Note("bob", Place{Pane: 2})
	if b.Flush() == nil {
		t.Error("it was written into a folder that is not there")
	}
	b.Note("bob", Place{Pane: 3})
	if err := os.MkdirAll(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	stop()
	b.Keep(ctx, time.Hour, func(err error) { t.Error(err) })
	for key, pane := range map[string]int{"ann": 1, "bob": 3} {
		if v, err := open(t, dir).Begin(key); err != nil || v.Place.Pane != pane {
			t.Errorf("%s: %+v, %v", key, v, err)
		}
	}
}

func arrivals(t *testing.T, dir string, now int64) *Arrivals {
	t.Helper()
	a, err := OpenArrivals(dir, "/library")
	if err != nil {
		t.Fatal(err)
	}
	a.now = func() time.Time { return time.Unix(now, 0) }
	return a
}

func sees(t *testing.T, a *Arrivals, names ...string) {
	t.Helper()
	if err := a.See(names); err != nil {
		t.Fatal(err)
	}
}

func since(t *testing.T, a *Arrivals, at int64, want int) {
	t.Helper()
	if got := a.Since(time.Unix(at, 0)); got != want {
		t.Errorf("%d came since %d, want %d", got, at, want)
	}
}

func TestWhatCameSince(t *testing.T) {
	dir := t.TempDir()
	a := arrivals(t, dir, 1000)
	sees(t, a, "old.md", "older.md")
	since(t, a, 1, 0) // they were there before anybody looked
	sees(t, a, "old.md", "older.md", "new.md")
	since(t, a, 999, 1)
	since(t, a, 1000, 0)

	again := arrivals(t, dir, 2000) // one came while the server was down, one went
	sees(t, again, "older.md", "new.md", "newest.md")
	since(t, again, 999, 2)
	since(t, again, 1500, 1)
	sees(t, again, "older.md", "newest.md")
	since(t, again, 999, 1)
	since(t, again, 2000, 0)
}

func TestARecordThatWasCutOff(t *testing.T) {
	dir := t.TempDir()
	a := arrivals(t, dir, 1000)
	sees(t, a, "a.md")
	sees(t, a, "a.md", "b.md")
	info, err := os.Stat(a.path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(a.path, info.Size()-5); err != nil {
		t.Fatal(err)
	}
	b := arrivals(t, dir, 2000)
	sees(t, b, "a.md", "b.md", "c.md")
	since(t, b, 1500, 2)
	c := arrivals(t, dir, 3000)
	sees(t, c, "a.md", "b.md", "c.md")
	since(t, c, 1500, 2)
	since(t, c, 2500, 0)

	if err := os.WriteFile(a.path, []byte("something else entirely"), 0o600); err != nil {
		t.Fatal(err)
	}
	d := arrivals(t, dir, 4000)
	sees(t, d, "a.md")
	since(t, d, 1, 0)
	e := arrivals(t, dir, 5000)
	sees(t, e, "a.md", "z.md")
	since(t, e, 4500, 1)
}

// The test below kills a process of its own: this binary, told by its environment what to do.
const child = "PARLEY_TEST_VISIT"

func TestMain(m *testing.M) {
	if dir := os.Getenv(child); dir != "" {
		b, err := Open(dir, "/library")
		for i := 0; err == nil; i++ {
			b.Note("ann", Place{Pane: 1, At: i})
			if err = b.Flush(); err == nil {
				fmt.Println(i)
			}
		}
		os.Exit(1)
	}
	os.Exit(m.Run())
}

func TestKilledAtAnyMoment(t *testing.T) {
	rounds := 10
	if testing.Short() {
		rounds = 2
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	for n := range rounds {
		dir := t.TempDir()
		cmd := exec.Command(self)
		cmd.Env = append(os.Environ(), child+"="+dir)
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		last := -1
		for lines := bufio.NewScanner(out); lines.Scan(); {
			if last < 0 {
				time.AfterFunc(time.Duration(n*3)*time.Millisecond, func() { _ = cmd.Process.Kill() }) // kill -9
			}
			if i, err := strconv.Atoi(lines.Text()); err == nil {
				last = max(last, i)
			}
		}
		_ = cmd.Wait() // it was killed
		v, err := open(t, dir).Begin("ann")
		if last < 0 || err != nil || v.Place.At < last {
			t.Errorf("%d was written, %+v is there, %v", last, v, err)
		}
	}
}
