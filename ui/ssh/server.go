// Package ssh serves the dashboard over SSH: to keys it knows, for reading only.
//
//   - server.go   who may connect, how long; door.go how many may stand before it
//   - keys.go     the keys that may enter; hostkey.go the server's own
//   - session.go  what a client may ask for on its one channel, request.go; all else is refused
//   - screen.go   the dashboard on that channel; window.go its size, keyboard.go what is typed
//   - painter.go  what the client's terminal is sent, canvas.go and row.go how little that is; writer.go for how long
//   - guard.go    a panic ends one session; rest.go what happens when the last one is over
//   - counters.go what happened, for the log and for a file of metrics
//
// A session has no editor, no file to write and no configuration, as it is handed none: see Options.Screen.
package ssh

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"net"
	"os"
	"sync"
	"time"

	"golang.org/x/crypto/ssh"
)

// Limits bound what clients may cost. The zero value is not useful; see DefaultLimits.
type Limits struct {
	Sessions  int           // at once
	Half      int           // connections that have no session yet
	Handshake time.Duration // from the connection to the key, and from the key to the session
	Idle      time.Duration // without a key pressed
	Longest   time.Duration // a session
	Stalled   time.Duration // a client that takes nothing
	Tries     int           // keys offered
}

// DefaultLimits are what `parley serve` starts with. A handshake over 9,600 bit/s takes some 12 seconds.
func DefaultLimits() Limits {
	return Limits{
		Sessions: 100, Half: 64, Handshake: 30 * time.Second, Idle: 10 * time.Minute, Longest: 12 * time.Hour,
		Stalled: 30 * time.Second, Tries: 3,
	}
}

// Options say who is served what.
type Options struct {
	Keys   Keys
	Host   ssh.Signer
	Screen Screen  // the dashboard
	Run    Command // what `ssh host quotes …` runs; nil: nothing
	Rest   func()  // called a moment after the last session is over; nil: nothing is to be done
	Limits Limits
	Log    *slog.Logger
}

// A Server serves until it is closed.
type Server struct {
	o        Options
	config   *ssh.ServerConfig
	door     *door
	sessions chan struct{} // a place for each session
	rest     *rest
	Counters Counters

	mu    sync.Mutex
	keys  Keys
	conns map[net.Conn]guestOf // all that are open
	wait  sync.WaitGroup
}

// guestOf is whose connection it is, once that is known, and how to end it gently.
type guestOf struct {
	key string // fingerprint
	end context.CancelCauseFunc
}

var errNoKeys = errors.New("no key may enter: the keys file holds none")

// New answers a server; it refuses to be made without keys.
func New(o Options) (*Server, error) {
	if len(o.Keys) == 0 {
		return nil, errNoKeys
	}
	s := &Server{
		o: o, door: newDoor(o.Limits.Half), sessions: make(chan struct{}, o.Limits.Sessions),
		rest: newRest(o.Rest), keys: o.Keys, conns: map[net.Conn]guestOf{},
	}
	s.config = &ssh.ServerConfig{
		MaxAuthTries:  o.Limits.Tries,
		ServerVersion: "SSH-2.0-parley",
		PublicKeyCallback: func(_ ssh.ConnMetadata, key ssh.PublicKey) (*ssh.Permissions, error) {
			name, ok := s.enters(key)
			if !ok {
				s.Counters.Refused.Add(1)
				return nil, errors.New("this key may not enter")
			}
			return &ssh.Permissions{Extensions: map[string]string{"name": name, "key": ssh.FingerprintSHA256(key)}}, nil
		},
	}
	s.config.AddHostKey(o.Host)
	return s, nil
}

func (s *Server) enters(key ssh.PublicKey) (name string, ok bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.keys.name(key)
}

// SetKeys says anew who may enter, and ends the sessions of those who may not any more.
func (s *Server) SetKeys(keys Keys) error {
	if len(keys) == 0 {
		return errNoKeys
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.keys = keys
	for _, g := range s.conns {
		if g.key != "" && !keys.hold(g.key) {
			go g.end(errRevoked)
		}
	}
	return nil
}

func (s *Server) mayStill(fingerprint string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.keys.hold(fingerprint)
}

// Serve takes connections until ctx ends; then sessions are asked to end and given grace to do so.
func (s *Server) Serve(ctx context.Context, l net.Listener) error {
	stop := context.AfterFunc(ctx, func() { _ = l.Close() }) // Accept answers the closing
	defer stop()
	defer s.end()
	pause := time.Duration(0)
	for {
		conn, err := l.Accept()
		switch {
		case err == nil:
			pause = 0
			s.arrived(ctx, conn)
		case ctx.Err() != nil:
			return nil
		case errors.Is(err, net.ErrClosed):
			return err
		default: // too many files are open, a client that was gone at once: such things pass
			pause = min(max(2*pause, 5*time.Millisecond), time.Second)
			s.o.Log.Warn("no connection could be taken", "why", clean(err.Error()), "again in", pause)
			select {
			case <-ctx.Done():
			case <-time.After(pause):
			}
		}
	}
}

// arrived gives a connection a place at the door, if one is free or can be freed.
func (s *Server) arrived(ctx context.Context, conn net.Conn) {
	turned := s.door.enter(conn)
	if turned != nil {
		s.Counters.Turned.Add(1)
		_ = turned.Close() // it stood too long, or too many stand there
	}
	if turned != conn {
		s.wait.Go(func() { s.greet(ctx, conn) })
	}
}

const (
	grace  = 3 * time.Second // how long sessions have to restore their clients' terminals when the server stops
	linger = time.Second     // how long a client has to take the last bytes and hang up
)

// end asks every session to end, and cuts off those that do not.
func (s *Server) end() {
	s.mu.Lock()
	for _, g := range s.conns {
		go g.end(errStopped)
	}
	s.mu.Unlock()
	gone := make(chan struct{})
	go func() { s.wait.Wait(); close(gone) }()
	select {
	case <-gone:
	case <-time.After(grace):
		s.mu.Lock()
		for conn := range s.conns {
			_ = conn.Close() // what did not end by itself
		}
		s.mu.Unlock()
		<-gone
	}
}

// leading is the context of a connection. It ends when the server stops, and then says so.
func (s *Server) leading(ctx context.Context) (context.Context, context.CancelCauseFunc) {
	own, end := context.WithCancelCause(context.WithoutCancel(ctx))
	stop := context.AfterFunc(ctx, func() { end(errStopped) })
	return own, func(cause error) {
		stop()
		end(cause)
	}
}

// whyRefused says why a handshake came to nothing.
func whyRefused(err error) string {
	switch {
	case errors.Is(err, os.ErrDeadlineExceeded):
		return "it took too long to show a key"
	case errors.Is(err, net.ErrClosed):
		return "it made room, or the server stopped"
	case errors.Is(err, io.EOF):
		return "the client hung up"
	}
	return clean(err.Error())
}

// greet asks for a key and then serves the connection.
func (s *Server) greet(ctx context.Context, conn net.Conn) {
	ctx, end := s.leading(ctx)
	s.mu.Lock()
	s.conns[conn] = guestOf{end: end}
	s.mu.Unlock()
	defer func() {
		end(errGone)
		s.door.leave(conn)
		_ = conn.Close() // it may be gone already
		s.mu.Lock()
		delete(s.conns, conn)
		s.mu.Unlock()
	}()
	defer s.Counters.recovered(s.o.Log)
	_ = conn.SetDeadline(time.Now().Add(s.o.Limits.Handshake)) // a socket takes deadlines
	shown := context.AfterFunc(ctx, func() { _ = conn.Close() })
	in, channels, requests, err := ssh.NewServerConn(conn, s.config)
	shown()
	if err != nil {
		s.o.Log.Info("refused", "from", conn.RemoteAddr().String(), "why", whyRefused(err))
		return
	}
	_ = conn.SetDeadline(time.Now().Add(s.o.Limits.Longest + grace))
	go s.refuseAll(requests)
	s.serve(ctx, end, conn, in, channels)
}

// refuseAll answers no to port forwarding and everything else that concerns the whole connection.
func (s *Server) refuseAll(requests <-chan *ssh.Request) {
	defer s.Counters.recovered(s.o.Log)
	for r := range requests {
		if r.Type != "keepalive@openssh.com" { // a no is as good an answer as any
			s.Counters.Denied.Add(1)
		}
		if r.WantReply {
			_ = r.Reply(false, nil) // the client may be gone
		}
	}
}

func (s *Server) serve(ctx context.Context, end context.CancelCauseFunc, conn net.Conn, in *ssh.ServerConn, channels <-chan ssh.NewChannel) {
	who := visitor{name: in.Permissions.Extensions["name"], key: in.Permissions.Extensions["key"], from: conn.RemoteAddr().String()}
	s.mu.Lock()
	s.conns[conn] = guestOf{who.key, end}
	s.mu.Unlock()
	if !s.mayStill(who.key) { // the keys were changed while this one was shown
		return
	}
	longest := time.AfterFunc(s.o.Limits.Longest, func() { end(errLongest) })
	defer longest.Stop()
	asks := time.AfterFunc(s.o.Limits.Handshake, func() { _ = conn.Close() }) // a key alone holds no place for long
	defer asks.Stop()
	// A session that ends closes the connection; one that does not, and a client that never asked for one, are cut off.
	defer context.AfterFunc(ctx, func() { time.AfterFunc(grace, func() { _ = conn.Close() }) })()
	taken := false
	for c := range channels {
		if c.ChannelType() != "session" || taken {
			s.Counters.Denied.Add(1)
			_ = c.Reject(ssh.Prohibited, "one session a connection, nothing else") // the client may be gone
			continue
		}
		if taken = s.admit(ctx, end, conn, c, who); taken {
			asks.Stop()
			s.door.leave(conn)
		}
	}
}

// admit gives the connection its session, if there is a place.
func (s *Server) admit(ctx context.Context, end context.CancelCauseFunc, conn net.Conn, c ssh.NewChannel, who visitor) bool {
	select {
	case s.sessions <- struct{}{}:
	default:
		s.Counters.Turned.Add(1)
		_ = c.Reject(ssh.ResourceShortage, "all places are taken; try again later") // the client may be gone
		return false
	}
	channel, requests, err := c.Accept()
	if err != nil {
		<-s.sessions
		return false
	}
	s.wait.Go(func() {
		defer func() { time.AfterFunc(linger, func() { _ = conn.Close() }) }() // the session was all there was
		defer func() { <-s.sessions }()
		s.rest.enter()
		defer s.rest.leave()
		defer s.Counters.recovered(s.o.Log)
		x := &session{s: s, ctx: ctx, end: end, conn: conn, channel: channel, who: who, begun: time.Now()}
		x.serve(requests)
	})
	return true
}
