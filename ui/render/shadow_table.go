package render

import (
	"slices"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

// Tables. Glamour draws them at a width: first as wide as they are, then as wide as the page. It cuts the words of the
// head, and tears those of the rows, where the page is too narrow for that. Then the rows are drawn as records:
//
//	Issue · Veyra · Arland
//
//	Line of contact
//	• Veyra: + keep
//	• Arland: ± after a truce
//
// The first line is the head; where its words stand again they are decoration.

func (s *shadow) table(n *extast.Table, into ast.Node, p place) {
	s.hasTable = true
	if s.records {
		s.rowByRow(n, into, p)
		return
	}
	table := extast.NewTable()
	table.Alignments = n.Alignments
	into.AppendChild(into, table)
	s.leaf(p)
	from := len(s.runs)
	s.inTable = true
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		s.inHead = c.Kind() == extast.KindTableHeader
		row := extast.NewTableRow(n.Alignments)
		for d := c.FirstChild(); d != nil; d = d.NextSibling() {
			cell := s.fields.add(extast.TableCell{Alignment: extast.AlignNone})
			row.AppendChild(row, cell)
			s.begins = append(s.begins, len(s.runs))
			s.inlines(d, cell)
		}
		if s.inHead {
			table.AppendChild(table, extast.NewTableHeader(row))
		} else {
			table.AppendChild(table, row)
		}
	}
	s.inTable, s.inHead = false, false
	s.tables = append(s.tables, tableRuns{from, len(s.runs), p.indent})
}

// rowByRow builds a table as records.
func (s *shadow) rowByRow(n *extast.Table, into ast.Node, p place) {
	var heads [][]Cell
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if c.Kind() == extast.KindTableHeader {
			heads = s.recordHead(c, into, p)
		} else {
			s.record(c, into, p, heads)
		}
		p.gap = true
	}
}

// recordHead builds the line of the head and answers its words as decoration.
func (s *shadow) recordHead(n, into ast.Node, p place) (heads [][]Cell) {
	para := ast.NewParagraph()
	into.AppendChild(into, para)
	s.leaf(p)
	for d := n.FirstChild(); d != nil; d = d.NextSibling() {
		if d.PreviousSibling() != nil {
			s.sign(para, " · ")
		}
		from := len(s.cells)
		s.inlines(d, para)
		var words []Cell
		for _, c := range s.cells[from:] {
			words = append(words, Cell{S: c.S, W: c.W, From: -1, To: -1, St: Style{Role: Decor}})
		}
		heads = append(heads, words)
	}
	return heads
}

func (s *shadow) record(n, into ast.Node, p place, heads [][]Cell) {
	var list ast.Node
	i := 0
	for d := n.FirstChild(); d != nil; d = d.NextSibling() {
		switch {
		case !d.HasChildren():
		case i == 0:
			para, strong := ast.NewParagraph(), ast.NewEmphasis(2)
			into.AppendChild(into, para)
			para.AppendChild(para, strong)
			s.leaf(p)
			s.inlines(d, strong)
			p.gap = false
		default:
			if list == nil {
				list = ast.NewList('-')
				into.AppendChild(into, list)
			}
			item, block := ast.NewListItem(0), ast.NewTextBlock()
			list.AppendChild(list, item)
			item.AppendChild(item, block)
			s.leaf(p)
			if i < len(heads) && len(heads[i]) > 0 {
				s.open = len(s.cells)
				s.cells = append(s.cells, heads[i]...)
				s.flush(block)
				s.sign(block, ": ")
			}
			s.hang = 2
			s.inlines(d, block)
			s.hang = 0
			p.gap = false
		}
		i++
	}
}

// sign adds decoration of our own to a text.
func (s *shadow) sign(into ast.Node, signs string) {
	s.open = len(s.cells)
	for _, r := range signs {
		s.cells = append(s.cells, Cell{S: string(r), W: 1, From: -1, To: -1, St: Style{Role: Decor}})
	}
	s.flush(into)
}

// tornWord tells that a word of a table was divided for want of room.
func (d *decoder) tornWord() bool {
	for _, t := range d.s.tables {
		for k := t.from + 1; k < t.to; k++ {
			if d.rowOf[k] <= d.rowOf[k-1] {
				continue
			}
			before, here := d.first(k-1), d.first(k)
			_, begins := slices.BinarySearch(d.s.begins, k)
			if !begins && before.W == 1 && here.W == 1 && before.S != " " && here.S != " " {
				return true
			}
		}
	}
	return false
}

func (d *decoder) first(run int) Cell { return d.s.cells[d.s.runs[run].from] }
