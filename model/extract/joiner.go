package extract

import (
	"strings"

	"parley/model"
)

// A Joiner is Join for more briefings than fit into memory at once. Every briefing is handed in twice, newest first both
// times, and only its actors count: Names for all, then Rest for all; then Settle, and Rename as often as wanted.
type Joiner struct{ j joiner }

// NewJoiner answers one that knows nobody.
func NewJoiner() *Joiner { return &Joiner{joiner{at: map[string]int{}, renamed: map[string]int{}}} }

// Names takes the actors of a briefing whose names tell them everywhere.
func (j *Joiner) Names(t *model.Text) {
	for i := range t.Actors {
		if a := &t.Actors[i]; !Local(a.ID) {
			j.j.add(a)
		}
	}
}

// Rest takes those whose names tell them in their briefing alone.
func (j *Joiner) Rest(t *model.Text) {
	if j.j.names == nil {
		j.j.listed()
	}
	for i := range t.Actors {
		if a := &t.Actors[i]; Local(a.ID) {
			j.j.addLocal(a)
		}
	}
}

// Settle answers the actors of the library.
func (j *Joiner) Settle() []model.Actor {
	if j.j.names == nil {
		j.j.listed()
	}
	j.j.offer()
	j.j.settle()
	return j.j.actors
}

// Rename answers a copy of a briefing with the library's names for actors.
func (j *Joiner) Rename(t *model.Text) *model.Text { return j.j.rename(t) }

// Quote answers a quote of a briefing with the library's names for actors: the same where they are its own.
func (j *Joiner) Quote(q *model.Quote) *model.Quote { return j.j.quote(q) }

// Proposal is Quote for proposals.
func (j *Joiner) Proposal(p *model.Proposal) *model.Proposal { return j.j.proposal(p) }

// Place answers where, in what Settle answered, the actor stands whom a briefing knows by an ID, and whether it is another
// one there.
func (j *Joiner) Place(id string) (n int, renamed, ok bool) {
	if n, ok := j.j.renamed[id]; ok {
		return n, true, true
	}
	n, ok = j.j.at[id]
	return n, false, ok
}

// Local tells the ID of an actor whose name tells it in its briefing alone.
func Local(id string) bool { return strings.Contains(id, local) }
