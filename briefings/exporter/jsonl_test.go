package exporter

import (
	"bytes"
	"context"
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"unicode"

	"parley/model"
)

// shelf is a library of the texts it holds; only what an export asks for is answered.
type shelf struct {
	model.Library
	texts  []model.Text
	actors []model.ActorRow
}

func (s shelf) Briefings(_ context.Context, _ model.Filter, w model.Window) (model.Page[model.Briefing], error) {
	p := model.Page[model.Briefing]{Offset: w.Offset, Total: len(s.texts)}
	for _, t := range s.texts[w.Offset:min(len(s.texts), w.Offset+w.Limit)] {
		p.Items = append(p.Items, t.Briefing)
	}
	return p, nil
}

func (s shelf) Text(_ context.Context, file string) (model.Text, error) {
	for _, t := range s.texts {
		if t.Briefing.File == file {
			return t, nil
		}
	}
	return model.Text{}, model.ErrNoBriefing
}

func (s shelf) Actors(_ context.Context, _ model.Filter, w model.Window) (model.Page[model.ActorRow], error) {
	return model.Page[model.ActorRow]{Items: s.actors[w.Offset:], Total: len(s.actors)}, nil
}

func sample() shelf {
	span := model.Span{File: "a.md", Start: 10, End: 14, Line: 2, Paragraph: 1}
	return shelf{
		texts: []model.Text{{
			Briefing: model.Briefing{File: "a.md", Title: "On the line\u009b2J", Date: "2025-04-25", Problems: []model.Problem{{Line: 1, Message: "m"}}},
			Offset:   func(at int) int { return at * 2 },
			Quotes: []model.Quote{{
				ID: "q1", Span: span, Text: "<we> & \u202ethey", Kind: model.Partial, Grade: model.Unnamed,
				Speaker: &model.Mention{Name: "an official", Words: "he", Start: 1, End: 3}, Continues: "q0",
			}},
			Proposals: []model.Proposal{{
				ID: "p1", Span: span, Predicate: model.Reject, Actors: []model.Mention{{Name: "Arland"}},
				Elements: []model.Element{{Text: "one"}, {Text: "two"}}, Stance: model.Against,
			}},
		}},
		actors: []model.ActorRow{{Actor: model.Actor{Name: "Arland", ID: "arland", Kind: model.State, Mentions: []model.Span{span}}}},
	}
}

func TestJSONLIsTheContract(t *testing.T) {
	var out bytes.Buffer
	if err := JSONL(t.Context(), &out, sample(), model.Filter{}); err != nil {
		t.Fatal(err)
	}
	want := map[string][]string{
		"briefing": {"schema", "type", "file", "title", "date", "source", "tracks", "problems"},
		"quote": {"type", "file", "start", "end", "line", "paragraph", "text", "kind", "grade", "speaker", "via", "about",
			"tracks", "date", "origin", "certainty", "reason", "continues", "id"},
		"proposal": {"type", "file", "start", "end", "line", "paragraph", "text", "predicate", "actors", "stance", "elements",
			"grade", "via", "tracks", "date", "origin", "certainty", "reason", "id"},
		"actor": {"type", "name", "id", "kind", "party", "role", "code", "aliases", "mentions"},
	}
	for _, line := range strings.Split(strings.TrimSpace(out.String()), "\n") {
		var got map[string]any
		if err := json.Unmarshal([]byte(line), &got); err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		kind := got["type"].(string)
		for _, field := range want[kind] {
			if _, ok := got[field]; !ok {
				t.Errorf("%s has no %q", kind, field)
			}
		}
		delete(want, kind)
		if kind == "quote" {
			if got["start"] != 20.0 || got["text"] != "<we> & \u202ethey" || got["continues"] != "q0" {
				t.Errorf("quote: offsets are the file's, the text is the same: %v", got)
			}
		}
		if kind == "actor" && got["mentions"].([]any)[0].(map[string]any)["end"] != 28.0 {
			t.Errorf("actor: offsets of mentions are the file's: %v", got["mentions"])
		}
	}
	if len(want) > 0 {
		t.Errorf("no line for %v", want)
	}
}

func TestNothingObeyedLeaves(t *testing.T) {
	var out bytes.Buffer
	if err := JSONL(t.Context(), &out, sample(), model.Filter{}); err != nil {
		t.Fatal(err)
	}
	if i := strings.IndexFunc(out.String(), func(r rune) bool { return r != '\n' && unicode.In(r, unicode.Cc, unicode.Cf) }); i >= 0 {
		t.Errorf("a rune that a terminal obeys at %d: %q", i, out.String()[i:])
	}
}

func TestEscaperCutAnywhere(t *testing.T) {
	in := "\"a\u009bb\u202ec\u200dd\U000f0001 é 漢 \x7f\""
	for cut := range len(in) {
		var out bytes.Buffer
		e := &escaper{w: &out}
		for _, part := range []string{in[:cut], in[cut:]} {
			if _, err := e.Write([]byte(part)); err != nil {
				t.Fatal(err)
			}
		}
		var back string
		if err := json.Unmarshal(out.Bytes(), &back); err != nil || back != strings.Trim(in, `"`) {
			t.Fatalf("cut at %d: %q, %v", cut, back, err)
		}
		if slices.ContainsFunc([]rune(out.String()), obeyed) {
			t.Fatalf("cut at %d: %q", cut, out.String())
		}
	}
}

// FuzzEscaper: whatever a text holds, JSON gives it back to the letter, and nothing that a terminal obeys is in between.
func FuzzEscaper(f *testing.F) {
	for _, s := range dangerous {
		f.Add(s, 3)
	}
	f.Fuzz(func(t *testing.T, s string, cut int) {
		s = strings.ToValidUTF8(s, "\uFFFD")
		in, err := json.Marshal(s)
		if err != nil {
			t.Fatal(err)
		}
		cut = max(0, min(cut, len(in)))
		var out bytes.Buffer
		e := &escaper{w: &out}
		for _, part := range [][]byte{in[:cut], in[cut:]} {
			if _, err := e.Write(part); err != nil {
				t.Fatal(err)
			}
		}
		var back string
		if err := json.Unmarshal(out.Bytes(), &back); err != nil || back != s {
			t.Fatalf("%q comes back as %q, %v", s, back, err)
		}
		if slices.ContainsFunc([]rune(out.String()), func(r rune) bool { return obeyed(r) || unicode.IsControl(r) }) {
			t.Fatalf("%q", out.String())
		}
	})
}
