package dashboard

import (
	"errors"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"parley/model"
	"parley/ui/layout"
)

// What is new: briefings that came while one was looking, what changed in the one that is read, and what was read.
//
//   - A change is said in one line, and only what changed; a library that is still being read in says nothing.
//   - A briefing that came is marked as an unread one is, until it is opened.
//   - A briefing is read once its text has the focus. U takes that back, and then it stays so.

// Changes are what is compared with when the library changes.
type changes struct {
	files  map[string]bool // of the list of briefings, when it came last; nil: nothing to compare with
	early  bool            // files came while the library was being read in
	track  string          // that the list was narrowed to
	all    int             // briefings in the library
	marked map[string]bool // briefings that were marked read, or by U unread: not marked again by themselves
}

// settled tells whether the library is read as a whole.
func (a *App) settled() bool { return a.known && !a.overview.Progress.Reading }

// compareBriefings says which briefings came and went since the list was asked for before.
func (a *App) compareBriefings(p model.Page[model.Briefing]) {
	if p.Offset > 0 {
		return
	}
	before, early, sameTrack := a.changes.files, a.changes.early, a.changes.track == a.where.track
	a.changes.early = a.known && a.overview.Progress.Reading
	a.changes.files, a.changes.track = make(map[string]bool, len(p.Items)), a.where.track
	var came []model.Briefing
	gone := len(before)
	for _, b := range p.Items {
		a.changes.files[b.File] = true
		if before[b.File] {
			gone--
		} else {
			came = append(came, b)
		}
	}
	grown := p.All - a.changes.all
	a.changes.all = p.All
	if before == nil || early || !sameTrack || !a.settled() {
		return
	}
	if len(p.Items) < p.Total { // only its beginning is known: what is new there can have moved up from below
		came, gone = came[:max(min(len(came), grown), 0)], max(-grown, 0)
	}
	fresh := map[string]bool{}
	for _, b := range came {
		fresh[b.File] = true
	}
	a.briefings.AddFresh(fresh)
	switch {
	case len(came) == 1:
		a.report("1 new briefing: “%s”%s", came[0].Title, goneToo(gone))
	case len(came) > 1:
		a.report("%d new briefings%s", len(came), goneToo(gone))
	case gone > 0:
		a.report("%s gone", count(gone, "briefing"))
	}
}

func goneToo(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf(", %d gone", n)
}

// compareText says what changed in the text that is read, whose place is kept.
func (a *App) compareText(before, now model.Text) {
	if before.Briefing.File != now.Briefing.File || string(before.Body) == string(now.Body) {
		return
	}
	a.report("This briefing changed: %s, %s, %s; your place is kept", difference(now.Briefing.Words-before.Briefing.Words, "word"),
		difference(len(now.Quotes)-len(before.Quotes), "quote"), difference(len(now.Proposals)-len(before.Proposals), "proposal"))
}

// difference says by how many there are more or less.
func difference(n int, what string) string {
	switch {
	case n == 0:
		return "as many " + what + "s"
	case n < 0:
		return count(-n, what) + " less"
	}
	return count(n, what) + " more"
}

// report says what changed by itself, behind what was said of the same change already.
func (a *App) report(format string, args ...any) {
	said := fmt.Sprintf(format, args...)
	if a.message.news {
		said = a.message.text + " · " + said
	}
	a.message = message{text: said, news: true}
}

var errNoJournal = errors.New("nothing is kept of what was read here")

// toggleRead marks the briefing that is selected, or the one in the reader, as read or unread.
func (a *App) toggleRead() tea.Cmd {
	b, ok := a.briefing(a.where.reading)
	if s, there := a.briefings.Selected(); a.focus == layout.Briefings && there && s.File != "" {
		b, ok = s, true
	}
	switch {
	case a.options.Read == nil:
		a.complain(errNoJournal)
		return nil
	case !ok:
		a.complain(errNothing)
		return nil
	}
	a.changes.marked[b.File] = true
	return markRead(a.options.Read, b.File, b.Unread, true)
}

// markOpened marks the briefing as read whose text has the focus.
func (a *App) markOpened() tea.Cmd {
	t, ok := a.reader.Text()
	if !ok || a.focus != layout.Reader || !a.touched || a.over != nil {
		return nil
	}
	file := t.Briefing.File
	a.briefings.Seen(file)
	if a.options.Read == nil || !t.Briefing.Unread || a.changes.marked[file] {
		return nil
	}
	a.changes.marked[file] = true
	return markRead(a.options.Read, file, true, false)
}

// readMarked says what became of a mark. The library answers it by another revision.
func (a *App) readMarked(m marked) {
	switch {
	case m.err != nil && m.asked:
		a.complain(m.err)
	case m.asked && m.read:
		a.say("Marked as read.")
	case m.asked:
		a.say("Marked as unread.")
	}
}
