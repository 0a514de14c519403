package text

import (
	"bytes"
	"errors"
	"unicode"
	"unicode/utf8"
)

// ErrBinary is what every *BinaryError is, for errors.Is.
var ErrBinary = errors.New("not a text")

// A BinaryError says that a file is no text.
type BinaryError struct {
	What string // what it was recognised as: "a PNG picture"
	Hint string // what to do instead; may be empty
}

// Error answers one line: "not a text: a PDF; use parley import".
func (e *BinaryError) Error() string {
	if e.Hint == "" {
		return ErrBinary.Error() + ": " + e.What
	}
	return ErrBinary.Error() + ": " + e.What + "; " + e.Hint
}

// Is makes errors.Is(err, ErrBinary) hold.
func (e *BinaryError) Is(target error) bool { return target == ErrBinary }

const useImport = "use parley import"

// magics are the first bytes of what is often found among briefings.
var magics = [...]struct{ prefix, what, hint string }{
	{"\x89PNG\r\n\x1a\n", "a PNG picture", ""},
	{"\xff\xd8\xff", "a JPEG picture", ""},
	{"GIF87a", "a GIF picture", ""},
	{"GIF89a", "a GIF picture", ""},
	{"II*\x00", "a TIFF picture", ""},
	{"MM\x00*", "a TIFF picture", ""},
	{"%PDF-", "a PDF", useImport},
	{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document", "save it as docx or text"},
	{"{\\rtf", "a rich text document", "save it as plain text"},
	{"\x1f\x8b", "a gzip archive", "unpack it first"},
	{"BZh", "a bzip2 archive", "unpack it first"},
	{"\xfd7zXZ\x00", "an xz archive", "unpack it first"},
	{"\x28\xb5\x2f\xfd", "a Zstandard archive", "unpack it first"},
	{"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", "unpack it first"},
	{"Rar!\x1a\x07", "a RAR archive", "unpack it first"},
	{"\x7fELF", "a program (ELF)", ""},
	{"\xcf\xfa\xed\xfe", "a program (Mach-O)", ""},
	{"\xca\xfe\xba\xbe", "a program (Java or Mach-O)", ""},
	{"\x00asm", "a program (WebAssembly)", ""},
	{"SQLite format 3\x00", "a SQLite database", ""},
	{"OggS", "a sound recording (Ogg)", ""},
	{"ID3", "a sound recording (MP3)", ""},
	{"fLaC", "a sound recording (FLAC)", ""},
	{"wOFF", "a font", ""},
	{"wOF2", "a font", ""},
}

// sniff refuses what its first bytes give away.
func sniff(raw []byte) error {
	for _, m := range magics {
		if bytes.HasPrefix(raw, []byte(m.prefix)) {
			return &BinaryError{m.what, m.hint}
		}
	}
	if bytes.HasPrefix(raw, []byte("PK\x03\x04")) {
		return zipped(raw)
	}
	if len(raw) > 12 && string(raw[:4]) == "RIFF" && bytes.IndexByte(raw[4:8], 0) >= 0 {
		return &BinaryError{"a recording or picture (RIFF)", ""}
	}
	if len(raw) > 12 && string(raw[4:8]) == "ftyp" && raw[0] == 0 {
		return &BinaryError{"a recording (MP4)", ""}
	}
	return nil
}

// zipped tells a document from other archives by the names in it.
func zipped(raw []byte) error {
	head := raw[:min(len(raw), 64<<10)]
	switch {
	case bytes.Contains(head, []byte("word/")):
		return &BinaryError{"a Word document", useImport}
	case bytes.Contains(head, []byte("xl/")), bytes.Contains(head, []byte("ppt/")):
		return &BinaryError{"an Office document", "save it as text"}
	case bytes.Contains(head, []byte("opendocument")):
		return &BinaryError{"an OpenDocument file", "save it as docx or text"}
	}
	return &BinaryError{"a ZIP archive", "unpack it first"}
}

// sampleSize is how much is looked at to tell text from data.
const sampleSize = 8 << 10

// controls refuses what holds more NULs or control characters than any text does. A few are shown instead: hostile text
// is still text.
func controls(raw []byte, c coding) error {
	sample := raw[:min(len(raw), sampleSize)]
	var all, nul, odd int
	for len(sample) > 0 {
		r, size, ok := c.next(sample)
		sample = sample[size:]
		all++
		switch {
		case r == 0:
			nul++
		case r < ' ' && r != '\n' && r != '\r' && r != '\t' && r != '\f' && r != 0x1b, !ok, unlikely(r):
			odd++
		}
	}
	switch {
	case nul*10 > all:
		return &BinaryError{"data full of NUL bytes", ""}
	case c != codingUTF8 && odd*8 > all:
		return &BinaryError{"data that no encoding makes sense of", ""}
	}
	return nil
}

// unlikely tells what hardly stands in a text read rightly.
func unlikely(r rune) bool {
	return r >= 0xE000 && r <= 0xF8FF || r&0xFFFE == 0xFFFE || r >= 0x7F && r <= 0x9F && r != 0x85
}

// wide recognises UTF-16 without a byte order mark: of each two bytes one is NUL or a small number, always the same one,
// and what comes out consists of letters. East Asian text has no such bytes; there blanks, line ends and digits tell.
func wide(raw []byte) (coding, bool) {
	sample := raw[:min(len(raw), sampleSize)&^1]
	if bytes.IndexByte(sample, 0) < 0 || len(sample) < 8 {
		return 0, false
	}
	var low [2]int
	for i, b := range sample {
		if b < 0x07 {
			low[i&1]++
		}
	}
	units := len(sample) / 2
	le, be := low[1]*10 >= units*4 && low[0]*20 <= units, low[0]*10 >= units*4 && low[1]*20 <= units
	switch {
	case le && sensible(sample, codingUTF16LE, false):
		return codingUTF16LE, true
	case be && sensible(sample, codingUTF16BE, false):
		return codingUTF16BE, true
	case le || be || utf8.Valid(raw):
		return 0, false
	case sensible(sample, codingUTF16LE, true):
		return codingUTF16LE, true
	case sensible(sample, codingUTF16BE, true):
		return codingUTF16BE, true
	}
	return 0, false
}

// sensible tells whether sample reads as text; eastern asks for East Asian letters and some ASCII.
func sensible(sample []byte, c coding, eastern bool) bool {
	var all, ascii, letters, bad int
	for at := 0; at < len(sample); {
		r, size, ok := c.next(sample[at:])
		at += size
		all++
		switch {
		case r >= ' ' && r < 0x7F || r == '\n' || r == '\r' || r == '\t':
			ascii++
		case eastern && !(unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul) || r >= 0x2010 && r < 0x2030 || r >= 0x3000 && r < 0x3040 || r >= 0xFF00 && r < 0xFF60):
			bad++
		case unicode.IsLetter(r) || unicode.IsMark(r):
			letters++
		case !ok || r < ' ' || unlikely(r):
			bad++
		}
	}
	if eastern {
		return all >= 16 && ascii > 0 && bad*20 <= all
	}
	return bad*50 <= all && (ascii+letters)*10 >= all*8
}
