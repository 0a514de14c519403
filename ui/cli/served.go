package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"path/filepath"
	"runtime/debug"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/adrg/xdg"

	"parley/briefings/visit"
	"parley/model"
	"parley/ui/dashboard"
	"parley/ui/ssh"
)

// What a session can do: read.
//
//   - A screen is handed no editor, no file to write, no way to stop the reading; so it has none.
//   - A command line is parsed by servedCommands: what is not a field of it does not exist there. It opens nothing, as
//     setting.shared is all there is to open, and names of files are names of the library's briefings.
//   - Where a visitor was is kept by the fingerprint of their key; nothing they type is.

// A house is a library with its visitors.
type house struct {
	lib      library
	shown    model.Library
	log      *slog.Logger
	book     *visit.Book     // nil: places are not kept
	arrivals *visit.Arrivals // nil: nobody knows what is new
}

func newHouse(lib library, place string, log *slog.Logger) *house {
	h := &house{lib: lib, shown: newCalm(lib), log: log}
	dir := filepath.Join(xdg.StateHome, "parley", "visits")
	var err error
	if h.book, err = visit.Open(dir, place); err == nil {
		h.arrivals, err = visit.OpenArrivals(dir, place)
	}
	if err != nil {
		h.book, h.arrivals = nil, nil
		log.Warn("visitors' places are not kept", "why", err)
	}
	return h
}

// A visitor's screen writes down where they are once more when they leave.
type visitor struct {
	*dashboard.App
	leave func()
}

// Close ends what the screen still asks for.
func (v *visitor) Close() {
	v.App.Close()
	v.leave()
}

func (h *house) screen(v ssh.Visit) tea.Model {
	o, leave := h.options(v)
	return &visitor{dashboard.New(h.shown, o), leave}
}

// options are all that a session's screen is given, and what to do when it ends.
func (h *house) options(v ssh.Visit) (o dashboard.Options, leave func()) {
	o = dashboard.Options{Style: dashboard.Auto, Profile: v.Profile, Plain: v.Terminal == "linux", Now: time.Now, Pause: rests}
	if h.book == nil {
		return o, func() {}
	}
	last, err := h.book.Begin(v.Key)
	switch {
	case err == nil:
		o.Place, o.LastVisit = dashboard.Place(last.Place), last.Ended
		o.News = func() int { return h.arrivals.Since(last.Ended) }
	case !errors.Is(err, visit.ErrNone):
		h.log.Warn("a visitor's place could not be read", "key", v.Key, "why", err)
	}
	var mu sync.Mutex
	now := last.Place
	note := func(p visit.Place) {
		mu.Lock()
		defer mu.Unlock()
		now = p
		h.book.Note(v.Key, p)
	}
	o.Remember = func(p dashboard.Place) { note(visit.Place(p)) }
	note(now)
	return o, func() {
		mu.Lock()
		defer mu.Unlock()
		h.book.Note(v.Key, now)
	}
}

// rests is how long a visitor who searches does not type before more than the hits is looked up for them: longer than
// most people take from key to key, as all of them share the machine.
const rests = 300 * time.Millisecond

const (
	flushes = 2 * time.Second // how much of a place a crash may cost
	looks   = time.Second     // between two looks at what has come
)

// keep writes down places and what comes until ctx ends.
func (h *house) keep(ctx context.Context) {
	if h.book == nil {
		return
	}
	var wait sync.WaitGroup
	defer wait.Wait()
	wait.Go(func() {
		defer recovered(h.log)
		h.watch(ctx)
	})
	h.book.Keep(ctx, flushes, func(err error) { h.log.Warn("visitors' places cannot be written", "why", err) })
}

// watch tells the arrivals what is there, whenever that changes.
func (h *house) watch(ctx context.Context) {
	seen, failed := uint64(0), false
	for {
		now, err := h.lib.Wait(ctx, seen)
		if err != nil {
			return
		}
		names, whole, err := h.names(ctx)
		if err == nil && whole {
			seen = now
			err = h.arrivals.See(names)
		}
		if err != nil && !failed && ctx.Err() == nil {
			h.log.Warn("what is new", "why", err)
		}
		failed = err != nil
		select {
		case <-ctx.Done():
			return
		case <-time.After(looks):
		}
	}
}

// names answers every briefing's; whole is false while the library is still being read.
func (h *house) names(ctx context.Context) (names []string, whole bool, err error) {
	o, err := h.lib.Overview(ctx, model.Filter{})
	if err != nil || o.Progress.Reading {
		return nil, false, err
	}
	names, err = h.lib.Names(ctx)
	return names, err == nil, err
}

// servedCommands is the command line of a session.
type servedCommands struct {
	Color string `enum:"auto,always,never" default:"auto" help:"Colour: ${enum}."`
	Width int    `short:"w" default:"0" help:"Columns of rendered text."`

	Ls      lsCommand      `cmd:"" help:"List the briefings."`
	Quotes  quotesCommand  `cmd:"" help:"Print quotes that a query keeps."`
	Search  searchCommand  `cmd:"" help:"Print the briefings, proposals and quotes that a query keeps."`
	Cat     catCommand     `cmd:"" help:"Print a briefing, as ls names it."`
	Split   splitCommand   `cmd:"" help:"Print what is found in a briefing and, with --explain, why."`
	Export  exportCommand  `cmd:"" help:"Write briefings, statements and actors for other programs, to standard output."`
	Check   checkCommand   `cmd:"" help:"Print what could not be taken as it stands."`
	Version versionCommand `cmd:"" help:"Print the version."`
}

// command runs one of them on the shared library.
func (h *house) command(ctx context.Context, args []string, out, errs io.Writer) int {
	var line servedCommands
	streams := Streams{Out: out, Errs: errs, Env: func(string) string { return "" }}
	parsed, code := parse(&line, "What is served here, for reading only.", args, streams)
	if parsed == nil {
		return code
	}
	return codeOf(errs, parsed.Run(&setting{
		Context: ctx, Streams: streams, shared: h.lib,
		all: &commands{Color: line.Color, Width: line.Width, Style: string(dashboard.Auto)},
	}))
}

// besides runs what a server does beside serving.
type besides struct {
	log *slog.Logger
	sync.WaitGroup
}

func (b *besides) run(work func()) {
	b.Go(func() {
		defer recovered(b.log)
		work()
	})
}

func (b *besides) wait() { b.Wait() }

// recovered writes a panic to the log.
func recovered(log *slog.Logger) {
	if p := recover(); p != nil {
		log.Error("parley broke", "panic", fmt.Sprint(p), "stack", string(debug.Stack()))
	}
}
