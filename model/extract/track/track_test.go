package track

import (
	"fmt"
	"strings"
	"testing"

	"parley/model"
	"parley/model/example"
	"parley/model/extract/prose"
)

// examples runs the pairs of a file: a text, and what is expected of each of its lines.
func examples(t *testing.T, file string, describe func(name, line string) string) {
	t.Helper()
	example.Run(t, "testdata/"+file, func(_ *testing.T, in example.Text) string {
		var b strings.Builder
		for line := range strings.Lines(string(in.Body)) {
			b.WriteString(describe(in.Name, strings.TrimRight(line, "\n")) + "\n")
		}
		return b.String()
	})
}

// TestTracks: the strands that each line tells, those with most words first.
func TestTracks(t *testing.T) {
	examples(t, "tracks.txtar", func(_, line string) string {
		if names := Shipped().Of(line); len(names) > 0 {
			return strings.Join(names, ", ")
		}
		return "none"
	})
}

// TestDays: the relative days of each line, in a briefing of the date and language that name the example: "2025-04-27 en".
func TestDays(t *testing.T) {
	examples(t, "days.txtar", func(name, line string) string {
		date, lang, _ := strings.Cut(name, " ")
		lang, _, _ = strings.Cut(lang, " ")
		d := prose.Split([]prose.Paragraph{{Text: line}})
		var out []string
		for _, day := range Days(d, model.Date(date), lang) {
			if day.Words != line[day.Start:day.End] {
				t.Errorf("%q stands at %d to %d: %q", day.Words, day.Start, day.End, line[day.Start:day.End])
			}
			out = append(out, fmt.Sprintf("%s = %s", day.Words, day.Date))
		}
		if len(out) == 0 {
			return "none"
		}
		return strings.Join(out, "; ")
	})
}

// TestOwnStrands: a library's own strands stand before the shipped ones, take more words for a shipped name, or replace all.
func TestOwnStrands(t *testing.T) {
	own := []Strand{{Name: "Fisheries", Words: []string{"herring", "(boats)"}}, {Name: "ceasefire", Words: []string{"calm"}}}
	const line = "The herring, the calm and the border."
	for _, c := range []struct {
		name string
		t    *Table
		want string
	}{
		{"added", NewTable(own, false), "Fisheries, ceasefire, Territory"},
		{"instead", NewTable(own, true), "Fisheries, ceasefire"},
		{"shipped", Shipped(), "Territory"},
	} {
		if got := strings.Join(c.t.Of(line), ", "); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
	if got := NewTable(own, false).Of("The boats and the border."); strings.Join(got, ", ") != "Territory" {
		t.Errorf("a weak word beside a plain one tells %v", got)
	}
	if got := NewTable(own, false).Of("The boats."); strings.Join(got, ", ") != "Fisheries" {
		t.Errorf("a weak word alone tells %v", got)
	}
}

// FuzzDays: no text breaks it, days stand in the text, in order and apart.
func FuzzDays(f *testing.F) {
	for _, s := range []string{"on Friday, April 18 and 3 days ago", "last last week next", "18. April 2025", "am letzten Freitag"} {
		f.Add(s, "2025-04-27", "en")
		f.Add(s, "2024-02-29", "de")
	}
	f.Fuzz(func(t *testing.T, text, date, lang string) {
		d := prose.Split([]prose.Paragraph{{Text: strings.ToValidUTF8(strings.ReplaceAll(text, "\n", " "), "\uFFFD")}})
		last := 0
		for _, day := range Days(d, model.Date(date), lang) {
			if day.Start < last || day.End <= day.Start || day.End > len(d.Text) {
				t.Fatalf("%q at %d to %d after %d", day.Words, day.Start, day.End, last)
			}
			last = day.End
		}
	})
}
