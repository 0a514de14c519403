package ssh

import (
	"runtime/debug"

	tea "charm.land/bubbletea/v2"
)

// A guard stands between bubbletea and a screen, which it has painted: a panic of the screen is logged, cleaned, and ends the session as if
// its visitor had left, so that their terminal is put back. Left to bubbletea it would be printed raw to the server's
// own standard error.
type guard struct {
	screen  tea.Model
	broke   func(p any, stack []byte)
	painter *painter // shows what the screen looks like
}

func (g *guard) caught(cmd *tea.Cmd) {
	if p := recover(); p != nil {
		g.broke(p, debug.Stack())
		*cmd = tea.Quit
	}
}

// Init is the screen's.
func (g *guard) Init() (cmd tea.Cmd) {
	defer g.caught(&cmd)
	return g.command(g.screen.Init())
}

// Update is the screen's.
func (g *guard) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	g.painter.hears(msg)
	return g, g.update(msg)
}

func (g *guard) update(msg tea.Msg) (cmd tea.Cmd) {
	defer g.caught(&cmd)
	g.screen, cmd = g.screen.Update(msg)
	return g.command(cmd)
}

// View is the screen's; where that breaks, an empty one.
func (g *guard) View() (v tea.View) {
	defer func() {
		if p := recover(); p != nil {
			g.broke(p, debug.Stack())
			v = tea.View{}
		}
	}()
	v = g.screen.View()
	g.painter.show(v)
	return v
}

// command guards what runs on a goroutine of its own, and what that leads to.
func (g *guard) command(run tea.Cmd) tea.Cmd {
	if run == nil {
		return nil
	}
	return func() (msg tea.Msg) {
		defer func() {
			if p := recover(); p != nil {
				g.broke(p, debug.Stack())
				msg = tea.QuitMsg{}
			}
		}()
		msg = run()
		if batch, ok := msg.(tea.BatchMsg); ok {
			for i, cmd := range batch {
				batch[i] = g.command(cmd)
			}
		}
		return msg
	}
}
