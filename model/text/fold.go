package text

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Folding makes equal what a person who searches takes for equal: upper and lower case, letters with and without
// accents, full and half width, ligatures, curly and straight marks, all dashes, all blanks. Hidden characters vanish.
// й stays й: it is a letter, not и with an accent. Vowel signs of Indic and Thai script stay, as they are letters too.
// Names in other spellings (Kyiv, Kiev) are aliases, no matter of folding.

// Fold answers the form in which texts, names and queries are compared.
func Fold(s string) string {
	switch plain, upper := printableASCII(s); {
	case plain && upper:
		return strings.ToLower(s)
	case plain:
		return s
	}
	var room [64]byte
	f := folder{out: room[:0]}
	f.fold(s)
	return string(f.out)
}

// FoldOffsets answers the folded form and, for each of its bytes, the byte of s where that character begins; at[len(folded)]
// is len(s). A hit from a to b in folded is s[at[a]:at[b]], accents written apart included.
func FoldOffsets(s string) (folded string, at []int32) {
	f := folder{out: make([]byte, 0, len(s)+8), at: make([]int32, 0, len(s)+9)}
	f.fold(s)
	return string(f.out), append(f.at, int32(len(s)))
}

// printableASCII tells whether s needs nothing but lower case, and whether it has capitals.
func printableASCII(s string) (plain, upper bool) {
	for i := range len(s) {
		b := s[i]
		if !printable[b] && b != '\n' {
			return false, false
		}
		upper = upper || b >= 'A' && b <= 'Z'
	}
	return true, upper
}

// A folder gathers folded bytes, and where they come from unless at is nil.
type folder struct {
	out []byte
	at  []int32
}

func (f *folder) fold(s string) {
	for i := 0; i < len(s); {
		b := s[i]
		if b < utf8.RuneSelf {
			switch {
			case b >= 'A' && b <= 'Z':
				b |= 0x20
			case b == '\t' || b == '\r':
				b = ' '
			case b < ' ' && b != '\n' || b == 0x7F:
				i++
				continue
			}
			f.out = append(f.out, b)
			f.note(i)
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		f.rune(r)
		f.note(i)
		i += size
	}
}

// breve makes й of и where it is written apart.
const breve = 0x306

// note says that what was added last comes from byte i.
func (f *folder) note(i int) {
	if f.at != nil {
		for len(f.at) < len(f.out) {
			f.at = append(f.at, int32(i))
		}
	}
}

func (f *folder) rune(r rune) {
	if to := folds(r); to != "" {
		f.out = append(f.out, to...)
		return
	}
	switch c := classOf(r); {
	case c == classBlank:
		f.out = append(f.out, ' ')
		return
	case c != classPlain && c != classMark && c != classForeign:
		return
	case r == breve && bytes.HasSuffix(f.out, []byte("и")):
		copy(f.out[len(f.out)-2:], "й")
		return
	case accent(r):
		return
	case r >= 0xAC00 && r <= 0xD7A3:
		f.hangul(r - 0xAC00)
		return
	}
	var buf [utf8.UTFMax]byte
	b := utf8.AppendRune(buf[:0], r)
	d := norm.NFKD.Properties(b).Decomposition()
	if d == nil {
		f.out = utf8.AppendRune(f.out, unicode.ToLower(r))
		return
	}
	for len(d) > 0 {
		p, size := utf8.DecodeRune(d)
		d = d[size:]
		switch to := folds(p); {
		case accent(p):
		case to != "":
			f.out = append(f.out, to...)
		default:
			f.out = utf8.AppendRune(f.out, unicode.ToLower(p))
		}
	}
}

// hangul adds the letters of a syllable, so that it is found by its beginning and in either way of writing.
func (f *folder) hangul(n rune) {
	f.out = utf8.AppendRune(f.out, 0x1100+n/588)
	f.out = utf8.AppendRune(f.out, 0x1161+n%588/28)
	if n%28 > 0 {
		f.out = utf8.AppendRune(f.out, 0x11A7+n%28)
	}
}

// accent tells the marks that folding takes off: those of Latin, Greek and Cyrillic, and the points of Hebrew and Arabic.
func accent(r rune) bool {
	switch {
	case r < 0x300:
		return false
	case r < 0x370:
		return true
	case r >= 0x483 && r <= 0x487, r >= 0x591 && r <= 0x5C7 && r != 0x5BE && r != 0x5C0 && r != 0x5C3 && r != 0x5C6,
		r >= 0x610 && r <= 0x61A, r >= 0x64B && r <= 0x65F, r == 0x670, r == 0x640,
		r >= 0x6D6 && r <= 0x6ED && unicode.Is(unicode.Mn, r):
		return true
	}
	return r >= 0x1AB0 && r <= 0x1AFF || r >= 0x1DC0 && r <= 0x1DFF || r >= 0x20D0 && r <= 0x20F0 || r >= 0xFE20 && r <= 0xFE2F
}

// folds answers what the decompositions of Unicode do not know; empty otherwise.
func folds(r rune) string {
	switch r {
	case 'ß', 'ẞ':
		return "ss"
	case 'æ', 'Æ':
		return "ae"
	case 'œ', 'Œ':
		return "oe"
	case 'ø', 'Ø':
		return "o"
	case 'ł', 'Ł':
		return "l"
	case 'đ', 'Đ', 'ð', 'Ð':
		return "d"
	case 'ħ', 'Ħ':
		return "h"
	case 'ı':
		return "i"
	case 'þ', 'Þ':
		return "th"
	case 'ς':
		return "σ"
	case 'й', 'Й':
		return "й"
	case '‘', '’', '‚', '‛', '‹', '›', 'ʼ', 'ʻ', '′', '´':
		return "'"
	case '“', '”', '„', '‟', '«', '»', '″':
		return "\""
	case '‐', '‑', '‒', '–', '—', '―', '−':
		return "-"
	}
	return ""
}
