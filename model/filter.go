package model

// A Filter narrows what a Library answers. The zero Filter keeps everything. Package search reads it from what a user types.
type Filter struct {
	Track string      // statements of this track alone; empty: all
	File  string      // statements of this briefing alone
	Terms []Condition // all must hold
	Order Order
}

// A Condition is a word or phrase that the text must hold, or a field with values of which one must fit.
type Condition struct {
	Field string   // speaker party track date since until via grade stance kind file lang tag; empty: the words of the quote
	Words []string // folded; for a phrase several, in order; the last of an unquoted term is a prefix
	Whole bool     // in marks: whole words in this order
	Not   bool     // excluded
}

// An Order sorts hits.
type Order uint8

// Newest first, or those where the words stand earliest and most often first.
const (
	Newest Order = iota
	Best
)

// A Window is the piece of a list that is wanted.
type Window struct{ Offset, Limit int }

// A Page is a piece of a list.
type Page[T any] struct {
	Items  []T
	Offset int
	Total  int  // how many fit the filter
	All    int  // how many the library holds
	AtMost bool // Total is a lower bound as yet
}
