package text

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"
)

// Cluster answers what is shown of one grapheme cluster, its width in cells, and how many of its characters are hidden:
// left out, or shown as a visible sign as ␛ for the escape character. See the table in hidden.go. A cluster of nothing
// but hidden characters is shown as "".
func Cluster(s string) (shown string, width, hidden int) {
	if len(s) == 1 && s[0] >= ' ' && s[0] < 0x7F {
		return s, 1, 0
	}
	var w washer
	w.cluster(s)
	if w.same {
		return s, Width(s), w.hidden
	}
	shown = string(w.out)
	return shown, Width(shown), w.hidden
}

// Line answers s on one line as it may be shown, used as a title or name, copied or exported: control characters made
// visible, hidden ones left out, each run of line breaks one space. It counts as Hidden does. Blanks at the ends stay.
func Line(s string) (clean string, hidden int) {
	if !suspect(s) {
		return s, 0
	}
	w := washer{out: make([]byte, 0, len(s)+8)}
	broken := false
	for g := graphemes.FromString(s); g.Next(); {
		c := g.Value()
		if c == "\n" || c == "\r\n" || c == "\r" {
			if !broken {
				w.out = append(w.out, ' ')
			}
			broken = true
			continue
		}
		broken = false
		if len(c) == 1 && c[0] >= ' ' && c[0] < 0x7F {
			w.out = append(w.out, c[0])
			continue
		}
		w.cluster(c)
	}
	return string(w.out), w.hidden
}

// Hidden counts the characters of a text that a reader would not see: what Line would leave out or show as a sign.
func Hidden(text []byte) int {
	n := 0
	for len(text) > 0 {
		end := bytes.IndexByte(text, '\n')
		if end < 0 {
			end = len(text)
		}
		if suspect(text[:end]) {
			var w washer
			for g := graphemes.FromBytes(text[:end]); g.Next(); {
				if c := g.Value(); len(c) > 1 || c[0] < ' ' || c[0] >= 0x7F {
					w.cluster(string(c))
					w.out = w.out[:0]
				}
			}
			n += w.hidden
		}
		text = text[min(end+1, len(text)):]
	}
	return n
}

// suspect tells whether s holds anything that is not shown as it stands. Marks on letters are common, so up to eight in a
// row after a letter are nothing to look at closely.
func suspect[T string | []byte](s T) bool {
	marks, linked := maxMarks, 0 // a mark at the front stands alone
	for i := 0; i < len(s); {
		if printable[s[i]] {
			for i++; i+8 <= len(s) && eightPrintable(s[i:i+8]); {
				i += 8
			}
			for i < len(s) && printable[s[i]] {
				i++
			}
			marks, linked = 0, 0
			continue
		}
		r, size := decode(s[i:])
		if !linking(r) {
			linked = 0
		} else if linked++; linked > maxRunes {
			return true
		}
		switch classOf(r) {
		case classPlain:
			marks = 0
		case classMark:
			if marks++; marks > maxMarks {
				return true
			}
		default:
			return true
		}
		i += size
	}
	return false
}

// printable are the bytes that are a character each and shown as they stand.
var printable = func() (is [256]bool) {
	for c := ' '; c < 0x7F; c++ {
		is[c] = true
	}
	return is
}()

// eightPrintable tells whether eight bytes are all printable.
func eightPrintable[T string | []byte](s T) bool {
	const ones, tops = 0x0101010101010101, 0x8080808080808080
	x := uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
	return (x|(x-ones*' ')|(x+ones))&tops == 0 // a byte below the blank borrows, DEL and what is beyond have their top bit
}

// linking tells the scripts whose characters may join into one cluster of any length: Indic conjuncts, Hangul jamo, and
// the Arabic signs that stand before a number.
func linking(r rune) bool {
	switch {
	case r < 0x600:
		return false
	case r <= 0x605, r == 0x6DD, r == 0x70F, r >= 0x890 && r <= 0x11FF:
		return true
	}
	return r >= 0xA800 && r <= 0xABFF || r >= 0xD7B0 && r <= 0xD7FF || r >= 0x11000 && r <= 0x11FFF
}

func decode[T string | []byte](s T) (rune, int) {
	if len(s) > utf8.UTFMax {
		s = s[:utf8.UTFMax]
	}
	return utf8.DecodeRuneInString(string(s))
}

const (
	maxMarks = 8  // accents on one letter, or tags of one flag
	maxRunes = 24 // characters of one cluster: a family of emoji has seven, a Sanskrit conjunct under ten
)

// circle is what a mark stands on that stands on nothing, as one of Shan between two words, which joins no letter before it.
const circle = "\u25CC"

// A washer gathers what is shown.
type washer struct {
	out    []byte
	hidden int
	same   bool // the last cluster is shown as it stands
}

// cluster adds one grapheme cluster. It looks at every character once, however many there are.
func (w *washer) cluster(s string) {
	w.same = true
	marks, runes, flag := 0, 0, false
	last := rune(0) // the character kept last
	for _, r := range s {
		c := classOf(r)
		switch {
		case runes == maxRunes,
			c == classUnseen,
			c == classJoiner && (last < 0x600 || last == 0x200C || last == 0x200D),
			c == classSelector && !takesSelector(last, r),
			c == classTag && !flag,
			c >= classTag && marks == maxMarks:
			w.hidden++
			w.same = false
			continue
		case c == classControl, c == classForeign, c == classBlank:
			w.sign(r, c)
			w.same = false
		case c == classMark && runes == 0 && !bytes.HasSuffix(w.out, []byte(circle)):
			w.out = append(w.out, circle...)
			w.same = false
			fallthrough
		default:
			w.out = utf8.AppendRune(w.out, r)
		}
		if c >= classTag {
			marks++
		}
		flag = flag || runes == 0 && r == 0x1F3F4
		last = r
		runes++
	}
}

// sign adds what stands for a character that must not go out itself.
func (w *washer) sign(r rune, c class) {
	switch {
	case c == classBlank:
		w.out = append(w.out, ' ')
		return
	case c == classForeign:
		w.out = append(w.out, "\uFFFD"...)
		return
	case r < ' ':
		w.out = utf8.AppendRune(w.out, 0x2400+r)
	case r == 0x7F:
		w.out = append(w.out, "\u2421"...)
	default:
		w.out = fmt.Appendf(w.out, "‹%02X›", r)
	}
	w.hidden++
}

// Sign tells whether what Cluster shows stands for a control character: such signs are drawn in reverse.
func Sign(shown string) bool {
	r, size := utf8.DecodeRuneInString(shown)
	if r >= 0x2400 && r <= 0x2421 {
		return size == len(shown)
	}
	return r == '‹' && strings.HasSuffix(shown, "›") && len(shown) > 2*len("›")
}
