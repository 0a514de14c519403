package render

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"github.com/yuin/goldmark/parser"

	"parley/model/markdown"
)

//go:embed testdata/marks.jsonl
var markLines []byte

//go:embed testdata/sample.md
var sample string

// A markCase is a quote in a text, ⟦ and ⟧ round it, and what its marks must cover, blanks aside.
type markCase struct {
	Name, Source, Marked string
	start, end           int
}

func markCases(t testing.TB) (cases []markCase) {
	t.Helper()
	lines := bytes.TrimSpace(markLines)
	if more := os.Getenv("PARLEY_MARKS"); more != "" { // further cases, of texts that are not ours to keep
		text, err := os.ReadFile(more)
		if err != nil {
			t.Fatal(err)
		}
		lines = append(append(lines, '\n'), bytes.TrimSpace(text)...)
	}
	for _, line := range bytes.Split(lines, []byte("\n")) {
		var c markCase
		if err := json.Unmarshal(line, &c); err != nil {
			t.Fatal(err)
		}
		c.start = strings.Index(c.Source, "⟦")
		c.Source = strings.Replace(c.Source, "⟦", "", 1)
		c.end = strings.Index(c.Source, "⟧")
		c.Source = strings.Replace(c.Source, "⟧", "", 1)
		cases = append(cases, c)
	}
	return cases
}

// seeds are texts for the fuzz targets: short ones, each of another kind.
func seeds(t testing.TB) []string {
	all := []string{
		"> > > a\n> b\n\n- x\n  1. y\n     > z\n", "*a **b* c** `d", "a\\\nb  \nc<br>d", "| a |\n|---|\n| b | c |\n",
		"[a]: /b\n[c]: <d e> 'f'\n\n[a][c] ![x][a] <g:h>", "a\u200bb\u202e\x1b[31m\xff\x00", "&#27;&amp;#27;&ngE;&copy", "Term\n: def\n\n  more\n",
		"- [x] a\n- [ ] b\n\n***\n# h\n```go\n\tx\n```\n", "1. a\n1. b\n\n1. c\n", strings.Repeat("- ", 20) + "a", "他说“我们\n的”。",
	}
	all = append(all, strings.Split(sample, "\n\n")...)
	for _, c := range markCases(t) {
		if len(c.Source) < 200 {
			all = append(all, c.Source)
		}
	}
	return all
}

// pieces are what random texts are made of.
var pieces = []string{
	"a", "b c", "word ", " ", "  ", "    ", "\t", "\n", "\n", "\n\n", "- ", "* ", "+ ", "1. ", "2) ", "10. ", "> ", ">", "# ", "### ", "---", "===", "***", "```", "~~~", "``` x\n",
	"*", "**", "_", "__", "~~", "`", "``", "[", "]", "](", ")", "[x]", "[ ] ", "[a]: /u \"t\"\n", "[^1]", "[^1]: ", "![", "<", ">", "<b>", "</b>", "<br>", "<div>\n", "<!--", "-->", "<https://x.y/>",
	"|", "| a | b |\n|---|---|\n", "|-|-|\n", "\\", "\\*", "\\\n", "  \n", "&amp;", "&#27;", "&ngE;", "&", ";", ": ", "\n: ", "“", "”", "—", "-", "/", "漢字", "。", "「", "é", "e\u0301", "👩‍🚀", "🇳🇴",
	"\u200b", "\u202e", "\x1b[2J", "\x00", "\u00a0", "\u2028", "\u0085", "\r", "\ue000", "\U000F0000", "\u0301", "می\u200cخ", "ש", "[!quote] ", "{+a+}", "--", "...", "1", "22",
}

// randomText answers a text of up to n pieces.
func randomText(r *rand.Rand, n int) string {
	var b strings.Builder
	for range 1 + r.IntN(n) {
		b.WriteString(pieces[r.IntN(len(pieces))])
	}
	return b.String()
}

// eachBlock calls f with every block of a text.
func eachBlock(src []byte, f func(b markdown.Block, refs []parser.Reference)) {
	blocks := markdown.Split(src)
	refs := markdown.RefsIn(src, blocks)
	for _, b := range blocks {
		f(b, refs)
	}
}

func textOf(cells []Cell) string {
	var b strings.Builder
	for _, c := range cells {
		b.WriteString(c.S)
	}
	return b.String()
}

func (l Line) text() string { return textOf(l.Hang) + textOf(l.Cells) }
