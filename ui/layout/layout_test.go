package layout

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"
)

var names = [Panes]string{"0 Tracks", "1 Briefings", "2 Actors", "3 Proposals", "4 Quotes", "5 Reader"}

// draw shows a plan as the screen would be cut.
func draw(p Plan, w, h int) string {
	screen := make([][]rune, h)
	for y := range screen {
		screen[y] = []rune(strings.Repeat("?", w))
	}
	put := func(x, y int, s string) {
		for i, r := range []rune(s) {
			if x+i < w {
				screen[y][x+i] = r
			}
		}
	}
	fill := func(r Rect, with string) {
		for y := r.Y; y < r.Y+r.H; y++ {
			put(r.X, y, strings.Repeat(with, r.W))
		}
	}
	for name, r := range map[string]Rect{"header": p.Header, "tabs": p.Tabs, "status": p.Status, "hints": p.Hints} {
		if fill(r, " "); !r.Empty() {
			put(r.X+1, r.Y, name)
		}
	}
	for _, r := range p.Rules {
		fill(r, "─")
	}
	for f, r := range p.Panes {
		if r.Empty() {
			continue
		}
		fill(r, " ")
		name := fmt.Sprintf(" %s %d×%d ", names[f], r.W, r.H)
		if p.Folded[f] {
			name += "folded "
		}
		if p.Bare {
			put(r.X, r.Y, name)
			continue
		}
		for y := r.Y; y < r.Y+r.H; y++ {
			put(r.X, y, "│")
			put(r.X+r.W-1, y, "│")
		}
		put(r.X, r.Y, "╭"+strings.Repeat("─", r.W-2)+"╮")
		put(r.X, r.Y+r.H-1, "╰"+strings.Repeat("─", r.W-2)+"╯")
		put(r.X+2, r.Y, name)
	}
	var b strings.Builder
	for _, row := range screen {
		b.WriteString(string(row) + "\n")
	}
	return b.String()
}

func TestDrawings(t *testing.T) {
	for _, c := range []struct {
		name  string
		w, h  int
		focus Focus
		mode  Mode
	}{
		{"200x60", 200, 60, Quotes, Mode{Tracks: 6}},
		{"160x50", 160, 50, Quotes, Mode{Tracks: 6}},
		{"120x40", 120, 40, Quotes, Mode{Tracks: 6}},
		{"120x40 tracks not known yet", 120, 40, Quotes, Mode{}},
		{"120x40 thirty tracks", 120, 40, Quotes, Mode{Tracks: 30}},
		{"120x40 lists wider", 120, 40, Quotes, Mode{Tracks: 6, Grow: 6}},
		{"120x40 zoom", 120, 40, Proposals, Mode{Zoom: true}},
		{"110x24", 110, 24, Reader, Mode{Tracks: 6}},
		{"120x19 low", 120, 19, Proposals, Mode{Tracks: 6}},
		{"120x19 tracks focused", 120, 19, Tracks, Mode{Tracks: 6}},
		{"109x24", 109, 24, Quotes, Mode{}},
		{"80x24", 80, 24, Quotes, Mode{}},
		{"80x24 reader focused", 80, 24, Reader, Mode{Open: Actors}},
		{"80x24 briefings focused", 80, 24, Briefings, Mode{}},
		{"80x24 zoom", 80, 24, Reader, Mode{Zoom: true}},
		{"70x14", 70, 14, Actors, Mode{}},
		{"70x14 tracks focused", 70, 14, Tracks, Mode{}},
		{"120x13 one pane", 120, 13, Quotes, Mode{}},
		{"69x24", 69, 24, Reader, Mode{}},
		{"40x20", 40, 20, Quotes, Mode{}},
		{"40x12", 40, 12, Quotes, Mode{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			golden.RequireEqual(t, draw(Compute(c.w, c.h, c.focus, c.mode), c.w, c.h))
		})
	}
}

func TestTooSmallForPanes(t *testing.T) {
	for _, size := range [][2]int{{39, 40}, {200, 11}, {0, 0}, {1, 1}, {-1, 20}} {
		if p := Compute(size[0], size[1], Quotes, Mode{}); p.Kind != Tiny {
			t.Errorf("%v: %v", size, p.Kind)
		}
	}
}

// Every cell of a window belongs to exactly one rectangle, the focused pane can be seen, and an open pane has room.
func TestEveryCellOnce(t *testing.T) {
	for w := leastWidth; w <= 260; w += 3 {
		for h := leastHeight; h <= 80; h++ {
			for focus := range Panes {
				for _, mode := range []Mode{{}, {Zoom: true}, {Tracks: 200, Grow: 400}, {Tracks: 3, Grow: -400, Open: Proposals}} {
					cover(t, w, h, focus, mode)
				}
			}
		}
	}
}

func cover(t *testing.T, w, h int, focus Focus, mode Mode) {
	p := Compute(w, h, focus, mode)
	area := 0
	all := append([]Rect{p.Header, p.Tabs, p.Rules[0], p.Rules[1], p.Status, p.Hints}, p.Panes[:]...)
	for i, r := range all {
		if r.Empty() {
			continue
		}
		area += r.W * r.H
		if r.X < 0 || r.Y < 0 || r.X+r.W > w || r.Y+r.H > h {
			t.Fatalf("%d×%d, focus %d, %+v: %+v is outside", w, h, focus, mode, r)
		}
		for _, other := range all[:i] {
			if !other.Empty() && r.X < other.X+other.W && other.X < r.X+r.W && r.Y < other.Y+other.H && other.Y < r.Y+r.H {
				t.Fatalf("%d×%d, focus %d, %+v: %+v and %+v overlap", w, h, focus, mode, r, other)
			}
		}
	}
	if area != w*h {
		t.Fatalf("%d×%d, focus %d, %+v: %d of %d cells are nobody's", w, h, focus, mode, w*h-area, w*h)
	}
	if p.Panes[focus].Empty() || p.Folded[focus] {
		t.Fatalf("%d×%d, %+v: the focus %d cannot be seen", w, h, mode, focus)
	}
	for f, r := range p.Panes {
		if !r.Empty() && !p.Folded[f] && (r.W < 24 || r.H < 5) {
			t.Fatalf("%d×%d, focus %d, %+v: pane %d has %d×%d", w, h, focus, mode, f, r.W, r.H)
		}
	}
}

func TestNextReachesEveryPane(t *testing.T) {
	seen := map[Focus]bool{}
	f := Quotes
	for range Panes {
		f = Next(f, 1)
		seen[f] = true
	}
	if len(seen) != int(Panes) || f != Quotes {
		t.Errorf("saw %v, ended at %d", seen, f)
	}
	if Next(Tracks, -1) != Reader {
		t.Error("before the first comes the last")
	}
}
