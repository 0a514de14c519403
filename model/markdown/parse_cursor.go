package markdown

// A cursor is a place in a line. A tab may be used up in part: what is left of it counts as blanks.
type cursor struct {
	src      []byte
	pos, end int
	col      int
	pending  int
}

// indent counts the columns before the first character.
func (c *cursor) indent() int {
	width, _ := indentation(c.src[c.pos:c.end], c.col)
	return c.pending + width
}

func (c *cursor) textStart() int {
	_, n := indentation(c.src[c.pos:c.end], c.col)
	return c.pos + n
}

// rest is what stands behind the indentation.
func (c *cursor) rest() []byte { return c.src[c.textStart():c.end] }

// first is the first character, 0 in a blank line.
func (c *cursor) first() byte {
	if at := c.textStart(); at < c.end {
		return c.src[at]
	}
	return 0
}

func (c *cursor) blank() bool { return c.textStart() == c.end }

// skip goes on by so many columns of blanks.
func (c *cursor) skip(columns int) {
	for columns > 0 {
		switch {
		case c.pending > 0:
			n := min(c.pending, columns)
			c.pending -= n
			columns -= n
		case c.pos < c.end && c.src[c.pos] == ' ':
			c.pos++
			c.col++
			columns--
		case c.pos < c.end && c.src[c.pos] == '\t':
			c.pending = 4 - c.col%4
			c.col += c.pending
			c.pos++
		default:
			return
		}
	}
}

// forward goes on behind so many bytes of the rest.
func (c *cursor) forward(n int) {
	width, blanks := indentation(c.src[c.pos:c.end], c.col)
	c.pos += blanks + n
	c.col += width + n
	c.pending = 0
}

// quoteMark goes on behind "> ".
func (c *cursor) quoteMark() {
	c.forward(1)
	if c.pos < c.end && isSpace(c.src[c.pos]) {
		c.skip(1)
	}
}
