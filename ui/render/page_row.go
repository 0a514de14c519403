package render

import (
	"iter"
	"strconv"
	"strings"

	"parley/model"
	"parley/model/markdown"
	"parley/model/text"
)

// Rows of a page, with what stands in the margin:
//
//	blank, sign, paragraph number right-aligned in 3, two blanks, text
//
// A narrower margin drops the blank, then the room of the number. The number stands on the first row of what it counts.

// Margin is how wide the margin is where there is room.
const Margin = 7

// A Sign stands in the margin.
type Sign uint8

// NoSign is the zero sign. Found marks what the machine found (┆), Selected what is selected (▌).
const (
	NoSign Sign = iota
	Found
	Selected
)

// Marks are what lies over the text when a row is painted; all of it counts bytes of the source.
type Marks struct {
	Current []model.Range           // the selected statement
	Others  []model.Range           // quotation marks that are set off: see QuoteMarks
	Search  []model.Range           // hits
	Hit     model.Range             // the hit that one stands on
	Sign    func(from, to int) Sign // of the row that shows these bytes; it may be nil
}

// A Row is one row of a page. It is painted by whoever shows it.
type Row struct {
	Line
	Position
	Number int    // of the paragraph that begins here; 0: none
	Notice string // parley's own words instead of text
}

// Rows answers what a window of some height shows from a position down; fewer rows where the text ends.
func (p *Page) Rows(top Position, height int) []Row {
	p.turn++
	out := make([]Row, 0, max(0, height))
	top = p.valid(top)
	for i := top.Block; i < len(p.blocks) && len(out) < height; i++ {
		for r := range p.blockRows(i, p.draw(i)) {
			if i > top.Block || r.Row >= top.Row {
				if len(out) == height {
					break
				}
				out = append(out, r)
			}
		}
	}
	return out
}

// All answers every row, and keeps none.
func (p *Page) All() iter.Seq[Row] {
	return func(yield func(Row) bool) {
		for i := range p.blocks {
			d := &drawing{flow: p.flow(i)}
			if len(d.flow.Lines) > 0 {
				d.lines = Lay(d.flow, p.width)
			}
			for r := range p.blockRows(i, d) {
				if !yield(r) {
					return
				}
			}
		}
	}
}

func (p *Page) blockRows(i int, d *drawing) iter.Seq[Row] {
	return func(yield func(Row) bool) {
		if len(d.lines) == 0 {
			return
		}
		n, number := 0, 0
		if p.opt.Numbers != nil {
			number = p.opt.Numbers(p.blocks[i])
		}
		if p.noticed(i, d) {
			if !yield(Row{Position: Position{i, n}, Notice: notice(d.flow.Why)}) {
				return
			}
			n++
		}
		for k, l := range d.lines {
			r := Row{Line: l, Position: Position{i, n}}
			if k == 0 {
				r.Number = number
			}
			if !yield(r) {
				return
			}
			n++
		}
		if p.gap(i) {
			yield(Row{Position: Position{i, n}})
		}
	}
}

func notice(why markdown.Limit) string { return "as it stands: " + why.String() }

// Paint draws the row behind its margin and answers how many cells that are. Width is the room for both; what the margin
// leaves is what the page was laid out for.
func (r Row) Paint(p *Palette, b *strings.Builder, margin, width int, m *Marks) int {
	sign := NoSign
	if m != nil && m.Sign != nil && r.From < r.To {
		sign = m.Sign(int(r.From), int(r.To))
	}
	r.paintMargin(p, b, margin, sign)
	if r.Notice != "" {
		s := text.Truncate(r.Notice, max(0, width-margin))
		w := brush{palette: p, out: b, line: &r.Line}
		w.set(p.resolve(Style{Role: Notice}))
		b.WriteString(s)
		w.end()
		return margin + text.Width(s)
	}
	if m == nil {
		m = &Marks{}
	}
	Paint(p, b, r.Line, m.Current, m.Others, m.Search, m.Hit)
	return margin + widthOf(r.Hang) + widthOf(r.Cells)
}

// Text answers the row without any escape sequence, as it goes into a pipe.
func (r Row) Text(margin, width int) string {
	var b strings.Builder
	b.Grow(width)
	r.Paint(&Palette{Plain: true}, &b, margin, width, nil)
	return strings.TrimRight(b.String(), " ")
}

func (r Row) paintMargin(p *Palette, b *strings.Builder, margin int, sign Sign) {
	if margin <= 0 {
		return
	}
	w := brush{palette: p, out: b, line: &Line{}}
	number := ""
	if r.Number > 0 {
		number = strconv.Itoa(r.Number)
	}
	before := 0 // cells before the sign
	if margin > 6 {
		before = margin - 6
	}
	room := max(0, margin-before-3) // for the number
	if len(number) > room && len(number) <= room+before {
		before -= len(number) - room
		room = len(number)
	}
	if len(number) > room {
		number = ""
	}
	b.WriteString(strings.Repeat(" ", before))
	switch s := p.signOf(sign); {
	case sign == NoSign:
		b.WriteByte(' ')
	case sign == Selected:
		w.set(p.resolveOwn(p.Selection))
		b.WriteString(s)
	default:
		w.set(p.resolveOwn(p.Found))
		b.WriteString(s)
	}
	w.set(Style{})
	b.WriteString(strings.Repeat(" ", room-len(number)))
	if number != "" {
		w.set(p.resolveOwn(p.Number))
		b.WriteString(number)
	}
	b.WriteString(strings.Repeat(" ", margin-before-1-room)) // as the number: mostly a bar or a bullet follows, in its style
	w.set(Style{})
}

func (p *Palette) signOf(s Sign) string {
	switch {
	case s == Selected && p.SelectionSign != "":
		return p.SelectionSign
	case s == Selected:
		return "▌"
	case p.FoundSign != "":
		return p.FoundSign
	}
	return "┆"
}

// resolveOwn answers a style of the palette without a role.
func (p *Palette) resolveOwn(s Style) Style { return Style{Fg: s.Fg, Bg: s.Bg, Attr: s.Attr} }
