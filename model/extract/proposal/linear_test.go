package proposal

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"parley/model/example"
)

// weightsOf reads a table plainly.
func weightsOf(text string) map[string]int {
	weights := map[string]int{}
	for line := range strings.Lines(text) {
		weight, name, _ := strings.Cut(strings.TrimSpace(line), " ")
		if w, err := strconv.Atoi(weight); err == nil {
			weights[name] = w
		}
	}
	return weights
}

// TestScore: what a model sums for a case is the sum of the weights of its features by name.
func TestScore(t *testing.T) {
	ends, keep, cases := weightsOf(endTable), weightsOf(keepTable), 0
	check := func(t *testing.T, weights map[string]int, list []feature, m *linear, c *facts) {
		sum := 0
		for _, name := range names(list, c) {
			sum += weights[name]
		}
		if got := m.score(c); got != sum {
			t.Errorf("%d, and its features sum to %d: %q", got, sum, names(list, c))
		}
		cases++
	}
	example.Run(t, "testdata/*.txtar", func(t *testing.T, in example.Text) string {
		d := lines(string(in.Body))
		f := finder{doc: d, table: vocabulary(), ends: endModel()}
		f.each = func(s *sentence) {
			for i := range s.hits {
				c := s.keepFacts(&s.hits[i])
				check(t, keep, keepFeatures, keepModel(), &c)
				e := s.ending(&s.hits[i])
				for at := s.hits[i].content.from + 1; at < e.last; at++ {
					check(t, ends, endFeatures, endModel(), e.place(at))
				}
			}
		}
		return describe(d, f.run())
	})
	if cases < 500 {
		t.Errorf("%d cases, and the texts hold more", cases)
	}
}

// TestReadLinear: a weight that no feature could have is a mistake in a table.
func TestReadLinear(t *testing.T) {
	list := []feature{{"bias", [3]part{}}, {"hn", [3]part{1, 2}}}
	m := readLinear(list, "# a table\n7 bias\n-3 hn_a_b\n5 hn_b_b\n")
	for _, x := range []struct {
		c    facts
		want int
	}{{facts{1: sym("a"), 2: sym("b")}, 4}, {facts{1: sym("b"), 2: sym("b")}, 12}, {facts{1: sym("b"), 2: sym("a")}, 7}, {facts{1: sym("b")}, 7}} {
		if got := m.score(&x.c); got != x.want {
			t.Errorf("%v: %d, expected %d", names(list, &x.c), got, x.want)
		}
	}
	for _, bad := range []string{"5 other_a", "5 hn_a", "5 hn_a_b_c", "5000 hn_a_b", "x hn_a_b"} {
		if !slices.ContainsFunc([]string{bad}, panics(list)) {
			t.Errorf("%q was read", bad)
		}
	}
}

func panics(list []feature) func(string) bool {
	return func(text string) (is bool) {
		defer func() { is = recover() != nil }()
		readLinear(list, text)
		return false
	}
}
