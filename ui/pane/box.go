package pane

import (
	"strings"

	"parley/ui/theme"
)

// Frames are strings made by hand: 10 µs where the boxes and joins of a library cost 1 ms.
//
// The focus is a heavy piece of the top edge, as long as the title and a little more, and the title bold, both in the
// accent: it is seen without colour, and costs a terminal at the end of a slow line as little at 200 columns as at 30.
// A whole heavy edge costs three bytes a cell, and a whole heavy frame ten times that.

// A Box is a frame with a name in its upper and a count in its lower edge.
type Box struct {
	Title, Count  string
	Width, Height int // the outer size
	Focus         bool
}

const heavyTail = 4 // heavy cells behind the title

// Inner answers the size within the frame.
func (b Box) Inner() (width, height int) { return max(b.Width-2, 0), max(b.Height-2, 0) }

// Draw puts the frame round rows, which are Width-2 cells wide each and styled already. Rows that are missing are left
// blank; those too many are left out.
func (b Box) Draw(th theme.Theme, rows []string) string {
	if b.Height <= 0 {
		return ""
	}
	if b.Width < 2 || b.Height < 2 {
		return blank(b.Width, b.Height)
	}
	g := &th.Glyphs
	side := th.Frame.Render(g.Vertical)
	empty := side + strings.Repeat(" ", b.Width-2) + side
	var out strings.Builder
	out.Grow((b.Height - 2) * (b.Width + 80))
	out.WriteString(b.top(th))
	for y := range b.Height - 2 {
		out.WriteByte('\n')
		if y >= len(rows) {
			out.WriteString(empty)
			continue
		}
		out.WriteString(side)
		out.WriteString(rows[y])
		out.WriteString(side)
	}
	out.WriteByte('\n')
	out.WriteString(b.bottom(th))
	return out.String()
}

func (b Box) top(th theme.Theme) string {
	g := &th.Glyphs
	title, w := cut(Clean(b.Title), b.Width-6, g.Ellipsis)
	rest := b.Width - 5 - w
	switch {
	case b.Width < 6 || w == 0:
		return th.Frame.Render(g.TopLeft + strings.Repeat(g.Horizontal, b.Width-2) + g.TopRight)
	case !b.Focus:
		return th.Frame.Render(g.TopLeft+g.Horizontal) + " " + th.Title.Render(title) + " " + th.Frame.Render(strings.Repeat(g.Horizontal, rest)+g.TopRight)
	}
	head := g.HeavyTopLeft + g.Heavy + " " + title + " "
	if rest <= heavyTail+1 {
		return th.Focus.Render(head + strings.Repeat(g.Heavy, rest) + g.HeavyTopRight)
	}
	return th.Focus.Render(head+strings.Repeat(g.Heavy, heavyTail)+g.HeavyEnd) +
		th.Frame.Render(strings.Repeat(g.Horizontal, rest-heavyTail-1)+g.TopRight)
}

func (b Box) bottom(th theme.Theme) string {
	g := &th.Glyphs
	count, w := cut(Clean(b.Count), b.Width-6, g.Ellipsis)
	if b.Width < 6 || w == 0 {
		return th.Frame.Render(g.BottomLeft + strings.Repeat(g.Horizontal, b.Width-2) + g.BottomRight)
	}
	return th.Frame.Render(g.BottomLeft+strings.Repeat(g.Horizontal, b.Width-5-w)) + " " + th.Dim.Render(count) + " " +
		th.Frame.Render(g.Horizontal+g.BottomRight)
}

// blank answers height rows of width blanks.
func blank(width, height int) string {
	row := strings.Repeat(" ", max(width, 0))
	return strings.TrimSuffix(strings.Repeat(row+"\n", max(height, 0)), "\n")
}

// flat answers rows without a frame in exactly that size.
func flat(rows []string, width, height int) string {
	if height <= 0 {
		return ""
	}
	if width <= 0 {
		return blank(0, height)
	}
	empty := strings.Repeat(" ", width)
	out := make([]string, height)
	for y := range out {
		if out[y] = empty; y < len(rows) {
			out[y] = rows[y]
		}
	}
	return strings.Join(out, "\n")
}
