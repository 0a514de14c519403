// Package pane holds the boxes on the screen: Tracks, Briefings, Actors, Proposals, Quotes, Reader, and List, which
// pickers and overlays are made of.
//
// A pane has verbs and knows no keys. It is drawn by View from what it was told, and does no work when nothing changed.
//
//   - What it shows is handed in as pages; which rows it lacks it tells by Want.
//   - What is selected is kept by what it is, not by where it stands: over Set, over a resize. Where it is gone, its
//     neighbour takes its place.
//   - Nothing moves on the screen but what a key changed.
package pane

import "parley/ui/theme"

// A Pane is a box on the screen.
type Pane interface {
	// Title is what stands in the upper edge: "4 Quotes".
	Title() string
	// Count is what stands in the lower edge: "9 here · 31 in all", and "1/7" where there is little room. It may be empty.
	Count() string

	SetSize(width, height int)
	SetTheme(theme.Theme)
	SetFocus(bool)
	// Folded draws a frame round one row of codes: "VE AR IB TR LO NU + 3".
	Folded(bool)
	// Bare draws no frame: the pane has the window to itself, and title and count stand elsewhere.
	Bare(bool)

	// View is exactly as large as SetSize said, frame included.
	View() string

	// Move goes down by so many items, in the Reader by rows; up when negative.
	Move(by int)
	// HalfPage and Page go down (1) or up (-1).
	HalfPage(dir int)
	Page(dir int)
	First()
	Last()

	// Find marks what fits needle, case and accents folded, goes to the first from here on, and tells which of how many
	// it is, from 1. An empty needle, or one that is not there, marks nothing and answers 0 of 0.
	Find(needle string) (at, of int)
	// FindNext goes to the next (1) or the one before (-1), round the end.
	FindNext(dir int) (at, of int)
}

// A Scope is what narrows a list, so that an empty one can say what it is empty of, and the way on.
type Scope struct {
	Track    string   // statements of this track alone
	Briefing bool     // of one briefing alone
	Actor    string   // of this actor alone
	Ways     []string // what to do, in the words of the keys: "[ ] other track"
}
