package render

import (
	"strconv"
	"strings"

	"parley/model"
)

// From a row of cells to what goes to the terminal. The rules:
//   - we write two sequences and no other: ESC[0;n;...m, and ESC]8;;address ESC\ with an address that cleanURL passed
//   - marks are bytes of the source and lie over the cells; selecting another statement paints again and no more
//   - the ground of the current statement covers it to the letter, over wraps, emphasis and links: a link in it keeps
//     its underline and loses its colour
//   - of the other statements only their quotation marks are set off
//   - a row ends with the style off and no link open
//   - into a pipe no sequence goes at all

// Paint draws a row. Current is what has the ground of the selected statement, others are the marks that are set off
// (see QuoteMarks), search are the hits, of which currentHit is the one that one stands on.
func Paint(p *Palette, b *strings.Builder, l Line, current, others, search []model.Range, currentHit model.Range) {
	w := brush{palette: p, out: b, line: &l}
	w.current = within(current, l)
	w.others = within(others, l)
	w.search = within(search, l)
	w.hit = currentHit
	for i := range l.Hang {
		w.cell(&l.Hang[i])
	}
	for i := range l.Cells {
		w.cell(&l.Cells[i])
	}
	w.end()
}

// within keeps the marks that lie on a row.
func within(marks []model.Range, l Line) []model.Range {
	for i, m := range marks {
		if touches(m, l.From, l.To) {
			j := i + 1
			for j < len(marks) && touches(marks[j], l.From, l.To) {
				j++
			}
			out := marks[i:j:j]
			for _, m := range marks[j:] {
				if touches(m, l.From, l.To) {
					out = append(out, m)
				}
			}
			return out
		}
	}
	return nil
}

func touches(m model.Range, from, to int32) bool { return int(from) < m.End && int(to) > m.Start }

func covered(marks []model.Range, c *Cell) bool {
	for _, m := range marks {
		if touches(m, c.From, c.To) {
			return true
		}
	}
	return false
}

// A brush paints cells one after the other and writes what changes.
type brush struct {
	palette                 *Palette
	out                     *strings.Builder
	line                    *Line
	current, others, search []model.Range
	hit                     model.Range
	pen                     Style
	link                    int32
	scratch                 [64]byte
}

func (w *brush) cell(c *Cell) {
	st := w.palette.resolve(c.St)
	if !c.Decoration() {
		st = w.marked(c, st)
	}
	if link := w.linkOf(c); link != w.link {
		w.open(link)
	}
	w.set(st)
	if c.Decoration() {
		w.out.WriteString(w.palette.sign(c.S))
		return
	}
	w.out.WriteString(c.S)
}

// marked lays the marks over the style of a cell.
func (w *brush) marked(c *Cell, st Style) Style {
	over := func(s Style) {
		st = Style{Fg: s.Fg, Bg: s.Bg, Attr: s.Attr | st.Attr}
	}
	switch {
	case len(w.current) > 0 && covered(w.current, c):
		over(w.palette.Current)
	case len(w.others) > 0 && covered(w.others, c):
		over(w.palette.Other)
	}
	if len(w.search) > 0 && covered(w.search, c) {
		if touches(w.hit, c.From, c.To) {
			over(w.palette.SearchCurrent)
		} else {
			over(w.palette.Search)
		}
	}
	return st
}

func (w *brush) linkOf(c *Cell) int32 {
	if !w.palette.Links || w.palette.Plain || c.Link <= 0 || int(c.Link) > len(w.line.Links) {
		return 0
	}
	return c.Link
}

func (w *brush) open(link int32) {
	w.out.WriteString("\x1b]8;;")
	if link > 0 {
		w.out.WriteString(w.line.Links[link-1])
	}
	w.out.WriteString("\x1b\\")
	w.link = link
}

// set turns to a style. Each is written whole: what comes before does not matter.
func (w *brush) set(st Style) {
	st.Role = Body
	if st == w.pen || w.palette.Plain {
		return
	}
	w.pen = st
	if st == (Style{}) {
		w.out.WriteString("\x1b[0m")
		return
	}
	b := append(w.scratch[:0], "\x1b[0"...)
	for i, code := range [...]int64{1, 2, 3, 4, 7, 9} {
		if st.Attr&(1<<i) != 0 {
			b = strconv.AppendInt(append(b, ';'), code, 10)
		}
	}
	b = st.Fg.appendSGR(b, false)
	b = st.Bg.appendSGR(b, true)
	w.out.Write(append(b, 'm'))
}

func (w *brush) end() {
	if w.link != 0 {
		w.open(0)
	}
	w.set(Style{})
}

// sign answers what stands for decoration on terminals that lack it.
func (p *Palette) sign(s string) string {
	other := ""
	switch s {
	case "│":
		other = p.Bar
	case "•":
		other = p.Bullet
	case "─":
		other = p.Rule
	case "┼":
		other = p.Cross
	}
	if other != "" {
		return other
	}
	return s
}
