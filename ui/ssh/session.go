package ssh

import (
	"context"
	"io"
	"net"
	"strings"
	"time"

	"golang.org/x/crypto/ssh"
)

// What a client may ask for on its channel: a terminal, its size, three variables, a shell (the dashboard) or one of a
// few commands. Everything else is refused, not ignored: agents, X11, subsystems, signals.

// visitor is who came.
type visitor struct{ name, key, from string }

// A Command runs one command line without a terminal and answers its exit code.
type Command func(ctx context.Context, args []string, out, err io.Writer) int

// asked is what a client asked for before it said go.
type asked struct {
	terminal string
	env      []string
	window   *window
}

const (
	longestName    = 64   // of TERM
	longestValue   = 128  // of a variable
	longestCommand = 4096 // of a command line
)

func (s *Server) session(ctx context.Context, conn net.Conn, c ssh.Channel, requests <-chan *ssh.Request, who visitor) {
	defer s.Counters.recovered(s.o.Log)
	defer c.Close() //nolint:errcheck // the client may be gone
	begun := time.Now()
	s.Counters.Sessions.Add(1)
	s.Counters.Open.Add(1)
	defer s.Counters.Open.Add(-1)

	want := asked{window: newWindow()}
	for r := range requests {
		command, begin, ok := s.request(&want, r)
		if r.WantReply {
			_ = r.Reply(ok, nil) // the client may be gone
		}
		if !ok {
			s.Counters.Denied.Add(1)
		}
		if !begin || !ok {
			continue
		}
		out := &writer{w: c, conn: conn, patience: s.o.Limits.Stalled, counters: &s.Counters}
		go s.later(want.window, requests)
		code := s.run(ctx, c, out, want, command)
		_, _ = c.SendRequest("exit-status", false, ssh.Marshal(struct{ Code uint32 }{uint32(code)})) // the client may be gone
		s.o.Log.Info("session", "user", who.name, "key", who.key, "from", who.from, "command", clean(command),
			"seconds", int(time.Since(begun).Seconds()), "bytes", out.sent.Load(), "exit", code)
		return
	}
}

// request takes one request before the session begins.
func (s *Server) request(want *asked, r *ssh.Request) (command string, begin, ok bool) {
	switch r.Type {
	case "pty-req":
		var p struct {
			Term                         string
			Columns, Rows, Width, Height uint32
			Modes                        string
		}
		if ssh.Unmarshal(r.Payload, &p) != nil || !plainName(p.Term) {
			return "", false, false
		}
		want.terminal = p.Term
		want.window.set(p.Columns, p.Rows)
		return "", false, true
	case "env":
		var v struct{ Name, Value string }
		if ssh.Unmarshal(r.Payload, &v) != nil || !welcome(v.Name) || len(v.Value) > longestValue || len(want.env) > 16 {
			return "", false, false
		}
		want.env = append(want.env, v.Name+"="+clean(v.Value))
		return "", false, true
	case "window-change":
		want.window.change(r.Payload)
		return "", false, true
	case "shell":
		return "", true, want.terminal != ""
	case "exec":
		var e struct{ Command string }
		if ssh.Unmarshal(r.Payload, &e) != nil || s.o.Run == nil || len(e.Command) > longestCommand {
			return "", false, false
		}
		return e.Command, true, strings.TrimSpace(e.Command) != ""
	}
	return "", false, false
}

// welcome are the variables that may come along.
func welcome(name string) bool {
	return name == "COLORTERM" || name == "LANG" || strings.HasPrefix(name, "LC_") && len(name) < 32
}

// plainName keeps a hostile TERM out of everything that looks at it.
func plainName(term string) bool {
	if term == "" || len(term) > longestName {
		return false
	}
	return !strings.ContainsFunc(term, func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9') && !strings.ContainsRune("-+._", r)
	})
}

// later takes what comes while the session runs: new sizes, and nothing else.
func (s *Server) later(w *window, requests <-chan *ssh.Request) {
	for r := range requests {
		ok := r.Type == "window-change" && w.change(r.Payload)
		if !ok {
			s.Counters.Denied.Add(1)
		}
		if r.WantReply {
			_ = r.Reply(ok, nil) // the client may be gone
		}
	}
	w.close()
}

func (s *Server) run(ctx context.Context, c ssh.Channel, out *writer, want asked, command string) int {
	if command != "" {
		args, err := split(command)
		if err != nil {
			_, _ = io.WriteString(c.Stderr(), "parley: "+err.Error()+"\r\n") // the client may be gone
			return 2
		}
		return s.o.Run(ctx, args, out, &writer{w: c.Stderr(), conn: out.conn, patience: out.patience, counters: &s.Counters})
	}
	return s.show(ctx, c, out, want)
}
