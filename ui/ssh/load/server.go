package main

import (
	"bufio"
	"bytes"
	"context"
	"crypto/ed25519"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"

	"golang.org/x/crypto/ssh"
)

// A server is the program that is measured, and the keys that may enter.
type server struct {
	cmd  *exec.Cmd
	dir  string
	addr string
	keys []ssh.Signer
	log  *bytes.Buffer
	in   io.Writer // each line begins or ends its profile
}

func start(ctx context.Context, o options) (*server, error) {
	dir, err := os.MkdirTemp("", "parley-load-")
	if err != nil {
		return nil, err
	}
	s := &server{dir: dir, log: &bytes.Buffer{}}
	var known []byte
	for range o.sessions + 1 {
		_, private, err := ed25519.GenerateKey(rand.Reader)
		if err != nil {
			return nil, err
		}
		key, err := ssh.NewSignerFromKey(private)
		if err != nil {
			return nil, err
		}
		s.keys = append(s.keys, key)
		known = append(known, ssh.MarshalAuthorizedKey(key.PublicKey())...)
	}
	keys := filepath.Join(dir, "keys")
	if err := os.WriteFile(keys, known, 0o600); err != nil {
		return nil, err
	}
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	state := o.state
	if state == "" {
		state = dir
	}
	s.cmd = exec.CommandContext(ctx, self, append([]string{"serve", "--keys", keys, "--addr", "127.0.0.1:0"}, o.paths...)...)
	s.cmd.Env = append(os.Environ(), beServer+"="+o.profile, "XDG_STATE_HOME="+filepath.Join(state, "state"), "XDG_CACHE_HOME="+filepath.Join(state, "cache"), "GOMAXPROCS="+strconv.Itoa(o.cores))
	errs, err := s.cmd.StderrPipe()
	if err != nil {
		return nil, err
	}
	if s.in, err = s.cmd.StdinPipe(); err != nil {
		return nil, err
	}
	if err := s.cmd.Start(); err != nil {
		return nil, err
	}
	lines := bufio.NewReader(errs)
	for s.addr == "" {
		line, err := lines.ReadString('\n')
		if err != nil {
			return nil, errors.Join(fmt.Errorf("the server ended: %s%s", s.log, line), s.cmd.Wait())
		}
		s.log.WriteString(line)
		if _, where, ok := strings.Cut(line, " on "); ok && strings.HasPrefix(line, "parley serves") {
			s.addr = strings.TrimSpace(where)
		}
	}
	go io.Copy(io.Discard, lines) //nolint:errcheck // its log; ends with it
	return s, nil
}

func (s *server) stop() error {
	err := s.cmd.Process.Signal(syscall.SIGTERM)
	return errors.Join(err, s.cmd.Wait(), os.RemoveAll(s.dir))
}

// profile begins the server's profile, or ends it.
func (s *server) profile() { _, _ = io.WriteString(s.in, "\n") } // a server that is gone is noticed elsewhere

// dial connects with the n-th key.
func (s *server) dial(n int) (*ssh.Client, error) {
	return ssh.Dial("tcp", s.addr, &ssh.ClientConfig{
		User: "reader", Auth: []ssh.AuthMethod{ssh.PublicKeys(s.keys[n])},
		HostKeyCallback: ssh.InsecureIgnoreHostKey(), // it is our own, on this machine
	})
}

// words waits until the briefings are read, and answers words of their quotes.
func (s *server) words() (words []string, err error) {
	c, err := s.dial(0)
	if err != nil {
		return nil, err
	}
	defer c.Close() //nolint:errcheck // only read from
	session, err := c.NewSession()
	if err != nil {
		return nil, err
	}
	out, err := session.Output("quotes -n 500")
	if err != nil {
		return nil, fmt.Errorf("the first quotes: %w", err)
	}
	known := map[string]bool{}
	for _, w := range strings.Fields(string(out)) {
		w = strings.ToLower(strings.Trim(w, "“”‘’\".,;:!?()¶"))
		plain := !strings.ContainsFunc(w, func(r rune) bool { return r < 'a' || r > 'z' })
		if plain && len(w) >= 4 && !known[w] {
			known[w] = true
			words = append(words, w)
		}
	}
	if len(words) == 0 {
		return nil, errors.New("there are no words to search for in the first 500 quotes")
	}
	return words, nil
}

// A memory is what a process takes: all, and what is its own, not a file that others map as well.
type memory struct{ resident, own int64 }

func (s *server) memory() (m memory) {
	raw, _ := os.ReadFile(fmt.Sprintf("/proc/%d/status", s.cmd.Process.Pid)) // elsewhere than on Linux nothing is known
	for _, line := range strings.Split(string(raw), "\n") {
		f := strings.Fields(line)
		if len(f) < 2 {
			continue
		}
		n, _ := strconv.ParseInt(f[1], 10, 64)
		switch f[0] {
		case "VmRSS:":
			m.resident = n << 10
		case "RssAnon:":
			m.own = n << 10
		}
	}
	return m
}

func (s *server) processor() time.Duration {
	raw, _ := os.ReadFile(fmt.Sprintf("/proc/%d/stat", s.cmd.Process.Pid)) // as above
	_, rest, _ := strings.Cut(string(raw), ") ")
	f := strings.Fields(rest)
	if len(f) < 13 {
		return 0
	}
	user, _ := strconv.Atoi(f[11])
	system, _ := strconv.Atoi(f[12])
	return time.Duration(user+system) * 10 * time.Millisecond
}
