package markdown

import (
	"bytes"
	"slices"
	"strings"
)

// inline reads the text of all nodes, now that every label is known, and gives them the headings above.
func (b *builder) inline() {
	room := b.doc.room
	expected := min(len(b.nodes), mostRuns)
	room.runs = slices.Grow(room.runs[:0], expected)[:expected]
	p := inliner{
		src: b.src, doc: string(b.src), labels: b.labels, found: b.doc, nodes: len(b.nodes), draft: drafts(b.doc.Front.Type),
		runs: room.runs, written: room.written, edits: room.edits,
	}
	defer func() { room.written, room.edits = p.written[:0], p.edits[:0] }()
	var path []string
	var levels []int
	for i := range b.nodes {
		n, r := &b.nodes[i], &b.raws[i]
		b.attribution(i)
		lines := b.segs[r.text.from:r.text.to]
		switch n.Kind {
		case Heading:
			b.headText(&p, n, lines)
			if n.Parent < 0 {
				for len(levels) > 0 && levels[len(levels)-1] >= n.Level {
					levels, path = levels[:len(levels)-1], path[:len(path)-1]
				}
				n.Heads = path
				path = append(path[:len(path):len(path)], n.Plain())
				levels = append(levels, n.Level)
				continue
			}
		case Table, Row:
			cells := b.cellsOf(lines[0])
			n.Cells = make([]Text, len(cells))
			for k := range cells {
				n.Cells[k] = p.read(cells[k:k+1], false)
			}
		case Fence, Indented:
			n.Text = p.verbatim(lines)
		case HTML:
			if r.html {
				n.Text = p.read(lines, true)
			}
		case Comment, Rule:
		default:
			n.Text = p.read(lines, false)
		}
		n.Heads = path
		b.inlineRare(&p, n, r)
	}
}

func drafts(kind string) bool { return kind == "draft" || kind == "non-paper" }

func (b *builder) inlineRare(p *inliner, n *Node, r *raw) {
	if r.head.from == r.head.to && r.by.from == r.by.to {
		return
	}
	if n.more == nil {
		n.more = &more{}
	}
	head := p.read(b.segs[r.head.from:r.head.to], false)
	if n.Kind == Definition {
		n.more.term = head
	} else {
		n.more.title = head
	}
	n.more.by = p.read(b.segs[r.by.from:r.by.to], false)
}

// headText reads a heading without its "{track}".
func (b *builder) headText(p *inliner, n *Node, lines []segment) {
	last := &lines[len(lines)-1]
	text := trim(b.src[last.start:last.end])
	if len(text) > 0 && text[len(text)-1] == '}' {
		if at := bytes.LastIndexByte(text, '{'); at >= 0 && at+2 < len(text) && text[at+1] != '+' && text[at+1] != '-' {
			n.more = &more{track: strings.TrimSpace(string(text[at+1 : len(text)-1]))}
			start := int(last.start) + spaces(b.src[last.start:last.end])
			*last = b.trimmed(start, start+at)
		}
	}
	n.Text = p.read(lines, false)
}

// verbatim reads lines of code: nothing falls away, a line end is a line end.
func (p *inliner) verbatim(lines []segment) Text {
	if len(lines) == 0 {
		return Text{}
	}
	if len(lines) > maxEdits || p.spent > maxRuns {
		return p.plain(lines)
	}
	w := runWriter{p: p, runs: p.written[:0]}
	p.lines, p.base = nil, 0
	from := lines[0].start
	for i := 1; i < len(lines); i++ {
		if end := lines[i-1].end; lines[i].start != end+1 {
			w.verbatim(int(from), int(end))
			w.add(Run{Text: "\n", Start: int(end), End: int(lines[i].start)})
			from = lines[i].start
		}
	}
	w.verbatim(int(from), int(lines[len(lines)-1].end))
	return w.text()
}

// attribution takes the last line of a quote that is "— Name" out of its text. It may be the last line of the quote's own text, or
// the only line of its last paragraph.
func (b *builder) attribution(quote int) {
	n := &b.nodes[quote]
	if n.Kind != Quote && n.Kind != Callout {
		return
	}
	last := quote
	for i := quote + 1; i < len(b.nodes) && b.nodes[i].Start < n.End; i++ {
		if b.nodes[i].Parent == quote {
			last = i
		}
	}
	r := &b.raws[last]
	if last != quote && b.nodes[last].Kind != Paragraph || r.text.to == r.text.from {
		return
	}
	if last == quote && r.text.to-r.text.from == 1 && n.Kind == Quote {
		return // a dash alone is the beginning of somebody's words
	}
	l := b.segs[r.text.to-1]
	dash := dashes(b.src[l.start:l.end])
	if dash == 0 {
		return
	}
	r.text.to--
	at := len(b.segs)
	b.segs = append(b.segs, b.trimmed(int(l.start)+dash, int(l.end)))
	b.raws[quote].by = stretch{int32(at), int32(at + 1)}
}

// kept answers the nodes without the paragraphs that were but a line of attribution.
func (b *builder) kept() []Node {
	to := make([]int32, len(b.nodes))
	n := 0
	for i := range b.nodes {
		to[i] = int32(n)
		x := &b.nodes[i]
		if x.Kind == Paragraph && len(x.Runs) == 0 {
			continue
		}
		if n < i {
			b.nodes[n] = *x
		}
		n++
	}
	if n == len(b.nodes) {
		return b.nodes
	}
	for i := range b.nodes[:n] {
		x := &b.nodes[i]
		if x.Parent >= 0 {
			x.Parent = int(to[x.Parent])
		}
		if x.List >= 0 {
			x.List = int(to[x.List])
		}
	}
	return b.nodes[:n]
}

// dashes answers the length of the dash that a line of attribution begins with; 0: it is none.
func dashes(text []byte) int {
	for _, dash := range [...]string{"—", "–", "―", "--"} {
		if bytes.HasPrefix(text, []byte(dash)) && len(text) > len(dash) && text[len(dash)] != '-' {
			return len(dash)
		}
	}
	return 0
}
