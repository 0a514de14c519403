package dashboard

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"parley/model"
	"parley/model/search"
	"parley/ui/pane"
)

// What the panes are narrowed to: a track, a briefing, an actor. Each narrows what stands to the right of it.
//
//   - A track narrows every pane; a briefing the actors and statements; an actor the statements.
//   - Narrowing keeps what it can: a briefing that the new track knows too stays chosen, else all of them are.
//   - Lists are asked for a first window, and for more as they say they want it.

const firstWindow = 200

// filter answers what narrows the actors.
func (a *App) filter() model.Filter { return model.Filter{Track: a.where.track, File: a.where.file} }

// statements answers what narrows quotes and proposals.
func (a *App) statements() model.Filter {
	f := a.filter()
	if a.where.actor != "" {
		said, _ := search.Parse(`speaker:"` + strings.ReplaceAll(a.where.actor, `"`, " ") + `"`) // what it notes is about typing
		f.Terms = said.Terms
	}
	return f
}

// narrowTo moves the panes to another track, briefing or actor.
func (a *App) narrowTo(track, file, actor string) tea.Cmd {
	before := a.where
	a.where.track, a.where.file, a.where.actor = track, file, actor
	a.narrowed()
	var cmds []tea.Cmd
	first := model.Window{Limit: firstWindow}
	if before.track != track {
		cmds = append(cmds, a.askBriefings(first))
	}
	if before.track != track || before.file != file {
		a.actors.First()
		cmds = append(cmds, a.askActors(first))
	}
	a.quotes.First()
	a.proposals.First()
	return tea.Batch(append(cmds, a.askProposals(first), a.askQuotes(first))...)
}

// narrowed tells the panes what they are narrowed to.
func (a *App) narrowed() {
	w := a.where
	a.tracks.SetCurrent(w.track)
	a.briefings.SetCurrent(w.file)
	a.briefings.SetReading(w.reading)
	var ways []string
	if w.actor != "" {
		ways = append(ways, "esc everybody")
	}
	if w.file != "" {
		ways = append(ways, "1 g all briefings")
	}
	if w.track != "" {
		ways = append(ways, "[ ] other track")
	}
	s := pane.Scope{Track: w.track, Briefing: w.file != "", Ways: ways}
	a.actors.SetScope(s)
	a.briefings.SetScope(pane.Scope{Track: w.track, Ways: ways})
	s.Actor = w.actor
	a.proposals.SetScope(s)
	a.quotes.SetScope(s)
	a.proposals.SetSpan(w.file == "", a.sourceOf)
	a.quotes.SetSpan(w.file == "", a.sourceOf)
	of := ""
	if w.actor != "" {
		of = ": " + w.actor
	}
	a.proposals.SetTitle("Proposals" + of)
	a.quotes.SetTitle("Quotes" + of)
}

// sourceOf answers the outlet of a briefing that the list holds.
func (a *App) sourceOf(file string) string {
	b, _ := a.briefing(file)
	return b.Source
}

// briefing answers the head of a file, from what is on the screen.
func (a *App) briefing(file string) (model.Briefing, bool) {
	if t, ok := a.reader.Text(); ok && t.Briefing.File == file {
		return t.Briefing, true
	}
	for _, b := range a.briefings.Items() {
		if b.File == file && file != "" {
			return b, true
		}
	}
	return model.Briefing{File: file}, false
}

// askLists asks for the beginning of every list.
func (a *App) askLists() tea.Cmd {
	w := model.Window{Limit: firstWindow}
	return tea.Batch(a.askBriefings(w), a.askActors(w), a.askProposals(w), a.askQuotes(w))
}

// askAgain asks for what the lists hold, after the library changed.
func (a *App) askAgain() tea.Cmd {
	w := func(offset, n int) model.Window { return model.Window{Offset: offset, Limit: max(n, firstWindow)} }
	b, c, p, q := a.briefings.Shown(), a.actors.Shown(), a.proposals.Shown(), a.quotes.Shown()
	return tea.Batch(a.askBriefings(w(b.Offset, len(b.Items))), a.askActors(w(c.Offset, len(c.Items))),
		a.askProposals(w(p.Offset, len(p.Items))), a.askQuotes(w(q.Offset, len(q.Items))))
}

// wants asks for what the lists lack for what they show.
func (a *App) wants() tea.Cmd {
	var cmds []tea.Cmd
	want := func(q question, l interface{ Want() (model.Window, bool) }, ask func(model.Window) tea.Cmd) {
		if w, ok := l.Want(); ok && !a.asked[q].open && !a.asked[q].failed {
			cmds = append(cmds, ask(w))
		}
	}
	want(askBriefings, a.briefings, a.askBriefings)
	want(askActors, a.actors, a.askActors)
	want(askProposals, a.proposals, a.askProposals)
	want(askQuotes, a.quotes, a.askQuotes)
	if work, lacks := a.reader.Lacks(); lacks && a.indexing != a.reader.File() {
		a.indexing = a.reader.File()
		cmds = append(cmds, index(work))
	}
	return tea.Batch(cmds...)
}

func (a *App) askBriefings(w model.Window) tea.Cmd {
	f := model.Filter{Track: a.where.track}
	return a.ask(askBriefings, func(ctx context.Context, lib model.Library) (any, error) { return lib.Briefings(ctx, f, w) })
}

func (a *App) askActors(w model.Window) tea.Cmd {
	f := a.filter()
	return a.ask(askActors, func(ctx context.Context, lib model.Library) (any, error) { return lib.Actors(ctx, f, w) })
}

func (a *App) askProposals(w model.Window) tea.Cmd {
	f := a.statements()
	return a.ask(askProposals, func(ctx context.Context, lib model.Library) (any, error) { return lib.Proposals(ctx, f, w) })
}

func (a *App) askQuotes(w model.Window) tea.Cmd {
	f := a.statements()
	return a.ask(askQuotes, func(ctx context.Context, lib model.Library) (any, error) { return lib.Quotes(ctx, f, w) })
}
