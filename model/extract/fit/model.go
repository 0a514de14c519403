package main

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"

	"parley/model/extract/speaker"
)

// options are how weights are found.
type options struct {
	keep, epochs, models, least int
	rate, decay                 float64
}

var defaults = options{keep: 2500, epochs: 12, models: 1, rate: 0.04, decay: 0.0003}

// A fitted is a set of weights while they are found: softmax over the candidates of a quote, AdaGrad, a pull to zero.
type fitted struct {
	options
	index    map[speaker.Feature]int32
	features []speaker.Feature
	weight   []float64
	square   []float64
	count    []int32
	sum      []float64 // of the weights at the end of each text
	times    int
	frozen   bool // no feature is added
}

// fit finds weights on lessons; where few are to be kept, twice: the heaviest of the first time again.
func (o options) fit(lessons []*lesson) *fitted {
	m := o.train(lessons, nil)
	if o.least > 0 {
		m = o.train(lessons, m.common(o.least))
	}
	if o.keep > 0 && len(m.features) > o.keep {
		m = o.train(lessons, m.heaviest(o.keep))
	}
	return m
}

// train goes through the lessons; only features among keep count, where any are given.
func (o options) train(lessons []*lesson, keep []speaker.Feature) *fitted {
	var sum *fitted
	for n := range o.models {
		m := &fitted{options: o, index: map[speaker.Feature]int32{}}
		for _, f := range keep {
			m.add(f)
		}
		m.frozen = keep != nil
		m.epochsOver(lessons, uint64(n))
		if sum == nil {
			sum = m
			continue
		}
		for i, f := range m.features {
			k, found := sum.index[f]
			if !found {
				k = sum.add(f)
			}
			sum.weight[k] += m.weight[i]
		}
	}
	for i := range sum.weight {
		sum.weight[i] /= float64(o.models)
	}
	return sum
}

func (m *fitted) epochsOver(lessons []*lesson, seed uint64) {
	order := make([]int, len(lessons))
	for i := range order {
		order[i] = i
	}
	random := rand.New(rand.NewPCG(7, seed))
	for epoch := range m.epochs {
		random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			m.learn(lessons[i], epoch)
			if epoch*2 >= m.epochs {
				m.remember()
			}
		}
	}
	m.average()
}

// remember adds the weights as they are to what their mean is taken of.
func (m *fitted) remember() {
	for len(m.sum) < len(m.weight) {
		m.sum = append(m.sum, 0)
	}
	for i, w := range m.weight {
		m.sum[i] += w
	}
	m.times++
}

// average takes the mean of the later half of all steps: it swings less than where the last step led.
func (m *fitted) average() {
	for i := range m.sum {
		m.weight[i] = m.sum[i] / float64(m.times)
	}
}

func (m *fitted) add(f speaker.Feature) int32 {
	k := int32(len(m.features))
	m.index[f] = k
	m.features = append(m.features, f)
	m.weight, m.square, m.count = append(m.weight, 0), append(m.square, 0), append(m.count, 0)
	return k
}

// learn goes through one text.
func (m *fitted) learn(l *lesson, epoch int) {
	l.study.Restart()
	var rows [][]int32
	var flat []int32
	var right []bool
	var sums []float64
	for q := range l.study.Quotes() {
		candidates := l.study.Open(q)
		rows, flat, sums = rows[:0], flat[:0], sums[:0]
		best := 0
		for c := range candidates {
			from := len(flat)
			sum := 0.0
			for _, f := range l.study.Features(c) {
				k, known := m.index[f]
				if !known {
					if m.frozen {
						continue
					}
					k = m.add(f)
				}
				flat = append(flat, k)
				sum += m.weight[k]
			}
			rows = append(rows, flat[from:len(flat):len(flat)])
			sums = append(sums, sum)
			if sum > sums[best] {
				best = c
			}
		}
		choice := best
		if s := l.spans[q]; s != nil {
			right = l.right(s, candidates, right)
			at, any := bestOf(sums, right)
			if any {
				m.step(rows, sums, right, epoch == 0)
				if epoch == 0 {
					choice = at
				}
			}
		}
		l.study.Decide(choice)
	}
}

// bestOf answers the highest sum among the right ones.
func bestOf(sums []float64, right []bool) (at int, found bool) {
	for i, ok := range right {
		if ok && (!found || sums[i] > sums[at]) {
			at, found = i, true
		}
	}
	return at, found
}

// step moves the weights of one quote's candidates.
func (m *fitted) step(rows [][]int32, sums []float64, right []bool, count bool) {
	top := slices.Max(sums)
	all, good := 0.0, 0.0
	p := make([]float64, len(sums))
	for i, s := range sums {
		p[i] = math.Exp(s - top)
		all += p[i]
		if right[i] {
			good += p[i]
		}
	}
	for i, row := range rows {
		g := p[i] / all
		if right[i] {
			g -= p[i] / good
		}
		for _, k := range row {
			if count {
				m.count[k]++
			}
			m.square[k] += g * g
			m.weight[k] -= m.rate * (g + m.decay*m.weight[k]) / (1e-4 + math.Sqrt(m.square[k]))
		}
	}
}

// heaviest answers the features that move the most.
func (m *fitted) heaviest(n int) []speaker.Feature {
	order := make([]int32, len(m.features))
	for i := range order {
		order[i] = int32(i)
	}
	weightOf := func(i int32) float64 { return math.Abs(m.weight[i]) * math.Sqrt(float64(m.count[i])) }
	slices.SortFunc(order, func(a, b int32) int {
		return cmp.Or(cmp.Compare(weightOf(b), weightOf(a)), cmp.Compare(m.features[a], m.features[b]))
	})
	out := make([]speaker.Feature, 0, n)
	for _, i := range order[:min(n, len(order))] {
		out = append(out, m.features[i])
	}
	slices.Sort(out)
	return out
}

// hundredths rounds the weights.
func (m *fitted) hundredths() []int32 {
	out := make([]int32, len(m.weight))
	for i, w := range m.weight {
		out[i] = int32(math.Round(w * 100))
	}
	return out
}

func (m *fitted) weights() *speaker.Weights { return speaker.NewWeights(m.features, m.hundredths()) }

// common answers the features that were seen so often.
func (m *fitted) common(least int) []speaker.Feature {
	var out []speaker.Feature
	for i, f := range m.features {
		if int(m.count[i]) >= least {
			out = append(out, f)
		}
	}
	slices.Sort(out)
	return out
}
