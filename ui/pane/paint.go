package pane

import (
	"bytes"
	"slices"
	"strings"

	"parley/model"
	"parley/model/text"
	"parley/ui/theme"
)

// Rows as strings: each exactly as wide as it should be, each style ended where it ends.

const blanks = "                                                                                                    "

// pad appends n blanks.
func pad(out []byte, n int) []byte {
	for ; n > len(blanks); n -= len(blanks) {
		out = append(out, blanks...)
	}
	return append(out, blanks[:max(n, 0)]...)
}

// Paint answers a row as a string of exactly width cells.
func Paint(r Row, width int, th theme.Theme) string {
	return string(appendRow(nil, r, width, &th, th.Match))
}

// appendRow appends a row of exactly width cells. What does not fit is cut with "…", the right side last.
func appendRow(out []byte, r Row, width int, th *theme.Theme, hit theme.Style) []byte {
	left, right := r, Row(nil)
	if at := slices.IndexFunc(r, func(p Piece) bool { return p.Right }); at >= 0 {
		left, right = r[:at], r[at:]
	}
	space := width
	if len(right) > 0 {
		space = max(width-right.width(), 0)
		if len(left) > 0 && space > 0 {
			space-- // a blank between the sides
		}
	}
	out, used := appendPieces(out, left, space, th, hit)
	if len(right) > 0 {
		gap := max(width-used-right.width(), 0)
		out = pad(out, gap)
		var more int
		out, more = appendPieces(out, right, width-used-gap, th, hit)
		used += gap + more
	}
	return pad(out, width-used)
}

func appendPieces(out []byte, pieces Row, space int, th *theme.Theme, hit theme.Style) ([]byte, int) {
	used := 0
	for i, p := range pieces {
		if c := Clean(p.Text); c != p.Text {
			p.Text, p.Marks = c, nil
		}
		w := text.Width(p.Text)
		last := w > space-used || w == space-used && pieces[i+1:].width() > 0
		if last {
			if w == space-used {
				p.Text += " " // so that cut sees that something follows
			}
			p, w = p.cut(space-used, th.Glyphs.Ellipsis)
		}
		out = appendMarked(out, p, hit)
		if used += w; last {
			break
		}
	}
	return out, used
}

// appendMarked appends a piece with its marks.
func appendMarked(out []byte, p Piece, hit theme.Style) []byte {
	at := 0
	for _, m := range p.Marks {
		from, to := min(max(m.Start, at), len(p.Text)), min(m.End, len(p.Text))
		if from >= to {
			continue
		}
		out = appendStyled(out, p.Text[at:from], p.Style)
		out = appendStyled(out, p.Text[from:to], hit)
		at = to
	}
	return appendStyled(out, p.Text[at:], p.Style)
}

// appendStyled appends text in a style. A run in the style of the run before it goes on without a new start.
func appendStyled(out []byte, s string, style theme.Style) []byte {
	on := style.On()
	if s == "" || on == "" {
		return append(out, s...)
	}
	if before, ended := bytes.CutSuffix(out, []byte(theme.Off)); ended && lastOn(before) == on {
		return append(append(before, s...), theme.Off...)
	}
	return append(append(append(out, on...), s...), theme.Off...)
}

// lastOn answers what the last run was begun with.
func lastOn(out []byte) string {
	from := bytes.LastIndexByte(out, '\x1b')
	if from < 0 {
		return ""
	}
	to := bytes.IndexByte(out[from:], 'm')
	return string(out[from : from+to+1])
}

// cut answers the piece in so many cells, with tail behind it where something had to go. No mark lies on the tail.
func (p Piece) cut(cells int, tail string) (Piece, int) {
	whole := p.Text
	var w int
	if p.Text, w = cut(whole, cells, tail); p.Text != whole {
		p.Marks = clip(p.Marks, 0, len(strings.TrimSuffix(p.Text, tail)))
	}
	return p, w
}

func (r Row) width() int {
	n := 0
	for _, p := range r {
		n += text.Width(p.Text)
	}
	return n
}

// clip answers the marks within from..to, counted from from.
func clip(marks []model.Range, from, to int) (within []model.Range) {
	for _, m := range marks {
		if m.Start < to && m.End > from {
			within = append(within, model.Range{Start: max(m.Start, from) - from, End: min(m.End, to) - from})
		}
	}
	return within
}
