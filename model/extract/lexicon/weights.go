package lexicon

import "math/bits"

// Weights is a table from hashes to small whole numbers, for the linear models: open addressing, at most half full, made once
// and then only read.
//
// So that a weight is one word to read, a slot holds 51 bits of the hash and the number; the rest of the hash is the place.
type Weights struct {
	slots []uint64 // 0: nothing stands there
	shift uint
	count int
}

// MostWeight is the largest number that a table holds, on either side of zero.
const MostWeight = 1<<12 - 1

// A slot holds a number above zeroWeight in its lower valueBits.
const (
	valueBits  = 13
	zeroWeight = MostWeight + 1
)

// NewWeights makes a table with room for n hashes; more must not be put into it.
func NewWeights(n int) *Weights {
	size := max(4, bits.Len(uint(n*2)))
	return &Weights{slots: make([]uint64, 1<<size), shift: uint(64 - size)}
}

// Put sets the number of a hash, zero for one that is not to be in the table; what is beyond MostWeight counts as that.
func (w *Weights) Put(hash uint64, value int) {
	if value == 0 {
		return
	}
	h := mixed(hash)
	at := h >> w.shift
	for w.slots[at] != 0 && w.slots[at]>>valueBits != h<<valueBits>>valueBits {
		at = (at + 1) & uint64(len(w.slots)-1)
	}
	if w.slots[at] == 0 {
		w.count++
	}
	w.slots[at] = h<<valueBits | uint64(min(max(value, -MostWeight), MostWeight)+zeroWeight)
}

// Of answers the number of a hash, zero where it is not in the table.
func (w *Weights) Of(hash uint64) int {
	h := mixed(hash)
	for at := h >> w.shift; ; at = (at + 1) & uint64(len(w.slots)-1) {
		slot := w.slots[at]
		if slot == 0 {
			return 0
		}
		if slot ^= h << valueBits; slot < 1<<valueBits {
			return int(slot) - zeroWeight
		}
	}
}

// Len answers how many numbers there are.
func (w *Weights) Len() int { return w.count }

// mixed spreads a hash over all bits: no two become one.
func mixed(hash uint64) uint64 {
	h := hash * spread
	return h ^ h>>29
}
