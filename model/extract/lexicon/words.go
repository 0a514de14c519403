package lexicon

import (
	"math/bits"
	"strings"
	"sync"
)

// Words is a table from the hash of a word to a number: open addressing, at most half full, made once and then only read.
//
// Most words of a text are in few of the tables, and the tables together are larger than the caches: a bit for each eighth of
// a slot tells nine in ten of the words that are not there, in an eighth of a byte.
type Words struct {
	slots  []slot
	bits   []uint64
	column []uint32 // values by number, where it was made: see number.go
	whole  bool     // every word of it has a number
	size   uint8    // there are 1<<size slots
	count  int
}

type slot struct {
	hash  uint64
	value uint32
}

// bitsLog: there are 1<<bitsLog bits for each slot.
const bitsLog = 3

// NewWords makes a table with room for n words; it grows past that.
func NewWords(n int) *Words {
	w := &Words{size: uint8(max(4, bits.Len(uint(max(1, n)*2-1))))}
	w.slots, w.bits = make([]slot, 1<<w.size), make([]uint64, 1<<w.size<<bitsLog/64)
	return w
}

// Listed answers a table of words with blanks between, each of value 1, made when it is first asked for.
func Listed(words string) func() *Words {
	return sync.OnceValue(func() *Words {
		w := NewWords(len(words) / 6)
		for word := range strings.FieldsSeq(words) {
			w.Put(Hash(word), 1)
		}
		return w
	})
}

// Put sets the value of a word; zero stands for a word that is not there.
func (w *Words) Put(hash uint64, value uint32) {
	if w.count*2 >= len(w.slots) {
		w.grow()
	}
	at := w.place(hash)
	if w.slots[at].value == 0 {
		w.count++
	}
	w.slots[at] = slot{hash, value}
	b := w.bit(hash)
	w.bits[b/64] |= 1 << (b % 64)
}

// spread turns a hash so that its upper bits tell a place.
const spread = 0x9E3779B97F4A7C15

func (w *Words) bit(hash uint64) uint64 { return hash * spread >> ((64 - bitsLog - w.size) & 63) }

// Of answers the value of a word, zero where it is not in the table.
func (w *Words) Of(hash uint64) uint32 {
	if b := w.bit(hash); w.bits[b/64]>>(b%64)&1 == 0 {
		return 0
	}
	return w.slots[w.place(hash)].value
}

// Has tells whether a word is in the table.
func (w *Words) Has(hash uint64) bool { return w.Of(hash) != 0 }

// Len answers how many words there are.
func (w *Words) Len() int { return w.count }

// Each calls yield for every word with its value, in an order that is the same in every run.
func (w *Words) Each(yield func(hash uint64, value uint32)) {
	for _, s := range w.slots {
		if s.value != 0 {
			yield(s.hash, s.value)
		}
	}
}

func (w *Words) place(hash uint64) int {
	at := int(hash * spread >> ((64 - w.size) & 63))
	for w.slots[at].value != 0 && w.slots[at].hash != hash {
		at = (at + 1) & (len(w.slots) - 1)
	}
	return at
}

func (w *Words) grow() {
	larger := NewWords(len(w.slots))
	w.Each(larger.Put)
	*w = *larger
}
