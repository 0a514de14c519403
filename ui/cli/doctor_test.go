package cli

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// healthy is somebody for whom everything works.
func healthy(t *testing.T) (patient, map[string]string) {
	t.Helper()
	env := map[string]string{"TERM": "xterm-kitty", "COLORTERM": "truecolor", "LANG": "en_GB.UTF-8", "EDITOR": "nano -w"}
	dir := t.TempDir()
	p := patient{
		state: filepath.Join(dir, "state", "parley"), cache: filepath.Join(dir, "cache", "parley"),
		ask: func(...string) (string, bool) { return "", false }, look: func(program string) bool { return program == "nano" },
	}
	p.Terminal, p.Width, p.Height = true, 120, 40
	p.Env = func(name string) string { return env[name] }
	return p, env
}

// tmux answers what a tmux that is set up so says.
func tmux(clipboard, features string) func(...string) (string, bool) {
	return func(args ...string) (string, bool) {
		if args[1] == "show-options" {
			return clipboard, clipboard != ""
		}
		return features, true
	}
}

func TestDoctor(t *testing.T) {
	for _, c := range []struct {
		name  string
		is    func(*patient, map[string]string)
		check string
		state state
		says  string
	}{
		{"no terminal", func(p *patient, _ map[string]string) { p.Terminal = false }, "terminal", note, "ssh -t"},
		{"no TERM", func(_ *patient, e map[string]string) { e["TERM"] = "" }, "terminal", problem, "TERM=xterm-256color"},
		{"a dumb terminal", func(_ *patient, e map[string]string) { e["TERM"] = "dumb" }, "terminal", problem, "cannot be drawn on"},
		{"the console", func(_ *patient, e map[string]string) { e["TERM"] = "linux" }, "terminal", note, "plain ones"},
		{"a tiny window", func(p *patient, _ map[string]string) { p.Width = 39 }, "size", problem, "40 columns"},
		{"a small window", func(p *patient, _ map[string]string) { p.Height = 15 }, "size", note, "one pane"},
		{"NO_COLOR", func(_ *patient, e map[string]string) { e["NO_COLOR"] = "yes" }, "colour", good, "NO_COLOR"},
		{"256 colours", func(_ *patient, e map[string]string) { e["TERM"], e["COLORTERM"] = "xterm-256color", "" }, "colour", good, "COLORTERM=truecolor"},
		{"256 colours from afar", func(_ *patient, e map[string]string) {
			e["TERM"], e["COLORTERM"], e["SSH_TTY"] = "xterm-256color", "", "/dev/pts/1"
		}, "colour", good, "SendEnv COLORTERM"},
		{"latin letters", func(_ *patient, e map[string]string) { e["LC_ALL"] = "de_DE.ISO-8859-1" }, "locale", note, "C.UTF-8"},
		{"no locale", func(_ *patient, e map[string]string) { e["LANG"] = "" }, "locale", note, "LANG=C.UTF-8"},
		{"over SSH", func(_ *patient, e map[string]string) { e["SSH_CONNECTION"] = "192.0.2.7 1 192.0.2.1 22" }, "ssh", good, "from 192.0.2.7"},
		{"tmux as it comes", func(p *patient, e map[string]string) { e["TMUX"] = "x"; p.ask = tmux("external", "") }, "tmux", problem, "tmux set -s set-clipboard on"},
		{"tmux set up", func(p *patient, e map[string]string) { e["TMUX"] = "x"; p.ask = tmux("on", "256,clipboard") }, "tmux", good, "is on"},
		{"tmux in another terminal", func(p *patient, e map[string]string) { e["TMUX"] = "x"; p.ask = tmux("on", "256") }, "tmux", note, "terminal-features"},
		{"tmux that is silent", func(_ *patient, e map[string]string) { e["TMUX"] = "x" }, "tmux", note, "does not say"},
		{"screen", func(_ *patient, e map[string]string) { e["STY"] = "x" }, "screen", note, ":copy file"},
		{"a terminal that takes no copies", func(_ *patient, e map[string]string) {
			e["TERM"], e["TERM_PROGRAM"] = "xterm-256color", "Apple_Terminal"
		}, "clipboard", note, ":copy file"},
		{"a terminal nobody knows", func(_ *patient, e map[string]string) { e["TERM"] = "xterm-256color" }, "clipboard", note, "nobody knows"},
		{"no editor", func(_ *patient, e map[string]string) { e["EDITOR"] = "" }, "editor", note, "EDITOR=nano"},
		{"an editor that is gone", func(_ *patient, e map[string]string) { e["VISUAL"] = "gone --wait" }, "editor", problem, "is not there"},
		{"a file in the way", func(p *patient, _ map[string]string) { p.state = write(t, "file") + "/parley" }, "state", problem, "XDG_STATE_HOME"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, env := healthy(t)
			c.is(&p, env)
			for _, f := range p.examine() {
				said := f.Found + "\n" + f.Do
				switch {
				case f.Name == c.check && (f.State != c.state || !strings.Contains(said, c.says)):
					t.Errorf("%s: %s %q, want %s %q", f.Name, f.State, said, c.state, c.says)
				case f.Name != c.check && f.State == problem:
					t.Errorf("%s has a problem, too: %s", f.Name, said)
				}
			}
		})
	}
}

func TestDoctorOfTheHealthy(t *testing.T) {
	p, _ := healthy(t)
	for _, f := range p.examine() {
		if f.State != good || f.Do != "" {
			t.Errorf("nothing is wrong, and yet: %+v", f)
		}
	}
	if left, err := os.ReadDir(filepath.Dir(filepath.Dir(p.state))); err != nil || len(left) > 0 {
		t.Errorf("the doctor leaves %v behind, %v", left, err)
	}
}

func write(t *testing.T, name string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestDoctorOnTheCommandLine(t *testing.T) {
	env := map[string]string{"TERM": "dumb", "TERM_PROGRAM": "x\x1b]0;OWNED\a", "LANG": "C\x1b[31m"}
	run := func(args ...string) (int, string) {
		var out, errs bytes.Buffer
		code := Run(args, Streams{Out: &out, Errs: &errs, Terminal: true, Env: func(name string) string { return env[name] }})
		return code, out.String() + errs.String()
	}
	code, out := run("doctor")
	if code != withProblems || !strings.Contains(out, "problem  terminal") || strings.Contains(out, "\x1b") {
		t.Errorf("exit %d, %q", code, out)
	}
	code, out = run("doctor", "--json")
	var said struct {
		Checks   []finding
		Problems int
	}
	if err := json.Unmarshal([]byte(out), &said); err != nil || code != withProblems || said.Problems == 0 || len(said.Checks) < 10 {
		t.Errorf("exit %d, %v: %s", code, err, out)
	}
	env["TERM"] = "xterm-kitty"
	if code, out := run("doctor"); code != done {
		t.Errorf("exit %d, %s", code, out)
	}
}
