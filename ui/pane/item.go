package pane

import (
	"parley/model"
	"parley/ui/theme"
)

// What an item of a list looks like: rows of pieces. A list pads and cuts them; nobody counts cells by hand.

// A Piece is a run of text in one style.
type Piece struct {
	Text   string
	Style  theme.Style
	Marks  []model.Range // hits of a search, in bytes of Text; they fall away where Text is not clean
	Right  bool          // this piece and those after it stand at the right edge
	theirs bool          // out of a briefing: may be cut where there is no room, as parley's own short words may not
}

// A Row is one row of an item.
type Row []Piece

// A Brush is what an item is drawn with.
type Brush struct {
	Width  int // cells that a row has
	Theme  theme.Theme
	needle needle
}

// Piece answers a piece with words out of a briefing: cleaned, with the hits of the list's search marked.
func (b Brush) Piece(text string, style theme.Style) Piece {
	text = Clean(text)
	return Piece{Text: text, Style: style, Marks: b.needle.in(text), theirs: true}
}

// A Face says how a list shows its items.
type Face[T any] struct {
	Number string                    // the key that leads here: "4"; may be empty
	Name   string                    // "Quotes"
	ID     func(T) string            // what an item is, whatever its place
	Draw   func(T, Brush) []Row      // its rows, at least one
	Text   func(T) string            // what Find looks in; nil: what Draw shows
	Code   func(T, Brush) []Piece    // what stands for it when the list is folded
	Fold   func(Brush) Row           // or all of that row; neither: the first row of the selected item
	Empty  func(Scope, int) []string // sentences for a list without items, given how many there are in all; nil: "Nothing here."
	Count  func() string             // what stands in the lower edge; nil, or empty: the list's own
	Ghost  []string                  // rows of an item that is not loaded: "#" becomes ░; nil: one row
}
