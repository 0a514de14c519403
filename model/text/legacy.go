package text

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// A file that is not UTF-8 is either UTF-8 with damage or was written in an older encoding. Damage leaves most
// characters beyond ASCII whole, so those are counted against the rest. Otherwise four readings are weighed on the bytes beyond
// ASCII: does a letter stand among letters of its own script, in the case that its neighbours let expect, are pairs
// frequent Chinese characters. There is no statistics of languages behind it: a short text may be read wrongly, and the
// notice says what was chosen.

// weighed is how many bytes beyond ASCII are enough to decide.
const weighed = 4000

// legacy decides for raw, which is not valid UTF-8.
func legacy(raw []byte) coding {
	whole, broken := 0, 0
	for i := 0; i < len(raw); {
		if raw[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, size := utf8.DecodeRune(raw[i:])
		if r == utf8.RuneError && size == 1 {
			broken++
		} else {
			whole++
		}
		i += size
	}
	if whole > broken {
		return codingUTF8
	}
	best, most := codingWindows1252, weighLatin(raw)
	for _, c := range [...]coding{codingWindows1251, codingKOI8R} {
		if w := weighCyrillic(raw, c.charmap()); w > most && w > 0.5 {
			best, most = c, w
		}
	}
	if w := weighChinese(raw); w > most {
		best = codingGB18030
	}
	return best
}

func asciiLetter(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' }

// around answers the bytes before and after i, NUL at the ends.
func around(raw []byte, i int) (before, after byte) {
	if i > 0 {
		before = raw[i-1]
	}
	if i+1 < len(raw) {
		after = raw[i+1]
	}
	return before, after
}

// weighLatin answers by how much, a byte, raw looks like windows-1252.
func weighLatin(raw []byte) float64 {
	sum, n := 0.0, 0
	for i := 0; i < len(raw) && n < weighed; i++ {
		if raw[i] < utf8.RuneSelf {
			continue
		}
		n++
		if punctuationUTF8(raw[i:]) {
			sum++
			i += 2
			continue
		}
		before, after := around(raw, i)
		switch r := charmap.Windows1252.DecodeByte(raw[i]); {
		case r < 0xA0 || r == utf8.RuneError:
			sum -= 10
		case unicode.IsLetter(r) && (asciiLetter(before) || asciiLetter(after)):
			sum++
		case unicode.IsLetter(r):
			sum--
		case typographic(r):
			sum += 0.5
		default:
			sum--
		}
	}
	return sum / float64(max(n, 1))
}

// typographic tells the signs that single-byte encodings have in common.
func typographic(r rune) bool {
	switch r {
	case '“', '”', '„', '‘', '’', '‚', '«', '»', '‹', '›', '–', '—', '…', '•', '§', '°', '·', '№', '€', '£', '©', '®', '™', 0xA0:
		return true
	}
	return false
}

// weighCyrillic answers by how much, a byte, raw looks like Russian, Ukrainian or Bulgarian in the encoding m.
func weighCyrillic(raw []byte, m *charmap.Charmap) float64 {
	sum, n := 0.0, 0
	for i := 0; i < len(raw) && n < weighed; i++ {
		if raw[i] < utf8.RuneSelf {
			continue
		}
		n++
		r := m.DecodeByte(raw[i])
		if !unicode.Is(unicode.Cyrillic, r) {
			if typographic(r) {
				sum += 0.5
			} else {
				sum -= 2
			}
			continue
		}
		before, after := around(raw, i)
		switch left, right := m.DecodeByte(before), m.DecodeByte(after); {
		case asciiLetter(before) || asciiLetter(after):
			sum -= 2
		case unicode.IsLower(left) && unicode.IsUpper(r):
			sum -= 2
		case unicode.Is(unicode.Cyrillic, left) || unicode.Is(unicode.Cyrillic, right):
			sum++
		}
		switch unicode.ToLower(r) {
		case 'о', 'е', 'а', 'и', 'н', 'т', 'с', 'р', 'і':
			sum += 0.3
		}
	}
	return sum / float64(max(n, 1))
}

// weighChinese answers by how much, a byte, raw looks like gb18030. The rows B0 to D7 of the table are the frequent
// characters, A1 to A9 the signs.
func weighChinese(raw []byte) float64 {
	sum, n := 0.0, 0
	for i := 0; i < len(raw) && n < weighed; {
		if raw[i] < utf8.RuneSelf {
			i++
			continue
		}
		_, size, ok := nextGB18030(raw[i:])
		n += size
		switch lead := raw[i]; {
		case !ok:
			sum -= 5
		case size == 2 && lead >= 0xB0 && lead <= 0xD7 && raw[i+1] >= 0xA1:
			sum += 2.4
		case size == 2 && lead >= 0xA1 && lead <= 0xA9 && raw[i+1] >= 0xA1:
			sum++
		case size == 2:
			sum += 0.4
		}
		i += size
	}
	return sum / float64(max(n, 1))
}
