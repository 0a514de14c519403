package dashboard

import (
	"context"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"parley/model"
	"parley/model/text"
	"parley/ui/pane"
)

// The screen of a library without briefings: what is missing, and the ways on.

// An emptyScreen is which way is chosen.
type emptyScreen struct{ at int }

// A way is a choice of the empty screen.
type way struct {
	label string
	do    func(*App) tea.Cmd
}

// nothingThere tells whether there is nothing to show but the ways on.
func (a *App) nothingThere() bool {
	return a.known && a.overview.Briefings == 0 && !a.overview.Progress.Reading && a.overview.Problems == 0
}

func (a *App) ways() []way {
	var all []way
	if a.options.NewBriefing != nil {
		all = append(all, way{"Write the first one from a template", (*App).newBriefing})
	}
	if a.options.Samples != nil {
		all = append(all, way{"Open the sample talks to look around", (*App).openSamples})
	}
	return append(all, way{"Read the folder again", (*App).reload})
}

func (a *App) emptyKey(name string) tea.Cmd {
	b := a.keys.lookup(InPanes, name)
	if b == nil {
		return nil
	}
	n := len(a.ways())
	switch b.Name {
	case "down", "next pane":
		a.empty.at = (a.empty.at + 1) % n
	case "up", "previous pane":
		a.empty.at = (a.empty.at + n - 1) % n
	case "open":
		return a.ways()[min(a.empty.at, n-1)].do(a)
	case "help", "commands", "quit", "leave", "read again":
		return b.do(a)
	}
	return nil
}

func (a *App) newBriefing() tea.Cmd {
	file, err := a.options.NewBriefing()
	if err != nil {
		a.complain(err)
		return nil
	}
	return a.editAt(file, 1)
}

// openSamples goes on with another library.
func (a *App) openSamples() tea.Cmd {
	lib, err := a.options.Samples()
	if err != nil {
		a.complain(err)
		return nil
	}
	a.options.Read, a.options.Remember, a.options.Stop = nil, nil, nil // they are the other library's
	a.stop()
	a.ctx, a.stop = context.WithCancel(context.Background())
	for i := range a.asked {
		a.asked[i].open = false
	}
	a.lib, a.known, a.seen, a.touched = lib, false, 0, false
	a.overview, a.where, a.history = model.Overview{}, spot{}, history{}
	a.setLoading(true)
	a.narrowed()
	return tea.Batch(a.askOverview(), a.askLists())
}

// emptyPage draws it, in the middle of the window.
func (a *App) emptyPage() string {
	where := a.overview.Place
	if where == "" {
		where = a.overview.Name
	}
	lines := []pane.Row{
		{a.strong(fmt.Sprintf("No briefings in %s yet", pane.Clean(where)))},
		{},
		{a.dim("parley reads .md and .txt files, with or")},
		{a.dim("without any structure.")},
		{},
	}
	widest := 0
	ways := a.ways()
	for _, w := range ways {
		widest = max(widest, text.Width(w.label)+2)
	}
	for i, w := range ways {
		mark, style := "  ", a.theme.Body
		if i == a.empty.at {
			mark, style = a.theme.Glyphs.Current+" ", a.theme.Strong
		}
		label := mark + w.label
		lines = append(lines, pane.Row{{Text: label + blank(widest-text.Width(label)), Style: style}})
	}
	lines = append(lines, pane.Row{}, pane.Row{a.dim("j k choose    " + a.theme.Glyphs.Enter + " open    ? help    q quit")})
	if a.message.text != "" {
		lines = append(lines, pane.Row{}, a.messageRow(a.width))
	}
	top := max((a.height-len(lines))*2/5, 0)
	rows := make([]string, a.height)
	for y := range rows {
		row := pane.Row{}
		if i := y - top; i >= 0 && i < len(lines) && len(lines[i]) > 0 {
			n := 0
			for _, p := range lines[i] {
				n += text.Width(p.Text)
			}
			row = append(pane.Row{{Text: blank(max(a.width-n, 0) / 2)}}, lines[i]...)
		}
		rows[y] = pane.Paint(row, a.width, a.theme)
	}
	return strings.Join(rows, "\n")
}
