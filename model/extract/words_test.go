package extract

import (
	"strings"
	"testing"
)

// TestCountWords: words are what white space parts, of whatever kind.
func TestCountWords(t *testing.T) {
	for _, s := range []string{"", " ", "a", " a  b\n", "Kyiv\u00a0is\u2003far\u3000away", "é à", "日本 語", "\xc2", "a\xe2\x80", "x\x85y\tz"} {
		if n := countWords(s); n != len(strings.Fields(s)) {
			t.Errorf("%q: %d words, not %d", s, n, len(strings.Fields(s)))
		}
	}
}
