package prose_test

import (
	"strings"
	"testing"

	"parley/model/extract/prose"
)

// TestWords: words are what white space parts, of whatever kind, in each paragraph.
func TestWords(t *testing.T) {
	texts := []string{" ", "a", " a  b", "“Go,” he said (twice) — and left.", "Kyiv\u00a0is\u2003far\u3000away", "é à", "日本 語", "a\xe2\x80", "x\x85y\tz"}
	var all []prose.Paragraph
	sum := 0
	for _, s := range texts {
		want := len(strings.Fields(s))
		all, sum = append(all, prose.Paragraph{Text: s}), sum+want
		if n := prose.Split(all[len(all)-1:]).Words(); n != want {
			t.Errorf("%q: %d words, not %d", s, n, want)
		}
	}
	if n := prose.Split(all).Words(); n != sum {
		t.Errorf("all together: %d words, not %d", n, sum)
	}
}

// TestWordsBeyondCut: what is too long to be taken apart is counted all the same.
func TestWordsBeyondCut(t *testing.T) {
	long := prose.Paragraph{Text: strings.Repeat("go ", prose.MostTokens+7)}
	if n := prose.Split([]prose.Paragraph{long}).Words(); n != prose.MostTokens+7 {
		t.Errorf("%d words, not %d", n, prose.MostTokens+7)
	}
}
