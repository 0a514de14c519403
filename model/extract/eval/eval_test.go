package main

import (
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
