package actor

import (
	"slices"

	"parley/model/extract/lexicon"
)

// Finders: from the hashes of names to who has them. A map takes as long to empty as it is large and takes a piece of memory for
// every list in it, and there are some ten of them for each text.

// A finder leads from hashes to numbers: open addressing, at most half full.
type finder struct {
	slots []found
	shift uint
	count int
}

type found struct {
	hash uint64
	next int32 // the number after what was found; 0: the slot is free
}

// the sizes of a finder, as powers of two: a new one's, and the largest that is kept for another text.
const (
	leastSlots = 6
	mostSlots  = 9
)

// empty readies a finder for another text.
func (f *finder) empty() {
	if len(f.slots) > 1<<mostSlots {
		*f = finder{}
	}
	if f.count > 0 {
		clear(f.slots)
		f.count = 0
	}
}

// slot answers where a hash stands, or would.
func (f *finder) slot(hash uint64) *found {
	for at := lexicon.Scattered(hash) >> f.shift; ; at = (at + 1) & uint64(len(f.slots)-1) {
		if s := &f.slots[at]; s.next == 0 || s.hash == hash {
			return s
		}
	}
}

// of answers the number of a hash, and whether it has one.
func (f *finder) of(hash uint64) (int32, bool) {
	if f.count == 0 {
		return 0, false
	}
	s := f.slot(hash)
	return s.next - 1, s.next != 0
}

// has tells whether a hash has a number.
func (f *finder) has(hash uint64) bool {
	_, there := f.of(hash)
	return there
}

// put sets the number of a hash: any but -1.
func (f *finder) put(hash uint64, n int32) {
	if f.count*2 >= len(f.slots) {
		f.grow()
	}
	s := f.slot(hash)
	if s.next == 0 {
		f.count++
	}
	*s = found{hash, n + 1}
}

func (f *finder) grow() {
	before, size := f.slots, uint(leastSlots)
	if before != nil {
		size = 64 - f.shift + 1
	}
	f.slots, f.shift = make([]found, 1<<size), 64-size
	for _, s := range before {
		if s.next != 0 {
			*f.slot(s.hash) = s
		}
	}
}

// A roll leads from hashes to lists of actors.
type roll struct {
	finder finder
	rows   []row
	links  []link
	within []int32 // by actor, one more than the number of their row; 0: none, -1: several
}

// A row is all actors of one hash: the first and the last of their links, and how many there are.
type row struct{ first, last, count, number, principal int32 }

type link struct{ actor, next int32 }

func (r *roll) empty() {
	r.finder.empty()
	r.rows, r.links, r.within = r.rows[:0], r.links[:0], r.within[:0]
}

// add adds an actor behind the others of a hash.
func (r *roll) add(hash uint64, actor int32) {
	at := int32(len(r.links))
	r.links = append(r.links, link{actor, -1})
	n, there := r.finder.of(hash)
	if !there {
		n = int32(len(r.rows))
		r.finder.put(hash, n)
		r.rows = append(r.rows, row{first: at, number: n})
	} else {
		r.links[r.rows[n].last].next = at
	}
	all := &r.rows[n]
	all.last, all.count = at, all.count+1
	for int(actor) >= len(r.within) {
		r.within = append(r.within, 0)
	}
	switch w := &r.within[actor]; *w {
	case 0:
		*w = n + 1
	case n + 1:
	default:
		*w = -1
	}
}

// of answers the row of a hash, nil where nobody has it; it is to be used before another actor is added.
func (r *roll) of(hash uint64) *row {
	if n, there := r.finder.of(hash); there {
		return &r.rows[n]
	}
	return nil
}

// has tells whether an actor is in a row.
func (r *roll) has(all *row, actor int32) bool {
	if actor < 0 || int(actor) >= len(r.within) {
		return false
	}
	if w := r.within[actor]; w >= 0 {
		return w == all.number+1
	}
	for at := all.first; at >= 0; at = r.links[at].next {
		if r.links[at].actor == actor {
			return true
		}
	}
	return false
}

// nobodies answers a list of so many entries that are no actor yet.
func nobodies(room []int32, n int) []int32 {
	room = slices.Grow(room[:0], n)[:n]
	clear(room)
	return room
}
