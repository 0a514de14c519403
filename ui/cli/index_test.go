package cli

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/adrg/xdg"

	"parley/model"
)

// shell runs a command line as a script would and answers what it wrote.
func shell(t *testing.T, args ...string) (code int, out, errs string) {
	t.Helper()
	var o, e bytes.Buffer
	code = Run(args, Streams{In: strings.NewReader(""), Out: &o, Errs: &e, Env: func(string) string { return "" }})
	return code, o.String(), e.String()
}

// indexedFolder is a folder of two briefings and a cache folder of its own.
func indexedFolder(t *testing.T) string {
	t.Helper()
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	xdg.Reload()
	t.Cleanup(xdg.Reload)
	dir := t.TempDir()
	for name, text := range map[string]string{
		"a.md": "---\ntitle: A\ndate: 2025-04-25\n---\n\n“The line is not for sale,” minister Lena Oduya said.\n",
		"b.md": "---\ntitle: B\ndate: 2025-04-18\n---\n\n“We will talk on Friday,” minister Lena Oduya said.\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestTheIndexIsMadeAndDescribed(t *testing.T) {
	dir := indexedFolder(t)
	code, out, errs := shell(t, "index", "stats", dir)
	if code != done || !strings.Contains(out, "index      none") || errs != "" {
		t.Errorf("before: %d, %q, %q", code, out, errs)
	}
	code, out, errs = shell(t, "index", "rebuild", "--json", dir)
	var made struct {
		File                                string
		Bytes                               int64
		Briefings, Mapped, Quotes, Segments int
		Seconds                             float64
	}
	if err := json.Unmarshal([]byte(out), &made); err != nil || code != done || errs != "" {
		t.Fatalf("%d, %q, %q: %v", code, out, errs, err)
	}
	info, err := os.Stat(made.File)
	if err != nil || info.Size() != made.Bytes || made.Briefings != 2 || made.Mapped != 2 || made.Quotes != 2 || made.Segments != 1 || made.Seconds <= 0 {
		t.Errorf("%+v, %v", made, err)
	}
	code, out, _ = shell(t, "index", "stats", dir)
	if code != done || !strings.Contains(out, "2 of them from the index") {
		t.Errorf("after: %d, %q", code, out)
	}
	code, out, _ = shell(t, "-L", dir, "quotes", "friday")
	if code != done || strings.Count(out, "\n") != 1 || !strings.Contains(out, "We will talk") {
		t.Errorf("asked of the index: %d, %q", code, out)
	}
	if err := os.Remove(filepath.Join(dir, "b.md")); err != nil {
		t.Fatal(err)
	}
	if code, out, _ = shell(t, "-L", dir, "quotes", "friday"); code != nothingFound || out != "" {
		t.Errorf("what is gone is still answered: %d, %q", code, out)
	}
}

func TestWhatHasNoIndexSaysSo(t *testing.T) {
	dir := indexedFolder(t)
	for _, c := range []struct {
		args []string
		code int
		says string
	}{
		{[]string{"index", "stats", filepath.Join(dir, "a.md")}, wrongUsage, "only folders"},
		{[]string{"--no-index", "index", "rebuild", dir}, wrongUsage, "only folders"},
		{[]string{"index", "rebuild", filepath.Join(dir, "missing")}, unreadable, "missing"},
		{[]string{"index"}, wrongUsage, "rebuild"},
	} {
		code, out, errs := shell(t, c.args...)
		if code != c.code || out != "" || !strings.Contains(errs, c.says) {
			t.Errorf("%v: %d, %q, %q", c.args, code, out, errs)
		}
	}
}

func TestWithoutAnIndexNothingIsWritten(t *testing.T) {
	dir := indexedFolder(t)
	code, out, errs := shell(t, "--no-index", "-L", dir, "quotes", "line")
	if code != done || !strings.Contains(out, "not for sale") || errs != "" {
		t.Errorf("%d, %q, %q", code, out, errs)
	}
	if entries, err := os.ReadDir(xdg.CacheHome); err != nil || len(entries) > 0 {
		t.Errorf("%v, %v", entries, err)
	}
}

func TestAnIndexThatCannotBeWritten(t *testing.T) {
	dir := indexedFolder(t)
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	t.Setenv("XDG_CACHE_HOME", file)
	xdg.Reload()
	code, out, errs := shell(t, "index", "rebuild", dir)
	if code != refused || out != "" || !strings.Contains(errs, "XDG_CACHE_HOME") {
		t.Errorf("%d, %q, %q", code, out, errs)
	}
	if code, out, _ = shell(t, "-L", dir, "quotes", "line"); code != done || !strings.Contains(out, "not for sale") {
		t.Errorf("answers need no index: %d, %q", code, out)
	}
}

func TestProgressIsDrawnForATerminalAndLeavesNothing(t *testing.T) {
	for p, want := range map[model.Progress]string{
		{Done: 0, Total: 100_000}:       "reading ····················  0 of 100,000  ctrl+c stops",
		{Done: 50_000, Total: 100_000}:  "reading ██████████··········  50,000 of 100,000  ctrl+c stops",
		{Done: 100_000, Total: 100_000}: "reading ████████████████████  100,000 of 100,000  ctrl+c stops",
		{}:                              "reading ····················  0 of 0  ctrl+c stops",
	} {
		if got := progressLine(p); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestFromWhenAnAnswerIs(t *testing.T) {
	at := time.Date(2025, 4, 27, 9, 5, 0, 0, time.UTC)
	for now, want := range map[time.Time]string{
		at.Add(time.Hour):            "compared at 09:05;",
		at.Add(24 * time.Hour):       "compared at 27 April 2025, 09:05;",
		at.Add(365 * 24 * time.Hour): "compared at 27 April 2025, 09:05;",
	} {
		if got := asOf(at, now); !strings.Contains(got, want) {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
