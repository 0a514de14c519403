package speaker

import (
	"strings"
	"sync"

	"parley/model/extract/lexicon"
	"parley/model/extract/prose"
)

// The language of a paragraph.
//
// Rules:
//   - English where many of its first words are small words of English. Nothing more is looked at then.
//   - Else the language whose small words and verbs of speech stand there most often outside the quotes, if there are more of
//     them than English ones; in a few words one is enough, where the marks are no English ones or the paragraph before is of
//     that language too.
//   - What is written in Cyrillic letters is Ukrainian if it has letters that Russian has not, else Russian.

// clearly is how many words tell English at once; most how many are looked at.
const (
	clearly = 24
	most    = 80
)

// tongueWords tells languages by words: a bit for each language, bit 0 English.
var tongueWords = sync.OnceValue(func() *lexicon.Words {
	w := lexicon.NewWords(4096)
	add := func(i int, word string) {
		h := lexicon.Hash(word)
		w.Put(h, w.Of(h)|1<<i)
	}
	lexicon.Entries("languages.txt", func(lang, line string) {
		for i, name := range tongueNames {
			if name == lang || lang == "en" && i == 0 {
				for word := range strings.FieldsSeq(line) {
					add(i, word)
				}
			}
		}
	})
	for i, l := range tongues() {
		l.words.Each(func(hash uint64, value uint32) {
			if trait(value)&(saysIt|judgesIt|itSays|helps|theArticle|objectArticle|anArticle|thirdPerson|leadsOn) != 0 {
				w.Put(hash, w.Of(hash)|1<<i)
			}
		})
	}
	return w
})

// listen notes the paragraphs of other languages; r.tongue stays nil where there is none.
func (r *reading) listen() {
	r.tongue = nil
	before := noTongue
	for i := range r.doc.Paragraphs {
		b := &r.doc.Paragraphs[i]
		if r.plainEnglish(b) {
			before = noTongue
			continue
		}
		if before = r.tongueOf(b, before); before == noTongue {
			continue
		}
		if r.tongue == nil {
			r.tongue = make([]uint8, len(r.doc.Paragraphs))
		}
		r.tongue[i] = before
	}
}

// plainEnglish tells a paragraph of English at once.
func (r *reading) plainEnglish(b *prose.Bounds) bool {
	words, small := 0, 0
	for m := b.FirstMasked; m < b.LastMasked && words < clearly; m++ {
		if t := &r.toks[m]; t.kind == prose.Word {
			words++
			if t.is(closedWords) {
				small++
			}
		}
	}
	return words == 0 && b.FirstQuote == b.LastQuote || words >= 12 && small*10 >= words*3 || words >= 4 && small*2 >= words
}

// tongueOf answers the language of a paragraph.
func (r *reading) tongueOf(b *prose.Bounds, before uint8) uint8 {
	var count [len(tongueNames)]int
	words, cyrillic := 0, 0
	note := func(t *prose.Token, small bool) {
		if t.Kind != prose.Word {
			return
		}
		words++
		if c := r.doc.Text[t.Start]; c >= 0xD0 && c <= 0xD3 {
			cyrillic++
		}
		v := tongueWords().Of(t.Hash)
		if small {
			v |= 1
		}
		for i := 0; v != 0; v, i = v>>1, i+1 {
			count[i] += int(v & 1)
		}
	}
	for m := b.FirstMasked; m < b.LastMasked && words < most; m++ {
		note(&r.doc.Tokens[r.doc.Masked[m]], r.toks[m].is(closedWords))
	}
	if words < 2 {
		for k := b.FirstToken; k < b.LastToken && words < most; k++ {
			note(&r.doc.Tokens[k], false)
		}
	}
	if cyrillic*2 > words {
		if count[russian] != count[ukrainian] {
			before = russian
			if count[ukrainian] > count[russian] {
				before = ukrainian
			}
		}
		return r.cyrillic(b, before)
	}
	best := noTongue // which is English
	for i := range count {
		if count[i] > count[best] || best == noTongue && count[i] > 0 && count[i] == count[best] && r.marked(b) {
			best = uint8(i)
		}
	}
	if before != noTongue && count[before] == count[best] {
		best = before
	}
	if best == noTongue || count[best] < 2 && before != best && !(words <= 8 && r.marked(b)) {
		return noTongue
	}
	return best
}

// marked tells a paragraph with quotation marks that English does not use.
func (r *reading) marked(b *prose.Bounds) bool {
	for q := b.FirstQuote; q < b.LastQuote; q++ {
		switch r.doc.Quotes[q].Mark {
		case '«', '»', '„':
			return true
		}
	}
	return false
}

// cyrillic tells Ukrainian from Russian.
func (r *reading) cyrillic(b *prose.Bounds, before uint8) uint8 {
	text := r.doc.Text[b.Start:b.End]
	switch {
	case strings.ContainsAny(text, "іїєґІЇЄҐ"):
		return ukrainian
	case strings.ContainsAny(text, "ыэъёЫЭЪЁ") || before == noTongue:
		return russian
	}
	return before
}
