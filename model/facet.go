package model

// A Facet is one way to narrow a set of hits.
type Facet struct {
	Field  string // speaker, via, grade, date
	Counts []Count
}

// A Count is a value of a facet.
type Count struct {
	Label string // "Lena Oduya", "2025-04"
	Query string // the term that narrows to it: speaker:"Lena Oduya"
	N     int
}

// A Suggestion is another query that finds something where one found nothing.
type Suggestion struct {
	Query  string
	Reason string // "spelt “guarantee”", for a dim line beside it
	Hits   int
}
