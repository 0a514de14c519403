package speaker

import "math/bits"

// A tally counts how often hashes come up, or leads from them to numbers, in room that is used again: open addressing, at most half full.
type tally struct {
	slots []counted
	shift uint
}

type counted struct {
	key uint64
	n   int32 // 0: nothing stands here
}

// ready empties it and makes room for n hashes.
func (t *tally) ready(n int) {
	size := max(3, bits.Len(uint(2*n)))
	t.slots, t.shift = room(t.slots, 1<<size), uint(64-size)
}

// put notes a number other than zero for a hash.
func (t *tally) put(key uint64, n int32) { *t.slot(key) = counted{key, n} }

// add counts a hash once more.
func (t *tally) add(key uint64) {
	c := t.slot(key)
	c.key = key
	c.n++
}

// of answers how often a hash was counted.
func (t *tally) of(key uint64) int32 { return t.slot(key).n }

func (t *tally) slot(key uint64) *counted {
	at := int(key * mixing >> t.shift)
	for t.slots[at].n != 0 && t.slots[at].key != key {
		at = (at + 1) & (len(t.slots) - 1)
	}
	return &t.slots[at]
}

// thirdMost answers how often the hash that is the third most frequent was counted.
func (t *tally) thirdMost() int32 {
	var a, b, c int32
	for i := range t.slots {
		switch n := t.slots[i].n; {
		case n > a:
			a, b, c = n, a, b
		case n > b:
			b, c = n, b
		case n > c:
			c = n
		}
	}
	return c
}
