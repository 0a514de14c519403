package search

import (
	"cmp"
	"slices"

	"parley/model"
)

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

// Facets counts who speaks, through whom, at which rung and in which months. The most frequent stand first; months in
// their order, the newest first.
func Facets(hits []model.Quote) []Facet {
	counts := [4]map[string]int{{}, {}, {}, {}}
	for i := range hits {
		q := &hits[i]
		if q.Speaker != nil && q.Speaker.Name != "" {
			counts[0][q.Speaker.Name]++
		}
		for j, outlet := range q.Via {
			if outlet != "" && !contains(q.Via[:j], outlet) {
				counts[1][outlet]++
			}
		}
		counts[2][grades[model.OnRecord-q.Grade]]++
		if len(q.Date) >= 7 {
			counts[3][string(q.Date[:7])]++
		}
	}
	facets := make([]Facet, 0, len(counts))
	for i, field := range []string{"speaker", "via", "grade", "date"} {
		if f := facetOf(field, counts[i]); len(f.Counts) > 0 {
			facets = append(facets, f)
		}
	}
	return facets
}

func facetOf(field string, counts map[string]int) Facet {
	f := Facet{Field: field}
	for label, n := range counts {
		query := field + ":" + label
		if known := fieldNamed(field); known.read == nil {
			query = field + ":" + quoted(label)
		}
		f.Counts = append(f.Counts, Count{label, query, n})
	}
	slices.SortFunc(f.Counts, func(a, b Count) int {
		if field == "date" {
			return cmp.Compare(b.Label, a.Label)
		}
		return cmp.Or(cmp.Compare(b.N, a.N), cmp.Compare(a.Label, b.Label))
	})
	return f
}

// Narrow picks up to n counts for one line of a screen: of each facet in turn the next that leaves out at least one of
// the hits. What every hit has narrows nothing.
func Narrow(facets []Facet, hits, n int) []Count {
	rows := 0
	for _, f := range facets {
		rows = max(rows, len(f.Counts))
	}
	var picked []Count
	for row := range rows {
		for _, f := range facets {
			if row < len(f.Counts) && f.Counts[row].N < hits && len(picked) < n {
				picked = append(picked, f.Counts[row])
			}
		}
	}
	return picked
}
