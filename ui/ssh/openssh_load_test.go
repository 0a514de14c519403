package ssh_test

import (
	"fmt"
	"io"
	"net"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"
)

// What many clients, and clients that behave badly, may cost.

func TestUnderLoad(t *testing.T) {
	if testing.Short() {
		t.Skip("fifty clients take a while: run without -short")
	}
	t.Parallel() // a server of its own
	metrics := filepath.Join(t.TempDir(), "metrics")
	p := begin(t, nil, "--metrics", metrics)
	p.dashboard(120, 40).types("Q") // what the first session costs is the library's
	p.logs(1, "msg=session")
	for _, c := range []struct {
		name string
		run  func(*testing.T, *program)
	}{
		{"fifty sessions", fiftySessions}, {"five hundred at the door", halfOpen}, {"a master connection", masterConnection},
		{"a storm of sizes", stormOfSizes}, {"a client that stops", stoppedClient}, {"a client that is killed", killedClient},
		{"other keys", otherKeys}, {"the same place", samePlace}, {"an end with sessions open", endsWithSessions},
	} {
		t.Run(c.name, func(t *testing.T) {
			q := *p
			q.t = t
			c.run(t, &q)
		})
	}
	if p.cmd.ProcessState == nil { // only some of them were run: the counters are written at the end
		p.stops()
	}
	counted, err := os.ReadFile(metrics)
	if err != nil || !strings.Contains(string(counted), "parley_sessions_open 0\n") || strings.Contains(string(counted), "parley_sessions_total 0\n") {
		t.Errorf("the counters: %v\n%s", err, counted)
	}
}

// fiftySessions come and go, again and again. Once they are over the server gives back what they needed, and that is the
// moment at which its memory is a measure: before, what it holds hangs on when it last collected its garbage.
func fiftySessions(t *testing.T, p *program) {
	const (
		rounds = 6
		more   = 6 << 20 // bytes over all rounds but the first, which is 24 KB a session; an open one needs some 1 MB
	)
	first := 0
	for round := range rounds {
		crowded := crowd(t, p)
		if round == 0 {
			eventually(t, "what fifty sessions needed is given back", func() bool { return p.rss() < crowded*2/3 })
			p.rests()
			first = p.rss()
		}
		eventually(t, fmt.Sprintf("round %d leaves as little as the first, %d MB", round+1, first>>20), func() bool { return p.rss() < first+more })
		t.Logf("with fifty sessions %d MB, after them %d MB", crowded>>20, p.rss()>>20)
	}
	p.rests()
}

// crowd opens fifty sessions at once and ends them, and answers the server's memory with all of them.
func crowd(t *testing.T, p *program) (memory int) {
	before := strings.Count(p.log.String(), "msg=session")
	var all [50]*terminal
	for i := range all {
		all[i] = p.opens(120, 40, p.client("-tt", host))
	}
	for i, x := range all {
		x.sees(secret)
		x.types(strings.Repeat("j", i%5))
	}
	memory = p.rss()
	for _, x := range all {
		x.types("Q")
	}
	for i, x := range all {
		if code := x.exits(); code != 0 {
			t.Errorf("session %d: exit %d", i, code)
		}
		x.restored()
	}
	p.logs(before+50, "msg=session")
	return memory
}

func halfOpen(t *testing.T, p *program) {
	before := p.rss()
	var open sync.WaitGroup
	conns := make([]net.Conn, 0, 500)
	for range cap(conns) {
		conn, err := net.Dial("tcp", net.JoinHostPort(host, p.port))
		must(t, err)
		conns = append(conns, conn)
	}
	if grew := p.rss() - before; grew > 20<<20 {
		t.Errorf("they took %d MB", grew>>20)
	}
	time.Sleep(1200 * time.Millisecond) // nobody makes room within the first second
	x := p.dashboard(80, 24)            // a reader with a key comes in all the same
	x.types("Q")
	x.exits()
	turned := make(chan struct{}, len(conns))
	for _, conn := range conns {
		open.Go(func() {
			if _, err := io.Copy(io.Discard, conn); err == nil { // its end, and not ours
				turned <- struct{}{}
			}
		})
	}
	eventually(t, "all but 64 are turned away", func() bool { return len(turned) >= len(conns)-64 })
	for _, conn := range conns {
		_ = conn.Close()
	}
	open.Wait()
	p.rests()
}

func masterConnection(t *testing.T, p *program) {
	control := filepath.Join(t.TempDir(), "c")
	master := p.client("-M", "-N", "-S", control, host)
	must(t, master.Start())
	ended := make(chan struct{})
	go func() {
		_ = master.Wait() // the server closes the connection
		close(ended)
	}()
	eventually(t, "the master connection stands", func() bool { _, err := os.Stat(control); return err == nil })
	x := p.opens(80, 24, p.client("-S", control, "-tt", host))
	x.sees(secret)
	_, out := p.runs(p.client("-o", "ControlPath="+control, "-o", "ControlMaster=no", host, "ls")) // which then makes a connection of its own
	if !strings.Contains(out, "Session open refused by peer") {
		t.Errorf("a second session on one connection: %s", out)
	}
	x.types("Q")
	if code := x.exits(); code != 0 {
		t.Errorf("exit %d", code)
	}
	p.rests() // the channel is closed, the connection is or will be: nothing may spin meanwhile
	select {
	case <-ended:
	case <-time.After(patience):
		t.Error("the connection stays though its one session is over")
	}
}

func stormOfSizes(t *testing.T, p *program) {
	x := p.dashboard(120, 40)
	before := p.cpu()
	for i := range 400 { // 200 a second
		must(t, pty.Setsize(x.file, &pty.Winsize{Cols: uint16(60 + i%80), Rows: uint16(20 + i%30)}))
		time.Sleep(5 * time.Millisecond)
	}
	x.screen.Resize(100, 30)
	must(t, pty.Setsize(x.file, &pty.Winsize{Cols: 100, Rows: 30}))
	x.types("?")
	x.until("the help in the last size", func(screen string) bool {
		lines := strings.Split(screen, "\n")
		return strings.Contains(screen, "type to filter") || len(lines) == 30 && strings.Contains(screen, "Help")
	})
	t.Logf("400 sizes took %v of processor time", p.cpu()-before)
	x.types("\x1b") // told from a sequence by the pause behind it
	x.until("the help closed", func(screen string) bool { return !strings.Contains(screen, "type to filter") })
	x.types("Q")
	x.exits()
	x.restored()
	p.rests()
}

func stoppedClient(t *testing.T, p *program) {
	stopped, other := p.dashboard(120, 40), p.dashboard(80, 24)
	before := p.rss()
	must(t, stopped.cmd.Process.Signal(syscall.SIGSTOP))
	stopped.types(strings.Repeat("j", 20))
	for i := range 5 {
		p.brief(100 + i) // news is drawn for everybody
		other.types("j")
	}
	other.types("4G")
	other.sees("number 0 is")
	if grew := p.rss() - before; grew > 30<<20 {
		t.Errorf("a client that stands still took %d MB", grew>>20)
	}
	p.rests()
	must(t, stopped.cmd.Process.Signal(syscall.SIGCONT))
	stopped.types("Q")
	if code := stopped.exits(); code != 0 {
		t.Errorf("exit %d", code)
	}
	other.types("Q")
	other.exits()
}

func killedClient(t *testing.T, p *program) {
	x := p.dashboard(80, 24)
	must(t, x.cmd.Process.Kill())
	p.logs(1, "the client was gone")
	p.rests()
}

func otherKeys(t *testing.T, p *program) {
	x := p.dashboard(80, 24)
	ann, err := os.ReadFile(p.path("keys"))
	must(t, err)
	eve, err := os.ReadFile(p.path("eve.pub"))
	must(t, err)
	change := func(keys []byte, says string) {
		must(t, os.WriteFile(p.path("keys"), keys, 0o600))
		must(t, p.cmd.Process.Signal(syscall.SIGHUP))
		p.logs(1, says)
	}
	change([]byte("nonsense\n"), "the keys stay as they were")
	x.types("?")
	x.sees("help")
	change(eve, "the keys were read again")
	x.exits()
	p.logs(1, "may not enter any more")
	if code, _ := p.runs(p.client(host, "ls")); code != 255 {
		t.Errorf("a key that was taken away enters: exit %d", code)
	}
	before := strings.Count(p.log.String(), "the keys were read again")
	must(t, os.WriteFile(p.path("keys"), ann, 0o600))
	must(t, p.cmd.Process.Signal(syscall.SIGHUP))
	p.logs(before+1, "the keys were read again")
}

func samePlace(t *testing.T, p *program) {
	x := p.dashboard(120, 40)
	x.types("1")
	time.Sleep(50 * time.Millisecond)
	for range 4 {
		x.types("J")
		time.Sleep(50 * time.Millisecond)
	}
	x.types("5")
	x.until("the reader in focus", func(screen string) bool { return strings.Contains(screen, "━ 5 Reader") })
	time.Sleep(3 * time.Second) // places are written every two seconds
	title := ""
	for _, line := range strings.Split(x.screen.String(), "\n") {
		if i := strings.LastIndex(line, "Note "); i >= 0 {
			title = strings.Fields(line[i:])[1]
			break
		}
	}
	p.brief(50)
	must(t, x.cmd.Process.Kill())
	p.logs(2, "the client was gone")
	x = p.dashboard(120, 40)
	x.sees("since ")
	x.until("the reader in focus", func(screen string) bool { return strings.Contains(screen, "━ 5 Reader") })
	if !strings.Contains(x.screen.String(), "Note "+title) {
		t.Errorf("the reader is not at note %s:\n%s", title, x.screen.String())
	}
	x.types("Q")
	x.exits()
}

func endsWithSessions(t *testing.T, p *program) {
	var all [5]*terminal
	for i := range all {
		all[i] = p.dashboard(80, 24)
	}
	half, err := net.Dial("tcp", net.JoinHostPort(host, p.port))
	must(t, err)
	defer half.Close() //nolint:errcheck // it was never more
	p.stops()
	for i, x := range all {
		if code := x.exits(); code != 0 {
			t.Errorf("session %d: exit %d", i, code)
		}
		x.restored()
		if !strings.Contains(x.raw.String(), "the server stopped") {
			t.Errorf("session %d is not told why", i)
		}
	}
	p.logs(5, fmt.Sprintf("why=%q", "the server stopped"))
}
