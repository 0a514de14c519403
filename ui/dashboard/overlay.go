package dashboard

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"parley/ui/layout"
	"parley/ui/pane"
	"parley/ui/theme"
)

// An overlay lies over the panes and has the keys until it is closed.
//
//   - In InPrompt every key that the table does not name is a letter; in InList the keys are those of the panes.
//   - It draws itself when something changed, not when it is looked at.
type overlay interface {
	context() Context
	act(a *App, name string) (tea.Cmd, bool) // an action of the table; false: not one for this overlay
	typed(a *App, k tea.KeyPressMsg) tea.Cmd
	pasted(a *App, s string) tea.Cmd
	answered(a *App, m answer) tea.Cmd
	fit(a *App) // the window or the theme changed
	place() layout.Rect
	view() string
	cursor() (x, y int, on bool) // within the window
	hints() []hint
}

// A sheet is what overlays have in common: a place, and what was drawn there.
type sheet struct {
	rect  layout.Rect
	drawn string
	x, y  int // the cursor within the sheet
	caret bool
}

func (s *sheet) place() layout.Rect                  { return s.rect }
func (s *sheet) view() string                        { return s.drawn }
func (s *sheet) cursor() (x, y int, on bool)         { return s.rect.X + s.x, s.rect.Y + s.y, s.caret }
func (s *sheet) pasted(*App, string) tea.Cmd         { return nil }
func (s *sheet) answered(*App, answer) tea.Cmd       { return nil }
func (s *sheet) typed(*App, tea.KeyPressMsg) tea.Cmd { return nil }

// inner answers how much room there is within the frame.
func (s *sheet) inner() (w, h int) { return max(s.rect.W-2, 0), max(s.rect.H-2, 0) }

// frame draws the sheet round its rows.
func (s *sheet) frame(th theme.Theme, title, count string, rows []string) {
	s.drawn = pane.Box{Title: title, Count: count, Width: s.rect.W, Height: s.rect.H, Focus: true}.Draw(th, rows)
}

// promptRow draws a line that is typed, and puts the cursor into it.
func (s *sheet) promptRow(th theme.Theme, in *input, ghost, right string, row int) string {
	w, _ := s.inner()
	mark := th.Glyphs.Prompt + " "
	room := max(w-2-len([]rune(right))-3, 4)
	shown, caret := in.view(room)
	s.x, s.y, s.caret = min(2+caret+len([]rune(mark)), max(s.rect.W-2, 0)), row+1, true
	pieces := pane.Row{{Text: " " + mark, Style: th.Accent}, {Text: shown, Style: th.Strong}}
	if in.text == "" {
		pieces = append(pieces, pane.Piece{Text: ghost, Style: th.Dim})
	}
	pieces = append(pieces, pane.Piece{Text: right + " ", Style: th.Dim, Right: true})
	return pane.Paint(pieces, w, th)
}

// rule draws a line across the sheet.
func (s *sheet) rule(th theme.Theme) string {
	w, _ := s.inner()
	return pane.Paint(pane.Row{{Text: " " + strings.Repeat(th.Glyphs.Horizontal, max(w-2, 0)), Style: th.Frame}}, w, th)
}

// body answers the part of the window between header and hints.
func (a *App) body() layout.Rect {
	top := a.plan.Header.Y + a.plan.Header.H
	bottom := a.height
	if !a.plan.Hints.Empty() {
		bottom = a.plan.Hints.Y
	}
	return layout.Rect{X: 0, Y: top, W: a.width, H: max(bottom-top, 0)}
}

// middle answers a place for so many columns and rows, frame included, in the upper middle of the body.
func (a *App) middle(w, h int) layout.Rect {
	b := a.body()
	w, h = min(w, b.W), min(h, b.H)
	return layout.Rect{X: b.X + (b.W-w)/2, Y: b.Y + (b.H-h)/3, W: w, H: h}
}

// beside answers the reader's place where it stands beside the lists, else the whole body.
func (a *App) beside() layout.Rect {
	if r := a.plan.Panes[layout.Reader]; r.W >= 40 && r.W < a.width && r.H >= 10 {
		return r
	}
	return a.body()
}

// show lays an overlay over the panes, and over what lies there already.
func (a *App) show(o overlay) tea.Cmd {
	if a.over != nil {
		a.under = append(a.under, a.over)
	}
	a.over = o
	a.panes[a.focus].SetFocus(false)
	o.fit(a)
	return nil
}

// closeOver takes the uppermost overlay away.
func (a *App) closeOver() tea.Cmd {
	a.over = nil
	if n := len(a.under); n > 0 {
		a.over = a.under[n-1]
		a.under = a.under[:n-1]
		a.over.fit(a)
	}
	a.panes[a.focus].SetFocus(a.over == nil)
	return nil
}

// closeAll leaves the panes bare.
func (a *App) closeAll() {
	a.over, a.under = nil, nil
	a.panes[a.focus].SetFocus(true)
}

// overKey hands a key to the overlay, by the table.
func (a *App) overKey(k tea.KeyPressMsg) tea.Cmd {
	o := a.over
	b := a.keys.lookup(o.context(), k.String())
	if b == nil {
		if o.context() == InPrompt {
			return o.typed(a, k)
		}
		return nil
	}
	if cmd, ok := o.act(a, b.Name); ok {
		return cmd
	}
	switch b.Name {
	case "cancel", "close", "leave":
		return a.closeOver()
	case "clear", "delete word":
		return o.typed(a, k)
	}
	if o.context() == InPrompt || b.do == nil {
		return nil
	}
	if b.Name == "help" || b.Name == "commands" || b.Name == "quit" || b.Name == "read again" {
		return b.do(a)
	}
	return nil
}
