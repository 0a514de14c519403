package render

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
)

// Blocks that keep their lines: code, HTML, link definitions.

const tabStop = 4

// code builds a block of code; what stands behind its fence is shown first.
func (s *shadow) code(lines *text.Segments, info *ast.Text, into ast.Node, p place) {
	block := ast.NewCodeBlock()
	into.AppendChild(into, block)
	s.leaf(p)
	if info != nil && info.Segment.Start >= s.head {
		was := s.style
		s.style.Role = Dim
		s.open = len(s.cells)
		s.prose(info.Segment.Start, info.Segment.Stop)
		s.line(block.Lines(), 0)
		s.style = was
	}
	for i := range lines.Len() {
		seg := lines.At(i)
		if seg.Start < s.head {
			continue
		}
		s.open = len(s.cells)
		s.expanded(seg.Start, lineEnd(s.text, seg))
		s.line(block.Lines(), seg.Padding)
	}
}

func lineEnd(src string, seg text.Segment) int {
	return seg.Start + len(strings.TrimRight(src[seg.Start:seg.Stop], "\r\n"))
}

// line adds the open run as one line of the shadow.
func (s *shadow) line(to *text.Segments, padding int) {
	from := len(s.buf)
	s.buf = append(s.buf, strings.Repeat(" ", padding)...)
	if s.open < len(s.cells) && len(s.runs) < maxRuns {
		s.buf = s.stand(s.buf, s.open, len(s.cells), false)
	}
	s.buf = append(s.buf, '\n')
	to.Append(text.NewSegment(from, len(s.buf)))
	s.open = len(s.cells)
}

// expanded adds text in which tabs reach to the next stop.
func (s *shadow) expanded(from, to int) {
	column, counted := 0, len(s.cells)
	for from < to {
		i := strings.IndexByte(s.text[from:to], '\t')
		if i < 0 {
			break
		}
		s.raw(from, from+i)
		for _, c := range s.cells[counted:] {
			column += int(c.W)
		}
		counted = len(s.cells)
		for range tabStop - column%tabStop {
			s.add(" ", 1, from+i, from+i+1)
		}
		from += i + 1
	}
	s.raw(from, to)
}

// lines builds a paragraph that keeps its line ends.
func (s *shadow) lines(lines *text.Segments, into ast.Node, p place, role Role) {
	para := ast.NewParagraph()
	into.AppendChild(into, para)
	s.leaf(p)
	was := s.style
	s.style.Role = role
	first := true
	for i := range lines.Len() {
		seg := lines.At(i)
		if seg.Start < s.head {
			continue
		}
		if !first {
			s.newline(para)
		}
		first = false
		s.open = len(s.cells)
		s.expanded(seg.Start, lineEnd(s.text, seg))
		s.flush(para)
	}
	s.style = was
}
