package markdown

import (
	"bytes"
	"unicode/utf8"
)

// A Block is a piece of a text that can be drawn by itself: a paragraph, a heading, a quote, an item or a few tight
// ones, up to 50 rows of a table, a fence. Blocks lie in order and do not overlap; only blank lines lie between them.
type Block struct {
	From, To         int32 // whole lines, the last line end included
	HeadFrom, HeadTo int32 // to be read before the block: the head of its table, the first line of its fence; else equal
	Line             int32 // of From, from 1
	Ordinal          int32 // the number that the first item of an ordered list is shown with; 0: it is none
	Kind             Kind
	Tight            bool  // no blank row before: an item right below the item before, or the rest of something long
	Why              Limit // LongLine where the block is a piece of a line that is too long; what else is over is found by Over
}

// A Kind is what a block is on its outermost level.
type Kind uint8

// Prose may hold more than a paragraph where a line could not be told from a lazy one.
const (
	Prose Kind = iota
	Heading
	Item
	Quote
	Table
	Fence
	Indented
	HTML
	Rule
	Definition
)

const (
	blockSize = 8 << 10 // no block is longer
	tightSize = 2 << 10 // tight items share a block up to here
	codeSize  = 2 << 10 // code may be cut anywhere
	codeLines = 100     // and lines are what it costs to draw
	tightMost = 40      // items
	tableRows = 50      // rows of a table in one block
)

// Split cuts a text into blocks by looking at its lines alone, so that three megabytes take less time than a screen.
//
// It follows CommonMark's rules for blocks on the outermost level, and where those depend on what lies deeper (is this
// a lazy line of the item above?) it does not cut: a block that holds two constructs is still drawn right. Cuts come
// at blank lines before an unindented line, round headings, rules, fences and HTML, before the items of the outermost
// list, every 50 table rows, and at 8 KB whatever stands there.
func Split(src []byte) []Block {
	lines := bytes.Count(src, []byte("\n"))
	s := splitter{src: src, blocks: make([]Block, 0, 16+min(lines/2, 1<<17))}
	for at := 0; at < len(src); {
		next := len(src)
		if i := bytes.IndexByte(src[at:], '\n'); i >= 0 {
			next = at + i + 1
		}
		s.number++
		l := line{from: at, next: next, text: src[at:next]}
		if !s.runsOn(&l) {
			s.take(&l)
		}
		at = next
	}
	s.flush()
	return s.blocks
}

// A leaf says whether a paragraph is open at the end of what was read, so that a plain line would run on in it.
type leaf uint8

const (
	closed leaf = iota
	maybe       // it depends on what lies in a container
	open
)

type splitter struct {
	src    []byte
	blocks []Block
	number int32 // of the line

	block Block // the open block
	inUse bool  // there is one
	para  leaf
	blank bool // the line before was blank
	last  line // the last line with text: the head of a table, if this one is its delimiter row

	content int  // lines indented this far belong to the open item; 0: no item
	empty   bool // the item has nothing on its first line
	unsure  bool // a line was taken that may be a lazy one, or not
	list    list

	fence            fence
	html             htmlKind
	headFrom, headTo int32 // what has to be read before the rest of the open block, should it be cut
	rows             int   // of the open table; below 0: this paragraph can be no table
}

// take looks first at what runs over blank lines.
func (s *splitter) take(l *line) {
	switch {
	case len(l.text) > blockSize:
		s.long(l)
		return
	case s.fence.mark != 0:
		if s.extend(l); s.fence.closedBy(l) {
			s.close()
		}
		return
	case s.html.overBlankLines():
		if s.extend(l); s.html.endsIn(l.text) {
			s.close()
		}
		return
	}
	if l.measure(); l.isBlank() {
		s.blankLine()
		return
	}
	s.filled(l)
	s.blank = false
	s.last = *l
}

// runsOn takes a further line of a paragraph, where its first letter shows that it can be nothing else.
func (s *splitter) runsOn(l *line) bool {
	if s.para != open || s.blank || s.block.Kind != Prose || s.content != 0 || len(l.text) > blockSize {
		return false
	}
	if c := l.text[0]; !isLetter(c) && c < utf8.RuneSelf {
		return false
	}
	s.extend(l)
	s.last = *l
	return true
}

func (s *splitter) blankLine() {
	s.blank = true
	s.para = closed
	if s.html != notHTML {
		s.close()
	}
	if s.empty {
		s.close() // an item that begins with an empty line ends at the next one
	}
}

// filled takes a line that is not blank: by its indentation it belongs to what is open, or its beginning decides.
func (s *splitter) filled(l *line) {
	switch {
	case s.html != notHTML:
		s.extend(l)
	case s.inUse && s.content > 0 && l.indent >= s.content:
		s.para, s.empty = maybe, false
		s.extend(l)
	case l.indent >= 4 && (!s.inUse || s.blank && s.content == 0 && s.block.Kind != Indented):
		s.begin(l, Indented)
	case l.indent >= 4:
		s.extend(l)
	default:
		s.outer(l)
	}
}

func (s *splitter) outer(l *line) {
	rest := l.text[l.pos:]
	c := rest[0]
	underline := (c == '=' || c == '-') && !s.blank && s.para == open && isUnderline(rest)
	switch {
	case underline:
		s.underline(l)
	case c == '#' && isHeading(rest):
		s.single(l, Heading)
	case (c == '`' || c == '~') && opensFence(rest):
		s.begin(l, Fence)
		s.fence = fenceOf(rest)
		s.headFrom, s.headTo = int32(l.from), int32(l.next)
	case c == '>':
		s.quote(l)
	case c == '<' && s.opensHTML(l, rest):
	case (c == '-' || c == '*' || c == '_') && isRule(rest):
		s.single(l, Rule)
	case (c == '-' || c == '*' || c == '+' || '0' <= c && c <= '9') && s.opensItem(l):
	case c == ':' && s.opensDefinition(l, rest):
	default:
		s.plain(l)
	}
}

// plain takes a line of a paragraph, or one that cannot be told from it.
func (s *splitter) plain(l *line) {
	switch {
	case !s.inUse || s.blank || s.para == closed:
		s.begin(l, Prose)
		s.para = open
	case s.para == open && s.opensTable(l):
	case s.block.Kind == Table:
		s.row(l)
	default:
		s.unsure = s.para == maybe
		s.extend(l)
	}
}

// underline takes the second line of a heading, unless what stands above it may be no paragraph when it is looked at.
func (s *splitter) underline(l *line) {
	switch {
	case s.block.Kind == Table: // a rule, an item or a paragraph: none of them a row
		s.begin(l, Prose)
		s.doubt()
	case s.src[int(s.block.From)+spaces(s.src[s.block.From:])] == '[': // link definitions alone leave nothing to underline
		s.extend(l)
		s.doubt()
	default:
		s.extend(l)
		s.block.Kind = Heading
		s.close()
	}
}

// doubt is the state after a line that can be read in two ways.
func (s *splitter) doubt() { s.para, s.unsure, s.content = maybe, true, 1 }

func (s *splitter) quote(l *line) {
	if s.inUse && !s.blank && s.block.Kind == Quote {
		s.extend(l)
	} else {
		s.begin(l, Quote)
	}
	s.para, s.unsure = maybe, false
	if len(bytes.TrimLeft(l.text, "> \t\r\n")) == 0 {
		s.para = closed
	}
}

func (s *splitter) opensHTML(l *line, rest []byte) bool {
	kind := htmlOf(rest)
	if kind == notHTML || kind == htmlTag && s.inUse && !s.blank && s.para != closed {
		return false // a tag alone on its line does not interrupt a paragraph
	}
	s.begin(l, HTML)
	s.html = kind
	s.headFrom, s.headTo = int32(l.from), int32(l.next)
	if kind.overBlankLines() && kind.endsIn(rest[2:]) {
		s.close()
	}
	return true
}

func (s *splitter) opensDefinition(l *line, rest []byte) bool {
	if l.indent > 0 || len(rest) < 2 || !isSpace(rest[1]) || !s.inUse || s.block.Kind != Prose && s.block.Kind != Definition {
		return false
	}
	s.extend(l)
	s.block.Kind = Definition
	width, _ := indentation(rest[1:], 1)
	if width >= 8 {
		width = 5
	}
	s.para, s.content, s.unsure = maybe, 1+width, false
	return true
}

// begin ends the open block and begins another one.
func (s *splitter) begin(l *line, k Kind) {
	s.close()
	if k != Item {
		s.list = list{}
	}
	s.block = Block{From: int32(l.from), To: int32(l.next), Line: s.number, Kind: k}
	s.inUse = true
}

// single is a block of one line.
func (s *splitter) single(l *line, k Kind) {
	s.begin(l, k)
	s.close()
}

// close ends the open block: nothing that follows belongs to it.
func (s *splitter) close() {
	s.flush()
	s.para, s.content, s.empty, s.unsure = closed, 0, false, false
	s.fence, s.html = fence{}, notHTML
	s.headFrom, s.headTo, s.rows = 0, 0, 0
}

func (s *splitter) flush() {
	if s.inUse {
		s.blocks = append(s.blocks, s.block)
	}
	s.inUse = false
}

// extend adds a line to the open block, or cuts before it where the block would be too long.
func (s *splitter) extend(l *line) {
	most, code := blockSize, s.block.Kind == Fence || s.block.Kind == Indented
	if code {
		most = codeSize
	}
	if !s.inUse || l.next-int(s.block.From) > most || code && s.number-s.block.Line >= codeLines {
		s.cut(l)
	}
	s.block.To = int32(l.next)
}

// cut goes on in a block of its own with what is open.
func (s *splitter) cut(l *line) {
	s.flush()
	s.block = Block{
		From: int32(l.from), To: int32(l.next), Line: s.number, Kind: s.block.Kind, Tight: true,
		HeadFrom: s.headFrom, HeadTo: s.headTo,
	}
	s.inUse = true
}

// long takes a line that is longer than a block: its pieces are shown without Markdown.
func (s *splitter) long(l *line) {
	kind, running := Prose, s.fence.mark != 0 || s.html.overBlankLines()
	if running {
		kind = s.block.Kind
		s.flush()
	} else {
		s.close()
		s.list = list{}
	}
	for from := l.from; from < l.next; {
		to := min(from+blockSize, l.next)
		if to < l.next {
			to = from + breakIn(s.src[from:to])
		}
		s.blocks = append(s.blocks, Block{
			From: int32(from), To: int32(to), Line: s.number, Kind: kind, Tight: from > l.from || running, Why: LongLine,
		})
		from = to
	}
	if running && s.html.overBlankLines() && s.html.endsIn(l.text) {
		s.close()
	}
	s.blank = true // what follows begins a block of its own
}
