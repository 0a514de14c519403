package ssh_test

import (
	"io"
	"net"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
	"golang.org/x/crypto/ssh"
)

// A line of 9,600 bit/s with half a second of latency. Whoever types ahead on it loses no key, and sees in the end what
// they would see on a fast one.

const (
	slowRate    = 9600 / 8 // bytes a second
	slowLatency = 500 * time.Millisecond
	slowPiece   = 60 // bytes; 50 ms
)

// slowly copies at the line's rate and latency.
func slowly(to io.Writer, from io.Reader) {
	type part struct {
		bytes []byte
		due   time.Time
	}
	line := make(chan part, 4096) // never full: what is read at the line's rate leaves it a latency later
	go func() {
		defer close(line)
		for {
			p := make([]byte, slowPiece)
			n, err := from.Read(p)
			if err != nil {
				return
			}
			time.Sleep(time.Duration(n) * time.Second / slowRate)
			line <- part{p[:n], time.Now().Add(slowLatency)}
		}
	}()
	for p := range line {
		time.Sleep(time.Until(p.due))
		if _, err := to.Write(p.bytes); err != nil {
			for range line { // the other end is gone: what is on the line is lost
				continue
			}
			return
		}
	}
}

// A line leads to a server, at first at full speed; slow makes it what it is.
type line struct {
	net.Conn
	slow func()
}

// dial connects through a proxy that becomes slow when told to. Its buffers are small, as a modem's are.
func dial(t *testing.T, port string) line {
	t.Helper()
	l, err := net.Listen("tcp", host+":0")
	must(t, err)
	slow := make(chan struct{})
	go func() {
		defer l.Close() //nolint:errcheck // one connection is enough
		here, err := l.Accept()
		if err != nil {
			return
		}
		there, err := net.Dial("tcp", net.JoinHostPort(host, port))
		if err != nil {
			return
		}
		_ = there.(*net.TCPConn).SetReadBuffer(2 << 10) // a system that does not take it makes the test easier
		var both sync.WaitGroup
		through := func(to, from net.Conn) {
			defer to.Close() //nolint:errcheck // the line is over
			b := make([]byte, slowPiece)
			for {
				select {
				case <-slow:
					slowly(to, from)
					return
				default:
				}
				_ = from.SetReadDeadline(time.Now().Add(20 * time.Millisecond)) // to look whether it is slow by now
				n, err := from.Read(b)
				_ = from.SetReadDeadline(time.Time{})
				if _, werr := to.Write(b[:n]); werr != nil || err != nil && !os.IsTimeout(err) {
					return
				}
			}
		}
		both.Go(func() { through(here, there) })
		both.Go(func() { through(there, here) })
		both.Wait()
	}()
	conn, err := net.Dial("tcp", l.Addr().String())
	must(t, err)
	t.Cleanup(func() { _ = conn.Close() })
	return line{conn, sync.OnceFunc(func() { close(slow) })}
}

// A typist sees a screen and types on it.
type typist struct {
	screen *vt.SafeEmulator
	keys   io.Writer
	seen   buffer
	leave  func()
}

func newTypist() *typist { return &typist{screen: vt.NewSafeEmulator(80, 24)} }

func (x *typist) Write(p []byte) (int, error) {
	_, _ = x.seen.Write(p)
	return x.screen.Write(p)
}

// ahead is typed without waiting: through the lists, into a search, back, and into another that stays open.
func ahead() (keys []string) {
	for _, word := range []string{"jjjjj", "4jjj", "]", "[", "2j", "4", "gG", "s", secret + " number"} {
		keys = append(keys, strings.Split(word, "")...)
	}
	keys = append(keys, "\r", "5", "}", "}", "4")
	return append(keys, strings.Split("snumber 7", "")...)
}

// type_ types ahead and answers the screen once it is what is wanted and nothing more comes, and how long the last key took
// to be on it.
func (x *typist) type_(t *testing.T, wanted func(screen string) bool) (screen string, took time.Duration) {
	t.Helper()
	defer x.leave()
	go io.Copy(x.keys, x.screen) //nolint:errcheck // the terminal's answers; ends with the line
	for _, key := range ahead() {
		_, err := io.WriteString(x.keys, key)
		must(t, err)
		time.Sleep(20 * time.Millisecond)
	}
	last := time.Now()
	seen, still := 0, last
	for (time.Since(still) < 2*time.Second || !wanted(x.shows())) && time.Since(last) < patience {
		time.Sleep(20 * time.Millisecond)
		if n := len(x.seen.String()); n != seen {
			seen, still = n, time.Now()
		}
	}
	t.Logf("%d bytes drawn", len(x.seen.String()))
	return x.shows(), still.Sub(last)
}

// shows is what is on the screen, whatever the time is.
func (x *typist) shows() string {
	return clock.ReplaceAllString(x.screen.String(), "(now)")
}

var clock = regexp.MustCompile(`\d+ \w+ \d+ \d+:\d+`)

func TestTypingAheadOnASlowLine(t *testing.T) {
	if testing.Short() {
		t.Skip("a slow line is slow: run without -short")
	}
	t.Parallel() // a server of its own
	p := begin(t, nil)
	ann, err := os.ReadFile(p.path("ann"))
	must(t, err)
	t.Run("over SSH", func(t *testing.T) {
		t.Parallel()
		fast, _ := overSSH(t, p, ann, false).type_(t, arrived)
		clean(t, *p) // the second visitor is a new one, too
		slow, took := overSSH(t, p, ann, true).type_(t, is(fast))
		compare(t, fast, slow, took)
	})
	t.Run("here", func(t *testing.T) {
		t.Parallel()
		fast, _ := onPty(t, p, false).type_(t, arrived)
		slow, took := onPty(t, p, true).type_(t, is(fast))
		compare(t, fast, slow, took)
	})
}

// arrived tells whether a screen is that of the last key.
func arrived(screen string) bool {
	return strings.Contains(screen, "❯ number 7") && strings.Contains(screen, secret)
}

func is(wanted string) func(string) bool {
	return func(screen string) bool { return screen == wanted }
}

func compare(t *testing.T, fast, slow string, took time.Duration) {
	t.Helper()
	t.Logf("the last key was on the screen after %.1f s", took.Seconds())
	if !arrived(fast) {
		t.Fatalf("on a fast line:\n%s", fast)
	}
	if slow != fast {
		t.Errorf("on a slow line:\n%s\nwant\n%s", slow, fast)
	}
}

// clean forgets the visitors.
func clean(t *testing.T, p program) {
	t.Helper()
	p.t = t
	p.logs(1, "msg=session")
	time.Sleep(2500 * time.Millisecond) // what is noted is written every two seconds
	must(t, os.RemoveAll(p.path("state/parley/visits")))
	must(t, os.MkdirAll(p.path("state/parley/visits"), 0o700))
}

func overSSH(t *testing.T, p *program, key []byte, slow bool) *typist {
	t.Helper()
	signer, err := ssh.ParsePrivateKey(key)
	must(t, err)
	conn := dial(t, p.port)
	c, channels, requests, err := ssh.NewClientConn(conn, "", &ssh.ClientConfig{User: "x", Auth: []ssh.AuthMethod{ssh.PublicKeys(signer)}, HostKeyCallback: ssh.InsecureIgnoreHostKey()})
	must(t, err)
	session, err := ssh.NewClient(c, channels, requests).NewSession()
	must(t, err)
	x := newTypist()
	session.Stdout = x
	x.keys, err = session.StdinPipe()
	must(t, err)
	must(t, session.RequestPty("xterm-256color", 24, 80, nil))
	if slow {
		conn.slow()
	}
	must(t, session.Shell())
	x.leave = func() { _ = c.Close() }
	return x
}

func onPty(t *testing.T, p *program, slow bool) *typist {
	t.Helper()
	self, err := os.Executable()
	must(t, err)
	home := t.TempDir()
	cmd := exec.Command(self, p.library)
	cmd.Dir = home
	cmd.Env = []string{beProgram + "=1", "HOME=" + home, "TERM=xterm-256color", "LANG=C.UTF-8", "SSH_TTY=1"}
	file, err := pty.StartWithSize(cmd, &pty.Winsize{Cols: 80, Rows: 24})
	must(t, err)
	x := newTypist()
	x.leave = func() {
		_ = cmd.Process.Kill() // it has no more to do
		_ = cmd.Wait()
		_ = file.Close()
	}
	if !slow {
		x.keys = file
		go io.Copy(x, file) //nolint:errcheck // ends with the program
		return x
	}
	reader, writer := io.Pipe()
	x.keys = writer
	go slowly(file, reader)
	go slowly(x, file)
	return x
}
