package cache

import (
	"context"
	"io"
	"sync"

	"parley/model"
	"parley/model/extract"
)

// A segment of segments
//
// Three works need not wait for one another and are done side by side: records are carried over, the words of the indexes
// are put together, and the actors are joined anew, after which they are written behind what was carried over while it is
// counted who said what. Where each briefing comes is
// settled before. What is mapped on the way is let go of now and then, so that a whole library of records does not count as
// this program's.

// A row is a briefing of a view in its turn.
type row struct {
	m    *mounted
	n    int // its number there
	file string
}

// letGo is after how many briefings what was mapped is let go of.
const letGo = 4096

// order answers all briefings, newest first.
func (v *view) order(ctx context.Context) []row {
	h := v.search(ctx, ofHeads, model.Filter{}, false)
	rows := make([]row, 0, h.total)
	for c := range h.all() {
		p := c.place()
		rows = append(rows, row{p.m, p.briefing, p.file})
		if len(rows)%letGo == 0 {
			v.forget()
		}
	}
	v.forget()
	return rows
}

// each goes through rows while nobody calls it off.
func (v *view) each(ctx context.Context, rows []row, do func(*row)) {
	for i := range rows {
		do(&rows[i])
		if (i+1)%letGo == 0 {
			v.forget()
			if ctx.Err() != nil {
				return
			}
		}
	}
}

func (v *view) forget() {
	for _, m := range v.segments {
		if f, ok := m.memory.(*mapping); ok {
			f.forget()
		}
	}
}

// writeAll writes all of a view as one segment, joined anew. Of the texts none is in memory. In dir lies for a while what is
// needed only at the end.
func (v *view) writeAll(ctx context.Context, to io.Writer, dir string, touched map[string]kept) error {
	rows := v.order(ctx)
	b := newBuilder(to)
	b.between = v.forget
	v.renumber(rows, b)
	words, err := gatherWords(dir)
	if err != nil {
		return err
	}
	defer words.file.Close() // it has no name, and goes with this
	gathered := aside(func() { words.gather(b.indexers()) })
	defer gathered()
	who := make(chan struct{})
	carried := aside(func() {
		carriers := map[*mounted]*carrier{}
		for _, m := range v.segments {
			carriers[m] = newCarrier(m.segment, &b.pen)
		}
		v.each(ctx, rows, func(r *row) { b.carry(carriers[r.m], r.m, r.n) })
		<-who
		b.writeActors()
	})
	defer carried()
	known := sync.OnceFunc(func() { close(who) })
	defer known() // else what is carried would wait for it
	join := extract.NewJoiner()
	v.joinAll(ctx, rows, join)
	b.settle(join, join.Settle())
	known()
	v.countAll(ctx, rows, b, touched)
	carried()
	gathered()
	if ctx.Err() != nil {
		return ctx.Err()
	}
	_, err = b.finishWith(words.write)
	return err
}

// joinAll hands the actors of all briefings to a joiner.
func (v *view) joinAll(ctx context.Context, rows []row, join *extract.Joiner) {
	known := map[*mounted]*acquainted{}
	for _, m := range v.segments {
		known[m] = &acquainted{}
	}
	var t model.Text
	v.each(ctx, rows, func(r *row) {
		t.Actors = known[r.m].add(t.Actors[:0], r, false)
		join.Names(&t)
	})
	v.each(ctx, rows, func(r *row) {
		t.Actors = known[r.m].add(t.Actors[:0], r, true)
		join.Rest(&t)
	})
}

// countAll adds all that hangs on who is who.
func (v *view) countAll(ctx context.Context, rows []row, b *builder, touched map[string]kept) {
	names := map[*mounted]*namesake{}
	for _, m := range v.segments {
		names[m] = newNamesake(m, b)
	}
	v.each(ctx, rows, func(r *row) {
		k := r.m.kept(r.n)
		if newer, ok := touched[r.file]; ok && newer.sum == k.sum {
			k = newer
		}
		b.head(r.file, k, names[r.m].problems[r.n])
		b.heads.FreshHead(&model.Briefing{File: r.file})
		names[r.m].count(r.n)
	})
}
