package dashboard

import (
	"context"
	"errors"

	tea "charm.land/bubbletea/v2"

	"parley/model"
	"parley/ui/layout"
)

// What becomes of the library's answers.
//
//   - An answer to an older question is dropped.
//   - Errors are said in the status line; what is on the screen stays.
//   - After everything has come once, the library is asked to say when it changes.

func (a *App) answered(m answer) tea.Cmd {
	if !a.current(m) {
		return nil
	}
	if m.err != nil {
		return a.failed(m)
	}
	cmd := a.take(m)
	if a.over != nil {
		cmd = tea.Batch(cmd, a.over.answered(a, m))
	}
	return tea.Batch(cmd, a.listen())
}

// take puts an answer where it is shown.
func (a *App) take(m answer) tea.Cmd {
	switch said := m.said.(type) {
	case model.Overview:
		a.takeOverview(said)
		ahead := a.ahead
		if a.ahead = 0; ahead != 0 {
			return tea.Batch(a.stepTrack(ahead), a.welcome())
		}
		return a.welcome()
	case model.Page[model.Briefing]:
		return a.takeBriefings(said)
	case model.Page[model.ActorRow]:
		a.actors.Set(said)
		a.filled(layout.Actors)
	case model.Page[model.Proposal]:
		a.proposals.Set(said)
		a.filled(layout.Proposals)
	case model.Page[model.Quote]:
		a.quotes.Set(said)
		a.filled(layout.Quotes)
	case model.Text:
		if m.to == askText {
			a.takeText(said)
		}
	case uint64:
		return a.changed(said)
	}
	if m.to == askRefresh {
		a.say("Read again.")
		return tea.Batch(a.askOverview(), a.askAgain(), a.readAgain())
	}
	return nil
}

// filled puts a list that was filled anew to where it should be: at its beginning while it is read in and nobody has
// chosen anything, at the statement that was asked for, at the match of a search.
func (a *App) filled(p layout.Focus) {
	if !a.touched {
		a.panes[p].First()
	}
	a.land()
	a.findAgain(p)
}

// failed says why there is no answer. A question that was given up needs no word.
func (a *App) failed(m answer) tea.Cmd {
	if errors.Is(m.err, context.Canceled) {
		return nil
	}
	if m.to == askText && errors.Is(m.err, model.ErrNoBriefing) {
		a.reader.Clear(a.where.reading, "", "is not in this library any more.", "", "J K  another briefing    r  read again")
		return nil
	}
	a.complain(m.err)
	a.asked[m.to].failed = true // not asked again before the next key
	var cmd tea.Cmd
	if a.over != nil {
		cmd = a.over.answered(a, m)
	}
	if m.to == askWait {
		return cmd
	}
	return tea.Batch(cmd, a.listen())
}

// listen waits for a change, once nothing else is open.
func (a *App) listen() tea.Cmd {
	for _, q := range []question{askOverview, askBriefings, askActors, askProposals, askQuotes, askWait, askRefresh} {
		if a.asked[q].open {
			return nil
		}
	}
	if !a.known || a.asked[askWait].failed {
		return nil
	}
	return a.askWait(a.seen)
}

// changed asks for everything again after the library got another revision. What is waited for next is a revision after
// that one, and not after the overview's: lists that were asked for at the same time may be older than it.
func (a *App) changed(revision uint64) tea.Cmd {
	if revision == a.seen {
		return nil
	}
	a.seen = revision
	return tea.Batch(a.askOverview(), a.askAgain(), a.readAgain())
}

func (a *App) readAgain() tea.Cmd {
	if a.where.reading == "" {
		return nil
	}
	return a.askText(a.where.reading)
}

func (a *App) takeOverview(o model.Overview) {
	rows := a.trackRows()
	if a.options.Now != nil && (!a.known || o.Revision != a.overview.Revision) {
		a.readAt = a.options.Now().Format("2 Jan 2006 15:04")
	}
	if a.overview, a.known = o, true; o.Progress.Reading {
		a.changes.files = nil // what comes now is not news
	} else if o.Briefings == a.changes.all {
		a.changes.early = false // the list that came before this answer was whole already
	}
	a.tracks.SetOverview(o)
	a.quotes.SetCounted(o.Quotes)
	a.setLoading(o.Progress.Reading && !a.stopped)
	if rows != a.trackRows() {
		a.arrange()
	}
	if _, ok := a.reader.Text(); !ok && a.where.reading == "" && o.Progress.Reading {
		a.reader.SetProgress(o.Progress, "esc stop")
	}
}

func (a *App) setLoading(on bool) {
	a.tracks.SetLoading(on)
	a.briefings.SetLoading(on)
	a.actors.SetLoading(on)
	a.proposals.SetLoading(on)
	a.quotes.SetLoading(on)
}

// takeBriefings also decides what is read while nothing is chosen: the newest.
func (a *App) takeBriefings(p model.Page[model.Briefing]) tea.Cmd {
	a.compareBriefings(p)
	a.briefings.Set(p)
	if !a.walk.on { // else one is further already
		a.briefings.Select(a.where.file)
	}
	a.narrowed()
	if p.Offset > 0 {
		return nil
	}
	if len(p.Items) == 0 {
		if !a.overview.Progress.Reading && a.known {
			a.reader.Clear()
		}
		return nil
	}
	whole := len(p.Items) == p.Total
	if a.where.file != "" && whole && !holds(p.Items, a.where.file) {
		return tea.Batch(a.narrowTo(a.where.track, "", a.where.actor), a.read(p.Items[0].File))
	}
	fresh := !a.touched && a.options.Start == "" && a.where.reading != p.Items[0].File
	if a.where.reading == "" || fresh || whole && !holds(p.Items, a.where.reading) {
		return a.read(p.Items[0].File)
	}
	return nil
}

func holds(list []model.Briefing, file string) bool {
	for _, b := range list {
		if b.File == file {
			return true
		}
	}
	return false
}

// read opens a briefing in the reader.
func (a *App) read(file string) tea.Cmd {
	a.where.reading = file
	a.briefings.SetReading(file)
	return a.askText(file)
}

// takeText shows a text, at the place that was asked for.
func (a *App) takeText(t model.Text) {
	if before, ok := a.reader.Text(); ok {
		a.compareText(before, t)
	}
	a.reader.Set(t)
	a.place()
}

// land selects the statement that was asked for, as soon as its list has come.
func (a *App) land() {
	if a.landing.statement == "" {
		return
	}
	if a.landing.pane == layout.Quotes && a.quotes.Select(a.landing.statement) ||
		a.landing.pane == layout.Proposals && a.proposals.Select(a.landing.statement) {
		a.landing.statement = ""
	}
}
