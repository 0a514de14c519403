package ssh_test

import (
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// What OpenSSH can ask for, and gets or does not get.

func TestOpenSSH(t *testing.T) {
	if testing.Short() {
		t.Skip("dozens of clients take a while: run without -short")
	}
	t.Parallel() // a server of its own
	p := begin(t, nil)
	for _, c := range []struct {
		name string
		run  func(*testing.T, *program)
	}{
		{"nobody enters without a key", entersWithoutAKey}, {"commands", runsCommands}, {"no file of another's", readsNoFile},
		{"no forwarding", forwardsNothing}, {"no sftp, agent, X11", givesNothingElse}, {"no terminal", needsATerminal},
		{"hostile terminals", meetsHostileTerminals},
	} {
		t.Run(c.name, func(t *testing.T) {
			q := *p
			q.t = t
			c.run(t, &q)
		})
	}
	p.rests()
	p.stops()
}

func entersWithoutAKey(t *testing.T, p *program) {
	for name, args := range map[string][]string{
		"another key":     {"-o", "IdentityFile=none", "-i", p.path("eve")},
		"no key":          {"-o", "PubkeyAuthentication=no"},
		"a password":      {"-o", "PubkeyAuthentication=no", "-o", "PreferredAuthentications=password,keyboard-interactive"},
		"the host's name": {"-o", "PreferredAuthentications=hostbased"},
	} {
		cmd := p.client(append(args, host, "ls")...)
		cmd.Args = without(cmd.Args, "-i", p.path("ann"))
		code, out := p.runs(cmd)
		if code != 255 || strings.Contains(out, secret) || strings.Contains(out, "note-") || !strings.Contains(out, "Permission denied (publickey)") {
			t.Errorf("%s: exit %d, %q", name, code, out)
		}
	}
	conn, err := net.Dial("tcp", host+":"+p.port)
	must(t, err)
	defer conn.Close() //nolint:errcheck // only read from
	_ = conn.SetDeadline(time.Now().Add(300 * time.Millisecond))
	said := make([]byte, 64<<10)
	n, _ := conn.Read(said) // the greeting, or the deadline
	if got := strings.SplitN(string(said[:n]), "\r\n", 2)[0]; got != "SSH-2.0-parley" {
		t.Errorf("a stranger is greeted with %q", got)
	}
}

func without(args []string, pair ...string) (rest []string) {
	for i := 0; i < len(args); i++ {
		if i+1 < len(args) && args[i] == pair[0] && args[i+1] == pair[1] {
			i++
			continue
		}
		rest = append(rest, args[i])
	}
	return rest
}

func runsCommands(t *testing.T, p *program) {
	for _, c := range []struct {
		command string
		code    int
		says    string
	}{
		{"ls", 0, "note-3.md"},
		{"quotes speaker:oduya --json -n 1", 0, `"speaker":"Lena Oduya"`},
		{"search 'number 7' -n 3", 0, secret + " number 7"},
		{"cat note-3.md", 0, secret},
		{"split note-3.md --explain", 0, "rule:"},
		{"export", 0, `"type":"quote"`},
		{"check", 0, ""},
		{"version", 0, "parley"},
		{"quotes nothinglikethis", 1, ""},
		{"ls --track 'no such track'", 1, ""},
		{"nonsense", 2, "unexpected argument"},
		{"quotes 'open", 2, "left open"},
		{"serve --keys x", 2, "unexpected"}, {"open", 2, "unexpected"}, {"doctor", 2, "unexpected"}, {"ls --library /", 2, "unknown flag"},
		{"sh -c id", 2, "unexpected"}, {"ls; id", 2, "unexpected"}, {"$(id)", 2, "unexpected"},
		{strings.Repeat("x", 5000), 255, ""},
	} {
		code, out := p.runs(p.client(host, c.command))
		if code != c.code || !strings.Contains(out, c.says) {
			t.Errorf("%.60s: exit %d, want %d and %q: %.500s", c.command, code, c.code, c.says, out)
		}
	}
	x := p.opens(80, 24, p.client("-tt", host, "ls"))
	x.exits()
	if out := x.raw.String(); !strings.Contains(out, ".md") || strings.Count(out, "\n") != strings.Count(out, "\r\n") {
		t.Errorf("on a terminal lines end with %q", out)
	}
}

func readsNoFile(t *testing.T, p *program) {
	elsewhere := p.path("elsewhere.md")
	must(t, os.WriteFile(elsewhere, []byte("tangerine\n"), 0o600))
	must(t, os.Symlink(elsewhere, filepath.Join(p.library, "link.md")))
	for _, command := range []string{
		"cat " + elsewhere, "cat ../elsewhere.md", "cat link.md", "cat -", "cat note-1.md/../../elsewhere.md", "split " + elsewhere,
		"ls " + p.dir, "export " + p.dir, "check " + p.dir, "export -o " + p.path("written"), "export --output=" + p.path("written"), "cat keys",
	} {
		code, out := p.runs(p.client(host, command))
		if code == 0 || strings.Contains(out, "tangerine") || strings.Contains(out, "ssh-ed25519") {
			t.Errorf("%s: exit %d, %s", command, code, out)
		}
	}
	if _, err := os.Stat(p.path("written")); err == nil {
		t.Error("a file was written")
	}
}

func forwardsNothing(t *testing.T, p *program) {
	target, err := net.Listen("tcp", host+":0")
	must(t, err)
	defer target.Close() //nolint:errcheck // nothing is written
	reached := make(chan struct{})
	go func() {
		if conn, err := target.Accept(); err == nil {
			_ = conn.Close() // it should not have come
			close(reached)
		}
	}()
	port := free(t)
	cmd := p.client("-N", "-L", fmt.Sprintf("%d:%s", port, target.Addr()), host)
	must(t, cmd.Start())
	var conn net.Conn
	eventually(t, "the client listens", func() bool {
		conn, err = net.Dial("tcp", net.JoinHostPort(host, strconv.Itoa(port)))
		return err == nil
	})
	_ = conn.SetDeadline(time.Now().Add(patience))
	if n, err := conn.Read(make([]byte, 100)); err == nil {
		t.Errorf("%d bytes came through", n)
	}
	_ = conn.Close()
	_ = cmd.Process.Kill() // it has no more to do
	_ = cmd.Wait()

	if code, out := p.runs(p.client("-o", "ExitOnForwardFailure=yes", "-N", "-R", fmt.Sprintf("0:%s", target.Addr()), host)); code != 255 || !strings.Contains(out, "forwarding failed") {
		t.Errorf("-R: exit %d, %s", code, out)
	}
	if code, out := p.runs(p.client("-W", target.Addr().String(), host)); code != 255 || !strings.Contains(out, "forwarding failed") {
		t.Errorf("-W: exit %d, %s", code, out)
	}
	select {
	case <-reached:
		t.Error("the server connected to somebody")
	default:
	}
}

func free(t *testing.T) int {
	t.Helper()
	l, err := net.Listen("tcp", host+":0")
	must(t, err)
	defer l.Close() //nolint:errcheck // only its number is wanted
	return l.Addr().(*net.TCPAddr).Port
}

func givesNothingElse(t *testing.T, p *program) {
	if code, out := p.runs(p.client("-s", host, "sftp")); code == 0 || !strings.Contains(out, "subsystem request failed") {
		t.Errorf("sftp: exit %d, %s", code, out)
	}
	if _, err := exec.LookPath("scp"); err == nil {
		cmd := p.client()
		cmd = exec.Command("scp", append([]string{"-O", "-P", p.port}, append(without(cmd.Args[1:], "-p", p.port), host+":note-1.md", p.path("copied"))...)...)
		cmd.Args = without(cmd.Args, "-l", "reader") // a limit, to scp
		if code, out := p.runs(cmd); code == 0 {
			t.Errorf("scp: %s", out)
		}
	}
	agent := filepath.Join(t.TempDir(), "agent")
	l, err := net.Listen("unix", agent)
	must(t, err)
	defer l.Close() //nolint:errcheck // nothing is written
	go func() {
		for {
			conn, err := l.Accept()
			if err != nil {
				return
			}
			_ = conn.Close() // an agent without keys
		}
	}()
	for name, args := range map[string][]string{"an agent": {"-A"}, "X11": {"-X"}, "trusted X11": {"-Y"}} {
		cmd := p.client(append(args, "-v", "-o", "LogLevel=DEBUG1", host, "ls", "-n", "1")...)
		cmd.Env = append(cmd.Env, "SSH_AUTH_SOCK="+agent, "DISPLAY=:99")
		cmd.Args = without(cmd.Args, "-o", "LogLevel=ERROR")
		code, out := p.runs(cmd)
		if code != 0 || strings.Contains(out, "auth-agent@openssh.com") || strings.Contains(out, "client_request_x11") {
			t.Errorf("%s: exit %d, %s", name, code, out)
		}
	}
	cmd := p.client("-o", "SendEnv=*", host, "ls")
	cmd.Env = append(cmd.Env, "LD_PRELOAD=/nowhere.so", "PARLEY_LIBRARY="+p.dir, "EDITOR=touch")
	if code, out := p.runs(cmd); code != 0 || !strings.Contains(out, "note-") {
		t.Errorf("with variables: exit %d, %s", code, out)
	}
}

func needsATerminal(t *testing.T, p *program) {
	if code, out := p.runs(p.client("-T", host)); code != 2 || !strings.Contains(out, "ssh -t") {
		t.Errorf("exit %d, %s", code, out)
	}
}

func meetsHostileTerminals(t *testing.T, p *program) {
	for _, term := range []string{"x\x1b]0;OWNED\a", strings.Repeat("x", 9000), "", "../../../etc/passwd", "a b", "x\ny"} {
		cmd := p.client("-tt", host)
		cmd.Env = append(cmd.Env, "TERM="+term)
		x := p.opens(80, 24, cmd)
		if code := x.exits(); code == 0 || strings.Contains(x.raw.String(), secret) || strings.Contains(x.raw.String(), "OWNED") {
			t.Errorf("TERM=%.20q: exit %d, %.300q", term, code, x.raw.String())
		}
	}
	cmd := p.client("-tt", host)
	cmd.Env = append(cmd.Env, "TERM=dumb")
	x := p.opens(80, 24, cmd)
	if code := x.exits(); code != 5 {
		t.Errorf("TERM=dumb: exit %d, %q", code, x.raw.String())
	}
	for _, size := range [][2]int{{0, 0}, {1, 1}, {65535, 65535}, {65535, 1}, {1, 65535}} {
		before := p.rss()
		x := p.opens(size[0], size[1], p.client("-tt", host))
		eventually(t, "something is drawn", func() bool { return strings.Contains(x.raw.String(), "\x1b[?1049h") })
		x.types("Q")
		if code := x.exits(); code != 0 {
			t.Errorf("%v: exit %d", size, code)
		}
		if after := p.rss(); after > before+400<<20 {
			t.Errorf("a window of %v took %d MB", size, (after-before)>>20)
		}
	}
	p.dashboard(80, 24).types("Q")
}
