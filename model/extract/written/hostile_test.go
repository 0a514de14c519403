package written

import (
	"slices"
	"strings"
	"testing"

	"parley/model"
	"parley/model/markdown"
)

// check holds what must be true of the marks of any text.
func check(t *testing.T, src []byte) {
	t.Helper()
	doc := markdown.Parse(src)
	m := Find(&doc, src)
	last := -1
	for _, r := range m.Leave {
		if r.Start < 0 || r.Start >= r.End || r.End > len(src) || r.Start <= last {
			t.Fatalf("leave %v of %d bytes, after %d", r, len(src), last)
		}
		last = r.End
	}
	left, anywhere := places(m)
	for what, list := range anywhere {
		for _, r := range list {
			if r.Start < 0 || r.Start > r.End || r.End > len(src) {
				t.Fatalf("%s %v of %d bytes", what, r, len(src))
			}
		}
	}
	for what, list := range left {
		for _, r := range list {
			if !slices.ContainsFunc(m.Leave, func(l model.Range) bool { return l.Start <= r.Start && r.End <= l.End }) {
				t.Fatalf("%s %v is not left alone by prose: %v", what, r, m.Leave)
			}
		}
	}
	if len(m.Problems) > maxProblems {
		t.Fatalf("%d problems", len(m.Problems))
	}
}

// places answers where the marks stand that prose must leave alone, and where the others do.
func places(m Marks) (left, anywhere map[string][]model.Range) {
	left, anywhere = map[string][]model.Range{}, map[string][]model.Range{}
	for _, q := range m.Quotes {
		left["quote"] = append(left["quote"], q.Range)
		if q.Speaker != nil {
			left["speaker"] = append(left["speaker"], q.Speaker.Range)
		}
	}
	for _, p := range m.Proposals {
		left["proposal"] = append(left["proposal"], p.Range)
		for _, e := range p.Elements {
			left["element"] = append(left["element"], model.Range{Start: e.Start, End: e.End})
		}
		for _, by := range p.By {
			left["by"] = append(left["by"], by.Range)
		}
	}
	for _, p := range m.Positions {
		left["position"] = append(left["position"], p.Range, p.Actor.Range)
	}
	for _, b := range m.Brackets {
		left["bracket"] = append(left["bracket"], b.Range, b.Inner)
	}
	for _, a := range m.Actors {
		anywhere["actor"] = append(anywhere["actor"], a.Range)
	}
	for _, c := range m.Changes {
		anywhere["change"] = append(anywhere["change"], c.Range, c.Inner)
	}
	for _, n := range m.Notes {
		anywhere["note"] = append(anywhere["note"], n.Range)
	}
	return left, anywhere
}

func TestHostile(t *testing.T) {
	const n = 20_000
	draft := "---\ntype: draft\n---\n"
	for _, src := range []string{
		draft + strings.Repeat("[", n), draft + strings.Repeat("[a", n) + strings.Repeat("]", n), draft + strings.Repeat("[^", n),
		draft + strings.Repeat("[a]{", n), strings.Repeat("{+", n), strings.Repeat("{+a+}", n), strings.Repeat("{- ", n) + "-}",
		"> [!proposal] a" + strings.Repeat(" · by: a", n), "> [!quote] a — " + strings.Repeat("1 May,", n), "> [!quote] " + strings.Repeat("(", n) + ")",
		strings.Repeat("> [!quotes] a\n\n", n/10), strings.Repeat("# Track: a\n\nb\n\n", n/10), "## Actors\n\n" + strings.Repeat("- a\n", n),
		"## Proposals\n\n- **a**: " + strings.Repeat("b;", n), "## Quotes\n\n- **a**: " + strings.Repeat("“b” ", n),
		"| Issue |" + strings.Repeat(" a |", 60) + "\n|" + strings.Repeat("---|", 61) + "\n" + strings.Repeat("| b |"+strings.Repeat(" + |", 60)+"\n", 200),
		"---\ntype: transcript\n---\n" + strings.Repeat("A: b\n\n", n/10), strings.Repeat("a[^b] ", n), "> [!quote] \x1b[31m\u202e\n> \x1b]0;x\x07",
		strings.Repeat("> ", 200) + "[!quote] a",
	} {
		check(t, []byte(src))
	}
}

func FuzzFind(f *testing.F) {
	for _, seed := range []string{
		"> [!quote] A, b (C) — d, 1 May 2025 · track: T\n> “x\n>\n> y”", "> a\n> — B, c", "## Quotes\n\n- **A** (B): “c” d.\n- __A:__ “",
		"## Offers\n\n- **A** ±: no; and b\n  - c", "> [!proposal] · by: (A)\n> - b;\n> - ", "> [!position] A on B: − — c", "| Issue | A |\n|-|-|\n| b | - |",
		"---\ntype: transcript\nactors: [A B]\n---\nB: x\n\nQ. y\n\nA. z\n\n[z]", "---\ntype: draft\n---\n[a [b]{C}][d]{E, F} {+g+} [H: i]",
		"## Parties\n\nA (B)\n: c\n\n- D\n  - E\n\n[[F|g]] [^1]\n\n[^1]: h", "```draft\n[a]{B}\n```\n\n# X {track}",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, src []byte) { check(t, src) })
}

func BenchmarkFind(b *testing.B) {
	prose := strings.Repeat("The delegations met for two hours, and “some ground was gained”, an official said.[^1] They meet again on Friday.\n\n", 2000)
	marked := strings.Repeat("> [!quote] Lena Oduya (Arland) — plenary, 18 April 2025\n> Guarantees first.\n\n- **A**: b\n\n", 500)
	for _, c := range []struct{ name, text string }{{"prose", prose}, {"marked", "## Proposals\n\n" + marked}} {
		src := []byte(c.text)
		doc := markdown.Parse(src)
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(src)))
			for b.Loop() {
				Find(&doc, src)
			}
		})
	}
}
