package cache

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"parley/briefings/folder"
	"parley/model"
	"parley/model/search"
)

// damaged opens a library over a snapshot in which something was changed, and holds it to a scan.
func damaged(t *testing.T, c *corpus, s *scan, whole []byte, change func([]byte) []byte) (void string) {
	t.Helper()
	o := Options{Dir: t.TempDir(), Threshold: 1, Paths: []string{c.dir}}
	file := fileFor(o)
	if err := os.WriteFile(file, change(bytes.Clone(whole)), 0o600); err != nil {
		t.Fatal(err)
	}
	l := open(t, c.dir, o)
	// Whatever is answered from the snapshot is right; once it is distrusted, what was read so far is, and then everything.
	for _, query := range []string{"", "truce", `"the line"`, "speaker:oduya", "-guarantee", "停火", "li"} {
		f, _ := search.Parse(query)
		page, err := l.Quotes(t.Context(), f, model.Window{})
		if err != nil {
			t.Fatal(err)
		}
		want := map[string]bool{}
		for _, q := range s.quotes(f) {
			want[q.ID+q.Text] = true
		}
		for _, q := range page.Items {
			if !want[q.ID+q.Text] {
				t.Fatalf("%q found %q, which does not fit or is not there", query, q.Text)
			}
		}
	}
	if err := l.Settled(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := l.Flush(t.Context()); err != nil {
		t.Fatal(err)
	}
	l.mu.Lock()
	void = l.notes.void
	l.mu.Unlock()
	if err := l.Refresh(t.Context()); err != nil {
		t.Fatal(err)
	}
	compareOverview(t, l, s)
	for range 5 {
		f, _ := search.Parse(c.query())
		compare(t, l, s, f)
		compareActors(t, l, s, f)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	return void
}

// TestADamagedSnapshotIsMadeAnew cuts a snapshot short and turns bytes over, everywhere.
func TestADamagedSnapshotIsMadeAnew(t *testing.T) {
	t.Parallel()
	c := newCorpus(t, 21, 25)
	o := Options{Dir: t.TempDir(), Threshold: 1}
	first := settled(t, c.dir, o)
	if err := first.Close(); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(first.file)
	if err != nil {
		t.Fatal(err)
	}
	s := scanOf(t, c.dir)
	if void := damaged(t, c, s, whole, func(b []byte) []byte { return b }); void != "" {
		t.Fatalf("nothing was changed, and yet: %s", void)
	}
	positions := 240
	if testing.Short() {
		positions = 12
	}
	for i := range positions {
		at := i * len(whole) / positions
		damaged(t, c, s, whole, func(b []byte) []byte { b[at] ^= 0x41; return b })
		damaged(t, c, s, whole, func(b []byte) []byte { return b[:at] })
	}
	for at := range headUsed {
		if testing.Short() && at%9 > 0 {
			continue
		}
		b := bytes.Clone(whole)
		b[at] ^= 1
		if _, err := checkHead(b, ""); err == nil {
			t.Errorf("byte %d of the head may be anything", at)
		}
	}
	for name, content := range map[string]string{"empty": "", "another's": strings.Repeat("x", 9000)} {
		if void := damaged(t, c, s, whole, func([]byte) []byte { return []byte(content) }); void == "" && name != "" {
			t.Logf("%s: made anew without a word", name) // the new one was written already
		}
	}
}

// a full disk takes so many bytes.
type full struct {
	w    io.Writer
	room int
}

func (f *full) Write(b []byte) (int, error) {
	if len(b) > f.room {
		return 0, syscall.ENOSPC
	}
	f.room -= len(b)
	return f.w.Write(b)
}

func unwritten(t *testing.T, l *Library) string {
	t.Helper()
	page, err := l.Problems(t.Context(), model.Window{})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range page.Items {
		if strings.Contains(p.Message, "cannot be written") {
			return p.Message
		}
	}
	return ""
}

// TestAFullDiskCostsTheSnapshotAlone holds that everything is answered from memory, that it is said so, and that nothing
// half written is left.
func TestAFullDiskCostsTheSnapshotAlone(t *testing.T) {
	c := newCorpus(t, 22, 60)
	for _, room := range []int{0, 1000, 20_000, 60_000} {
		o := Options{Dir: t.TempDir(), Threshold: 1}
		o.write = func(file, key string, segment func(io.Writer) error) (*segment, error) {
			return writeSnapshot(file, key, func(w io.Writer) error { return segment(&full{w, room}) })
		}
		l := settled(t, c.dir, o)
		if says := unwritten(t, l); !strings.Contains(says, "no space") {
			t.Errorf("with room for %d bytes the library says %q", room, says)
		}
		compareAll(t, c, l, 20)
		if left, _ := filepath.Glob(filepath.Join(o.Dir, "*")); len(left) > 0 {
			t.Errorf("left behind: %v", left)
		}
		if left, _ := filepath.Glob(filepath.Join(o.Dir, ".*")); len(left) > 0 {
			t.Errorf("left behind: %v", left)
		}
	}
}

// TestNoFolderToWriteTo puts a file where the cache folder should be, and then takes the folder away while it is used.
func TestNoFolderToWriteTo(t *testing.T) {
	c := newCorpus(t, 23, 60)
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	l := settled(t, c.dir, Options{Dir: filepath.Join(file, "cache"), Threshold: 1})
	if unwritten(t, l) == "" {
		t.Error("nothing is said of the snapshot that cannot be written")
	}
	compareAll(t, c, l, 20)

	o := Options{Dir: filepath.Join(t.TempDir(), "cache"), Threshold: 1}
	l = settled(t, c.dir, o)
	if err := os.RemoveAll(o.Dir); err != nil {
		t.Fatal(err)
	}
	for range 40 {
		c.change(t)
	}
	if err := l.Refresh(t.Context()); err != nil {
		t.Fatal(err)
	}
	compareAll(t, c, l, 20)
	if err := l.Flush(t.Context()); err != nil {
		t.Fatal(err)
	}
	compareAll(t, c, l, 20)
}

// TestReadonlyWritesNothing holds that a snapshot is used and none is written.
func TestReadonlyWritesNothing(t *testing.T) {
	c := newCorpus(t, 24, 40)
	o := Options{Dir: t.TempDir(), Threshold: 1, Readonly: true}
	l := settled(t, c.dir, o)
	compareAll(t, c, l, 10)
	if left, _ := os.ReadDir(o.Dir); len(left) > 0 {
		t.Errorf("written: %v", left)
	}
}

// TestTwoAtOnce has two libraries of one folder write one snapshot, again and again.
func TestTwoAtOnce(t *testing.T) {
	c := newCorpus(t, 25, 60)
	o := Options{Dir: t.TempDir(), Threshold: 1}
	a, b := open(t, c.dir, o), open(t, c.dir, o)
	for range 3 {
		for range 12 {
			c.change(t)
		}
		done := make(chan error)
		for _, l := range []*Library{a, b} {
			go func() { done <- l.Refresh(context.Background()) }()
		}
		for range 2 {
			if err := <-done; err != nil {
				t.Fatal(err)
			}
		}
		compareAll(t, c, a, 10)
		compareAll(t, c, b, 10)
	}
	a.writers.Wait()
	b.writers.Wait()
	if l := open(t, c.dir, o); l.notes.void != "" || l.now().overview.Briefings == 0 {
		t.Errorf("the snapshot is void: %q", l.notes.void)
	}
}

// FuzzSegment reads what is no segment, with every sum right: whatever is asked ends in an answer or in damage found.
func FuzzSegment(f *testing.F) {
	c := newCorpus(f, 26, 3)
	src, err := folder.NewSource([]string{c.dir}, folder.Options{})
	if err != nil {
		f.Fatal(err)
	}
	defer func() { _ = src.Close() }()
	var pages []page
	for _, name := range c.names {
		t, stamp, err := src.Read(f.Context(), name)
		if err != nil {
			f.Fatal(err)
		}
		pages = append(pages, page{&t, kept{stamp: stamp}})
	}
	var b bytes.Buffer
	if _, err := build(&b, pages, nil); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes(), uint32(0), byte(0), "truce")
	f.Add(b.Bytes()[:b.Len()/2], uint32(9), byte(3), `"the line" speaker:oduya`)
	whole := b.Bytes()
	f.Fuzz(func(t *testing.T, body []byte, at uint32, with byte, query string) {
		_, _ = checkHead(body, "")
		tryAll(t, body, query)
		changed := bytes.Clone(whole)
		changed[int(at)%len(changed)] ^= with
		tryAll(t, changed, query)
	})
}

// tryAll asks everything of a segment. Only damage may come of it beside answers.
func tryAll(t *testing.T, body []byte, query string) {
	f, _ := search.Parse(query[:min(len(query), 100)])
	dir := t.TempDir()
	_, _ = attempt(nil, func(*view) error {
		s := openSegment(search.Bytes(body), int64(len(body)))
		v := &view{segments: []*mounted{mount(s)}, standings: map[string][]standing{}}
		v.count()
		for _, k := range []kind{ofHeads, ofQuotes, ofProposals} {
			h := v.search(t.Context(), k, f, false)
			places, _ := h.window(model.Window{Limit: 20})
			for _, p := range places {
				switch k.number {
				case 0:
					p.m.briefing(p.doc)
					p.m.cast(p.doc)
				case 1:
					p.m.quote(p.doc, p.file)
				default:
					p.m.proposal(p.doc, p.file)
				}
			}
		}
		v.actorPage(t.Context(), f, model.Window{})
		v.problemPage(model.Window{})
		_, _, _ = v.find("a/b00001.md")
		v.known([]*model.Text{{Actors: []model.Actor{{ID: "lena oduya", Name: "Lena Oduya"}}}})
		_ = v.writeAll(t.Context(), io.Discard, dir, nil)
		return nil
	})
}
