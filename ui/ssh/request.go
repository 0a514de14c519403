package ssh

import (
	"strings"

	"golang.org/x/crypto/ssh"
)

// What a client may ask for on its channel: a terminal, its size, three kinds of variables, a shell (the dashboard) or a
// command. Everything else is refused, not ignored: agents, X11, subsystems, signals.

// asked is what a client asked for before it said go.
type asked struct {
	terminal string // empty: none
	env      []string
	window   *window
}

const (
	longestName    = 64   // of TERM
	longestValue   = 128  // of a variable
	mostVariables  = 16   //
	longestCommand = 4096 // of a command line
)

// request takes one request before the session begins. begin says that the client wants to start: with the command, or
// with the dashboard where that is empty.
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
		if ssh.Unmarshal(r.Payload, &v) != nil || !welcome(v.Name) || len(v.Value) > longestValue || len(want.env) >= mostVariables {
			return "", false, false
		}
		want.env = append(want.env, v.Name+"="+clean(v.Value))
		return "", false, true
	case "window-change":
		return "", false, want.window.change(r.Payload)
	case "shell":
		return "", true, true
	case "exec":
		var e struct{ Command string }
		if ssh.Unmarshal(r.Payload, &e) != nil || len(e.Command) > longestCommand {
			return "", false, false
		}
		return e.Command, true, strings.TrimSpace(e.Command) != ""
	}
	return "", false, false
}

// welcome are the variables that may come along.
func welcome(name string) bool {
	return name == "COLORTERM" || name == "LANG" || strings.HasPrefix(name, "LC_") && len(name) < 32 && plainName(name)
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
