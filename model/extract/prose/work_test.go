package prose

import (
	"strings"
	"testing"
)

// TestWorkGrowsWithLength: four times the text, four times the marks looked at and the memory taken, whatever the marks.
func TestWorkGrowsWithLength(t *testing.T) {
	for _, unit := range []string{
		`“a `, `“a ” `, `"a" `, `" `, `‘a’ `, `‘a `, `''a'' `, `''`, `'`, `„ « ‹ ‚ 「 『 ‘ “ " `, `« a ’ `, `”`, `“a" `, `‘a’a `, "``a ",
		`a“`, `“ ‘ „ a ” `, `"‘a“ `,
	} {
		work := func(n int) (steps, quotes, allocations int) {
			ps := []Paragraph{{Text: strings.Repeat(unit, n), Line: 1, Number: 1}}
			d := Split(ps)
			return d.Steps(), len(d.Quotes), int(testing.AllocsPerRun(1, func() { Split(ps) }))
		}
		const size = 3000
		small, quotes, few := work(size)
		large, more, many := work(4 * size)
		if large > 4*small+100 {
			t.Errorf("%q: %d marks looked at, and %d in four times the text", unit, small, large)
		}
		if more > 4*quotes+4 {
			t.Errorf("%q: %d quotes, and %d in four times the text", unit, quotes, more)
		}
		if many > few+100 {
			t.Errorf("%q: %d allocations, and %d in four times the text: no token is to be allocated by itself", unit, few, many)
		}
	}
}
