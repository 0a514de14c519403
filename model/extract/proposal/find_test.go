package proposal

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"parley/model"
	"parley/model/example"
	"parley/model/extract/prose"
)

// lines makes one paragraph of every line that is not empty.
func lines(text string) *prose.Doc {
	var ps []prose.Paragraph
	at, line := 0, 1
	for l := range strings.Lines(text) {
		if body := strings.TrimRight(l, "\n"); body != "" {
			ps = append(ps, prose.Paragraph{Text: body, Base: at, Line: line, Number: len(ps) + 1})
		}
		at, line = at+len(l), line+1
	}
	return prose.Split(ps)
}

// describe writes one proposal a line: predicate | actors (whom they name) | content | rule, hedged, condition, reporter; its
// elements below.
func describe(d *prose.Doc, hits []Hit) string {
	var b strings.Builder
	words := func(at model.Range) string { return d.Text[at.Start:at.End] }
	for i := range hits {
		h := &hits[i]
		var who []string
		for k, a := range h.Actors {
			name := words(a)
			if n := words(h.Names[k]); n != name {
				name += " (" + n + ")"
			}
			who = append(who, name)
		}
		if len(who) == 0 {
			who = []string{"nobody"}
		}
		fmt.Fprintf(&b, "%s | %s | %s | %s", h.Predicate, strings.Join(who, " + "), words(h.Content), h.Reason)
		if h.Hedged {
			b.WriteString(", hedged")
		}
		if h.Stance == model.Conditional {
			b.WriteString(", with a condition")
		}
		if h.Speaker.End > h.Speaker.Start {
			fmt.Fprintf(&b, ", by %s", words(h.Speaker))
		}
		b.WriteByte('\n')
		for _, e := range h.Elements {
			fmt.Fprintf(&b, "  · %s\n", words(e))
		}
	}
	return b.String()
}

// TestFind holds own texts against the proposals expected. Every paragraph of an example is a text of its own by the rules,
// ends as shipped; the keep model does not judge here: it goes by the whole of a text, and examples are short.
func TestFind(t *testing.T) {
	example.Run(t, "testdata/*.txtar", func(_ *testing.T, in example.Text) string {
		d := lines(string(in.Body))
		f := finder{doc: d, table: vocabulary(), ends: endModel()}
		return describe(d, f.run())
	})
}

// TestTables: the fitted tables hold weights. Empty ones keep whatever the rules find, and precision falls by four fifths.
func TestTables(t *testing.T) {
	for name, m := range map[string]*linear{"ends.txt": endModel(), "keep.txt": keepModel()} {
		if n := m.count; n < 500 {
			t.Errorf("%s holds %d weights, 500 at least are expected: fit them again (fitproposals -fit)", name, n)
		}
	}
}

// TestRepeats: the same text gives the same proposals.
func TestRepeats(t *testing.T) {
	first := Find(lines(sample), false)
	for range 3 {
		if again := Find(lines(sample), false); !slices.EqualFunc(first, again, func(a, b Hit) bool { return fmt.Sprint(a) == fmt.Sprint(b) }) {
			t.Fatalf("another answer for the same text:\n%v\n%v", first, again)
		}
	}
}

const sample = `Oland proposed that both sides withdraw from the ridge and release all prisoners. Veyra rejected the plan.
“We will not sign,” said Ada Quill, who called for a truce. Their version postpones the map and emphasizes guarantees.
The rebels, who had agreed to talks, are reportedly unwilling to meet in Tarn; the envoy said they must.
Asked whether Oland would accept it, the minister declined to comment. A refusal by the Union to attend is possible.
`

// FuzzFind: no text breaks it, every range lies in the text, elements lie in their content and in order.
func FuzzFind(f *testing.F) {
	f.Add(sample)
	for _, unit := range []string{"must ", "said that ", ", ", "and to ", "A, B and C ", "the idea of ", "“", "’s plan "} {
		f.Add(strings.Repeat(unit, 60))
	}
	f.Fuzz(func(t *testing.T, text string) {
		d := lines(strings.ToValidUTF8(text, "\uFFFD"))
		for _, h := range Find(d, true) {
			ranges := append(append([]model.Range{h.Content, h.Cue, h.Speaker}, h.Actors...), h.Names...)
			for _, at := range append(ranges, h.Elements...) {
				if at.Start > at.End || at.End > len(d.Text) || at.Start < 0 {
					t.Fatalf("range %v of %d", at, len(d.Text))
				}
			}
			last := h.Content.Start
			for _, e := range h.Elements {
				if e.Start < last || e.End > h.Content.End || e.Start >= e.End {
					t.Fatalf("element %v after %d in %v", e, last, h.Content)
				}
				last = e.End
			}
			if len(h.Elements) == 1 {
				t.Fatal("one element alone is listed")
			}
		}
	})
}
