package search

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"parley/model"
)

// shelf is a few hundred random briefings, indexed.
type shelf struct {
	heads, quotes, proposals *Index
	b                        []model.Briefing
	first                    [2][]int // of quotes and of proposals
	q                        []model.Quote
	p                        []model.Proposal
	held                     [][]string
}

func randomShelf(t testing.TB, r *rand.Rand) *shelf {
	s := &shelf{}
	hx, qx, px := NewIndexer(), NewIndexer(), NewIndexer()
	for i := range 200 {
		b := randomSample(r).briefing
		b.File = fmt.Sprintf("%d-%s", i, b.File)
		b.Title, b.Summary = randomSample(r).quote.Text, pick(r, []string{"", "a line"})
		b.Tracks = pick(r, [][]string{nil, {"Territory"}, {"Ceasefire"}})
		b.Fields = pick(r, [][]model.Field{nil, {{Key: "desk", Value: "truce desk"}}})
		s.b = append(s.b, b)
		s.first[0], s.first[1] = append(s.first[0], len(s.q)), append(s.first[1], len(s.p))
		held := slices.Clone(b.Tracks)
		for range r.IntN(5) {
			q := randomSample(r).quote
			s.q = append(s.q, q)
			qx.Quote(&q, &b)
			held = append(held, q.Tracks...)
		}
		for range r.IntN(3) {
			one, q := randomSample(r).quote, randomSample(r).quote
			p := model.Proposal{Text: q.Text, Title: pick(r, []string{"", "Truce line"}), Code: "T1", Grade: q.Grade, Stance: q.Stance, Via: q.Via, Tracks: q.Tracks, Date: q.Date, Predicate: model.Predicate(r.IntN(7))}
			for _, m := range []*model.Mention{one.Speaker, q.Speaker} {
				if m != nil {
					p.Actors = append(p.Actors, *m)
				}
			}
			s.p = append(s.p, p)
			px.Proposal(&p, &b)
		}
		s.held = append(s.held, held)
		hx.Head(&b, held)
	}
	s.first[0], s.first[1] = append(s.first[0], len(s.q)), append(s.first[1], len(s.p))
	s.heads, s.quotes, s.proposals = reopen(t, hx, true), reopen(t, qx, false), reopen(t, px, false)
	return s
}

func reopen(t testing.TB, x *Indexer, heads bool) *Index {
	t.Helper()
	var b bytes.Buffer
	n, err := x.Write(&b)
	if err != nil || int(n) != b.Len() {
		t.Fatalf("%d bytes said, %d written, %v", n, b.Len(), err)
	}
	return OpenIndex(NewPart(Bytes(b.Bytes()), 0, n), heads)
}

func (s *shelf) home(kind int) Home {
	return Home{s.heads, func(b int) int { return s.first[kind][b] }, func(name string) (int, bool) {
		i := slices.IndexFunc(s.b, func(b model.Briefing) bool { return b.File == name })
		return i, i >= 0
	}}
}

// briefing answers the briefing of a statement.
func (s *shelf) briefing(kind, doc int) *model.Briefing {
	for i := range s.b {
		if doc < s.first[kind][i+1] {
			return &s.b[i]
		}
	}
	return nil
}

// TestIndexFindsWhatMatchFinds holds the index to the one-by-one reference.
func TestIndexFindsWhatMatchFinds(t *testing.T) {
	rounds := 40
	if testing.Short() {
		rounds = 4
	}
	r := rand.New(rand.NewPCG(7, 11))
	found := 0
	for range rounds {
		s := randomShelf(t, r)
		for range 250 {
			query := randomQuery(r)
			f, _ := Parse(query)
			f.Track = pick(r, []string{"", "", "", "Territory", "Ceasefire", "nowhere"})
			f.File = pick(r, []string{"", "", "", "", s.b[r.IntN(len(s.b))].File, "nowhere.md"})
			found += s.compare(t, query, f)
		}
	}
	if found < 1000 {
		t.Errorf("only %d hits: the queries find too little to tell anything", found)
	}
}

func (s *shelf) compare(t *testing.T, query string, f model.Filter) (found int) {
	t.Helper()
	want := [3]Set{NewSet(len(s.q)), NewSet(len(s.p)), NewSet(len(s.b))}
	for i := range s.q {
		if Match(f, &s.q[i], s.briefing(0, i)) {
			want[0].Add(i)
		}
	}
	for i := range s.p {
		if MatchProposal(f, &s.p[i], s.briefing(1, i)) {
			want[1].Add(i)
		}
	}
	for i := range s.b {
		if MatchBriefing(f, &s.b[i]) {
			want[2].Add(i)
		}
	}
	got := [3]Set{
		s.quotes.Find(Question{Filter: f, Home: s.home(0), Text: func(i int) []string { return []string{s.q[i].Text} }}).Docs,
		s.proposals.Find(Question{Filter: f, Home: s.home(1), Text: func(i int) []string { return []string{s.p[i].Text, s.p[i].Title, s.p[i].Code} }}).Docs,
		s.heads.Find(Question{Filter: f, Home: s.home(0), Text: func(i int) []string { return HeadWords(&s.b[i]) }}).Docs,
	}
	for kind := range want {
		found += want[kind].Count()
		if !slices.Equal(got[kind], want[kind]) {
			t.Fatalf("%s (%+v), kind %d: %d found, want %d", query, f, kind, got[kind].Count(), want[kind].Count())
		}
	}
	return found
}

func TestPostingsComeBackInEveryForm(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, share := range []float64{0, 0.00005, 0.01, 0.2, 0.6, 0.9999, 1} {
		const n = 200_000
		var docs []uint32
		want := NewSet(n)
		for d := range n {
			if r.Float64() < share {
				docs = append(docs, uint32(d))
				want.Add(d)
			}
		}
		posting := appendPosting(nil, docs)
		got := NewSet(n)
		got.addPosting(posting)
		if !slices.Equal(got, want) {
			t.Errorf("of share %v: %d came back of %d", share, got.Count(), len(docs))
		}
		half := NewSet(n)
		half.AddRange(77, n/2+3)
		both := NewSet(n)
		both.Or(want)
		both.And(half)
		if got := half.countPosting(posting); got != both.Count() {
			t.Errorf("of share %v: %d counted, want %d", share, got, both.Count())
		}
	}
}
