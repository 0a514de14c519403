package markdown

import (
	"bytes"
	"slices"
)

// Limits of the structural view. What is beyond them is read as plain paragraphs; nothing is left out.
const (
	maxNodes      = 1 << 17
	maxContainers = 32
	maxLabels     = 5000
	maxLine       = 64 << 10 // a longer line is no heading, item or row
)

// A Name is what a file is called: it may tell the date, and that a text is no Markdown.
type Name string

// Parse answers the structure of a text: the front matter, then its nodes. It never fails: what cannot be read as it is
// meant stands in Front.Problems, and the text is read as it stands.
func Parse(src []byte) Document { return ParseNamed("", src) }

// ParseNamed is Parse for a file of that name: a date in the name stands in where the text has none, and in a .txt
// indented lines are no code.
func ParseNamed(name string, src []byte) Document {
	d := Document{Front: parseFront(src)}
	d.Start = d.Front.End
	from := d.leadIn(src)
	if d.Front.Date == "" {
		if date, ok := DateInName(name); ok {
			d.Front.Date, d.Front.DateFrom = date, "file name"
		}
	}
	plain := plainName(name)
	d.Lines = linesAreParagraphs(src[from:], plain)
	b := builder{src: src, doc: &d, plain: plain, leaf: -1}
	d.room = rooms.Get().(*room)
	b.run(from)
	b.inline()
	d.room.nodes, d.room.raws, d.room.segs = b.nodes, b.raws, b.segs
	d.Nodes = b.kept()
	number(&d)
	d.title(src)
	return d
}

// A segment is one line of a text without the marks of its containers.
type segment struct{ start, end int32 }

// A stretch is a run of segments.
type stretch struct{ from, to int32 }

// raw is what of a node waits to be read.
type raw struct {
	text stretch
	head stretch // title of a callout, term of a definition
	by   stretch
	html bool
}

// A builder makes nodes of lines. It keeps the containers that are open, and the leaf that the next line may go on with.
type builder struct {
	src   []byte
	doc   *Document
	plain bool // no Markdown file

	nodes  []Node
	raws   []raw
	segs   []segment
	cells  []segment         // of the row being read
	labels map[string]string // of link definitions, with their address

	open  []holder
	root  holder
	at    int // the line being read
	next  int
	line  int // its number
	leaf  int // the node whose text is open; -1: none
	kind  Kind
	fence fence
	until htmlKind
	blank bool // the line before was blank

	endless [htmlData + 1]int // from here on a kind of HTML never ends; 0: not known
}

// A holder is an open container.
type holder struct {
	kind    Kind
	node    int
	content int // columns that its lines are indented by
	empty   bool
	first   bool // nothing stands in it yet

	mark  byte // of the last item in it, while the list goes on
	list  int
	terms int // the last paragraph in it, should a definition follow; -1: none
}

func (b *builder) run(from int) {
	b.root = holder{terms: -1}
	expected := min(bytes.Count(b.src[from:], []byte{'\n'})/2+8, maxNodes+len(b.src)/overflowSize+2)
	room := b.doc.room
	b.nodes, b.raws, b.segs = slices.Grow(room.nodes[:0], expected), slices.Grow(room.raws[:0], expected), slices.Grow(room.segs[:0], expected)
	b.line = 1 + bytes.Count(b.src[:from], []byte{'\n'})
	for b.at = from; b.at < len(b.src); b.at, b.line = b.next, b.line+1 {
		b.next = len(b.src)
		if i := bytes.IndexByte(b.src[b.at:], '\n'); i >= 0 {
			b.next = b.at + i + 1
		}
		b.take()
	}
	b.closeTo(0)
}

// take reads one line.
func (b *builder) take() {
	c := cursor{src: b.src, pos: b.at, end: b.lineEnd()}
	if len(b.nodes) >= maxNodes {
		b.overflow(&c)
		return
	}
	matched := b.match(&c)
	if b.leaf >= 0 && matched == len(b.open) && b.goesOn(&c) {
		b.blank = false
		return
	}
	if c.blank() {
		b.blankLine(matched)
		return
	}
	b.starts(&c, matched)
	b.blank = false
}

func (b *builder) lineEnd() int {
	if b.next > b.at && b.src[b.next-1] == '\n' {
		return b.next - 1
	}
	return b.next
}

// match finds how many of the open containers the line belongs to.
func (b *builder) match(c *cursor) int {
	for i := range b.open {
		h := &b.open[i]
		indent := c.indent()
		switch {
		case h.kind == Quote:
			if indent > 3 || c.first() != '>' {
				return i
			}
			c.quoteMark()
		case c.blank():
			if h.empty && h.first {
				return i // an item that begins with a blank line ends with the second
			}
		case indent >= h.content:
			c.skip(h.content)
		default:
			return i
		}
	}
	return len(b.open)
}

// goesOn takes a line into an open fence, HTML, code or table, and tells whether it did.
func (b *builder) goesOn(c *cursor) bool {
	switch b.kind {
	case Fence:
		rest := c.rest()
		if c.indent() < 4 && len(rest) > 0 && rest[0] == b.fence.mark && run(rest) >= b.fence.length && isUnderline(rest) {
			b.end(c.end)
			b.shut()
			return true
		}
		b.addRaw(c)
		return true
	case HTML, Comment:
		return b.htmlLine(c)
	case Indented:
		if c.blank() || c.indent() >= 4 {
			c.skip(4)
			b.addRaw(c)
			return true
		}
	}
	return false
}

// blankLine ends paragraphs and tables, and the quotes that it does not belong to.
func (b *builder) blankLine(matched int) {
	b.closeTo(matched)
	b.shut()
	b.blank = true
}

// shut ends the open leaf.
func (b *builder) shut() { b.leaf = -1 }

// closeTo ends the containers from the n-th on, and the leaf in them.
func (b *builder) closeTo(n int) {
	if n < len(b.open) {
		b.open = b.open[:n]
		b.shut()
	}
}

func (b *builder) holder() *holder {
	if len(b.open) == 0 {
		return &b.root
	}
	return &b.open[len(b.open)-1]
}

// add begins a node in the innermost container.
func (b *builder) add(k Kind, start, end int) int {
	h := b.holder()
	parent := -1
	if len(b.open) > 0 {
		parent = h.node
	}
	h.first = false
	if k != Item {
		h.mark = 0
	}
	h.terms = -1
	b.nodes = append(b.nodes, Node{
		Kind: k, Start: start, End: end, Line: b.line, Parent: parent, List: -1, Tight: !b.blank, Level: 1,
	})
	b.raws = append(b.raws, raw{})
	b.end(end)
	return len(b.nodes) - 1
}

// end lets the open containers reach to where their text does.
func (b *builder) end(at int) {
	for i := range b.open {
		b.nodes[b.open[i].node].End = at
	}
	if b.leaf >= 0 {
		b.nodes[b.leaf].End = at
	}
}

// text begins a paragraph: as the container's own text if it is the first thing in it.
func (b *builder) text(c *cursor) {
	start := c.textStart()
	h := b.holder()
	if len(b.open) > 0 && h.first {
		h.first = false
		b.leaf = h.node
	} else {
		b.leaf = b.add(Paragraph, start, c.end)
	}
	b.kind = Paragraph
	b.raws[b.leaf].text = stretch{int32(len(b.segs)), int32(len(b.segs))}
	b.extend(start, c.end)
	b.holder().terms = b.leaf
}

// extend adds a line to the open leaf.
func (b *builder) extend(start, end int) {
	b.segs = append(b.segs, segment{int32(start), int32(end)})
	b.raws[b.leaf].text.to = int32(len(b.segs))
	b.end(end)
}

// addRaw adds a line of code.
func (b *builder) addRaw(c *cursor) {
	b.segs = append(b.segs, segment{int32(min(c.pos, c.end)), int32(c.end)})
	b.raws[b.leaf].text.to = int32(len(b.segs))
	b.end(c.end)
}

// overflowSize is how long the paragraphs are that gather what is beyond maxNodes.
const overflowSize = 64 << 10

// overflow gathers lines without looking at them.
func (b *builder) overflow(c *cursor) {
	b.closeTo(0)
	if c.blank() {
		return
	}
	if b.leaf < 0 || b.kind != Paragraph || c.end-b.nodes[b.leaf].Start > overflowSize {
		b.text(c)
		return
	}
	b.extend(c.textStart(), c.end)
}
