package markdown

import (
	"bytes"
	"strings"
)

// starts looks what a line begins: containers first, one in the other, then a leaf; or it is text.
func (b *builder) starts(c *cursor, matched int) {
	for opened := false; c.end-c.pos <= maxLine; opened = true {
		inner := opened || matched == len(b.open)
		para := b.leaf >= 0 && b.kind == Paragraph && inner
		if c.indent() >= 4 {
			if !b.plain && (b.leaf < 0 || b.kind != Paragraph) {
				b.code(c, matched)
				return
			}
			break
		}
		rest := c.rest()
		if len(rest) == 0 {
			return // a container with nothing on its first line
		}
		if !opensSomething[rest[0]] {
			break
		}
		if b.leafStart(c, rest, matched, para) {
			return
		}
		if len(b.open) >= maxContainers || !b.containerStart(c, rest, matched, para) {
			break
		}
		matched = len(b.open)
	}
	b.plainLine(c, matched)
}

// opensSomething are the characters that a block may begin with.
var opensSomething = [256]bool{
	'#': true, '`': true, '~': true, '>': true, '<': true, '-': true, '+': true, '*': true, '_': true, '=': true, ':': true,
	'[': true, '|': true, '0': true, '1': true, '2': true, '3': true, '4': true, '5': true, '6': true, '7': true, '8': true, '9': true,
}

// plainLine takes a line that begins nothing: it goes on with a paragraph or table, or begins a paragraph.
func (b *builder) plainLine(c *cursor, matched int) {
	inner := matched == len(b.open)
	switch {
	case b.leaf >= 0 && b.kind == Table && inner:
		b.row(c)
	case b.leaf >= 0 && b.kind == Paragraph && !(b.doc.Lines && len(b.open) == 0):
		b.extend(c.textStart(), c.end) // a lazy line belongs to the paragraph, whatever container it lies in
	default:
		b.closeTo(matched)
		b.shut()
		b.text(c)
	}
}

// leafStart takes a line that is or begins a leaf, and tells whether it did.
func (b *builder) leafStart(c *cursor, rest []byte, matched int, para bool) bool {
	switch k := rest[0]; {
	case k == '#' && isHeading(rest):
		b.heading(c, rest, matched)
	case (k == '`' || k == '~') && opensFence(rest):
		b.fenceStart(c, rest, matched)
	case (k == '=' || k == '-') && para && isUnderline(rest):
		b.setext(c, k)
	case para && (k == '|' || k == '-' || k == ':') && b.tableStart(c, rest):
	case (k == '-' || k == '*' || k == '_') && isRule(rest):
		b.closeTo(matched)
		b.shut()
		b.add(Rule, c.textStart(), c.end)
	case k == '<':
		return b.htmlStart(c, rest, matched)
	case k == '[' && !para && b.reference(rest):
		b.closeTo(matched)
		b.shut()
		h := b.holder()
		h.first, h.terms, h.mark = false, -1, 0
	default:
		return false
	}
	return true
}

// containerStart opens a container, and tells whether it did.
func (b *builder) containerStart(c *cursor, rest []byte, matched int, para bool) bool {
	switch k := rest[0]; {
	case k == '>':
		b.quoteStart(c, matched)
		return true
	case k == ':' && len(rest) > 1 && isSpace(rest[1]):
		return b.definitionStart(c, rest, matched)
	case k == '[' && len(rest) > 4 && rest[1] == '^':
		return b.footnoteStart(c, rest, matched)
	case k == '-' || k == '*' || k == '+' || isDigit(k):
		return b.itemStart(c, rest, matched, para)
	}
	return false
}

func (b *builder) code(c *cursor, matched int) {
	b.closeTo(matched)
	b.shut()
	c.skip(4)
	b.leaf = b.add(Indented, c.pos, c.end)
	b.kind = Indented
	b.raws[b.leaf].text = stretch{int32(len(b.segs)), int32(len(b.segs))}
	b.addRaw(c)
}

// heading takes "## words ##".
func (b *builder) heading(c *cursor, rest []byte, matched int) {
	b.closeTo(matched)
	b.shut()
	level := run(rest)
	start := c.textStart()
	n := b.add(Heading, start, c.end)
	b.nodes[n].Level = level
	from, to := start+level, c.end
	for from < to && isSpace(b.src[from]) {
		from++
	}
	for to > from && isSpace(b.src[to-1]) {
		to--
	}
	closing := to
	for closing > from && b.src[closing-1] == '#' {
		closing--
	}
	if closing == from || closing < to && isSpace(b.src[closing-1]) {
		to = closing
	}
	b.single(n, from, to)
}

// single gives a node one line of text.
func (b *builder) single(n, from, to int) {
	b.raws[n].text = stretch{int32(len(b.segs)), int32(len(b.segs) + 1)}
	b.segs = append(b.segs, segment{int32(from), int32(max(from, to))})
}

// setext makes the open paragraph a heading.
func (b *builder) setext(c *cursor, mark byte) {
	n, text := b.leaf, b.raws[b.leaf].text
	if b.nodes[n].Kind != Paragraph {
		n = b.part(n, Heading)
	}
	b.nodes[n].Kind, b.nodes[n].Level = Heading, 1
	if mark == '-' {
		b.nodes[n].Level = 2
	}
	b.raws[n].text = text
	b.nodes[n].End = c.end
	b.end(c.end)
	b.shut()
	h := b.holder()
	h.terms, h.mark = -1, 0
}

// part moves the text that a container had as its own into a node in it, for it turned out to be no paragraph.
func (b *builder) part(container int, k Kind) int {
	text := b.raws[container].text
	first := b.segs[text.from]
	n := b.add(k, int(first.start), int(b.segs[text.to-1].end))
	b.nodes[n].Line = b.line - int(text.to-text.from)
	b.raws[n].text = text
	b.raws[container].text = stretch{}
	return n
}

func (b *builder) fenceStart(c *cursor, rest []byte, matched int) {
	b.closeTo(matched)
	b.shut()
	b.leaf = b.add(Fence, c.textStart(), c.end)
	b.kind = Fence
	b.fence = fenceOf(rest)
	b.raws[b.leaf].text = stretch{int32(len(b.segs)), int32(len(b.segs))}
	if info := trim(rest[b.fence.length:]); len(info) > 0 {
		b.nodes[b.leaf].more = &more{info: string(info)}
	}
}

// reference takes a link definition: [label]: address "title".
func (b *builder) reference(rest []byte) bool {
	at := bytes.IndexByte(rest[:min(len(rest), maxLabel+2)], ']')
	if at < 2 || at+1 >= len(rest) || rest[at+1] != ':' || rest[1] == '^' || bytes.IndexByte(rest[1:at], '[') >= 0 {
		return false
	}
	p := inliner{text: trim(rest[at+2:])}
	if len(p.text) == 0 {
		return false
	}
	end := p.bare(0)
	if p.text[0] == '<' {
		end = p.angled(0) + 1
	}
	next := p.blanks(end)
	if end < 2 && p.text[0] == '<' || next < len(p.text) && (next == end || p.linkTitle(next) != len(p.text)) {
		return false
	}
	if len(b.labels) < maxLabels {
		if b.labels == nil {
			b.labels = map[string]string{}
		}
		if label := normalLabel(rest[1:at]); b.labels[label] == "" {
			b.labels[label] = strings.Trim(string(p.text[:end]), "<>")
		}
	}
	return true
}
