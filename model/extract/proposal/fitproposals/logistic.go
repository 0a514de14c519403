package main

import (
	"cmp"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
)

// An example is one decision: the features that hold, and whether the answer is yes.
type example struct {
	features []string
	yes      bool
	weight   float64
}

// A setting says how a model is fitted.
type setting struct {
	atLeast int     // a feature counts that is seen so often
	decay   float64 // L2
	rate    float64
	epochs  int
	size    int // so many weights are kept, and fitted again
}

// fit answers weights in hundredths. Examples and features are taken in the order in which they come, shuffled by a fixed
// seed, so that the same data gives the same weights.
func fit(examples []example, o setting) map[string]int {
	names, counts := index(examples, o.atLeast, nil)
	weights := descend(examples, names, o)
	if o.size > 0 && len(weights) > o.size {
		order := slices.Sorted(func(yield func(string) bool) {
			for n := range names {
				if !yield(n) {
					return
				}
			}
		})
		value := func(n string) float64 { return math.Abs(weights[names[n]]) * math.Sqrt(float64(counts[n])) }
		slices.SortStableFunc(order, func(a, b string) int { return cmp.Compare(value(b), value(a)) })
		names, _ = index(examples, o.atLeast, order[:o.size])
		weights = descend(examples, names, o)
	}
	out := map[string]int{}
	for n, i := range names {
		if w := int(math.Round(weights[i] * 100)); w != 0 {
			out[n] = w
		}
	}
	return out
}

// index numbers the features that are seen often enough, or those that are wanted.
func index(examples []example, atLeast int, wanted []string) (names map[string]int, counts map[string]int) {
	counts = map[string]int{}
	for i := range examples {
		for _, f := range examples[i].features {
			counts[f]++
		}
	}
	names = map[string]int{}
	if wanted == nil {
		for i := range examples {
			for _, f := range examples[i].features {
				if _, ok := names[f]; !ok && counts[f] >= atLeast {
					names[f] = len(names)
				}
			}
		}
	}
	for _, f := range wanted {
		names[f] = len(names)
	}
	return names, counts
}

// descend fits by AdaGrad.
func descend(examples []example, names map[string]int, o setting) []float64 {
	rows := make([][]int, len(examples))
	for i := range examples {
		for _, f := range examples[i].features {
			if n, ok := names[f]; ok {
				rows[i] = append(rows[i], n)
			}
		}
	}
	weights, squares := make([]float64, len(names)), make([]float64, len(names))
	order := make([]int, len(examples))
	for i := range order {
		order[i] = i
	}
	random := rand.New(rand.NewPCG(7, 11))
	for range o.epochs {
		random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			sum := 0.0
			for _, n := range rows[i] {
				sum += weights[n]
			}
			answer := 0.0
			if examples[i].yes {
				answer = 1
			}
			slope := (1/(1+math.Exp(-sum)) - answer) * examples[i].weight
			for _, n := range rows[i] {
				g := slope + o.decay*weights[n]
				squares[n] += g * g
				weights[n] -= o.rate * g / math.Sqrt(squares[n]+1e-8)
			}
		}
	}
	return weights
}

// table writes weights as the program reads them: the heaviest first.
func table(head string, weights map[string]int) string {
	names := make([]string, 0, len(weights))
	for n := range weights {
		names = append(names, n)
	}
	slices.SortFunc(names, func(a, b string) int {
		x, y := weights[a], weights[b]
		if c := cmp.Compare(max(y, -y), max(x, -x)); c != 0 {
			return c
		}
		return strings.Compare(a, b)
	})
	var b strings.Builder
	b.WriteString(head)
	for _, n := range names {
		fmt.Fprintf(&b, "%d %s\n", weights[n], n)
	}
	return b.String()
}
