package extract_test

import (
	"bytes"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"parley/model"
	"parley/model/example"
	"parley/model/extract"
	"parley/model/text"
)

// mentioned writes actors: the name, and the source's own words where they are others.
func mentioned(all ...model.Mention) string {
	var out []string
	for _, m := range all {
		if m.Words != m.Name {
			out = append(out, m.Name+" ("+m.Words+")")
			continue
		}
		out = append(out, m.Name)
	}
	if len(out) == 0 {
		return "nobody"
	}
	return strings.Join(out, " + ")
}

// details writes what quotes and proposals have in common; only what says something.
func details(grade model.Grade, origin model.Origin, via, tracks []string) string {
	s := grade.String()
	if origin != model.Found {
		s += ", " + origin.String()
	}
	if len(via) > 0 {
		s += " | via " + strings.Join(via, ", ")
	}
	if len(tracks) > 0 {
		s += " | " + strings.Join(tracks, ", ")
	}
	return s
}

// statements writes everything that stands in a briefing, a line each, in the order of the text.
func statements(t *model.Text) string {
	var b strings.Builder
	quotes, proposals := t.Quotes, t.Proposals
	for len(quotes)+len(proposals) > 0 {
		if len(proposals) == 0 || len(quotes) > 0 && quotes[0].Span.Start <= proposals[0].Span.Start {
			q := &quotes[0]
			quotes = quotes[1:]
			who := "nobody"
			if q.Speaker != nil {
				who = mentioned(*q.Speaker)
			}
			fmt.Fprintf(&b, "%d %s ⟨%s⟩ %s | %s", q.Span.Line, q.Kind, q.Text, who, details(q.Grade, q.Origin, q.Via, q.Tracks))
			if len(q.About) > 0 {
				fmt.Fprintf(&b, " | about %s", strings.Join(q.About, ", "))
			}
			if q.Continues != "" {
				b.WriteString(" | continues")
			}
			b.WriteByte('\n')
			continue
		}
		p := &proposals[0]
		proposals = proposals[1:]
		verb := ""
		if p.Verb != "" {
			verb = "“" + p.Verb + "” "
		}
		fmt.Fprintf(&b, "%d %s %s %s⟨%s⟩ %s | %s\n", p.Span.Line, p.Stance.Sign(), p.Predicate, verb, p.Text, mentioned(p.Actors...),
			details(p.Grade, p.Origin, p.Via, p.Tracks))
		for _, e := range p.Elements {
			fmt.Fprintf(&b, "  · %s\n", e.Text)
		}
	}
	for _, d := range t.Days {
		fmt.Fprintf(&b, "day %s = %s\n", d.Words, d.Date)
	}
	for _, p := range t.Briefing.Problems {
		fmt.Fprintf(&b, "problem %d: %s\n", p.Line, p.Message)
	}
	return b.String()
}

// TestBriefing holds own briefings against the statements expected of the whole.
func TestBriefing(t *testing.T) {
	example.Run(t, "testdata/pairs/*.txtar", func(t *testing.T, in example.Text) string {
		found := extract.Briefing(in.Name, source(t, string(in.Body)), extract.Options{})
		return statements(&found)
	})
}

// TestSameBytes: a briefing gives the same answer however often and beside however many others it is split.
func TestSameBytes(t *testing.T) {
	bodies := []string{pages(6 << 10), "date 2025-04-27 " + page, "# Talks\n\n> [!proposal] A list · by: Oland\n> Sixty names.\n\n" + page}
	want := make([]model.Text, len(bodies))
	for i, body := range bodies {
		want[i] = splitUp(t, body)
	}
	t.Run("at once", func(t *testing.T) {
		for range 8 {
			t.Run("", func(t *testing.T) {
				t.Parallel()
				for i, body := range bodies {
					if !reflect.DeepEqual(splitUp(t, body), want[i]) {
						t.Errorf("another answer for the same bytes of briefing %d", i)
					}
				}
			})
		}
	})
}

// TestBare: the head is what it is when everything is looked for, and nothing is.
func TestBare(t *testing.T) {
	src := source(t, "---\ntitle: Talks\ndate: 2025-04-27\nsource: Wire\n---\n"+page)
	whole, bare := extract.Briefing("a.md", src, extract.Options{}), extract.Briefing("a.md", src, extract.Options{Bare: true})
	if len(whole.Quotes) == 0 || len(bare.Quotes)+len(bare.Proposals)+len(bare.Actors) > 0 {
		t.Errorf("%d quotes in all, %d in what is bare", len(whole.Quotes), len(bare.Quotes))
	}
	w, b := &whole.Briefing, &bare.Briefing
	if w.Title != b.Title || w.Date != b.Date || w.Source != b.Source || whole.Start != bare.Start || !bytes.Equal(whole.Body, bare.Body) {
		t.Errorf("got %+v, want %+v", b, w)
	}
}

// splitUp splits a briefing, and leaves out what is a function.
func splitUp(tb testing.TB, body string) model.Text {
	tb.Helper()
	got := extract.Briefing("a.md", source(tb, body), extract.Options{})
	got.Offset = nil
	return got
}

// FuzzBriefing: no bytes break it; every place lies in the text and on its line; IDs are unique; the same bytes answer alike.
func FuzzBriefing(f *testing.F) {
	f.Add([]byte(page))
	f.Add([]byte("---\ntitle: x\ndate: 2025-04-27\n---\n# T\n\n> [!quote] A (B)\n> b\n\n| Issue | A |\n|---|---|\n| x | + |\n"))
	f.Add([]byte("\xff\xfeH\x00i\x00"))
	for _, h := range hostile {
		f.Add([]byte(hostileText(h.unit, 30*len(h.unit))))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		if len(raw) > 1<<16 {
			return
		}
		src, err := text.Decode(raw)
		if err != nil {
			return
		}
		got := extract.Briefing("a.md", src, extract.Options{})
		for _, p := range got.Briefing.Problems {
			if strings.Contains(p.Message, "could not be split") {
				t.Fatal(p.Message)
			}
		}
		checkPlaces(t, src.Text, &got)
		again := extract.Briefing("a.md", src, extract.Options{Explain: true})
		got.Offset, again.Offset = nil, nil
		if !reflect.DeepEqual(got, again) {
			t.Fatal("another answer for the same bytes")
		}
	})
}

// checkPlaces holds the places and names of statements against the text.
func checkPlaces(t *testing.T, body []byte, got *model.Text) {
	t.Helper()
	ids := map[string]bool{}
	place := func(what, id string, s model.Span) {
		if s.Start < 0 || s.Start > s.End || s.End > len(body) {
			t.Fatalf("%s at %d to %d of %d bytes", what, s.Start, s.End, len(body))
		}
		if line := 1 + bytes.Count(body[:s.Start], []byte("\n")); s.End > s.Start && line != s.Line {
			t.Fatalf("%s at byte %d is said to stand on line %d, not %d", what, s.Start, s.Line, line)
		}
		if id == "" || ids[id] {
			t.Fatalf("%s: the ID %q is empty or given twice", what, id)
		}
		ids[id] = true
	}
	mention := func(m *model.Mention) {
		if m != nil && (m.Start < 0 || m.Start > m.End || m.End > len(body)) {
			t.Fatalf("mention %q at %d to %d of %d bytes", m.Words, m.Start, m.End, len(body))
		}
	}
	for i := range got.Quotes {
		place("quote", got.Quotes[i].ID, got.Quotes[i].Span)
		mention(got.Quotes[i].Speaker)
	}
	for i := range got.Proposals {
		p := &got.Proposals[i]
		place("proposal", p.ID, p.Span)
		for k := range p.Actors {
			mention(&p.Actors[k])
		}
		for _, e := range p.Elements {
			if e.Start < 0 || e.Start >= e.End || e.End > len(body) {
				t.Fatalf("element %q at %d to %d", e.Text, e.Start, e.End)
			}
		}
	}
	for _, a := range got.Actors {
		for _, m := range a.Mentions {
			if m.Start < 0 || m.Start > m.End || m.End > len(body) {
				t.Fatalf("actor %q at %d to %d", a.Name, m.Start, m.End)
			}
		}
	}
}
