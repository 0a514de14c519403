package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"parley/briefings/folder"
	"parley/briefings/review"
	"parley/model"
)

var morning = time.Date(2025, 4, 27, 8, 0, 0, 0, time.UTC)

func shelved(t *testing.T, state string, paths ...string) *marked {
	t.Helper()
	lib, err := folder.Open(paths, nil, folder.Options{})
	if err == nil {
		err = lib.Settled(t.Context())
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = lib.Close() }) // only read from
	j, err := review.OpenJournal(state, placeOf(paths))
	if err != nil {
		t.Fatal(err)
	}
	m, err := newMarked(lib, j, morning)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func unread(t *testing.T, m *marked) (all int, tracks string, byFile string) {
	t.Helper()
	o, err := m.Overview(t.Context(), model.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	for _, track := range o.Tracks {
		tracks += fmt.Sprintf("%s:%v ", track.Name, track.Unread)
	}
	page, err := m.Briefings(t.Context(), model.Filter{}, model.Window{})
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range page.Items {
		text, err := m.Text(t.Context(), b.File)
		if err != nil || text.Briefing.Unread != b.Unread {
			t.Errorf("%s: the list says %v, its text %v (%v)", b.File, b.Unread, text.Briefing.Unread, err)
		}
		byFile += fmt.Sprintf("%s:%v ", b.File, b.Unread)
	}
	return o.Unread, tracks, byFile
}

func TestUnreadUntilReadAndAgainWhenChanged(t *testing.T) {
	dir, state := t.TempDir(), t.TempDir()
	put := func(name, track, said string) {
		t.Helper()
		text := fmt.Sprintf("---\ndate: 2025-04-2%c\ntracks: [%s]\n---\n\n“%s,” minister Lena Oduya said.\n", name[0]-'a'+'1', track, said)
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	put("a.md", "Territory", "The line is not for sale")
	put("b.md", "Prisoners", "The list is not complete")
	check := func(m *marked, all int, tracks, byFile string) {
		t.Helper()
		if a, tr, f := unread(t, m); a != all || tr != tracks || f != byFile {
			t.Errorf("%d unread, %s, %s; want %d, %s, %s", a, tr, f, all, tracks, byFile)
		}
	}
	m := shelved(t, state, dir)
	check(m, 2, "Prisoners:true Territory:true ", "b.md:true a.md:true ")
	if err := m.MarkRead("a.md", true); err != nil {
		t.Fatal(err)
	}
	check(m, 1, "Prisoners:true Territory:false ", "b.md:true a.md:false ")
	check(shelved(t, state, filepath.Join(dir, "..", filepath.Base(dir))), 1, "Prisoners:true Territory:false ", "b.md:true a.md:false ")
	check(shelved(t, state, filepath.Join(dir, "a.md")), 0, "Territory:false ", "a.md:false ")
	put("a.md", "Territory", "The line is for sale after all")
	again := shelved(t, state, dir)
	check(again, 2, "Prisoners:true Territory:true ", "b.md:true a.md:true ")
	if !again.since.Equal(morning) {
		t.Errorf("the visit before was %v", again.since)
	}
	if err := again.MarkRead("gone.md", true); !errors.Is(err, model.ErrNoBriefing) {
		t.Errorf("%v", err)
	}
}

func TestAMarkIsNewsToWhoeverWaits(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "a.md"), []byte("Nothing new.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	m := shelved(t, t.TempDir(), dir)
	o, err := m.Overview(t.Context(), model.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	news := make(chan uint64)
	go func() {
		defer close(news)
		if now, err := m.Wait(t.Context(), o.Revision); err == nil {
			news <- now
		}
	}()
	if err := m.MarkRead("a.md", true); err != nil {
		t.Fatal(err)
	}
	select {
	case now := <-news:
		if now == o.Revision {
			t.Error("the revision is the same")
		}
	case <-time.After(90 * time.Second):
		t.Fatal("nobody was told")
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	o, _ = m.Overview(t.Context(), model.Filter{})
	if _, err := m.Wait(ctx, o.Revision); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}
