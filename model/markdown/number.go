package markdown

import "strings"

// Paragraph numbers, as the margin shows and a citation names them. Every paragraph, quote, list, table, code block and
// definition list of the outermost level counts one, headings none. In a numbered text the written number counts
// ("3.", "3. (U)"), and what has none belongs to the number above it. A text is numbered when it is a cable, a draft or
// a non-paper, when its numbers are followed by markings, or when half of what it consists of is numbered.

func number(d *Document) {
	if numbered(d) {
		written(d)
		return
	}
	count, list := 0, -1
	for i := range d.Nodes {
		n := &d.Nodes[i]
		switch {
		case n.Parent >= 0:
			n.Paragraph = d.Nodes[n.Parent].Paragraph
		case n.Kind == Heading || n.Kind == Rule || n.Kind == Comment || n.Kind == Footnote:
		case n.Kind == Item && n.List == list, n.Kind == Definition && i > 0 && follows(d.Nodes, i, Definition):
			n.Paragraph = count
		default:
			count++
			n.Paragraph = count
		}
		if n.Parent < 0 {
			list = n.List
		}
	}
}

// follows tells whether the node of the outermost level before the i-th is of a kind.
func follows(nodes []Node, i int, k Kind) bool {
	for i--; i > 0 && nodes[i].Parent >= 0; i-- {
		i = min(i, nodes[i].Parent+1)
	}
	return nodes[i].Kind == k
}

// written gives the numbers that stand in the text.
func written(d *Document) {
	current := 0
	for i := range d.Nodes {
		n := &d.Nodes[i]
		if n.Parent >= 0 {
			n.Paragraph = d.Nodes[n.Parent].Paragraph
			continue
		}
		if at := writtenNumber(n); at > 0 {
			current = at
		}
		if n.Kind != Heading && n.Kind != Rule && n.Kind != Comment {
			n.Paragraph = current
		}
	}
}

// writtenNumber answers the number that a node of the outermost level begins with; 0: none.
func writtenNumber(n *Node) int {
	if n.Kind == Item {
		return n.Ordinal
	}
	return 0
}

func numbered(d *Document) bool {
	all, items := 0, 0
	for i := range d.Nodes {
		n := &d.Nodes[i]
		if n.Parent >= 0 || n.Kind == Heading || n.Kind == Rule || n.Kind == Comment || n.Kind == Footnote {
			continue
		}
		all++
		if writtenNumber(n) > 0 {
			if items++; portion(n.Plain()) {
				return true
			}
		}
	}
	switch d.Front.Type {
	case "cable", "draft", "non-paper":
		return items > 0
	}
	return items > 2 && items*2 >= all && !d.tightList()
}

// tightList tells that the numbered items are a list without blank lines, as notes have them.
func (d *Document) tightList() bool {
	for i := range d.Nodes {
		if n := &d.Nodes[i]; n.Parent < 0 && n.Kind == Item && n.List != i && !n.Tight {
			return false
		}
	}
	return true
}

// portion tells whether a paragraph begins with its marking: "(U)", "(C//NF)", "(TLP:GREEN)".
func portion(s string) bool {
	if !strings.HasPrefix(s, "(") {
		return false
	}
	end := strings.IndexByte(s, ')')
	if end < 2 || end > 24 {
		return false
	}
	for _, c := range s[1:end] {
		if (c < 'A' || c > 'Z') && !strings.ContainsRune("/-: ,", c) {
			return false
		}
	}
	return true
}
