package ssh

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"crypto/rand"
	"fmt"
	"io"
	"log/slog"
	"net"
	"strings"
	"sync"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"golang.org/x/crypto/ssh"
)

// echo is a screen that shows its size and the last key, after F all over; b breaks it.
type echo struct {
	size, key     string
	width, height int
	full          bool
}

func (e echo) Init() tea.Cmd { return nil }
func (e echo) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		e.size, e.width, e.height = fmt.Sprintf("%dx%d", msg.Width, msg.Height), msg.Width, msg.Height
	case tea.KeyPressMsg:
		switch e.key = msg.String(); e.key {
		case "q":
			return e, tea.Quit
		case "b":
			panic("broken by a key \x1b]0;OWNED\a")
		case "F":
			e.full = true
		case "ctrl+z":
			return e, tea.Suspend
		}
	}
	return e, nil
}
func (e echo) View() tea.View {
	shown := "size " + e.size + " key " + e.key
	if e.full {
		shown += strings.Repeat("\n"+strings.Repeat(e.key, e.width), max(e.height-1, 0))
	}
	return tea.NewView(shown)
}

func key(t *testing.T) ssh.Signer {
	t.Helper()
	_, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	signer, err := ssh.NewSignerFromKey(private)
	if err != nil {
		t.Fatal(err)
	}
	return signer
}

type served struct {
	*Server
	t     *testing.T
	addr  string
	known ssh.Signer
	stop  context.CancelFunc
	ended chan error
	log   *safeBuffer
}

// safeBuffer is what several goroutines write.
type safeBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (s *safeBuffer) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.Write(p)
}

func (s *safeBuffer) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.String()
}

func serve(t *testing.T, limits Limits) *served {
	t.Helper()
	known, log := key(t), &safeBuffer{}
	s, err := New(Options{
		Keys: Keys{string(known.PublicKey().Marshal()): "ann"}, Host: key(t), Limits: limits,
		Screen: func(Visit) tea.Model { return echo{} },
		Run: func(_ context.Context, args []string, out, _ io.Writer) int {
			fmt.Fprintf(out, "ran %q", args) // the client may be gone
			return len(args)
		},
		Log: slog.New(slog.NewTextHandler(log, nil)),
	})
	if err != nil {
		t.Fatal(err)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	d := &served{Server: s, t: t, addr: l.Addr().String(), known: known, stop: stop, ended: make(chan error, 1), log: log}
	go func() { d.ended <- s.Serve(ctx, l) }()
	t.Cleanup(func() {
		stop()
		if err := <-d.ended; err != nil {
			t.Error(err)
		}
	})
	return d
}

func (d *served) dial(auth ...ssh.AuthMethod) (*ssh.Client, error) {
	return ssh.Dial("tcp", d.addr, &ssh.ClientConfig{User: "x", Auth: auth, HostKeyCallback: ssh.InsecureIgnoreHostKey(), Timeout: 5 * time.Second})
}

func (d *served) enter() *ssh.Client {
	d.t.Helper()
	c, err := d.dial(ssh.PublicKeys(d.known))
	if err != nil {
		d.t.Fatal(err)
	}
	d.t.Cleanup(func() { _ = c.Close() })
	return c
}

// patience is how long something may take to appear: for a machine under load, not a measure of speed.
const (
	patience = 90 * time.Second
	pause    = 10 * time.Millisecond
)

// show is a session with a terminal.
type show struct {
	*ssh.Session
	in  io.WriteCloser
	out safeBuffer
}

func (s *show) sees(t *testing.T, what string) {
	t.Helper()
	for range patience / pause {
		if strings.Contains(s.out.String(), what) {
			return
		}
		time.Sleep(pause)
	}
	t.Fatalf("never saw %q in %q", what, s.out.String())
}

func (d *served) show(c *ssh.Client, w, h int) *show {
	d.t.Helper()
	session, err := c.NewSession()
	if err != nil {
		d.t.Fatal(err)
	}
	s := &show{Session: session}
	session.Stdout = &s.out
	if s.in, err = session.StdinPipe(); err != nil {
		d.t.Fatal(err)
	}
	if err := session.RequestPty("xterm-256color", h, w, ssh.TerminalModes{}); err != nil {
		d.t.Fatal(err)
	}
	if err := session.Shell(); err != nil {
		d.t.Fatal(err)
	}
	return s
}

func (s *show) types(t *testing.T, keys string) {
	t.Helper()
	if _, err := io.WriteString(s.in, keys); err != nil {
		t.Fatal(err)
	}
}

func TestOnlyKnownKeysEnter(t *testing.T) {
	d := serve(t, DefaultLimits())
	for name, auth := range map[string]ssh.AuthMethod{"another key": ssh.PublicKeys(key(t)), "a password": ssh.Password("x"), "nothing": nil} {
		methods := []ssh.AuthMethod{auth}
		if auth == nil {
			methods = nil
		}
		if c, err := d.dial(methods...); err == nil {
			_ = c.Close()
			t.Errorf("%s let somebody in", name)
		}
	}
	if d.Counters.Sessions.Load() != 0 {
		t.Error("a session began without a key")
	}
}

func TestASessionSeesItsScreenAndLeaves(t *testing.T) {
	d := serve(t, DefaultLimits())
	s := d.show(d.enter(), 90, 30)
	s.sees(t, "90x30")
	s.types(t, "k")
	s.sees(t, "key k")
	if err := s.WindowChange(40, 100); err != nil {
		t.Fatal(err)
	}
	s.sees(t, "100x40")
	s.types(t, "q")
	if err := s.Wait(); err != nil {
		t.Errorf("leaving: %v", err)
	}
}

func TestAHugeWindowIsClamped(t *testing.T) {
	d := serve(t, DefaultLimits())
	s := d.show(d.enter(), 1<<30, 1<<30)
	s.sees(t, fmt.Sprintf("%dx%d", widest, tallest))
}

func TestWhatIsNotServedIsRefused(t *testing.T) {
	d := serve(t, DefaultLimits())
	c := d.enter()
	if _, err := c.Dial("tcp", "127.0.0.1:1"); err == nil {
		t.Error("forwarding out")
	}
	if _, err := c.Listen("tcp", "127.0.0.1:0"); err == nil {
		t.Error("forwarding in")
	}
	session, err := c.NewSession()
	if err != nil {
		t.Fatal(err)
	}
	if session.Setenv("LD_PRELOAD", "x") == nil {
		t.Error("any variable")
	}
	if session.Setenv("LC_ALL", "C.UTF-8") != nil {
		t.Error("LC_ALL is refused")
	}
	for _, request := range []string{"x11-req", "auth-agent-req@openssh.com"} {
		if ok, err := session.SendRequest(request, true, nil); ok || err != nil {
			t.Errorf("%s: %v, %v", request, ok, err)
		}
	}
	if session.RequestSubsystem("sftp") == nil {
		t.Error("sftp")
	}
	if session.RequestPty("x\x1b]0;OWNED\x07", 24, 80, nil) == nil {
		t.Error("a hostile TERM")
	}
	if second, err := c.NewSession(); err == nil {
		_ = second.Close()
		t.Error("a second session on one connection")
	}
}

func TestTheDashboardNeedsATerminal(t *testing.T) {
	d := serve(t, DefaultLimits())
	session, err := d.enter().NewSession()
	if err != nil {
		t.Fatal(err)
	}
	var says bytes.Buffer
	session.Stderr = &says
	if err := session.Shell(); err != nil {
		t.Fatal(err)
	}
	err = session.Wait()
	if exit, ok := err.(*ssh.ExitError); !ok || exit.ExitStatus() != exitUsage { //nolint:errorlint // ssh answers it bare
		t.Errorf("exit: %v", err)
	}
	if !strings.Contains(says.String(), "ssh -t") {
		t.Errorf("it says %q", says.String())
	}
}

func TestACommandRunsWithoutATerminal(t *testing.T) {
	d := serve(t, DefaultLimits())
	session, err := d.enter().NewSession()
	if err != nil {
		t.Fatal(err)
	}
	out, err := session.Output(`quotes 'no deal' speaker:"Ann Bo" $(id)`)
	if want := `ran ["quotes" "no deal" "speaker:Ann Bo" "$(id)"]`; string(out) != want {
		t.Errorf("%s, want %s", out, want)
	}
	if exit, ok := err.(*ssh.ExitError); !ok || exit.ExitStatus() != 4 { //nolint:errorlint // ssh answers it bare
		t.Errorf("exit: %v", err)
	}
}

func TestAPanicEndsOneSessionOnly(t *testing.T) {
	d := serve(t, DefaultLimits())
	good, bad := d.show(d.enter(), 80, 24), d.show(d.enter(), 80, 24)
	good.sees(t, "80x24")
	bad.sees(t, "80x24")
	bad.types(t, "b")
	if bad.Wait() == nil {
		t.Error("the broken session ended as if nothing had happened")
	}
	good.types(t, "k")
	good.sees(t, "key k")
	if log := d.log.String(); !strings.Contains(log, "broken by a key") || strings.Contains(log, "\x1b") {
		t.Errorf("the log says %q", log)
	}
	if out := bad.out.String(); !strings.HasSuffix(strings.TrimSpace(out), "it broke; good-bye") {
		t.Errorf("the broken session ends with %q", out)
	}
}

func TestSuspensionDoesNotStopTheServer(t *testing.T) {
	d := serve(t, DefaultLimits())
	s := d.show(d.enter(), 80, 24)
	s.types(t, "\x1a")
	s.types(t, "k")
	s.sees(t, "key k")
}

func TestPlacesAreLimited(t *testing.T) {
	limits := DefaultLimits()
	limits.Sessions = 1
	d := serve(t, limits)
	first := d.show(d.enter(), 80, 24)
	first.sees(t, "80x24")
	if _, err := d.enter().NewSession(); err == nil || !strings.Contains(err.Error(), "places") {
		t.Errorf("a second session: %v", err)
	}
	first.types(t, "q")
	if err := first.Wait(); err != nil {
		t.Fatal(err)
	}
	for len(d.sessions) > 0 { // the client is told first
		time.Sleep(time.Millisecond)
	}
	d.show(d.enter(), 80, 24).sees(t, "80x24")
}

func TestIdleSessionsEnd(t *testing.T) {
	limits := DefaultLimits()
	limits.Idle = 50 * time.Millisecond
	d := serve(t, limits)
	s := d.show(d.enter(), 80, 24)
	_ = s.Wait() // it ends by itself
	if d.Counters.Idle.Load() != 1 {
		t.Errorf("%d idle", d.Counters.Idle.Load())
	}
	if out := s.out.String(); !strings.Contains(out, "no key was pressed") {
		t.Errorf("nobody is told why: %q", out)
	}
	d.logs("no key was pressed")
}

func TestAClientThatIsKilledLeavesNothing(t *testing.T) {
	d := serve(t, DefaultLimits())
	c := d.enter()
	d.show(c, 80, 24).sees(t, "80x24")
	_ = c.Close() // without a word
	for d.Counters.Open.Load() != 0 {
		time.Sleep(time.Millisecond)
	}
}

func TestStoppingEndsOpenSessionsCleanly(t *testing.T) {
	d := serve(t, DefaultLimits())
	s := d.show(d.enter(), 80, 24)
	s.sees(t, "80x24")
	d.stop()
	if err := s.Wait(); err != nil {
		t.Errorf("the session was cut off: %v", err)
	}
}

// logs waits for a line of the log.
func (d *served) logs(what string) {
	d.t.Helper()
	for range patience / pause {
		if strings.Contains(d.log.String(), what) {
			return
		}
		time.Sleep(pause)
	}
	d.t.Errorf("the log never says %q: %s", what, d.log.String())
}
