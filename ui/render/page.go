package render

import (
	"bytes"

	"github.com/yuin/goldmark/parser"

	"parley/model"
	"parley/model/markdown"
)

// DefaultWidth is how wide the text is at most, unless a reader wants it otherwise.
const DefaultWidth = 66

// cacheCells bounds what a page keeps of what it drew: about 20 MB.
const cacheCells = 400_000

// mostDrawn is how many blocks of a text are drawn as Markdown. Those behind them are shown as they stand: drawing one costs
// ten times as much, and a text of a million headings is written to keep a reader waiting.
const mostDrawn = 20_000

// PageOptions says what of a text a page shows, and how.
type PageOptions struct {
	Start   int                      // where the text begins, after the front matter
	Omitted []model.Range            // pieces that are not shown
	Numbers func(markdown.Block) int // the paragraph number that a block is shown with; 0: none. It may be nil
	Lines   bool                     // every line is a paragraph
	Plain   bool                     // no Markdown at all
	Drawer  *Drawer                  // nil: NewDrawer
}

// A Page is a whole text, drawn as far as it is looked at. Its places are positions: a block and a row of it.
//
// It is for one goroutine at a time. Opening it looks at the lines of the text and parses nothing but link definitions;
// a block is drawn when it is first seen, and wrapped again after a change of width. Colours and marks are the caller's
// when a row is painted.
type Page struct {
	src    []byte
	opt    PageOptions
	blocks []markdown.Block
	refs   []parser.Reference
	width  int
	height []int32 // rows of each block at this width, plus 1; 0: not drawn yet
	drawn  map[int]*drawing
	cells  int // in drawn
	limit  int // of cells
	turn   int
}

// A drawing is a block as it was drawn.
type drawing struct {
	flow  Flow
	lines []Line
	cells int
	turn  int // when it was last looked at
}

// NewPage answers a page of a text in UTF-8, DefaultWidth wide.
func NewPage(src []byte, o PageOptions) *Page {
	o.Start = max(0, min(o.Start, len(src)))
	if o.Drawer == nil {
		o.Drawer = NewDrawer()
	}
	p := &Page{src: src, opt: o, width: DefaultWidth, limit: cacheCells, drawn: map[int]*drawing{}}
	body := src[o.Start:]
	p.blocks = markdown.Split(body)
	if !o.Plain {
		p.refs = markdown.RefsIn(body, p.blocks)
	}
	if o.Lines {
		p.blocks = markdown.SplitLines(body, p.blocks)
	}
	if o.Start > 0 {
		at, line := int32(o.Start), int32(bytes.Count(src[:o.Start], []byte("\n")))
		for i := range p.blocks {
			b := &p.blocks[i]
			b.From, b.To, b.HeadFrom, b.HeadTo, b.Line = b.From+at, b.To+at, b.HeadFrom+at, b.HeadTo+at, b.Line+line
		}
	}
	p.height = make([]int32, len(p.blocks))
	return p
}

// Width answers how wide the text is.
func (p *Page) Width() int { return p.width }

// Blocks answers the pieces that the text is drawn in. They are not to be changed.
func (p *Page) Blocks() []markdown.Block { return p.blocks }

// SetWidth changes the width and answers where the row that was at the top is now.
func (p *Page) SetWidth(top Position, width int) Position {
	if width = max(width, 1); width == p.width {
		return top
	}
	at, inGap := 0, false
	if len(p.blocks) > 0 {
		at = p.ByteAt(top)
		inGap = top.Row > 0 && top.Row == p.heightOf(top.Block)-1 && p.gap(top.Block)
	}
	p.width = width
	clear(p.height)
	for i, d := range p.drawn {
		if d.lines = nil; d.flow.Table {
			p.forget(i)
		}
	}
	top = p.PositionOf(at)
	if inGap {
		top = Position{top.Block, p.heightOf(top.Block) - 1}
	}
	return top
}

// draw answers a block as it is drawn at this width.
func (p *Page) draw(i int) *drawing {
	d := p.drawn[i]
	if d == nil {
		d = &drawing{flow: p.flow(i)}
		for _, l := range d.flow.Lines {
			d.cells += len(l)
		}
		p.evict(d.cells)
		p.drawn[i] = d
		p.cells += d.cells
	}
	d.turn = p.turn
	if d.lines == nil {
		d.lines = []Line{}
		if len(d.flow.Lines) > 0 {
			d.lines = Lay(d.flow, p.width)
		}
	}
	p.height[i] = int32(p.rows(i, d)) + 1
	return d
}

func (p *Page) flow(i int) Flow {
	b := p.blocks[i]
	var f Flow
	switch {
	case p.opt.Plain, i > mostDrawn:
		f = Plain(p.src, b, markdown.Within)
	case i == mostDrawn:
		f = Plain(p.src, b, markdown.TooMany) // the one that says so
	default:
		f = p.opt.Drawer.Render(p.src, b, p.refs, p.width)
	}
	for _, o := range p.opt.Omitted {
		if o.Start < int(b.To) && o.End > int(b.From) {
			f.Lines = omit(f.Lines, o)
		}
	}
	return f
}

// omit takes a piece out, and the blanks that stood behind it at the beginning of a row.
func omit(lines [][]Cell, o model.Range) [][]Cell {
	var out [][]Cell
	for _, cells := range lines {
		var kept []Cell
		gone := false
		for _, c := range cells {
			switch {
			case !c.Decoration() && touches(o, c.From, c.To):
				gone = true
			case gone && len(kept) == 0 && c.S == " ":
			default:
				kept = append(kept, c)
			}
		}
		if !gone || len(kept) > 0 && !bare(kept) {
			out = append(out, kept)
		}
	}
	return out
}

// evict makes room by forgetting what was not looked at last.
func (p *Page) evict(cells int) {
	if p.cells+cells <= p.limit {
		return
	}
	for i, d := range p.drawn {
		if d.turn < p.turn {
			p.forget(i)
		}
	}
}

func (p *Page) forget(i int) {
	p.cells -= p.drawn[i].cells
	delete(p.drawn, i)
}

// gap tells whether the last row of a block is empty: another block follows it, and not right below.
func (p *Page) gap(i int) bool { return i+1 < len(p.blocks) && !p.blocks[i+1].Tight }

// noticed tells whether a block begins with a row that says why it is plain.
func (p *Page) noticed(i int, d *drawing) bool {
	return d.flow.Why != markdown.Within && len(d.lines) > 0 && !(p.blocks[i].Tight && d.flow.Why == markdown.LongLine)
}

// rows counts the rows of a block, with those before and behind its text.
func (p *Page) rows(i int, d *drawing) int {
	n := len(d.lines)
	if n == 0 {
		return 0
	}
	if p.noticed(i, d) {
		n++
	}
	if p.gap(i) {
		n++
	}
	return n
}

// heightOf answers the rows of a block; it draws it where they are not known.
func (p *Page) heightOf(i int) int {
	if p.height[i] == 0 {
		p.draw(i)
	}
	return int(p.height[i]) - 1
}

// estimate answers the rows of a block, by its size where it is not drawn.
func (p *Page) estimate(i int) int {
	if p.height[i] > 0 {
		return int(p.height[i]) - 1
	}
	n := 1 + int(p.blocks[i].To-p.blocks[i].From)*10/(9*p.width)
	if p.gap(i) {
		n++
	}
	return n
}
