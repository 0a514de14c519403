package dashboard

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"parley/model"
	"parley/model/search"
)

// What a search learns after its first hits are on the screen: those further down and their sources, and the ways to narrow
// them all.
//
//   - None of it is asked for while one types.
//   - Hits further down are asked for when one comes near them, or where all of them are few enough to be counted here.
//   - Ways to narrow are counted over all hits: those that have come where that is all of them, else once one stops typing.

// facets are ways to narrow, counted over so many hits.
type facets struct {
	facets []model.Facet
	of     int
	typed  int
}

// heads are briefings by their file. Each is shared by all who look for its statements.
type heads map[string]*model.Briefing

// source answers the outlet of a file; empty where nothing is known of it yet.
func (h heads) source(file string) string {
	if b := h[file]; b != nil {
		return b.Source
	}
	return ""
}

func (s *searchSheet) takeFacets(a *App, f facets) {
	if f.typed == s.typedTimes {
		s.facets, s.facetsOf = search.Narrow(f.facets, f.of, 6), f.of
		s.paint(a)
	}
}

// narrow works out the ways to narrow from the hits, where they are all there.
func (s *searchSheet) narrow() {
	if q := s.found.quotes; s.wholeFound() {
		s.facets, s.facetsOf = search.Narrow(search.Facets(q.Items), q.Total, 6), q.Total
	}
}

// moreHits are quotes from the first hit on.
type moreHits struct {
	quotes model.Page[model.Quote]
	typed  int
}

// further is how many quotes one can go to that are not there yet.
func (s *searchSheet) further() int {
	q := s.found.quotes
	return max(min(q.Total, searchWindow)-len(q.Items), 0)
}

// lookFurther asks for the hits that a letter did not wait for.
func (s *searchSheet) lookFurther(a *App) tea.Cmd {
	if s.further() == 0 || s.furtherOf == s.typedTimes && a.asked[askFurther].open {
		return nil
	}
	f, typed := s.filter, s.typedTimes
	s.furtherOf = typed
	return a.ask(askFurther, func(ctx context.Context, lib model.Library) (any, error) {
		quotes, err := lib.Quotes(ctx, f, model.Window{Limit: searchWindow})
		if err != nil {
			return nil, err
		}
		return moreHits{quotes, typed}, ctx.Err()
	})
}

func (s *searchSheet) takeFurther(a *App, m moreHits) tea.Cmd {
	if m.typed != s.typedTimes {
		return nil
	}
	s.found.quotes = m.quotes
	s.showHits()
	s.narrow()
	s.paint(a)
	return s.showSource(a)
}

// near are queries that find something where this one found nothing.
type near struct {
	queries []model.Suggestion
	typed   int
}

// lookNear asks for them.
func (s *searchSheet) lookNear(a *App) tea.Cmd {
	f, typed, found := s.filter, s.typedTimes, s.found
	if found.quotes.Total+found.proposals.Total+found.briefings.Total > 0 || len(f.Terms) == 0 {
		return nil
	}
	return a.ask(askFacets, func(ctx context.Context, lib model.Library) (any, error) {
		queries, err := lib.Near(ctx, f)
		if err != nil {
			return nil, err
		}
		return near{queries, typed}, ctx.Err()
	})
}

// takeNear puts them where the hits would be.
func (s *searchSheet) takeNear(a *App, n near) {
	if n.typed != s.typedTimes {
		return
	}
	hits := make([]hit, 0, len(n.queries))
	for _, o := range n.queries {
		hits = append(hits, hit{id: "query:" + o.Query, query: o.Query, finds: o.Hits, words: o.Reason})
	}
	s.list.SetAll(hits)
	s.paint(a)
}

// wholeFound tells whether every hit is in the page.
func (s *searchSheet) wholeFound() bool {
	q := s.found.quotes
	return !q.AtMost && q.Total <= len(q.Items)
}

// countFacets asks how all the hits are spread, or for all the hits.
func (s *searchSheet) countFacets(a *App) tea.Cmd {
	q := s.found.quotes
	switch {
	case s.wholeFound() || s.facetsOf > 0:
		return nil
	case !q.AtMost && q.Total <= len(q.Items)+s.further():
		return s.lookFurther(a)
	}
	f, typed := s.filter, s.typedTimes
	return a.ask(askFacets, func(ctx context.Context, lib model.Library) (any, error) {
		counted, err := lib.Facets(ctx, f)
		if err != nil {
			return nil, err
		}
		all := 0
		for _, facet := range counted {
			if facet.Field == "grade" { // every quote has one
				for _, c := range facet.Counts {
					all += c.N
				}
			}
		}
		return facets{counted, all, typed}, ctx.Err()
	})
}

// lookHeads asks for the briefings of the hits round the selected one that are not known yet.
func (s *searchSheet) lookHeads(a *App) tea.Cmd {
	items, at := s.list.Items(), s.list.At()
	var files []string
	for i := max(at-headsAtOnce/2, 0); i < min(at+headsAtOnce, len(items)); i++ {
		if file := items[i].span.File; file != "" {
			if s.heads[file] == nil {
				files = append(files, file)
			}
		}
	}
	if len(files) == 0 {
		return nil
	}
	return a.ask(askSearchMore, func(ctx context.Context, lib model.Library) (any, error) {
		found := heads{}
		for _, file := range files {
			if err := learn(ctx, lib, file, found); err != nil {
				return nil, err
			}
		}
		return found, ctx.Err()
	})
}

// named gives the hits the names of sources that have come since.
func (s *searchSheet) named() {
	p := s.list.Shown()
	for i := range p.Items {
		if p.Items[i].source == "" && p.Items[i].briefing == nil {
			p.Items[i].source = s.heads.source(p.Items[i].span.File)
		}
	}
	s.list.Set(p)
}
