package markdown

import (
	"bytes"
	"unicode/utf8"
)

// What a line begins with: headings, rules, fences. Columns count a tab up to the next multiple of four.

type line struct {
	from, next  int // bytes of the text, line end included
	text        []byte
	indent, pos int // columns and bytes before the first character
}

func (l *line) measure() {
	if c := l.text[0]; c == ' ' || c == '\t' {
		l.indent, l.pos = indentation(l.text, 0)
	}
}

func (l *line) isBlank() bool { return isBlank(l.text[l.pos:]) }

// indentation counts columns and bytes of the blanks that a text at a column begins with.
func indentation(text []byte, column int) (width, pos int) {
	for ; pos < len(text); pos++ {
		switch text[pos] {
		case ' ':
			width++
		case '\t':
			width += 4 - (column+width)%4
		default:
			return width, pos
		}
	}
	return width, pos
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func isBlank(text []byte) bool { return spaces(text) == len(text) }

// spaces counts the blanks that a text begins with.
func spaces(text []byte) int {
	for i, c := range text {
		if !isSpace(c) {
			return i
		}
	}
	return len(text)
}

func trim(text []byte) []byte {
	text = text[spaces(text):]
	for len(text) > 0 && isSpace(text[len(text)-1]) {
		text = text[:len(text)-1]
	}
	return text
}

// run counts how often a text repeats its first byte.
func run(text []byte) int {
	n := 1
	for n < len(text) && text[n] == text[0] {
		n++
	}
	return n
}

// isHeading tells # to ######, then a blank or nothing.
func isHeading(text []byte) bool {
	n := run(text)
	return n <= 6 && (n == len(text) || isSpace(text[n]))
}

// isUnderline tells a line of = or - alone.
func isUnderline(text []byte) bool { return isBlank(text[run(text):]) }

// isRule tells three or more of one mark, with blanks between them.
func isRule(text []byte) bool {
	n := 0
	for _, c := range text {
		switch {
		case c == text[0]:
			n++
		case !isSpace(c):
			return false
		}
	}
	return n > 2
}

// A fence is ended by a line of its own mark, at least as long.
type fence struct {
	mark   byte
	length int
}

// opensFence tells three or more backticks or tildes; the words behind backticks hold none.
func opensFence(text []byte) bool {
	n := run(text)
	return n >= 3 && (text[0] == '~' || bytes.IndexByte(text[n:], '`') < 0)
}

func fenceOf(text []byte) fence { return fence{mark: text[0], length: run(text)} }

func (f fence) closedBy(l *line) bool {
	l.measure()
	rest := l.text[l.pos:]
	return l.indent < 4 && len(rest) > 0 && rest[0] == f.mark && run(rest) >= f.length && isUnderline(rest)
}

// breakIn finds where a piece of a long line may end: behind one of its last blanks, else between two characters.
func breakIn(text []byte) int {
	if i := bytes.LastIndexByte(text[len(text)-256:], ' '); i >= 0 {
		return len(text) - 256 + i + 1
	}
	for i := 0; i < utf8.UTFMax; i++ {
		if utf8.RuneStart(text[len(text)-1-i]) {
			return len(text) - 1 - i
		}
	}
	return len(text)
}
