package markdown

import "bytes"

// depth counts how many containers of a kind are open.
func (b *builder) depth(k Kind) int {
	n := 0
	for i := range b.open {
		if b.open[i].kind == k {
			n++
		}
	}
	return n
}

// push opens a container for a node.
func (b *builder) push(h holder) {
	h.first, h.terms = true, -1
	b.nodes[h.node].Level = b.depth(h.kind) + 1
	b.open = append(b.open, h)
	b.shut()
}

// quoteStart opens a quote or callout. The first line of a callout, "[!kind] words", is no part of its text.
func (b *builder) quoteStart(c *cursor, matched int) {
	b.closeTo(matched)
	b.shut()
	n := b.add(Quote, c.textStart(), c.end)
	b.push(holder{kind: Quote, node: n})
	c.quoteMark()
	rest := c.rest()
	if !bytes.HasPrefix(rest, []byte("[!")) || c.indent() > 3 {
		return
	}
	end := bytes.IndexByte(rest[:min(len(rest), 40)], ']')
	if end < 3 {
		return
	}
	for _, k := range rest[2:end] {
		if !isLetter(k) && k != '-' && k != '_' {
			return
		}
	}
	b.nodes[n].Kind = Callout
	b.nodes[n].more = &more{info: string(bytes.ToLower(rest[2:end]))}
	from := c.textStart() + end + 1
	if from < c.end && (b.src[from] == '+' || b.src[from] == '-') { // folded or not, as some viewers have it
		from++
	}
	for from < c.end && isSpace(b.src[from]) {
		from++
	}
	b.raws[n].head = stretch{int32(len(b.segs)), int32(len(b.segs) + 1)}
	b.segs = append(b.segs, segment{int32(from), int32(c.end)})
	c.pos = c.end
}

func (b *builder) itemStart(c *cursor, rest []byte, matched int, para bool) bool {
	base := c.col - c.pending
	it, ok := itemOf(line{text: rest, indent: base + c.indent()})
	if !ok || para && !b.linesEnd() && (it.empty || it.number >= 0 && it.number != 1) {
		return false
	}
	b.closeTo(matched)
	b.shut()
	start := c.textStart()
	n := b.add(Item, start, c.end)
	h := b.holder()
	if h.mark != it.mark {
		h.mark, h.list = it.mark, n
	}
	b.nodes[n].List = h.list
	b.nodes[n].Ordinal = int(max(it.number, 0))
	b.push(holder{kind: Item, node: n, content: it.content - base, empty: it.empty})
	width := 1
	if it.number >= 0 {
		for width = 0; isDigit(rest[width]); width++ {
		}
		width++
	}
	c.forward(width)
	if !it.empty {
		c.skip(it.content - c.col)
		b.task(n, c)
	}
	return true
}

// linesEnd tells that each line outside of containers is a paragraph, so none is interrupted.
func (b *builder) linesEnd() bool { return b.doc.Lines && len(b.open) == 0 }

// task takes "[ ]" and "[x]" off an item.
func (b *builder) task(n int, c *cursor) {
	rest := c.rest()
	if len(rest) < 4 || rest[0] != '[' || rest[2] != ']' || !isSpace(rest[3]) || rest[1] != ' ' && rest[1]|0x20 != 'x' {
		return
	}
	b.nodes[n].more = &more{info: string(rest[1])}
	c.forward(4)
}

// definitionStart opens a definition where a term stands above.
func (b *builder) definitionStart(c *cursor, rest []byte, matched int) bool {
	if matched != len(b.open) && b.leaf >= 0 && b.kind == Paragraph && b.open[len(b.open)-1].kind != Definition {
		return false
	}
	h := &b.root
	if matched > 0 {
		h = &b.open[matched-1]
	}
	term := h.terms
	if term < 0 {
		return false
	}
	b.closeTo(matched)
	b.shut()
	n, head := term, b.raws[term].text
	switch {
	case b.nodes[term].Kind == Definition:
		head = b.raws[term].head
		n = b.add(Definition, c.textStart(), c.end)
	case b.nodes[term].Kind != Paragraph:
		n = b.part(term, Definition)
	default:
		h.mark = 0
	}
	b.nodes[n].Kind = Definition
	b.raws[n] = raw{head: head}
	b.holder().terms = n
	width, _ := indentation(rest[1:], 1)
	if width > 4 {
		width = 1
	}
	b.push(holder{kind: Definition, node: n, content: 1 + width})
	c.forward(1)
	c.skip(width)
	b.end(c.end)
	return true
}

// footnoteStart opens "[^label]: text".
func (b *builder) footnoteStart(c *cursor, rest []byte, matched int) bool {
	end := bytes.IndexByte(rest[:min(len(rest), 100)], ']')
	if end < 3 || end+1 >= len(rest) || rest[end+1] != ':' {
		return false
	}
	b.closeTo(matched)
	b.shut()
	n := b.add(Footnote, c.textStart(), c.end)
	b.nodes[n].more = &more{info: string(rest[2:end])}
	b.push(holder{kind: Footnote, node: n, content: 4})
	c.forward(end + 2)
	return true
}
