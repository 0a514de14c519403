package proposal

import (
	"math"
	"strconv"
	"strings"
	"sync"

	"parley/model/extract/lexicon"
)

// Linear models: a table of named features with integer weights, a hundredth each, summed in the order of the features.
//
// The sum is an integer and the share of certainty is read from a table, so that every machine decides alike.

// A model is a fitted table.
type linear struct{ weights *lexicon.Words }

// zero is what stands for a weight of none, for the table holds numbers above zero only.
const zero = 1 << 20

// readLinear reads a table: a weight and a name a line.
func readLinear(text string) *linear {
	m := &linear{lexicon.NewWords(strings.Count(text, "\n"))}
	for line := range strings.Lines(text) {
		weight, name, ok := strings.Cut(strings.TrimSpace(line), " ")
		if !ok || weight == "#" {
			continue
		}
		w, err := strconv.ParseInt(weight, 10, 32)
		if err != nil || w <= -zero || w >= zero {
			panic("proposal: weights: " + line)
		}
		m.weights.Put(letters(lexicon.Start, name), uint32(w+zero))
	}
	return m
}

// letters goes on with the letters of a name as they stand: "Name" is a class, "name" a word.
func letters(h uint64, name string) uint64 {
	for k := range len(name) {
		h = lexicon.Byte(h, name[k])
	}
	return h
}

// score sums the weights of features.
func (m *linear) score(features []uint64) (sum int) {
	for _, f := range features {
		if w := m.weights.Of(f); w != 0 {
			sum += int(w) - zero
		}
	}
	return sum
}

// scale is the number that stands for certainty in shares.
const scale = 1 << 16

var shares = sync.OnceValue(func() []int64 { // a slice: an array would be copied at every call
	t := make([]int64, 1201)
	for i := range t {
		t[i] = int64(math.Round(scale / (1 + math.Exp(-float64(i)/100))))
	}
	return t
})

// share answers the certainty that a score stands for, in parts of scale.
func share(score int) int64 {
	t := shares()
	if score < 0 {
		return scale - t[min(-score, len(t)-1)]
	}
	return t[min(score, len(t)-1)]
}

// A bag gathers the features of one case. Names are kept only while a model is fitted.
type bag struct {
	hashes []uint64
	names  []string
	named  bool
}

func (b *bag) reset() { b.hashes, b.names = b.hashes[:0], b.names[:0] }

// add takes a feature that is made of parts.
func (b *bag) add(parts ...string) {
	h := lexicon.Start
	for i, p := range parts {
		if i > 0 {
			h = lexicon.Byte(h, '_')
		}
		h = letters(h, p)
	}
	b.hashes = append(b.hashes, h)
	if b.named {
		b.names = append(b.names, strings.Join(parts, "_"))
	}
}
