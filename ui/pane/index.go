package pane

import (
	"sort"
	"strings"

	"parley/model"
	"parley/model/markdown"
)

// What the reader knows of the structure of a text: its paragraphs and their numbers, its headings, what can be found
// in it.

// soon is how much text is looked through at once; more is left to a command, and the text is shown meanwhile.
const soon = 128 << 10

// An Index is the structure of a text.
type Index struct {
	file       string
	size       int
	doc        markdown.Document
	paragraphs []paragraph
	headings   []Heading
	folded     []haystack // made when something is searched for
}

// A paragraph is what is cited by a number.
type paragraph struct {
	start, end int // bytes
	number     int
	written    bool // the number stands in the text
}

// A Heading is an entry of the outline.
type Heading struct {
	Level int
	Text  string
	At    int // byte of the text
	Line  int
}

// NewIndex looks through a text. It may be called off the screen's goroutine.
func NewIndex(t model.Text) Index {
	ix := Index{file: t.Briefing.File, size: len(t.Body), doc: markdown.ParseNamed(t.Briefing.File, t.Body)}
	before, written := 0, 0
	for i := range ix.doc.Nodes {
		n := &ix.doc.Nodes[i]
		switch {
		case n.Kind == markdown.Heading:
			ix.headings = append(ix.headings, Heading{Level: n.Level, Text: n.Plain(), At: n.Start, Line: n.Line})
		case n.Parent >= 0 || n.Paragraph == 0:
		case n.Paragraph != before:
			before = n.Paragraph
			p := paragraph{start: n.Start, end: n.End, number: n.Paragraph, written: n.Ordinal == n.Paragraph}
			if p.written {
				written++
			}
			ix.paragraphs = append(ix.paragraphs, p)
		default:
			ix.paragraphs[len(ix.paragraphs)-1].end = n.End
		}
	}
	if written < 2 { // a list that begins with 1 in the first paragraph is no numbered text
		for i := range ix.paragraphs {
			ix.paragraphs[i].written = false
		}
	}
	return ix
}

// number answers the number that a block is shown with. One that stands in the text is not said again.
func (ix *Index) number(b markdown.Block) int {
	i := sort.Search(len(ix.paragraphs), func(i int) bool { return ix.paragraphs[i].start >= int(b.From) })
	if i == len(ix.paragraphs) || ix.paragraphs[i].start >= int(b.To) || ix.paragraphs[i].written {
		return 0
	}
	return ix.paragraphs[i].number
}

// at answers the index of the paragraph that holds a byte, or the last one before it; -1: there is none.
func (ix *Index) at(b int) int {
	return sort.Search(len(ix.paragraphs), func(i int) bool { return ix.paragraphs[i].start > b }) - 1
}

// omitted answers the pieces that are not shown: what the library left out, and a heading at the beginning that says
// the title once more.
func (ix *Index) omitted(t *model.Text) []model.Range {
	out := t.Omitted
	for _, n := range ix.doc.Nodes[:min(len(ix.doc.Nodes), 1)] {
		if n.Kind == markdown.Heading && strings.TrimSpace(n.Plain()) == strings.TrimSpace(t.Briefing.Title) {
			out = append(out[:len(out):len(out)], model.Range{Start: n.Start, End: n.End})
		}
	}
	return out
}

// last answers the greatest paragraph number.
func (ix *Index) last() int {
	most := 0
	for _, p := range ix.paragraphs {
		most = max(most, p.number)
	}
	return most
}
