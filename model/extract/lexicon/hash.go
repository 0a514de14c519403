package lexicon

import (
	"unicode"
	"unicode/utf8"
)

// FNV-1a with 64 bits: over some ten thousand words a clash does not happen, so that a probe needs no comparing of letters.
const (
	offset = 14695981039346656037
	prime  = 1099511628211
)

// Start is the hash of nothing; Letter and Byte go on from there.
const Start uint64 = offset

// Byte goes on with a byte that is folded already.
func Byte(h uint64, b byte) uint64 { return (h ^ uint64(b)) * prime }

// Letter goes on with one letter: lower case, every apostrophe as "'", soft hyphens and joiners left out.
func Letter(h uint64, r rune) uint64 {
	switch {
	case r < utf8.RuneSelf:
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		return Byte(h, byte(r))
	case r == '’' || r == 'ʼ':
		return Byte(h, '\'')
	case Hidden(r):
		return h
	}
	r = unicode.ToLower(r)
	for ; r >= utf8.RuneSelf; r >>= 8 {
		h = Byte(h, byte(r)|0x80)
	}
	return Byte(h, byte(r))
}

// Hidden tells a letter that stands inside a word without being seen.
func Hidden(r rune) bool {
	return r == 0xAD || r >= 0x200B && r <= 0x200D || r == 0x2060 || r == 0xFEFF
}

// Hash answers the hash of a folded word.
func Hash(word string) uint64 {
	h := uint64(offset)
	for _, r := range word {
		h = Letter(h, r)
	}
	return h
}
