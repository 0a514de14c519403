package extract

import (
	"strings"
	"sync"

	"parley/model/extract/lexicon"
	"parley/model/extract/prose"
)

// sample is how many words of a text its language is told by.
const sample = 400

// stopWords tells languages by their small words: a bit for each language that has the word.
var stopWords = sync.OnceValue(func() *lexicon.Words {
	w := lexicon.NewWords(512)
	lexicon.Entries("languages.txt", func(lang, line string) {
		for _, word := range strings.Fields(line) {
			h := lexicon.Hash(word)
			w.Put(h, w.Of(h)|1<<index(lang))
		}
	})
	return w.Numbered()
})

var languages = [...]string{"en", "de", "fr", "es", "ru", "uk"}

func index(lang string) int {
	for i, l := range languages {
		if l == lang {
			return i
		}
	}
	return 0
}

// language tells a text by its script and stop words; the configured one, else English, where those do not tell.
func (r *reading) language() string {
	var count [len(languages)]int
	stops, words := stopWords(), 0
	for i := range r.doc.Tokens {
		t := &r.doc.Tokens[i]
		if t.Kind != prose.Word {
			continue
		}
		if words++; words > sample {
			break
		}
		for v, i := stops.At(t.Number, t.Hash), 0; v != 0; v, i = v>>1, i+1 {
			count[i] += int(v & 1)
		}
	}
	best := 0
	for i := range count {
		if count[i] > count[best] {
			best = i
		}
	}
	if count[best]*20 < words || words < 5 {
		if r.o.Lang != "" {
			return r.o.Lang
		}
		return "en"
	}
	return languages[best]
}
