package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/adrg/xdg"
	gossh "golang.org/x/crypto/ssh"

	"parley/briefings/folder"
	"parley/ui/dashboard"
	"parley/ui/ssh"
)

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
	server, host, lib, err := c.server(s)
	if err != nil {
		return err
	}
	defer lib.Close() //nolint:errcheck // only read from
	l, err := net.Listen("tcp", c.Addr)
	if err != nil {
		return ending{refused, hint{err, "give another --addr"}}
	}
	fmt.Fprintf(s.Errs, "parley serves %s on %s\nhost key %s\n", nameOr(c.Paths), l.Addr(), gossh.FingerprintSHA256(host.PublicKey())) // nobody is left to tell
	ctx, stop := signal.NotifyContext(s, syscall.SIGTERM, syscall.SIGHUP, os.Interrupt)
	defer stop()
	if c.Metrics != "" {
		go c.count(ctx, &server.Counters)
	}
	return server.Serve(ctx, l)
}

func (c *serveCommand) server(s *setting) (*ssh.Server, gossh.Signer, library, error) {
	keyFile, err := os.ReadFile(c.Keys)
	if err != nil {
		return nil, nil, library{}, ending{unreadable, hint{err, "put the public keys of those who may read into it, one a line"}}
	}
	keys, err := ssh.ReadKeys(keyFile)
	if err != nil {
		return nil, nil, library{}, ending{refused, fmt.Errorf("%s: %w", c.Keys, err)}
	}
	path := c.HostKey
	if path == "" {
		path = filepath.Join(xdg.StateHome, "parley", "host_key")
	}
	host, _, err := ssh.HostKey(path)
	if err != nil {
		return nil, nil, library{}, ending{refused, err}
	}
	lib, err := s.open(c.Paths)
	if err != nil {
		return nil, nil, library{}, err
	}
	server, err := ssh.New(ssh.Options{
		Keys: keys, Host: host, Limits: ssh.DefaultLimits(), Log: c.logger(s.Errs),
		Screen: servedScreen(lib.Folder), Run: servedCommand(lib.Folder),
	})
	if err != nil {
		_ = lib.Close() // the first error is the one to tell
		return nil, nil, library{}, err
	}
	return server, host, lib, nil
}

func (c *serveCommand) logger(w io.Writer) *slog.Logger {
	if c.Log == "json" {
		return slog.New(slog.NewJSONHandler(w, nil))
	}
	return slog.New(slog.NewTextHandler(w, nil))
}

// count writes the counters now and then; a reader never sees half a file.
func (c *serveCommand) count(ctx context.Context, counters *ssh.Counters) {
	tick := time.NewTicker(10 * time.Second)
	defer tick.Stop()
	for {
		if err := writeCounters(c.Metrics, counters); err != nil {
			slog.Error("counters", "file", c.Metrics, "why", err)
		}
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
	}
}

func writeCounters(path string, counters *ssh.Counters) error {
	f, err := os.CreateTemp(filepath.Dir(path), ".parley-counters-")
	if err != nil {
		return err
	}
	_, err = counters.WriteTo(f)
	if err = errors.Join(err, f.Chmod(0o644), f.Close()); err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	return os.Rename(f.Name(), path)
}

// servedScreen is a dashboard that can do nothing but show: it is handed no editor, no file to write, no way to stop.
func servedScreen(lib *folder.Folder) ssh.Screen {
	return func(v ssh.Visit) tea.Model {
		return dashboard.New(lib, dashboard.Options{Style: dashboard.Auto, Profile: v.Profile, Plain: v.Terminal == "linux", Now: time.Now})
	}
}

// servedCommands are what may run without a screen. None takes a path.
var servedCommands = map[string]bool{"quotes": true, "quotes <query>": true, "version": true}

// servedCommand runs one of them on the shared library.
func servedCommand(lib *folder.Folder) ssh.Command {
	return func(ctx context.Context, args []string, out, errs io.Writer) int {
		streams := Streams{Out: out, Errs: errs, Env: func(string) string { return "" }}
		all, parsed, code := parse(args, streams)
		if parsed == nil {
			return code
		}
		if !servedCommands[parsed.Command()] || len(all.Library) > 0 {
			complain(errs, hint{errors.New("this is not served"), "quotes [QUERY] [--json] and version are"})
			return refused
		}
		return codeOf(errs, parsed.Run(&setting{Context: ctx, Streams: streams, all: all, shared: lib}))
	}
}

func nameOr(paths []string) string {
	if len(paths) == 0 {
		return "its library"
	}
	return paths[0]
}
