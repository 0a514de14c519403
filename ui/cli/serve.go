package cli

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"net"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
	"time"

	"github.com/adrg/xdg"
	gossh "golang.org/x/crypto/ssh"

	"parley/briefings/whole"
	"parley/ui/ssh"
)

// Serving over SSH: who may enter, where, and what is written down about it. What a session can do is in served.go.
//
//   - The counters go to a file, in the form that Prometheus' node exporter collects, and not to a second port: the
//     program listens in one place only, and whoever may read the file is the file system's business.
//   - SIGTERM ends it, SIGHUP reads the keys again and ends the sessions of those that are gone.

type serveCommand struct {
	Keys    string   `required:"" placeholder:"FILE" help:"Who may enter: public keys in the form of authorized_keys."`
	Addr    string   `default:"127.0.0.1:2222" help:"Where to listen."`
	HostKey string   `placeholder:"FILE" help:"The server's own key; made the first time."`
	Log     string   `enum:"text,json" default:"text" help:"The form of the log: ${enum}."`
	Metrics string   `placeholder:"FILE" help:"Write counters to this file every ten seconds, in the text form that Prometheus' node exporter collects."`
	Paths   []string `arg:"" optional:"" name:"path" help:"Folders and files."`
}

// Run serves until it is interrupted.
func (c *serveCommand) Run(s *setting) error {
	lean(s.Env, ownLimit)
	log := c.logger(s.Errs)
	keys, err := readKeys(c.Keys)
	if err != nil {
		return err
	}
	host, err := c.hostKey(s.Errs)
	if err != nil {
		return err
	}
	lib, err := s.open(c.Paths, true)
	if err != nil {
		return err
	}
	defer lib.Close() //nolint:errcheck // only read from
	h := newHouse(lib, placeOf(s.paths(c.Paths)), log)
	server, err := ssh.New(ssh.Options{Keys: keys, Host: host, Limits: ssh.DefaultLimits(), Log: log, Screen: h.screen, Run: h.command, Rest: h.forget})
	if err != nil {
		return ending{refused, err}
	}
	l, err := net.Listen("tcp", c.Addr)
	if err != nil {
		return ending{refused, hint{err, "give another --addr"}}
	}
	fmt.Fprintf(s.Errs, "parley serves %s on %s\nhost key %s\n", nameOr(c.Paths), l.Addr(), gossh.FingerprintSHA256(host.PublicKey())) // nobody is left to tell
	ctx, stop := signal.NotifyContext(s, syscall.SIGTERM, os.Interrupt)
	defer stop()
	serving, over := context.WithCancel(context.WithoutCancel(ctx))
	defer over()
	beside := besides{log: log}
	beside.run(func() { h.keep(serving) })
	beside.run(func() { h.spare(serving) })
	beside.run(func() { c.reload(serving, server, log) })
	if c.Metrics != "" {
		beside.run(func() { c.count(serving, &server.Counters, log) })
	}
	err = server.Serve(ctx, l)
	over() // the last places and counters are written after the last session has ended
	beside.wait()
	log.Info("stopped", "sessions", server.Counters.Sessions.Load())
	return err
}

func readKeys(path string) (ssh.Keys, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, ending{unreadable, hint{err, "put the public keys of those who may read into it, one a line"}}
	}
	defer f.Close() // only read from
	info, err := f.Stat()
	if err != nil {
		return nil, ending{unreadable, err}
	}
	if info.Mode().IsRegular() && info.Mode().Perm()&0o022 != 0 {
		return nil, ending{refused, hint{fmt.Errorf("%s may be written by others (%v), who could let anybody in", path, info.Mode().Perm()), "chmod go-w " + path}}
	}
	const longest = 1 << 20 // bytes; some two thousand RSA keys
	raw, err := io.ReadAll(io.LimitReader(f, longest+1))
	if err != nil {
		return nil, ending{unreadable, err}
	}
	if len(raw) > longest {
		return nil, ending{refused, fmt.Errorf("%s is longer than 1 MB: it is no file of keys", path)}
	}
	keys, err := ssh.ReadKeys(raw)
	if err != nil {
		return nil, ending{refused, fmt.Errorf("%s: %w", path, err)}
	}
	return keys, nil
}

func (c *serveCommand) hostKey(errs io.Writer) (gossh.Signer, error) {
	path := c.HostKey
	if path == "" {
		path = filepath.Join(xdg.StateHome, "parley", "host_key")
	}
	host, made, err := ssh.HostKey(path)
	if err != nil {
		return nil, ending{refused, err}
	}
	if made {
		fmt.Fprintf(errs, "parley made a host key: %s\n", path) // nobody is left to tell
	}
	return host, nil
}

func (c *serveCommand) logger(w io.Writer) *slog.Logger {
	if c.Log == "json" {
		return slog.New(slog.NewJSONHandler(w, nil))
	}
	return slog.New(slog.NewTextHandler(w, nil))
}

// reload reads the keys again whenever it is told to; a file that is wrong changes nothing.
func (c *serveCommand) reload(ctx context.Context, server *ssh.Server, log *slog.Logger) {
	hangup := make(chan os.Signal, 1)
	signal.Notify(hangup, syscall.SIGHUP)
	defer signal.Stop(hangup)
	for {
		select {
		case <-ctx.Done():
			return
		case <-hangup:
		}
		keys, err := readKeys(c.Keys)
		if err == nil {
			err = server.SetKeys(keys)
		}
		if err != nil {
			log.Error("the keys stay as they were", "why", err)
			continue
		}
		log.Info("the keys were read again", "keys", len(keys))
	}
}

// count writes the counters now and then; a reader never sees half a file.
func (c *serveCommand) count(ctx context.Context, counters *ssh.Counters, log *slog.Logger) {
	tick := time.NewTicker(10 * time.Second)
	defer tick.Stop()
	failed := false
	for {
		err := writeCounters(c.Metrics, counters)
		if err != nil && !failed {
			log.Error("the counters cannot be written", "file", c.Metrics, "why", err)
		}
		failed = err != nil
		if ctx.Err() != nil {
			return
		}
		select {
		case <-ctx.Done():
		case <-tick.C:
		}
	}
}

func writeCounters(path string, counters *ssh.Counters) error {
	f, err := whole.Create(path, 0o644)
	if err != nil {
		return err
	}
	defer f.Drop()
	if _, err := counters.WriteTo(f); err != nil {
		return err
	}
	return f.Replace()
}

func nameOr(paths []string) string {
	if len(paths) == 0 {
		return "its library"
	}
	return paths[0]
}
