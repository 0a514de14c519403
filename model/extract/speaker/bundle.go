package speaker

// Bundles: facts about a candidate that follow from the same few values.
//
// Rules:
//   - The ranker has the sums of the weights of a bundle in a list, by its values: fifteen of the twenty facts about a candidate stand
//     in bundles, and are neither written down nor looked up one by one.
//   - The program that fits the weights is given the facts themselves; which they are is said here once, for both.
//   - A list is in the order of its values, those of the last one side by side: first what is the same for all candidates of a quote,
//     and for those that follow, so that a quote asks few lines of memory.

// A bundle is which facts follow from which values.
type bundle struct {
	limits []uint64 // each value is below its limit
	facts  []bundledFact
}

// A bundledFact is a template and the number of the value that each of its fields has.
type bundledFact struct {
	template uint8
	fields   []int // zero: a field that is nought whatever the values are
}

const zero = -1

// mostValues is how many values a bundle has at most.
const mostValues = 6

// How many values there are of a sort.
const (
	manySides     = uint64(nobody)
	manyFrames    = 32
	manyClasses   = cOther + 1
	manySorts     = uint64(Label) + 1
	manyDistances = 6
	manyRelations = 6
	manyPlaces    = 4 // of fIndex and fPairIndex, and the subjects of fSubject
	manyNear      = 5
	manyCues      = 3 // view.own
)

// The bundles.
const (
	bBeside = iota
	bSort
	bOften
	bLast
	bNear
	bWindow
	bPlace
	bSpoke
	bundleCount
)

var bundles = [bundleCount]bundle{
	bBeside: {[]uint64{manyClasses, manyClasses, manySides, manyPlaces}, // the words before and after, side, index
		[]bundledFact{{fWordBefore, []int{2, 0}}, {fWordAfter, []int{2, 1}}, {fPair, []int{2, 0, 1}}, {fPairIndex, []int{2, 0, 1, 3}}}},
	bSort: {[]uint64{manyFrames, manySides, manySorts},
		[]bundledFact{{fSort, []int{1, 2}}, {fSortFrame, []int{1, 2, 0}}}},
	bOften: {[]uint64{mostOften + 1, 2},
		[]bundledFact{{fOften, []int{0}}, {fFrequent, []int{1}}}},
	bLast: {[]uint64{manyDistances, manyFrames, manyRelations, manySides},
		[]bundledFact{{fLast, []int{0, 2}}, {fLastWindow, []int{0, 2, 3, 1}}}},
	bNear: {[]uint64{manyFrames, 2, manyNear, manyPlaces, 2, 2}, // side, mentions and subjects between, a subject, the first one
		[]bundledFact{{fNear, []int{1, 2, 0}}, {fSubject, []int{1, 3, 4, 0}}, {fFirst, []int{1, 5, 0}}}},
	bWindow: {[]uint64{manyFrames, manySides, 2, 2}, // a subject, the first one
		[]bundledFact{{fWindow, []int{1, 0}}, {fSubject, []int{1, zero, 2, 0}}, {fFirst, []int{1, 3, 0}}}},
	bPlace: {[]uint64{manySides, manyPlaces, manyPlaces, manyCues, 2}, // the index from both ends, cues beside the quote, quotes there
		[]bundledFact{{fIndex, []int{0, 1, 2}}, {fWindowCue, []int{0, 3}}, {fWindowQuote, []int{0, 4}}}},
	bSpoke: {[]uint64{often + 1}, []bundledFact{{fSpoke, []int{0}}}},
}

// bundled is the sums of all bundles.
type bundled [bundleCount][]int16

func newBundled() *bundled {
	all := &bundled{}
	for i := range bundles {
		n := uint64(1)
		for _, limit := range bundles[i].limits {
			n *= limit
		}
		all[i] = make([]int16, n)
	}
	return all
}

// add adds the weight of a fact to every sum that it is part of, and tells whether there are any.
func (all *bundled) add(f Feature, weight int16) (found bool) {
	for i := range bundles {
		for _, fact := range bundles[i].facts {
			if fact.template == uint8(f>>56) {
				found = true
				bundles[i].add(all[i], fact.fields, f, weight)
			}
		}
	}
	return found
}

// add goes through all values that a fact may stand among.
func (b *bundle) add(sums []int16, fields []int, f Feature, weight int16) {
	var first, past [mostValues]uint64
	copy(past[:], b.limits)
	for k, n := range fields {
		value := uint64(f) >> (8 * k) & 0xFF
		if n == zero && value != 0 || n != zero && value >= b.limits[n] {
			return
		}
		if n != zero {
			first[n], past[n] = value, value+1
		}
	}
	last := len(b.limits) - 1
	for v := first; v[0] < past[0]; {
		at := uint64(0)
		for n, limit := range b.limits {
			at = row(at, limit, v[n])
		}
		for ; v[last] < past[last]; v[last]++ {
			sums[at] += weight
			at++
		}
		for n := last; n > 0 && v[n] == past[n]; n-- {
			v[n] = first[n]
			v[n-1]++
		}
	}
}

// list appends the facts of a bundle, by the place of its values.
func (b *bundle) list(at uint64, into []Feature) []Feature {
	var v [mostValues]uint64
	for n := len(b.limits) - 1; n >= 0; n-- {
		v[n], at = at%b.limits[n], at/b.limits[n]
	}
	for _, fact := range b.facts {
		f := Feature(fact.template) << 56
		for k, n := range fact.fields {
			if n != zero {
				f |= Feature(v[n]) << (8 * k)
			}
		}
		into = append(into, f)
	}
	return into
}

// row answers the place of a value behind that of those before it.
func row(before, limit, value uint64) uint64 { return before*limit + value }

// weigh adds what a bundle comes to; where no weights are given, it lists its facts.
func (v *view) weigh(bundle int, at uint64, into []Feature) []Feature {
	if v.sums == nil {
		return bundles[bundle].list(at, into)
	}
	v.sum += int32(v.sums[bundle][at])
	return into
}
