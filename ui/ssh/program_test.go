package ssh_test

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"

	"parley/ui/cli"
)

// The tests of this package drive the real program with the real client, OpenSSH. The program is this test binary, told
// by its environment to be it.

const beProgram = "PARLEY_TEST_PROGRAM"

func TestMain(m *testing.M) {
	if os.Getenv(beProgram) != "" {
		os.Exit(cli.Run(os.Args[1:], cli.Process()))
	}
	os.Exit(m.Run())
}

// patience is how long something may take to appear: for a machine under load, not a measure of speed.
const patience = 90 * time.Second

// A buffer is what several goroutines write and read.
type buffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (b *buffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.b.Write(p)
}

func (b *buffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.b.String()
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func eventually(t testing.TB, what string, is func() bool) {
	t.Helper()
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
		if is() {
			return
		}
	}
	t.Fatalf("never: %s", what)
}

// A program is a server that runs as a process of its own, with a library, a home and a state folder of its own.
type program struct {
	t       testing.TB
	cmd     *exec.Cmd
	dir     string // holds all of it
	library string
	port    string
	log     *buffer
	ended   chan error
}

const secret = "marmalade" // stands in every briefing, and nowhere else

// begin starts a server; the prefix is a command that runs it.
func begin(t testing.TB, prefix []string, args ...string) *program {
	t.Helper()
	if _, err := exec.LookPath("ssh"); err != nil {
		t.Skip("no ssh here: install openssh-client")
	}
	p := &program{t: t, dir: t.TempDir(), log: &buffer{}, ended: make(chan error, 1)}
	p.library = filepath.Join(p.dir, "library")
	for _, dir := range []string{p.library, p.path("home"), p.path("state")} {
		must(t, os.MkdirAll(dir, 0o700))
	}
	for i := range 12 {
		p.brief(i)
	}
	for _, name := range []string{"ann", "eve"} {
		out, err := exec.Command("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", p.path(name)).CombinedOutput()
		if err != nil {
			t.Fatalf("ssh-keygen: %v\n%s", err, out)
		}
	}
	must(t, os.Rename(p.path("ann.pub"), p.path("keys")))

	self, err := os.Executable()
	must(t, err)
	line := append(append(prefix, self, "serve", "--keys", p.path("keys"), "--addr", "127.0.0.1:0"), args...)
	p.cmd = exec.Command(line[0], append(line[1:], p.library)...)
	p.cmd.Dir = p.dir
	p.cmd.Env = []string{beProgram + "=1", "HOME=" + p.path("home"), "XDG_STATE_HOME=" + p.path("state"), "XDG_CACHE_HOME=" + p.path("cache"), "PATH=" + os.Getenv("PATH"), "EDITOR=touch", "LANG=C.UTF-8", "GOMAXPROCS=" + os.Getenv("GOMAXPROCS")}
	p.cmd.Stderr = p.log
	must(t, p.cmd.Start())
	go func() { p.ended <- p.cmd.Wait() }()
	t.Cleanup(p.kill)
	eventually(t, "the server says where it is", func() bool { return p.said("on 127.0.0.1:") != "" })
	p.port = strings.Fields(p.said("on 127.0.0.1:"))[0]
	return p
}

// brief writes a briefing into the library; the higher its number, the newer.
func (p *program) brief(i int) {
	date := time.Date(2025, 4, 1+i, 0, 0, 0, 0, time.UTC)
	text := fmt.Sprintf("---\ndate: %s\ntitle: Note %d\n---\n\nThe sides met.\n\n“The %s number %d is not for sale,” minister Lena Oduya said.\n\nArland proposed a truce of %d days.\n", date.Format(time.DateOnly), i, secret, i, i+2)
	must(p.t, os.WriteFile(filepath.Join(p.library, fmt.Sprintf("note-%d.md", i)), []byte(text), 0o600))
}

func (p *program) path(name string) string { return filepath.Join(p.dir, name) }

// said answers the rest of the log's first line that holds a text, from behind it on.
func (p *program) said(what string) string {
	for lines := bufio.NewScanner(strings.NewReader(p.log.String())); lines.Scan(); {
		if _, rest, ok := strings.Cut(lines.Text(), what); ok {
			return rest
		}
	}
	return ""
}

// logs waits until the log holds a text so often.
func (p *program) logs(times int, what string) {
	p.t.Helper()
	for end := time.Now().Add(patience); ; time.Sleep(10 * time.Millisecond) {
		if n := strings.Count(p.log.String(), what); n >= times {
			return
		} else if time.Now().After(end) {
			p.t.Fatalf("%d times %q in the log, want %d:\n%s", n, what, times, p.log.String())
		}
	}
}

func (p *program) kill() {
	if p.cmd.ProcessState == nil {
		_ = p.cmd.Process.Kill() // it may be over already
	}
}

// stops sends SIGTERM and waits for the end, which must be a good one.
func (p *program) stops() {
	p.t.Helper()
	must(p.t, p.cmd.Process.Signal(syscall.SIGTERM))
	select {
	case err := <-p.ended:
		if err != nil {
			p.t.Errorf("the server ended with %v:\n%s", err, p.log.String())
		}
	case <-time.After(patience):
		p.t.Fatal("the server runs on after SIGTERM")
	}
}

// client is an OpenSSH client, with nothing of the user's own.
func (p *program) client(args ...string) *exec.Cmd {
	known := []string{
		"-F", "/dev/null", "-p", p.port, "-i", p.path("ann"), "-o", "IdentitiesOnly=yes", "-o", "BatchMode=yes", "-o", "LogLevel=ERROR",
		"-o", "UserKnownHostsFile=" + p.path("known"), "-o", "StrictHostKeyChecking=accept-new", "-l", "reader",
	}
	cmd := exec.Command("ssh", append(known, args...)...)
	cmd.Dir = p.path("home")
	cmd.Env = []string{"HOME=" + p.path("home"), "PATH=" + os.Getenv("PATH"), "TERM=xterm-256color", "LANG=C.UTF-8"}
	return cmd
}

const host = "127.0.0.1"

// runs runs a client to its end and answers its exit code and all it wrote.
func (p *program) runs(cmd *exec.Cmd) (code int, out string) {
	p.t.Helper()
	var all buffer
	cmd.Stdout, cmd.Stderr = &all, &all
	must(p.t, cmd.Start())
	late := time.AfterFunc(patience, func() { _ = cmd.Process.Kill() })
	defer late.Stop()
	_ = cmd.Wait() // the code says how it ended
	return cmd.ProcessState.ExitCode(), all.String()
}

// rss is the memory of the server in bytes, cpu the processor time it took; both are known on Linux.
func (p *program) rss() int {
	status := p.proc("status")
	for _, line := range strings.Split(status, "\n") {
		if rest, ok := strings.CutPrefix(line, "VmRSS:"); ok {
			n, _ := strconv.Atoi(strings.Fields(rest)[0])
			return n << 10
		}
	}
	return 0
}

func (p *program) cpu() time.Duration {
	_, rest, _ := strings.Cut(p.proc("stat"), ") ")
	f := strings.Fields(rest)
	if len(f) < 13 {
		return 0
	}
	user, _ := strconv.Atoi(f[11])
	system, _ := strconv.Atoi(f[12])
	return time.Duration(user+system) * 10 * time.Millisecond
}

func (p *program) proc(file string) string {
	raw, err := os.ReadFile(fmt.Sprintf("/proc/%d/%s", p.cmd.Process.Pid, file))
	if err != nil {
		p.t.Skipf("what a process takes is not known here: %v", err)
	}
	return string(raw)
}

// rests waits until the server takes no processor time to speak of.
func (p *program) rests() {
	p.t.Helper()
	var took time.Duration
	for end := time.Now().Add(patience); time.Now().Before(end); {
		before := p.cpu()
		time.Sleep(500 * time.Millisecond)
		if took = p.cpu() - before; took <= 20*time.Millisecond {
			return
		}
	}
	p.t.Errorf("with nothing to do the server takes %v of every 500ms", took)
}

// A terminal is a client on a real pseudo-terminal, and what a person would see.
type terminal struct {
	t      testing.TB
	screen *vt.SafeEmulator
	file   *os.File
	cmd    *exec.Cmd
	raw    buffer
	ended  chan struct{} // the client is over and all it wrote was read
}

// opens opens a dashboard.
func (p *program) opens(w, h int, cmd *exec.Cmd) *terminal {
	p.t.Helper()
	file, err := pty.StartWithSize(cmd, &pty.Winsize{Cols: uint16(w), Rows: uint16(h)})
	must(p.t, err)
	x := &terminal{t: p.t, screen: vt.NewSafeEmulator(min(max(w, 1), 300), min(max(h, 1), 200)), file: file, cmd: cmd, ended: make(chan struct{})}
	go func() {
		defer close(x.ended)
		_, _ = io.Copy(io.MultiWriter(&x.raw, x.screen), file) // ends with the client
	}()
	go io.Copy(file, x.screen) //nolint:errcheck // the terminal's answers; ends with the client
	p.t.Cleanup(func() {
		_ = cmd.Process.Kill() // it may be over already
		_ = cmd.Wait()
		_ = file.Close()
	})
	return x
}

// dashboard opens one as a person would.
func (p *program) dashboard(w, h int) *terminal {
	p.t.Helper()
	x := p.opens(w, h, p.client("-tt", host))
	x.sees(secret)
	return x
}

func (x *terminal) until(what string, is func(screen string) bool) {
	x.t.Helper()
	for end := time.Now().Add(patience); !is(x.screen.String()); time.Sleep(10 * time.Millisecond) {
		if time.Now().After(end) {
			x.t.Fatalf("never saw %s:\n%s\n%.2000q", what, x.screen.String(), x.raw.String())
		}
	}
}

func (x *terminal) sees(text string) {
	x.t.Helper()
	x.until(fmt.Sprintf("%q", text), func(screen string) bool { return strings.Contains(screen, text) })
}

func (x *terminal) types(keys string) {
	x.t.Helper()
	_, err := io.WriteString(x.file, keys)
	must(x.t, err)
}

// exits waits for the client's end and answers its exit code.
func (x *terminal) exits() int {
	x.t.Helper()
	select {
	case <-x.ended:
	case <-time.After(patience):
		x.t.Fatalf("the client runs on:\n%s", x.screen.String())
	}
	_ = x.cmd.Wait() // the code says how it ended
	return x.cmd.ProcessState.ExitCode()
}

// restored checks that the terminal is as a shell wants it.
func (x *terminal) restored() {
	x.t.Helper()
	if x.screen.IsAltScreen() || x.screen.CursorHidden() {
		x.t.Errorf("alternate screen %v, cursor hidden %v", x.screen.IsAltScreen(), x.screen.CursorHidden())
	}
	out := x.raw.String()
	if strings.LastIndex(out, "\x1b[?2004h") > strings.LastIndex(out, "\x1b[?2004l") {
		x.t.Error("bracketed paste was left on")
	}
}
