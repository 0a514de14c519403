package speaker_test

import (
	"testing"

	"parley/model/extract/prose"
	"parley/model/extract/speaker"
)

// The ranker comes to the sum of the weights of the facts that the fitting program is given, though it reads most of them in bundles.
func TestBundles(t *testing.T) {
	w, of := everyFact()
	s, weighed := speaker.NewStudy(prose.Split(article(8<<10))), 0
	for q := range s.Quotes() {
		n := len(s.Open(q))
		for c, got := range s.Sums(w) {
			want := int32(0)
			for _, f := range factsOf(s, c) {
				want += of[f]
			}
			if got != want {
				t.Fatalf("quote %d, candidate %d: the sum is %d, that of its facts %d", q, c, got, want)
			}
			weighed++
		}
		s.Decide(q % n)
	}
	if weighed < 100 {
		t.Errorf("%d candidates were weighed", weighed)
	}
}

func factsOf(s *speaker.Study, candidate int) []speaker.Feature {
	return append(append([]speaker.Feature{}, s.Lasting(candidate)...), s.Passing(candidate)...)
}

// everyFact answers weights, nearly all different, for every fact of the text.
func everyFact() (*speaker.Weights, map[speaker.Feature]int32) {
	var features []speaker.Feature
	var weights []int32
	of := map[speaker.Feature]int32{}
	s := speaker.NewStudy(prose.Split(article(8 << 10)))
	for q := range s.Quotes() {
		n := len(s.Open(q))
		for c := range n {
			for _, f := range factsOf(s, c) {
				if _, there := of[f]; !there {
					of[f] = int32(len(features)%1999 - 999)
					features, weights = append(features, f), append(weights, of[f])
				}
			}
		}
		s.Decide(q % n)
	}
	return speaker.NewWeights(features, weights), of
}

// BenchmarkWeights is what the first text of all costs.
func BenchmarkWeights(b *testing.B) {
	for b.Loop() {
		if _, err := speaker.ParseWeights(speaker.Table); err != nil {
			b.Fatal(err)
		}
	}
}
