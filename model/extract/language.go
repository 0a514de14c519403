package extract

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"parley/model/extract/lexicon"
)

// sample is how many bytes of a text its language is told by.
const sample = 8 << 10

// stopWords tells languages by their small words: a bit for each language that has the word.
var stopWords = sync.OnceValue(func() *lexicon.Words {
	w := lexicon.NewWords(512)
	lexicon.Entries("languages.txt", func(lang, line string) {
		for _, word := range strings.Fields(line) {
			h := lexicon.Hash(word)
			w.Put(h, w.Of(h)|1<<index(lang))
		}
	})
	return w
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
	text := r.src[min(r.document.Start, len(r.src)):]
	if len(text) > sample {
		text = text[:sample]
	}
	var count [len(languages)]int
	words, hash, letters := 0, lexicon.Start, 0
	end := func() {
		if letters > 0 {
			words++
			for v, i := stopWords().Of(hash), 0; v != 0; v, i = v>>1, i+1 {
				count[i] += int(v & 1)
			}
		}
		hash, letters = lexicon.Start, 0
	}
	for len(text) > 0 {
		c, size := utf8.DecodeRune(text)
		text = text[size:]
		if unicode.IsLetter(c) {
			hash = lexicon.Letter(hash, c)
			letters++
			continue
		}
		end()
	}
	end()
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
