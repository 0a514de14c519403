package search

import "hash/maphash"

// Texts gives each different text a number, in the order in which they come: words, values of a column, strings that
// records share. The bytes lie in one row and the places in another, so that a hundred thousand of them are nothing to look
// through when memory is collected. What is hashed comes out of files, so that where it falls is nobody's to choose.
//
// The zero value is empty and ready.
type Texts struct {
	seed   maphash.Seed
	places []uint64 // by hash, a power of two, at most half full: the upper half of the hash, and the number plus one
	laid   []byte
	ends   []uint64
}

// Reset makes it empty again, and keeps its room.
func (t *Texts) Reset() {
	clear(t.places)
	t.laid, t.ends = t.laid[:0], t.ends[:0]
}

const firstPlaces = 256

// Len answers how many texts there are.
func (t *Texts) Len() int { return len(t.ends) }

// At answers the text of a number.
func (t *Texts) At(n int) []byte { return t.laid[t.Start(n):t.ends[n]] }

// Start answers where the text of a number begins in Laid.
func (t *Texts) Start(n int) uint64 {
	if n == 0 {
		return 0
	}
	return t.ends[n-1]
}

// Laid answers all texts, one behind the other.
func (t *Texts) Laid() []byte { return t.laid }

// Number answers the number of a text, and whether it is new.
func (t *Texts) Number(text []byte) (n int, fresh bool) { return number(t, text, maphash.Bytes) }

// NumberOf is Number of a string.
func (t *Texts) NumberOf(text string) (n int, fresh bool) { return number(t, text, maphash.String) }

func number[S string | []byte](t *Texts, text S, hashed func(maphash.Seed, S) uint64) (n int, fresh bool) {
	if 2*len(t.ends) >= len(t.places) {
		t.grow()
	}
	hash := hashed(t.seed, text)
	mask := uint64(len(t.places) - 1)
	for at := hash & mask; ; at = (at + 1) & mask {
		p := t.places[at]
		if p == 0 {
			t.laid = append(t.laid, text...)
			t.ends = append(t.ends, uint64(len(t.laid)))
			t.places[at] = hash>>32<<32 | uint64(len(t.ends))
			return len(t.ends) - 1, true
		}
		if p>>32 == hash>>32 {
			if n := int(uint32(p)) - 1; string(t.At(n)) == string(text) {
				return n, false
			}
		}
	}
}

// grow makes room for twice as many, or for the first.
func (t *Texts) grow() {
	size := 2 * len(t.places)
	if size == 0 {
		t.seed, size = maphash.MakeSeed(), firstPlaces
	}
	t.places = make([]uint64, size)
	mask := uint64(size - 1)
	for n := range t.ends {
		hash := maphash.Bytes(t.seed, t.At(n))
		at := hash & mask
		for t.places[at] != 0 {
			at = (at + 1) & mask
		}
		t.places[at] = hash>>32<<32 | uint64(n+1)
	}
}
