package ssh

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"runtime/debug"
	"sync/atomic"
	"time"

	"golang.org/x/crypto/ssh"
)

// A session is what one client does on its one channel: it asks for a terminal or none, then for the dashboard or a
// command, and that runs until one of the reasons below ends it.
type session struct {
	s       *Server
	ctx     context.Context
	end     context.CancelCauseFunc
	conn    net.Conn
	channel ssh.Channel
	who     visitor
	begun   time.Time
	sent    atomic.Int64 // bytes
}

// visitor is who came.
type visitor struct{ name, key, from string }

// Why sessions end; the log says which.
var (
	errStopped = errors.New("the server stopped")
	errIdle    = errors.New("no key was pressed")
	errLongest = errors.New("a session may not be longer")
	errRevoked = errors.New("this key may not enter any more")
	errGone    = errors.New("the client was gone")
	errStalled = errors.New("the client took nothing")
	errBroken  = errors.New("it broke")
)

// A Command runs one command line without a terminal and answers its exit code.
type Command func(ctx context.Context, args []string, out, err io.Writer) int

const (
	exitUsage   = 2
	exitRefused = 5
)

// serve takes what the client asks for until it says go, and then runs that.
func (x *session) serve(requests <-chan *ssh.Request) {
	s := x.s
	defer x.channel.Close() //nolint:errcheck // the client may be gone
	s.Counters.Sessions.Add(1)
	s.Counters.Open.Add(1)
	defer s.Counters.Open.Add(-1)

	want, command, ok := x.asked(requests)
	if !ok {
		return
	}
	out := x.writer(x.channel)
	go func() {
		defer s.Counters.recovered(s.o.Log)
		s.later(want.window, requests)
		x.end(errGone) // the client closed the channel, or the connection is lost
	}()
	code := x.guarded(func() int { return x.run(out, want, command) })
	why := x.why()                                                                                       // before the client is told, as it may be gone then
	_, _ = x.channel.SendRequest("exit-status", false, ssh.Marshal(struct{ Code uint32 }{uint32(code)})) // the client may be gone
	s.o.Log.Info("session", "user", x.who.name, "key", x.who.key, "from", x.who.from, "command", clean(command),
		"seconds", int(time.Since(x.begun).Seconds()), "bytes", x.sent.Load(), "exit", code, "why", why)
}

// asked takes requests until one says go; a client that does not say so in time is cut off.
func (x *session) asked(requests <-chan *ssh.Request) (want asked, command string, ok bool) {
	late := time.AfterFunc(x.s.o.Limits.Handshake, func() { _ = x.conn.Close() })
	defer late.Stop()
	want.window = newWindow()
	for r := range requests {
		command, begin, ok := x.s.request(&want, r)
		if r.WantReply {
			_ = r.Reply(ok, nil) // the client may be gone
		}
		if !ok {
			x.s.Counters.Denied.Add(1)
		}
		if begin && ok {
			return want, command, true
		}
	}
	return want, "", false
}

// why says what ended the session.
func (x *session) why() string {
	if cause := context.Cause(x.ctx); cause != nil {
		return cause.Error()
	}
	return "left"
}

func (x *session) writer(w io.Writer) *writer {
	return &writer{w: w, stalled: x.stalled, patience: x.s.o.Limits.Stalled, counters: &x.s.Counters, sent: &x.sent}
}

func (x *session) stalled() {
	x.s.Counters.Stalled.Add(1)
	x.end(errStalled)
	_ = x.conn.Close() // which ends the write
}

// guarded runs the session's work; a panic in it ends this session alone.
func (x *session) guarded(work func() int) (code int) {
	defer func() {
		if p := recover(); p != nil {
			x.broke(p, debug.Stack())
			code = 1
		}
	}()
	return work()
}

func (x *session) broke(p any, stack []byte) {
	x.s.Counters.Panics.Add(1)
	x.end(errBroken)
	x.s.o.Log.Error("a session broke", "user", x.who.name, "panic", clean(fmt.Sprint(p)), "stack", string(stack))
}

func (x *session) run(out *writer, want asked, command string) int {
	stream := io.Writer(out)
	errs := io.Writer(x.writer(x.channel.Stderr()))
	if want.terminal != "" { // a terminal has one stream
		stream = &lines{w: out}
		errs = stream
	}
	say := func(code int, format string, args ...any) int {
		_, _ = fmt.Fprintf(errs, "parley: "+format+"\n", args...) // the client may be gone
		return code
	}
	switch {
	case command != "":
		args, err := split(command)
		switch {
		case err != nil:
			return say(exitUsage, "%v", err)
		case x.s.o.Run == nil || len(args) == 0:
			return say(exitRefused, "no command is served here")
		}
		return x.s.o.Run(x.ctx, args, stream, errs)
	case want.terminal == "":
		return say(exitUsage, "the dashboard needs a terminal: ssh -t; without one give a command, as in ssh HOST quotes WORD --json")
	case want.terminal == "dumb":
		return say(exitRefused, "this terminal cannot be drawn on (TERM=dumb); ssh HOST quotes WORD searches without one")
	}
	code := x.show(out, want)
	if cause := context.Cause(x.ctx); cause != nil && !errors.Is(cause, errGone) && !errors.Is(cause, errStalled) {
		_ = say(0, "%v; good-bye", cause)
	}
	return code
}
