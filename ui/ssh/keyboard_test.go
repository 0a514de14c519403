package ssh

import (
	"bytes"
	"io"
	"strings"
	"testing"
	"testing/iotest"
)

func typedIn(s string) string {
	out, _ := io.ReadAll(&keyboard{r: iotest.OneByteReader(strings.NewReader(s))}) // a string ends without an error
	return string(out)
}

func TestWhatIsTypedGoesOnUnlessItIsTooLong(t *testing.T) {
	long := strings.Repeat("x", longestPaste+100)
	for _, c := range []struct{ name, in, out string }{
		{"letters of any script", "aä中\x7f\r\t", "aä中\x7f\r\t"},
		{"keys", "\x1b[A\x1bOP\x1b\x1b[1;5C\x1b", "\x1b[A\x1bOP\x1b\x1b[1;5C\x1b"},
		{"an answer of the terminal", "\x1b]11;rgb:0000/0000/0000\x1b\\k", "\x1b]11;rgb:0000/0000/0000\x1b\\k"},
		{"a paste", "\x1b[200~a\x1b[Bb\x1b[201~k", "\x1b[200~a\x1b[Bb\x1b[201~k"},
		{"a long paste", "\x1b[200~" + long + "\x1b[201~k", "\x1b[200~" + long[:longestPaste] + "\x1b[201~k"},
		{"a long string", "\x1b]52;" + long + "\ak", "\x1b]52;" + long[:longestString-3] + "\ak"},
		{"many parameters", "\x1b[" + strings.Repeat("1;", 100) + "Ak", "\x1b[" + strings.Repeat("1;", longestCSI/2) + "Ak"},
		{"single C1", "a\x9d0;x\x90b", "a0;xb"},
		{"an end mark after half of one", "\x1b[200~\x1b[20\x1b[201~k", "\x1b[200~\x1b[20\x1b[201~k"},
	} {
		if got := typedIn(c.in); got != c.out {
			t.Errorf("%s: %d bytes %.60q, want %d bytes %.60q", c.name, len(got), got, len(c.out), c.out)
		}
	}
}

func FuzzKeyboard(f *testing.F) {
	f.Add([]byte("\x1b[200~abc\x1b[201~"))
	f.Add([]byte("\x1b]0;abc\a\x1bP1\x1b\\"))
	f.Fuzz(func(t *testing.T, in []byte) {
		all, _ := io.ReadAll(&keyboard{r: bytes.NewReader(in)}) // a reader of bytes ends without an error
		one := typedIn(string(in))
		if string(all) != one {
			t.Errorf("in pieces %q, at once %q", one, all)
		}
		if len(all) > len(in) {
			t.Errorf("%d bytes became %d", len(in), len(all))
		}
	})
}
