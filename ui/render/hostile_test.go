package render

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"parley/model"
	"parley/model/markdown"
)

// What strangers write must not reach the terminal but as what can be read.

var grammar = regexp.MustCompile(`\x1b\[0?(;[0-9]+)*m|\x1b\]8;;((https?://|mailto:)[!-~]*)?\x1b\\`)

// badOutput tells what in an output is neither one of our two sequences nor a character to be read.
func badOutput(s string) string {
	if !utf8.ValidString(s) {
		return "not UTF-8"
	}
	flag := 0
	for _, r := range grammar.ReplaceAllString(s, "") {
		if r == 0x1F3F4 {
			flag = 8
		}
		flag--
		switch {
		case r == '\n':
		case unicode.IsControl(r), unicode.Is(unicode.Co, r), unicode.Is(unicode.Bidi_Control, r):
			return fmt.Sprintf("%U goes out", r)
		case r >= 0xE0020 && r <= 0xE007F && flag < 0:
			return fmt.Sprintf("the tag %U goes out without a flag", r)
		case unicode.Is(unicode.Cf, r) && r != 0x200C && r != 0x200D && r < 0xE0000 && (r < 0x600 || r > 0x8E2):
			return fmt.Sprintf("%U goes out", r)
		case r == 0x115F || r == 0x1160 || r == 0x3164 || r == 0xFFA0 || r == 0x2800:
			return fmt.Sprintf("the filler %U goes out", r)
		}
	}
	return ""
}

func paintAll(f Flow, width int) string {
	p := MonoPalette()
	p.Links = true
	var b strings.Builder
	for _, l := range Lay(f, width) {
		Paint(&p, &b, l, nil, nil, nil, model.Range{})
		b.WriteByte('\n')
	}
	return b.String()
}

// places are where a text can carry something; %s is it.
var places = []string{
	"a %s b", "# a %s b", "*a%sb*", "~~a%sb~~", "[a%s](https://example.org/)", "[a](<https://example.org/%s>)", "[a](/u \"%s\")",
	"![a%s](https://example.org/x.png)", "`a%sb`", "```\na%s\n```", "```%s\na\n```", "    a%s", "<div>\na%s\n</div>", "a <b title=\"%s\">c</b>",
	"| a%s | b |\n|---|---|\n| c%s | d |", "- a%s", "- [ ] a%s", "> a%s", "a%s\n: b%s", "[a%s]\n\n[a%s]: <https://example.org/%s> \"t%s\"",
	"<https://example.org/%s>", "<!-- %s -->", "x[^1]\n\n[^1]: %s",
}

var loads = map[string]string{
	"clear": "\x1b[2J\x1b[H", "reset": "\x1bc", "title": "\x1b]0;x\a", "clipboard": "\x1b]52;c;eA==\x1b\\", "link": "\x1b]8;;file:///etc/passwd\ax\x1b]8;;\a",
	"device control": "\x1bP$q\"p\x1b\\", "graphics": "\x1b_Ga=d\x1b\\", "query": "\x1b[c", "conceal": "\x1b[8mx\x1b[0m", "unclosed": "\x1b[5;7;31m", "escape": "\x1b",
	"bell": "\a", "backspace": "safe\b\b\b\bevil", "return": "safe\revil", "nul": "\x00", "delete": "\x7f", "shift": "\x0e\x0f", "C1": "\u009b2J\u0090x\u009c", "next line": "a\u0085b",
	"entity": "&#27;[2J", "hex entity": "&#x1b;]52;c;eA==&#x7;", "C1 entity": "&#x9b;2J", "nul entity": "&#0;", "bidi entity": "&#x202e;", "double entity": "&amp;#27;[2J",
	"bidi": "\u202etxt\u202c\u2067a\u2069\u202e", "zero width": "pay\u200bpal\u2060\ufeff\u00ad", "joiner": "a\u200db", "tags": "a\U000E0069\U000E0067b", "fillers": "a\u3164\u2800\uffa0b",
	"marks": "Z" + strings.Repeat("\u0301\u0316\u0334", 40), "private": "\ue000\uf8ff\U000F0000\U000F0001\U0010FFF0", "plane 2": "\U00020000\U00020001", "no character": "\ufffe\U0010ffff",
	"raw": "\xff\xfe\xc0\xaf\xed\xa0\x80\xe2\x82", "raw C1": "\x9b2J", "script": "javascript:alert(1)", "percent": "%1b]0;x%07", "semicolon": "https://a/;b\\c",
}

func TestNothingHostileGoesOut(t *testing.T) {
	d := NewDrawer()
	for name, load := range loads {
		for _, place := range places {
			src := []byte(strings.ReplaceAll(place, "%s", load))
			for _, w := range []int{66, 20} {
				p := NewPage(src, PageOptions{Drawer: d})
				p.SetWidth(Position{}, w)
				palette := MonoPalette()
				palette.Links = true
				var b strings.Builder
				for r := range p.All() {
					if n := r.Paint(&palette, &b, Margin, Margin+w, nil); n > Margin+w {
						t.Errorf("%s in %q: a row of %d columns", name, place, n)
					}
					b.WriteByte('\n')
				}
				if bad := badOutput(b.String()); bad != "" {
					t.Errorf("%s in %q: %s: %q", name, place, bad, b.String())
				}
			}
		}
	}
}

// TestWhatPeopleWriteStays holds that cleaning takes nothing from honest text.
func TestWhatPeopleWriteStays(t *testing.T) {
	d := NewDrawer()
	for _, s := range []string{
		"می\u200cخواهم", "क्\u200dष", "👨‍👩‍👧‍👦", "❤️", "🇺🇦", "🏴\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F", "1️⃣", "👍🏽", "外交谈判", "±×÷→①", "การเจรจา",
		"한국", "مفاوضات", "משא", "ne\u0301gociation", "việt",
	} {
		for _, place := range places {
			if strings.Contains(place, "/%s") || strings.Contains(place, "](%s)") {
				continue
			}
			src := []byte(strings.ReplaceAll(place, "%s", s))
			found := false
			for r := range NewPage(src, PageOptions{Drawer: d}).All() {
				found = found || strings.Contains(r.Text(0, 66), s)
			}
			if !found {
				t.Errorf("%q is not shown in %q", s, place)
			}
		}
	}
}

// TestBombs draws the first screen and the last of texts that are made to be too much. It stands or falls with the
// test's own deadline: without limits each of them takes minutes, or all memory.
func TestBombs(t *testing.T) {
	const n = 20_000
	for name, s := range map[string]string{
		"quotes": strings.Repeat(">", n) + "a", "lists": strings.Repeat("- ", n) + "a", "empty lists": strings.Repeat("- ", n) + "x" + strings.Repeat("\n", n),
		"stars": strings.Repeat("*", n) + "a" + strings.Repeat("*", n), "nested stars": strings.Repeat("*a **a ", n) + "b" + strings.Repeat(" a** a*", n),
		"mixed": strings.Repeat("*a_ ", n), "brackets": strings.Repeat("[", n) + "a" + strings.Repeat("]", n), "links": strings.Repeat("[a](b", n), "pointed": strings.Repeat("[a](<b", n),
		"comments": "</" + strings.Repeat("<!--", n), "backticks": backticks(1200), "definitions": definitions(n), "headings": strings.Repeat("# same\n", n),
		"table": "| a | b |\n|---|---|\n" + strings.Repeat("| aa | bb |\n", n), "columns": strings.Repeat("|a", 3000) + "|\n" + strings.Repeat("|-", 3000) + "|\n" + strings.Repeat("|b\n", 3000),
		"items": strings.Repeat("- a\n", n), "fences": strings.Repeat("```\n", n), "a fence": "```php\n" + strings.Repeat("<?php /*", n) + "\n```\n", "long line": strings.Repeat("word ", n*10),
		"long word": strings.Repeat("x", n*20), "paragraphs": strings.Repeat("word word\n\n", n), "zero width": "a" + strings.Repeat("\u200b", n), "accents": "a" + strings.Repeat("\u0301", n*4),
		"bidi": "a" + strings.Repeat("\u202e", n), "C1": "a" + strings.Repeat("\u0085", n), "short quotes": strings.Repeat(">", 60) + "a", "short lists": strings.Repeat("- ", 200) + "a",
		"indented": indented(120), "brothers": "- x\n" + strings.Repeat("  - a\n", n), "entities": strings.Repeat("&amp;", n), "tags": strings.Repeat("<b>", n),
	} {
		t.Run(name, func(t *testing.T) {
			p := NewPage([]byte(s), PageOptions{})
			palette := MonoPalette()
			for _, top := range []Position{{}, p.Bottom(44)} {
				var b strings.Builder
				for _, r := range p.Rows(top, 44) {
					r.Paint(&palette, &b, Margin, Margin+66, nil)
					b.WriteByte('\n')
				}
				if bad := badOutput(b.String()); bad != "" {
					t.Error(bad)
				}
			}
			if p.cells > cacheCells {
				t.Errorf("%d cells are kept", p.cells)
			}
		})
	}
}

func backticks(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString("e" + strings.Repeat("`", i))
	}
	return b.String()
}

func definitions(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "[%d]: u\n", i)
	}
	return b.String() + strings.Repeat("[0] ", n)
}

func indented(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat("  ", i) + "- a\n")
	}
	return b.String()
}

// TestLimitsAreSaid holds that what is over a limit is shown all the same, with the reason.
func TestLimitsAreSaid(t *testing.T) {
	for want, s := range map[markdown.Limit]string{
		markdown.LongLine: strings.Repeat("word ", 2000), markdown.TooDeep: strings.Repeat("> ", 17) + "a", markdown.TooManyBrackets: strings.Repeat("[a](b ", 1000),
		markdown.TooMuchEmphasis: strings.Repeat("*a ", 1200), markdown.TooManyBackticks: strings.Repeat("`a ", 600), markdown.TooManyEntities: strings.Repeat("&lt;", 1200),
		markdown.TooManyColumns: strings.Repeat("|a", 80) + "|\n" + strings.Repeat("|-", 80) + "|\n", markdown.Hiding: "| a |\n|---|\n| b | c |\n",
	} {
		rows := NewPage([]byte(s), PageOptions{}).Rows(Position{}, 500)
		if len(rows) < 2 || rows[0].Notice != notice(want) {
			t.Errorf("%v: the first row says %q", want, rows[0].Notice)
		}
		var all strings.Builder
		for _, r := range rows {
			all.WriteString(r.Line.text())
		}
		if got, want := squeeze(all.String()), squeeze(s); got != want {
			t.Errorf("%q became %q", want, got)
		}
	}
}
