package folder

import (
	"cmp"
	"context"
	"slices"

	"parley/model"
	"parley/model/search"
)

// tally is what one actor has in the filtered whole.
type tally struct {
	statements  int
	mentioned   bool
	pro, contra bool
}

// Actors answers model.Library. An actor is there when a statement kept by the filter is theirs, or, where only a
// briefing is asked for, when they are mentioned in it.
func (f *Folder) Actors(ctx context.Context, filter model.Filter, w model.Window) (model.Page[model.ActorRow], error) {
	v, _ := f.now()
	tallies := map[string]*tally{}
	of := func(id string) *tally {
		if tallies[id] == nil {
			tallies[id] = &tally{}
		}
		return tallies[id]
	}
	for i, t := range v.texts {
		if filter.File != "" && t.Briefing.File != filter.File || filter.Track != "" && !v.tracks[i][filter.Track] {
			continue
		}
		count(t, filter, of)
	}
	rows := rowsOf(v.actors, tallies)
	return page(rows, w, len(v.actors)), ctx.Err()
}

func count(t *model.Text, filter model.Filter, of func(string) *tally) {
	if filter.Track == "" && len(filter.Terms) == 0 {
		for i := range t.Actors {
			of(t.Actors[i].ID).mentioned = true
		}
	}
	for i := range t.Quotes {
		q := &t.Quotes[i]
		if q.Kind == model.Term || q.Speaker == nil || q.Speaker.Actor == "" || !onTrack(q.Tracks, filter.Track) {
			continue
		}
		if len(filter.Terms) == 0 || search.Match(filter, q, &t.Briefing) {
			of(q.Speaker.Actor).statements++
		}
	}
	for i := range t.Proposals {
		p := &t.Proposals[i]
		if !onTrack(p.Tracks, filter.Track) || len(filter.Terms) > 0 && !search.MatchProposal(filter, p, &t.Briefing) {
			continue
		}
		for _, a := range p.Actors {
			if a.Actor != "" {
				by := of(a.Actor)
				by.statements++
				by.pro = by.pro || p.Stance == model.For
				by.contra = by.contra || p.Stance == model.Against
			}
		}
	}
}

// rowsOf puts those with the most statements first and people below their party, where the party is in the list too.
// A party stands where the most talkative of its house would.
func rowsOf(actors []model.Actor, tallies map[string]*tally) []model.ActorRow {
	rows := make([]model.ActorRow, 0, len(tallies))
	party := map[string]int{} // name of a party in the list -> its own and its people's statements
	for i := range actors {
		t := tallies[actors[i].ID]
		if t == nil {
			continue
		}
		rows = append(rows, model.ActorRow{Actor: actors[i], Statements: t.statements, Both: t.pro && t.contra})
		party[actors[i].Name] += t.statements
	}
	for i := range rows {
		a := &rows[i].Actor
		if _, listed := party[a.Party]; listed && a.Party != a.Name {
			rows[i].Below = true
			party[a.Party] += rows[i].Statements
		}
	}
	house := func(r model.ActorRow) string {
		if r.Below {
			return r.Actor.Party
		}
		return r.Actor.Name
	}
	slices.SortStableFunc(rows, func(a, b model.ActorRow) int {
		x, y := house(a), house(b)
		if x != y {
			return cmp.Or(cmp.Compare(party[y], party[x]), cmp.Compare(x, y))
		}
		if a.Below != b.Below {
			if a.Below {
				return 1
			}
			return -1
		}
		return cmp.Or(cmp.Compare(b.Statements, a.Statements), cmp.Compare(a.Actor.Name, b.Actor.Name))
	})
	return rows
}
