package ssh

import (
	"context"
	"errors"
	"io"
	"net"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
)

// A Visit is what a screen is told of the session it is made for.
type Visit struct {
	Name     string // the comment of the visitor's key
	Key      string // its fingerprint: SHA256:…
	Terminal string // TERM
	Profile  colorprofile.Profile
}

// A Screen makes a dashboard for one session. It is told who came and what their terminal can show, and gets nothing
// else: no editor, no file to write, no way to stop the library's loading for the others. Where what it makes has a
// method Close, that is called when the session ends.
type Screen func(Visit) tea.Model

const (
	asides     = 20                    // times a second at which what is no frame is sent, as a copied text
	sizesApart = 50 * time.Millisecond // a dragged corner is followed no faster: each size is a whole screen anew

	// inFlight bounds the bytes that the kernel takes before a client has them: more would be screens that nobody wants
	// to see any more by the time they arrive. Linux doubles it for its own use.
	inFlight = 8 << 10
)

// show runs the dashboard until the visitor leaves, is idle too long, or the server stops.
func (x *session) show(out *writer, want asked) int {
	env := append([]string{"TERM=" + want.terminal, "SSH_TTY=ssh"}, want.env...)
	profile := colorprofile.Env(env)
	ctx, stop := context.WithCancel(x.ctx)
	defer stop()
	if tcp, ok := x.conn.(*net.TCPConn); ok {
		_ = tcp.SetWriteBuffer(inFlight) // a system that does not take it shows old screens a little longer
	}
	limits := &x.s.o.Limits
	idle := time.AfterFunc(limits.Idle, func() {
		x.s.Counters.Idle.Add(1)
		x.end(errIdle)
	})
	defer idle.Stop()
	screen := x.s.o.Screen(Visit{x.who.name, x.who.key, want.terminal, profile})
	if c, ok := screen.(interface{ Close() }); ok {
		defer c.Close()
	}
	width, height := want.window.size()
	one := &inTurn{w: out}
	painter := newPainter(one, want.terminal, profile, width, height)
	p := tea.NewProgram(&guard{screen, x.broke, painter},
		tea.WithInput(silent{ctx}), tea.WithOutput(one), tea.WithoutRenderer(),
		tea.WithEnvironment(env), tea.WithColorProfile(profile), tea.WithWindowSize(width, height),
		tea.WithFPS(asides), tea.WithoutSignalHandler(), tea.WithFilter(noSuspension),
	)
	go func() {
		defer x.s.Counters.recovered(x.s.o.Log)
		painter.run()
	}()
	defer painter.close()
	go func() {
		defer x.s.Counters.recovered(x.s.o.Log)
		typed(ctx, &keyboard{r: x.channel}, want.terminal, p, func() { idle.Reset(limits.Idle) })
		if ctx.Err() == nil {
			x.end(errGone)
		}
	}()
	go func() {
		defer x.s.Counters.recovered(x.s.o.Log)
		follow(ctx, p, want.window)
	}()
	gone := context.AfterFunc(ctx, p.Quit)
	defer gone()
	_, err := p.Run()
	if err != nil && !errors.Is(err, tea.ErrInterrupted) || errors.Is(context.Cause(x.ctx), errBroken) {
		return 1
	}
	return 0
}

// follow tells the screen its newest size.
func follow(ctx context.Context, p *tea.Program, w *window) {
	for {
		select {
		case <-ctx.Done():
			return
		case _, open := <-w.changed:
			if !open {
				return
			}
			width, height := w.size()
			p.Send(tea.WindowSizeMsg{Width: width, Height: height})
		}
		select {
		case <-ctx.Done():
			return
		case <-time.After(sizesApart):
		}
	}
}

// noSuspension keeps ctrl+z from stopping the server.
func noSuspension(_ tea.Model, msg tea.Msg) tea.Msg {
	if _, ok := msg.(tea.SuspendMsg); ok {
		return nil
	}
	return msg
}

// silent is an input on which nothing comes: keys are sent to the program, see typed. It is there at all as bubbletea
// asks the terminal nothing where there is no input for the answers.
type silent struct{ ctx context.Context }

func (s silent) Read([]byte) (int, error) {
	<-s.ctx.Done()
	return 0, io.EOF
}
