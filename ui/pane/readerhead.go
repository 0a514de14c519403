package pane

import (
	"fmt"
	"strconv"
	"strings"

	"parley/model"
)

// What stands above the text, and what stands there instead of one.

// saying is what stands there instead of a text.
func (r *Reader) saying(width int) []string {
	rows := []Row{{}}
	p := r.progress
	if p == nil {
		for _, line := range r.message {
			rows = append(rows, r.wrapped(dim(r.theme, line), width)...)
		}
		return r.painted(rows, width)
	}
	rows = append(rows, r.wrapped(Piece{Text: "The text is shown as soon as it is read; the panes fill while it is split."}, width)...)
	rows = append(rows, Row{})
	if p.Total > 0 {
		cells := min(24, max(width-20, 4))
		done := cells * min(p.Done, p.Total) / p.Total
		rows = append(rows, Row{
			{Text: "  "}, {Text: strings.Repeat(r.theme.Glyphs.Full, done), Style: r.theme.Accent},
			{Text: strings.Repeat(r.theme.Glyphs.Shade, cells-done), Style: r.theme.Shade},
			{Text: fmt.Sprintf("  %d of %d", p.Done, p.Total)},
		})
	}
	if p.Skipped > 0 {
		rows = append(rows, Row{{Text: fmt.Sprintf("  %d skipped   ! to see why", p.Skipped)}})
	}
	for _, line := range r.message {
		rows = append(rows, r.wrapped(dim(r.theme, line), width)...)
	}
	return r.painted(rows, width)
}

func (r *Reader) wrapped(p Piece, width int) []Row {
	rows := wrap(p, wrapping{width: max(min(width-4, 66), 1), rows: 6, tail: r.theme.Glyphs.Ellipsis})
	for i := range rows {
		rows[i] = append(Row{{Text: strings.Repeat(" ", min(2, width/8))}}, rows[i]...)
	}
	return rows
}

func (r *Reader) painted(rows []Row, width int) []string {
	out := make([]string, len(rows))
	for i, row := range rows {
		out[i] = Paint(row, width, r.theme)
	}
	return out
}

// low tells whether the window is too low for a block with the title.
func (r *Reader) low() bool { return !r.bare && r.height < 30 }

// drawHead is the block above the text: title, rule, where it comes from, tracks. In a low window it is but what must not
// be missed: the marking and the problems.
func (r *Reader) drawHead(c columns) []string {
	b := &r.text.Briefing
	th := r.theme
	indent := strings.Repeat(" ", c.before+c.margin)
	rows := []Row{}
	add := func(rs ...Row) {
		for _, row := range rs {
			rows = append(rows, append(Row{{Text: indent}}, row...))
		}
	}
	dot := " " + th.Glyphs.Dot + " "
	if !r.bare {
		add(Row{})
	}
	if !r.low() {
		title := wrap(Piece{Text: b.Title, Style: th.Page.Heading2}, wrapping{width: c.text, rows: 3, tail: th.Glyphs.Ellipsis})
		if b.NoTitle || b.Title == "" {
			title = []Row{{dim(th, "no title")}}
		}
		add(title...)
		if widest := 0; !r.bare {
			for _, t := range title {
				widest = max(widest, t.width())
			}
			add(Row{{Text: strings.Repeat(th.Glyphs.Horizontal, widest), Style: th.Page.Decoration}})
		}
		add(Brush{Theme: th}.Parts([]Piece{
			dim(th, Clean(b.Source)), dim(th, b.Date.Long()), dim(th, fileDate(b)), dim(th, Clean(b.Ref)), {Text: Clean(b.Marking), Style: th.Strong},
		}, c.text, 3)...)
		if len(b.Tracks) > 0 && !r.bare {
			add(wrap(dim(th, "tracks  "+Clean(strings.Join(b.Tracks, dot))), wrapping{width: c.text, rows: 2, hang: 8, tail: th.Glyphs.Ellipsis})...)
		}
	}
	badges := r.badges(c.text)
	add(badges...)
	if !r.low() || len(badges) > 0 {
		add(Row{})
	}
	return r.painted(rows, c.inner)
}

// badges are what must not be missed, each on a row of its own.
func (r *Reader) badges(width int) (rows []Row) {
	b, th := &r.text.Briefing, r.theme
	if b.Marking != "" && r.low() {
		rows = append(rows, Row{{Text: b.Marking, Style: th.Strong}})
	}
	warn := func(s string) {
		rows = append(rows, wrap(Piece{Text: s, Style: th.Warn}, wrapping{width: width, rows: 2, tail: th.Glyphs.Ellipsis})...)
	}
	if r.text.Plain != "" {
		warn("Shown as it stands: " + r.text.Plain)
	}
	if b.Hidden > 0 {
		warn(plural(b.Hidden, "hidden character") + ", left out or made visible")
	}
	if n := len(b.Problems); n > 0 {
		warn("! " + plural(n, "problem"))
	}
	return rows
}

func plural(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return strconv.Itoa(n) + " " + what + "s"
}

func fileDate(b *model.Briefing) string {
	if b.Date != "" || b.FileDate == "" {
		return ""
	}
	return "no date (file date " + b.FileDate.Long() + ")"
}
