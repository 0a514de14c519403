package render

import (
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// The shadow: a tree of the same shape as the parsed block, without a character of it. The rules:
//   - a run of text is one rune, U+F0000 plus its number; in a table each cell of the screen is one, U+20000 plus its
//     number where it is two wide, and its blanks are blanks, so that glamour can measure and wrap
//   - what follows the first paragraph of an item lies in a list without items, which glamour draws as indentation
//   - a row stays empty between two blocks when a line is empty between them, or they do not lie in an item
//   - links have the address "#", which glamour draws without one; code has no language; HTML is text
//   - footnotes and link definitions are text as well; nothing is left out

const (
	narrowRune = 0xF0000
	wideRune   = 0x20000
	maxRuns    = 0xFFF0
	maxNesting = 16
)

type shadow struct {
	tray
	src     []byte
	own     bool   // drawn with our own style sheet
	buf     []byte // what the shadow's texts point into
	runs    []run
	leaves  map[int]place // by its first run: where a block lies
	rules   []place       // the same for rules, which have no run
	numbers []int32       // of the items of ordered lists, in the order of the text
	ordinal int32         // Block.Ordinal: for the outermost list
	links   []string
	tables  []tableRuns
	exempt  []reach // bytes that may be in no cell: addresses, numbers of items
	hang    int     // blanks that a new line in a text begins with
	open    int     // first cell of the open run

	quoted   bool // the text lies in a quote
	callout  bool // the text is the head of a callout, up to its first line end
	inTable  bool
	inHead   bool
	hasTable bool
	records  bool  // tables are drawn row by row
	begins   []int // runs that begin a cell of a table, in order

	texts  store[ast.Text] // the nodes of which there are most
	fields store[extast.TableCell]
}

// A store hands out nodes of a tree many at a time. The next tree takes the same ones.
type store[T any] []T

const storeSize = 512

func (s *store[T]) add(node T) *T {
	if len(*s) == cap(*s) {
		*s = make([]T, 0, storeSize)
	}
	*s = append(*s, node)
	return &(*s)[len(*s)-1]
}

// A run is a piece of cells that one rune stands for.
type run struct{ from, to int32 }

type reach struct{ from, to int }

// tableRuns is which runs a table is made of, and what stands before its rows.
type tableRuns struct{ from, to, indent int }

// A place is where a block lies.
type place struct {
	depth  int
	indent int  // columns of bars and indentation before it
	gap    bool // the row before it is empty
	item   bool // an item holds it
	quote  bool // a quote holds it
	pads   []pad
}

// A pad is what glamour's indentation of two lacks below a number.
type pad struct{ column, blanks int }

// children builds the blocks in n.
func (s *shadow) children(n, into ast.Node, p place) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		s.block(c, into, p)
		p.gap = true
		if next := c.NextSibling(); next != nil && (p.item || definition(c) && definition(next)) {
			p.gap = s.apart(next)
		}
	}
}

// apart tells whether an empty line stands before a block. Of tables the parser does not know.
func (s *shadow) apart(n ast.Node) bool {
	if n.Kind() != extast.KindTable {
		return n.HasBlankPreviousLines()
	}
	start := strings.LastIndexByte(s.text[:max(0, n.Pos())], '\n')
	if start < 0 {
		return true
	}
	above := s.text[strings.LastIndexByte(s.text[:start], '\n')+1 : start]
	return strings.Trim(above, " \t>") == ""
}

func definition(n ast.Node) bool { return n.Kind() == ast.KindLinkReferenceDefinition }

func (s *shadow) block(n, into ast.Node, p place) {
	switch n := n.(type) {
	case *ast.Paragraph, *ast.TextBlock:
		s.paragraph(n, into, p)
	case *ast.Heading:
		h := ast.NewHeading(n.Level)
		into.AppendChild(into, h)
		s.leaf(p)
		s.inlines(n, h)
	case *ast.ThematicBreak:
		into.AppendChild(into, ast.NewThematicBreak())
		s.rules = append(s.rules, p)
	case *ast.Blockquote:
		p.quote = true
		s.container(n, into, ast.NewBlockquote(), p, 2)
	case *ast.List:
		s.list(n, into, p)
	case *ast.CodeBlock:
		s.code(n.Lines(), nil, into, p)
	case *ast.FencedCodeBlock:
		s.code(n.Lines(), n.Info, into, p)
	case *ast.HTMLBlock:
		lines := text.NewSegments()
		lines.AppendAll(n.Lines().Sliced(0, n.Lines().Len()))
		if n.HasClosure() {
			lines.Append(n.ClosureLine)
		}
		s.lines(lines, into, p, Dim)
	case *ast.LinkReferenceDefinition:
		s.lines(n.Lines(), into, p, Dim)
	case *extast.Table:
		s.table(n, into, p)
	case *extast.DefinitionList:
		s.definitions(n, into, p)
	}
}

// leaf begins a block without blocks in it.
func (s *shadow) leaf(p place) {
	s.leaves[len(s.runs)] = p
}

func (s *shadow) paragraph(n, into ast.Node, p place) {
	para := ast.NewParagraph()
	into.AppendChild(into, para)
	s.leaf(p)
	s.quoted = p.quote
	s.callout = p.quote && n.PreviousSibling() == nil && n.HasChildren() && calls(s.text[max(0, n.Lines().At(0).Start):])
	from, callout := len(s.cells), s.callout
	s.inlines(n, para)
	for i := from; callout && i < len(s.cells); i++ {
		s.cells[i].St.Role = Dim
		callout = s.cells[i].S != "]"
	}
	s.quoted, s.callout = false, false
}

// calls tells the first line of a callout: "[!quote] Name".
func calls(text string) bool { return strings.HasPrefix(text, "[!") }

// container builds a block that holds blocks; what lies too deep is drawn as if it lay in the one above.
func (s *shadow) container(n, into, shade ast.Node, p place, columns int) {
	if p.depth++; p.depth > maxNesting {
		shade = into
		columns = 0
	} else {
		into.AppendChild(into, shade)
	}
	p.indent += columns
	p.item = false
	s.children(n, shade, p)
}

// list keeps the numbers of the source, unless they are all the same: then they are counted up.
func (s *shadow) list(n *ast.List, into ast.Node, p place) {
	shade := ast.NewList(n.Marker)
	shade.Start = 1
	if p.depth++; p.depth > maxNesting {
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			s.mark(c)
			s.children(c, into, p)
			p.gap = true
		}
		return
	}
	into.AppendChild(into, shade)
	numbers := s.count(n, p.depth == 1)
	if inList(into) {
		p.indent += 2
	}
	i := 0
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		width := 2
		if n.IsOrdered() {
			s.numbers = append(s.numbers, numbers[i])
			width = len(strconv.Itoa(int(numbers[i]))) + 2
		}
		s.item(c, shade, p, width)
		i++
		if next := c.NextSibling(); next != nil {
			p.gap = s.apart(next)
		}
	}
}

func inList(n ast.Node) bool {
	for ; n != nil; n = n.Parent() {
		if n.Kind() == ast.KindList {
			return true
		}
	}
	return false
}

// mark passes over the mark of an item and answers its number.
func (s *shadow) mark(item ast.Node) (number int32, ok bool) {
	at := item.Pos()
	if at < 0 {
		return 0, false
	}
	i := at
	for i < len(s.text) && s.text[i] >= '0' && s.text[i] <= '9' {
		number = number*10 + int32(s.text[i]-'0')
		i++
	}
	s.exempt = append(s.exempt, reach{at, i})
	return number, i > at
}

func (s *shadow) count(n *ast.List, outermost bool) []int32 {
	if !n.IsOrdered() {
		return nil
	}
	var numbers []int32
	equal := true
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		number, ok := s.mark(c)
		if !ok {
			number = int32(n.Start + len(numbers))
		}
		numbers = append(numbers, number)
		equal = equal && number == numbers[0]
	}
	first := numbers[0]
	if outermost && s.ordinal > 0 {
		first = s.ordinal
		equal = equal && len(numbers) > 1 || first != numbers[0]
		s.ordinal = 0
	}
	if equal {
		for i := range numbers {
			numbers[i] = first + int32(i)
		}
	}
	return numbers
}

// item builds an item: glamour draws its first text behind the mark, and everything else below.
func (s *shadow) item(n ast.Node, list ast.Node, p place, width int) {
	item := ast.NewListItem(0)
	list.AppendChild(list, item)
	p.item, p.quote = true, false
	below := p
	if width > 2 {
		below.pads = append(p.pads[:len(p.pads):len(p.pads)], pad{p.indent + 2, width - 2})
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c.Kind() {
		case ast.KindParagraph, ast.KindTextBlock:
			if c != n.FirstChild() {
				s.below(c, item, below)
				break
			}
			block := ast.NewTextBlock()
			item.AppendChild(item, block)
			s.leaf(p)
			s.hang = width
			s.inlines(c, block)
			s.hang = 0
		case ast.KindHeading:
			if c != n.FirstChild() {
				s.below(c, item, below)
				break
			}
			s.block(c, item, p)
		case ast.KindList:
			s.block(c, item, below)
		default:
			s.below(c, item, below)
		}
		if next := c.NextSibling(); next != nil {
			p.gap = s.apart(next)
			below.gap = p.gap
		}
	}
}

// below indents a block of an item.
func (s *shadow) below(n, into ast.Node, p place) {
	shade := ast.NewList('-')
	into.AppendChild(into, shade)
	p.indent += 2
	s.block(n, shade, p)
}

func (s *shadow) definitions(n *extast.DefinitionList, into ast.Node, p place) {
	list := extast.NewDefinitionList(0, nil)
	into.AppendChild(into, list)
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if c.Kind() == extast.KindDefinitionTerm {
			term := extast.NewDefinitionTerm()
			list.AppendChild(list, term)
			s.leaf(p)
			s.inlines(c, term)
			p.gap = false
			continue
		}
		desc := extast.NewDefinitionDescription()
		list.AppendChild(list, desc)
		inner := p
		inner.item = true
		for b := c.FirstChild(); b != nil; b = b.NextSibling() {
			if k := b.Kind(); b.PreviousSibling() == nil && (k == ast.KindTextBlock || k == ast.KindParagraph) {
				block := ast.NewTextBlock()
				desc.AppendChild(desc, block)
				s.leaf(inner)
				s.hang = 2
				s.inlines(b, block)
				s.hang = 0
			} else {
				s.described(b, desc, inner)
			}
			if next := b.NextSibling(); next != nil {
				inner.gap = s.apart(next)
			}
		}
		next := c.NextSibling()
		p.gap = next != nil && next.Kind() == extast.KindDefinitionTerm
	}
}

// described indents a further block of a definition: glamour indents lists only within lists.
func (s *shadow) described(n, desc ast.Node, p place) {
	if !inList(desc) {
		outer := ast.NewList('-')
		desc.AppendChild(desc, outer)
		desc = outer
	}
	s.below(n, desc, p)
}

// shade adds a text to the shadow.
func (s *shadow) shade(into ast.Node, add func([]byte) []byte) {
	from := len(s.buf)
	s.buf = add(s.buf)
	into.AppendChild(into, s.texts.add(ast.Text{Segment: text.NewSegment(from, len(s.buf))}))
}

// resolve answers an address as it is meant, without escapes and entities.
func resolve(address []byte) string {
	return string(util.UnescapePunctuations(util.ResolveNumericReferences(util.ResolveEntityNames(address))))
}
