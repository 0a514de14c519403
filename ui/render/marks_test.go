package render

import (
	"strings"
	"testing"
	"unicode"

	"github.com/yuin/goldmark/parser"

	"parley/model"
	"parley/model/markdown"
)

// TestMarksAreExact holds what the reader is for: the marks cover the quote to the letter, at every width.
func TestMarksAreExact(t *testing.T) {
	d := NewDrawer()
	for _, c := range markCases(t) {
		t.Run(c.Name, func(t *testing.T) {
			src := []byte(c.Source)
			quote := []model.Range{{Start: c.start, End: c.end}}
			for width := 20; width <= 120; width++ {
				var got strings.Builder
				eachBlock(src, func(b markdown.Block, refs []parser.Reference) {
					for _, l := range Lay(d.Render(src, b, refs, width), width) {
						for i := range l.Cells {
							if cell := &l.Cells[i]; !cell.Decoration() && covered(quote, cell) {
								got.WriteString(cell.S)
							}
						}
					}
				})
				if squeeze(got.String()) != squeeze(c.Marked) {
					t.Fatalf("at %d columns %q is marked, want %q", width, got.String(), c.Marked)
				}
			}
		})
	}
}

func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

func TestQuoteMarks(t *testing.T) {
	for _, c := range []struct{ source, wide, marks string }{
		{`x “⟦offer⟧” y`, "“offer”", "“|”"},
		{`x ⟦“offer”⟧ y`, "“offer”", "“|”"},
		{`x ⟦offer⟧ y`, "offer", ""},
		{`x «⟦offer⟧ y`, "«offer", "«"},
		{`「⟦offer⟧」`, "「offer」", "「|」"},
		{`⟦"⟧`, `"`, `"`},
	} {
		start := strings.Index(c.source, "⟦")
		src := strings.Replace(c.source, "⟦", "", 1)
		end := strings.Index(src, "⟧")
		src = strings.Replace(src, "⟧", "", 1)
		r := WithMarks([]byte(src), model.Range{Start: start, End: end})
		if got := src[r.Start:r.End]; got != c.wide {
			t.Errorf("%s: %q with its marks, want %q", c.source, got, c.wide)
		}
		var marks []string
		for _, m := range QuoteMarks([]byte(src), []model.Range{{Start: start, End: end}}) {
			marks = append(marks, src[m.Start:m.End])
		}
		if got := strings.Join(marks, "|"); got != c.marks {
			t.Errorf("%s: marks %q, want %q", c.source, got, c.marks)
		}
	}
}
