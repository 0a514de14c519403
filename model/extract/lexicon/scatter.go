package lexicon

import (
	"hash/maphash"
	"math/bits"
)

// Two numbers that are others in every process.
var (
	seed   = maphash.MakeSeed()
	secret = [2]uint64{maphash.String(seed, "flip"), maphash.String(seed, "fold") | 1}
)

// Scattered turns the hash of one of a text's own words so that its upper bits tell its place in a table. The places are others in
// every process: nobody can write a text all of whose names fall on one, which would make each of them be looked for past all
// others. Nothing that is found hangs on it.
func Scattered(hash uint64) uint64 {
	high, low := bits.Mul64(hash^secret[0], secret[1])
	return high ^ low
}
