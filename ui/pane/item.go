package pane

import (
	"parley/model"
	"parley/ui/theme"
)

// What an item of a list looks like: rows of pieces. A list pads and cuts them; nobody counts cells by hand.

// A Piece is a run of text in one style. Its text is cleaned for the screen when it is drawn.
type Piece struct {
	Text  string
	Style theme.Style
	Marks []model.Range // hits of a search, in bytes of Text
	Right bool          // this piece and those after it stand at the right edge
}

// A Row is one row of an item.
type Row []Piece

// A Brush is what an item is drawn with.
type Brush struct {
	Width int // cells that a row has
	Theme theme.Theme
	hits  *needle
}

// Piece answers a piece with the hits of the list's search marked.
func (b Brush) Piece(text string, style theme.Style) Piece { return Piece{Text: text, Style: style} }

// Wrap breaks a text into at most rows rows of width cells, at blanks where it can. The last is cut with "…" where more follows.
func (b Brush) Wrap(p Piece, width, rows int) []Row { return nil }

// Parts joins parts with " · " into at most rows rows of width cells, and breaks only between parts where it can.
func (b Brush) Parts(parts []Piece, width, rows int) []Row { return nil }

// A Face says how a list shows its items.
type Face[T any] struct {
	Number string                    // the key that leads here: "4"; may be empty
	Name   string                    // "Quotes"
	ID     func(T) string            // what an item is, whatever its place
	Draw   func(T, Brush) []Row      // its rows, at least one
	Text   func(T) string            // what Find looks in; nil: what Draw shows
	Code   func(T, Brush) []Piece    // what stands for it when the list is folded; nil: nothing
	Empty  func(Scope, int) []string // sentences for a list without items, given how many there are in all; nil: "Nothing here."
	Fixed  bool                      // the rows are few and always all there: no counting beyond "3/12"
}

type needle struct{}
