package folder

import (
	"cmp"
	"context"
	"slices"

	"parley/model"
	"parley/model/extract"
	"parley/model/search"
	"parley/model/text"
)

var _ model.Library = (*Folder)(nil)

// Overview answers model.Library. The counts of tracks are the library's whatever the filter says.
func (f *Folder) Overview(ctx context.Context, _ model.Filter) (model.Overview, error) {
	v, _ := f.now()
	return v.overview, ctx.Err()
}

// Briefings answers model.Library.
func (f *Folder) Briefings(ctx context.Context, filter model.Filter, w model.Window) (model.Page[model.Briefing], error) {
	v, _ := f.now()
	items := v.briefings
	if filter.Track != "" || filter.File != "" || len(filter.Terms) > 0 {
		items = nil
		for i := range v.briefings {
			if keepsBriefing(v, i, filter) {
				items = append(items, v.briefings[i])
			}
		}
	}
	return page(items, w, len(v.briefings)), ctx.Err()
}

// Names answers the names of all briefings, in no order.
func (f *Folder) Names(ctx context.Context) ([]string, error) {
	v, _ := f.now()
	names := make([]string, len(v.briefings))
	for i := range v.briefings {
		names[i] = v.briefings[i].File
	}
	return names, ctx.Err()
}

func keepsBriefing(v *view, i int, filter model.Filter) bool {
	b := &v.briefings[i]
	switch {
	case filter.File != "" && b.File != filter.File:
		return false
	case filter.Track != "" && !v.tracks[i][filter.Track]:
		return false
	}
	return len(filter.Terms) == 0 || search.MatchBriefing(filter, b)
}

// Unread counts the briefings of which read says no, by file and the sum of its bytes, and tells in which tracks there are
// any.
func (f *Folder) Unread(ctx context.Context, read func(file string, sum uint64) bool) (n int, tracks map[string]bool, err error) {
	v, _ := f.now()
	tracks = map[string]bool{}
	for i := range v.briefings {
		if b := &v.briefings[i]; !read(b.File, b.Sum) {
			n++
			for _, name := range b.Tracks {
				tracks[name] = true
			}
		}
	}
	return n, tracks, ctx.Err()
}

// Text answers model.Library.
func (f *Folder) Text(ctx context.Context, file string) (model.Text, error) {
	v, _ := f.now()
	i, ok := v.at[file]
	if !ok {
		return model.Text{}, model.ErrNoBriefing
	}
	return *v.texts[i], ctx.Err()
}

// Proposals answers model.Library.
func (f *Folder) Proposals(ctx context.Context, filter model.Filter, w model.Window) (model.Page[model.Proposal], error) {
	v, _ := f.now()
	var items []model.Proposal
	for i, t := range v.texts {
		if filter.File != "" && t.Briefing.File != filter.File {
			continue
		}
		if i%1024 == 0 && ctx.Err() != nil {
			return model.Page[model.Proposal]{}, ctx.Err()
		}
		for j := range t.Proposals {
			p := &t.Proposals[j]
			if onTrack(p.Tracks, filter.Track) && (len(filter.Terms) == 0 || search.MatchProposal(filter, p, &t.Briefing)) {
				items = append(items, *p)
			}
		}
	}
	return page(items, w, v.overview.Proposals), ctx.Err()
}

// Quotes answers model.Library.
func (f *Folder) Quotes(ctx context.Context, filter model.Filter, w model.Window) (model.Page[model.Quote], error) {
	v, _ := f.now()
	var items []model.Quote
	for i, t := range v.texts {
		if filter.File != "" && t.Briefing.File != filter.File {
			continue
		}
		if i%1024 == 0 && ctx.Err() != nil {
			return model.Page[model.Quote]{}, ctx.Err()
		}
		for j := range t.Quotes {
			q := &t.Quotes[j]
			if onTrack(q.Tracks, filter.Track) && (len(filter.Terms) == 0 || search.Match(filter, q, &t.Briefing)) {
				items = append(items, *q)
			}
		}
	}
	if filter.Order == model.Best && len(filter.Terms) > 0 {
		slices.SortStableFunc(items, func(a, b model.Quote) int {
			x, y := search.Marks(filter, a.Text), search.Marks(filter, b.Text)
			return cmp.Or(cmp.Compare(len(y), len(x)), cmp.Compare(first(x), first(y)))
		})
	}
	return page(items, w, v.overview.Quotes), ctx.Err()
}

func first(marks []model.Range) int {
	if len(marks) == 0 {
		return 1 << 30
	}
	return marks[0].Start
}

// Facets answers model.Library.
func (f *Folder) Facets(ctx context.Context, filter model.Filter) ([]model.Facet, error) {
	page, err := f.Quotes(ctx, filter, model.Window{})
	return search.Facets(page.Items), err
}

// Near answers model.Library.
func (f *Folder) Near(ctx context.Context, filter model.Filter) ([]model.Suggestion, error) {
	v, _ := f.now()
	page, err := f.Quotes(ctx, model.Filter{}, model.Window{})
	return search.Suggest(filter, page.Items, func(file string) *model.Briefing {
		if i, ok := v.at[file]; ok {
			return &v.briefings[i]
		}
		return nil
	}), err
}

// Problems answers model.Library.
func (f *Folder) Problems(ctx context.Context, w model.Window) (model.Page[model.Problem], error) {
	v, _ := f.now()
	return page(v.problems, w, len(v.problems)), ctx.Err()
}

// Explain answers model.Library: the briefing is split once more, this time writing down why.
func (f *Folder) Explain(ctx context.Context, file, id string) (model.Explanation, error) {
	v, _ := f.now()
	i, ok := v.at[file]
	if !ok {
		return model.Explanation{}, model.ErrNoBriefing
	}
	why, ok := extract.Explain(file, text.Source{Text: v.texts[i].Body}, f.src.lists().extract, id)
	if !ok {
		return model.Explanation{}, model.ErrNoBriefing
	}
	return why, ctx.Err()
}

// Wait answers model.Library.
func (f *Folder) Wait(ctx context.Context, seen uint64) (uint64, error) {
	for {
		v, changed := f.now()
		if v.overview.Revision != seen {
			return v.overview.Revision, nil
		}
		select {
		case <-changed:
		case <-ctx.Done():
			return seen, ctx.Err()
		}
	}
}

// Refresh answers model.Library.
func (f *Folder) Refresh(ctx context.Context) error {
	f.compare(ctx, true)
	return ctx.Err()
}

func onTrack(tracks []string, track string) bool {
	return track == "" || slices.Contains(tracks, track)
}

func page[T any](items []T, w model.Window, all int) model.Page[T] {
	total := len(items)
	from := min(max(w.Offset, 0), total)
	to := total
	if w.Limit > 0 {
		to = min(from+w.Limit, total)
	}
	return model.Page[T]{Items: items[from:to:to], Offset: from, Total: total, All: all}
}
