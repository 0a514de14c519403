package cli

import (
	"context"
	"fmt"
	"sync"
	"time"

	"parley/briefings/recent"
	"parley/model"
)

// What many visitors ask of one library.
//
//   - The same question about the same revision is answered once, and the answer is held in memory once, however many
//     screens show it: everybody begins with the same lists, and every search begins with one of a few letters.
//   - While the library is still being read it has another revision every moment, of which everybody asks everything at once.
//   - Files are read again once in a while at the most, however many visitors ask for it.

// A calm library is what visitors ask instead of the library itself.
type calm struct {
	model.Library
	mu   sync.Mutex
	last time.Time // files were read again

	briefings *recent.Answers[asked, model.Page[model.Briefing]]
	actors    *recent.Answers[asked, model.Page[model.ActorRow]]
	proposals *recent.Answers[asked, model.Page[model.Proposal]]
	quotes    *recent.Answers[asked, model.Page[model.Quote]]
	facets    *recent.Answers[asked, []model.Facet]
	near      *recent.Answers[asked, []model.Suggestion]
}

// asked is a question.
type asked struct {
	revision uint64
	filter   string // in Go's own syntax, which tells any two filters apart
	window   model.Window
}

// Rows that are kept, of each kind. A quote takes some 600 bytes, others more; a page of hits has 200 rows.
const (
	rowsKept   = 6000
	facetsKept = 64 << 10 // values
)

func newCalm(lib model.Library) *calm {
	return &calm{
		Library:   lib,
		briefings: recent.New[asked](rowsKept, rowsOf[model.Briefing]),
		actors:    recent.New[asked](rowsKept, rowsOf[model.ActorRow]),
		proposals: recent.New[asked](rowsKept, rowsOf[model.Proposal]),
		quotes:    recent.New[asked](rowsKept, rowsOf[model.Quote]),
		facets: recent.New[asked](facetsKept, func(list []model.Facet) int {
			n := 1
			for _, f := range list {
				n += len(f.Counts)
			}
			return n
		}),
		near: recent.New[asked](rowsKept, func(list []model.Suggestion) int { return 1 + len(list) }),
	}
}

func rowsOf[T any](p model.Page[T]) int { return 1 + len(p.Items) }

// once answers a question from what is kept, if it was asked of this revision before.
func once[T any](ctx context.Context, lib model.Library, kept *recent.Answers[asked, T], f model.Filter, w model.Window, ask func() (T, error)) (T, error) {
	now, err := lib.Overview(ctx, model.Filter{})
	if err != nil {
		return ask()
	}
	return kept.Get(ctx, asked{now.Revision, fmt.Sprintf("%#v", f), w}, ask)
}

// Briefings answers model.Library.
func (c *calm) Briefings(ctx context.Context, f model.Filter, w model.Window) (model.Page[model.Briefing], error) {
	return once(ctx, c.Library, c.briefings, f, w, func() (model.Page[model.Briefing], error) { return c.Library.Briefings(ctx, f, w) })
}

// Actors answers model.Library.
func (c *calm) Actors(ctx context.Context, f model.Filter, w model.Window) (model.Page[model.ActorRow], error) {
	return once(ctx, c.Library, c.actors, f, w, func() (model.Page[model.ActorRow], error) { return c.Library.Actors(ctx, f, w) })
}

// Proposals answers model.Library.
func (c *calm) Proposals(ctx context.Context, f model.Filter, w model.Window) (model.Page[model.Proposal], error) {
	return once(ctx, c.Library, c.proposals, f, w, func() (model.Page[model.Proposal], error) { return c.Library.Proposals(ctx, f, w) })
}

// Quotes answers model.Library.
func (c *calm) Quotes(ctx context.Context, f model.Filter, w model.Window) (model.Page[model.Quote], error) {
	return once(ctx, c.Library, c.quotes, f, w, func() (model.Page[model.Quote], error) { return c.Library.Quotes(ctx, f, w) })
}

// Facets answers model.Library.
func (c *calm) Facets(ctx context.Context, f model.Filter) ([]model.Facet, error) {
	return once(ctx, c.Library, c.facets, f, model.Window{}, func() ([]model.Facet, error) { return c.Library.Facets(ctx, f) })
}

// Near answers model.Library.
func (c *calm) Near(ctx context.Context, f model.Filter) ([]model.Suggestion, error) {
	return once(ctx, c.Library, c.near, f, model.Window{}, func() ([]model.Suggestion, error) { return c.Library.Near(ctx, f) })
}

const refreshes = 5 * time.Second

// Refresh answers model.Library.
func (c *calm) Refresh(ctx context.Context) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if time.Since(c.last) < refreshes {
		return ctx.Err()
	}
	err := c.Library.Refresh(ctx)
	c.last = time.Now()
	return err
}
