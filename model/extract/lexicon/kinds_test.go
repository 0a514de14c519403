package lexicon_test

import (
	"strings"
	"testing"

	"parley/model/extract/lexicon"
)

// Kinds answer as the table they were made of, also where it has more values than a byte tells, and words without a number.
func TestKindsAnswerAsOf(t *testing.T) {
	var words []string
	lexicon.Entries("given-names.txt", func(_, line string) { words = append(words, strings.Fields(line)...) })
	for _, values := range []int{3, 1000} {
		w := lexicon.NewWords(16)
		for i, word := range words[:min(len(words), 1200)] {
			w.Put(lexicon.Hash(word), uint32(i%values+1)<<9)
		}
		for _, held := range []string{"", "zzyzx"} {
			if held != "" {
				w.Put(lexicon.Hash(held), 7)
			}
			k := w.Kinds()
			for _, word := range append(words, "the", "zzyzx", "zzyzxen") {
				hash := lexicon.Hash(word)
				if got, want := k.At(lexicon.Number(hash), hash), w.Of(hash); got != want {
					t.Fatalf("%d values: %q is %d, want %d", values, word, got, want)
				}
			}
		}
	}
}
