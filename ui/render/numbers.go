package render

import (
	"sort"

	"parley/model/markdown"
)

// Numbers answers what a page shows as paragraph numbers of a text whose structure is known: each number on the block
// that it begins in.
func Numbers(d markdown.Document) func(markdown.Block) int {
	type mark struct{ at, number int }
	var marks []mark
	last := 0
	for i := range d.Nodes {
		if n := &d.Nodes[i]; n.Parent < 0 && n.Paragraph > 0 && n.Paragraph != last {
			last = n.Paragraph
			marks = append(marks, mark{n.Start, last})
		}
	}
	return func(b markdown.Block) int {
		i := sort.Search(len(marks), func(i int) bool { return marks[i].at >= int(b.From) })
		if i < len(marks) && marks[i].at < int(b.To) {
			return marks[i].number
		}
		return 0
	}
}
