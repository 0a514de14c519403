package cache

import (
	"bytes"
	"fmt"
	"reflect"
	"testing"

	"parley/briefings/folder"
	"parley/model"
	"parley/model/search"
)

func open(t testing.TB, dir string, o Options) *Library {
	t.Helper()
	src, err := folder.NewSource([]string{dir}, folder.Options{})
	if err != nil {
		t.Fatal(err)
	}
	o.Paths = []string{dir}
	l, err := Open(src, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	return l
}

func settled(t testing.TB, dir string, o Options) *Library {
	t.Helper()
	l := open(t, dir, o)
	if err := l.Settled(t.Context()); err != nil {
		t.Fatal(err)
	}
	l.writers.Wait()
	return l
}

// rounds is how many random queries are put.
func rounds(full int) int {
	if testing.Short() {
		return full / 20
	}
	return full
}

func compareAll(t *testing.T, c *corpus, l *Library, queries int) {
	t.Helper()
	compareWith(t, c, l, scanOf(t, c.dir), queries)
}

func compareWith(t *testing.T, c *corpus, l *Library, s *scan, queries int) {
	t.Helper()
	compareOverview(t, l, s)
	compareUnread(t, l, s)
	found := 0
	for i := range queries {
		f, _ := search.ParseAt(c.query(), pick(c.r, "", model.Date("2025-06-01")))
		f.Track = pick(c.r, "", "", "", "Territory", "nowhere")
		f.File = pick(c.r, "", "", "", "", c.names[c.r.IntN(len(c.names))])
		f.Order = pick(c.r, model.Newest, model.Newest, model.Best)
		found += compare(t, l, s, f)
		if i%10 == 0 {
			compareActors(t, l, s, f)
			compareActors(t, l, s, model.Filter{Track: f.Track, File: f.File})
		}
	}
	if found < queries && queries > 10 { // a few may find little
		t.Errorf("%d queries found %d: too little to tell anything", queries, found)
	}
}

func TestAnswersAreAScans(t *testing.T) {
	for name, o := range map[string]Options{"in memory": {}, "mapped": {Dir: t.TempDir(), Threshold: 1}} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c := newCorpus(t, 3, 300)
			l := settled(t, c.dir, o)
			compareAll(t, c, l, rounds(5000))
			if wrote := l.notes.written != ""; wrote != (o.Dir != "") {
				t.Errorf("written: %q", l.notes.written)
			}
		})
	}
}

// TestASnapshotAnswersTheNextStart holds that nothing is read again, and that all is there at once.
func TestASnapshotAnswersTheNextStart(t *testing.T) {
	c := newCorpus(t, 4, 120)
	o := Options{Dir: t.TempDir(), Threshold: 1}
	if err := settled(t, c.dir, o).Close(); err != nil {
		t.Fatal(err)
	}
	l := open(t, c.dir, o)
	select {
	case <-l.loaded:
	default:
		t.Fatal("the snapshot was not used")
	}
	compareAll(t, c, l, rounds(200))
	l.Forget()
	compareAll(t, c, l, rounds(20))
	if err := l.Settled(t.Context()); err != nil {
		t.Fatal(err)
	}
	if n := len(l.now().segments); n != 1 {
		t.Errorf("%d segments: something was read again", n)
	}
}

// TestAnewUsesNothingThatWasKept holds that a snapshot in which nothing is wrong is made again all the same, where that is
// asked for.
func TestAnewUsesNothingThatWasKept(t *testing.T) {
	c := newCorpus(t, 6, 20)
	o := Options{Dir: t.TempDir(), Threshold: 1}
	if err := settled(t, c.dir, o).Close(); err != nil {
		t.Fatal(err)
	}
	o.Anew = true
	l := open(t, c.dir, o)
	if err := l.Settled(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := l.Flush(t.Context()); err != nil {
		t.Fatal(err)
	}
	if stats, err := l.Stats(t.Context()); err != nil || stats.Mapped != 20 || stats.Written == "" {
		t.Errorf("%+v, %v", stats, err)
	}
}

func TestAnswersAreAScansAfterChanges(t *testing.T) {
	for name, o := range map[string]Options{"in memory": {}, "mapped": {Dir: t.TempDir(), Threshold: 1}} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c := newCorpus(t, 5, 100)
			l := settled(t, c.dir, o)
			for range rounds(1000) / 25 {
				for range 25 {
					c.change(t)
				}
				if err := l.Refresh(t.Context()); err != nil {
					t.Fatal(err)
				}
				if c.r.IntN(2) == 0 {
					l.writers.Wait()
				}
				compareAll(t, c, l, 100)
			}
		})
	}
}

// TestEveryFieldIsKept fails when a field is added to the model and not to its record, or to the record and not to its form.
func TestEveryFieldIsKept(t *testing.T) {
	var b model.Briefing
	var q model.Quote
	var p model.Proposal
	var a model.Actor
	n := 0
	for _, v := range []any{&b, &q, &p, &a} {
		fill(reflect.ValueOf(v).Elem(), &n)
	}
	b.Unread = false // is the reader's, not the file's
	cast := []model.Actor{a, a}
	for i := range cast {
		for k := range cast[i].Mentions {
			cast[i].Mentions[k].File = b.File
		}
	}
	a.Mentions = nil // stand in the casts
	for i := range b.Problems {
		b.Problems[i].File = b.File
	}
	q.Span.File, p.Span.File = b.File, b.File
	record := func(x *pen, write func()) []byte {
		write()
		defer func() { x.b = nil }()
		return x.b
	}
	x := &pen{t: newTable()}
	records := [][]byte{
		record(x, func() { x.briefing(&b) }), record(x, func() { x.quote(&q) }), record(x, func() { x.proposal(&p) }),
		record(x, func() { x.actor(&a) }), record(x, func() { x.cast(cast) }),
	}
	from := &segment{strings: shelfOf(t, x.t)}
	y := &pen{t: newTable()}
	y.t.ref("what was there before, so that every number is another")
	c := newCarrier(from, y)
	carried := make([][]byte, len(records))
	for i, f := range []form{briefingForm, quoteForm, proposalForm, actorForm, castForm} {
		carried[i] = record(y, func() { c.record(records[i], f) })
	}
	to := &segment{strings: shelfOf(t, y.t)}
	for _, r := range []struct {
		how     string
		records [][]byte
		s       *segment
	}{{"written", records, from}, {"carried over", carried, to}} {
		same(t, "briefings "+r.how, r.s.eye(r.records[0]).briefing(b.File), b)
		same(t, "quotes "+r.how, r.s.eye(r.records[1]).quote(b.File), q)
		same(t, "proposals "+r.how, r.s.eye(r.records[2]).proposal(b.File), p)
		same(t, "actors "+r.how, r.s.eye(r.records[3]).actor(), a)
		same(t, "casts "+r.how, r.s.eye(r.records[4]).cast(b.File), cast)
	}
}

// shelfOf answers a table as it is written.
func shelfOf(t *testing.T, x *table) shelf {
	t.Helper()
	var kept bytes.Buffer
	w := search.NewWriter(&kept)
	x.write(w)
	size, err := w.Close()
	if err != nil {
		t.Fatal(err)
	}
	parts := search.PartsOf(search.Bytes(kept.Bytes()), size)
	return shelf{parts[0], parts[1]}
}

// fill gives every field a value of its own.
func fill(v reflect.Value, n *int) {
	*n++
	switch v.Kind() {
	case reflect.String:
		v.SetString(fmt.Sprint("s", *n))
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int:
		v.SetInt(int64(*n))
	case reflect.Uint8:
		v.SetUint(1)
	case reflect.Uint64:
		v.SetUint(1<<63 + uint64(*n))
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem(), n)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		fill(v.Index(0), n)
		fill(v.Index(1), n)
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i), n)
		}
	default:
		panic("a kind that records do not have: " + v.Kind().String())
	}
}

// TestFacetsAndNearQueriesAreAScans holds both to what is told of all quotes one by one.
func TestFacetsAndNearQueriesAreAScans(t *testing.T) {
	c := newCorpus(t, 31, 200)
	l := settled(t, c.dir, Options{})
	s := scanOf(t, c.dir)
	all := s.quotes(model.Filter{})
	heads := map[string]*model.Briefing{}
	for _, x := range s.texts {
		heads[x.Briefing.File] = &x.Briefing
	}
	for range rounds(400) {
		f, _ := search.Parse(c.query())
		got, err := l.Facets(t.Context(), f)
		if err != nil {
			t.Fatal(err)
		}
		quotes := s.quotes(f)
		for i := range quotes {
			if quotes[i].Date == "" {
				quotes[i].Date = heads[quotes[i].Span.File].Date
			}
		}
		same(t, fmt.Sprintf("facets of %+v", f), got, search.Facets(quotes))
	}
	found := 0
	for _, query := range []string{"garantee", "teritory", "oduya", "speaker:odyua", "track:teritory border", "guarantee speaker:nobodyatall", "xylophone", "cease-fier", "bordr corridr", "via:harbor"} {
		f, _ := search.Parse(query)
		got, err := l.Near(t.Context(), f)
		if err != nil {
			t.Fatal(err)
		}
		same(t, "queries near "+query, got, search.Suggest(f, all, func(file string) *model.Briefing { return heads[file] }))
		found += len(got)
	}
	if found < 5 {
		t.Errorf("only %d suggestions: too few to tell anything", found)
	}
}

// TestAListedNameIsFoundInWhatWasReadBefore lists, in a new briefing, whom a name in the snapshot means.
func TestAListedNameIsFoundInWhatWasReadBefore(t *testing.T) {
	c := newCorpus(t, 41, 30)
	c.write(t, "old.md", "---\ndate: 2025-03-01\n---\n\n“The line is ours,” Oster said.\n")
	o := Options{Dir: t.TempDir(), Threshold: 1}
	if err := settled(t, c.dir, o).Close(); err != nil {
		t.Fatal(err)
	}
	l := settled(t, c.dir, o)
	f, _ := search.Parse("speaker:kestrel file:old")
	page, err := l.Quotes(t.Context(), f, model.Window{})
	if err != nil || page.Total != 0 {
		t.Fatalf("%d found before anybody was listed, %v", page.Total, err)
	}
	c.write(t, "new.md", "---\ndate: 2025-03-02\nactors:\n  Kestrel: {code: KE, aliases: [Oster]}\n---\n\n“Yes,” Kestrel said.\n")
	if err := l.Refresh(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := l.Flush(t.Context()); err != nil {
		t.Fatal(err)
	}
	compareAll(t, c, l, 50)
	page, err = l.Quotes(t.Context(), f, model.Window{})
	if err != nil || page.Total != 1 {
		t.Errorf("%d found, %v", page.Total, err)
	}
}
