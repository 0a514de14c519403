package markdown

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"

	"parley/model/example"
)

// TestSplit holds each text of testdata/split against its blocks, one a line: kind, lines, number, and what else is
// known. Drawn block by block, the text must come to the same as drawn whole.
func TestSplit(t *testing.T) {
	example.Run(t, "testdata/split/*.txtar", func(t *testing.T, in example.Text) string {
		src := bytes.ReplaceAll(bytes.ReplaceAll(in.Body, []byte("␠"), []byte(" ")), []byte("→"), []byte("\t"))
		if whole, parts := drawWhole(src), drawParts(src); whole != parts {
			t.Errorf("%s\nwhole:  %s\nblocks: %s", src, whole, parts)
		}
		return blockList(src)
	})
}

func blockList(src []byte) string {
	var b strings.Builder
	for _, k := range Split(src) {
		fmt.Fprintf(&b, "%s %d", kindWord(k.Kind), k.Line)
		if n := bytes.Count(bytes.TrimRight(src[k.From:k.To], "\n"), []byte("\n")); n > 0 {
			fmt.Fprintf(&b, "-%d", int(k.Line)+n)
		}
		if k.Ordinal != 0 {
			fmt.Fprintf(&b, " number %d", k.Ordinal)
		}
		if k.Tight {
			b.WriteString(" tight")
		}
		if k.HeadFrom < k.HeadTo {
			fmt.Fprintf(&b, " head %q", src[k.HeadFrom:k.HeadTo])
		}
		if k.Why != Within {
			fmt.Fprintf(&b, " (%s)", k.Why)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func kindWord(k Kind) string {
	if k == Prose {
		return "prose"
	}
	return kindNames[k]
}

// whole is a Markdown without anything of ours.
var whole = goldmark.New(goldmark.WithRendererOptions(html.WithUnsafe(), html.WithXHTML()),
	goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.DefinitionList, extension.TaskList))

func drawWhole(src []byte) string { return drawHTML(src, nil) }

func drawParts(src []byte) string {
	var b strings.Builder
	refs := Refs(src)
	for _, k := range Split(src) {
		b.WriteString(drawHTML(src[k.From:k.To], refs))
	}
	return plainLists(b.String())
}

func drawHTML(src []byte, refs []parser.Reference) string {
	pc := parser.NewContext()
	for _, r := range refs {
		pc.AddReference(r)
	}
	var b bytes.Buffer
	doc := whole.Parser().Parse(text.NewReader(src), parser.WithContext(pc))
	if err := whole.Renderer().Render(&b, src, doc); err != nil {
		return err.Error()
	}
	return plainLists(b.String())
}

var (
	spaceRuns = regexp.MustCompile(`\s+`)
	paragraph = regexp.MustCompile(` ?</?p> ?`)
	listEnd   = regexp.MustCompile(` ?</(ul|ol|dl)> ?<(ul|ol|dl)( start="\d+")?>`)
	tagBlanks = regexp.MustCompile(` ?(</?[a-z0-9]+( start="\d+")?( /)?>) ?`)
)

// plainLists takes out what differs by design: whether a list is loose, and where it goes on in another block.
func plainLists(s string) string {
	s = paragraph.ReplaceAllString(spaceRuns.ReplaceAllString(s, " "), "")
	s = listEnd.ReplaceAllStringFunc(s, func(m string) string {
		if kind := m[strings.Index(m, "/")+1:][:2]; strings.Contains(m, "<"+kind) {
			return ""
		}
		return m
	})
	return strings.TrimSpace(tagBlanks.ReplaceAllString(s, "$1"))
}

// TestSplitLong holds that nothing is longer than a block, and what is read before the rest of something long.
func TestSplitLong(t *testing.T) {
	for _, c := range []struct {
		name, src string
		kind      Kind
		head      string
		why       Limit
	}{
		{"fence", "``` x\n" + strings.Repeat("a line of code\n", 2000) + "```\n", Fence, "``` x\n", Within},
		{"table", "| a | b |\n|---|---|\n" + strings.Repeat("| c | d |\n", 200), Table, "| a | b |\n|---|---|\n", Within},
		{"comment", "<!-- a\n" + strings.Repeat("line\n\n", 3000) + "-->\n", HTML, "<!-- a\n", Within},
		{"paragraph", strings.Repeat("a line of prose\n", 2000), Prose, "", Within},
		{"quote", strings.Repeat("> a line of a quote\n", 2000), Quote, "", Within},
		{"items", strings.Repeat("- an item\n", 2000), Item, "", Within},
		{"indented", strings.Repeat("    code\n", 2000), Indented, "", Within},
		{"line", strings.Repeat("word ", 9000), Prose, "", LongLine},
		{"word", strings.Repeat("漢", 9000), Prose, "", LongLine},
	} {
		src := []byte(c.src)
		blocks := Split(src)
		if len(blocks) < 3 {
			t.Errorf("%s: %d blocks", c.name, len(blocks))
		}
		checkSplit(t, src, blocks)
		for i, b := range blocks {
			if head := string(src[b.HeadFrom:b.HeadTo]); b.Kind != c.kind || b.Why != c.why || i > 0 && (head != c.head || !b.Tight) {
				t.Fatalf("%s: block %d is %+v behind %q", c.name, i, b, head)
			}
		}
	}
}

func checkSplit(t *testing.T, src []byte, blocks []Block) {
	t.Helper()
	at := int32(0)
	for _, b := range blocks {
		if b.From < at || b.To <= b.From || int(b.To) > len(src) || b.To-b.From > blockSize {
			t.Fatalf("%q: block %d to %d after %d", src, b.From, b.To, at)
		}
		if !isBlank(src[at:b.From]) {
			t.Fatalf("%q is in no block", src[at:b.From])
		}
		if n := 1 + bytes.Count(src[:b.From], []byte("\n")); int(b.Line) != n {
			t.Fatalf("%q: a block in line %d says %d", src, n, b.Line)
		}
		if b.HeadFrom > b.HeadTo || b.HeadTo > b.From {
			t.Fatalf("%q: head %d to %d before %d", src, b.HeadFrom, b.HeadTo, b.From)
		}
		at = b.To
	}
	if !isBlank(src[at:]) {
		t.Fatalf("%q is in no block", src[at:])
	}
}

func FuzzSplit(f *testing.F) {
	for _, s := range []string{"a\n\n- b\n  c\n\n      d\n", "```\n\na", "<!--\n\n-->\nb", "|a|\n|-|\n|b|", "> a\nb\n===\n", "a\n: b\n\n  c", "1. a\n\n1. b\n3) c", "[a]: b\n===\n", "<div>\n\n</div>", "-\n\n  a"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		blocks := Split(src)
		checkSplit(t, src, blocks)
		checkSplit(t, src, SplitLines(src, blocks))
		for _, b := range blocks {
			Over(src, b)
		}
		if len(src) < 4<<10 {
			RefsIn(src, blocks)
		}
	})
}

func TestSplitLines(t *testing.T) {
	src := []byte("One.\n  Two.\n\nThree.\n\n- a\n- b\n")
	var got []string
	for _, b := range SplitLines(src, Split(src)) {
		got = append(got, fmt.Sprintf("%d:%s", b.Line, bytes.TrimSpace(src[b.From:b.To])))
	}
	if s := strings.Join(got, "|"); s != "1:One.|2:Two.|4:Three.|6:- a\n- b" {
		t.Errorf("cut into %q", s)
	}
}

func TestRefs(t *testing.T) {
	for src, want := range map[string]string{
		"[a]: /b \"c\"\n":                     "a=/b(c)",
		"text [a]\n\n> [A b]: /b\n\n- [c]: d": "A b=/b c=d",
		"[a]: first\n\n[A]: second\n":         "a=first",
		"[^1]: note\n":                        "",
		"a [b]: c\n":                          "",
		"```\n[a]: b\n```\n\n    [c]: d\n":    "",
		strings.Repeat("[", 1200) + "]: x\n":  "",
	} {
		var got []string
		for _, r := range Refs([]byte(src)) {
			s := fmt.Sprintf("%s=%s", r.Label(), r.Destination())
			if len(r.Title()) > 0 {
				s += fmt.Sprintf("(%s)", r.Title())
			}
			got = append(got, s)
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%.40q defines %q, want %q", src, s, want)
		}
	}
	var many strings.Builder
	for i := range 3 * maxRefs {
		fmt.Fprintf(&many, "[%d]: u\n", i)
	}
	if n := len(Refs([]byte(many.String()))); n != maxRefs {
		t.Errorf("%d definitions of %d, the limit is %d", n, 3*maxRefs, maxRefs)
	}
}

func TestOver(t *testing.T) {
	r := strings.Repeat
	for src, want := range map[string]Limit{
		"a *b* [c](d) `e` &amp; <f>\n": Within, r("> ", 16) + "a": Within, r("> ", 17) + "a": TooDeep, r("- ", 17) + "a": TooDeep, "1. " + r("2) ", 16) + "a": TooDeep,
		"a\n" + r("-", 80): Within, r("-", 80): Within, "> " + r("* ", 20) + "a": TooDeep, r("- ", 20): Within, // a rule
		r("*a ", 1001): TooMuchEmphasis, r("*", 4000): Within, r("[", 1001): TooManyBrackets, r("`a ", 501): TooManyBackticks, r("&", 1001): TooManyEntities, r("<", 1001): TooManyEntities,
		r("|a", 70) + "|\n" + r("|-", 70) + "|": TooManyColumns, r("word ", 1700): LongLine, "```\n" + r("*a ", 1001) + "\n```": Within,
	} {
		blocks := Split([]byte(src))
		if got := Over([]byte(src), blocks[0]); got != want {
			t.Errorf("%.30q is over %q, want %q", src, got, want)
		}
	}
	for l := Within; l <= TooWide; l++ {
		if (l.String() == "") != (l == Within) {
			t.Errorf("limit %d says %q", l, l)
		}
	}
}
