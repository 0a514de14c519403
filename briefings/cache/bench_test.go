package cache

import (
	"cmp"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"parley/briefings/folder"
	"parley/model"
	"parley/model/extract"
	"parley/model/search"
)

// A library of a million quotes: 100,000 briefings of ten quotes of 25 words from a vocabulary of 80,000, frequent words
// first, said by a thousand people. It is written as a snapshot and mapped, without files to be read: what is measured is
// everything behind extraction.
const (
	manyBriefings = 100_000
	quotesEach    = 10
)

var many = sync.OnceValues(func() (string, error) {
	if kept := os.Getenv("PARLEY_BENCH_SNAPSHOT"); kept != "" {
		if s, err := openSnapshot(kept, ""); s == nil || err != nil {
			_, err = writeSnapshot(kept, "", writeMany)
			return kept, err
		}
		return kept, nil
	}
	dir, err := os.MkdirTemp("", "parley-bench-")
	if err != nil {
		return "", err
	}
	made = dir
	file := filepath.Join(dir, "bench"+suffix)
	_, err = writeSnapshot(file, "", writeMany)
	return file, err
})

func TestMain(m *testing.M) {
	if dir := os.Getenv(killedDir); dir != "" {
		writeUntilKilled(dir)
	}
	code := m.Run()
	if made != "" {
		_ = os.RemoveAll(made)
	}
	os.Exit(code)
}

// made is the folder in which many was written, if it was.
var made string

func writeMany(to io.Writer) error {
	r := rand.New(rand.NewPCG(5, 6))
	words := randomWords(r, 80_000)
	join := extract.NewJoiner()
	people := &model.Text{}
	for i := range 1000 {
		name := strings.ToUpper(words[2000+i][:1]) + words[2000+i][1:] + " " + strings.ToUpper(words[9000+i][:1]) + words[9000+i][1:]
		people.Actors = append(people.Actors, model.Actor{ID: strings.ToLower(name), Name: name, Origin: model.Written})
	}
	join.Names(people)
	unnamed := &model.Text{}
	for i := range 2 * manyBriefings {
		unnamed.Actors = append(unnamed.Actors, model.Actor{ID: fmt.Sprintf("an official·%x", i), Name: "an official", Code: "??"})
	}
	join.Rest(unnamed)
	b := newBuilder(to)
	b.settle(join, join.Settle())
	tracks := []string{"Territory", "Ceasefire", "Security guarantees", "Format of talks", "Sanctions"}
	for i := range manyBriefings {
		day := time.Date(2026, 4, 20, 0, 0, 0, 0, time.UTC).AddDate(0, 0, -i/40)
		t := &model.Text{Briefing: model.Briefing{
			File: fmt.Sprintf("%s/%s-briefing-%06d.md", day.Format("2006/01"), day.Format(time.DateOnly), i), Date: model.Date(day.Format(time.DateOnly)),
			Title: sentence(r, words, 9), Lang: "en", Tags: []string{"briefing", words[r.IntN(len(words))]}, Quotes: quotesEach,
		}}
		t.Actors = append(t.Actors, unnamed.Actors[2*i:2*i+2]...)
		for k := range quotesEach {
			a := people.Actors[int(float64(len(people.Actors))*r.Float64()*r.Float64())]
			t.Actors = append(t.Actors, a)
			q := model.Quote{
				ID: fmt.Sprintf("q%09d", i*quotesEach+k), Span: model.Span{File: t.Briefing.File, Start: 300 * k, End: 300*k + 200, Line: 3 * k, Paragraph: k},
				Text: sentence(r, words, 25), Grade: model.OnRecord, Certainty: model.Sure, Date: t.Briefing.Date, Reason: "block quote",
				Speaker: &model.Mention{Name: a.Name, Words: a.Name, Actor: a.ID},
			}
			if r.IntN(3) == 0 {
				q.Tracks = []string{tracks[r.IntN(len(tracks))]}
			}
			t.Quotes = append(t.Quotes, q)
		}
		b.add(page{text: t})
	}
	_, err := b.finish()
	return err
}

func randomWords(r *rand.Rand, n int) []string {
	letters := "eeeeeeeetttttaaaaoooiiinnnsssshhhrrrdddlllccuuummwwffggyyppbbvkjxqz"
	words := make([]string, n)
	for i := range words {
		w := make([]byte, 2+r.IntN(9))
		for j := range w {
			w[j] = letters[r.IntN(len(letters))]
		}
		words[i] = string(w)
	}
	return words
}

func sentence(r *rand.Rand, words []string, n int) string {
	var b strings.Builder
	for range n {
		x := r.Float64()
		b.WriteString(words[int(x*x*x*x*float64(len(words)))] + " ")
	}
	return b.String()
}

// manyQuotes is a library over the million quotes whose folder is empty: it is not compared with any.
func manyQuotes(b *testing.B) *Library {
	b.Helper()
	file, err := many()
	if err != nil {
		b.Fatal(err)
	}
	s, err := openSnapshot(file, "")
	if err != nil {
		b.Fatal(err)
	}
	l := idle(b)
	m := mount(s)
	m.written = true
	l.show([]*mounted{m})
	l.warm()
	return l
}

// idle is a library that reads nothing.
func idle(b *testing.B) *Library {
	src, err := folder.NewSource([]string{b.TempDir()}, folder.Options{})
	if err != nil {
		b.Fatal(err)
	}
	l, err := Open(src, Options{})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = l.Close() })
	if err := l.Settled(b.Context()); err != nil {
		b.Fatal(err)
	}
	return l
}

// typed are queries as somebody types them, letter by letter.
func typed(r *rand.Rand, words []string) (queries []string) {
	add := func(whole string) {
		for i := 1; i <= len(whole); i++ {
			queries = append(queries, whole[:i])
		}
	}
	for range 40 {
		x := r.Float64()
		word := words[int(x*x*x*x*float64(len(words)))]
		other := words[int(r.Float64()*float64(len(words)))]
		add(word)
		add(other)
		add(word + " " + other)
		add("speaker:" + words[2000+r.IntN(1000)])
		add(word + " -" + other)
		add("track:territory " + word)
	}
	return queries
}

// BenchmarkSearch answers the newest 200 of a million quotes and how many there are, letter by letter. Of the queries it
// reports the median, the 99th in a hundred and the longest, each as the least of the times that the query took: so the
// figures are the program's, not those of a busy machine. -benchtime 5x asks every query five times.
func BenchmarkSearch(b *testing.B) {
	l := manyQuotes(b)
	r := rand.New(rand.NewPCG(5, 6))
	words := randomWords(r, 80_000)
	for name, queries := range map[string][]string{"typed": typed(r, words), "phrases": phrases(r, words)} {
		filters, least := make([]model.Filter, len(queries)), make([]time.Duration, len(queries))
		for i, q := range queries {
			filters[i], _ = search.Parse(q) // what is half typed is noted, and searched all the same
			least[i] = time.Hour
		}
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				for i, f := range filters {
					began := time.Now()
					if _, err := l.Quotes(b.Context(), f, model.Window{Limit: 200}); err != nil {
						b.Fatal(err)
					}
					least[i] = min(least[i], time.Since(began))
				}
			}
			order := make([]int, len(least))
			for i := range order {
				order[i] = i
			}
			slices.SortFunc(order, func(x, y int) int { return cmp.Compare(least[x], least[y]) })
			at := func(share float64) float64 {
				return float64(least[order[int(share*float64(len(order)-1))]].Microseconds()) / 1000
			}
			b.ReportMetric(at(0.5), "ms-p50")
			b.ReportMetric(at(0.99), "ms-p99")
			b.ReportMetric(at(1), "ms-worst")
			for _, i := range order[len(order)-5:] {
				b.Logf("%v for %s", least[i], queries[i])
			}
		})
	}
}

// phrases are words side by side, of which the commonest are the hardest.
func phrases(r *rand.Rand, words []string) (queries []string) {
	for range 200 {
		x, y := r.Float64(), r.Float64()
		queries = append(queries, fmt.Sprintf("%q", words[int(x*x*x*x*x*float64(len(words)))]+" "+words[int(y*y*y*y*y*float64(len(words)))]))
	}
	return queries
}

// BenchmarkActors counts a million quotes by who said them, for a track and for a word.
func BenchmarkActors(b *testing.B) {
	l := manyQuotes(b)
	for name, f := range map[string]model.Filter{
		"all": {}, "track": {Track: "Territory"}, "word": {Terms: []model.Condition{{Words: []string{"the"}}}},
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				clear(l.view.standings)
				if _, err := l.Actors(b.Context(), f, model.Window{Limit: 200}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkUnread counts a hundred thousand briefings of which every other was read.
func BenchmarkUnread(b *testing.B) {
	l := manyQuotes(b)
	for b.Loop() {
		other := false
		n, _, err := l.Unread(b.Context(), func(string, uint64) bool { other = !other; return other })
		if err != nil || n != manyBriefings/2 {
			b.Fatal(n, err)
		}
	}
}

// BenchmarkLastPage answers the end of a list of a million quotes.
func BenchmarkLastPage(b *testing.B) {
	l := manyQuotes(b)
	for b.Loop() {
		page, err := l.Quotes(b.Context(), model.Filter{}, model.Window{Offset: manyBriefings*quotesEach - 50, Limit: 50})
		if err != nil || len(page.Items) != 50 {
			b.Fatal(len(page.Items), err)
		}
	}
}

// BenchmarkNear looks for queries near to one that finds nothing, and BenchmarkFacets for ways to narrow one that finds a
// third of a million.
func BenchmarkNear(b *testing.B) {
	l := manyQuotes(b)
	f := model.Filter{Terms: []model.Condition{{Words: []string{"garantees"}}, {Field: "speaker", Words: []string{"nobodyatall"}}}}
	for b.Loop() {
		if _, err := l.Near(b.Context(), f); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkFacets(b *testing.B) {
	l := manyQuotes(b)
	f := model.Filter{Terms: []model.Condition{{Field: "track", Words: []string{"t"}}}}
	for b.Loop() {
		if _, err := l.Facets(b.Context(), f); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkStart maps a snapshot and answers the first screen.
func BenchmarkStart(b *testing.B) {
	file, err := many()
	if err != nil {
		b.Fatal(err)
	}
	l := idle(b)
	for b.Loop() {
		s, err := openSnapshot(file, "")
		if err != nil {
			b.Fatal(err)
		}
		v := l.newView([]*mounted{mount(s)}, nil)
		h := v.search(b.Context(), ofHeads, model.Filter{}, true)
		if places, _ := h.window(model.Window{Limit: 50}); len(places) != 50 {
			b.Fatal(len(places))
		}
		if rows := v.actorPage(b.Context(), model.Filter{}, model.Window{Limit: 50}); len(rows.Items) != 50 {
			b.Fatal(len(rows.Items))
		}
	}
}

// BenchmarkIndex writes a segment of a thousand briefings of ten quotes.
func BenchmarkIndex(b *testing.B) {
	c := newCorpus(b, 8, 1000)
	src, err := folder.NewSource([]string{c.dir}, folder.Options{})
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = src.Close() }()
	var pages []page
	for _, name := range c.names {
		t, stamp, err := src.Read(b.Context(), name)
		if err != nil {
			b.Fatal(err)
		}
		pages = append(pages, page{&t, kept{stamp: stamp}})
	}
	for b.Loop() {
		if _, err := build(io.Discard, pages, nil); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Milliseconds())/float64(b.N), "ms/1000-briefings")
}
