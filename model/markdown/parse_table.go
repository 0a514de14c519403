package markdown

// tableStart makes the last line of the open paragraph the head of a table, if the line below it is its delimiter row.
func (b *builder) tableStart(c *cursor, rest []byte) bool {
	text := b.raws[b.leaf].text
	last := b.segs[text.to-1]
	columns := delimiters(rest)
	if columns == 0 || columns > maxColumns || columns != cells(b.src[last.start:last.end]) {
		return false
	}
	n := b.leaf
	if text.to-text.from > 1 || b.nodes[n].Kind != Paragraph {
		b.raws[n].text.to--
		if b.nodes[n].Kind == Paragraph {
			b.nodes[n].End = int(b.segs[text.to-2].end)
		}
		b.shut()
		n = b.add(Table, int(last.start), c.end)
		b.nodes[n].Line = b.line - 1
	}
	b.nodes[n].Kind = Table
	b.raws[n].text = stretch{text.to - 1, text.to}
	b.leaf, b.kind = n, Table
	h := b.holder()
	h.terms, h.mark = -1, 0
	b.end(c.end)
	return true
}

// row adds a line to the open table.
func (b *builder) row(c *cursor) {
	table := b.leaf
	start := c.textStart()
	n := b.add(Row, start, c.end)
	b.nodes[n].Parent = table
	b.nodes[n].Tight = true
	b.single(n, start, c.end)
}

// cellsOf cuts a row at its bars. What is beyond 64 columns stays in the last cell.
func (b *builder) cellsOf(row segment) []segment {
	text := trim(b.src[row.start:row.end])
	from := int(row.start) + spaces(b.src[row.start:row.end])
	end := from + len(text)
	if from < end && b.src[from] == '|' {
		from++
	}
	list := b.cells[:0]
	for i := from; i < end && len(list) < maxColumns-1; i++ {
		if b.src[i] == '|' && b.src[i-1] != '\\' {
			list = append(list, b.trimmed(from, i))
			from = i + 1
		}
	}
	if from < end {
		if end-from > 0 && b.src[end-1] == '|' && len(list) == maxColumns-1 && b.src[end-2] != '\\' {
			end--
		}
		list = append(list, b.trimmed(from, end))
	}
	b.cells = list
	return list
}

func (b *builder) trimmed(from, to int) segment {
	for from < to && isSpace(b.src[from]) {
		from++
	}
	for to > from && isSpace(b.src[to-1]) {
		to--
	}
	return segment{int32(from), int32(to)}
}
