package search

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"

	"parley/model"
)

// A million quotes of 25 words from a vocabulary of 20,000, frequent words first.
var million = sync.OnceValue(func() *Scan {
	r := rand.New(rand.NewPCG(5, 6))
	letters := "eeeeeeeetttttaaaaoooiiinnnsssshhhrrrddlllccuuummwwffggyyppbbvkjxqz"
	words := make([]string, 20_000)
	for i := range words {
		w := make([]byte, 2+r.IntN(9))
		for j := range w {
			w[j] = letters[r.IntN(len(letters))]
		}
		words[i] = string(w)
	}
	var s Scan
	b := make([]model.Briefing, 1000)
	for i := range b {
		b[i].File = fmt.Sprintf("%d.md", i)
	}
	for i := range 1_000_000 {
		var text strings.Builder
		for range 25 {
			x := r.Float64()
			text.WriteString(words[int(x*x*x*float64(len(words)))] + " ")
		}
		q := model.Quote{Text: text.String(), Date: model.Date(fmt.Sprintf("2025-%02d-%02d", 1+i%12, 1+i%28)), Speaker: &model.Mention{Name: words[i%5000]}}
		s.Add(&q, &b[i%len(b)])
	}
	return &s
})

// BenchmarkHits asks a million quotes what somebody types letter by letter, and with fields.
func BenchmarkHits(b *testing.B) {
	s := million()
	for _, query := range []string{"t", "te", "ter", "terr", "terri", "the line", "speaker:ter", "ter speaker:s since:2025-06", `"te ha"`, "-ter"} {
		f, err := Parse(query)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(query, func(b *testing.B) {
			n := 0
			for b.Loop() {
				n = len(s.Hits(f))
			}
			b.ReportMetric(float64(n), "hits")
		})
	}
}

// BenchmarkWithin narrows the hits of one letter by the next.
func BenchmarkWithin(b *testing.B) {
	s := million()
	one, _ := Parse("ter")
	two, _ := Parse("terr")
	hits := s.Hits(one)
	for b.Loop() {
		s.Within(hits, two)
	}
}
