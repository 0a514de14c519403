package dashboard

import (
	"fmt"
	"strings"
	"testing"
)

// crowded answers a library of one briefing with so many quotes of a harbour.
func crowded(quotes int) *fake {
	t := talk{file: "2025-04-01-harbour.md", title: "The harbour", source: "Harbour Post", date: "2025-04-01"}
	var body strings.Builder
	for i := range quotes {
		words := fmt.Sprintf("Point %d. is about the harbour", i+1)
		fmt.Fprintf(&body, "“%s”, said Lena Oduya.\n\n", words)
		t.quotes = append(t.quotes, said{words: words, who: "Lena Oduya", actor: "oduya"})
	}
	t.body = body.String()
	return newFake([]talk{t})
}

// A letter waits for the first hits only; the others come when one goes to them.
func TestHitsFurtherDown(t *testing.T) {
	d := drive(t, crowded(300), fullOptions(), 120, 40)
	d.keys("s", "=harbour")
	d.sees("300 of 300 quotes", "1/200", "Point 1. is")
	if n := len(d.app.search.list.Items()); n != hitsAtOnce {
		t.Errorf("%d hits were waited for, want %d", n, hitsAtOnce)
	}
	d.keys("tab", "G")
	d.sees("200/200", "Point 200. is")
	d.keys("g", "j")
	d.sees("2/200", "Point 2. is")

	d = drive(t, crowded(300), fullOptions(), 120, 40)
	d.keys("s", "=harbour", "tab")
	for range hitsAtOnce {
		d.keys("j")
	}
	d.sees(fmt.Sprintf("%d/200", hitsAtOnce+1), fmt.Sprintf("Point %d. is", hitsAtOnce+1))
	d.keys("tab", "=s")
	d.sees("0 of 300 quotes")
}

// Where all of the hits can be gone through they are counted here, once one stops typing.
func TestFewHitsAreCountedWhole(t *testing.T) {
	d := drive(t, crowded(2*hitsAtOnce), fullOptions(), 120, 40)
	d.keys("s", "=harbour")
	d.sees(fmt.Sprintf("%d of %d quotes", 2*hitsAtOnce, 2*hitsAtOnce), "1 speaker", "1 briefing", fmt.Sprintf("1/%d", 2*hitsAtOnce))
	if n := len(d.app.search.list.Items()); n != 2*hitsAtOnce {
		t.Errorf("%d hits are there", n)
	}
}
