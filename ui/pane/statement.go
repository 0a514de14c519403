package pane

import (
	"fmt"

	"parley/model"
	"parley/model/text"
	"parley/ui/theme"
)

// What stands below the words of a statement: who, how near the words are to a named mouth, through whom, how sure, and
// where. ┆ before it: found by the machine. A mouth that has a name is as bright as the words; what else stands there is
// dim, and so is "nobody named".

// A setting is what the statements of a list have in common.
type setting struct {
	several bool                     // they are of several briefings: each shows its date and source
	source  func(file string) string // of a briefing; nil: not known
}

// mostParts is how many rows they may take: two are the rule.
const mostParts = 3

// parts of a statement, in the order in which they are read.
func (s setting) parts(b Brush, who Piece, grade string, via []string, o model.Origin, c model.Certainty, d model.Date, at model.Span) []Piece {
	th := b.Theme
	parts := []Piece{who}
	if grade != "" {
		parts = append(parts, dim(th, grade))
	}
	for _, v := range via {
		parts = append(parts, b.Piece("via "+v, th.Dim))
	}
	switch {
	case o == model.Found && c == model.Likely:
		parts = append(parts, dim(th, "likely"))
	case o == model.Found && c == model.Doubtful:
		parts = append(parts, Piece{Text: "doubtful", Style: th.Warn})
	case o == model.Reviewed:
		parts = append(parts, dim(th, "reviewed"))
	}
	if s.several {
		parts = append(parts, dim(th, d.Short()))
		if s.source != nil {
			parts = append(parts, b.Piece(s.source(at.File), th.Dim))
		}
	}
	return append(parts, dim(th, place(th, at)))
}

// who is the mouth that a statement is in.
func (b Brush) who(name string, named bool) Piece {
	if named {
		return b.Piece(name, b.Theme.Body)
	}
	return b.Piece(name, b.Theme.Dim)
}

// place is the paragraph, or the line where the text has no paragraph there.
func place(th theme.Theme, s model.Span) string {
	switch {
	case s.Paragraph > 0:
		return fmt.Sprintf("%s%d", th.Glyphs.Para, s.Paragraph)
	case s.Line > 0:
		return fmt.Sprintf("line %d", s.Line)
	}
	return ""
}

// below puts the parts into rows that begin with ┆ where the machine found the statement.
func below(b Brush, o model.Origin, indent int, parts []Piece) []Row {
	lead := Piece{Text: fmt.Sprintf("%*s", indent, "")}
	first := lead
	if o == model.Found {
		first = Piece{Text: b.Theme.Glyphs.Found + fmt.Sprintf("%*s", indent-1, ""), Style: b.Theme.Dim}
	}
	width := b.Width - indent
	last := parts[len(parts)-1]
	out := b.Parts(parts, width, mostParts)
	// The place alone on a row would look lost: it goes to the end of the row before where that has room without a dot,
	// else the part before it keeps it company.
	if n := len(out); n > 1 && len(out[n-1]) == 1 && out[n-1][0].Text == last.Text {
		switch before := out[n-2]; {
		case before.width()+1+text.Width(last.Text) <= width:
			last.Right = true
			out[n-2], out = append(before, last), out[:n-1]
		case len(before) > 2 && text.Width(before[len(before)-1].Text)+3+text.Width(last.Text) <= width:
			out[n-1] = Row{before[len(before)-1], before[len(before)-2], last}
			out[n-2] = before[:len(before)-2]
		}
	}
	for i := range out {
		out[i] = append(Row{first}, out[i]...)
		first = lead
	}
	return out
}

// sign of a stance.
func sign(th theme.Theme, s model.Stance) string {
	g := &th.Glyphs
	switch s {
	case model.Unclear:
		return "?"
	case model.For:
		return "+"
	case model.Against:
		return g.Minus
	case model.Conditional:
		return g.Conditional
	}
	return g.Silent
}
