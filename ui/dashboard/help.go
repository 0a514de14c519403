package dashboard

import (
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

const helpColumn = 38 // cells a column needs

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
	case "page of results down", "page of results up":
		h.turn(map[string]int{"page of results down": 1, "page of results up": -1}[name])
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

// turn scrolls by a page; what was chosen no longer is.
func (h *helpSheet) turn(dir int) {
	_, high := h.inner()
	h.at = -1
	h.top += dir * max(high-4, 1)
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
	h.rect = a.middle(2*helpColumn+10, len(h.lines)/2+14)
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
		for _, b := range l.Bindings {
			if b.do != nil {
				actions++
			}
		}
	}
	rows := append([]string{h.promptRow(th, &h.in, "type to filter keys and actions", count(actions, "action"), 0), h.rule(th)}, shown...)
	more := ""
	if h.top+room < len(h.rows) {
		more = "↓ more"
	}
	h.frame(th, h.title, more, rows)
}

// layOut puts the lines into columns: the groups stay whole, and each column ends where half of them are told.
func (h *helpSheet) layOut(w int, th theme.Theme) {
	columns := 1
	if w >= 2*helpColumn && h.in.text == "" {
		columns = 2
	}
	width := w / columns
	filled := make([][]string, columns)
	h.spots = make([]int, len(h.fits))
	c, lines := 0, h.height()
	for i, l := range h.fits {
		if i == 0 || l.Group != h.fits[i-1].Group {
			if c+1 < columns && len(filled[c]) > 0 && len(filled[c])+h.groupSize(i)/2 >= lines/columns {
				c++
			}
			if len(filled[c]) > 0 {
				filled[c] = append(filled[c], blank(width))
			}
			filled[c] = append(filled[c], pane.Paint(pane.Row{{Text: " " + strings.ToUpper(l.Group), Style: th.Strong}}, width, th))
		}
		h.spots[i] = len(filled[c])
		filled[c] = append(filled[c], pane.Paint(h.lineRow(l, i == h.at, th), width, th))
	}
	h.rows = beside(filled, width, w)
}

// height answers how many rows the lines need in one column.
func (h *helpSheet) height() int {
	n := 0
	for i := range h.fits {
		n++
		if i == 0 || h.fits[i].Group != h.fits[i-1].Group {
			n += 2
		}
	}
	return n
}

// groupSize answers how many lines follow in the group of line i.
func (h *helpSheet) groupSize(i int) int {
	n := 0
	for j := i; j < len(h.fits) && h.fits[j].Group == h.fits[i].Group; j++ {
		n++
	}
	return n
}

// beside joins columns of one width to rows of another.
func beside(columns [][]string, width, total int) []string {
	deepest := 0
	for _, c := range columns {
		deepest = max(deepest, len(c))
	}
	rows := make([]string, deepest)
	for y := range rows {
		for _, c := range columns {
			if y < len(c) {
				rows[y] += c[y]
			} else {
				rows[y] += blank(width)
			}
		}
		rows[y] += blank(total - width*len(columns))
	}
	return rows
}

func (h *helpSheet) lineRow(l Line, chosen bool, th theme.Theme) pane.Row {
	const keys = 14
	mark, style := " ", th.Dim
	if chosen {
		mark, style = th.Glyphs.Selected, th.Strong
	}
	shown := l.Keys
	if shown == "" {
		shown = ":" + l.Bindings[0].Name
	}
	return pane.Row{{Text: mark + " ", Style: th.Selected}, {Text: shown + blank(max(keys-text.Width(shown), 1)), Style: th.Key}, {Text: l.Help, Style: style}}
}

func (h *helpSheet) hints() []hint {
	return []hint{{"↵", "run"}, {"↓ ↑", "choose"}, {"pgdn pgup", "page"}, {"esc", "close"}}
}
