package extract

import (
	"slices"

	"parley/model"
)

// Join makes the actors of a library of those of its briefings. The texts it answers are copies whose statements carry
// the library's names for actors; those it was given stay as they are.
func Join(texts []*model.Text) ([]*model.Text, []model.Actor) {
	out := make([]*model.Text, len(texts))
	at := map[string]int{}
	var actors []model.Actor
	for i, t := range texts {
		c := *t
		c.Quotes, c.Proposals, c.Actors = slices.Clone(t.Quotes), slices.Clone(t.Proposals), slices.Clone(t.Actors)
		out[i] = &c
		for _, a := range t.Actors {
			n, ok := at[a.ID]
			if !ok {
				n = len(actors)
				at[a.ID] = n
				a.Mentions, a.Aliases = slices.Clone(a.Mentions), slices.Clone(a.Aliases)
				actors = append(actors, a)
				continue
			}
			actors[n].Mentions = append(actors[n].Mentions, a.Mentions...)
		}
	}
	return out, actors
}
