package lexicon_test

import (
	"testing"

	"parley/model/extract/lexicon"
)

// A table answers the same by number as by hash, whether all of its words have numbers or only some.
func TestAtAnswersAsOf(t *testing.T) {
	asked := []string{"the", "said", "rejecting", "2nd", "'ll", "Oland", "zzyzx", "zzyzxen", ""}
	for _, held := range [][]string{{"the", "said"}, {"the", "zzyzx"}, {"rejecting", "'ll", "zzyzxen"}} {
		plain, w := lexicon.NewWords(4), lexicon.NewWords(4)
		for i, word := range held {
			plain.Put(lexicon.Hash(word), uint32(i+1))
			w.Put(lexicon.Hash(word), uint32(i+1))
		}
		w.Numbered()
		for _, word := range asked {
			hash := lexicon.Hash(word)
			want := plain.Of(hash)
			if got := w.At(lexicon.Number(hash), hash); got != want {
				t.Errorf("table of %q: %q is %d by number, %d by hash", held, word, got, want)
			}
		}
	}
	if lexicon.Number(lexicon.Hash("the")) == 0 || lexicon.Number(lexicon.Hash("zzyzx")) != 0 {
		t.Error("numbers: “the” has one, “zzyzx” has none")
	}
}

// First goes as Step does.
func TestFirstGoesAsStep(t *testing.T) {
	g := lexicon.NewGazetteer(8)
	g.Add([]uint64{lexicon.Hash("the"), lexicon.Hash("zzyzx")}, 1)
	g.Add([]uint64{lexicon.Hash("zzyzx"), lexicon.Hash("the")}, 2)
	g.Numbered()
	for _, word := range []string{"the", "zzyzx", "said", "none"} {
		hash := lexicon.Hash(word)
		if got, want := g.First(lexicon.Number(hash), hash), g.Step(0, hash); got != want {
			t.Errorf("%q leads to %d, want %d", word, got, want)
		}
	}
}
