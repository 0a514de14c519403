package speaker

import (
	"math/bits"

	"parley/model/extract/lexicon"
)

// A tally counts how often hashes come up, or leads from them to numbers, in room that is used again: open addressing, at most half
// full. It grows with the hashes that differ: a long text has the same few again and again.
type tally struct {
	slots []counted
	spare []counted // room for the slots when they grow
	used  int
	shift uint
}

type counted struct {
	key uint64
	n   int32 // 0: nothing stands here
}

// ready empties it and makes room for n hashes, as far as an article has so many.
func (t *tally) ready(n int) {
	size := max(3, bits.Len(uint(2*min(n, firstRoom))))
	t.slots, t.shift, t.used = room(t.slots, 1<<size), uint(64-size), 0
}

// firstRoom is how many hashes have room at first.
const firstRoom = 1 << 12

// put notes a number other than zero for a hash that has none.
func (t *tally) put(key uint64, n int32) {
	*t.slot(key) = counted{key, n}
	t.filled()
}

// add counts a hash once more.
func (t *tally) add(key uint64) {
	c := t.slot(key)
	c.key = key
	if c.n++; c.n == 1 {
		t.filled()
	}
}

// filled counts one more slot that is taken, and doubles the slots where half of them are.
func (t *tally) filled() {
	if t.used++; t.used*2 <= len(t.slots) {
		return
	}
	old := t.slots
	t.slots, t.spare = room(t.spare, 2*len(old)), old
	t.shift--
	for i := range old {
		if old[i].n != 0 {
			*t.slot(old[i].key) = old[i]
		}
	}
}

// of answers how often a hash was counted.
func (t *tally) of(key uint64) int32 { return t.slot(key).n }

func (t *tally) slot(key uint64) *counted {
	at := int(lexicon.Scattered(key) >> t.shift)
	for t.slots[at].n != 0 && t.slots[at].key != key {
		at = (at + 1) & (len(t.slots) - 1)
	}
	return &t.slots[at]
}
