package markdown

import "bytes"

// htmlStart takes HTML. What would run to the end of the text without ending ends with the paragraph, so that nothing
// is swallowed.
func (b *builder) htmlStart(c *cursor, rest []byte, matched int) bool {
	kind := htmlOf(rest)
	if kind == notHTML || kind == htmlTag && b.leaf >= 0 && b.kind == Paragraph {
		return false
	}
	if kind.overBlankLines() && !b.htmlEnds(kind, c.textStart()+2) {
		if kind != htmlRaw {
			return false
		}
		kind = htmlBlock
	}
	b.closeTo(matched)
	b.shut()
	b.kind, b.until = HTML, kind
	if kind == htmlComment {
		b.kind = Comment
	}
	b.leaf = b.add(b.kind, c.textStart(), c.end)
	name, _, _ := tagName(rest[:min(len(rest), 12)])
	b.raws[b.leaf] = raw{
		text: stretch{int32(len(b.segs)), int32(len(b.segs))},
		html: kind >= htmlBlock || kind == htmlRaw && name != "script" && name != "style",
	}
	c.pos = c.textStart()
	b.htmlPiece(c, 2)
	return true
}

// htmlEnds tells whether HTML that begins before from ends anywhere; that it does not is found out once a kind.
func (b *builder) htmlEnds(kind htmlKind, from int) bool {
	if at := b.endless[kind]; at > 0 && from >= at {
		return false
	}
	if kind.endsIn(b.src[from:min(len(b.src), from+4<<10)]) || kind.endsIn(b.src[from:]) {
		return true
	}
	b.endless[kind] = from
	return false
}

// htmlLine goes on with HTML.
func (b *builder) htmlLine(c *cursor) bool {
	if !b.until.overBlankLines() && c.blank() {
		return false
	}
	b.htmlPiece(c, 0)
	return true
}

// htmlPiece takes a line of HTML, and what stands behind the end of a comment as text.
func (b *builder) htmlPiece(c *cursor, skip int) {
	text := b.src[c.pos:c.end]
	if !b.until.overBlankLines() || !b.until.endsIn(text[min(skip, len(text)):]) {
		b.addRaw(c)
		return
	}
	end := c.end
	if b.until == htmlComment {
		end = c.pos + skip + bytes.Index(text[skip:], []byte("-->")) + 3
	}
	b.addRaw(&cursor{src: b.src, pos: c.pos, end: end})
	b.shut()
	if c.pos = end; !c.blank() {
		b.text(c)
	}
}
