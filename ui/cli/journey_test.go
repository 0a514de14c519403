package cli_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// A reader's morning, in a real terminal: start, every track, search, open a hit, copy, resize, quit.
func TestAMorning(t *testing.T) {
	x := open(t, 120, 40, nil)
	x.sees("Kestrel talks", "Tracks", "Briefings", "Actors", "Proposals", "Quotes", "Reader")
	x.sees("12 briefings")

	for range 6 { // all tracks and back to the first
		before := x.text()
		x.types("]")
		x.until("another track", func(screen string) bool { return screen != before })
	}

	x.types("s")
	x.sees("Search quotes")
	for _, letter := range "guarantee" {
		x.types(string(letter))
	}
	x.sees("guarantee", " of ")
	x.types("\r")
	x.seesNot("Search quotes")
	x.sees("uarantee")

	x.types("y")
	x.sees("Sent to your terminal")
	if !strings.Contains(x.bytes(), "\x1b]52;c;") {
		t.Error("copying sent no OSC 52")
	}

	for _, size := range [][2]int{{200, 60}, {80, 24}, {40, 20}, {20, 5}, {40, 12}, {120, 40}} {
		x.resize(size[0], size[1])
		if size[0] >= 40 && size[1] >= 12 {
			x.seesNot("parley needs")
		} else {
			x.sees("parley needs")
		}
	}
	x.sees("Tracks", "uarantee")

	x.types("Q")
	if code := x.exits(); code != 0 {
		t.Errorf("exit code %d", code)
	}
	x.restored()
}

// What changes on disk is on the screen at once, in one line, and the reader stays where it is.
func TestWhatChangesOnDiskIsSaid(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("2025-04-25-first.md", "# First talks\n\n“The line stays where it is”, said Tomas Reku.\n")
	x := open(t, 120, 40, nil, dir)
	x.sees("First talks", "The line stays where it is")
	x.types("5", "j")
	write("2025-04-27-second.md", "# Second talks\n\n“We shall see”, said Lena Oduya.\n")
	x.sees("1 new briefing", "Second talks", "The line stays where it is")
	x.types("j")
	write("2025-04-25-first.md", "# First talks\n\nA word before.\n\n“The line stays where it is”, said Tomas Reku.\n")
	x.sees("This briefing changed", "A word before", "The line stays where it is")
	x.types("Q")
	x.exits()
	x.restored()
}

// A folder without briefings leads on.
func TestAnEmptyFolder(t *testing.T) {
	x := open(t, 80, 24, nil, t.TempDir())
	x.sees("No briefings in", "Open the sample talks")
	x.types("\r")
	x.sees("Envoy offers a package")
	x.types("q")
	x.exits()
	x.restored()
}

func TestEveryWayOutRestoresTheTerminal(t *testing.T) {
	for _, key := range []string{"q", "Q", "\x03"} {
		x := open(t, 80, 24, nil)
		x.sees("Quotes")
		x.types(key)
		x.exits()
		x.restored()
	}
}

func TestWithoutATerminalAnOverview(t *testing.T) {
	cmd := exec.Command(built(t))
	cmd.Dir = t.TempDir()
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Kestrel talks", "Territory", "Tomas Reku"} {
		if !strings.Contains(string(out), want) {
			t.Errorf("no %q in\n%s", want, out)
		}
	}
	if strings.ContainsRune(string(out), '\x1b') {
		t.Error("escape codes on a stream that is no terminal")
	}
}

var colour = regexp.MustCompile(`\x1b\[[0-9;]*(3[0-9]|4[0-9]|9[0-7]|10[0-7])(;[0-9;]*)?m`)

func TestNoColorIsNoColour(t *testing.T) {
	for _, env := range []string{"NO_COLOR=yes", "NO_COLOR=1"} {
		x := open(t, 80, 24, []string{env})
		x.sees("Quotes")
		x.types("j", "j", "]")
		x.types("Q")
		x.exits()
		if found := colour.FindString(x.bytes()); found != "" {
			t.Errorf("%s: %q", env, found)
		}
	}
}
