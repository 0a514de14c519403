package markdown

// A Limit is why a block is shown without Markdown. What stands in it is shown all the same, and marked.
type Limit uint8

// Parsers take exponential time, or gigabytes, over what is beyond these; what people write is far below.
const (
	Within Limit = iota
	LongLine
	TooLarge
	TooMuchEmphasis
	TooManyBrackets
	TooManyBackticks
	TooManyEntities
	TooManyColumns
	TooDeep
	Hiding  // found when drawn: Markdown would leave something out
	Faulty  // found when drawn: it could not be drawn
	TooWide // found when drawn: a table that does not fit the page
	TooMany // found when drawn: what stands before it is a book already
)

const (
	maxBytes     = 24 << 10
	maxEmphasis  = 1000 // runs of * _ ~
	maxBrackets  = 1000
	maxBackticks = 500  // runs
	maxEntities  = 1000 // < and &
	maxColumns   = 64
	maxDepth     = 16 // containers opened on one line
)

// String says it in a few words, as a notice shows it.
func (l Limit) String() string {
	return [...]string{
		"", "a line of more than 8 KB", "more than 24 KB in one piece", "over 1,000 marks of emphasis",
		"over 1,000 brackets", "over 500 runs of backticks", "over 1,000 tags and entities", "over 64 columns",
		"nested deeper than 16", "Markdown would hide some of it", "it cannot be drawn", "a table wider than the page",
		"over 20,000 pieces stand before it",
	}[l]
}

// Over tells whether a block is beyond a limit. It is asked when the block is drawn: nobody draws all of a long text.
func Over(src []byte, b Block) Limit {
	switch {
	case b.Why != Within:
		return b.Why
	case b.Kind == Fence || b.Kind == Indented || b.Kind == HTML || b.Kind == Rule:
		return Within // nothing in it is parsed
	}
	for _, text := range [][]byte{src[b.HeadFrom:b.HeadTo], src[b.From:b.To]} {
		if why := over(text); why != Within {
			return why
		}
	}
	return Within
}

func over(text []byte) Limit {
	if len(text) > maxBytes {
		return TooLarge
	}
	var emphasis, brackets, backticks, entities, columns int
	lineStart, bars, before := 0, 0, byte('\n')
	for i, c := range text {
		switch c {
		case '*', '_', '~':
			if before != c {
				emphasis++
			}
		case '`':
			if before != c {
				backticks++
			}
		case '[', ']', '(':
			brackets++
		case '<', '&':
			entities++
		case '|':
			bars++
		case '\n':
			columns = max(columns, bars)
			if depth(text[lineStart:i]) > maxDepth {
				return TooDeep
			}
			lineStart, bars = i+1, 0
		}
		before = c
	}
	switch {
	case depth(text[lineStart:]) > maxDepth:
		return TooDeep
	case emphasis > maxEmphasis:
		return TooMuchEmphasis
	case brackets > maxBrackets:
		return TooManyBrackets
	case backticks > maxBackticks:
		return TooManyBackticks
	case entities > maxEntities:
		return TooManyEntities
	case max(columns, bars) > maxColumns+1:
		return TooManyColumns
	}
	return Within
}

// depth counts the containers that a line opens by itself: quotes, items, definitions. A dash opens one only before a
// blank, else every underline would be deep. Those that indentation opens cost little: they are flattened when drawn.
func depth(text []byte) int {
	n := 0
	for i := 0; i < len(text); i++ {
		c := text[i]
		followed := i+1 == len(text) || isSpace(text[i+1])
		switch {
		case c == '>':
			n++
		case (c == '-' || c == '+' || c == '*' || c == ':') && followed:
			n++
		case c == ' ' || c == '\t':
		case isDigit(c):
			for i+1 < len(text) && isDigit(text[i+1]) {
				i++
			}
			if i+1 < len(text) && (text[i+1] == '.' || text[i+1] == ')') && (i+2 == len(text) || isSpace(text[i+2])) {
				i++
				n++
				continue
			}
			return n
		default:
			return n
		}
	}
	return n
}
