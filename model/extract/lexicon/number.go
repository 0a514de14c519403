package lexicon

import (
	"strings"
	"sync"
)

// Numbers of words: a text is held against a dozen tables, and each would look the same words up again.
//
// Rules:
//   - Words that stand in the tables have a number, small words first; the tokeniser looks it up once for every word.
//   - A table that every text is held against lists its values by number (Words.Numbered): At reads one cell of a list instead
//     of searching. What is asked for most stands close together.
//   - A number saves time and decides nothing. A table whose words all have numbers needs no search for a word without one;
//     one that holds others too is searched for it. So not every form need have one.

// numbered are the files whose words have numbers, those that are found most in a text first.
var numbered = [...]string{
	"grammar.txt", "cues.txt", "proposal-words.txt", "proposal-nouns.txt", "proposal-verbs.txt", "roles.txt", "names.txt", "days.txt",
	"languages.txt", "abbreviations.txt", "openers.txt", "states.txt", "peoples.txt", "tracks.txt", "organisations.txt", "outlets.txt",
	"given-names.txt",
}

// mostNumbers is how many words can have one.
const mostNumbers = 1<<16 - 1

var numbers = sync.OnceValue(func() *Words {
	w := NewWords(1 << 14)
	put := func(word string) {
		if hash := Hash(word); w.Len() < mostNumbers && !w.Has(hash) {
			w.Put(hash, uint32(w.Len()+1))
		}
	}
	for _, name := range numbered {
		verbs := name == "cues.txt" || name == "proposal-verbs.txt" || name == "proposal-words.txt"
		Entries(name, func(_, line string) {
			for word := range strings.FieldsFuncSeq(line, parts) {
				put(strings.TrimSuffix(word, ".")) // the tokeniser keeps a full stop out of the hash
				if put(word); verbs {
					inflect(word, put)
				}
			}
			for word := range strings.FieldsSeq(line) {
				put(strings.TrimRight(word, ",|")) // RFE/RL
			}
		})
	}
	return w
})

// parts tells what stands between the words of an entry.
func parts(r rune) bool { return r <= ' ' || strings.ContainsRune(",|/()~?:+=", r) }

// inflect puts the regular forms that a word has if it is a verb.
func inflect(word string, put func(string)) {
	if len(word) < 2 || word[len(word)-1] < 'a' || word[len(word)-1] > 'z' {
		return
	}
	put(ThirdPerson(word))
	for _, double := range [2]bool{false, true} {
		put(WithEd(word, double))
		put(WithIng(word, double))
	}
}

// Number answers the number of a word, zero where it has none.
func Number(hash uint64) uint16 { return uint16(numbers().Of(hash)) }

// Numbered lists the values by number and answers the table, which is not changed afterwards.
func (w *Words) Numbered() *Words {
	list := make([]uint32, numbers().Len()+1)
	last, found := 0, 0
	numbers().Each(func(hash uint64, number uint32) {
		if value := w.Of(hash); value != 0 {
			list[number] = value
			last = max(last, int(number))
			found++
		}
	})
	w.column, w.whole = list[:last+1], found == w.Len()
	return w
}

// At answers the value of a word by Number(hash), by the hash where that is zero; zero where the word is not in the table.
func (w *Words) At(number uint16, hash uint64) uint32 {
	switch {
	case int(number) < len(w.column) && number != 0:
		return w.column[number]
	case w.column == nil || number == 0 && !w.whole:
		return w.Of(hash)
	}
	return 0
}
