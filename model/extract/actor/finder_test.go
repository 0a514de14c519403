package actor

import (
	"slices"
	"testing"
)

// A finder answers as a map does, also when it has grown, and knows nothing of the text before.
func TestFinder(t *testing.T) {
	var f finder
	for _, n := range []uint64{3, 500, 40, 5000, 1} {
		want := map[uint64]int32{}
		for i := range n {
			hash := i * i * 0x100000001 // some differ in their upper bits alone
			f.put(hash, int32(i)-int32(i%3)*2+5)
			want[hash] = int32(i) - int32(i%3)*2 + 5
		}
		f.put(7, contested)
		want[7] = contested
		for hash := range 3 * n {
			for _, h := range []uint64{hash, hash * hash * 0x100000001} {
				w, there := want[h]
				if got, ok := f.of(h); ok != there || ok && got != w {
					t.Fatalf("of %d: %x is %d, %v, want %d, %v", n, h, got, ok, w, there)
				}
			}
		}
		f.empty()
		if f.has(7) || len(f.slots) > 1<<mostSlots {
			t.Fatalf("emptied after %d: 7 is %v, %d slots", n, f.has(7), len(f.slots))
		}
	}
}

// A roll lists the actors of a hash in the order in which they were added, and knows whose they are.
func TestRoll(t *testing.T) {
	var r roll
	for range 2 {
		want := map[uint64][]int32{}
		for i := range int32(300) {
			for _, hash := range []uint64{uint64(i % 7), uint64(i%5) + 100}[:1+i%2] {
				r.add(hash, i)
				want[hash] = append(want[hash], i)
			}
		}
		for hash := range uint64(110) {
			all := r.of(hash)
			if (all == nil) != (want[hash] == nil) {
				t.Fatalf("%d: %v, want %v", hash, all, want[hash])
			}
			if all == nil {
				continue
			}
			var got []int32
			for at := all.first; at >= 0; at = r.links[at].next {
				got = append(got, r.links[at].actor)
			}
			if !slices.Equal(got, want[hash]) || int(all.count) != len(got) {
				t.Fatalf("%d: %v, counted %d, want %v", hash, got, all.count, want[hash])
			}
			for i := int32(-1); i < 310; i++ {
				if r.has(all, i) != slices.Contains(got, i) {
					t.Fatalf("%d: has %d is %v", hash, i, r.has(all, i))
				}
			}
		}
		r.empty()
		if r.of(3) != nil {
			t.Fatal("a roll that was emptied knows somebody")
		}
	}
}

// TestNobodyFillsOnePlace: hashes made for a multiplier that everybody can read about do not crowd one place.
func TestNobodyFillsOnePlace(t *testing.T) {
	const known, inverse = 0x9E3779B97F4A7C15, 0xF1DE83E19937733D // their product is 1
	if x := uint64(known); x*inverse != 1 {
		t.Fatal("no inverse")
	}
	var f finder
	for i := range uint64(1 << 14) {
		f.put(i*inverse, int32(i))
	}
	if n := f.longest(); n > 256 {
		t.Errorf("%d slots in a row are taken", n)
	}
}

// longest answers how many slots in a row are taken at most.
func (f *finder) longest() (most int) {
	run := 0
	for _, s := range f.slots {
		if run++; s.next == 0 {
			run = 0
		}
		most = max(most, run)
	}
	return most
}
