package written

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	"parley/model"
	"parley/model/markdown"
)

// A footnote behind a quote is its citation: “words”, said Name.[^1]
//
// It belongs to the last quote before it in the same sentence or paragraph; which that is, the caller knows.

// A Note is a footnote's mark in the text.
type Note struct {
	model.Range // of the mark
	Label       string
	Text        string // of the footnote
	Node        int
}

func (f *finder) notes() {
	text := map[string]string{}
	for i := range f.doc.Nodes {
		if n := &f.doc.Nodes[i]; n.Kind == markdown.Footnote {
			words := whole(&n.Text)
			text[strings.ToLower(n.Info())] = words.clean()
		}
	}
	for _, l := range f.doc.Notes {
		node := f.nodeAt(l.Start)
		if node < 0 {
			continue
		}
		words, ok := text[strings.ToLower(l.Target)]
		if !ok {
			f.problem(f.lineOf(l.Start), fmt.Sprintf("footnote [^%s] is nowhere defined; write [^%s]: source below", shown(l.Target), shown(l.Target)), "left out")
			continue
		}
		f.m.Notes = append(f.m.Notes, Note{Range: model.Range{Start: l.Start, End: l.End}, Label: l.Target, Text: words, Node: node})
	}
	slices.SortFunc(f.m.Notes, func(a, b Note) int { return a.Start - b.Start })
}

// NoteIn answers the first footnote whose mark begins in a piece of the text, as from the end of a quote to the next.
func (m *Marks) NoteIn(from, to int) (Note, bool) {
	i := sort.Search(len(m.Notes), func(k int) bool { return m.Notes[k].Start >= from })
	if i < len(m.Notes) && m.Notes[i].Start < to {
		return m.Notes[i], true
	}
	return Note{}, false
}
