package speaker

import "testing"

// TestTallyIsNotCrowded: hashes made for a multiplier that everybody can read about do not crowd one place.
func TestTallyIsNotCrowded(t *testing.T) {
	const known, inverse = 0x9E3779B97F4A7C15, 0xF1DE83E19937733D // their product is 1
	if x := uint64(known); x*inverse != 1 {
		t.Fatal("no inverse")
	}
	var y tally
	y.ready(1)
	for i := range uint64(1 << 14) {
		y.add(i * inverse)
	}
	run, most := 0, 0
	for _, s := range y.slots {
		if run++; s.n == 0 {
			run = 0
		}
		most = max(most, run)
	}
	if most > 256 {
		t.Errorf("%d slots in a row are taken", most)
	}
}
