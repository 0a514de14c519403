package speaker_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"parley/model"
	"parley/model/example"
	"parley/model/extract/prose"
	"parley/model/extract/speaker"
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

// describe writes one statement a line: words | speaker (whom that stands for) | kind, grade | via, who quotes | rule.
func describe(d *prose.Doc, found []speaker.Attribution) string {
	var b strings.Builder
	words := func(m *speaker.Mention) string {
		if m == nil {
			return "nobody"
		}
		return d.Text[m.Start:m.End]
	}
	for _, a := range found {
		fmt.Fprintf(&b, "%s | %s", d.Text[a.Start:a.End], words(a.Speaker))
		if a.Full != nil && words(a.Full) != words(a.Speaker) {
			fmt.Fprintf(&b, " (%s)", words(a.Full))
		}
		fmt.Fprintf(&b, " | %s, %s |", a.Kind, a.Grade)
		for _, v := range a.Via {
			fmt.Fprintf(&b, " %s", d.Text[v.Start:v.End])
		}
		if a.Relay.End > a.Relay.Start {
			fmt.Fprintf(&b, " quoted by %s", d.Text[a.Relay.Start:a.Relay.End])
		}
		fmt.Fprintf(&b, " | %s\n", a.Reason)
	}
	return b.String()
}

// TestFind holds own texts against the statements expected: in sieves-*.txtar by the sieves alone, else as shipped.
func TestFind(t *testing.T) {
	example.Run(t, "testdata/*.txtar", func(_ *testing.T, in example.Text) string {
		weights := speaker.Fitted()
		if strings.HasPrefix(in.Archive, "sieves") {
			weights = speaker.NewWeights(nil, nil)
		}
		d := lines(string(in.Body))
		return describe(d, speaker.Read(d).Attributions(weights, false))
	})
}

// TestRepeats: the same text gives the same statements.
func TestRepeats(t *testing.T) {
	text := strings.Repeat(sample, 5)
	d := lines(text)
	first := describe(d, speaker.Find(d, false))
	for range 3 {
		if again := describe(d, speaker.Find(lines(text), true)); again != first {
			t.Fatal("another answer for the same text")
		}
	}
}

// TestAnyNumberOfCores: whatever else is read at the same time, the same text gives the same statements.
func TestAnyNumberOfCores(t *testing.T) {
	texts := []string{strings.Repeat(sample, 3), "“We go,” Ada Quill said.\n“No.” — Tomas Oke\n", sample + "''He said'' so.\n"}
	want := make([]string, len(texts))
	for i, text := range texts {
		d := lines(text)
		want[i] = describe(d, speaker.Find(d, true))
	}
	var group sync.WaitGroup
	for n := range 24 {
		group.Go(func() {
			d := lines(texts[n%len(texts)])
			if got := describe(d, speaker.Find(d, true)); got != want[n%len(texts)] {
				t.Errorf("text %d read beside others:\n%s\nalone:\n%s", n%len(texts), got, want[n%len(texts)])
			}
		})
	}
	group.Wait()
}

// FuzzFind: no text breaks it, every range lies in the text, every quote is answered once and in order.
func FuzzFind(f *testing.F) {
	f.Add(sample)
	f.Add("“QUILL: We go.” “OKE: No.” — Ada Quill, according to “")
	for _, h := range hostile {
		f.Add(strings.Repeat(h.unit, 40))
	}
	f.Fuzz(func(t *testing.T, text string) {
		d := lines(strings.ToValidUTF8(text, "\uFFFD"))
		found := speaker.Find(d, true)
		quotes, at := 0, 0
		for _, a := range found {
			if a.Quote >= 0 && (a.Quote != quotes || a.Start < at) {
				t.Fatalf("quote %d at %d follows %d at %d", a.Quote, a.Start, quotes-1, at)
			}
			if a.Start > a.End || a.End > len(d.Text) {
				t.Fatalf("range %d to %d of %d", a.Start, a.End, len(d.Text))
			}
			if a.Quote >= 0 {
				quotes, at = quotes+1, a.End
			}
			if a.Kind == model.Direct && !d.Quotes[a.Quote].Verbatim {
				t.Fatalf("quote %d is no verbatim one", a.Quote)
			}
			if m := a.Speaker; m != nil && (m.Start >= m.End || int(m.End) > len(d.Text)) {
				t.Fatalf("mention %d to %d", m.Start, m.End)
			}
		}
		if quotes != len(d.Quotes) {
			t.Fatalf("%d answers for %d quotes", quotes, len(d.Quotes))
		}
	})
}

// TestWeights: every weight of the table can be read, and there is one a fact.
func TestWeights(t *testing.T) {
	if n := speaker.Fitted().Len(); n < 100 {
		t.Fatalf("only %d weights", n)
	}
}
