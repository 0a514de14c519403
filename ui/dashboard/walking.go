package dashboard

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"parley/ui/layout"
)

// Going through Briefings.
//
//   - The statements and the reader follow the first step at once. Steps that come before a pause only move the selection,
//     and the rest follows when the keys rest: a key that is held down would send most of the screen for each briefing.
//   - Whatever else is pressed finds everything where the selection is.

// A walk is steps without a pause between them.
type walk struct {
	on    bool
	steps int // all that were ever made
}

// A rested comes a pause after a step.
type rested struct{ steps int }

// follow shows the briefing that is selected now, where Briefings has the focus.
func (a *App) follow() tea.Cmd {
	if a.focus != layout.Briefings {
		return nil
	}
	a.walk.steps++
	steps := a.walk.steps
	rest := guarded(tea.Tick(a.pause, func(time.Time) tea.Msg { return rested{steps} }))
	if a.walk.on {
		return rest
	}
	a.walk.on = true
	return tea.Batch(a.followBriefing(), rest)
}

// arrive ends a walk.
func (a *App) arrive() tea.Cmd {
	if !a.walk.on {
		return nil
	}
	a.walk.on = false
	return a.followBriefing()
}

// goesOn tells whether an action is a step of a walk.
func goesOn(action string) bool {
	switch action {
	case "down", "up", "half page down", "half page up", "page down", "page up", "first", "last", "next match", "previous match":
		return true
	}
	return false
}
