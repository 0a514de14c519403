package pane

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"

	"parley/model"
	"parley/model/text"
	"parley/ui/theme"
)

// Text over several rows.
//
//   - Rows break at blanks, after a hyphen or dash before a letter, between wide letters; a longer word is cut.
//   - No row begins with a closing mark of CJK or ends with an opening one.
//   - Marks of a search go on over a break.

// A wrapping says how a text is broken.
type wrapping struct {
	width, rows int
	hang        int    // rows after the first begin so many cells further in
	tail        string // ends the last row where more follows
}

// Wrap breaks a text into at most rows rows of width cells. The last is cut with "…" where more follows.
func (b Brush) Wrap(p Piece, width, rows int) []Row {
	return wrap(p, wrapping{width: width, rows: rows, tail: b.Theme.Glyphs.Ellipsis})
}

func wrap(p Piece, w wrapping) (rows []Row) {
	if c := Clean(p.Text); c != p.Text {
		p.Text, p.Marks = c, nil
	}
	at := 0
	for len(rows) < max(w.rows, 1) {
		width, indent := max(w.width, 1), 0
		if len(rows) > 0 && w.hang < width {
			width, indent = width-w.hang, w.hang
		}
		end, next := breakAt(p.Text[at:], width)
		piece := Piece{Text: p.Text[at : at+end], Style: p.Style, Marks: clip(p.Marks, at, at+end)}
		more := at+next < len(p.Text)
		if more && len(rows) == max(w.rows, 1)-1 {
			piece, _ = Piece{Text: p.Text[at:], Style: p.Style, Marks: clip(p.Marks, at, len(p.Text))}.cut(width, w.tail)
		}
		row := Row{piece}
		if indent > 0 {
			row = Row{{Text: strings.Repeat(" ", indent)}, piece}
		}
		rows = append(rows, row)
		if at += next; !more {
			break
		}
	}
	return rows
}

// breakAt answers where a row of clean s ends, and where the next one begins.
func breakAt(s string, width int) (end, next int) {
	used, breakEnd, breakNext := 0, 0, 0
	before := ""
	for g := graphemes.FromString(s); g.Next(); {
		c := g.Value()
		w := text.Width(c)
		switch {
		case c == " ":
			// A blank that does not fit is not shown: the row ends before it.
			if breakNext != g.Start() || breakNext == 0 {
				breakEnd = g.Start()
			}
			breakNext = g.End()
		case mayBreak(before, c):
			breakEnd, breakNext = g.Start(), g.Start()
		}
		if used+w > width && c != " " {
			if breakNext > 0 && breakEnd > 0 {
				return breakEnd, breakNext
			}
			if g.Start() == 0 { // a wide letter in a row of one cell
				return g.End(), g.End()
			}
			return g.Start(), g.Start()
		}
		used += w
		before = c
	}
	return len(strings.TrimRight(s, " ")), len(s)
}

// mayBreak tells whether a row may end between two clusters that no blank parts.
func mayBreak(before, after string) bool {
	if before == "" || before == " " {
		return false
	}
	b, _ := utf8.DecodeLastRuneInString(before)
	a, _ := utf8.DecodeRuneInString(after)
	if strings.ContainsRune("-–—/", b) {
		return unicode.IsLetter(a)
	}
	if text.Width(before) < 2 && text.Width(after) < 2 {
		return false
	}
	return !strings.ContainsRune("「『（【《“‘(", b) && !strings.ContainsRune("、。，．」』）】》”’!?！？：；,.:;)…", a)
}

// Parts joins parts with " · " into at most rows rows of width cells. It breaks between parts; one that is longer than
// a row is cut.
func (b Brush) Parts(parts []Piece, width, rows int) []Row {
	dot := Piece{Text: " " + b.Theme.Glyphs.Dot + " ", Style: b.Theme.Dim}
	var out []Row
	var row Row
	used := 0
	for _, p := range parts {
		if p.Text == "" {
			continue
		}
		w := text.Width(p.Text)
		if len(row) > 0 && used+3+w > width && len(out) < rows-1 {
			out, row, used = append(out, row), nil, 0
		}
		if len(row) > 0 {
			row, used = append(row, dot), used+3
		}
		row, used = append(row, p), used+w
	}
	if len(row) > 0 {
		out = append(out, row)
	}
	for i := range out {
		out[i] = shorten(out[i], width, b.Theme.Glyphs.Ellipsis)
	}
	return out
}

// shorten cuts the longest names of a row that is too long: how sure it is and where it stands must be seen.
func shorten(r Row, width int, ellipsis string) Row {
	for over := r.width() - width; over > 0; over = r.width() - width {
		longest, cells := -1, 5
		for i, p := range r {
			if w := text.Width(p.Text); p.theirs && w > cells {
				longest, cells = i, w
			}
		}
		if longest < 0 {
			break
		}
		r[longest], _ = r[longest].cut(max(cells-over, 5), ellipsis)
	}
	return r
}

// A needle is what is searched for in a list, folded.
type needle string

// in answers where it stands in a clean text.
func (n needle) in(s string) (hits []model.Range) {
	if n == "" {
		return nil
	}
	folded, at := text.FoldOffsets(s)
	for from := 0; ; {
		i := strings.Index(folded[from:], string(n))
		if i < 0 {
			return hits
		}
		start := from + i
		from = start + len(n)
		hits = append(hits, model.Range{Start: int(at[start]), End: int(at[from])})
	}
}

// dim answers a piece of a hint.
func dim(th theme.Theme, s string) Piece { return Piece{Text: s, Style: th.Dim} }
