package main

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"parley/model/extract/eval/gold"
)

// TestReport: a figure may be .01 below what was written down, and no more; one that was never written down cannot fall.
func TestReport(t *testing.T) {
	before := written
	defer func() { written = before }()
	written = "a.jsonl | quotes | joint F1 | 0.9000\n"
	for _, c := range []struct {
		name  string
		value float64
		fell  int
	}{{"joint F1", 0.895, 0}, {"joint F1", 0.885, 1}, {"joint F1", 0.95, 0}, {"found F1", 0.1, 0}} {
		var out strings.Builder
		if n := report(&out, "a.jsonl", "quotes", []gold.Figure{{Name: c.name, Value: c.value}}, false); n != c.fell {
			t.Errorf("%s %.3f: %d fell, printed %q", c.name, c.value, n, out.String())
		}
	}
}

// TestRun measures a file of one own sentence, and says what a folder lacks and which measure there is none of.
func TestRun(t *testing.T) {
	folder := t.TempDir()
	one := `{"id":"x","text":"“We will sign today,” Ada Quill said.\n","quoted_spans":[{"text":"“We will sign today,”","start":0,"end":21,` +
		`"attributed":true,"speaker":"Ada Quill","speaker_start":22,"type":"direct"}],"quotes":[]}` + "\n"
	if err := os.WriteFile(filepath.Join(folder, "polnear-own.jsonl"), []byte(one), 0o600); err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	if err := run([]string{"-measure", "quotes", filepath.Join(folder, "polnear-own.jsonl")}, &out); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(out.String(), "joint F1 | 1.0000") || !strings.Contains(out.String(), "certainty sure: 1 of 1 right") {
		t.Errorf("printed:\n%s", out.String())
	}
	out.Reset()
	if err := run([]string{"-measure", "quotes", folder}, &out); err != nil || !strings.Contains(out.String(), "skipped: quotes") {
		t.Errorf("%v, printed %q", err, out.String())
	}
	if err := run([]string{"-measure", "nothing", folder}, &out); err == nil {
		t.Error("a measure that there is none of was taken")
	}
	if err := run(nil, &out); err == nil {
		t.Error("nothing was asked for and nothing was said")
	}
}

// TestClaims measures positions and moves over own sentences.
func TestClaims(t *testing.T) {
	folder := t.TempDir()
	files := map[string]string{
		"positions-own.jsonl": `{"id":"x","text":"Norway proposed a truce of thirty days.\nJapan rejected the sanctions.\n","claims":[` +
			`{"actor":"Norway","actor_start":0,"actor_end":6,"cue":"proposed","start":16,"end":38,"text":"a truce of thirty days"},` +
			`{"actor":"Peru","actor_start":-1,"cue":"rejected","start":55,"end":68,"text":"the sanctions"}]}`,
		"moves-own.jsonl": `{"id":"y","text":"Norway rejected the treaty.","claims":[{"actor":"Norway","actor_start":0,"predicate":"REJECT"}]}` + "\n" +
			`{"id":"z","text":"Police arrested ten men.","claims":[{"actor":"Police","actor_start":0,"predicate":"COERCE"}]}`,
	}
	for name, body := range files {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(body+"\n"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	var out strings.Builder
	if err := run([]string{"-misses", "9", filepath.Join(folder, "positions-own.jsonl"), filepath.Join(folder, "moves-own.jsonl")}, &out); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"2 claims, 2 found of which 1 are right", "positions | recall | 0.5000", `not found: "Peru"`,
		"reject 1.000; false alarms 0.000 (0 of 1)", "moves | no false alarm | 1.0000"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%q is missing in\n%s", want, out.String())
		}
	}
}

// TestMarkedActors measures persons, organisations and nationalities over own sentences, one of which names nobody.
func TestMarkedActors(t *testing.T) {
	file := filepath.Join(t.TempDir(), "re3d_actors.jsonl")
	const line = `{"id":"a","text":"Élan: Ada Quill said that the French navy had left Zorn.","entities":[` +
		`{"text":"Ada Quill","start":6,"end":15,"type":"Person"},{"text":"French navy","start":30,"end":41,"type":"Organisation"},` +
		`{"text":"French","start":30,"end":36,"type":"Nationality"},{"text":"Zorn","start":51,"end":55,"type":"Person"}]}`
	if err := os.WriteFile(file, []byte(line+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	figures, err := actors(file, options{out: io.Discard})
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]float64{"persons": .5, "organisations": 1, "nationalities": 1, "mentions are entities": 1}
	for _, f := range figures {
		if f.Value != want[f.Name] {
			t.Errorf("%s: %v, want %v", f.Name, f.Value, want[f.Name])
		}
	}
}
