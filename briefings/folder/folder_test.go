package folder

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"testing/fstest"
	"time"

	"parley/model"
)

const talk = `---
title: %s
date: %d
tracks: [Territory]
---

“The line is not for sale,” minister Lena Oduya said.
`

func briefing(title, date string) string {
	return strings.NewReplacer("%s", title, "%d", date).Replace(talk)
}

func dirOf(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		put(t, filepath.Join(dir, name), content)
	}
	return dir
}

func put(t *testing.T, path, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
}

func settled(t *testing.T, paths ...string) *Folder {
	t.Helper()
	f, err := Open(paths, nil, Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := f.Close(); err != nil {
			t.Error(err)
		}
	})
	if err := f.Settled(t.Context()); err != nil {
		t.Fatal(err)
	}
	return f
}

func titles(t *testing.T, f *Folder, filter model.Filter) (all []string) {
	t.Helper()
	page, err := f.Briefings(t.Context(), filter, model.Window{})
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range page.Items {
		all = append(all, b.Title)
	}
	return all
}

func problems(t *testing.T, f *Folder) map[string]string {
	t.Helper()
	page, err := f.Problems(t.Context(), model.Window{})
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, p := range page.Items {
		all[p.File] = p.Message
	}
	return all
}

func TestNewestFirstAndWithoutADateLast(t *testing.T) {
	f := settled(t, dirOf(t, map[string]string{
		"b.md": briefing("Second", "2025-04-18"), "a.md": briefing("First", "2025-04-25"), "deep/er/c.txt": briefing("Third", "2025-04-11"),
		"z.md": "No date here.\n", "notes.org": "not read", ".hidden/x.md": "not read", ".x.md": "not read",
	}))
	want := []string{"First", "Second", "Third", "No date here."}
	if got := titles(t, f, model.Filter{}); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if got := problems(t, f); len(got) != 0 {
		t.Errorf("problems: %v", got)
	}
}

func TestATrackAndAFileNarrowEveryList(t *testing.T) {
	f := settled(t, dirOf(t, map[string]string{"a.md": briefing("A", "2025-04-25"), "b.md": briefing("B", "2025-04-18")}))
	all, err := f.Quotes(t.Context(), model.Filter{}, model.Window{})
	if err != nil || all.Total != 2 {
		t.Fatalf("%d quotes, %v", all.Total, err)
	}
	for _, c := range []struct {
		filter model.Filter
		want   int
	}{
		{model.Filter{File: "a.md"}, 1}, {model.Filter{Track: "Territory"}, 2}, {model.Filter{Track: "Prisoners"}, 0},
		{model.Filter{Track: "Territory", File: "b.md"}, 1},
	} {
		page, err := f.Quotes(t.Context(), c.filter, model.Window{})
		if err != nil || page.Total != c.want || page.All != 2 {
			t.Errorf("%+v: %d of %d, want %d of 2 (%v)", c.filter, page.Total, page.All, c.want, err)
		}
	}
}

func TestWhatCannotBeReadIsAProblemAndNothingElseSuffers(t *testing.T) {
	dir := dirOf(t, map[string]string{"good.md": briefing("Good", "2025-04-25"), "image.md": "\x89PNG\r\n\x1a\n\x00\x00", "annex.pdf": "%PDF-1.7"})
	if err := syscall.Mkfifo(filepath.Join(dir, "pipe.md"), 0o600); err != nil {
		t.Fatal(err)
	}
	for link, to := range map[string]string{"out.md": "/etc/hosts", "loop.md": "loop.md", "up.md": "..", "gone.md": "missing", "zero.md": "/dev/zero"} {
		if err := os.Symlink(to, filepath.Join(dir, link)); err != nil {
			t.Fatal(err)
		}
	}
	f := settled(t, dir)
	if got := titles(t, f, model.Filter{}); !slices.Equal(got, []string{"Good"}) {
		t.Errorf("%q", got)
	}
	got := problems(t, f)
	for name, says := range map[string]string{
		"image.md": "", "annex.pdf": "PDF", "pipe.md": "pipe", "out.md": "", "loop.md": "", "up.md": "", "gone.md": "", "zero.md": "",
	} {
		if message, ok := got[name]; !ok || !strings.Contains(message, says) {
			t.Errorf("%s: %q, want %q in it", name, message, says)
		}
	}
}

func TestAPipeInAFilesPlaceDoesNotBlock(t *testing.T) {
	dir := dirOf(t, map[string]string{"a.md": "x"})
	src := sourceOf(t, dir)
	if err := errors.Join(os.Remove(filepath.Join(dir, "a.md")), syscall.Mkfifo(filepath.Join(dir, "a.md"), 0o600)); err != nil {
		t.Fatal(err)
	}
	if _, err := src.Load(t.Context(), "a.md"); err == nil || !strings.Contains(err.Error(), "pipe") {
		t.Errorf("%v, want that it is a pipe", err)
	}
}

func TestReadIsLimited(t *testing.T) {
	path := filepath.Join(t.TempDir(), "sparse.md")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(f.Truncate(1<<40), f.Close()); err != nil {
		t.Skipf("no sparse files here: %v", err)
	}
	raw, err := sourceOf(t, filepath.Dir(path)).Load(t.Context(), "sparse.md")
	if err != nil || len(raw.Bytes) != Limit {
		t.Errorf("%d bytes, %v; want %d", len(raw.Bytes), err, Limit)
	}
}

func sourceOf(t *testing.T, paths ...string) *Source {
	t.Helper()
	src, err := NewSource(paths, Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := src.Close(); err != nil {
			t.Error(err)
		}
	})
	return src
}

func TestRefreshTakesUpWhatChanged(t *testing.T) {
	dir := dirOf(t, map[string]string{"a.md": briefing("A", "2025-04-25"), "b.md": briefing("B", "2025-04-18")})
	f := settled(t, dir)
	before, err := f.Overview(t.Context(), model.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	put(t, filepath.Join(dir, "a.md"), briefing("A anew", "2025-04-26"))
	put(t, filepath.Join(dir, "c.md"), briefing("C", "2025-04-27"))
	if err := errors.Join(os.Remove(filepath.Join(dir, "b.md")), f.Refresh(t.Context())); err != nil {
		t.Fatal(err)
	}
	if got := titles(t, f, model.Filter{}); !slices.Equal(got, []string{"C", "A anew"}) {
		t.Errorf("%q", got)
	}
	ctx, stop := context.WithTimeout(t.Context(), 10*time.Second)
	defer stop()
	if now, err := f.Wait(ctx, before.Revision); err != nil || now == before.Revision {
		t.Errorf("revision %d after %d: %v", now, before.Revision, err)
	}
}

func TestTwoFoldersKeepFilesOfOneNameApart(t *testing.T) {
	dir := dirOf(t, map[string]string{"x/a.md": briefing("X", "2025-04-25"), "y/a.md": briefing("Y", "2025-04-18")})
	f := settled(t, filepath.Join(dir, "x"), filepath.Join(dir, "y"))
	if got := titles(t, f, model.Filter{}); !slices.Equal(got, []string{"X", "Y"}) {
		t.Errorf("%q", got)
	}
	page, err := f.Briefings(t.Context(), model.Filter{}, model.Window{})
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"x", "y"} {
		if path, ok := f.Path(page.Items[i].File); !ok || path != filepath.Join(dir, want, "a.md") {
			t.Errorf("%s lies at %q", page.Items[i].File, path)
		}
	}
}

func TestOneFileAloneIsALibrary(t *testing.T) {
	dir := dirOf(t, map[string]string{"a.md": briefing("A", "2025-04-25"), "b.md": briefing("B", "2025-04-18")})
	f := settled(t, filepath.Join(dir, "b.md"))
	if got := titles(t, f, model.Filter{}); !slices.Equal(got, []string{"B"}) {
		t.Errorf("%q", got)
	}
}

func TestTheSameBytesGiveTheSameStatementsOnAnyNumberOfCores(t *testing.T) {
	files := fstest.MapFS{}
	for _, day := range []string{"01", "02", "03", "04", "05", "06", "07", "08"} {
		files[day+".md"] = &fstest.MapFile{Data: []byte(briefing("Day "+day, "2025-04-"+day))}
	}
	var first model.Page[model.Quote]
	for workers := 1; workers <= 8; workers++ {
		f := OpenFS(files, Options{Workers: workers})
		if err := f.Settled(t.Context()); err != nil {
			t.Fatal(err)
		}
		page, err := f.Quotes(t.Context(), model.Filter{}, model.Window{})
		if err != nil {
			t.Fatal(err)
		}
		if workers == 1 {
			first = page
		}
		if len(page.Items) != len(first.Items) || len(page.Items) == 0 {
			t.Fatalf("%d quotes with %d workers, %d with one", len(page.Items), workers, len(first.Items))
		}
		for i := range page.Items {
			if page.Items[i].ID != first.Items[i].ID || page.Items[i].Span != first.Items[i].Span {
				t.Errorf("%d workers: %+v, with one %+v", workers, page.Items[i].Span, first.Items[i].Span)
			}
		}
	}
}
