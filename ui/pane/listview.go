package pane

import (
	"fmt"
	"strconv"
	"strings"

	"parley/ui/theme"
)

// How a list looks: selection in the first column, the item behind it, a blank at the right edge.

// narrow is the width under which the lower edge says only where one is: "1/7".
const narrow = 38

// Title is what stands in the upper edge.
func (l *List[T]) Title() string {
	if l.face.Number == "" {
		return l.face.Name
	}
	return l.face.Number + " " + l.face.Name
}

// Count is what stands in the lower edge.
func (l *List[T]) Count() string {
	switch {
	case l.count != "":
		return l.count
	case !l.known || l.total() == 0 && l.page.All == 0:
		return ""
	case l.face.Count != nil && !l.bare:
		if s := l.face.Count(); s != "" {
			return s
		}
	}
	return l.counted()
}

// counted is a list's own count: all of it, or where one is in it where there is little room.
func (l *List[T]) counted() string {
	total := strconv.Itoa(l.total())
	if l.page.AtMost {
		total += "+"
	}
	switch {
	case l.total() == 0 && l.width < narrow:
		return fmt.Sprintf("%d in all", l.page.All)
	case l.width < narrow || l.bare:
		return fmt.Sprintf("%d/%s", min(l.at+1, l.total()), total)
	case l.page.All <= l.total():
		return total + " in all"
	}
	return fmt.Sprintf("%s here %s %d in all", total, l.theme.Glyphs.Dot, l.page.All)
}

// View is the pane as it looks.
func (l *List[T]) View() string {
	if !l.finished {
		l.view, l.finished = l.draw(), true
	}
	return l.view
}

func (l *List[T]) draw() string {
	width, height := l.inner()
	var rows []string
	switch {
	case width <= 0 || height <= 0:
	case l.folded:
		rows = []string{l.codes(width)}
	case l.total() == 0 && (l.loading || !l.known):
		rows = l.ghosts(width, min(height, 3*max(len(l.face.Ghost), 1)))
	case l.total() == 0:
		rows = l.nothing(width)
	default:
		rows = l.items(width, height)
	}
	if l.bare {
		return flat(rows[:min(len(rows), max(l.height, 0))], l.width, l.height)
	}
	b := Box{Title: l.Title(), Count: l.Count(), Width: l.width, Height: l.height, Focus: l.focus}
	if l.folded {
		b.Count = ""
	}
	return b.Draw(l.theme, rows)
}

// items answers the rows from the top one on.
func (l *List[T]) items(width, height int) (rows []string) {
	sign := l.theme.Unfocused
	if l.focus {
		sign = l.theme.Selected
	}
	selected := sign.Render(l.theme.Glyphs.Selected)
	for at := l.top; at < l.total() && len(rows) < height; at++ {
		if at > l.top && l.gap() > 0 {
			rows = append(rows, strings.Repeat(" ", width))
		}
		first := " "
		if at == l.at {
			first = selected
		}
		for _, row := range l.rows(at) {
			rows = append(rows, first+row)
		}
	}
	return rows[:min(len(rows), height)]
}

// rows answers the rows of an item, without the column of the selection.
func (l *List[T]) rows(at int) []string {
	width, _ := l.inner()
	item, ok := l.item(at)
	if !ok {
		return l.shades(at, width-1)
	}
	if l.drawn == nil {
		l.drawn = make([][]string, len(l.page.Items))
	}
	i := at - l.page.Offset
	if l.needle != "" && at == l.at { // the hit one stands on looks different: not kept
		return l.paint(item, width-1, l.theme.MatchCurrent)
	}
	if l.drawn[i] == nil {
		l.drawn[i] = l.paint(item, width-1, l.theme.Match)
	}
	return l.drawn[i]
}

// paint draws an item with width cells a row, the last of them blank.
func (l *List[T]) paint(item T, width int, hit theme.Style) []string {
	rows := l.face.Draw(item, l.brush(max(width-1, 1)))
	out := make([]string, 0, max(len(rows), 1))
	mark := l.marked[l.face.ID(item)]
	var buf []byte
	for _, r := range rows {
		if buf = buf[:0]; width > 0 {
			buf = appendRow(buf, r, width-1, &l.theme, hit)
			if mark {
				buf = appendStyled(buf, l.theme.Glyphs.Check, l.theme.Accent)
				mark = false
			} else {
				buf = append(buf, ' ')
			}
		}
		out = append(out, string(buf))
	}
	if len(out) == 0 {
		out = append(out, strings.Repeat(" ", max(width, 0)))
	}
	return out
}

func (l *List[T]) brush(width int) Brush {
	return Brush{Width: width, Theme: l.theme, needle: l.needle}
}

// codes is the row of a folded list: "VE AR IB TR LO NU + 3".
func (l *List[T]) codes(width int) string {
	b := l.brush(max(width-2, 1))
	if l.total() == 0 {
		return l.foldedNothing(width)
	}
	row, used := Row{{Text: " "}}, 1
	switch {
	case l.face.Fold != nil:
		return Paint(append(row, l.face.Fold(b)...), width, l.theme)
	case l.face.Code == nil:
		if item, ok := l.Selected(); ok {
			row = append(row, l.face.Draw(item, b)[0]...)
		}
		return Paint(row, width, l.theme)
	}
	for i, item := range l.page.Items {
		code := Row(l.face.Code(item, b))
		rest := " + " + strconv.Itoa(l.total()-i)
		if used+code.width()+len(rest)+1 > width && i > 0 {
			row = append(row[:len(row)-1], dim(l.theme, rest))
			break
		}
		row = append(append(row, code...), Piece{Text: " "})
		used += code.width() + 1
	}
	return Paint(row, width, l.theme)
}

func (l *List[T]) foldedNothing(width int) string {
	if l.loading || !l.known {
		return l.ghosts(width, 1)[0]
	}
	return Paint(Row{dim(l.theme, " none")}, width, l.theme)
}

// ghosts are grey rows where items will be.
func (l *List[T]) ghosts(width, height int) (rows []string) {
	for at := 0; len(rows) < height; at++ {
		for _, r := range l.shades(at, width-1) {
			rows = append(rows, " "+r)
		}
	}
	return rows[:height]
}

// shades are the rows of one item that is not loaded: no two neighbours equally long, as text is.
func (l *List[T]) shades(at, width int) []string {
	ghost := l.face.Ghost
	if ghost == nil {
		ghost = []string{"##########"}
	}
	rows := make([]string, len(ghost))
	for i, r := range ghost {
		if run := strings.Index(r, "########"); run >= 0 {
			end := run + len(r[run:]) - len(strings.TrimLeft(r[run:], "#"))
			off := [...]int{0, 4, 2}[(at+i)%3]
			r = r[:end-off] + strings.Repeat(" ", off) + r[end:]
		}
		rows[i] = Paint(Row{{Text: strings.ReplaceAll(r, "#", l.theme.Glyphs.Shade), Style: l.theme.Shade}}, max(width, 0), l.theme)
	}
	return rows
}

// nothing says what there is not, and the way on.
func (l *List[T]) nothing(width int) (rows []string) {
	sentences := []string{"Nothing here."}
	if l.face.Empty != nil {
		all := l.page.All
		if !l.bare { // the frame says so already
			all = 0
		}
		sentences = l.face.Empty(l.scope, all)
	}
	for _, s := range sentences {
		for _, r := range wrap(dim(l.theme, s), wrapping{width: max(width-2, 1), rows: 4, tail: l.theme.Glyphs.Ellipsis}) {
			rows = append(rows, Paint(append(Row{{Text: " "}}, r...), width, l.theme))
		}
	}
	return rows
}
