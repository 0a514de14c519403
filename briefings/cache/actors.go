package cache

import (
	"context"
	"encoding/binary"

	"parley/model"
	"parley/model/extract"
	"parley/model/search"
)

// rows answers the rows of actors that a filter keeps. An actor is there when a statement kept by the filter is theirs,
// or, where neither a track nor words are asked for, when a briefing mentions them.
func (v *view) rows(ctx context.Context, f model.Filter) []standing {
	simple := f.File == "" && len(f.Terms) == 0
	if simple {
		v.mu.Lock()
		rows, ok := v.standings[f.Track]
		v.mu.Unlock()
		if ok {
			return rows
		}
	}
	rows := v.reckon(ctx, f)
	if simple && ctx.Err() == nil {
		v.mu.Lock()
		v.standings[f.Track] = rows
		v.mu.Unlock()
	}
	return rows
}

// plain answers the segment whose own rows are the view's: the only one, whole.
func (v *view) plain(f model.Filter) *mounted {
	if len(v.segments) != 1 || v.segments[0].goneCount > 0 || f.Track != "" || f.File != "" || len(f.Terms) > 0 {
		return nil
	}
	return v.segments[0]
}

// reckon counts anew.
func (v *view) reckon(ctx context.Context, f model.Filter) []standing {
	var rows []standing
	at := map[string]int{} // rows of those whom the name tells everywhere
	quotes, proposals := v.search(ctx, ofQuotes, f, false), v.search(ctx, ofProposals, f, false)
	for i, m := range v.segments {
		tallies := m.tallies(quotes.docs[i], proposals.docs[i])
		there := m.mentioned(f)
		for n := range tallies {
			if tallies[n].statements == 0 && !there(n) {
				continue
			}
			r := standing{segment: uint32(i), actor: uint32(n), tally: tallies[n]}
			id := ""
			if len(v.segments) > 1 {
				id = m.actorID(n)
			}
			if id == "" || extract.Local(id) {
				rows = append(rows, r)
				continue
			}
			if k, ok := at[id]; ok {
				r.add(rows[k].tally)
				rows[k] = r // the segment made last knows best
				continue
			}
			at[id] = len(rows)
			rows = append(rows, r)
		}
	}
	return order(rows, func(r *standing) (name, party string) { return v.segments[r.segment].naming(int(r.actor)) })
}

// tallies counts the statements of every actor of a segment.
func (m *mounted) tallies(quotes, proposals search.Set) []tally {
	t := make([]tally, m.actors.len())
	quotes.AndNot(m.said.Equal("kind", model.Term.String()))
	speakers := m.part[inQuoteActor].All()
	for doc := range quotes.All() {
		if n := binary.LittleEndian.Uint32(speakers[4*doc:]); n != nobody {
			t[n].statements++
		}
	}
	pro, contra := m.offered.Equal("stance", model.For.String()), m.offered.Equal("stance", model.Against.String())
	offers := m.part[inOffers].All()
	for ; len(offers) >= 8; offers = offers[8:] {
		doc, n := int(binary.LittleEndian.Uint32(offers)), binary.LittleEndian.Uint32(offers[4:])
		if proposals.Has(doc) {
			t[n].add(tally{1, pro.Has(doc), contra.Has(doc)})
		}
	}
	return t
}

// mentioned tells of an actor whether being mentioned is enough, and they are.
func (m *mounted) mentioned(f model.Filter) func(n int) bool {
	switch {
	case f.Track != "" || len(f.Terms) > 0:
		return func(int) bool { return false }
	case f.File == "":
		return func(n int) bool { return m.briefingsOf(n) > 0 }
	}
	there := map[int]bool{}
	if b, ok := m.segment.find(f.File); ok && !m.gone.Has(b) {
		for _, a := range m.cast(b) {
			if n, ok := m.actorNumber(a.ID); ok {
				there[n] = true
			}
		}
	}
	return func(n int) bool { return there[n] }
}

// actorPage answers a piece of the rows. Mentions are given where all rows are asked for.
func (v *view) actorPage(ctx context.Context, f model.Filter, w model.Window) model.Page[model.ActorRow] {
	page := model.Page[model.ActorRow]{All: v.overview.Actors}
	var at func(i int) standing
	if m := v.plain(f); m != nil {
		list := m.part[inStanding]
		page.Total = int(list.Len() / standingSize)
		at = func(i int) standing { return readStanding(list.Piece(standingSize*int64(i), standingSize*int64(i+1))) }
	} else {
		rows := v.rows(ctx, f)
		page.Total = len(rows)
		at = func(i int) standing { return rows[i] }
	}
	from, to := bounds(w, page.Total)
	page.Offset = from
	for i := from; i < to; i++ {
		r := at(i)
		page.Items = append(page.Items, model.ActorRow{
			Actor: v.segments[r.segment].actor(int(r.actor)), Statements: int(r.statements), Below: r.below, Both: r.pro && r.contra,
		})
	}
	if w.Limit <= 0 {
		v.mentions(page.Items)
	}
	return page
}

func bounds(w model.Window, total int) (from, to int) {
	from, to = min(max(w.Offset, 0), total), total
	if w.Limit > 0 {
		to = min(from+w.Limit, total)
	}
	return from, to
}

// mentions gives the rows the places where the actors stand, newest briefing first.
func (v *view) mentions(rows []model.ActorRow) {
	at := make(map[string]int, len(rows))
	for i := range rows {
		at[rows[i].Actor.ID] = i
	}
	h := v.search(context.Background(), ofHeads, model.Filter{}, false)
	for p := range h.all() {
		for _, a := range p.m.cast(p.briefing) {
			id := a.ID
			if n, ok := p.m.actorNumber(id); ok {
				id = p.m.actorID(n)
			}
			if i, ok := at[id]; ok {
				rows[i].Actor.Mentions = append(rows[i].Actor.Mentions, a.Mentions...)
			}
		}
	}
}
