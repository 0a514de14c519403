// Package layout divides a window into rectangles. It knows nothing of what stands in them.
package layout

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
	Open   Focus // which of Actors, Proposals, Quotes is open where only one can be, while none of them has the focus; others mean Quotes
	Grow   int   // columns added to (or taken from) the lists beside the reader, by < and >
	Tracks int   // rows of the tracks pane, "All tracks" included; 0: not known yet
}

// A Plan is where everything goes. A pane that is not on the screen has an empty rectangle.
type Plan struct {
	Kind   Kind
	Header Rect // one row
	Tabs   Rect // Single: the row of tabs
	Rules  [2]Rect
	Panes  [Panes]Rect
	Folded [Panes]bool // one row of codes between the edges
	Bare   bool        // panes are drawn without a frame
	Status Rect        // one row above the hints; in small windows empty: the hints' row serves
	Hints  Rect        // the last row
}

// Compute answers the arrangement of a window.
func Compute(w, h int, focus Focus, mode Mode) Plan {
	return Plan{Kind: Tiny}
}

// Next answers the pane that follows in reading order among those the window can show, all six of them: a pane that
// is not on the screen comes onto it with the focus. dir is 1 or -1.
func Next(focus Focus, dir int) Focus {
	return (focus + Focus(dir) + Panes) % Panes
}
