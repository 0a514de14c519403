package search

import (
	"fmt"
	"slices"
	"testing"
)

// TestTextsAreNumberedAsTheyCome holds Texts and what is gathered by them to a map.
func TestTextsAreNumberedAsTheyCome(t *testing.T) {
	var texts Texts
	var all gathered
	numbers, docs := map[string]int{}, map[string][]uint32{}
	for i := range 20_000 {
		text := fmt.Sprint(i * i % 3571) // some come again, at once and later
		if i%1000 == 0 {
			text = ""
		}
		want, known := numbers[text]
		if !known {
			want = len(numbers)
			numbers[text] = want
		}
		take := texts.NumberOf
		if i%2 == 0 {
			take = func(text string) (int, bool) { return texts.Number([]byte(text)) }
		}
		if n, fresh := take(text); n != want || fresh == known {
			t.Fatalf("%q has number %d, fresh %v, want %d", text, n, fresh, want)
		}
		doc := uint32(i / 3)
		all.add(doc, []byte(text))
		if have := docs[text]; len(have) == 0 || have[len(have)-1] != doc {
			docs[text] = append(have, doc)
		}
	}
	if texts.Len() != len(numbers) || all.Len() != len(numbers) {
		t.Fatalf("%d and %d texts, want %d", texts.Len(), all.Len(), len(numbers))
	}
	of := all.postings()
	for text, n := range numbers {
		if string(texts.At(n)) != text || !slices.Equal(of(n), docs[text]) {
			t.Errorf("number %d is %q in %v, want %q in %v", n, texts.At(n), of(n), text, docs[text])
		}
	}
	for i, order := 1, inLetterOrder(&texts); i < len(order); i++ {
		if a, b := texts.At(order[i-1]), texts.At(order[i]); string(a) >= string(b) {
			t.Errorf("%q stands before %q", a, b)
		}
	}
}
