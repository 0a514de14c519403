package extract

import (
	"parley/model"
	"parley/model/text"
)

// actors makes the actors of the text, with the places where they stand.
func (r *reading) actors() {
	out := make([]model.Actor, len(r.cast.Actors))
	for i := range r.cast.Actors {
		a := &r.cast.Actors[i]
		out[i] = model.Actor{
			ID: text.Fold(a.Name), Name: clean(a.Name), Kind: a.Kind, Party: clean(a.Party), Role: clean(a.Role), Code: a.Code,
			Aliases: cleaned(a.Aliases), Origin: a.Origin,
		}
	}
	for _, m := range r.cast.Mentions {
		out[m.Actor].Mentions = append(out[m.Actor].Mentions, r.span(int(m.Start), int(m.End)))
	}
	r.text.Actors = append(r.text.Actors, out...)
}

var _ = model.Person
