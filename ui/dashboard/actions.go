package dashboard

import (
	tea "charm.land/bubbletea/v2"

	"parley/model"
	"parley/ui/layout"
)

// What the keys of movement do. Those that open something are in open.go, those that find in finding.go.
//
//   - Down and up move the selection; in Briefings the reader and the statements follow, see walking.go, everywhere else
//     nothing does.
//   - A jump to another place is remembered before it is made, so that H leads back.

func (a *App) pane() interface {
	Move(int)
	HalfPage(int)
	Page(int)
	First()
	Last()
} {
	return a.panes[a.focus]
}

func (a *App) down() tea.Cmd     { a.pane().Move(1); return a.follow() }
func (a *App) up() tea.Cmd       { a.pane().Move(-1); return a.follow() }
func (a *App) halfDown() tea.Cmd { a.pane().HalfPage(1); return a.follow() }
func (a *App) halfUp() tea.Cmd   { a.pane().HalfPage(-1); return a.follow() }
func (a *App) pageDown() tea.Cmd { a.pane().Page(1); return a.follow() }
func (a *App) pageUp() tea.Cmd   { a.pane().Page(-1); return a.follow() }
func (a *App) first() tea.Cmd    { a.pane().First(); return a.follow() }
func (a *App) last() tea.Cmd     { a.pane().Last(); return a.follow() }

func (a *App) followBriefing() tea.Cmd {
	b, ok := a.briefings.Selected()
	if !ok || b.File == a.where.file {
		return nil
	}
	cmd := a.narrowTo(a.where.track, b.File, a.where.actor)
	if b.File != "" && b.File != a.where.reading {
		cmd = tea.Batch(cmd, a.read(b.File))
	}
	return cmd
}

func (a *App) nextBriefing() tea.Cmd     { return a.stepBriefing(1) }
func (a *App) previousBriefing() tea.Cmd { return a.stepBriefing(-1) }

func (a *App) stepBriefing(by int) tea.Cmd {
	from := a.here()
	a.briefings.Move(by)
	cmd := a.followBriefing()
	if cmd != nil {
		a.history.leave(from)
	}
	return cmd
}

// to gives a pane the focus.
func (a *App) to(p layout.Focus) tea.Cmd {
	a.focus = p
	if p == layout.Actors || p == layout.Proposals || p == layout.Quotes {
		a.opened = p
	}
	a.steps++
	a.recent[p] = a.steps
	a.arrange()
	return nil
}

func (a *App) toTracks() tea.Cmd     { return a.to(layout.Tracks) }
func (a *App) toBriefings() tea.Cmd  { return a.to(layout.Briefings) }
func (a *App) toActors() tea.Cmd     { return a.to(layout.Actors) }
func (a *App) toProposals() tea.Cmd  { return a.to(layout.Proposals) }
func (a *App) toQuotes() tea.Cmd     { return a.to(layout.Quotes) }
func (a *App) toReader() tea.Cmd     { return a.to(layout.Reader) }
func (a *App) nextPane() tea.Cmd     { return a.to(layout.Next(a.focus, 1)) }
func (a *App) previousPane() tea.Cmd { return a.to(layout.Next(a.focus, -1)) }

func (a *App) left() tea.Cmd  { return a.sideways(-1) }
func (a *App) right() tea.Cmd { return a.sideways(1) }

// sideways goes to the column beside: there to the pane that had the focus last, else to the one at the same height.
func (a *App) sideways(dir int) tea.Cmd {
	now := a.plan.Panes[a.focus]
	best, found := layout.Focus(0), false
	better := func(x, y layout.Focus) bool {
		p, q := a.plan.Panes[x], a.plan.Panes[y]
		if p.X != q.X {
			return dir*(p.X-q.X) < 0
		}
		if a.recent[x] != a.recent[y] {
			return a.recent[x] > a.recent[y]
		}
		return overlap(p, now) > overlap(q, now)
	}
	for i := range a.plan.Panes {
		p, r := layout.Focus(i), a.plan.Panes[i]
		if r.Empty() || p == a.focus || dir > 0 && r.X < now.X+now.W || dir < 0 && r.X+r.W > now.X {
			continue
		}
		if !found || better(p, best) {
			best, found = p, true
		}
	}
	switch {
	case found:
		return a.to(best)
	case a.plan.Kind == layout.Single || a.zoomed:
		return a.to(layout.Next(a.focus, dir))
	case dir < 0 && a.plan.Kind == layout.Accordion && a.focus != layout.Tracks:
		return a.to(layout.Briefings)
	}
	return nil
}

func overlap(p, q layout.Rect) int { return min(p.Y+p.H, q.Y+q.H) - max(p.Y, q.Y) }

func (a *App) nextTrack() tea.Cmd     { return a.stepTrack(1) }
func (a *App) previousTrack() tea.Cmd { return a.stepTrack(-1) }

// stepTrack goes round: after the last track come all of them.
func (a *App) stepTrack(by int) tea.Cmd {
	n := len(a.overview.Tracks) + 1
	if !a.known || n == 1 && a.overview.Progress.Reading {
		a.ahead += by // typed before there are any: the step is made once there are
		return nil
	}
	if n == 1 {
		a.say("No tracks: no statement here names one yet.")
		return nil
	}
	return a.toTrack(a.trackName(((a.trackAt()+by)%n + n) % n))
}

// trackAt answers where the current track stands, 0 for all of them.
func (a *App) trackAt() int {
	for i, t := range a.overview.Tracks {
		if t.Name == a.where.track {
			return i + 1
		}
	}
	return 0
}

// trackName answers the track at a place, empty for all of them.
func (a *App) trackName(at int) string {
	if at <= 0 || at > len(a.overview.Tracks) {
		return ""
	}
	return a.overview.Tracks[at-1].Name
}

func (a *App) toTrack(name string) tea.Cmd {
	if name == a.where.track {
		return nil
	}
	a.history.leave(a.here())
	cmd := a.narrowTo(name, a.where.file, a.where.actor)
	a.tracks.Select(name)
	return cmd
}

func (a *App) narrower() tea.Cmd { return a.growBy(-4) }
func (a *App) wider() tea.Cmd    { return a.growBy(4) }

// growBy moves the edge between lists and reader, as far as the window allows.
func (a *App) growBy(by int) tea.Cmd {
	before := a.plan
	a.grow += by
	if a.arrange(); a.plan == before {
		a.grow -= by
		a.say("That is as far as this window allows.")
	}
	return nil
}

func (a *App) textWider() tea.Cmd    { return a.measureBy(4) }
func (a *App) textNarrower() tea.Cmd { return a.measureBy(-4) }

func (a *App) measureBy(by int) tea.Cmd {
	a.measure = a.reader.SetMeasure(a.measure + by)
	a.say("The text is up to %d columns wide.", a.measure)
	return nil
}

func (a *App) nextParagraph() tea.Cmd     { a.reader.Paragraph(1); return nil }
func (a *App) previousParagraph() tea.Cmd { a.reader.Paragraph(-1); return nil }

// here answers where one is.
func (a *App) here() spot {
	s := a.where
	s.pane = int(a.focus)
	s.span, _ = a.reader.Shown()
	s.at = a.reader.At()
	return s
}

func (a *App) goBack() tea.Cmd {
	if s, ok := a.history.back(a.here()); ok {
		return a.goTo(s)
	}
	a.say("This is where you started.")
	return nil
}

func (a *App) goForward() tea.Cmd {
	if s, ok := a.history.forward(a.here()); ok {
		return a.goTo(s)
	}
	a.say("There is nothing further on.")
	return nil
}

// goTo puts everything as it was.
func (a *App) goTo(s spot) tea.Cmd {
	var cmd tea.Cmd
	if s.track != a.where.track || s.file != a.where.file || s.actor != a.where.actor {
		cmd = a.narrowTo(s.track, s.file, s.actor)
		a.tracks.Select(s.track)
		a.briefings.Select(s.file)
	}
	a.to(layout.Focus(s.pane))
	return tea.Batch(cmd, a.showAt(s.reading, landing{span: s.span, at: s.at}))
}

// showAt brings a briefing into the reader, at a place.
func (a *App) showAt(file string, l landing) tea.Cmd {
	l.pane, l.statement = a.landing.pane, a.landing.statement
	a.landing = l
	if t, ok := a.reader.Text(); ok && t.Briefing.File == file && a.where.reading == file {
		a.place()
		return nil
	}
	if file == "" {
		return nil
	}
	return a.read(file)
}

// place goes to where the landing says, in the text that is there.
func (a *App) place() {
	l := a.landing
	a.landing.span, a.landing.at, a.landing.line = model.Span{}, 0, 0
	if l.at > 0 {
		a.reader.Goto(l.at)
	}
	switch {
	case l.span.End > 0 && l.span.File == a.reader.File():
		a.reader.Show(l.span)
	case l.line > 0:
		a.reader.GotoLine(l.line)
	}
}
