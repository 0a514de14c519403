package dashboard

import (
	tea "charm.land/bubbletea/v2"

	"parley/ui/layout"
)

// Finding in a pane: / and then n and N.
//
//   - Every pane keeps its own needle and says which match one is at.
//   - Without a needle n and N go from heading to heading in the reader.

func (a *App) find() tea.Cmd {
	a.finding = &input{}
	return nil
}

// findKey handles a key while the needle is typed.
func (a *App) findKey(k tea.KeyPressMsg) tea.Cmd {
	b := a.keys.lookup(InPrompt, k.String())
	name := ""
	if b != nil {
		name = b.Name
	}
	switch name {
	case "accept":
		a.finding = nil
		if f := a.found[a.focus]; f.needle != "" && f.of == 0 {
			a.say("“%s” is not in this pane; s searches all quotes.", f.needle)
		}
	case "cancel":
		a.finding = nil
		a.panes[a.focus].Find("")
		a.found[a.focus] = finding{}
	case "next result", "complete":
		return a.nextMatch()
	case "previous result":
		return a.previousMatch()
	default:
		if changed, _ := a.finding.key(k); changed {
			a.findTyped()
		}
	}
	return nil
}

func (a *App) findTyped() {
	at, of := a.panes[a.focus].Find(a.finding.text)
	a.found[a.focus] = finding{a.finding.text, at, of}
}

func (a *App) nextMatch() tea.Cmd     { return a.stepMatch(1) }
func (a *App) previousMatch() tea.Cmd { return a.stepMatch(-1) }

func (a *App) stepMatch(dir int) tea.Cmd {
	f := &a.found[a.focus]
	switch {
	case f.needle != "":
		f.at, f.of = a.panes[a.focus].FindNext(dir)
		return a.follow()
	case a.focus != layout.Reader:
		a.say("Nothing to go on to: / finds in this pane.")
	case !a.reader.Heading(dir):
		a.say("No more headings; / finds in the text.")
	}
	return nil
}

// sortHits is for the hits of a search; in the panes everything stands in its own order.
func (a *App) sortHits() tea.Cmd {
	a.say("Hits are put in order where they are: s, then tab, then the comma.")
	return nil
}

// findAgain looks for the needle again after a pane was filled anew.
func (a *App) findAgain(p layout.Focus) {
	if f := &a.found[p]; f.needle != "" {
		f.at, f.of = a.panes[p].Find(f.needle)
	}
}
