package lexicon_test

import (
	"testing"

	"parley/model/extract/lexicon"
)

// A table of weights answers what was put in last, zero for everything else, and holds what is beyond its bounds at them.
func TestWeights(t *testing.T) {
	const n = 2000
	w := lexicon.NewWeights(n)
	want := map[uint64]int{}
	for i := range uint64(n) {
		hash, value := i<<56^i*i, int(i%401)-200 // some differ in their upper bits alone
		w.Put(hash, value)
		if value != 0 {
			want[hash] = value
		}
	}
	w.Put(3<<56^9, 7)
	want[3<<56^9] = 7
	for hash := range uint64(3 * n) {
		for _, h := range [2]uint64{hash, hash<<56 ^ hash*hash} {
			if got := w.Of(h); got != want[h] {
				t.Fatalf("weight of %x is %d, want %d", h, got, want[h])
			}
		}
	}
	if w.Len() != len(want) {
		t.Errorf("%d weights, want %d", w.Len(), len(want))
	}
	w = lexicon.NewWeights(2)
	w.Put(1, 1<<20)
	w.Put(2, -1<<20)
	if a, b := w.Of(1), w.Of(2); a != lexicon.MostWeight || b != -lexicon.MostWeight {
		t.Errorf("weights beyond the bounds are %d and %d", a, b)
	}
}
