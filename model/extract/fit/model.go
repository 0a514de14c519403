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
	register                    *register
}

var defaults = options{keep: 3000, epochs: 12, models: 1, rate: 0.04, decay: 0.001}

// A fitted is a set of weights while they are found: softmax over the candidates of a quote, AdaGrad, a pull to zero.
// Everything stands by the number of the feature.
type fitted struct {
	options
	weight []float64
	square []float64
	count  []int32
	sum    []float64 // of the weights at the end of each text
	times  int
	only   []bool // the features that count; nil: all
	flat   []int32
	rows   [][]int32
	sums   []float64
	right  []bool
}

// fit finds weights on lessons; where few are to be kept, twice: the heaviest of the first time again.
func (o options) fit(lessons []*lesson) *fitted {
	m := o.train(lessons, nil)
	if o.least > 0 {
		m = o.train(lessons, m.common(o.least))
	}
	if o.keep > 0 {
		m = o.train(lessons, m.heaviest(o.keep))
	}
	return m
}

// train goes through the lessons; only the features told count, where any are.
func (o options) train(lessons []*lesson, only []bool) *fitted {
	var sum *fitted
	for n := range o.models {
		m := &fitted{options: o, only: only}
		m.epochsOver(lessons, uint64(n))
		if sum == nil {
			sum = m
			continue
		}
		sum.grow(len(m.weight))
		for i, w := range m.weight {
			sum.weight[i] += w
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
		for n, i := range order {
			m.learn(lessons[i], epoch)
			if epoch*2 >= m.epochs && n%8 == 0 {
				m.remember()
			}
		}
	}
	m.average()
}

// remember adds the weights as they are to what their mean is taken of.
func (m *fitted) remember() {
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

// grow makes room for features.
func (m *fitted) grow(n int) {
	if n <= len(m.weight) {
		return
	}
	more := n - len(m.weight)
	m.weight, m.square = append(m.weight, make([]float64, more)...), append(m.square, make([]float64, more)...)
	m.count, m.sum = append(m.count, make([]int32, more)...), append(m.sum, make([]float64, more)...)
}

// learn goes through one text.
func (m *fitted) learn(l *lesson, epoch int) {
	l.study.Restart()
	for q := range l.study.Quotes() {
		candidates := l.study.Open(q)
		choice := m.score(l, q, len(candidates))
		if s := l.spans[q]; s != nil {
			m.right = l.right(s, candidates, m.right)
			at, any := bestOf(m.sums, m.right)
			if any {
				m.step(epoch == 0)
				if epoch == 0 {
					choice = at
				}
			}
		}
		l.study.Decide(choice)
	}
}

// score adds up the weights of the candidates of the quote that is open, and answers the best.
func (m *fitted) score(l *lesson, q, candidates int) (best int) {
	m.rows, m.flat, m.sums = m.rows[:0], m.flat[:0], m.sums[:0]
	near := 0
	ends := make([]int, 0, 64)
	for c := range candidates {
		if l.study.Near(c) {
			k := near
			if c == candidates-1 {
				k = len(l.rows[q]) - 1
			}
			m.take(l.rows[q][k])
			near++
		} else {
			m.take(m.register.numbers(l.study.Lasting(c), nil))
		}
		m.take(m.register.numbers(l.study.Passing(c), nil))
		ends = append(ends, len(m.flat))
	}
	m.grow(len(m.register.features))
	from := 0
	for c, end := range ends {
		row := m.flat[from:end]
		from = end
		sum := 0.0
		for _, k := range row {
			sum += m.weight[k]
		}
		m.rows, m.sums = append(m.rows, row), append(m.sums, sum)
		if sum > m.sums[best] {
			best = c
		}
	}
	return best
}

// take adds the features that count to the row that is made.
func (m *fitted) take(numbers []int32) {
	if m.only == nil {
		m.flat = append(m.flat, numbers...)
		return
	}
	for _, k := range numbers {
		if int(k) < len(m.only) && m.only[k] {
			m.flat = append(m.flat, k)
		}
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
func (m *fitted) step(count bool) {
	top := slices.Max(m.sums)
	all, good := 0.0, 0.0
	p := make([]float64, len(m.sums))
	for i, s := range m.sums {
		p[i] = math.Exp(s - top)
		all += p[i]
		if m.right[i] {
			good += p[i]
		}
	}
	for i, row := range m.rows {
		g := p[i] / all
		if m.right[i] {
			g -= p[i] / good
		}
		for _, k := range row {
			if count {
				m.count[k]++
			}
			m.square[k] += float64(g * g)
			m.weight[k] -= m.rate * (g + float64(m.decay*m.weight[k])) / (1e-4 + math.Sqrt(m.square[k]))
		}
	}
}

// heaviest answers the features that move the most.
func (m *fitted) heaviest(n int) []bool {
	order := make([]int32, len(m.weight))
	for i := range order {
		order[i] = int32(i)
	}
	features := m.register.features
	weightOf := func(i int32) float64 { return math.Abs(m.weight[i]) * math.Sqrt(float64(m.count[i])) }
	slices.SortFunc(order, func(a, b int32) int {
		return cmp.Or(cmp.Compare(weightOf(b), weightOf(a)), cmp.Compare(features[a], features[b]))
	})
	only := make([]bool, len(order))
	for _, i := range order[:min(n, len(order))] {
		only[i] = true
	}
	return only
}

// common answers the features that were seen so often.
func (m *fitted) common(least int) []bool {
	only := make([]bool, len(m.count))
	for i, n := range m.count {
		only[i] = int(n) >= least
	}
	return only
}

// hundredths answers the weights that are not zero, rounded, in the order of their features.
func (m *fitted) hundredths() (features []speaker.Feature, values []int32) {
	order := make([]int32, 0, len(m.weight))
	for i, w := range m.weight {
		if math.Round(w*100) != 0 {
			order = append(order, int32(i))
		}
	}
	all := m.register.features
	slices.SortFunc(order, func(a, b int32) int { return cmp.Compare(all[a], all[b]) })
	for _, i := range order {
		features, values = append(features, all[i]), append(values, int32(math.Round(m.weight[i]*100)))
	}
	return features, values
}

func (m *fitted) weights() *speaker.Weights { return speaker.NewWeights(m.hundredths()) }
