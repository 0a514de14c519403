package cli

import (
	"bytes"
	"context"
	"log/slog"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/adrg/xdg"

	"parley/ui/dashboard"
	"parley/ui/ssh"
)

// house answers one over the samples, with a state folder of its own.
func newTestHouse(t *testing.T) *house {
	t.Helper()
	t.Setenv("XDG_STATE_HOME", t.TempDir())
	xdg.Reload()
	t.Cleanup(xdg.Reload)
	lib, err := openSamples()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = lib.Close() })
	return newHouse(library{opened: lib}, "the samples", slog.New(slog.DiscardHandler))
}

// TestAScreenIsHandedNothing holds that whatever else a dashboard can be given, a session's is given none of it.
func TestAScreenIsHandedNothing(t *testing.T) {
	h := newTestHouse(t)
	_, leave := h.options(ssh.Visit{Key: "SHA256:x"})
	leave()
	if err := h.book.Flush(); err != nil {
		t.Fatal(err)
	}
	options, _ := h.options(ssh.Visit{Key: "SHA256:x"})
	given := []string{"Now", "News", "Remember"} // they tell the time, a number, and where one is
	for o, i := reflect.ValueOf(options), 0; i < o.NumField(); i++ {
		name := o.Type().Field(i).Name
		if o.Field(i).Kind() == reflect.Func && o.Field(i).IsNil() == slices.Contains(given, name) {
			t.Errorf("a session's dashboard is given, or is not given, %s", name)
		}
	}
}

func TestOnlyTheseCommandsAreServed(t *testing.T) {
	var commands []string
	line := reflect.TypeFor[servedCommands]()
	for i := range line.NumField() {
		if _, ok := line.Field(i).Tag.Lookup("cmd"); ok {
			commands = append(commands, strings.ToLower(line.Field(i).Name))
		}
	}
	if want := []string{"ls", "quotes", "search", "cat", "split", "export", "check", "version"}; !slices.Equal(commands, want) {
		t.Errorf("%q are served, want %q", commands, want)
	}
	h := newTestHouse(t)
	outside := filepath.Join(t.TempDir(), "outside.md")
	if err := os.WriteFile(outside, []byte("tangerine"), 0o600); err != nil {
		t.Fatal(err)
	}
	written := filepath.Join(t.TempDir(), "written")
	for _, args := range [][]string{
		{"ls", outside}, {"cat", outside}, {"cat", "-"}, {"split", outside}, {"check", outside}, {"export", outside}, {"export", "-o", written}, {"export", "-o", "-", outside},
		{"ls", "--library", outside}, {"open", outside}, {"serve", "--keys", outside}, {"index", "rebuild"}, {"doctor"}, {"search", "x", "-o", written}, {"quotes", "x", "-o", written},
	} {
		var out, errs bytes.Buffer
		code := h.command(context.Background(), args, &out, &errs)
		if code == done || strings.Contains(out.String()+errs.String(), "tangerine") {
			t.Errorf("%q: exit %d, %s%s", args, code, &out, &errs)
		}
		if _, err := os.Stat(written); err == nil {
			t.Fatalf("%q wrote a file", args)
		}
	}
}

func TestAVisitorComesBack(t *testing.T) {
	h := newTestHouse(t)
	v := ssh.Visit{Key: "SHA256:ann", Terminal: "xterm"}
	o, leave := h.options(v)
	if o.Place != (dashboard.Place{}) || !o.LastVisit.IsZero() {
		t.Errorf("a first visit begins at %+v, after %v", o.Place, o.LastVisit)
	}
	if err := h.arrivals.See([]string{"a.md"}); err != nil {
		t.Fatal(err)
	}
	was := dashboard.Place{Pane: 4, Track: "Territory", Reading: "a.md", At: 7}
	o.Remember(was)
	leave()
	if err := h.book.Flush(); err != nil {
		t.Fatal(err)
	}
	again, _ := h.options(v)
	if again.Place != was || time.Since(again.LastVisit) > time.Minute || again.News() != 0 {
		t.Errorf("they come back to %+v, last here %v, with %d new", again.Place, again.LastVisit, again.News())
	}
	if other, _ := h.options(ssh.Visit{Key: "SHA256:bob"}); other.Place != (dashboard.Place{}) {
		t.Errorf("another begins at %+v", other.Place)
	}
}
