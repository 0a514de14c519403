package render

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/parser"

	"parley/model/markdown"
	"parley/model/text"
)

// What holds for every text, whoever wrote it.

// FuzzRender draws any text at any width.
func FuzzRender(f *testing.F) {
	for i, s := range seeds(f) {
		f.Add(s, uint8(8+i*7))
	}
	d := NewDrawer()
	f.Fuzz(func(t *testing.T, s string, w uint8) { holds(t, d, strings.ToValidUTF8(s, "\uFFFD"), 8+int(w)%113) })
}

// TestRandomTexts is the same for texts that are all marks, the same ones every time.
func TestRandomTexts(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	d := NewDrawer()
	for range 1500 {
		s := randomText(r, 40)
		holds(t, d, s, 8+r.IntN(113))
		agrees(t, d, []byte(s))
	}
}

func holds(t *testing.T, d *Drawer, s string, width int) {
	src := []byte(s)
	eachBlock(src, func(b markdown.Block, refs []parser.Reference) {
		flow := d.Render(src, b, refs, width)
		if flow.Why == markdown.Faulty {
			t.Fatalf("%q cannot be drawn", src[b.From:b.To])
		}
		checkCells(t, src, b, flow)
		checkLetters(t, src, b, flow)
		checkRows(t, flow, width)
		checkShadow(t, d, src, b, refs)
		if bad := badOutput(paintAll(flow, width)); bad != "" {
			t.Fatalf("%q: %s", src[b.From:b.To], bad)
		}
	})
}

// checkCells: a cell stands for bytes of its block, shows them or what they mean, and no two show the same.
func checkCells(t *testing.T, src []byte, b markdown.Block, f Flow) {
	t.Helper()
	seen := map[int32]bool{}
	for _, line := range f.Lines {
		for _, c := range line {
			if c.Decoration() {
				continue
			}
			inBlock := b.From <= c.From && c.To <= b.To
			inHead := b.HeadFrom <= c.From && c.To <= b.HeadTo
			if c.From >= c.To || !inBlock && !inHead {
				t.Fatalf("%q has a cell %q at %d to %d", src[b.From:b.To], c.S, c.From, c.To)
			}
			raw := string(src[c.From:c.To])
			if raw == c.S {
				if seen[c.From] {
					t.Fatalf("%q shows %q at %d twice", src[b.From:b.To], c.S, c.From)
				}
				seen[c.From] = true
			} else if !meant(raw, c.S) {
				t.Fatalf("%q shows %q for %q", src[b.From:b.To], c.S, raw)
			}
		}
	}
}

// meant tells that a cell shows what its bytes stand for.
func meant(raw, shown string) bool {
	clean, _, _ := text.Cluster(raw)
	switch {
	case strings.HasPrefix(raw, "\\"), strings.HasPrefix(raw, "&") && strings.HasSuffix(raw, ";"):
		return true // escapes and entities
	case shown == " ":
		return strings.TrimSpace(raw) == "" || clean == " "
	case shown == "(" || shown == ")":
		return len(raw) == 1 // the title of a link
	}
	return strings.Contains(clean, shown)
}

// checkLetters: what is shown without Markdown shows every letter.
func checkLetters(t *testing.T, src []byte, b markdown.Block, f Flow) {
	t.Helper()
	if f.Why == markdown.Within {
		return // the net did it
	}
	shown := map[int32]bool{}
	for _, line := range f.Lines {
		for _, c := range line {
			for i := c.From; i < c.To; i++ {
				shown[i] = true
			}
		}
	}
	for i := int(b.From); i < int(b.To); {
		r, size := utf8.DecodeRune(src[i:])
		if unicode.IsLetter(r) && !shown[int32(i)] && text.Hidden(src[i:i+size]) == 0 {
			t.Fatalf("%q loses %q", src[b.From:b.To], r)
		}
		i += size
	}
}

// checkRows: no row is too wide, and wrapping depends on nothing but the width.
func checkRows(t *testing.T, f Flow, width int) {
	t.Helper()
	before := fmt.Sprint(Lay(f, width))
	widths := []int{8, 24, 66}
	if f.Table {
		widths = nil // drawn for one width
	}
	for _, w := range append(widths, width) {
		rows := Lay(f, w)
		if len(rows) == 0 {
			t.Fatal("no row")
		}
		for _, l := range rows {
			if n := widthOf(l.Hang) + widthOf(l.Cells); n > w {
				t.Fatalf("a row of %d columns at %d: %q", n, w, l.text())
			}
		}
	}
	if fmt.Sprint(Lay(f, width)) != before {
		t.Fatal("wrapped differently the second time")
	}
}

// checkShadow: nothing of the text is in what glamour gets, and every run comes back once.
func checkShadow(t *testing.T, d *Drawer, src []byte, b markdown.Block, refs []parser.Reference) {
	t.Helper()
	if markdown.Over(src, b) != markdown.Within {
		return
	}
	s, tree := d.shadow(src, b, refs, false)
	for _, r := range string(s.buf) {
		if r != ' ' && r != '\n' && (r < wideRune || r >= wideRune+maxRuns) && (r < narrowRune || r >= narrowRune+maxRuns) {
			t.Fatalf("glamour gets %U of %q", r, src[b.From:b.To])
		}
	}
	out, err := d.shine(s, tree, 0)
	if err != nil {
		t.Fatal(err)
	}
	if dec := s.decode(out); !dec.complete() {
		t.Fatalf("%q does not come back whole", src[b.From:b.To])
	}
}

// FuzzPlain shows any bytes, not only UTF-8, without Markdown.
func FuzzPlain(f *testing.F) {
	for _, s := range seeds(f) {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		for _, b := range markdown.Split(src) {
			flow := Plain(src, b, markdown.Hiding)
			checkRows(t, flow, 40)
			if got := paintAll(flow, 40); badOutput(got) != "" {
				t.Fatalf("%q goes out as %q: %s", src, got, badOutput(got))
			}
		}
	})
}
