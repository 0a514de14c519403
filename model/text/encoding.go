package text

import (
	"bytes"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
)

// A coding is how characters were written as bytes.
type coding uint8

const (
	codingUTF8 coding = iota
	codingUTF16LE
	codingUTF16BE
	codingUTF32LE
	codingUTF32BE
	codingWindows1252
	codingWindows1251
	codingKOI8R
	codingGB18030
)

// String answers the usual name.
func (c coding) String() string {
	return [...]string{"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE", "windows-1252", "windows-1251", "KOI8-R", "gb18030"}[c]
}

// unit is the size of the smallest character.
func (c coding) unit() int {
	switch c {
	case codingUTF16LE, codingUTF16BE:
		return 2
	case codingUTF32LE, codingUTF32BE:
		return 4
	}
	return 1
}

// boms in the order in which they must be tried: that of UTF-16LE begins that of UTF-32LE.
var boms = [...]struct {
	bytes  string
	coding coding
}{
	{"\xEF\xBB\xBF", codingUTF8},
	{"\xFF\xFE\x00\x00", codingUTF32LE},
	{"\x00\x00\xFE\xFF", codingUTF32BE},
	{"\xFF\xFE", codingUTF16LE},
	{"\xFE\xFF", codingUTF16BE},
}

// recognise tells the encoding, how long the byte order mark is, and what to tell the reader about the choice.
func recognise(raw []byte) (bom int, c coding, note string) {
	for _, b := range boms {
		if bytes.HasPrefix(raw, []byte(b.bytes)) {
			return len(b.bytes), b.coding, ""
		}
	}
	if c, ok := wide(raw); ok {
		return 0, c, "no byte order mark; read as " + c.String()
	}
	if utf8.Valid(raw) {
		return 0, codingUTF8, ""
	}
	c = legacy(raw)
	if c != codingUTF8 {
		note = "not UTF-8; read as " + c.String()
	}
	return 0, c, note
}

// next decodes the first character of b; size 0 means there is none, ok false that its bytes mean nothing.
func (c coding) next(b []byte) (r rune, size int, ok bool) {
	if len(b) == 0 {
		return 0, 0, true
	}
	switch c {
	case codingUTF8:
		r, size = utf8.DecodeRune(b)
		return r, size, r != utf8.RuneError || size > 1
	case codingUTF16LE, codingUTF16BE:
		return c.nextUTF16(b)
	case codingUTF32LE, codingUTF32BE:
		return c.nextUTF32(b)
	case codingGB18030:
		return nextGB18030(b)
	}
	if b[0] < utf8.RuneSelf {
		return rune(b[0]), 1, true
	}
	if punctuationUTF8(b) {
		r, size = utf8.DecodeRune(b)
		return r, size, true
	}
	r = c.charmap().DecodeByte(b[0])
	return r, 1, r != utf8.RuneError
}

func (c coding) charmap() *charmap.Charmap {
	switch c {
	case codingWindows1251:
		return charmap.Windows1251
	case codingKOI8R:
		return charmap.KOI8R
	}
	return charmap.Windows1252
}

// punctuationUTF8 tells whether b begins with a quotation mark, dash or ellipsis written in UTF-8. Texts pasted together
// hold them among single-byte letters, and in no language does such a triple make sense as three letters.
func punctuationUTF8(b []byte) bool {
	return len(b) > 2 && b[0] == 0xE2 && b[1] == 0x80 && b[2] >= 0x90 && b[2] <= 0xA6
}

func (c coding) nextUTF16(b []byte) (r rune, size int, ok bool) {
	unit := func(at int) rune {
		if c == codingUTF16LE {
			return rune(b[at]) | rune(b[at+1])<<8
		}
		return rune(b[at+1]) | rune(b[at])<<8
	}
	if len(b) < 2 {
		return utf8.RuneError, 1, false
	}
	r = unit(0)
	switch {
	case r < 0xD800 || r > 0xDFFF:
		return r, 2, true
	case r < 0xDC00 && len(b) >= 4 && unit(2)>>10 == 0xDC00>>10:
		return (r-0xD800)<<10 | (unit(2) - 0xDC00) + 0x10000, 4, true
	}
	return utf8.RuneError, 2, false
}

func (c coding) nextUTF32(b []byte) (r rune, size int, ok bool) {
	if len(b) < 4 {
		return utf8.RuneError, 1, false
	}
	u := uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2])<<16 | uint32(b[3])<<24
	if c == codingUTF32BE {
		u = uint32(b[3]) | uint32(b[2])<<8 | uint32(b[1])<<16 | uint32(b[0])<<24
	}
	if u > utf8.MaxRune || u >= 0xD800 && u <= 0xDFFF {
		return utf8.RuneError, 4, false
	}
	return rune(u), 4, true
}

// gb18030 keeps no state between calls.
var gb18030 = simplifiedchinese.GB18030.NewDecoder()

// sizeGB18030 is how many bytes the character at the front of b should have.
func sizeGB18030(b []byte) int {
	switch {
	case b[0] <= 0x80 || b[0] == 0xFF:
		return 1
	case len(b) > 1 && b[1] >= '0' && b[1] <= '9':
		return 4
	}
	return 2
}

func nextGB18030(b []byte) (r rune, size int, ok bool) {
	if b[0] < utf8.RuneSelf {
		return rune(b[0]), 1, true
	}
	size = sizeGB18030(b)
	if size == 1 || len(b) < size {
		return utf8.RuneError, 1, false
	}
	var dst [8]byte
	n, used, err := gb18030.Transform(dst[:], b[:size], true)
	r, first := utf8.DecodeRune(dst[:n])
	if err != nil || used != size || first != n || r == utf8.RuneError {
		return utf8.RuneError, 1, false
	}
	return r, size, true
}

// wholeRunes answers how much of raw, which was cut, holds whole characters.
func (c coding) wholeRunes(raw []byte) int {
	n := len(raw)
	switch {
	case c == codingUTF8:
		for i := 1; i < utf8.UTFMax && i <= n; i++ {
			if b := raw[n-i]; utf8.RuneStart(b) {
				if !utf8.FullRune(raw[n-i:]) {
					return n - i
				}
				break
			}
		}
	case c == codingGB18030:
		for at := 0; at < n; { // where a character begins shows only from the front
			size := sizeGB18030(raw[at:])
			if at+size > n {
				return at
			}
			at += size
		}
	case c.unit() > 1:
		n -= n % c.unit()
		if c == codingUTF16LE && n > 1 && raw[n-1]>>2 == 0xD8>>2 || c == codingUTF16BE && n > 1 && raw[n-2]>>2 == 0xD8>>2 {
			n -= 2 // half of a pair
		}
	}
	return n
}
