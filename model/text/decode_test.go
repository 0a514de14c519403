package text

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

const (
	latin    = "Les négociations ont repris “à huis clos”.\n\nL’émissaire a déclaré : « Nous restons prêts. »\n"
	russian  = "Посол заявил: «Мы готовы к переговорам».\n\nВстреча пройдёт в пятницу, сообщил советник.\n"
	capitals = "МЕМОРАНДУМ О ПЕРЕГОВОРАХ\n\nСТОРОНЫ ПРОДОЛЖАТ РАБОТУ НАД ТЕКСТОМ.\n"
	chinese  = "大使表示:“我们准备继续谈判。”\n\n双方将于星期五再次会面,讨论停火问题。\n"
)

// encoded writes s in an encoding, behind its byte order mark where it has one.
func encoded(t testing.TB, e encoding.Encoding, s string) []byte {
	t.Helper()
	b, err := e.NewEncoder().Bytes([]byte(s))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

var (
	utf16le = unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	utf16be = unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
)

func TestDecodeRecognises(t *testing.T) {
	bom := func(mark string, b []byte) []byte { return append([]byte(mark), b...) }
	for _, c := range []struct {
		name, want, encoding string
		raw                  []byte
		notice               string
	}{
		{"plain", latin, "UTF-8", []byte(latin), ""},
		{"UTF-8 with a mark", latin, "UTF-8", bom("\xEF\xBB\xBF", []byte(latin)), ""},
		{"UTF-16LE with a mark", russian, "UTF-16LE", bom("\xFF\xFE", encoded(t, utf16le, russian)), ""},
		{"UTF-16BE with a mark", chinese, "UTF-16BE", bom("\xFE\xFF", encoded(t, utf16be, chinese)), ""},
		{"UTF-16LE without", latin, "UTF-16LE", encoded(t, utf16le, latin), "no byte order mark; read as UTF-16LE"},
		{"UTF-16BE without", russian, "UTF-16BE", encoded(t, utf16be, russian), "no byte order mark; read as UTF-16BE"},
		{"Chinese UTF-16LE without", chinese, "UTF-16LE", encoded(t, utf16le, chinese), "no byte order mark; read as UTF-16LE"},
		{"UTF-32LE", latin, "UTF-32LE", bom("\xFF\xFE\x00\x00", encoded(t, utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM), latin)), ""},
		{"UTF-32BE", latin, "UTF-32BE", bom("\x00\x00\xFE\xFF", encoded(t, utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM), latin)), ""},
		{"windows-1252", latin, "windows-1252", encoded(t, charmap.Windows1252, latin), "not UTF-8; read as windows-1252"},
		{"only its quotation marks", "smart “quotes” – dash", "windows-1252", encoded(t, charmap.Windows1252, "smart “quotes” – dash"), "not UTF-8; read as windows-1252"},
		{"windows-1251", russian, "windows-1251", encoded(t, charmap.Windows1251, russian), "not UTF-8; read as windows-1251"},
		{"windows-1251 in capitals", capitals, "windows-1251", encoded(t, charmap.Windows1251, capitals), "not UTF-8; read as windows-1251"},
		{"Ukrainian", "Посол відповів: «Ні».\n", "windows-1251", encoded(t, charmap.Windows1251, "Посол відповів: «Ні».\n"), "not UTF-8; read as windows-1251"},
		{"KOI8-R", "Посол заявил, что переговоры отложены.\n", "KOI8-R", encoded(t, charmap.KOI8R, "Посол заявил, что переговоры отложены.\n"), "not UTF-8; read as KOI8-R"},
		{"gb18030", chinese, "gb18030", encoded(t, simplifiedchinese.GB18030, chinese), "not UTF-8; read as gb18030"},
		{"a few signs of gb18030", "\"No\" — Alpha\n\nPlain é 漢.\n", "gb18030", encoded(t, simplifiedchinese.GB18030, "\"No\" — Alpha\n\nPlain é 漢.\n"), "not UTF-8; read as gb18030"},
		{"windows-1252 with dashes of UTF-8", "Ja — négocié\n", "windows-1252", []byte("Ja — n\xe9goci\xe9\n"), "not UTF-8; read as windows-1252"},
		{"damaged UTF-8", "«Да»\uFFFD\n", "UTF-8", []byte("«Да»\xff\n"), "one byte is not UTF-8; shown as \uFFFD"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, err := Decode(c.raw)
			if err != nil {
				t.Fatal(err)
			}
			if string(s.Text) != c.want || s.Encoding != c.encoding {
				t.Errorf("%s: %q", s.Encoding, s.Text)
			}
			if got := strings.Join(s.Notices, "|"); got != c.notice {
				t.Errorf("notice %q, want %q", got, c.notice)
			}
		})
	}
}

func TestDecodeLineEnds(t *testing.T) {
	s, err := Decode([]byte("a\r\nb\nc\rd\u2028e\u0085f\n\r\n"))
	if err != nil || string(s.Text) != "a\nb\nc\nd\u2028e\u0085f\n\n" {
		t.Errorf("%q, %v", s.Text, err)
	}
	for _, empty := range []string{"", "\xEF\xBB\xBF"} {
		if s, err := Decode([]byte(empty)); err != nil || len(s.Text) != 0 || s.FileOffset(0) != len(empty) {
			t.Errorf("%q: %q, %v", empty, s.Text, err)
		}
	}
}

func TestDecodeRefuses(t *testing.T) {
	data := strings.Repeat("\x00\x01\x02\x83\x9c\xff", 400)
	for want, raw := range map[string]string{
		"not a text: a PNG picture":                        "\x89PNG\r\n\x1a\n" + data,
		"not a text: a gzip archive; unpack it first":      "\x1f\x8b\x08" + data,
		"not a text: a program (ELF)":                      "\x7fELF" + data,
		"not a text: a PDF; use parley import":             "%PDF-1.7\n" + data,
		"not a text: a ZIP archive; unpack it first":       "PK\x03\x04" + data,
		"not a text: a Word document; use parley import":   "PK\x03\x04....word/document.xml" + data,
		"not a text: data full of NUL bytes":               strings.Repeat("\x00", 4096),
		"not a text: data that no encoding makes sense of": strings.Repeat("\x01\x83\x05\x9c\xff\x06\x7f\x10", 400),
	} {
		_, err := Decode([]byte(raw))
		if !errors.Is(err, ErrBinary) || err.Error() != want {
			t.Errorf("%q: %v", want, err)
		}
		var b *BinaryError
		if !errors.As(err, &b) || b.What == "" {
			t.Errorf("%q: no *BinaryError", want)
		}
	}
	if _, err := Decode([]byte("para \x00 x\n\nand more text that a person wrote\n")); err != nil {
		t.Errorf("a stray NUL: %v", err)
	}
}

func TestDecodeCutsBetweenCharacters(t *testing.T) {
	for name, raw := range map[string][]byte{
		"UTF-8":    []byte("x" + strings.Repeat("é", Limit/2)),
		"UTF-16LE": append([]byte("\xFF\xFEx\x00"), bytes.Repeat([]byte("\x3d\xd8\x00\xde"), Limit/4)...),
		"gb18030":  append([]byte("x"), bytes.Repeat([]byte("\xb4\xf3"), Limit/2)...),
	} {
		s, err := Decode(raw)
		if err != nil || !s.Cut || bytes.ContainsRune(s.Text, utf8.RuneError) || s.Encoding != name {
			t.Errorf("%s: cut %v, %s, %v", name, s.Cut, s.Encoding, err)
		}
		if end := s.FileOffset(len(s.Text)); end > Limit || end < Limit-4 {
			t.Errorf("%s: ends at byte %d of the file", name, end)
		}
	}
}

// TestFileOffset walks texts in every encoding beside their files: a character of the text begins where the offset says.
func TestFileOffset(t *testing.T) {
	filler := strings.Repeat("long line\r\n", 450)
	mixed := "a\r\nb\rc\n\né—𝄞x" + filler + "\nz\n" + filler
	for name, c := range map[string]struct {
		e    encoding.Encoding
		bom  string
		text string
	}{
		"UTF-8":                {encoding.Nop, "", mixed},
		"UTF-8 with a mark":    {encoding.Nop, "\xEF\xBB\xBF", mixed},
		"UTF-16LE":             {utf16le, "\xFF\xFE", mixed},
		"UTF-16BE":             {utf16be, "\xFE\xFF", mixed},
		"UTF-32LE":             {utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM), "\xFF\xFE\x00\x00", mixed},
		"windows-1252":         {charmap.Windows1252, "", latin + filler},
		"windows-1251":         {charmap.Windows1251, "", russian + strings.ReplaceAll(filler, "line", "слово")},
		"KOI8-R":               {charmap.KOI8R, "", "Посол заявил.\r\n" + filler},
		"gb18030":              {simplifiedchinese.GB18030, "", chinese + "𝄞é\r\n" + filler + "𝄞𝄞大"},
		"UTF-8 without CR, LF": {encoding.Nop, "", "é—𝄞"},
	} {
		raw := append([]byte(c.bom), encoded(t, c.e, c.text)...)
		s, err := Decode(raw)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		// Where each character of c.text begins in the file, leaving out the LF of a CRLF.
		var want []int
		at := len(c.bom)
		for i, r := range c.text {
			if r != '\n' || i == 0 || c.text[i-1] != '\r' {
				want = append(want, at)
			}
			at += len(encoded(t, c.e, string(r)))
		}
		var got []int
		for i := range string(s.Text) {
			got = append(got, s.FileOffset(i))
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: offsets differ: %d of %d characters", name, len(got), len(want))
		}
		if end := s.FileOffset(len(s.Text)); end != len(raw) {
			t.Errorf("%s: ends at %d of %d", name, end, len(raw))
		}
	}
}

func TestFileOffsetIsCompact(t *testing.T) {
	s, _ := Decode(bytes.Repeat([]byte("a line of a file with CRLF\r\n"), Limit/28))
	if len(s.offsets) > Limit/stride+2 {
		t.Errorf("%d marks", len(s.offsets))
	}
}

func FuzzDecode(f *testing.F) {
	for _, s := range []string{latin, russian, chinese, "\xFF\xFEa\x00\r\x00\n\x00", "a\r\r\n\xff\xfe\xfd", "\x81\x30\x81\x30", "\xE2\x80\x9D\xe9t\xe9"} {
		f.Add([]byte(s))
	}
	for _, e := range []encoding.Encoding{utf16le, utf16be, charmap.KOI8R, simplifiedchinese.GB18030} {
		b, _ := e.NewEncoder().Bytes([]byte("x\r\n大"))
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		s, err := Decode(raw)
		if err != nil {
			return
		}
		if !utf8.Valid(s.Text) || bytes.IndexByte(s.Text, '\r') >= 0 {
			t.Fatalf("%s: %q", s.Encoding, s.Text)
		}
		last := 0
		for at := 0; at <= len(s.Text); at++ {
			to := s.FileOffset(at)
			if to < last || to > len(raw) {
				t.Fatalf("%s: byte %d stands at %d after %d", s.Encoding, at, to, last)
			}
			if at < len(s.Text) && s.Text[at] < utf8.RuneSelf && s.Text[at] != '\n' {
				if unit := raw[to:min(to+s.coding.unit(), len(raw))]; bytes.IndexByte(unit, s.Text[at]) < 0 {
					t.Fatalf("%s: %q is not at %d of %q", s.Encoding, s.Text[at], to, raw)
				}
			}
			last = to
		}
		if s.FileOffset(len(s.Text)) != len(raw) {
			t.Fatal("the end is elsewhere")
		}
	})
}

func BenchmarkDecode(b *testing.B) {
	for name, raw := range map[string][]byte{
		"UTF-8":        bytes.Repeat([]byte(latin), 10000),
		"CRLF":         bytes.Repeat([]byte("A line of English prose, ended the Windows way.\r\n"), 20000),
		"windows-1251": bytes.Repeat(encoded(b, charmap.Windows1251, russian), 5000),
		"gb18030":      bytes.Repeat(encoded(b, simplifiedchinese.GB18030, chinese), 5000),
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(raw)))
			for b.Loop() {
				if _, err := Decode(raw); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
