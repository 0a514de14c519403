package dashboard

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"parley/ui/layout"
	"parley/ui/pane"
)

// The screen, put together from strings that are drawn already: rows of panes side by side, by the plan's rectangles.

// View answers the screen. It does no work beyond joining.
func (a *App) View() tea.View {
	v := tea.NewView(a.screen())
	v.AltScreen = true
	v.WindowTitle = a.chrome.title
	if a.width > 0 && a.height > 0 {
		if x, y, on := a.cursor(); on {
			v.Cursor = tea.NewCursor(min(x, a.width-1), min(y, a.height-1))
			v.Cursor.Shape = tea.CursorBar
			v.Cursor.Blink = false
		}
	}
	return v
}

// cursor answers where the terminal's own cursor stands, if somebody types.
func (a *App) cursor() (x, y int, on bool) {
	switch {
	case a.plan.Kind == layout.Tiny:
		return 0, 0, false
	case a.over != nil:
		return a.over.cursor()
	}
	return a.chrome.promptX, a.chrome.promptY, a.chrome.prompting
}

// screen answers exactly as many rows and columns as the window has.
func (a *App) screen() string {
	if a.width <= 0 || a.height <= 0 {
		return ""
	}
	rows := make([]strings.Builder, a.height)
	ends := make([]int, a.height) // how far each row is filled
	put := func(r layout.Rect, s string) {
		if r.Empty() || s == "" {
			return
		}
		for y := r.Y; s != "" || y < r.Y+r.H; y++ {
			line, rest, _ := strings.Cut(s, "\n")
			s = rest
			if y >= r.Y+r.H || y >= a.height || y < 0 {
				break
			}
			if gap := r.X - ends[y]; gap > 0 {
				rows[y].WriteString(blank(gap))
			}
			rows[y].WriteString(line)
			ends[y] = r.X + r.W
		}
	}
	switch {
	case a.plan.Kind == layout.Tiny:
		put(layout.Rect{W: a.width, H: a.height}, a.tiny())
	case a.nothingThere():
		put(layout.Rect{W: a.width, H: a.height}, a.emptyPage())
	default:
		a.putPanes(put)
	}
	for y := range rows {
		if gap := a.width - ends[y]; gap > 0 {
			rows[y].WriteString(blank(gap))
		}
	}
	return a.covered(rows)
}

func (a *App) putPanes(put func(layout.Rect, string)) {
	p := a.plan
	over := layout.Rect{}
	if a.over != nil {
		over = a.over.place()
	}
	put(p.Header, a.chrome.header)
	put(p.Tabs, a.chrome.tabs)
	for _, r := range p.Rules {
		if !r.Empty() {
			put(r, pane.Paint(pane.Row{{Text: strings.Repeat(a.theme.Glyphs.Horizontal, r.W), Style: a.theme.Frame}}, r.W, a.theme))
		}
	}
	for _, i := range a.order {
		if over.Holds(p.Panes[i]) { // nothing of it can be seen
			continue
		}
		put(p.Panes[i], a.panes[i].View())
	}
	put(p.Status, a.chrome.status)
	put(p.Hints, a.chrome.hints)
}

// covered lays the overlay over the rows.
func (a *App) covered(rows []strings.Builder) string {
	var b strings.Builder
	all := 0
	for y := range rows {
		all += rows[y].Len() + 1
	}
	b.Grow(all)
	var over []string
	var r layout.Rect
	if a.over != nil && a.plan.Kind != layout.Tiny {
		over, r = strings.Split(a.over.view(), "\n"), a.over.place()
	}
	for y := range rows {
		if y > 0 {
			b.WriteByte('\n')
		}
		if i := y - r.Y; i < 0 || i >= min(r.H, len(over)) {
			b.WriteString(rows[y].String())
			continue
		}
		b.WriteString(upTo(rows[y].String(), r.X))
		b.WriteString(over[y-r.Y])
		b.WriteString(from(rows[y].String(), r.X+r.W, a.width))
	}
	return b.String()
}

// upTo answers the first cells of a row; half of a wide letter is a blank.
func upTo(row string, cells int) string {
	if cells <= 0 {
		return ""
	}
	s := ansi.Truncate(row, cells, "")
	return s + blank(cells-ansi.StringWidth(s))
}

// from answers the cells of a row from one on, up to its width; half of a wide letter is a blank.
func from(row string, cell, width int) string {
	want := width - cell
	if want <= 0 {
		return ""
	}
	s := ansi.TruncateLeft(row, cell, "")
	for n := cell + 1; ansi.StringWidth(s) > want; n++ {
		s = ansi.TruncateLeft(row, n, "")
	}
	return blank(want-ansi.StringWidth(s)) + s
}

const blanks = "                                                                                                    "

func blank(n int) string {
	if n <= len(blanks) {
		return blanks[:n]
	}
	return strings.Repeat(" ", n)
}

// tiny says what is wrong with a window that is too small, as far as there is room to say it.
func (a *App) tiny() string {
	lines := []string{
		fmt.Sprintf("This window is %d×%d.", a.width, a.height),
		"parley needs 40×12 to show panes.",
		"Enlarge it, or: parley cat FILE",
	}
	if a.height < 4 {
		lines = []string{fmt.Sprintf("%d×%d: parley needs 40×12", a.width, a.height)}
	}
	top := min(1, a.height-len(lines))
	var rows []string
	for y := range a.height {
		s := ""
		if i := y - top; i >= 0 && i < len(lines) {
			s = " " + lines[i]
		}
		rows = append(rows, pane.Paint(pane.Row{{Text: s}}, a.width, a.theme))
	}
	return strings.Join(rows, "\n")
}
