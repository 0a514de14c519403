package dashboard

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"parley/model"
	"parley/ui/layout"
	"parley/ui/pane"
	"parley/ui/theme"
)

// The list of what could not be taken as it stands: where, what, and what was done instead.

type problemSheet struct {
	sheet
	list *pane.List[model.Problem]
}

func (a *App) showProblems() tea.Cmd {
	p := &problemSheet{}
	p.list = pane.NewList(pane.Face[model.Problem]{
		Name: "Problems",
		ID:   func(m model.Problem) string { return m.Place() + m.Message },
		Draw: drawProblem,
		Text: func(m model.Problem) string { return m.Place() + " " + m.Message + " " + m.Done },
		Empty: func(pane.Scope, int) []string {
			return []string{"No problems: every file was taken as it stands."}
		},
		Ghost: []string{"################", "########"}, // two rows: a blank one between items
	})
	p.list.Bare(true)
	p.list.SetFocus(true)
	p.list.SetLoading(true)
	return tea.Batch(a.show(p), a.askProblems())
}

func drawProblem(m model.Problem, b pane.Brush) []pane.Row {
	rows := b.Wrap(b.Piece(m.Place(), b.Theme.Strong), b.Width, 2)
	rows = append(rows, b.Wrap(b.Piece(m.Message, b.Theme.Problem), b.Width, 6)...)
	if m.Done != "" {
		rows = append(rows, b.Wrap(b.Piece(m.Done, b.Theme.Dim), b.Width, 4)...)
	}
	return rows
}

func (p *problemSheet) context() Context { return InList }

func (p *problemSheet) act(a *App, name string) (tea.Cmd, bool) {
	m, ok := p.list.Selected()
	switch name {
	case "edit":
		if ok {
			return a.editAt(m.File, m.Line), true
		}
	case "copy", "copy as":
		if ok {
			return a.copyFirst(problemClips(m)), true
		}
	case "open":
		if ok && !m.Skipped {
			a.closeAll()
			a.history.leave(a.here())
			a.to(layout.Reader)
			return a.showAt(m.File, landing{line: m.Line}), true
		}
		a.say("That file is not shown; e opens it in your editor.")
	default:
		if !scroll(p.list, name) {
			return nil, false
		}
		p.paint(a.theme)
	}
	return nil, true
}

func (p *problemSheet) answered(a *App, m answer) tea.Cmd {
	if page, ok := m.said.(model.Page[model.Problem]); ok && m.to == askProblems {
		p.list.SetLoading(false)
		p.list.Set(page)
		p.paint(a.theme)
	}
	return nil
}

func (p *problemSheet) fit(a *App) {
	p.rect = a.beside()
	w, h := p.inner()
	p.list.SetTheme(a.theme)
	p.list.SetSize(w, h)
	p.paint(a.theme)
}

func (p *problemSheet) paint(th theme.Theme) {
	p.frame(th, "! Problems", p.list.Count(), strings.Split(p.list.View(), "\n"))
}

func (p *problemSheet) hints() []hint {
	return []hint{{"e", "edit"}, {"↵", "show in text"}, {"r", "read again"}, {"y", "copy the message"}, {"esc", "close"}}
}
