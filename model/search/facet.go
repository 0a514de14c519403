package search

import (
	"cmp"
	"slices"
	"strings"

	"parley/model"
)

// A Facet is model.Facet.
type Facet = model.Facet

// A Count is model.Count.
type Count = model.Count

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
	return facetsOf(counts)
}

var facetFields = [4]string{"speaker", "via", "grade", "date"}

func facetsOf(counts [4]map[string]int) []Facet {
	facets := make([]Facet, 0, len(counts))
	for i, field := range facetFields {
		if f := facetOf(field, counts[i]); len(f.Counts) > 0 {
			facets = append(facets, f)
		}
	}
	return facets
}

// A Tallying counts facets over the documents of several indexes.
type Tallying struct{ counts [4]map[string]int }

// Add counts the quotes of a set.
func (t *Tallying) Add(x *Index, within Set) {
	for i, field := range facetFields {
		if t.counts[i] == nil {
			t.counts[i] = map[string]int{}
		}
		for value, n := range x.Tally(field, within) {
			switch {
			case field == "grade":
				value = strings.ReplaceAll(value, " ", "-")
			case field == "date" && len(value) >= 7:
				value = value[:7]
			case field == "date":
				continue
			}
			if value != "" {
				t.counts[i][value] += n
			}
		}
	}
}

// Facets answers what was counted.
func (t *Tallying) Facets() []Facet { return facetsOf(t.counts) }

func facetOf(field string, counts map[string]int) Facet {
	f := Facet{Field: field}
	for label, n := range counts {
		query := field + ":" + label
		if known := fieldNamed(field); known.read == nil {
			query = field + ":" + quoted(label)
		}
		f.Counts = append(f.Counts, Count{Label: label, Query: query, N: n})
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
