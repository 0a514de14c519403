// Package layout divides a window into rectangles. It knows nothing of what stands in them.
//
//	columns   tracks and briefings         actors, proposals, quotes         reader
//	160 …     32                           48, one above the other           the rest, with notes in its margin
//	110–159   32                           40, one above the other           the rest
//	70–109    (track in the header)        32, the focused one open          the rest
//	40–69     one pane with a row of tabs
//	under 40, or under 12 rows             nothing but a line that says so
//
// Under 20 rows only one pane of a column is open, the others are one line of codes each; under 14 there is one pane.
package layout

import "slices"

// A Focus is one of the six panes, by its number on the screen.
type Focus int

// The panes. Their numbers are the keys that lead to them.
const (
	Tracks Focus = iota
	Briefings
	Actors
	Proposals
	Quotes
	Reader
	Panes // how many there are
)

// A Rect is a piece of the window in cells.
type Rect struct{ X, Y, W, H int }

// Empty tells whether nothing can be seen there.
func (r Rect) Empty() bool { return r.W <= 0 || r.H <= 0 }

// Holds tells whether all of another rectangle lies within.
func (r Rect) Holds(o Rect) bool {
	return o.X >= r.X && o.Y >= r.Y && o.X+o.W <= r.X+r.W && o.Y+o.H <= r.Y+r.H
}

// A Kind is which of the arrangements a window gets.
type Kind int

// Columns is 110 cells and more, Accordion 70 to 109, Single one pane with a row of tabs, Tiny too small for panes.
const (
	Columns Kind = iota
	Accordion
	Single
	Tiny
)

// A Mode is what beside the size and the focus decides.
type Mode struct {
	Zoom   bool  // the focused pane alone
	Open   Focus // which of Actors, Proposals, Quotes is open where only one can be and none has the focus; others mean Quotes
	Grow   int   // columns that the lists beside the reader are wider, or narrower, by < and >
	Tracks int   // rows of the tracks pane, "All tracks" included; 0: not known yet
}

// A Plan is where everything goes. What is not on the screen has an empty rectangle.
type Plan struct {
	Kind   Kind
	Header Rect // the first row
	Tabs   Rect // Single: the row of tabs
	Rules  [2]Rect
	Panes  [Panes]Rect
	Folded [Panes]bool // a frame round one row of codes
	Bare   bool        // panes are drawn without a frame
	Notes  bool        // the reader has notes in its margin, at the cost of a narrower text
	Status Rect        // a row above the hints; empty in small windows, where the row of hints serves
	Hints  Rect        // the last row
}

// The breakpoints.
const (
	leastWidth, leastHeight = 40, 12 // less is Tiny
	accordionWidth          = 70
	columnsWidth            = 110
	wideWidth               = 160
	singleHeight            = 14 // less is Single
	foldHeight              = 20 // less folds all panes of a column but one
	statusHeight            = 30 // from here on there is a row for the status

	foldedRows  = 3
	leastOpen   = 6
	leftColumn  = 32
	listNarrow  = 32 // the lists' column by Kind and width
	listColumn  = 40
	listWide    = 48
	leastList   = 24
	leastReader = 34
)

// Compute answers the arrangement of a window.
func Compute(w, h int, focus Focus, mode Mode) Plan {
	if w < leastWidth || h < leastHeight {
		return Plan{Kind: Tiny}
	}
	if w < accordionWidth || h < singleHeight {
		return single(w, h, focus)
	}
	p := Plan{Kind: Accordion, Header: Rect{0, 0, w, 1}, Hints: Rect{0, h - 1, w, 1}}
	if w >= columnsWidth {
		p.Kind = Columns
		if h >= statusHeight {
			p.Status = Rect{0, h - 2, w, 1}
		}
	}
	body := Rect{0, 1, w, h - 2 - p.Status.H}
	switch {
	case mode.Zoom:
		p.Panes[focus] = body
	case p.Kind == Accordion:
		p.accordion(body, focus, mode)
	default:
		p.columns(body, focus, mode)
	}
	return p
}

// single is one pane between two rules.
func single(w, h int, focus Focus) Plan {
	p := Plan{
		Kind: Single, Bare: true, Header: Rect{0, 0, w, 1}, Tabs: Rect{0, 1, w, 1}, Hints: Rect{0, h - 1, w, 1},
		Rules: [2]Rect{{0, 2, w, 1}, {0, h - 2, w, 1}},
	}
	p.Panes[focus] = Rect{0, 3, w, h - 5}
	return p
}

// accordion is one column of lists, one of them open, beside the reader. Tracks and briefings come onto the screen with
// the focus alone: the header names the track, and the reader the briefing.
func (p *Plan) accordion(body Rect, focus Focus, mode Mode) {
	list := clamp(listNarrow+mode.Grow, leastList, body.W-leastReader)
	p.Panes[Reader] = Rect{body.X + list, body.Y, body.W - list, body.H}
	column := []Focus{Actors, Proposals, Quotes}
	if focus == Tracks || focus == Briefings {
		column = append([]Focus{focus}, column...)
	}
	p.fold(Rect{body.X, body.Y, list, body.H}, column, open(column, focus, mode))
}

// columns is everything at once.
func (p *Plan) columns(body Rect, focus Focus, mode Mode) {
	list := listColumn
	if body.W >= wideWidth {
		list, p.Notes = listWide, true
	}
	list = clamp(list+mode.Grow, leastList, body.W-leftColumn-leastReader)
	left := Rect{body.X, body.Y, leftColumn, body.H}
	middle := Rect{left.X + left.W, body.Y, list, body.H}
	p.Panes[Reader] = Rect{middle.X + middle.W, body.Y, body.W - left.W - list, body.H}
	if body.H+2 < foldHeight {
		first := []Focus{Tracks, Briefings}
		second := []Focus{Actors, Proposals, Quotes}
		p.fold(left, first, open(first, focus, mode))
		p.fold(middle, second, open(second, focus, mode))
		return
	}
	p.left(left, mode)
	p.middle(middle)
}

// left gives the tracks the rows they need, up to two fifths.
func (p *Plan) left(r Rect, mode Mode) {
	rows := mode.Tracks + 2
	if mode.Tracks == 0 {
		rows = r.H / 4
	}
	rows = clamp(rows, 5, r.H*2/5)
	p.Panes[Tracks] = Rect{r.X, r.Y, r.W, rows}
	p.Panes[Briefings] = Rect{r.X, r.Y + rows, r.W, r.H - rows}
}

// middle gives the actors, a row each, the least, and the quotes, of which there are the most, the most.
func (p *Plan) middle(r Rect) {
	actors := max(r.H*27/100, 5)
	proposals := max(r.H*33/100, 5) // 12 rows of 37: with one more the quotes would be redrawn at every second step
	p.Panes[Actors] = Rect{r.X, r.Y, r.W, actors}
	p.Panes[Proposals] = Rect{r.X, r.Y + actors, r.W, proposals}
	p.Panes[Quotes] = Rect{r.X, r.Y + actors + proposals, r.W, r.H - actors - proposals}
}

// fold stacks panes, all but one of them a single row of codes. Where that would leave too little for the open one,
// the last of the others give way.
func (p *Plan) fold(r Rect, column []Focus, open Focus) {
	for last := len(column) - 1; r.H-foldedRows*(len(column)-1) < leastOpen && last >= 0; last-- {
		if column[last] != open {
			column = slices.Delete(column, last, last+1)
		}
	}
	y := r.Y
	for _, f := range column {
		rows := foldedRows
		if f == open {
			rows = r.H - foldedRows*(len(column)-1)
		}
		p.Panes[f] = Rect{r.X, y, r.W, rows}
		p.Folded[f] = f != open
		y += rows
	}
}

// open answers which pane of a column is open: the focused one, else the one that was, else the last.
func open(column []Focus, focus Focus, mode Mode) Focus {
	switch {
	case slices.Contains(column, focus):
		return focus
	case mode.Open != Tracks && slices.Contains(column, mode.Open): // Tracks is also what an empty Mode says
		return mode.Open
	}
	return column[len(column)-1]
}

// clamp answers v within least and most; least wins.
func clamp(v, least, most int) int { return max(min(v, most), least) }

// Next answers the pane that follows the focus (1) or comes before it (-1), round the end. All six can be reached at
// every size: a pane that is not on the screen comes onto it with the focus.
func Next(focus Focus, dir int) Focus {
	return ((focus+Focus(dir))%Panes + Panes) % Panes
}
