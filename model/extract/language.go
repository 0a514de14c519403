package extract

import (
	"strings"
	"sync"

	"parley/model/extract/lexicon"
	"parley/model/extract/prose"
)

// sample is how many words of a text its language is told by.
const sample = 400

// stopWords tells languages by the numbers of their small words: a bit for each language that has the word.
var stopWords = sync.OnceValue(func() []uint8 {
	w := lexicon.NewWords(512)
	lexicon.Entries("languages.txt", func(lang, line string) {
		for _, word := range strings.Fields(line) {
			h := lexicon.Hash(word)
			w.Put(h, w.Of(h)|1<<index(lang))
		}
	})
	return w.Narrow()
})

var languages = [...]string{"en", "de", "fr", "es", "ru", "uk"}

// lane is as many bits as the sample has; six languages have room in one number.
const lane = 10

// lanes answers one in the lane of each language whose bit is set.
var lanes = func() (all [1 << len(languages)]uint64) {
	for v := range all {
		for i := range languages {
			all[v] |= uint64(v>>i&1) << (i * lane)
		}
	}
	return all
}()

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
	count := uint64(0) // of each language, a lane of ten bits
	stops, words := stopWords(), 0
	for i := range r.doc.Tokens {
		t := &r.doc.Tokens[i]
		if t.Kind != prose.Word {
			continue
		}
		if words++; words > sample {
			break
		}
		count += lanes[stops[t.Number]]
	}
	best, most := 0, 0
	for i := range languages {
		if n := int(count >> (i * lane) & (1<<lane - 1)); n > most {
			best, most = i, n
		}
	}
	if most*20 < words || words < 5 {
		if r.o.Lang != "" {
			return r.o.Lang
		}
		return "en"
	}
	return languages[best]
}
