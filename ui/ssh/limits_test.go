package ssh

import (
	"context"
	"errors"
	"io"
	"net"
	"runtime"
	"strings"
	"testing"
	"time"

	"golang.org/x/crypto/ssh"
)

// What clients may cost.

// eventually waits for something to become true.
func eventually(t *testing.T, what string, is func() bool) {
	t.Helper()
	for range patience / pause {
		if is() {
			return
		}
		time.Sleep(pause)
	}
	t.Fatalf("never: %s", what)
}

func TestHalfOpenConnectionsAreLimited(t *testing.T) {
	limits := DefaultLimits()
	limits.Half, limits.Handshake = 2, time.Second
	d := serve(t, limits)
	for range 8 {
		conn, err := net.Dial("tcp", d.addr)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = conn.Close() })
	}
	eventually(t, "six are turned away", func() bool { return d.Counters.Turned.Load() >= 6 })
	eventually(t, "the handshakes that never came are given up", func() bool { return d.door.stand() == 0 })
	d.show(d.enter(), 80, 24).sees(t, "80x24")
}

func TestWhoeverStoodLongestMakesRoom(t *testing.T) {
	d := newDoor(2)
	d.settle = 0
	a, b, c := &net.TCPConn{}, &net.UnixConn{}, &net.UDPConn{}
	for _, x := range []struct {
		comes, turned net.Conn
	}{{a, nil}, {b, nil}, {c, a}, {a, b}} {
		if got := d.enter(x.comes); got != x.turned {
			t.Errorf("%T comes and %T is turned away, want %T", x.comes, got, x.turned)
		}
	}
	d.leave(a)
	if d.stand() != 1 {
		t.Errorf("%d stand there", d.stand())
	}
	d.settle = time.Hour
	d.enter(a)
	if got := d.enter(b); got != b {
		t.Errorf("%T is turned away, want the one that comes while all others have just come", got)
	}
}

func TestAKeyAloneHoldsNoPlace(t *testing.T) {
	limits := DefaultLimits()
	limits.Handshake = time.Second
	d := serve(t, limits)
	quiet, silent := d.enter(), d.enter() // one asks for no session, the other for one and then for nothing
	if _, err := silent.NewSession(); err != nil {
		t.Fatal(err)
	}
	if err := quiet.Wait(); err == nil {
		t.Error("no error")
	}
	if err := silent.Wait(); err == nil {
		t.Error("no error")
	}
	eventually(t, "nothing is open", func() bool { return d.Counters.Open.Load() == 0 && d.door.stand() == 0 })
}

func TestSessionsEndAtTheLatest(t *testing.T) {
	limits := DefaultLimits()
	limits.Longest = time.Second
	d := serve(t, limits)
	s := d.show(d.enter(), 80, 24)
	_ = s.Wait() // it ends by itself
	if out := s.out.String(); !strings.Contains(out, errLongest.Error()) || !strings.Contains(out, "\x1b[?25h") {
		t.Errorf("nobody is told why, or the cursor stays hidden: %q", out)
	}
}

// A narrow is a connection to the server that can stop taking what comes.
type narrow struct {
	net.Conn
	stop chan struct{} // closed: nothing is read any more
	held chan struct{} // closed: the reader may end
}

func (n narrow) Read(p []byte) (int, error) {
	select {
	case <-n.stop:
		<-n.held
		return 0, io.EOF
	default:
		return n.Conn.Read(p)
	}
}

func TestAStalledClientIsDroppedWithFlatMemory(t *testing.T) {
	limits := DefaultLimits()
	limits.Stalled = 300 * time.Millisecond
	d := serve(t, limits)
	conn, err := net.Dial("tcp", d.addr)
	if err != nil {
		t.Fatal(err)
	}
	_ = conn.(*net.TCPConn).SetReadBuffer(4 << 10)
	n := narrow{conn, make(chan struct{}), make(chan struct{})}
	c, channels, requests, err := ssh.NewClientConn(n, "", &ssh.ClientConfig{User: "x", Auth: []ssh.AuthMethod{ssh.PublicKeys(d.known)}, HostKeyCallback: ssh.InsecureIgnoreHostKey()})
	if err != nil {
		t.Fatal(err)
	}
	client := ssh.NewClient(c, channels, requests)
	t.Cleanup(func() { _ = client.Close() })
	s := d.show(client, 200, 200)
	s.types(t, "F")
	s.sees(t, "FFFF")
	close(n.stop)
	t.Cleanup(func() { close(n.held) })
	before := memory()
	typing := make(chan struct{})
	go func() {
		defer close(typing)
		for n := 0; ; n++ {
			if _, err := io.WriteString(s.in, string(rune('c'+n%8))); err != nil { // a whole screen of another letter
				return
			}
			time.Sleep(time.Millisecond)
		}
	}()
	eventually(t, "the client is dropped", func() bool { return d.Counters.Stalled.Load() == 1 && d.Counters.Open.Load() == 0 })
	if after := memory(); after > before+8<<20 {
		t.Errorf("memory grew from %d to %d", before, after)
	}
	d.logs(errStalled.Error())
	_ = client.Close()
	<-typing
}

func memory() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// TestNothingIsLeftOfASession also types on after the key that leaves.
func TestNothingIsLeftOfASession(t *testing.T) {
	d := serve(t, DefaultLimits())
	visit := func() {
		c := d.enter()
		s := d.show(c, 80, 24)
		s.sees(t, "80x24")
		s.types(t, strings.Repeat("kq", 500))
		_ = s.Wait() // how it ends does not matter
		_ = c.Close()
		eventually(t, "the session is over", func() bool { return d.Counters.Open.Load() == 0 })
	}
	visit()
	settled := func() int {
		n := runtime.NumGoroutine()
		for range 100 {
			time.Sleep(10 * time.Millisecond)
			if now := runtime.NumGoroutine(); now >= n {
				return now
			} else {
				n = now
			}
		}
		return n
	}
	before := settled()
	for range 10 {
		visit()
	}
	eventually(t, "its goroutines end", func() bool { return runtime.NumGoroutine() <= before+2 })
}

// A breaking listener answers errors before it works.
type breaking struct {
	net.Listener
	errs []error
}

func (b *breaking) Accept() (net.Conn, error) {
	if len(b.errs) > 0 {
		err := b.errs[0]
		b.errs = b.errs[1:]
		return nil, err
	}
	return b.Listener.Accept()
}

func TestTooManyOpenFilesPass(t *testing.T) {
	d := serve(t, DefaultLimits())
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() {
		ended <- d.Serve(ctx, &breaking{l, []error{errors.New("too many open files"), errors.New("once more")}})
	}()
	d.addr = l.Addr().String()
	d.show(d.enter(), 80, 24).sees(t, "80x24")
	stop()
	if err := <-ended; err != nil {
		t.Error(err)
	}
}
