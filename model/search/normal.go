package search

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"parley/model/text"
)

// How a text is laid out to be searched
//
//   - It is folded, and every word of it stands after a space, with one more at the end: "No line — yet" is " no line yet ".
//     So " li" asks for a word that begins so, " line " for the word itself, " no line " for a phrase.
//   - A word is letters, digits and their marks. Whatever else stands between two words counts as one space.
//   - Dots between single letters belong to the word: "U.S." is " us ".
//   - Between writing with spaces and writing without there is a space, so that "与NATO会谈" holds the word nato.

func folded(s string) string { return text.Fold(s) }

type class uint8

const (
	gap class = iota
	letter
	wide // of writing without spaces
	mark // counts as what stands before it
)

func classOf(r rune) class {
	switch {
	case r < utf8.RuneSelf:
		if 'a' <= r && r <= 'z' || '0' <= r && r <= '9' || 'A' <= r && r <= 'Z' {
			return letter
		}
		return gap
	case isWide(r):
		return wide
	case unicode.IsLetter(r) || unicode.IsNumber(r):
		return letter
	case unicode.IsMark(r):
		return mark
	}
	return gap
}

// isWide tells the scripts that put no spaces between words. Korean does, but glues particles and compounds together.
func isWide(r rune) bool {
	if r < 0x0E00 {
		return false
	}
	return r == 'ー' || r == '々' || unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul,
		unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

// appendNormal lays a folded text out. Where at is given, it gets for every byte written the byte of the text it is of;
// a space has the byte at which the word before it ended.
func appendNormal(dst []byte, s string, at *[]int32) []byte {
	var last class
	initials := false // the word so far is one letter, or letters with dots between
	end := 0
	var n int
	for i := 0; i < len(s); i += n {
		var c class
		r := rune(s[i])
		if r < utf8.RuneSelf {
			n, c = 1, ofASCII[r]
		} else {
			r, n = utf8.DecodeRuneInString(s[i:])
			c = classOf(r)
		}
		if c == mark {
			c = last
		}
		if c == gap {
			if r == '.' && initials && oneLetter(s[i+1:]) {
				continue
			}
			last, initials = gap, false
			continue
		}
		from := len(dst)
		if c != last {
			dst = append(dst, ' ')
			initials = c == letter && r > '9' && unicode.IsLetter(r)
		} else {
			initials = initials && i > 0 && s[i-1] == '.'
		}
		if at != nil && len(dst) > from {
			*at = append(*at, int32(end))
		}
		from = len(dst)
		if r < utf8.RuneSelf {
			dst = append(dst, byte(r))
		} else {
			dst = utf8.AppendRune(dst, r)
		}
		end = i + n
		if at != nil {
			for k := range len(dst) - from {
				*at = append(*at, int32(i+k))
			}
		}
		last = c
	}
	if at != nil {
		*at = append(*at, int32(end))
	}
	return append(dst, ' ')
}

// ofASCII is classOf for the characters that nearly all of a text is made of.
var ofASCII = func() (of [utf8.RuneSelf]class) {
	for r := range of {
		of[r] = classOf(rune(r))
	}
	return of
}()

// oneLetter tells whether a single letter stands at the beginning of s.
func oneLetter(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	next, _ := utf8.DecodeRuneInString(s[n:])
	return unicode.IsLetter(r) && (n == len(s) || classOf(next) == gap)
}

// wordsOf answers the words of a text as a Condition holds them.
func wordsOf(s string) []string {
	return strings.Fields(string(appendNormal(nil, folded(s), nil)))
}

// A pattern is words as they stand in a text laid out.
type pattern struct{ text string }

// patternOf joins words, of which the last is a prefix unless whole is asked for.
func patternOf(words []string, whole bool) pattern {
	joined := strings.Join(words, " ")
	if joined == "" {
		return pattern{}
	}
	first, _ := utf8.DecodeRuneInString(joined)
	last, _ := utf8.DecodeLastRuneInString(joined)
	if !isWide(first) {
		joined = " " + joined
	}
	if whole && !isWide(last) {
		joined += " "
	}
	return pattern{joined}
}

// in tells whether the pattern stands in a text laid out. A pattern without words stands everywhere.
func (p pattern) in(normal []byte) bool { return p.index(normal) >= 0 }

// index looks for the first few bytes only, which is where bytes.Index is fast, and compares the rest.
func (p pattern) index(normal []byte) int {
	const short = 7
	if len(p.text) <= short {
		return bytes.Index(normal, []byte(p.text))
	}
	head, tail := []byte(p.text[:short]), p.text[short:]
	for from := 0; ; {
		i := bytes.Index(normal[from:], head)
		if i < 0 {
			return -1
		}
		from += i
		rest := normal[from+short:]
		if len(rest) >= len(tail) && string(rest[:len(tail)]) == tail {
			return from
		}
		from++
	}
}

// inAny tells whether the pattern stands in one of the values.
func (p pattern) inAny(values ...string) bool {
	var room [128]byte
	for _, v := range values {
		if v != "" && p.in(appendNormal(room[:0], folded(v), nil)) {
			return true
		}
	}
	return false
}
