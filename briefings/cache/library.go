package cache

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"runtime"
	"slices"
	"time"
	"weak"

	"parley/model"
	"parley/model/search"
)

var _ model.Library = (*Library)(nil)

// Overview answers model.Library. The counts of tracks are the library's whatever the filter says.
func (l *Library) Overview(ctx context.Context, _ model.Filter) (model.Overview, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	o := l.view.overview
	o.Progress, o.Revision, o.Watching = l.progress, l.revision, l.o.Watch
	o.Progress.Skipped = len(l.view.skipped)
	return o, ctx.Err()
}

// Briefings answers model.Library.
func (l *Library) Briefings(ctx context.Context, f model.Filter, w model.Window) (page model.Page[model.Briefing], err error) {
	err = l.ask(ctx, func(v *view) error {
		h := v.search(ctx, ofHeads, f, false)
		places, from := h.window(w)
		page = model.Page[model.Briefing]{Offset: from, Total: h.total, All: v.overview.Briefings}
		for _, p := range places {
			page.Items = append(page.Items, p.m.briefing(p.briefing))
		}
		return nil
	})
	return page, err
}

// Forget lets go of what is mapped and was read. It is mapped again where it is read again.
func (l *Library) Forget() {
	v := l.now()
	v.forget()
	runtime.KeepAlive(v) // and with it what is mapped
}

// Names answers the names of all briefings, in no order.
func (l *Library) Names(ctx context.Context) (names []string, err error) {
	err = l.ask(ctx, func(v *view) error {
		names = make([]string, 0, v.overview.Briefings)
		for _, m := range v.segments {
			heads, _, _ := m.live()
			for b := range heads.All() {
				names = append(names, m.file(b))
			}
		}
		return nil
	})
	return names, err
}

// Quotes answers model.Library.
func (l *Library) Quotes(ctx context.Context, f model.Filter, w model.Window) (page model.Page[model.Quote], err error) {
	err = l.ask(ctx, func(v *view) error {
		places, h, from := l.statements(ctx, v, ofQuotes, f, w)
		page = model.Page[model.Quote]{Offset: from, Total: h.total, All: v.overview.Quotes, AtMost: h.open}
		for _, p := range places {
			page.Items = append(page.Items, p.m.quote(p.doc, p.file))
		}
		return nil
	})
	return page, err
}

// Proposals answers model.Library.
func (l *Library) Proposals(ctx context.Context, f model.Filter, w model.Window) (page model.Page[model.Proposal], err error) {
	err = l.ask(ctx, func(v *view) error {
		f := f
		f.Order = model.Newest
		places, h, from := l.statements(ctx, v, ofProposals, f, w)
		page = model.Page[model.Proposal]{Offset: from, Total: h.total, All: v.overview.Proposals, AtMost: h.open}
		for _, p := range places {
			page.Items = append(page.Items, p.m.proposal(p.doc, p.file))
		}
		return nil
	})
	return page, err
}

// statements finds a piece of a list of statements. Where a window is asked for and phrases take long to check, the total
// is found in the background, and the revision tells when it is there.
func (l *Library) statements(ctx context.Context, v *view, k kind, f model.Filter, w model.Window) ([]place, *hits, int) {
	best := f.Order == model.Best && len(f.Terms) > 0
	key := fmt.Sprintf("%p %d %+v", v, k.number, f)
	l.mu.Lock()
	h := l.totals[key]
	l.mu.Unlock()
	if h == nil {
		found := v.search(ctx, k, f, w.Limit > 0 && !best)
		h = &found
		if h.open && ctx.Err() == nil {
			l.fill(v, k, f, key)
		}
	}
	if best {
		places, from := h.best(ctx, f, w)
		return places, h, from
	}
	places, from := h.window(w)
	return places, h, from
}

// fill finds a total in the background.
func (l *Library) fill(v *view, k kind, f model.Filter, key string) {
	l.mu.Lock()
	_, under := l.totals[key]
	if !under {
		l.totals[key] = nil
	}
	l.mu.Unlock()
	if under {
		return
	}
	go func() {
		var h hits
		if damage, _ := attempt(v, func(v *view) error { h = v.search(l.ctx, k, f, false); return nil }); damage != "" || l.ctx.Err() != nil {
			return
		}
		l.mu.Lock()
		if l.view == v {
			l.totals[key] = &h
			l.bump()
		}
		l.mu.Unlock()
	}()
}

// bump tells those who wait that something changed. l.mu is held.
func (l *Library) bump() {
	l.revision++
	close(l.changed)
	l.changed = make(chan struct{})
}

// Text answers model.Library: the file is read again, as nothing of its body is kept in the segments, and taken apart again
// if it is none of those that were asked for last.
func (l *Library) Text(ctx context.Context, file string) (t model.Text, err error) {
	err = l.ask(ctx, func(v *view) error {
		m, b, ok := v.find(file)
		if !ok {
			return model.ErrNoBriefing
		}
		raw, err := l.src.Load(ctx, file)
		if errors.Is(err, fs.ErrNotExist) {
			l.suspect(file)
			return model.ErrNoBriefing
		}
		if err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		if m.kept(b).sum != raw.Sum {
			l.suspect(file)
		}
		t, err = l.texts.Get(ctx, edition{weak.Make(v), file, raw.Sum, raw.Modified}, func() (model.Text, error) {
			read, err := l.src.Split(file, raw)
			if err != nil {
				return model.Text{}, fmt.Errorf("%s: %w", file, err)
			}
			number(&read)
			return v.adopt(&read), nil
		})
		return err
	})
	return t, err
}

// An edition is a briefing as it is on disk, with the names that it has among the others of a view.
type edition struct {
	v        weak.Pointer[view] // what is kept holds no older snapshot
	file     string
	sum      uint64
	modified time.Time
}

const textRoom = 8 << 20 // bytes of the texts that were asked for last

// weigh answers about how many bytes a text takes.
func weigh(t model.Text) int {
	const each, of = 800, 4 // measured: a statement with its spans; the blocks of a text, by its bytes
	return of*len(t.Body) + each*(1+len(t.Quotes)+len(t.Proposals)+len(t.Actors))
}

// suspect has a file read again.
func (l *Library) suspect(file string) {
	select {
	case l.wanted <- []string{file}:
	default: // it will be noticed later
	}
}

// Actors answers model.Library.
func (l *Library) Actors(ctx context.Context, f model.Filter, w model.Window) (page model.Page[model.ActorRow], err error) {
	err = l.ask(ctx, func(v *view) error {
		page = v.actorPage(ctx, f, w)
		return nil
	})
	return page, err
}

// Facets answers model.Library.
func (l *Library) Facets(ctx context.Context, f model.Filter) (facets []model.Facet, err error) {
	err = l.ask(ctx, func(v *view) error {
		h := v.search(ctx, ofQuotes, f, false)
		var t search.Tallying
		for i, m := range h.of {
			t.Add(m.said, h.docs[i])
		}
		facets = t.Facets()
		return nil
	})
	return facets, err
}

// Near answers model.Library.
func (l *Library) Near(ctx context.Context, f model.Filter) (near []model.Suggestion, err error) {
	err = l.ask(ctx, func(v *view) error {
		near = search.SuggestIn(f, pool{ctx, v})
		return nil
	})
	return near, err
}

// A pool is what queries near to another are looked for in.
type pool struct {
	ctx context.Context // lives as long as the question
	v   *view
}

func (c pool) Hits(f model.Filter) int { return c.v.search(c.ctx, ofQuotes, f, true).total }

func (c pool) Words(like func([]byte) bool) map[string]int {
	words := map[string]int{}
	for _, m := range c.v.segments {
		m.said.AddWords(words, like)
	}
	return words
}

func (c pool) Values(field string) map[string]bool {
	words := map[string]bool{}
	for _, m := range c.v.segments {
		m.said.AddValues(words, field)
	}
	return words
}

// Problems answers model.Library.
func (l *Library) Problems(ctx context.Context, w model.Window) (page model.Page[model.Problem], err error) {
	err = l.ask(ctx, func(v *view) error {
		page = v.problemPage(w)
		return nil
	})
	return page, err
}

// problemPage answers problems by file and line; of a file that was skipped there is one.
func (v *view) problemPage(w model.Window) model.Page[model.Problem] {
	type entry struct {
		file    string
		n       int
		m       *mounted
		b       int
		skipped *model.Problem
	}
	var all []entry
	for i := range v.skipped {
		all = append(all, entry{file: v.skipped[i].File, n: 1, skipped: &v.skipped[i]})
	}
	for _, m := range v.segments {
		m.problems(func(b, n int) {
			all = append(all, entry{file: m.file(b), n: n, m: m, b: b})
		})
	}
	slices.SortStableFunc(all, func(a, b entry) int { return cmp.Compare(a.file, b.file) })
	page := model.Page[model.Problem]{Total: v.overview.Problems, All: v.overview.Problems}
	from, to := bounds(w, page.Total)
	page.Offset = from
	at := 0
	for _, e := range all {
		if at+e.n > from && at < to {
			list := []model.Problem{}
			if e.skipped != nil {
				list = append(list, *e.skipped)
			} else {
				list = append(list, e.m.briefing(e.b).Problems...)
				slices.SortStableFunc(list, func(a, b model.Problem) int { return cmp.Compare(a.Line, b.Line) })
			}
			page.Items = append(page.Items, list[max(from-at, 0):min(to-at, len(list))]...)
		}
		at += e.n
	}
	return page
}

// Explain answers model.Library: the briefing is split once more, this time writing down why.
func (l *Library) Explain(ctx context.Context, file, id string) (model.Explanation, error) {
	err := l.ask(ctx, func(v *view) error {
		if _, _, ok := v.find(file); !ok {
			return model.ErrNoBriefing
		}
		return nil
	})
	if err != nil {
		return model.Explanation{}, err
	}
	return l.src.Explain(ctx, file, id)
}

// Wait answers model.Library.
func (l *Library) Wait(ctx context.Context, seen uint64) (uint64, error) {
	for {
		l.mu.Lock()
		revision, changed := l.revision, l.changed
		l.mu.Unlock()
		if revision != seen {
			return revision, nil
		}
		select {
		case <-changed:
		case <-ctx.Done():
			return seen, ctx.Err()
		}
	}
}

// Refresh answers model.Library.
func (l *Library) Refresh(ctx context.Context) error {
	l.compare(ctx)
	return ctx.Err()
}
