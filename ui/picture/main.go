// Command picture draws the real screen as SVG: it runs the program on a pseudo-terminal, types at it, and draws the
// cells that a terminal would show.
//
//	go run ./ui/picture -o docs/dashboard.svg -size 120x40 -keys 4,down,enter
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
)

var named = map[string]string{
	"enter": "\r", "esc": "\x1b", "tab": "\t", "space": " ", "down": "\x1b[B", "up": "\x1b[A", "left": "\x1b[D", "right": "\x1b[C",
}

func main() {
	out := flag.String("o", "screen.svg", "where the picture goes")
	size := flag.String("size", "120x40", "columns x rows")
	keys := flag.String("keys", "", "keys, comma-separated: letters, enter, esc, tab, space, down, up, left, right")
	style := flag.String("style", "dark", "dark, light or mono")
	flag.Parse()
	if err := run(*out, *size, *keys, *style, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "picture:", err)
		os.Exit(1)
	}
}

func run(out, size, keys, style string, args []string) error {
	var w, h int
	if _, err := fmt.Sscanf(size, "%dx%d", &w, &h); err != nil {
		return fmt.Errorf("size %q: want columns x rows, as 120x40", size)
	}
	screen, err := shoot(w, h, keys, style, args)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(out), 0o755); err != nil {
		return err
	}
	return os.WriteFile(out, []byte(draw(screen, w, h, paperOf(style))), 0o644)
}

// settle is how long the screen must be still to be drawn.
const settle = 700 * time.Millisecond

func shoot(w, h int, keys, style string, args []string) (*vt.SafeEmulator, error) {
	dir, err := os.MkdirTemp("", "picture-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir) //nolint:errcheck // a temporary folder
	bin := filepath.Join(dir, "parley")
	if built, err := exec.Command("go", "build", "-o", bin, "parley").CombinedOutput(); err != nil {
		return nil, fmt.Errorf("go build: %w\n%s", err, built)
	}
	cmd := exec.Command(bin, append([]string{"--style", style}, args...)...)
	cmd.Env = []string{"TERM=xterm-256color", "COLORTERM=truecolor", "LANG=C.UTF-8", "HOME=" + dir}
	cmd.Dir = dir
	file, err := pty.StartWithSize(cmd, &pty.Winsize{Cols: uint16(w), Rows: uint16(h)})
	if err != nil {
		return nil, err
	}
	defer file.Close()       // the program is killed below
	defer cmd.Process.Kill() //nolint:errcheck // it may have ended
	screen := vt.NewSafeEmulator(w, h)
	wrote := make(chan struct{}, 1)
	go func() {
		buffer := make([]byte, 32<<10)
		for {
			n, err := file.Read(buffer)
			_, _ = screen.Write(buffer[:n]) // an emulator takes anything
			if err != nil {
				return
			}
			select {
			case wrote <- struct{}{}:
			default:
			}
		}
	}()
	go io.Copy(file, screen) //nolint:errcheck // the terminal's answers
	still(wrote)
	for _, k := range strings.Split(keys, ",") {
		if k == "" {
			continue
		}
		if code, ok := named[k]; ok {
			k = code
		}
		if _, err := io.WriteString(file, k); err != nil {
			return nil, errors.Join(errors.New("the program ended early"), err)
		}
		still(wrote)
	}
	return screen, nil
}

func still(wrote <-chan struct{}) {
	for {
		select {
		case <-wrote:
		case <-time.After(settle):
			return
		}
	}
}
