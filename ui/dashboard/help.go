package dashboard

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"parley/model/text"
	"parley/ui/pane"
	"parley/ui/theme"
)

// The help: every key, by groups, in columns. Typing filters it; enter runs what is chosen.
//
//   - Unfiltered it is a page to read, and nothing is chosen until ↓.
//   - Where the page is longer than the window, ↓ and ↑ scroll it.

const helpColumn = 44 // cells a column needs

type helpSheet struct {
	sheet
	title string
	in    input
	lines []Line
	fits  []Line // those that hold what was typed
	at    int    // the chosen one; -1: none
	top   int
	rows  []string
	spots []int // the row of every fitting line
}

func (a *App) help() tea.Cmd {
	return a.show(&helpSheet{title: "Help", lines: a.lines, fits: a.lines, at: -1})
}

func (h *helpSheet) context() Context { return InPrompt }

// run answers the action of a line: its first binding that has one.
func (l Line) run() func(*App) tea.Cmd {
	for _, b := range l.Bindings {
		if b.do != nil {
			return b.do
		}
	}
	return nil
}

func (h *helpSheet) act(a *App, name string) (tea.Cmd, bool) {
	switch name {
	case "accept":
		if h.at < 0 && h.in.text != "" && len(h.fits) > 0 {
			h.at = 0
		}
		if h.at < 0 {
			return nil, true
		}
		do := h.fits[h.at].run()
		if do == nil {
			return nil, true
		}
		a.closeAll()
		return do(a), true
	case "next result", "complete":
		h.at = min(h.at+1, len(h.fits)-1)
	case "previous result":
		h.at = max(h.at-1, min(0, len(h.fits)-1))
	default:
		return nil, false
	}
	h.paint(a.theme)
	return nil, true
}

func (h *helpSheet) typed(a *App, k tea.KeyPressMsg) tea.Cmd {
	if changed, known := h.in.key(k); known {
		h.filter(changed)
		h.paint(a.theme)
	}
	return nil
}

func (h *helpSheet) pasted(a *App, s string) tea.Cmd {
	h.filter(h.in.insert(s))
	h.paint(a.theme)
	return nil
}

// filter keeps the lines that hold every typed word, in the keys, the help or the names.
func (h *helpSheet) filter(changed bool) {
	if !changed {
		return
	}
	h.at, h.top, h.fits = -1, 0, nil
	words := strings.Fields(text.Fold(h.in.text))
	for _, l := range h.lines {
		names := l.Group + " " + l.Keys + " " + l.Help
		for _, b := range l.Bindings {
			names += " " + b.Name
		}
		names = text.Fold(names)
		fits := true
		for _, w := range words {
			fits = fits && strings.Contains(names, w)
		}
		if fits {
			h.fits = append(h.fits, l)
		}
	}
	if h.in.text != "" && len(h.fits) > 0 {
		h.at = 0
	}
}

func (h *helpSheet) fit(a *App) {
	h.rect = a.middle(2*helpColumn+2, len(h.lines)+16)
	h.paint(a.theme)
}

func (h *helpSheet) paint(th theme.Theme) {
	w, high := h.inner()
	h.layOut(w, th)
	room := max(high-2, 0)
	if h.at >= 0 && h.at < len(h.spots) {
		h.top = min(h.top, max(h.spots[h.at]-1, 0))
		h.top = max(h.top, h.spots[h.at]-room+1)
	}
	h.top = max(min(h.top, len(h.rows)-room), 0)
	shown := h.rows[h.top:min(h.top+room, len(h.rows))]
	actions := 0
	for _, l := range h.fits {
		actions += len(l.Bindings)
	}
	rows := append([]string{h.promptRow(th, &h.in, "type to filter keys and actions", fmt.Sprintf("%d actions", actions), 0), h.rule(th)}, shown...)
	more := ""
	if h.top+room < len(h.rows) {
		more = "↓ more"
	}
	h.frame(th, h.title, more, rows)
}

// layOut puts the groups into as many columns as fit, each group whole, the columns as even as can be.
func (h *helpSheet) layOut(w int, th theme.Theme) {
	columns := max(min(w/helpColumn, 2), 1)
	width := w / columns
	if h.in.text != "" {
		columns, width = 1, w
	}
	var cells [][]string
	at := make([][2]int, len(h.fits)) // column and row of every line
	col := make([][]string, columns)
	total, group := len(h.fits), ""
	for i, l := range h.fits {
		if l.Group != group {
			total += 2
			group = l.Group
		}
		_ = i
	}
	c, group := 0, ""
	for i, l := range h.fits {
		if l.Group != group {
			group = l.Group
			if c < columns-1 && len(col[c]) >= (total+1)/columns-3 {
				c++
			}
			if len(col[c]) > 0 {
				col[c] = append(col[c], pane.Paint(pane.Row{}, width, th))
			}
			col[c] = append(col[c], pane.Paint(pane.Row{{Text: " " + strings.ToUpper(group), Style: th.Title}}, width, th))
		}
		at[i] = [2]int{c, len(col[c])}
		col[c] = append(col[c], pane.Paint(h.lineRow(l, i == h.at, th), width, th))
	}
	cells = col
	h.rows, h.spots = h.rows[:0], h.spots[:0]
	deepest := 0
	for _, c := range cells {
		deepest = max(deepest, len(c))
	}
	for y := range deepest {
		row := ""
		for _, c := range cells {
			if y < len(c) {
				row += c[y]
			} else {
				row += pane.Paint(pane.Row{}, width, th)
			}
		}
		h.rows = append(h.rows, row+pane.Paint(pane.Row{}, w-columns*width, th))
	}
	for i := range h.fits {
		h.spots = append(h.spots, at[i][1])
	}
}

func (h *helpSheet) lineRow(l Line, chosen bool, th theme.Theme) pane.Row {
	const keys = 12
	mark, style := "  ", th.Body
	if chosen {
		mark, style = th.Glyphs.Selected+" ", th.Strong
	}
	shown := l.Keys
	if shown == "" {
		shown = ":"
	}
	return pane.Row{{Text: mark, Style: th.Selected}, {Text: shown + blank(max(keys-text.Width(shown), 1)), Style: th.Key}, {Text: l.Help, Style: style}}
}

func (h *helpSheet) hints() []hint {
	return []hint{{"↵", "run"}, {"↓ ↑", "choose"}, {"esc", "close"}}
}
