package cli_test

import (
	"crypto/sha256"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
)

// However the program ends, the terminal is as it was; and whatever it does, the briefings are.

func TestSignalsRestoreTheTerminal(t *testing.T) {
	for name, sig := range map[string]os.Signal{"SIGTERM": syscall.SIGTERM, "SIGHUP": syscall.SIGHUP, "SIGINT": syscall.SIGINT} {
		x := open(t, 80, 24, nil)
		x.sees("Quotes")
		if err := x.cmd.Process.Signal(sig); err != nil {
			t.Fatal(err)
		}
		if code := x.exits(); code != 0 && code != 130 {
			t.Errorf("%s: exit %d", name, code)
		}
		x.restored()
	}
}

// TestStoppedAndBack: ctrl+z gives the terminal back to the shell, fg takes it again with the same screen.
func TestStoppedAndBack(t *testing.T) {
	x := open(t, 80, 24, nil)
	x.sees("Quotes")
	x.types("\x1a")
	x.until("the shell's screen", func(string) bool { return !x.screen.IsAltScreen() })
	back := make(chan struct{})
	go func() { // it may not listen yet when it has left the screen
		for {
			select {
			case <-back:
				return
			case <-time.After(200 * time.Millisecond):
				_ = x.cmd.Process.Signal(syscall.SIGCONT) // it may be over: the test tells
			}
		}
	}()
	defer close(back)
	x.until("the dashboard again", func(screen string) bool { return x.screen.IsAltScreen() && strings.Contains(screen, "Quotes") })
	x.types("Q")
	if code := x.exits(); code != 0 {
		t.Errorf("exit %d", code)
	}
	x.restored()
}

// broken is a model that panics where it is told to.
type broken struct{ where string }

func (b broken) Init() tea.Cmd { return func() tea.Msg { return "now" } }

func (b broken) Update(m tea.Msg) (tea.Model, tea.Cmd) {
	if m == "now" {
		switch b.where {
		case "update":
			panic("update")
		case "command":
			return b, func() tea.Msg { panic("command") }
		}
		return broken{b.where + " now"}, nil
	}
	return b, nil
}

func (b broken) View() tea.View {
	if b.where == "view now" {
		panic("view")
	}
	v := tea.NewView("x")
	v.AltScreen = true
	return v
}

// TestAPanicRestoresTheTerminal holds bubbletea to it, as the dashboard's program is made: with its own handling of panics on.
func TestAPanicRestoresTheTerminal(t *testing.T) {
	for _, where := range []string{"update", "view", "command"} {
		var out strings.Builder
		p := tea.NewProgram(broken{where}, tea.WithInput(strings.NewReader("")), tea.WithOutput(&out), tea.WithWindowSize(40, 10))
		done := make(chan error, 1)
		go func() {
			_, err := p.Run()
			done <- err
		}()
		select {
		case err := <-done:
			if err == nil {
				t.Errorf("%s: it ended well", where)
			}
		case <-time.After(patience):
			t.Fatalf("%s: still running", where)
		}
		if on, off := strings.LastIndex(out.String(), "\x1b[?1049h"), strings.LastIndex(out.String(), "\x1b[?1049l"); on > off {
			t.Errorf("%s: the alternate screen is left on: %q", where, out.String())
		}
	}
}

// sums answers what lies in a folder: names, bytes, modes and times.
func sums(t *testing.T, dir string) string {
	t.Helper()
	var all strings.Builder
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() {
			fmt.Fprintln(&all, name, d.Type())
			return err
		}
		content, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		fmt.Fprintf(&all, "%s %x %v %v\n", name, sha256.Sum256(content), info.Mode(), info.ModTime())
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all.String()
}

func TestTheBriefingsAreNeverTouched(t *testing.T) {
	dir := hostileFolder(t)
	one := filepath.Join(dir, "legit.md")
	before := sums(t, dir)
	for _, args := range [][]string{
		{dir}, {"ls", dir}, {"cat", one}, {"split", one}, {"check", dir}, {"export", dir}, {"export", "--format", "csv", dir}, {"export", "--format", "md", dir},
		{"export", "-o", one, dir}, {"-L", dir, "quotes"}, {"-L", dir, "search", "the"}, {"index", "rebuild", dir}, {"index", "stats", dir},
	} {
		_, _, _ = call(t, "", args...) // some refuse: what counts is what they leave behind
		if now := sums(t, dir); now != before {
			t.Fatalf("%v changed the folder:\n%s\n%s", args, before, now)
		}
	}
	if testing.Short() {
		return
	}
	x := open(t, 120, 40, []string{"EDITOR=true"}, dir)
	x.loaded()
	x.types("J", "J", "R", "U", "r", "y", "*", "J", "s", "a", "\r", "\x1b", "e")
	time.Sleep(time.Second) // the editor has the terminal for a moment
	x.sees("Quotes")
	x.types("\x03")
	x.exits()
	if now := sums(t, dir); now != before {
		t.Errorf("the dashboard changed the folder:\n%s\n%s", before, now)
	}
}
