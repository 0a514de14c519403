package render

import (
	"slices"

	"charm.land/glamour/v2/ansi"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"

	"parley/model/markdown"
)

// A Drawer draws blocks through glamour. It is for one goroutine at a time.
type Drawer struct {
	style   ansi.StyleConfig
	own     bool // the style is ours: its colours are roles
	parser  parser.Parser
	glamour map[int]renderer.Renderer // by width; it keeps a stack, which an error leaves wrong
	shapes  shapes
	refs    []parser.Reference
	labels  map[string]parser.Reference
	last    shadow // whose room the next one takes: what is drawn is copied out of it
}

// NewDrawer answers a drawer with parley's own style sheet, whose colours are left to a Palette.
func NewDrawer() *Drawer { return &Drawer{style: sheet(), own: true} }

// NewStyledDrawer answers a drawer that takes colours and signs from a style sheet of glamour's.
func NewStyledDrawer(style ansi.StyleConfig) *Drawer {
	none := uint(0)
	style.Document.Margin, style.Document.Color = &none, nil
	style.Document.BlockPrefix, style.Document.BlockSuffix = "", ""
	style.CodeBlock.Chroma, style.CodeBlock.Theme = nil, ""
	return &Drawer{style: style}
}

// Render draws a block of src. The width counts for tables alone. What cannot be drawn as Markdown, or what Markdown
// would hide, is shown as it stands, and Flow.Why says so.
func (d *Drawer) Render(src []byte, b markdown.Block, refs []parser.Reference, width int) Flow {
	if why := markdown.Over(src, b); why != markdown.Within {
		return Plain(src, b, why)
	}
	f, why := d.draw(src, b, refs, 0)
	if f.Table && why == markdown.Within && widest(f.Lines) > width {
		f, why = d.draw(src, b, refs, width+1)
	}
	if f.Table && (why == markdown.Faulty || why == markdown.TooWide || widest(f.Lines) > width) {
		f, why = d.draw(src, b, refs, asRecords)
	}
	if why != markdown.Within {
		f = Plain(src, b, why)
	}
	return f
}

// widest answers the width of the widest row of a table.
func widest(lines [][]Cell) int {
	most := 0
	for _, l := range lines {
		if len(l) > 0 && l[len(l)-1].Tab {
			most = max(most, widthOf(l))
		}
	}
	return most
}

func widthOf(cells []Cell) int {
	n := 0
	for _, c := range cells {
		n += int(c.W)
	}
	return n
}

// asRecords is the width of a table that fits none: its rows are drawn one below the other.
const asRecords = -1

// draw draws a block, its tables at a width; 0: as wide as they are.
func (d *Drawer) draw(src []byte, b markdown.Block, refs []parser.Reference, width int) (f Flow, why markdown.Limit) {
	defer func() {
		if recover() != nil {
			d.glamour, d.parser = nil, nil
			why = markdown.Faulty
		}
	}()
	s, tree := d.shadow(src, b, refs, width == asRecords)
	out, err := d.shine(s, tree, max(0, width))
	if err != nil {
		d.glamour = nil
		return f, markdown.Faulty
	}
	dec := s.decode(out)
	f = Flow{Lines: dec.tidy(), Links: s.links, Hidden: s.hidden, Table: s.hasTable}
	switch {
	case !dec.complete():
		return f, markdown.Faulty
	case width > 0 && dec.tornWord():
		return f, markdown.TooWide
	}
	if s.hides(f.Lines) {
		return f, markdown.Hiding
	}
	if len(f.Lines) == 0 {
		f.Lines = [][]Cell{nil}
	}
	return f, markdown.Within
}

// shadow parses a block and builds its shadow.
func (d *Drawer) shadow(src []byte, b markdown.Block, refs []parser.Reference, records bool) (*shadow, ast.Node) {
	if d.parser == nil {
		d.parser = newParser()
	}
	if len(refs) != len(d.refs) || len(refs) > 0 && &refs[0] != &d.refs[0] {
		d.refs, d.labels = refs, labels(refs)
	}
	part := src[b.From:b.To]
	if b.HeadTo > b.HeadFrom {
		part = append(append(make([]byte, 0, int(b.HeadTo-b.HeadFrom)+len(part)), src[b.HeadFrom:b.HeadTo]...), part...)
	}
	doc := d.parser.Parse(text.NewReader(part), parser.WithContext(scope{parser.NewContext(), d.labels}))
	s := &shadow{src: part, own: d.own, records: records, leaves: map[int]place{}, ordinal: b.Ordinal}
	s.text = string(part)
	s.head = int(b.HeadTo - b.HeadFrom)
	s.shift = [2]int32{b.HeadFrom, b.From - int32(s.head)}
	s.cells = slices.Grow(d.last.cells[:0], len(part))
	s.runs, s.buf, s.begins = d.last.runs[:0], d.last.buf[:0], d.last.begins[:0]
	s.texts, s.fields = d.last.texts[:0], d.last.fields[:0]
	tree := ast.NewDocument()
	s.children(doc, tree, place{})
	d.last = *s
	return s, tree
}
