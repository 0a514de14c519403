package cli_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestTwoTerminalsAgreeOnColumns shows the scripts that a filter may take for hostile in an emulated terminal and in tmux:
// where both put every letter and every border into the same cell, so will others.
func TestTwoTerminalsAgreeOnColumns(t *testing.T) {
	tmux, err := exec.LookPath("tmux")
	if err != nil {
		t.Skip("no tmux to compare with")
	}
	dir := t.TempDir()
	text := "---\ntitle: Scripts\n---\n\n"
	for _, l := range legit {
		text += "- " + l + " |\n"
	}
	if err := os.WriteFile(filepath.Join(dir, "a.md"), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	x := open(t, 120, 40, nil, dir)
	x.sees("Scripts", "1️⃣", "한국")
	x.seesNot("reading")

	socket := filepath.Join(t.TempDir(), "tmux")
	run := func(args ...string) string {
		t.Helper()
		cmd := exec.Command(tmux, append([]string{"-S", socket, "-f", "/dev/null"}, args...)...)
		cmd.Env = append(os.Environ(), "LANG=C.UTF-8", "LC_ALL=C.UTF-8", "HOME="+dir)
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Skipf("tmux does not run here: %v: %s", err, out)
		}
		return string(out)
	}
	run("-u", "new-session", "-d", "-x", "120", "-y", "40", fmt.Sprintf("env LANG=C.UTF-8 TERM=tmux-256color HOME=%q %q %q", t.TempDir(), built(t), dir))
	defer run("kill-server")
	var theirs string
	for until := time.Now().Add(patience); !strings.Contains(theirs, "한국") || strings.Contains(theirs, "reading"); time.Sleep(100 * time.Millisecond) {
		if theirs = run("capture-pane", "-p"); time.Now().After(until) {
			t.Fatalf("never saw it in tmux:\n%s", theirs)
		}
	}
	ours, rows := strings.Split(x.text(), "\n"), strings.Split(theirs, "\n")
	compared := 0
	for i := range min(len(ours), len(rows)) {
		for _, l := range legit {
			if joined(l) { // tmux may cut a sequence of joined emoji short, whoever writes it
				continue
			}
			if strings.Contains(ours[i], l) || strings.Contains(rows[i], l) {
				compared++
				if a, b := strings.TrimRight(ours[i], " "), strings.TrimRight(rows[i], " "); a != b {
					t.Errorf("%q:\n%s\n%s", l, a, b)
				}
			}
		}
	}
	if compared < len(legit)-2 {
		t.Errorf("only %d of %d texts are on the screens:\n%s\n%s", compared, len(legit), x.text(), theirs)
	}
}

func joined(s string) bool {
	return strings.ContainsRune(s, '\u200d') && strings.ContainsRune(s, '👨')
}
