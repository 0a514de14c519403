package lexicon

import "math/bits"

// Weights is a table from hashes to small whole numbers, for the linear models: open addressing, at most half full, made once
// and then only read.
//
// So that a weight is one word to read, a slot holds 50 bits of the hash and the number; the rest of the hash is the place. One bit
// tells whether a hash that belongs there had to go further on: where it is not set, as nearly everywhere, one slot answers, whether
// the hash is in the table or not, and the processor need not guess which.
type Weights struct {
	slots []uint64 // 0: nothing stands there, and nothing was sent on
	shift uint
	count int
}

// MostWeight is the largest number that a table holds, on either side of zero.
const MostWeight = 1<<12 - 1

// A slot holds the hash above its lower lowBits, the bit for those sent on, and the number, which is not zero, in its lower valueBits.
const (
	valueBits = 13
	valueMask = 1<<valueBits - 1
	sentOn    = 1 << valueBits
	lowBits   = valueBits + 1
)

// NewWeights makes a table with room for n hashes; more must not be put into it.
func NewWeights(n int) *Weights {
	size := max(4, bits.Len(uint(n*4)))
	return &Weights{slots: make([]uint64, 1<<size), shift: uint(64 - size)}
}

// Put sets the number of a hash, zero for one that is not to be in the table; what is beyond MostWeight counts as that.
func (w *Weights) Put(hash uint64, value int) {
	if value == 0 {
		return
	}
	h := mixed(hash)
	at := h >> w.shift
	for w.slots[at]&valueMask != 0 && w.slots[at]>>lowBits != h<<lowBits>>lowBits {
		w.slots[at] |= sentOn
		at = (at + 1) & uint64(len(w.slots)-1)
	}
	if w.slots[at]&valueMask == 0 {
		w.count++
	}
	w.slots[at] = h<<lowBits | w.slots[at]&sentOn | uint64(min(max(value, -MostWeight), MostWeight))&valueMask
}

// Of answers the number of a hash, zero where it is not in the table.
func (w *Weights) Of(hash uint64) int { return Sum(w, []uint64{hash}) }

// Sum answers the sum of the numbers of hashes.
func Sum[H ~uint64](w *Weights, hashes []H) (sum int) {
	slots, shift := w.slots, w.shift&63
	for _, hash := range hashes {
		h := mixed(uint64(hash))
		slot := slots[h>>shift&uint64(len(slots)-1)]
		if slot&sentOn != 0 {
			sum += w.further(h)
			continue
		}
		value := number(slot)
		if slot>>lowBits != h<<lowBits>>lowBits {
			value = 0
		}
		sum += value
	}
	return sum
}

// further answers the number of a hash whose place others were sent on from.
func (w *Weights) further(h uint64) int {
	for at := h >> w.shift; ; at = (at + 1) & uint64(len(w.slots)-1) {
		slot := w.slots[at]
		if slot&valueMask == 0 {
			return 0
		}
		if slot>>lowBits == h<<lowBits>>lowBits {
			return number(slot)
		}
	}
}

// number answers what a slot holds, zero where nothing stands in it.
func number(slot uint64) int { return int(int64(slot<<(64-valueBits)) >> (64 - valueBits)) }

// Len answers how many numbers there are.
func (w *Weights) Len() int { return w.count }

// mixed spreads a hash over all bits: no two become one.
func mixed(hash uint64) uint64 {
	h := hash * spread
	return h ^ h>>29
}
