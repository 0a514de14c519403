package markdown

import (
	"strings"
	"testing"
)

// hostileTexts are the texts that make parsers take quadratic time, gigabytes or the stack; n is about their size in bytes.
func hostileTexts(n int) map[string]string {
	r := func(s string) string { return strings.Repeat(s, n/len(s)+1) }
	return map[string]string{
		"quotes":           r(">") + "a\n",
		"dashes":           r("- ") + "a\n",
		"dashes, blanks":   r("- ") + "x" + r("\n"),
		"stars":            r("*") + "a" + r("*"),
		"nested emphasis":  r("*a **a ") + "b" + r(" a** a*"),
		"crossed emphasis": r("*a_ "),
		"one opener":       r("*a ") + r("_a*_ "),
		"brackets":         r("[") + "a" + r("]"),
		"addresses":        r("[a](<b"),
		"addresses 2":      r("[a](b"),
		"titles":           r("[a](b \""),
		"notes":            r("[^a"),
		"names":            r("[[a"),
		"comments":         "</" + r("<!--"),
		"comments, lines":  r("<!--\n"),
		"comments, apart":  r("a <!-- b\n\n"),
		"raw HTML":         r("<pre>\n"),
		"tags":             r("<a b=\""),
		"entities":         r("&") + r("&amp"),
		"backticks":        ticks(n),
		"labels":           r("[a]: u\n") + r("[a] "),
		"labels, many":     r("[a][b]\n"),
		"headings":         r("# same\n"),
		"heading marks":    "# a " + r("#"),
		"underlines":       r("a\n=\n"),
		"rows":             "| a | b |\n|---|---|\n" + r("| aa | bb |\n"),
		"columns":          r("|a") + "|\n" + r("|-") + "|\n" + r("|b\n"),
		"delimiters":       r("a\n|-|\n"),
		"items":            r("- a\n"),
		"numbers":          r("1. a\n"),
		"fences":           r("```\n"),
		"one fence":        "```\n" + r("code\n"),
		"one line":         r("word "),
		"one word":         r("x"),
		"paragraphs":       r("word\n\n"),
		"terms":            r("a\n: b\n"),
		"footnotes":        r("[^a]: b\n"),
		"lazy lines":       "> > > > > > > a\n" + r("b\n"),
		"lines in a quote": r("> #a\n"),
		"deeper items":     deeper(n),
		"attributions":     r("> a\n> — b\n>\n"),
		"attributions in":  r("> ") + r("\n> — b\n>\n"),
		"tabs":             r("\t- "),
		"zero widths":      "a" + r("\u200B"),
		"accents":          "a" + r("\u0301"),
		"keys":             "---\n" + r("key: v\n") + "---\n",
		"open keys":        "---\n" + r("key: v\n"),
		"head brackets":    "---\na: " + r("[") + "\n---\n",
		"header":           r("From: a\n"),
		"date":             "date " + r("2025-04-27 "),
		"speakers":         r("A: b\n"),
		"attribution deep": strings.Repeat("> ", 31) + r("a\n\n") + r(strings.Repeat("> ", 31)+"— a\n"),
	}
}

func ticks(n int) string {
	var b strings.Builder
	for i := 1; b.Len() < n; i++ {
		b.WriteString("e" + strings.Repeat("`", i))
	}
	return b.String()
}

func deeper(n int) string {
	var b strings.Builder
	for i := 0; b.Len() < n; i++ {
		b.WriteString(strings.Repeat("  ", i%40) + "- a\n")
	}
	return b.String()
}

// TestHostileTexts stands or falls with the test's deadline: what is quadratic takes minutes at this size.
func TestHostileTexts(t *testing.T) {
	for name, s := range hostileTexts(200 << 10) {
		src := []byte(s)
		d := ParseNamed("x.md", src)
		check(t, src, &d)
		if len(d.Nodes) > maxNodes+1000 {
			t.Errorf("%s: %d nodes", name, len(d.Nodes))
		}
	}
}

func BenchmarkHostile(b *testing.B) {
	for name, s := range hostileTexts(1 << 20) {
		src := []byte(s)
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(src)))
			for b.Loop() {
				Parse(src)
			}
		})
	}
}

const prose = "The envoys met in the old harbour for a second day, and talked about the line on the map that neither side wants to move. “We will not go back,” Ada Lind told reporters, “and nobody should expect it.”\n\n"

func BenchmarkParse(b *testing.B) {
	for name, piece := range map[string]string{
		"prose":   prose,
		"wrapped": strings.ReplaceAll(prose, " and ", "\nand "),
		"marked":  "## Border\n\n- **Ada Lind**: *no* [line](https://example.org) &amp; no `map`\n- Ben\n\n> We will not move.\n> — Ada Lind\n\n",
		"table":   "| Issue | Kestrel |\n|---|---|\n" + strings.Repeat("| Border | against |\n", 20) + "\n",
	} {
		src := []byte(strings.Repeat(piece, (1<<20)/len(piece)))
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(src)))
			b.ReportAllocs()
			for b.Loop() {
				Parse(src)
			}
		})
	}
	head := []byte("---\ntitle: The talks\ndate: 2025-05-04\ntracks: [Border, Ceasefire]\nsource: Harbour Post\nactors:\n  - Ada Lind (Kestrel), envoy\n  - Heron\n---\nText.\n")
	b.Run("head", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			Parse(head)
		}
	})
}
