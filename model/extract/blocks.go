package extract

import (
	"bytes"
	"path"

	"parley/model"
	"parley/model/extract/prose"
	"parley/model/extract/written"
	"parley/model/markdown"
)

// Blocks to prose: what a sieve may read of a document, with the way back to its bytes.
//
// Rules:
//   - Paragraphs, quotes, items, definitions, notes and cells are read; fences, rules and HTML comments are not.
//   - A heading is read for the names in it, but no statement is looked for there.
//   - Under a heading "Comment" or "Assessment" the analyst speaks: nothing there is a party's statement.

// block is what a paragraph of the prose stands in.
type block struct {
	node    int // of the document
	heading bool
	cell    bool // of a table
	comment bool // the analyst's own voice
}

// parse reads the structure and splits its prose.
func (r *reading) parse() {
	r.document = markdown.ParseNamed(path.Base(r.file), r.src)
	r.marks = written.Find(&r.document, r.src)
	r.starts = lineStarts(r.src)
	paragraphs := make([]prose.Paragraph, 0, len(r.document.Nodes))
	r.blocks = make([]block, 0, len(r.document.Nodes))
	for i := range r.document.Nodes {
		n := &r.document.Nodes[i]
		b := block{node: i, heading: n.Kind == markdown.Heading, comment: r.isComment(i)}
		switch n.Kind {
		case markdown.Fence, markdown.Indented, markdown.Rule, markdown.Comment, markdown.Table:
			continue
		case markdown.Row:
			b.cell = true
			for c := range n.Cells {
				paragraphs = r.paragraph(paragraphs, n, &n.Cells[c], b)
			}
		default:
			paragraphs = r.paragraph(paragraphs, n, &n.Text, b)
		}
	}
	r.head()
	r.doc = prose.SplitWith(paragraphs, prose.Options{Doubled: r.o.Doubled || r.document.Front.Marks == "doubled"})
	r.tongue()
}

// paragraph appends a text as a paragraph of the prose.
func (r *reading) paragraph(to []prose.Paragraph, n *markdown.Node, t *markdown.Text, b block) []prose.Paragraph {
	if len(t.Runs) == 0 {
		return to
	}
	p := prose.Paragraph{Text: t.Plain(), Line: r.line(t.Runs[0].Start), Number: n.Paragraph}
	if len(t.Runs) == 1 && t.Runs[0].Verbatim {
		p.Base = t.Runs[0].Start
	} else {
		p.Pieces = make([]prose.Piece, len(t.Runs))
		for i := range t.Runs {
			run := &t.Runs[i]
			p.Pieces[i] = prose.Piece{At: run.At, From: run.Start, To: run.End, Whole: !run.Verbatim, Break: r.breaks(run)}
		}
	}
	r.blocks = append(r.blocks, b)
	return append(to, halved(p))
}

// breaks tells whether a run is the end of a line.
func (r *reading) breaks(run *markdown.Run) bool {
	return run.Text == " " && !run.Verbatim && bytes.ContainsAny(r.src[run.Start:run.End], "\r\n")
}

// isComment tells whether the analyst speaks in a node.
func (r *reading) isComment(node int) bool {
	return node >= 0 && written.SectionOf(r.document.Nodes[node].Heads) == written.Comment
}

// lineStarts answers where the lines of a text begin.
func lineStarts(src []byte) []int32 {
	starts := make([]int32, 1, len(src)/60+2)
	for at := 0; ; {
		i := bytes.IndexByte(src[at:], '\n')
		if i < 0 {
			return starts
		}
		at += i + 1
		starts = append(starts, int32(at))
	}
}

// line answers the line of a byte of the source.
func (r *reading) line(at int) int {
	first, past := 0, len(r.starts)
	for first < past {
		if middle := int(uint(first+past) / 2); int(r.starts[middle]) <= at {
			first = middle + 1
		} else {
			past = middle
		}
	}
	return first
}

// span answers the place in the source of a stretch of the prose.
func (r *reading) span(start, end int) (s model.Span) {
	r.place(&s, r.doc.Source(start, end), r.doc.ParagraphAt(start))
	return s
}

// place notes a place of the source that is in a paragraph of the prose.
func (r *reading) place(s *model.Span, at model.Range, paragraph int) {
	s.File, s.Start, s.End = r.file, at.Start, at.End
	s.Line, s.Paragraph = r.line(at.Start), int(r.doc.Paragraphs[paragraph].Number)
}
