package dashboard

import (
	"fmt"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"parley/ui/layout"
)

// Where somebody was the last time, and what is new since.
//
//   - A place is told after keys only: what a screen does by itself is nowhere to come back to.
//   - What is gone by now is let go of when the library has been read, and not before.

// A Place is where somebody is, in words that outlast the program.
type Place struct {
	Pane    int    // 0 Tracks … 5 Reader
	Track   string // what the panes are narrowed to; empty: everything
	File    string
	Actor   string
	Reading string // the briefing in the reader
	At      int    // the byte of it at the top
}

// resume puts everything where it was, before anything is asked for.
func (a *App) resume(p Place) {
	if p == (Place{}) || a.options.Start != "" {
		return
	}
	if p.Pane >= 0 && p.Pane < int(layout.Panes) {
		a.to(layout.Focus(p.Pane))
	}
	a.where.track, a.where.file, a.where.actor, a.where.reading = p.Track, p.File, p.Actor, p.Reading
	a.landing.at = max(p.At, 0)
	a.touched, a.resumed = true, true
}

// welcome is done once, when the library has been read: it says what is new, and gives up a track that is gone.
func (a *App) welcome() tea.Cmd {
	if a.welcomed || a.overview.Progress.Reading {
		return nil
	}
	a.welcomed = true
	if news := a.news(); news != "" && a.message.text == "" && !a.moved {
		a.say("%s.", strings.ToUpper(news[:1])+news[1:])
	}
	if !a.resumed {
		return nil
	}
	a.tracks.Select(a.where.track)
	if a.where.track != "" && a.trackAt() == 0 {
		return a.narrowTo("", a.where.file, a.where.actor)
	}
	return nil
}

// remember tells where one is after a key.
func (a *App) remember(msg tea.Msg) {
	_, pressed := msg.(tea.KeyPressMsg)
	a.moved = a.moved || pressed
	if a.options.Remember == nil || !a.moved || a.landing.at > 0 {
		return
	}
	s := a.where
	p := Place{Pane: int(a.focus), Track: s.track, File: s.file, Actor: s.actor, Reading: s.reading, At: a.reader.At()}
	if p != a.told {
		a.told = p
		a.options.Remember(p)
	}
}

// news says how many briefings came since the last visit; nothing while the library is read, or where nobody counts.
func (a *App) news() string {
	if a.options.News == nil || a.options.LastVisit.IsZero() || !a.known || a.overview.Progress.Reading {
		return ""
	}
	what := "nothing new"
	if n := a.options.News(); n > 0 {
		what = fmt.Sprintf("%d new", n)
	}
	return what + " since " + day(a.options.LastVisit, a.options.Now)
}

// day is a moment as briefly as it can be told; the year is left out while it is this one.
func day(t time.Time, now func() time.Time) string {
	if now != nil {
		t = t.In(now().Location())
		if t.Year() == now().Year() {
			return t.Format("2 Jan 15:04")
		}
	}
	return t.Format("2 Jan 2006")
}
