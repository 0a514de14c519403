package actor

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// Wherever the last search ended, the next one finds what going through all would.
func TestNear(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for n := range 40 {
		c := &Cast{}
		for range n {
			c.Mentions = append(c.Mentions, Mention{Start: random.Int32N(60)})
		}
		slices.SortFunc(c.Mentions, byStart)
		for range 200 {
			at, want := random.Int32N(64)-2, 0
			for want < n && c.Mentions[want].Start < at {
				want++
			}
			if got := c.atOrBehind(at); got != want {
				t.Fatalf("of %d mentions, the first at %d or behind: %d, want %d", n, at, got, want)
			}
		}
	}
}
