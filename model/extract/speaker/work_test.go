package speaker_test

import (
	"runtime"
	"strings"
	"testing"

	"parley/model/extract/prose"
	"parley/model/extract/speaker"
)

// work is what reading a text costs, in things that can be counted.
type work struct {
	steps      int // cues, mentions and quotes looked at
	candidates int // weighed
	facts      int // added up
	bytes      int // of memory taken
}

func workOf(text string) work {
	ps := []prose.Paragraph{{Text: text, Line: 1, Number: 1}}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	r := speaker.Read(prose.Split(ps))
	r.Attributions(speaker.Fitted(), false)
	runtime.ReadMemStats(&after)
	w := work{steps: r.Steps(), bytes: int(after.TotalAlloc - before.TotalAlloc)}
	s := speaker.NewStudy(prose.Split(ps))
	for q := range s.Quotes() {
		n := len(s.Open(q))
		w.candidates += n
		for c := range n {
			w.facts += len(s.Lasting(c)) + len(s.Passing(c))
		}
		s.Decide(n - 1)
	}
	return w
}

// TestWorkGrowsWithLength: four times the text costs four times the work, whatever stands in it.
func TestWorkGrowsWithLength(t *testing.T) {
	speaker.Fitted()
	for _, h := range hostile {
		const size = 24 << 10
		small, large := workOf(strings.Repeat(h.unit, size/len(h.unit))), workOf(strings.Repeat(h.unit, 4*size/len(h.unit)))
		for _, c := range []struct {
			of           string
			small, large int
			slack        int
		}{
			{"steps", small.steps, large.steps, small.steps/4 + 1000},
			{"candidates", small.candidates, large.candidates, small.candidates/3 + 200},
			{"facts", small.facts, large.facts, small.facts/3 + 5000},
			{"bytes of memory", small.bytes, large.bytes, small.bytes + 1<<20},
		} {
			if c.large > 4*c.small+c.slack {
				t.Errorf("%s: %d %s, and %d in four times the text", h.name, c.small, c.of, c.large)
			}
		}
	}
}

// TestWorkOfAByte: no byte costs more than its share, in running text or where there are as many quotes as may be.
func TestWorkOfAByte(t *testing.T) {
	for _, h := range hostile {
		const size = 48 << 10
		w := workOf(strings.Repeat(h.unit, size/len(h.unit)))
		if w.steps > 60*size || w.candidates > 40*size || w.facts > 600*size {
			t.Errorf("%s: of %d bytes, %+v", h.name, size, w)
		}
	}
}

// TestAllocations: what is taken is taken for the text as a whole, not character by character.
func TestAllocations(t *testing.T) {
	ps := article(64 << 10)
	speaker.Find(prose.Split(ps), false)
	n := testing.AllocsPerRun(2, func() { speaker.Find(prose.Split(ps), false) })
	if n > 64<<10/50 {
		t.Errorf("%.0f allocations in 64 KB", n)
	}
}
