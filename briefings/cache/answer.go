package cache

import (
	"cmp"
	"context"
	"encoding/binary"
	"slices"

	"parley/model"
	"parley/model/search"
)

// Lists are answered segment by segment and put together in the order of briefings: every segment is in that order
// already. Only what is shown is read from its record.

// A place is a document of a segment.
type place struct {
	m        *mounted
	doc      int
	briefing int
	file     string
}

// A kind is how the documents of one kind are found in a segment.
type kind struct {
	number int
	index  func(*mounted) *search.Index
	home   func(*mounted) search.Home
	gone   func(*mounted) search.Set
	words  func(m *mounted, doc int) []string
	first  func(*mounted) func(int) int // nil: documents are briefings
}

var (
	ofHeads = kind{
		number: 0,
		index:  func(m *mounted) *search.Index { return m.heads },
		home: func(m *mounted) search.Home {
			return search.Home{Heads: m.heads, First: func(b int) int { return b }, File: m.segment.find}
		},
		gone:  func(m *mounted) search.Set { return m.gone },
		words: func(m *mounted, b int) []string { return m.eye(m.briefings.record(b)).headWords() },
	}
	ofQuotes = kind{
		number: 1,
		index:  func(m *mounted) *search.Index { return m.said },
		home:   func(m *mounted) search.Home { return m.quoteHome() },
		gone:   func(m *mounted) search.Set { return m.goneQuotes },
		words:  func(m *mounted, doc int) []string { return []string{m.eye(m.quotes.record(doc)).string()} },
		first:  func(m *mounted) func(int) int { return m.firstQuote },
	}
	ofProposals = kind{
		number: 2,
		index:  func(m *mounted) *search.Index { return m.offered },
		home:   func(m *mounted) search.Home { return m.proposalHome() },
		gone:   func(m *mounted) search.Set { return m.goneProposals },
		words: func(m *mounted, doc int) []string {
			e := m.eye(m.proposals.record(doc))
			return []string{e.string(), e.string(), e.shared()}
		},
		first: func(m *mounted) func(int) int { return m.firstProposal },
	}
)

// A hits is what fits a filter, segment by segment.
type hits struct {
	k     kind
	of    []*mounted
	docs  []search.Set
	total int
	open  bool // more may fit
}

// checks is how many quotes are looked at for a phrase before the first answer: one or two milliseconds.
const checks = 1500

// search finds what fits. quick answers what is found soon, and says whether that is all.
func (v *view) search(ctx context.Context, k kind, f model.Filter, quick bool) hits {
	h := hits{k: k}
	q := search.Question{Filter: f, Stop: func() bool { return ctx.Err() != nil }}
	if quick {
		q.Checks = checks
	}
	for _, m := range v.segments {
		q.Home, q.Gone = k.home(m), k.gone(m)
		q.Text = func(doc int) []string { return k.words(m, doc) }
		found := k.index(m).Find(q)
		h.of, h.docs = append(h.of, m), append(h.docs, found.Docs)
		h.total += found.Docs.Count()
		h.open = h.open || found.Open > 0
	}
	return h
}

// window answers the places of a piece of the hits, newest first.
func (h *hits) window(w model.Window) (places []place, from int) {
	from = min(max(w.Offset, 0), h.total)
	to := h.total
	if w.Limit > 0 {
		to = min(from+w.Limit, h.total)
	}
	places = make([]place, 0, to-from)
	for c := range h.after(from) {
		if len(places) == to-from {
			break
		}
		places = append(places, c.place())
	}
	return places, from
}

// all goes through the hits, newest first. What it yields is good until the next one.
func (h *hits) all() func(func(*cursor) bool) { return h.after(0) }

// after is all but the first n.
func (h *hits) after(n int) func(func(*cursor) bool) {
	return func(yield func(*cursor) bool) {
		skip := n
		var rows []*cursor
		for i, m := range h.of {
			c := &cursor{m: m, docs: h.docs[i], at: -1}
			if h.k.first != nil {
				c.first = h.k.first(m)
			}
			if c.next() {
				rows = append(rows, c)
			}
		}
		if len(rows) == 1 && skip > 0 { // the rest of a long list is not looked for
			if rows[0].at = rows[0].docs.Nth(skip) - 1; rows[0].at < -1 || !rows[0].next() {
				return
			}
			skip = 0
		}
		for len(rows) > 0 {
			best := 0
			for i := 1; i < len(rows); i++ {
				if rows[i].before(rows[best]) {
					best = i
				}
			}
			if skip > 0 {
				skip--
			} else if !yield(rows[best]) {
				return
			}
			if !rows[best].next() {
				rows = slices.Delete(rows, best, best+1)
			}
		}
	}
}

// A cursor stands at a hit of a segment. The key of its briefing is read only where it is asked for: among hits of one
// segment it never is, and a piece may begin behind a hundred thousand of them.
type cursor struct {
	m        *mounted
	docs     search.Set
	first    func(int) int
	at       int // the document
	briefing int
	stands   bool // at a briefing
	key      struct{ date, file string }
	read     bool // the key is the briefing's
}

func (c *cursor) next() bool {
	c.at = c.docs.Next(c.at + 1)
	if c.at < 0 {
		return false
	}
	b := c.at
	if c.first != nil {
		if c.stands && c.at >= c.first(c.briefing) && c.at < c.first(c.briefing+1) {
			return true
		}
		b = c.m.holder(c.first, c.at)
	}
	c.briefing, c.stands, c.read = b, true, false
	return true
}

func (c *cursor) keyed() *cursor {
	if !c.read {
		c.key.date, c.key.file = c.m.key(c.briefing)
		c.read = true
	}
	return c
}

func (c *cursor) before(o *cursor) bool {
	a, b := &c.keyed().key, &o.keyed().key
	return cmp.Or(cmp.Compare(b.date, a.date), cmp.Compare(a.file, b.file)) < 0
}

func (c *cursor) place() place {
	return place{c.m, c.at, c.briefing, c.keyed().key.file}
}

// best puts hits first in which the words stand earliest and most often.
func (h *hits) best(ctx context.Context, f model.Filter, w model.Window) (places []place, from int) {
	type ranked struct {
		place
		marks, first int
	}
	var all []ranked
	for c := range h.all() {
		marks := search.Marks(f, h.k.words(c.m, c.at)[0])
		r := ranked{c.place(), len(marks), 1 << 30}
		if len(marks) > 0 {
			r.first = marks[0].Start
		}
		all = append(all, r)
		if len(all)%1024 == 0 && ctx.Err() != nil {
			return nil, 0
		}
	}
	slices.SortStableFunc(all, func(a, b ranked) int {
		return cmp.Or(cmp.Compare(b.marks, a.marks), cmp.Compare(a.first, b.first))
	})
	from = min(max(w.Offset, 0), len(all))
	to := len(all)
	if w.Limit > 0 {
		to = min(from+w.Limit, to)
	}
	for _, r := range all[from:to] {
		places = append(places, r.place)
	}
	return places, from
}

// problems calls do for every briefing that has problems, by file name.
func (m *mounted) problems(do func(b, n int)) {
	list := m.part[inProblems].All()
	for ; len(list) >= 8; list = list[8:] {
		b := int(binary.LittleEndian.Uint32(list))
		if !m.gone.Has(b) {
			do(b, int(binary.LittleEndian.Uint32(list[4:])))
		}
	}
}
