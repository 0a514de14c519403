package speaker

import (
	_ "embed"
	"fmt"
	"math"
	"strconv"
	"strings"
	"sync"

	"parley/model/extract/lexicon"
)

// The ranker: a sum of weights for each candidate, the highest sum wins.
//
// Rules:
//   - Weights are hundredths, whole numbers, in weights.txt, which a person can read; they are added up in a fixed order, so
//     that every machine gets the same sums.
//   - The certainty of a candidate is its share of the softmax, with all candidates of the same key; it is only compared
//     with thresholds.
//   - Left to right; of equal sums the first wins.

//go:embed weights.txt
var table string

// Weights is what facts count for.
type Weights struct {
	count int
	sums  *bundled
	table *lexicon.Weights // of the facts that stand in no bundle
}

// Fitted answers the weights that the program ships.
var Fitted = sync.OnceValue(func() *Weights {
	w, err := ParseWeights(table)
	if err != nil {
		panic("speaker: weights.txt: " + err.Error())
	}
	return w
})

// NewWeights makes a table from features that differ and hundredths; what is beyond lexicon.MostWeight counts as that.
func NewWeights(features []Feature, hundredths []int32) *Weights {
	w := &Weights{count: len(features), sums: newBundled()}
	var loose []int
	for i, f := range features {
		if !w.sums.add(f, int16(min(max(hundredths[i], -lexicon.MostWeight), lexicon.MostWeight))) {
			loose = append(loose, i)
		}
	}
	w.table = lexicon.NewWeights(len(loose))
	for _, i := range loose {
		w.table.Put(uint64(features[i]), int(hundredths[i]))
	}
	return w
}

// ParseWeights reads a table: hundredths, white space, a feature; "#" opens a comment.
func ParseWeights(text string) (*Weights, error) {
	var features []Feature
	var values []int32
	number := 0
	for line := range strings.Lines(text) {
		number++
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		value, rest, _ := strings.Cut(line, " ")
		n, err := strconv.ParseInt(value, 10, 32)
		if err != nil {
			return nil, fmt.Errorf("line %d: %q is no whole number", number, value)
		}
		f, err := ParseFeature(rest)
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", number, err)
		}
		features, values = append(features, f), append(values, int32(n))
	}
	return NewWeights(features, values), nil
}

// Len answers how many weights there are.
func (w *Weights) Len() int { return w.count }

// ranked is what the ranker makes of one quote.
type ranked struct {
	candidates []candidate
	sums       []int32
	features   []Feature
	parts      []uint64 // of e to the power of the sums
	keys       []int32  // of the candidates
	best       int
	share      float64 // of the best with all of its key
}

// rank scores the candidates of a quote that a view was made of.
func (r *reading) rank(v *view, w *Weights, out *ranked) {
	candidates, sums, facts, best := v.field(out.candidates[:0]), out.sums[:0], out.features, 0
	if len(candidates) == 1 {
		out.candidates, out.sums, out.best, out.share = candidates, append(sums, 0), 0, 1
		return
	}
	v.sums = w.sums
	for i, c := range candidates {
		v.sum = 0
		facts = v.facts(c, facts[:0])
		sum := v.sum + int32(lexicon.Sum(w.table, facts))
		sums = append(sums, sum)
		if sum > sums[best] {
			best = i
		}
	}
	out.candidates, out.sums, out.features, out.best = candidates, sums, facts, best
	r.settle(out)
}

// settle chooses the key with the largest share, and of its candidates the best.
func (r *reading) settle(x *ranked) {
	powers, keys := x.parts[:0], x.keys[:0]
	top := x.sums[x.best]
	all := uint64(0)
	for i, s := range x.sums {
		p := part(top - s)
		powers, keys = append(powers, p), append(keys, r.keyOf(x.candidates[i].mention))
		all += p
	}
	x.parts, x.keys = powers, keys
	its := uint64(0)
	for i, key := range x.keys {
		if key == x.keys[x.best] {
			its += x.parts[i]
		}
	}
	if its > all/2 { // no other key has as much
		x.share = float64(its) / float64(all)
		return
	}
	best, most := x.best, uint64(0)
	for i, key := range x.keys {
		its, first := uint64(0), i
		for k, other := range x.keys {
			if other != key {
				continue
			}
			its += x.parts[k]
			if x.sums[k] > x.sums[first] || x.sums[k] == x.sums[first] && k < first {
				first = k
			}
		}
		if its > most {
			best, most = first, its
		}
	}
	x.best, x.share = best, float64(most)/float64(all)
}

// parts answers e to the power of minus so many hundredths, in 2^-30: whole numbers, so that every machine adds up the same.
var parts = func() (t [2000]uint64) {
	for i := range t {
		t[i] = uint64(math.Round(math.Exp(-float64(i)/100) * (1 << 30)))
	}
	return t
}()

func part(below int32) uint64 {
	if int(below) >= len(parts) {
		return 0
	}
	return parts[below]
}

// share_ answers the share of a candidate with all others of its key.
func (r *reading) share_(x *ranked, of int) float64 {
	all, its := 0.0, 0.0
	key := r.keyOf(x.candidates[of].mention)
	for i, c := range x.candidates {
		p := math.Exp(float64(x.sums[i]-x.sums[x.best]) / 100)
		all += p
		if r.keyOf(c.mention) == key {
			its += p
		}
	}
	return its / all
}

func (r *reading) keyOf(n int32) int32 {
	if n < 0 {
		return 0
	}
	return r.mentions[n].key
}
