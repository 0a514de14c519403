package cli_test

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
)

// A terminal runs the real program on a real pseudo-terminal and shows what a person would see, so that these tests run
// wherever Go does.

// patience is how long something may take to appear: for a machine under load, not a measure of speed.
const patience = 90 * time.Second

var program = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "parley-program-")
	if err != nil {
		return "", err
	}
	bin := filepath.Join(dir, "parley")
	out, err := exec.Command("go", "build", "-o", bin, "parley").CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("go build: %w\n%s", err, out)
	}
	return bin, nil
})

func TestMain(m *testing.M) {
	code := m.Run()
	if bin, err := program(); err == nil {
		_ = os.RemoveAll(filepath.Dir(bin)) // a temporary folder
	}
	os.Exit(code)
}

func built(t testing.TB) string {
	t.Helper()
	bin, err := program()
	if err != nil {
		t.Fatal(err)
	}
	return bin
}

type terminal struct {
	t      *testing.T
	screen *vt.SafeEmulator
	file   *os.File
	cmd    *exec.Cmd
	ended  chan struct{} // the program is over and all it wrote was read

	mu      sync.Mutex
	raw     bytes.Buffer
	changed chan struct{}
}

// open starts the program with a clean environment.
func open(t *testing.T, w, h int, env []string, args ...string) *terminal {
	t.Helper()
	if testing.Short() {
		t.Skip("a real terminal takes long, and under -race it is the emulator that is watched, not the program: run without -short")
	}
	cmd := exec.Command(built(t), args...)
	home := t.TempDir()
	cmd.Env = append([]string{"TERM=xterm-256color", "COLORTERM=truecolor", "LANG=C.UTF-8", "HOME=" + home, "PATH=" + os.Getenv("PATH")}, env...)
	cmd.Dir = home
	file, err := pty.StartWithSize(cmd, &pty.Winsize{Cols: uint16(w), Rows: uint16(h)})
	if err != nil {
		t.Fatal(err)
	}
	term := &terminal{
		t: t, screen: vt.NewSafeEmulator(w, h), file: file, cmd: cmd,
		ended: make(chan struct{}), changed: make(chan struct{}, 1),
	}
	go term.listen()
	go io.Copy(file, term.screen) //nolint:errcheck // the terminal's answers; ends with the program
	t.Cleanup(term.close)
	return term
}

func (x *terminal) listen() {
	defer close(x.ended)
	buffer := make([]byte, 32<<10)
	for {
		n, err := x.file.Read(buffer)
		if n > 0 {
			x.mu.Lock()
			x.raw.Write(buffer[:n])
			x.mu.Unlock()
			_, _ = x.screen.Write(buffer[:n]) // an emulator takes anything
			select {
			case x.changed <- struct{}{}:
			default:
			}
		}
		if err != nil {
			return
		}
	}
}

func (x *terminal) close() {
	_ = x.cmd.Process.Kill() // it may be over already
	_ = x.cmd.Wait()
	_ = x.file.Close()
}

// text is the screen as lines.
func (x *terminal) text() string { return x.screen.String() }

// bytes is everything that was written so far.
func (x *terminal) bytes() string {
	x.mu.Lock()
	defer x.mu.Unlock()
	return x.raw.String()
}

func (x *terminal) until(what string, holds func(screen string) bool) {
	x.t.Helper()
	limit := time.After(patience)
	for !holds(x.text()) {
		select {
		case <-x.changed:
		case <-x.ended:
			if !holds(x.text()) {
				x.t.Fatalf("the program ended before %s:\n%s", what, x.text())
			}
			return
		case <-limit:
			x.t.Fatalf("never saw %s:\n%s", what, x.text())
		}
	}
}

func (x *terminal) sees(texts ...string) {
	x.t.Helper()
	for _, text := range texts {
		x.until(fmt.Sprintf("%q", text), func(screen string) bool { return strings.Contains(screen, text) })
	}
}

func (x *terminal) seesNot(text string) {
	x.t.Helper()
	x.until(fmt.Sprintf("%q gone", text), func(screen string) bool { return !strings.Contains(screen, text) })
}

// loaded waits until the folder is read and a quote of it is selected, to be acted on.
func (x *terminal) loaded() {
	x.t.Helper()
	x.until("a quote selected", func(screen string) bool {
		return strings.Contains(screen, "▌“") && !strings.Contains(screen, "reading")
	})
}

// types sends keys as a terminal does, one after the other.
func (x *terminal) types(keys ...string) {
	x.t.Helper()
	for _, k := range keys {
		if _, err := io.WriteString(x.file, k); err != nil {
			x.t.Fatalf("typing %q: %v", k, err)
		}
		pause := 5 * time.Millisecond
		if strings.HasSuffix(k, "\x1b") {
			pause = 150 * time.Millisecond // a lone escape is told from a sequence by the pause behind it
		}
		time.Sleep(pause)
	}
}

func (x *terminal) resize(w, h int) {
	x.t.Helper()
	x.screen.Resize(w, h)
	if err := pty.Setsize(x.file, &pty.Winsize{Cols: uint16(w), Rows: uint16(h)}); err != nil {
		x.t.Fatal(err)
	}
}

// exits waits for the end and answers the exit code.
func (x *terminal) exits() int {
	x.t.Helper()
	select {
	case <-x.ended:
	case <-time.After(patience):
		x.t.Fatalf("still running:\n%s", x.text())
	}
	_ = x.cmd.Wait() // the code says how it ended
	return x.cmd.ProcessState.ExitCode()
}

// restored checks that the terminal is as a shell wants it.
func (x *terminal) restored() {
	x.t.Helper()
	if x.screen.IsAltScreen() {
		x.t.Error("the alternate screen is still shown")
	}
	if x.screen.CursorHidden() {
		x.t.Error("the cursor is still hidden")
	}
	out := x.bytes()
	for name, mode := range map[string]string{"alternate screen": "1049", "bracketed paste": "2004", "mouse": "1003", "synchronised output": "2026"} {
		on, off := strings.LastIndex(out, "\x1b[?"+mode+"h"), strings.LastIndex(out, "\x1b[?"+mode+"l")
		if on > off {
			x.t.Errorf("%s was left on", name)
		}
	}
}
