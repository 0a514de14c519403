package ssh

import (
	"context"
	"errors"
	"io"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"golang.org/x/crypto/ssh"
)

// A Screen makes a dashboard for one session. It is told what the terminal can show and gets nothing else: no editor,
// no file to write, no way to stop the library's loading for the others.
type Screen func(p colorprofile.Profile, term string) tea.Model

const frames = 60 // a second; a network is slower than this anyhow

// show runs the dashboard until the visitor leaves, is idle too long, or the server stops.
func (s *Server) show(ctx context.Context, c ssh.Channel, out *writer, want asked) int {
	env := append([]string{"TERM=" + want.terminal}, want.env...)
	profile := colorprofile.Env(env)
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	idle := time.AfterFunc(s.o.Limits.Idle, func() {
		s.Counters.Idle.Add(1)
		cancel()
	})
	defer idle.Stop()
	width, height := want.window.size()
	p := tea.NewProgram(s.o.Screen(profile, want.terminal),
		tea.WithInput(keyboard{c, func() { idle.Reset(s.o.Limits.Idle) }, cancel}), tea.WithOutput(out),
		tea.WithEnvironment(env), tea.WithColorProfile(profile), tea.WithWindowSize(width, height),
		tea.WithFPS(frames), tea.WithoutSignalHandler(), tea.WithFilter(noSuspension),
	)
	followed := make(chan struct{})
	go func() {
		defer close(followed)
		follow(ctx, p, want.window)
	}()
	gone := context.AfterFunc(ctx, p.Quit)
	defer gone()
	_, err := p.Run()
	cancel()
	<-followed
	if err != nil && !errors.Is(err, tea.ErrInterrupted) {
		if errors.Is(err, tea.ErrProgramPanic) {
			s.Counters.Panics.Add(1)
		}
		s.o.Log.Info("screen ended", "why", clean(err.Error()))
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
	}
}

// noSuspension keeps ctrl+z from stopping the server.
func noSuspension(_ tea.Model, msg tea.Msg) tea.Msg {
	if _, ok := msg.(tea.SuspendMsg); ok {
		return nil
	}
	return msg
}

// keyboard reads what a visitor types, keeps the session from being idle, and ends it when the client hangs up.
type keyboard struct {
	r       io.Reader
	pressed func()
	hungUp  func()
}

func (k keyboard) Read(p []byte) (int, error) {
	n, err := k.r.Read(p)
	if n > 0 {
		k.pressed()
	}
	if err != nil {
		k.hungUp()
	}
	return n, err
}
