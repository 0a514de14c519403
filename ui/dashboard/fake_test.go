package dashboard

import (
	"context"
	"slices"
	"strings"
	"sync"

	"parley/model"
	"parley/model/search"
)

// A fake answers model.Library from a fixed list of talks. Its gate, where there is one, holds every answer back.
type fake struct {
	mu       sync.Mutex
	texts    []model.Text
	problems []model.Problem
	name     string
	progress model.Progress
	revision uint64
	changed  chan struct{}
	gate     chan struct{}
	fail     string // what panics
	err      error  // what every question is answered with
	blocked  int    // calls of Wait that wait
	still    bool   // nothing ever changes, and nobody need wait for it
}

func newFake(list []talk) *fake {
	f := &fake{name: "Kestrel talks", revision: 1, changed: make(chan struct{})}
	for _, t := range list {
		f.texts = append(f.texts, t.read())
	}
	f.progress = model.Progress{Done: len(list), Total: len(list)}
	return f
}

func (f *fake) wait(ctx context.Context) error {
	f.mu.Lock()
	gate, err := f.gate, f.err
	f.mu.Unlock()
	if err != nil {
		return err
	}
	if gate == nil {
		return ctx.Err()
	}
	select {
	case <-gate:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (f *fake) waiting() int {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.blocked
}

// change gives the library another revision.
func (f *fake) change(how func()) {
	f.mu.Lock()
	defer f.mu.Unlock()
	how()
	f.revision++
	f.blocked = 0
	close(f.changed)
	f.changed = make(chan struct{})
}

func (f *fake) Overview(ctx context.Context, _ model.Filter) (model.Overview, error) {
	if err := f.wait(ctx); err != nil {
		return model.Overview{}, err
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	o := model.Overview{Name: f.name, Place: "~/briefings", Briefings: len(f.texts), Problems: len(f.problems), Progress: f.progress, Revision: f.revision, Watching: true}
	counts := map[string]*model.Track{}
	for _, name := range []string{ceasefire, territory, format} {
		counts[name] = &model.Track{Name: name}
	}
	for _, t := range f.texts {
		for _, name := range t.Briefing.Tracks {
			counts[name].Briefings++
			counts[name].Unread = counts[name].Unread || t.Briefing.Unread
		}
		for _, q := range t.Quotes {
			for _, name := range q.Tracks {
				counts[name].Statements++
			}
		}
		o.Quotes += len(t.Quotes)
		o.Proposals += len(t.Proposals)
		if t.Briefing.Unread {
			o.Unread++
		}
	}
	o.Actors = len(actors)
	for _, name := range []string{ceasefire, territory, format} {
		if counts[name].Briefings > 0 {
			o.Tracks = append(o.Tracks, *counts[name])
		}
	}
	return o, nil
}

func page[T any](items []T, w model.Window, all int) model.Page[T] {
	total := len(items)
	from := min(w.Offset, total)
	to := total
	if w.Limit > 0 {
		to = min(from+w.Limit, total)
	}
	return model.Page[T]{Items: items[from:to], Offset: from, Total: total, All: all}
}

func (f *fake) Briefings(ctx context.Context, fl model.Filter, w model.Window) (model.Page[model.Briefing], error) {
	if err := f.wait(ctx); err != nil {
		return model.Page[model.Briefing]{}, err
	}
	var out []model.Briefing
	for _, t := range f.texts {
		if (fl.Track == "" || slices.Contains(t.Briefing.Tracks, fl.Track)) && (fl.File == "" || fl.File == t.Briefing.File) {
			out = append(out, t.Briefing)
		}
	}
	return page(out, w, len(f.texts)), nil
}

func (f *fake) Text(ctx context.Context, file string) (model.Text, error) {
	if f.fail == "text" {
		panic("text is broken")
	}
	if err := f.wait(ctx); err != nil {
		return model.Text{}, err
	}
	for _, t := range f.texts {
		if t.Briefing.File == file {
			return t, nil
		}
	}
	return model.Text{}, model.ErrNoBriefing
}

func (f *fake) Actors(ctx context.Context, fl model.Filter, w model.Window) (model.Page[model.ActorRow], error) {
	if err := f.wait(ctx); err != nil {
		return model.Page[model.ActorRow]{}, err
	}
	var out []model.ActorRow
	for _, a := range actors {
		row := model.ActorRow{Actor: a, Below: a.Party != ""}
		for _, t := range f.texts {
			for _, q := range t.Quotes {
				if q.Speaker.Actor == a.ID && keepsQuote(fl, q) {
					row.Statements++
				}
			}
			for _, p := range t.Proposals {
				if keepsProposal(fl, p) && slices.ContainsFunc(p.Actors, func(m model.Mention) bool { return m.Actor == a.ID }) {
					row.Statements++
				}
			}
		}
		if row.Statements > 0 || fl.File == "" {
			out = append(out, row)
		}
	}
	return page(out, w, len(actors)), nil
}

func (f *fake) Quotes(ctx context.Context, fl model.Filter, w model.Window) (model.Page[model.Quote], error) {
	if err := f.wait(ctx); err != nil {
		return model.Page[model.Quote]{}, err
	}
	var out []model.Quote
	all := 0
	for _, t := range f.texts {
		for _, q := range t.Quotes {
			all++
			if keepsQuote(fl, q) {
				out = append(out, q)
			}
		}
	}
	return page(out, w, all), nil
}

func (f *fake) Facets(ctx context.Context, fl model.Filter) ([]model.Facet, error) {
	page, err := f.Quotes(ctx, fl, model.Window{})
	return search.Facets(page.Items), err
}

func (f *fake) Near(ctx context.Context, fl model.Filter) ([]model.Suggestion, error) {
	page, err := f.Quotes(ctx, model.Filter{}, model.Window{})
	return search.Suggest(fl, page.Items, nil), err
}

func (f *fake) Proposals(ctx context.Context, fl model.Filter, w model.Window) (model.Page[model.Proposal], error) {
	if err := f.wait(ctx); err != nil {
		return model.Page[model.Proposal]{}, err
	}
	var out []model.Proposal
	all := 0
	for _, t := range f.texts {
		for _, p := range t.Proposals {
			all++
			if keepsProposal(fl, p) {
				out = append(out, p)
			}
		}
	}
	return page(out, w, all), nil
}

func (f *fake) Problems(ctx context.Context, w model.Window) (model.Page[model.Problem], error) {
	if err := f.wait(ctx); err != nil {
		return model.Page[model.Problem]{}, err
	}
	return page(f.problems, w, len(f.problems)), nil
}

func (f *fake) Explain(ctx context.Context, file, id string) (model.Explanation, error) {
	return model.Explanation{Rule: "cue verb", Cue: "told", Candidates: []model.Candidate{
		{Words: "an official of the Union", Name: "a Union official", Score: .81, Chosen: true},
		{Words: "the Harbour Post", Name: "Harbour Post", Score: .12},
	}, Notes: []string{"an outlet named after “told” is a source, not a speaker"}}, f.wait(ctx)
}

func (f *fake) Wait(ctx context.Context, seen uint64) (uint64, error) {
	for {
		f.mu.Lock()
		now, changed := f.revision, f.changed
		if f.still {
			f.mu.Unlock()
			return seen, context.Canceled
		}
		if now == seen {
			f.blocked++
		}
		f.mu.Unlock()
		if now != seen {
			return now, nil
		}
		select {
		case <-changed:
		case <-ctx.Done():
			f.mu.Lock()
			f.blocked = max(f.blocked-1, 0)
			f.mu.Unlock()
			return seen, ctx.Err()
		}
	}
}

func (f *fake) Refresh(ctx context.Context) error { return f.wait(ctx) }

func keepsQuote(fl model.Filter, q model.Quote) bool {
	return (fl.Track == "" || slices.Contains(q.Tracks, fl.Track)) && (fl.File == "" || fl.File == q.Span.File) &&
		keepsTerms(fl, q.Text, []model.Mention{*q.Speaker})
}

func keepsProposal(fl model.Filter, p model.Proposal) bool {
	return (fl.Track == "" || slices.Contains(p.Tracks, fl.Track)) && (fl.File == "" || fl.File == p.Span.File) &&
		keepsTerms(fl, p.Text, p.Actors)
}

func keepsTerms(fl model.Filter, words string, who []model.Mention) bool {
	for _, c := range fl.Terms {
		in := strings.ToLower(words)
		if c.Field == "speaker" || c.Field == "party" {
			in = ""
			for _, m := range who {
				in += " " + strings.ToLower(m.Name)
				if c.Field == "party" {
					in += " " + strings.ToLower(actorNamed(m.Name).Party)
				}
			}
		}
		for _, w := range c.Words {
			if strings.Contains(in, w) == c.Not {
				return false
			}
		}
	}
	return true
}
