package folder

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"parley/model"
)

func TestTouchingAFileMakesNoNewRevision(t *testing.T) {
	dir := dirOf(t, map[string]string{"a.md": briefing("A", "2025-04-25")})
	f := settled(t, dir)
	must(t, os.Chtimes(filepath.Join(dir, "a.md"), time.Now(), time.Now()))
	before := revision(t, f)
	f.update(t.Context(), []string{"a.md"})
	f.update(t.Context(), nil)
	if now := revision(t, f); now != before {
		t.Errorf("revision %d after %d", now, before)
	}
}

func TestWhereWatchesRunOutEverythingIsCompared(t *testing.T) {
	dir := dirOf(t, map[string]string{"1/a.md": briefing("A", "2025-04-25"), "2/b.md": briefing("B", "2025-04-18"), "3/c.md": briefing("C", "2025-04-11")})
	src := sourceOf(t, dir)
	w := src.watch()
	w.limit = 2
	go w.run(t.Context())
	for _, sub := range []string{"1", "2", "3"} {
		put(t, filepath.Join(dir, sub, "new.md"), "x")
		entries := 0
		for entries < 4 { // the name itself, or to compare everything
			names := receive(t, w.out)
			if slices.Contains(names, sub+"/new.md") {
				break
			}
			if names == nil {
				entries = 0
				must(t, src.List(t.Context(), func(e Entry) {
					if e.Name == sub+"/new.md" {
						entries = 4
					}
				}, func(p model.Problem) { t.Error(p) }))
			}
		}
	}
}

func receive(t *testing.T, changes <-chan []string) []string {
	t.Helper()
	select {
	case names, ok := <-changes:
		if !ok {
			t.Fatal("the watch ended")
		}
		return names
	case <-time.After(deadline):
		t.Fatal("nothing was reported")
	}
	return nil
}

func TestWatchingOpensOneDescriptorWhateverTheSize(t *testing.T) {
	count := func() int {
		entries, err := os.ReadDir("/proc/self/fd")
		if err != nil {
			t.Skipf("no list of descriptors here: %v", err)
		}
		return len(entries)
	}
	files := map[string]string{}
	for i := range 300 {
		files[fmt.Sprintf("%d/%d.md", i%100, i)] = "x"
	}
	src := sourceOf(t, dirOf(t, files))
	before := count()
	ctx, stop := context.WithCancel(t.Context())
	changes := src.Watch(ctx)
	if names := receive(t, changes); names != nil {
		t.Errorf("first %q, want to compare everything", names)
	}
	if now := count(); now > before+4 {
		t.Errorf("%d descriptors before, %d now", before, now)
	}
	stop()
	for range changes { // closed when all is given back
	}
	if now := count(); now > before {
		t.Errorf("%d descriptors before, %d after", before, now)
	}
}

func TestAStormIsOneReport(t *testing.T) {
	dir := dirOf(t, map[string]string{"a.md": "x"})
	w := sourceOf(t, dir).watch()
	for i := range many + 1 {
		w.note(fmt.Sprint(i, ".md"))
	}
	if got := w.report(); got != nil {
		t.Errorf("%d names, want to compare everything", len(got))
	}
}

func TestParsePoll(t *testing.T) {
	for value, want := range map[string]time.Duration{"": 0, "0": 0, "1": time.Second, "5s": 5 * time.Second} {
		if got, err := ParsePoll(value); err != nil || got != want {
			t.Errorf("%q: %v, %v", value, got, err)
		}
	}
	for _, value := range []string{"yes", "1ms", "-5s"} {
		if _, err := ParsePoll(value); err == nil || !strings.Contains(err.Error(), "PARLEY_POLL="+value) {
			t.Errorf("%q: %v", value, err)
		}
	}
}

func TestTheLibrarysOwnListsAreWatched(t *testing.T) {
	dir := dirOf(t, map[string]string{"a.md": "x"})
	changes := sourceOf(t, dir).Watch(t.Context())
	for _, change := range []func(){
		func() {}, // everything is compared at first
		func() { put(t, filepath.Join(dir, actorsList), "[]") },
		func() { saveAtomically(t, filepath.Join(dir, actorsList), "[]\n") },
		func() { put(t, filepath.Join(dir, tracksList), "[]") },
	} {
		change()
		for receive(t, changes) != nil { // reports of names may come first
		}
	}
}
