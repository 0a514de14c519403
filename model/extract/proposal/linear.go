package proposal

import (
	"math"
	"strconv"
	"strings"
	"sync"
)

// Linear models: a table of named features with integer weights, a hundredth each, which are summed.
//
// Rules:
//   - A feature has a name and up to three parts, each something that the case is asked for; in the table it stands as the name and
//     what it found, with low lines between: "kh_that_and" is the feature kh where the kind is "that" and the word here "and".
//   - A feature is there only where all its parts are.
//   - Most features that are there have a weight. So it is not searched for: each part leads to a row of the feature's weights.
//
// The sum is an integer and the share of certainty is read from a table, so that every machine decides alike.

// A part is something a case is asked for; the models number their own from 1.
type part uint8

// A feature is made of one to three parts, or of none: then it always holds.
type feature struct {
	name  string
	parts [3]part
}

// A fact is what a part found, by the number of the part.
type facts [32]symbol

// size answers how many parts a feature has.
func (f *feature) size() int {
	n := 0
	for n < len(f.parts) && f.parts[n] != 0 {
		n++
	}
	return n
}

// named answers how a feature stands in a table; empty where it is not there.
func (f *feature) named(c *facts) string {
	name := f.name
	for _, p := range f.parts[:f.size()] {
		if c[p] == 0 {
			return ""
		}
		name += "_" + c[p].name()
	}
	return name
}

// names answers the features of a case as they stand in a table.
func names(list []feature, c *facts) (all []string) {
	for i := range list {
		if name := list[i].named(c); name != "" {
			all = append(all, name)
		}
	}
	return all
}

// A linear is a fitted model: its features by how many parts they have.
type linear struct {
	bySize [4][]weighted
	shares []int64 // of certainty, by score
	count  int     // of weights
}

// A weighted is a feature with its weights. Of each part a symbol leads to an offset; where they add up to is the weight. The
// offset of a symbol that has no weights is zero, and of what has a zero in it the weight is.
type weighted struct {
	parts   [3]part
	offsets [3][]uint16
	weights []int16
}

// mostWeight is the largest that is taken, on either side of zero.
const mostWeight = 1<<12 - 1

// readLinear reads a table: a weight and a name a line.
func readLinear(list []feature, text string) *linear {
	places := map[string]int{}
	for i := range list {
		places[list[i].name] = i
	}
	m := &linear{shares: shares()}
	rows := make([][]row, len(list))
	for line := range strings.Lines(text) {
		weight, name, ok := strings.Cut(strings.TrimSpace(line), " ")
		if !ok || weight == "#" {
			continue
		}
		found := strings.Split(name, "_")
		place, known := places[found[0]]
		w, err := strconv.ParseInt(weight, 10, 16)
		if err != nil || w < -mostWeight || w > mostWeight || !known {
			panic("proposal: weights: " + line)
		}
		r := row{weight: int16(w)}
		if len(found)-1 != list[place].size() {
			panic("proposal: weights: " + line)
		}
		for k, part := range found[1:] {
			r.symbols[k] = sym(part)
		}
		rows[place] = append(rows[place], r)
		m.count++
	}
	for i := range list {
		f := weighted{parts: list[i].parts}
		f.fill(rows[i])
		size := list[i].size()
		m.bySize[size] = append(m.bySize[size], f)
	}
	return m
}

// A row is a weight as it stands in a table.
type row struct {
	symbols [3]symbol
	weight  int16
}

// fill makes the weights of a feature. The numbers of a part's symbols are as close together as they can be.
func (f *weighted) fill(rows []row) {
	size := 1
	for k := range f.offsets {
		count := 0
		for _, r := range rows {
			n := r.symbols[k]
			if n == 0 {
				continue
			}
			for int(n) >= len(f.offsets[k]) {
				f.offsets[k] = append(f.offsets[k], 0)
			}
			if f.offsets[k][n] == 0 {
				count++
				f.offsets[k][n] = uint16(count * size)
			}
		}
		size *= count + 1
	}
	if size > 1<<16 {
		panic("proposal: a feature with too many weights")
	}
	f.weights = make([]int16, size)
	for _, r := range rows {
		f.weights[f.at(0, r.symbols[0])+f.at(1, r.symbols[1])+f.at(2, r.symbols[2])] = r.weight
	}
}

// at answers the offset of a symbol.
func (f *weighted) at(k int, n symbol) int {
	if o := f.offsets[k]; int(n) < len(o) {
		return int(o[n])
	}
	return 0
}

// score sums the weights of the features of a case.
func (m *linear) score(c *facts) (sum int) {
	for i := range m.bySize[0] {
		sum += int(m.bySize[0][i].weights[0])
	}
	for i := range m.bySize[1] {
		f := &m.bySize[1][i]
		sum += int(f.weights[f.at(0, c[f.parts[0]])])
	}
	for i := range m.bySize[2] {
		f := &m.bySize[2][i]
		sum += int(f.weights[f.at(0, c[f.parts[0]])+f.at(1, c[f.parts[1]])])
	}
	for i := range m.bySize[3] {
		f := &m.bySize[3][i]
		sum += int(f.weights[f.at(0, c[f.parts[0]])+f.at(1, c[f.parts[1]])+f.at(2, c[f.parts[2]])])
	}
	return sum
}

// scale is the number that stands for certainty in shares.
const scale = 1 << 16

var shares = sync.OnceValue(func() []int64 {
	t := make([]int64, 1201)
	for i := range t {
		t[i] = int64(math.Round(scale / (1 + math.Exp(-float64(i)/100))))
	}
	return t
})

// share answers the certainty that a score stands for, in parts of scale.
func (m *linear) share(score int) int64 {
	last := len(m.shares) - 1
	if score < 0 {
		return scale - m.shares[min(-score, last)]
	}
	return m.shares[min(score, last)]
}
