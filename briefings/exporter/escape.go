package exporter

import (
	"fmt"
	"io"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// escaper writes JSON with every rune that a terminal obeys, or a reader cannot see, as \u escapes: the values stay
// the same to the letter, and the stream may be looked at in a terminal. Joiners stay, as Persian and emoji need them.
type escaper struct {
	w    io.Writer
	rest []byte // the beginning of a rune whose end is in the next write
	out  []byte
}

func (e *escaper) Write(p []byte) (int, error) {
	src := p
	if len(e.rest) > 0 {
		src = append(e.rest, p...)
		e.rest = nil
	}
	e.out = e.out[:0]
	for len(src) > 0 {
		if src[0] < utf8.RuneSelf {
			e.out = appendASCII(e.out, src[0])
			src = src[1:]
			continue
		}
		if !utf8.FullRune(src) {
			e.rest = append([]byte(nil), src...)
			break
		}
		r, n := utf8.DecodeRune(src)
		if obeyed(r) {
			e.out = appendEscape(e.out, r)
		} else {
			e.out = append(e.out, src[:n]...)
		}
		src = src[n:]
	}
	if _, err := e.w.Write(e.out); err != nil {
		return 0, err
	}
	return len(p), nil
}

func appendASCII(out []byte, c byte) []byte {
	if c == 0x7f {
		return append(out, `\u007f`...)
	}
	return append(out, c)
}

func obeyed(r rune) bool {
	switch {
	case r == '\u200c', r == '\u200d', r >= 0xe0020 && r <= 0xe007f:
		return false
	case r >= 0x80 && r < 0xa0, r == '\u2028', r == '\u2029':
		return true
	}
	return unicode.In(r, unicode.Cf, unicode.Co)
}

func appendEscape(out []byte, r rune) []byte {
	if a, b := utf16.EncodeRune(r); a != unicode.ReplacementChar {
		return fmt.Appendf(out, `\u%04x\u%04x`, a, b)
	}
	return fmt.Appendf(out, `\u%04x`, r)
}
