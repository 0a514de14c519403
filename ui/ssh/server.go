// Package ssh serves the dashboard over SSH: to keys it knows, for reading only.
//
//   - server.go   who may connect, how many, how long
//   - keys.go     the keys that may enter; hostkey.go the server's own
//   - session.go  what a client may ask for on its one channel; all else is refused
//   - screen.go   the dashboard on that channel; window.go its size; writer.go what leaves it
//   - counters.go what happened, for the log and for a metrics page
//
// A session has no editor, no file to write and no configuration, as it is handed none: see Options.Screen.
package ssh

import (
	"context"
	"errors"
	"log/slog"
	"net"
	"sync"
	"time"

	"golang.org/x/crypto/ssh"
)

// Limits bound what clients may cost. The zero value is not useful; see DefaultLimits.
type Limits struct {
	Sessions  int           // at once
	Half      int           // connections that have not shown a key yet
	Handshake time.Duration // from the connection to the key
	Idle      time.Duration // without a key pressed
	Longest   time.Duration // a session
	Stalled   time.Duration // a client that takes nothing
	Tries     int           // keys offered
}

// DefaultLimits are what `parley serve` starts with.
func DefaultLimits() Limits {
	return Limits{
		Sessions: 100, Half: 64, Handshake: 10 * time.Second, Idle: 10 * time.Minute, Longest: 12 * time.Hour,
		Stalled: 30 * time.Second, Tries: 3,
	}
}

// Options say who is served what.
type Options struct {
	Keys   Keys
	Host   ssh.Signer
	Screen Screen  // the dashboard
	Run    Command // what `ssh host quotes …` runs; nil: nothing
	Limits Limits
	Log    *slog.Logger
}

// A Server serves until it is closed.
type Server struct {
	o        Options
	config   *ssh.ServerConfig
	half     chan struct{} // a place for each connection without a key
	sessions chan struct{} // a place for each session
	Counters Counters

	mu    sync.Mutex
	conns map[net.Conn]func() // how to end each one gently
	wait  sync.WaitGroup
}

// New answers a server; it refuses to be made without keys.
func New(o Options) (*Server, error) {
	if len(o.Keys) == 0 {
		return nil, errors.New("no key may enter: the keys file holds none")
	}
	s := &Server{
		o: o, half: make(chan struct{}, o.Limits.Half), sessions: make(chan struct{}, o.Limits.Sessions),
		conns: map[net.Conn]func(){},
	}
	s.config = &ssh.ServerConfig{
		MaxAuthTries:  o.Limits.Tries,
		ServerVersion: "SSH-2.0-parley",
		PublicKeyCallback: func(_ ssh.ConnMetadata, key ssh.PublicKey) (*ssh.Permissions, error) {
			name, ok := o.Keys.name(key)
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

// Serve takes connections until ctx ends; then sessions are asked to end and given grace to do so.
func (s *Server) Serve(ctx context.Context, l net.Listener) error {
	stop := context.AfterFunc(ctx, func() { _ = l.Close() }) // Accept answers the closing
	defer stop()
	for {
		conn, err := l.Accept()
		if err != nil {
			if ctx.Err() != nil {
				s.end()
				return nil
			}
			var temporary net.Error
			if errors.As(err, &temporary) && temporary.Timeout() {
				continue
			}
			s.end()
			return err
		}
		select {
		case s.half <- struct{}{}:
			s.wait.Go(func() { s.greet(ctx, conn) })
		default:
			s.Counters.Turned.Add(1)
			_ = conn.Close() // too many stand at the door
		}
	}
}

// grace is how long sessions have to restore their clients' terminals when the server stops.
const grace = 3 * time.Second

func (s *Server) end() {
	s.mu.Lock()
	for _, end := range s.conns {
		go end()
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

// greet asks for a key and then serves the connection.
func (s *Server) greet(ctx context.Context, conn net.Conn) {
	defer conn.Close() //nolint:errcheck // it may be gone already
	defer s.Counters.recovered(s.o.Log)
	atDoor := true
	leave := func() {
		if atDoor {
			atDoor = false
			<-s.half
		}
	}
	defer leave()
	_ = conn.SetDeadline(time.Now().Add(s.o.Limits.Handshake)) // a socket takes deadlines
	in, channels, requests, err := ssh.NewServerConn(conn, s.config)
	leave()
	if err != nil {
		s.o.Log.Info("refused", "from", conn.RemoteAddr().String(), "why", clean(err.Error()))
		return
	}
	_ = conn.SetDeadline(time.Now().Add(s.o.Limits.Longest))
	go refuseAll(requests)
	s.serve(ctx, conn, in, channels)
}

// refuseAll answers no to port forwarding and everything else that concerns the whole connection.
func refuseAll(requests <-chan *ssh.Request) {
	for r := range requests {
		if r.WantReply {
			_ = r.Reply(false, nil) // the client may be gone
		}
	}
}

func (s *Server) serve(ctx context.Context, conn net.Conn, in *ssh.ServerConn, channels <-chan ssh.NewChannel) {
	who := visitor{name: in.Permissions.Extensions["name"], key: in.Permissions.Extensions["key"], from: conn.RemoteAddr().String()}
	ctx, cancel := context.WithTimeout(ctx, s.o.Limits.Longest)
	defer cancel()
	s.mu.Lock()
	s.conns[conn] = cancel
	s.mu.Unlock()
	defer func() {
		s.mu.Lock()
		delete(s.conns, conn)
		s.mu.Unlock()
	}()
	// A session that ends closes the connection; one that does not, and a client that never asked for one, are cut off.
	defer context.AfterFunc(ctx, func() { time.AfterFunc(grace, func() { _ = conn.Close() }) })()
	taken := false
	for c := range channels {
		if c.ChannelType() != "session" || taken {
			s.Counters.Denied.Add(1)
			_ = c.Reject(ssh.Prohibited, "one session a connection, nothing else") // the client may be gone
			continue
		}
		taken = s.admit(ctx, conn, c, who)
	}
}

// admit gives the connection its session, if there is a place.
func (s *Server) admit(ctx context.Context, conn net.Conn, c ssh.NewChannel, who visitor) bool {
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
		defer func() { <-s.sessions }()
		defer conn.Close() //nolint:errcheck // the session was all there was
		s.session(ctx, conn, channel, requests, who)
	})
	return true
}
