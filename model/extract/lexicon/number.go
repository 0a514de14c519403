package lexicon

import (
	"strings"
	"sync"
)

// Numbers of words: a text is held against a dozen tables, and each would look the same words up again.
//
// Rules:
//   - Words that stand in the tables have a number, small words first; the tokeniser looks it up once for every word.
//   - A table that every text is held against lists its values by number (Words.Numbered, Narrow, Kinds): At reads one cell of a
//     list instead of searching. What is asked of every word is a byte a number, which stays in the cache.
//   - A number saves time and decides nothing. A table whose words all have numbers needs no search for a word without one;
//     one that holds others too is searched for it. So not every form need have one.

// numbered are the files whose words have numbers, those that are found most in a text first.
var numbered = [...]string{
	"grammar.txt", "cues.txt", "proposal-words.txt", "proposal-nouns.txt", "proposal-verbs.txt", "roles.txt", "names.txt", "days.txt",
	"languages.txt", "abbreviations.txt", "openers.txt", "states.txt", "peoples.txt", "tracks.txt", "organisations.txt", "outlets.txt",
	"given-names.txt",
}

// mostNumbers is how many words can have one, twice as many as there are: a place for one in two.
const mostNumbers = places / 2

// A Numbering leads from hashes to numbers. A place takes two bytes, and the hashes stand in the order of the numbers, so that
// what most of a text is made of stays in the cache.
type Numbering struct {
	places [places]uint16 // by hash; 0: free
	hashes []uint64       // by number
}

const (
	placesLog = 16
	places    = 1 << placesLog
)

var numbers = sync.OnceValue(func() *Numbering {
	n := &Numbering{hashes: make([]uint64, 1, 1<<15)}
	put := func(word string) { n.put(Hash(word)) }
	for _, name := range numbered {
		verbs := name == "cues.txt" || name == "proposal-verbs.txt" || name == "proposal-words.txt"
		Entries(name, func(_, line string) {
			for word := range strings.FieldsFuncSeq(line, parts) {
				put(strings.TrimSuffix(word, ".")) // the tokeniser keeps a full stop out of the hash
				if put(word); verbs {
					inflect(word, put)
				}
			}
			for phrase := range strings.SplitSeq(line, ",") {
				for word := range strings.FieldsSeq(phrase) {
					put(strings.TrimRight(word, "|")) // RFE/RL
					decline(word, phrase, put)
				}
			}
		})
	}
	return n
})

// of answers the number of a word and its place, which is free where the number is zero.
func (n *Numbering) of(hash uint64) (number uint16, place uint64) {
	place = hash * spread >> (64 - placesLog)
	for {
		number = n.places[place]
		if number == 0 || n.hashes[number] == hash {
			return number, place
		}
		place = (place + 1) % places
	}
}

func (n *Numbering) put(hash uint64) {
	number, place := n.of(hash)
	if number != 0 || len(n.hashes) > mostNumbers {
		return
	}
	n.places[place] = uint16(len(n.hashes))
	n.hashes = append(n.hashes, hash)
}

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

// decline puts what the tilde of a word stands for.
func decline(word, phrase string, put func(string)) {
	stem, rest, found := strings.Cut(strings.Trim(word, "()"), "~")
	if !found {
		return
	}
	for _, end := range Endings(phrase) {
		put(stem + end + rest)
	}
}

// Numbers answers the numbering of all words of the tables.
func Numbers() *Numbering { return numbers() }

// Of answers the number of a word, zero where it has none. Nearly always the first place tells, and the processor need not
// guess which of the two it says.
func (n *Numbering) Of(hash uint64) uint16 {
	number := n.places[hash*spread>>(64-placesLog)]
	other := n.hashes[number] ^ hash
	if number == 0 {
		other = 0
	}
	if other != 0 {
		number, _ = n.of(hash)
	}
	return number
}

// Len answers by how much the largest number is passed: what is listed by number has so many cells.
func (n *Numbering) Len() int { return len(n.hashes) }

// Number answers the number of a word, zero where it has none.
func Number(hash uint64) uint16 { return Numbers().Of(hash) }

// Numbered lists the values by number and answers the table, which is not changed afterwards.
func (w *Words) Numbered() *Words {
	w.column, w.whole = make([]uint32, len(numbers().hashes)), true
	w.Each(func(hash uint64, value uint32) {
		if number := Number(hash); number != 0 {
			w.column[number] = value
		} else {
			w.whole = false
		}
	})
	return w
}

// Narrow lists the values by number, each in a byte: so few bytes stay in the cache, as whole numbers do not. For words
// without a number it has 1 where the table holds any; a value beyond 255 counts as that.
func (w *Words) Narrow() []uint8 {
	list := make([]uint8, len(numbers().hashes))
	w.Each(func(hash uint64, value uint32) {
		if number := Number(hash); number != 0 {
			list[number] = uint8(min(value, 255))
		} else {
			list[0] = 1
		}
	})
	return list
}

// At answers the value of a word by Number(hash), by the hash where that is zero and the table holds words without one; zero
// where the word is not in the table. The table must have been Numbered.
func (w *Words) At(number uint16, hash uint64) uint32 {
	if number == 0 && !w.whole {
		return w.Of(hash)
	}
	return w.column[number] // that of number 0 is zero
}
