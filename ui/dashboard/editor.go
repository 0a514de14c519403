package dashboard

import (
	"errors"
	"io"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// The user's editor at a line.
//
//   - The command is split at blanks, quotes respected, and run as it is: no shell ever sees it.
//   - "--" ends the options, so that a file called "-c" is a file.
//   - How a line is named differs by editor; one that is not known gets the path alone.

// An editing is an editor that has the terminal, for a moment at the least: bubbletea (2.1.1) stops the ticker that it draws
// by on a goroutine of its own, and where the terminal comes back sooner than that happens, nothing is ever drawn again.
type editing struct{ command *exec.Cmd }

const leastEditing = 100 * time.Millisecond

func (e *editing) Run() error {
	least := time.After(leastEditing)
	err := e.command.Run()
	<-least
	return err
}

func (e *editing) SetStdin(r io.Reader)  { e.command.Stdin = r }
func (e *editing) SetStdout(w io.Writer) { e.command.Stdout = w }
func (e *editing) SetStderr(w io.Writer) { e.command.Stderr = w }

var errNoEditor = errors.New("no editor: set VISUAL or EDITOR, for example EDITOR=nano")

// editorArgs answers the program and its arguments that open path at line.
func editorArgs(command, path string, line int) ([]string, error) {
	args := words(command)
	if len(args) == 0 {
		return nil, errNoEditor
	}
	at := strconv.Itoa(max(line, 1))
	name := strings.TrimSuffix(strings.ToLower(filepath.Base(args[0])), ".exe")
	switch name {
	case "vi", "vim", "nvim", "view", "gvim", "vis", "nano", "pico", "rnano", "emacs", "emacsclient", "jed", "joe",
		"kak", "mg", "ne", "hx", "helix", "mcedit", "gedit", "less", "most":
		return append(args, "+"+at, "--", path), nil
	case "micro": // reads "+12" as a file unless the options have ended
		return append(args, "--", "+"+at, path), nil
	case "code", "code-insiders", "codium", "vscodium", "cursor", "windsurf":
		return append(args, "-g", "--", path+":"+at), nil
	case "subl", "zed", "zeditor", "lapce":
		return append(args, "--", path+":"+at), nil
	case "kate", "kwrite":
		return append(args, "-l", at, "--", path), nil
	}
	return append(args, "--", path), nil
}

// words splits a command line at blanks; '…' and "…" keep what they enclose together.
func words(s string) []string {
	var out []string
	var b strings.Builder
	var quote rune
	begun := false
	for _, r := range s {
		switch {
		case quote != 0 && r == quote:
			quote = 0
		case quote != 0:
			b.WriteRune(r)
		case r == '\'' || r == '"':
			quote, begun = r, true
		case r == ' ' || r == '\t' || r == '\n':
			if begun {
				out = append(out, b.String())
				b.Reset()
				begun = false
			}
		default:
			b.WriteRune(r)
			begun = true
		}
	}
	if begun {
		out = append(out, b.String())
	}
	return out
}
