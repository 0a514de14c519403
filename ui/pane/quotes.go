package pane

import "parley/model"

// A Quotes pane lists what was said.
type Quotes struct{ List[model.Quote] }

// NewQuotes answers an empty pane.
func NewQuotes() *Quotes { return &Quotes{} }

// SetSpan tells whether statements of several briefings stand here, which then show their date and source, and how to
// find the source of a file.
func (q *Quotes) SetSpan(several bool, source func(file string) string) {}

// SetMarks hands in what marks the hits of a filter in the words of a quote; nil: none. Find's own marks are added.
func (q *Quotes) SetMarks(marks func(words string) []model.Range) {}
