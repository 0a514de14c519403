package cache

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"parley/briefings/folder"
	"parley/model"
	"parley/model/extract"
	"parley/model/search"
)

// A scan is the plain way: every file read, everything joined in memory, every statement asked for every answer.
type scan struct {
	texts  []*model.Text
	actors []model.Actor
}

func scanOf(t testing.TB, dir string) *scan {
	t.Helper()
	src, err := folder.NewSource([]string{dir}, folder.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = src.Close() }()
	var texts []*model.Text
	err = src.List(t.Context(), func(e folder.Entry) {
		x, _, err := src.Read(t.Context(), e.Name)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, &x)
	}, func(p model.Problem) { t.Fatal(p) })
	if err != nil {
		t.Fatal(err)
	}
	slices.SortFunc(texts, func(a, b *model.Text) int {
		return cmp.Or(cmp.Compare(b.Briefing.Date, a.Briefing.Date), cmp.Compare(a.Briefing.File, b.Briefing.File))
	})
	s := &scan{}
	s.texts, s.actors = extract.Join(texts)
	for _, x := range s.texts {
		number(x)
	}
	return s
}

func (s *scan) quotes(f model.Filter) (found []model.Quote) {
	m := search.Compile(f)
	for _, x := range s.texts {
		for i := range x.Quotes {
			if m.Match(&x.Quotes[i], &x.Briefing) {
				found = append(found, x.Quotes[i])
			}
		}
	}
	if f.Order == model.Best && len(f.Terms) > 0 {
		first := func(m []model.Range) int {
			if len(m) == 0 {
				return 1 << 30
			}
			return m[0].Start
		}
		slices.SortStableFunc(found, func(a, b model.Quote) int {
			x, y := search.Marks(f, a.Text), search.Marks(f, b.Text)
			return cmp.Or(cmp.Compare(len(y), len(x)), cmp.Compare(first(x), first(y)))
		})
	}
	return found
}

func (s *scan) proposals(f model.Filter) (found []model.Proposal) {
	m := search.Compile(f)
	for _, x := range s.texts {
		for i := range x.Proposals {
			if m.MatchProposal(&x.Proposals[i], &x.Briefing) {
				found = append(found, x.Proposals[i])
			}
		}
	}
	return found
}

func (s *scan) briefings(f model.Filter) (found []model.Briefing) {
	m := search.Compile(f)
	for _, x := range s.texts {
		if f.Track != "" && !x.AllTracks()[f.Track] || f.File != "" && x.Briefing.File != f.File {
			continue
		}
		if len(f.Terms) == 0 || m.MatchBriefing(&x.Briefing) {
			found = append(found, x.Briefing)
		}
	}
	return found
}

// count answers the statements of each actor in what the filter keeps.
func (s *scan) count(f model.Filter) map[string]int {
	n := map[string]int{}
	for _, x := range s.texts {
		if f.Track == "" && len(f.Terms) == 0 && (f.File == "" || f.File == x.Briefing.File) {
			for _, a := range x.Actors {
				n[a.ID] += 0
			}
		}
	}
	for _, q := range s.quotes(f) {
		if q.Kind != model.Term && q.Speaker != nil && q.Speaker.Actor != "" {
			n[q.Speaker.Actor]++
		}
	}
	for _, p := range s.proposals(f) {
		for _, a := range p.Actors {
			if a.Actor != "" {
				n[a.Actor]++
			}
		}
	}
	return n
}

func same(t *testing.T, what string, got, want any) {
	t.Helper()
	if d := gocmp.Diff(want, got, cmpopts.EquateEmpty(), gocmp.FilterPath(func(p gocmp.Path) bool { return p.Last().String() == ".Offset" }, gocmp.Ignore())); d != "" {
		t.Fatalf("%s differ (-want +got):\n%s", what, d[:min(len(d), 3000)])
	}
}

// sameList holds a list to another. Records hold every field, which TestEveryFieldIsKept sees to, and are compared in no
// time; by reflection it is told what differs.
func sameList[T any](t *testing.T, what string, got, want []T, name func(*T) string, write func(*pen, *T)) {
	t.Helper()
	shared := newTable()
	x, y := &pen{t: shared}, &pen{t: shared}
	for i := range max(len(got), len(want)) {
		if i >= len(got) || i >= len(want) || name(&got[i]) != name(&want[i]) {
			same(t, what, got, want)
			t.Fatalf("%s differ in what %d. is called", what, i)
		}
		x.b, y.b = x.b[:0], y.b[:0]
		write(x, &got[i])
		write(y, &want[i])
		if !bytes.Equal(x.b, y.b) {
			same(t, what, got[i], want[i])
			t.Fatalf("%s differ: %+v, want %+v", what, got[i], want[i])
		}
	}
}

func nameOfQuote(q *model.Quote) string       { return q.Span.File + "\x00" + q.ID }
func nameOfProposal(p *model.Proposal) string { return p.Span.File + "\x00" + p.ID }
func nameOfBriefing(b *model.Briefing) string { return b.File }

// compare holds every list of a library to the scan.
func compare(t *testing.T, l *Library, s *scan, f model.Filter) (found int) {
	t.Helper()
	what := fmt.Sprintf("%+v", f)
	quotes, err := l.Quotes(t.Context(), f, model.Window{})
	if err != nil {
		t.Fatal(err)
	}
	sameList(t, "quotes of "+what, quotes.Items, s.quotes(f), nameOfQuote, (*pen).quote)
	proposals, err := l.Proposals(t.Context(), f, model.Window{})
	if err != nil {
		t.Fatal(err)
	}
	sameList(t, "proposals of "+what, proposals.Items, s.proposals(f), nameOfProposal, (*pen).proposal)
	briefings, err := l.Briefings(t.Context(), f, model.Window{})
	if err != nil {
		t.Fatal(err)
	}
	sameList(t, "briefings of "+what, briefings.Items, s.briefings(f), nameOfBriefing, (*pen).briefing)
	if n := len(quotes.Items); n > 3 {
		w := model.Window{Offset: n / 2, Limit: 3}
		piece, err := l.Quotes(t.Context(), f, w)
		if err != nil {
			t.Fatal(err)
		}
		if !piece.AtMost { // else phrases are still being checked so far down
			same(t, "a piece of quotes of "+what, piece.Items, quotes.Items[w.Offset:min(w.Offset+3, n)])
		}
	}
	return len(quotes.Items) + len(proposals.Items) + len(briefings.Items)
}

func compareActors(t *testing.T, l *Library, s *scan, f model.Filter) {
	t.Helper()
	rows, err := l.Actors(t.Context(), f, model.Window{})
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]int{}
	for _, r := range rows.Items {
		got[r.Actor.ID] = r.Statements
	}
	same(t, fmt.Sprintf("actors of %+v", f), got, s.count(f))
}

// compareUnread takes every third briefing for one that was not read.
func compareUnread(t *testing.T, l *Library, s *scan) {
	t.Helper()
	read := func(file string, sum uint64) bool { return (uint64(hash(file))+sum)%3 > 0 }
	n, tracks := 0, map[string]bool{}
	for _, x := range s.texts {
		if b := &x.Briefing; !read(b.File, b.Sum) {
			n++
			for _, name := range b.Tracks {
				tracks[name] = true
			}
		}
	}
	got, in, err := l.Unread(t.Context(), read)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "unread briefings", got, n)
	same(t, "tracks with unread briefings", in, tracks)
}

func compareOverview(t *testing.T, l *Library, s *scan) {
	t.Helper()
	o, err := l.Overview(t.Context(), model.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	quotes, proposals := s.quotes(model.Filter{}), s.proposals(model.Filter{})
	terms := 0
	for _, q := range quotes {
		if q.Kind == model.Term {
			terms++
		}
	}
	same(t, "counts", []int{o.Briefings, o.Actors, o.Quotes, o.Proposals}, []int{len(s.texts), len(s.actors), len(quotes) - terms, len(proposals)})
	names, err := l.Names(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	there := make([]string, 0, len(s.texts))
	for _, x := range s.texts {
		there = append(there, x.Briefing.File)
	}
	slices.Sort(names)
	slices.Sort(there)
	same(t, "names", names, there)
	tracks := map[string][2]int{}
	for _, x := range s.texts {
		for name := range x.AllTracks() {
			n := tracks[name]
			n[0]++
			tracks[name] = n
		}
	}
	for _, q := range quotes {
		for _, name := range q.Tracks {
			n := tracks[name]
			n[1]++
			tracks[name] = n
		}
	}
	for _, p := range proposals {
		for _, name := range p.Tracks {
			n := tracks[name]
			n[1]++
			tracks[name] = n
		}
	}
	got := map[string][2]int{}
	for _, x := range o.Tracks {
		got[x.Name] = [2]int{x.Briefings, x.Statements}
	}
	same(t, "tracks", got, tracks)
}
