package speaker_test

import (
	"testing"

	"parley/model/extract/prose"
	"parley/model/extract/speaker"
)

// The ranker comes to the sum of the weights of the facts that the fitting program is given, though it reads most of them in bundles.
func TestBundles(t *testing.T) {
	for _, w := range []*speaker.Weights{speaker.Fitted(), everyFact(t)} {
		s, weighed := speaker.NewStudy(prose.Split(article(8<<10))), 0
		for q := range s.Quotes() {
			n := len(s.Open(q))
			for c, got := range s.Sums(w) {
				want := int32(0)
				for _, f := range append(append([]speaker.Feature{}, s.Lasting(c)...), s.Passing(c)...) {
					want += w.Of(f)
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
}

// everyFact answers weights, all different, for every fact of the text.
func everyFact(t *testing.T) *speaker.Weights {
	t.Helper()
	var features []speaker.Feature
	var weights []int32
	seen := map[speaker.Feature]bool{}
	s := speaker.NewStudy(prose.Split(article(8 << 10)))
	for q := range s.Quotes() {
		n := len(s.Open(q))
		for c := range n {
			for _, f := range append(append([]speaker.Feature{}, s.Lasting(c)...), s.Passing(c)...) {
				if !seen[f] {
					seen[f] = true
					features, weights = append(features, f), append(weights, int32(len(features)%1999-999))
				}
			}
		}
		s.Decide(q % n)
	}
	return speaker.NewWeights(features, weights)
}

// BenchmarkWeights is what the first text of all costs.
func BenchmarkWeights(b *testing.B) {
	for b.Loop() {
		speaker.ParseWeights(speaker.Table)
	}
}
