package dashboard

import (
	"errors"

	tea "charm.land/bubbletea/v2"

	"parley/model"
	"parley/ui/layout"
)

// What enter opens, and what leaves again.

func (a *App) open() tea.Cmd {
	switch a.focus {
	case layout.Tracks:
		t, ok := a.tracks.Selected()
		if !ok {
			return nil
		}
		return a.toTrack(t.Name)
	case layout.Briefings:
		return a.to(layout.Reader)
	case layout.Actors:
		if r, ok := a.actors.Selected(); ok {
			return a.toActor(r.Actor.Name)
		}
	case layout.Proposals:
		if p, ok := a.proposals.Selected(); ok {
			return a.showInText(p.Span)
		}
	case layout.Quotes:
		if q, ok := a.quotes.Selected(); ok {
			return a.showInText(q.Span)
		}
	case layout.Reader:
		return a.leadBack()
	}
	return nil
}

// showInText opens the briefing of a statement, with it marked.
func (a *App) showInText(s model.Span) tea.Cmd {
	a.history.leave(a.here())
	a.to(layout.Reader)
	return a.showAt(s.File, landing{span: s})
}

// leadBack goes from a statement in the text to where it is listed.
func (a *App) leadBack() tea.Cmd {
	id, proposal, ok := a.reader.StatementAt()
	if !ok {
		a.say("No statement stands on this line; { } go from paragraph to paragraph.")
		return nil
	}
	a.history.leave(a.here())
	p := layout.Quotes
	var there bool
	if proposal {
		p = layout.Proposals
		there = a.proposals.Select(id)
	} else {
		there = a.quotes.Select(id)
	}
	a.to(p)
	if there {
		return nil
	}
	// What narrows the lists leaves it out: widen them to the briefing that is read.
	a.landing.pane, a.landing.statement = p, id
	cmd := a.narrowTo("", a.where.reading, "")
	a.tracks.Select("")
	a.briefings.Select(a.where.reading)
	return cmd
}

// toActor narrows statements to an actor; the one that is chosen already lets go.
func (a *App) toActor(name string) tea.Cmd {
	if name == a.where.actor {
		name = ""
	}
	a.history.leave(a.here())
	return a.narrowTo(a.where.track, a.where.file, name)
}

// narrowToActor narrows to who is behind what is selected.
func (a *App) narrowToActor() tea.Cmd {
	name := ""
	switch a.focus {
	case layout.Actors:
		return a.open()
	case layout.Proposals:
		if p, ok := a.proposals.Selected(); ok && len(p.Actors) > 0 {
			name = p.Actors[0].Name
		}
	case layout.Quotes:
		if q, ok := a.quotes.Selected(); ok && q.Speaker != nil {
			name = q.Speaker.Name
		}
	case layout.Reader:
		name = a.actorInText()
	}
	if name == "" {
		a.say("Nobody is named there.")
		return nil
	}
	return a.toActor(name)
}

func (a *App) actorInText() string {
	q, p := a.statementInText()
	switch {
	case q != nil && q.Speaker != nil:
		return q.Speaker.Name
	case p != nil && len(p.Actors) > 0:
		return p.Actors[0].Name
	}
	return ""
}

// statementInText answers the statement that the reader is at, as a quote or as a proposal.
func (a *App) statementInText() (*model.Quote, *model.Proposal) {
	id, proposal, ok := a.reader.StatementAt()
	t, there := a.reader.Text()
	if !ok || !there {
		return nil, nil
	}
	if proposal {
		for i := range t.Proposals {
			if t.Proposals[i].ID == id {
				return nil, &t.Proposals[i]
			}
		}
		return nil, nil
	}
	for i := range t.Quotes {
		if t.Quotes[i].ID == id {
			return &t.Quotes[i], nil
		}
	}
	return nil, nil
}

// escape closes or clears the nearest thing, and never quits.
func (a *App) escape() tea.Cmd {
	switch {
	case a.found[a.focus].needle != "":
		a.panes[a.focus].Find("")
		a.found[a.focus] = finding{}
	case a.zoomed:
		return a.zoom()
	case a.where.actor != "":
		return a.narrowTo(a.where.track, a.where.file, "")
	case a.overview.Progress.Reading && !a.stopped && a.options.Stop != nil:
		a.options.Stop()
		a.stopped = true
		a.setLoading(false)
		a.say("Stopped. What was read stays; r reads on.")
	default:
		a.reader.Unmark()
	}
	return nil
}

// leave goes back from a zoomed pane; at the dashboard it quits.
func (a *App) leave() tea.Cmd {
	if a.zoomed {
		return a.zoom()
	}
	return a.quit()
}

func (a *App) quit() tea.Cmd {
	a.stop()
	return tea.Quit
}

func (a *App) suspend() tea.Cmd { return tea.Suspend }

func (a *App) zoom() tea.Cmd {
	a.zoomed = !a.zoomed
	a.arrange()
	return nil
}

func (a *App) reload() tea.Cmd {
	a.stopped = false
	return a.askRefresh()
}

func (a *App) styleDark() tea.Cmd  { return a.setStyle(Dark) }
func (a *App) styleLight() tea.Cmd { return a.setStyle(Light) }
func (a *App) styleMono() tea.Cmd  { return a.setStyle(Mono) }

func (a *App) setStyle(s Style) tea.Cmd {
	a.style = s
	a.setTheme()
	return nil
}

var (
	errCannotEdit = errors.New("editing is switched off here: open the file in your own terminal")
	errNothing    = errors.New("nothing is selected")
)

// edit opens the file of what is selected, at its line.
func (a *App) edit() tea.Cmd {
	file, line := a.fileAt()
	return a.editAt(file, line)
}

func (a *App) editAt(file string, line int) tea.Cmd {
	switch {
	case a.options.Editor == nil:
		a.complain(errCannotEdit)
		return nil
	case file == "":
		a.complain(errNothing)
		return nil
	}
	command, path, err := a.options.Editor(file)
	if err != nil {
		a.complain(err)
		return nil
	}
	args, err := editorArgs(command, path, line)
	if err != nil {
		a.complain(err)
		return nil
	}
	return runEditor(args)
}

// fileAt answers the file and line of what is selected.
func (a *App) fileAt() (string, int) {
	switch a.focus {
	case layout.Quotes:
		if q, ok := a.quotes.Selected(); ok {
			return q.Span.File, q.Span.Line
		}
	case layout.Proposals:
		if p, ok := a.proposals.Selected(); ok {
			return p.Span.File, p.Span.Line
		}
	case layout.Briefings:
		if b, ok := a.briefings.Selected(); ok && b.File != "" {
			return b.File, 1
		}
	}
	return a.where.reading, max(a.reader.Line(), 1)
}

func (a *App) backFromEditor(m edited) tea.Cmd {
	if m.err != nil {
		a.complain(errors.Join(errors.New("the editor ended with an error"), m.err))
		return nil
	}
	return a.askRefresh()
}
