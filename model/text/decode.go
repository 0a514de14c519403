// Package text turns the bytes of a file into clean text.
//
// It is the one place that knows hidden characters: Decode reads any encoding into UTF-8 and remembers where each byte
// came from, Cluster and Line say what of a text may reach a screen, a title, a clipboard or an export, Fold is how
// names and searches compare, and Width counts cells as the terminal does.
package text

import (
	"fmt"
	"unicode/utf8"
)

// Limit is how many bytes of a file are read. What lies behind is not shown, and a notice says so. A caller hands at
// least one byte more than this to Decode where the file has them, so that the cut is noticed.
const Limit = 4 << 20

// A Source is the text of a file.
type Source struct {
	Text     []byte   // valid UTF-8, line ends as "\n", no byte order mark; shared with what was decoded where nothing had to change
	Encoding string   // "UTF-8", "UTF-16LE", "windows-1252" ...
	Notices  []string // what a reader should know about how it was read
	Cut      bool     // only the first 4 MB were read

	coding  coding
	size    int // bytes of the file that Text stands for
	offsets []mark
}

// Decode reads raw as text. CR and CRLF become LF; NEL, U+2028 and U+2029 stay and are shown as blanks; bytes that mean
// nothing become U+FFFD. The error is a *BinaryError: what was recognised, and what to do instead.
func Decode(raw []byte) (Source, error) {
	s := Source{}
	if err := sniff(raw); err != nil {
		return s, err
	}
	if len(raw) > Limit {
		raw, s.Cut = raw[:Limit], true
	}
	mark, c, note := recognise(raw)
	if s.Cut {
		raw = raw[:c.wholeRunes(raw)]
		s.Notices = append(s.Notices, "longer than 4 MB; only the first 4 MB are shown")
	}
	if err := controls(raw[mark:], c); err != nil {
		return s, err
	}
	s.coding, s.Encoding, s.size = c, c.String(), len(raw)
	if note != "" {
		s.Notices = append(s.Notices, note)
	}
	s.read(raw, mark)
	return s, nil
}

// read decodes raw from the byte at on.
func (s *Source) read(raw []byte, at int) {
	if s.coding == codingUTF8 && plainUTF8(raw[at:]) {
		s.Text = raw[at:len(raw):len(raw)]
		s.offsets = []mark{{file: int32(at)}}
		return
	}
	w := writer{coding: s.coding, text: make([]byte, 0, len(raw)-at+len(raw)/16)}
	w.run(raw, at)
	s.Text, s.offsets = w.text, w.marks
	if w.invalid > 0 {
		s.Notices = append(s.Notices, invalidNotice(w.invalid, s.Encoding))
	}
}

func invalidNotice(n int, encoding string) string {
	if n == 1 {
		return fmt.Sprintf("one byte is not %s; shown as \uFFFD", encoding)
	}
	return fmt.Sprintf("%d bytes are not %s; shown as \uFFFD", n, encoding)
}

// plainUTF8 tells whether raw can stand as it is.
func plainUTF8(raw []byte) bool {
	for _, b := range raw {
		if b == '\r' {
			return false
		}
	}
	return utf8.Valid(raw)
}

// A writer puts decoded runes one after the other and marks where the arithmetic of offsets changes.
type writer struct {
	coding  coding
	text    []byte
	marks   []mark
	invalid int
}

func (w *writer) run(raw []byte, at int) {
	w.marks = append(w.marks, mark{file: int32(at)})
	cur := tariff{}
	for at < len(raw) {
		if w.coding == codingUTF8 {
			at = w.copyPlain(raw, at, cur)
			if at == len(raw) {
				return
			}
		}
		r, size, ok := w.coding.next(raw[at:])
		if r == '\r' {
			r = '\n'
			if next, n, _ := w.coding.next(raw[at+size:]); n > 0 && next == '\n' {
				size += n
			}
		}
		if !ok {
			w.invalid += size
		}
		if t := cur.adapted(w.coding, r, size); t != cur || w.due() {
			w.marks = append(w.marks, mark{text: int32(len(w.text)), file: int32(at), tariff: t})
			cur = t
		}
		w.text = utf8.AppendRune(w.text, r)
		at += size
	}
}

// copyPlain takes over what needs no decision: ASCII without line ends.
func (w *writer) copyPlain(raw []byte, at int, cur tariff) int {
	from := at
	for at < len(raw) && raw[at] < utf8.RuneSelf && raw[at] != '\r' && raw[at] != '\n' {
		at++
		if at-from == stride {
			break
		}
	}
	if w.due() {
		w.marks = append(w.marks, mark{text: int32(len(w.text)), file: int32(from), tariff: cur})
	}
	w.text = append(w.text, raw[from:at]...)
	return at
}

// due tells whether the last mark is so far back that counting from it would take long.
func (w *writer) due() bool {
	return len(w.text)-int(w.marks[len(w.marks)-1].text) >= stride
}
