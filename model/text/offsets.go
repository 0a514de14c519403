package text

import (
	"sort"
	"unicode/utf8"
)

// Where a byte of the text stands in the file is counted, not stored: a rune costs so many bytes of the file by its
// encoding and the tariff in force. A mark is set where the tariff changes (a file that changes from CRLF to LF, an
// invalid byte) and every few kilobytes, so that a look-up counts a short way. A file of 4 MB needs some 1,000 marks,
// one that is UTF-8 with LF a single one.

// stride is the longest way to count, in bytes of the text.
const stride = 4096

// A mark is a place known in both: from here on runes are counted by the tariff.
type mark struct {
	text, file int32
	tariff     tariff
}

// A tariff is what runes cost that have no fixed price in an encoding.
type tariff struct {
	pair   bool // a line end is two characters of the file, CR and LF
	single bool // U+FFFD is one byte that meant nothing
	four   bool // gb18030: a character takes four bytes
	kept   bool // a character beyond ASCII is UTF-8 among single bytes
}

// price is how many bytes of the file stand for r.
func (t tariff) price(c coding, r rune) int {
	if r == '\n' && t.pair {
		return 2 * c.unit()
	}
	if r == utf8.RuneError && t.single {
		return 1
	}
	switch c {
	case codingUTF8:
		return utf8.RuneLen(r)
	case codingUTF16LE, codingUTF16BE:
		if r >= 0x10000 {
			return 4
		}
		return 2
	case codingUTF32LE, codingUTF32BE:
		return 4
	}
	switch {
	case r < utf8.RuneSelf:
		return 1
	case t.kept:
		return utf8.RuneLen(r)
	case c == codingGB18030 && t.four:
		return 4
	case c == codingGB18030:
		return 2
	}
	return 1
}

// adapted answers the tariff under which r costs size bytes, changed as little as can be.
func (t tariff) adapted(c coding, r rune, size int) tariff {
	if t.price(c, r) == size {
		return t
	}
	switch {
	case r == '\n':
		t.pair = !t.pair
	case r == utf8.RuneError && size == 1:
		t.single = true
	case r == utf8.RuneError && t.single:
		t.single = false
	}
	if t.price(c, r) == size || r < utf8.RuneSelf {
		return t
	}
	if c == codingGB18030 {
		t.four = size == 4
	} else {
		t.kept = size > 1
	}
	return t
}

// FileOffset leads from a byte of Text to the byte of the file. Within a character that is written otherwise in the
// file it answers where that character begins; at the end of the text, the end of what was read of the file.
func (s *Source) FileOffset(at int) int {
	switch {
	case at >= len(s.Text):
		return s.size
	case at < 0:
		at = 0
	}
	m := s.offsets[sort.Search(len(s.offsets), func(i int) bool { return int(s.offsets[i].text) > at })-1]
	text, file := int(m.text), int(m.file)
	if s.coding == codingUTF8 && len(s.offsets) == 1 && m.tariff == (tariff{}) {
		return file + at - text
	}
	for text < at {
		r, n := utf8.DecodeRune(s.Text[text:])
		price := m.tariff.price(s.coding, r)
		if text+n > at {
			if price == n {
				return file + at - text
			}
			return file
		}
		text, file = text+n, file+price
	}
	return file
}
