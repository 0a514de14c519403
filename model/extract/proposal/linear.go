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
type linear struct{ weights *lexicon.Weights }

// readLinear reads a table: a weight and a name a line.
func readLinear(text string) *linear {
	m := &linear{lexicon.NewWeights(strings.Count(text, "\n") + 1)}
	for line := range strings.Lines(text) {
		weight, name, ok := strings.Cut(strings.TrimSpace(line), " ")
		if !ok || weight == "#" {
			continue
		}
		w, err := strconv.ParseInt(weight, 10, 32)
		if err != nil || w < -lexicon.MostWeight || w > lexicon.MostWeight {
			panic("proposal: weights: " + line)
		}
		m.weights.Put(featureOf(name), int(w))
	}
	return m
}

// A symbol is a part of a feature's name: what it is known by while texts are read, and its letters for a reader.
type symbol struct {
	hash uint64
	name string
}

func sym(name string) symbol { return symbol{letters(lexicon.Start, name), name} }

func symbols(names ...string) []symbol {
	all := make([]symbol, len(names))
	for i, name := range names {
		all[i] = sym(name)
	}
	return all
}

// featureOf answers the hash of a feature that is written out: its parts stand between low lines.
func featureOf(name string) uint64 {
	first, rest, more := strings.Cut(name, "_")
	h := letters(lexicon.Start, first)
	for more {
		first, rest, more = strings.Cut(rest, "_")
		h = then(h, sym(first).hash)
	}
	return h
}

// then goes on with another part of a name.
func then(h, part uint64) uint64 { return h*mixing ^ part }

const mixing = 0x9E3779B97F4A7C15

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
		sum += m.weights.Of(f)
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

// add takes a feature of a kind, which is a letter or a few, made of parts.
func (b *bag) add(kind string, parts ...symbol) {
	h := letters(lexicon.Start, kind)
	for i := range parts {
		h = then(h, parts[i].hash)
	}
	b.hashes = append(b.hashes, h)
	if b.named {
		for i := range parts {
			kind += "_" + parts[i].name
		}
		b.names = append(b.names, kind)
	}
}
