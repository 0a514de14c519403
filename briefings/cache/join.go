package cache

import (
	"parley/model"
	"parley/model/extract"
	"parley/model/text"
)

// Actors across segments
//
// Every segment is joined by itself when it is made, with what the rest of the library knows of the actors concerned:
// those of the same IDs, and those whom a person listed under a name that stands in the new briefings. So a briefing that
// is read again names people as the others do. A whole rewrite joins everything anew.

// joinOf joins briefings, newest first.
func joinOf(texts []*model.Text) (*extract.Joiner, []model.Actor) {
	join := extract.NewJoiner()
	bare := make([]*model.Text, len(texts))
	for i, t := range texts {
		bare[i] = withoutMentions(t)
		join.Names(bare[i])
	}
	for _, t := range bare {
		join.Rest(t)
	}
	return join, join.Settle()
}

// withoutMentions answers the actors alone: joined mentions are of no use here, and many.
func withoutMentions(t *model.Text) *model.Text {
	bare := &model.Text{Actors: make([]model.Actor, len(t.Actors))}
	for i := range t.Actors {
		bare.Actors[i] = t.Actors[i]
		bare.Actors[i].Mentions = nil
	}
	return bare
}

// keepCodes leaves the codes and hues of known actors as they are shown already.
func keepCodes(actors []model.Actor, known *model.Text) {
	if known == nil {
		return
	}
	have := make(map[string]*model.Actor, len(known.Actors))
	for i := range known.Actors {
		have[known.Actors[i].ID] = &known.Actors[i]
	}
	for i := range actors {
		if a := have[actors[i].ID]; a != nil {
			actors[i].Code, actors[i].Hue = a.Code, a.Hue
		}
	}
}

// known answers whom the segments know of those who concern some briefings; nil: nobody.
func (v *view) known(texts []*model.Text) *model.Text {
	seen := map[string]bool{}
	var found []model.Actor
	take := func(a model.Actor) {
		if !seen[a.ID] {
			seen[a.ID] = true
			found = append(found, a)
		}
	}
	asked := map[string]bool{}
	listed := func(name string) {
		if name == "" || asked[name] {
			return
		}
		asked[name] = true
		for _, m := range v.segments {
			for _, a := range m.listed(name) {
				take(a)
			}
		}
	}
	for _, t := range texts {
		for i := range t.Actors {
			a := &t.Actors[i]
			listed(text.Fold(a.Party))
			if extract.Local(a.ID) {
				listed(nameKey(a.Name))
				continue
			}
			if !asked[a.ID+"="] {
				asked[a.ID+"="] = true
				if x, ok := v.actor(a.ID); ok {
					take(x)
				}
			}
		}
	}
	if len(found) == 0 {
		return nil
	}
	return &model.Text{Actors: found}
}

// actor answers an actor by ID: as the segment made last has it.
func (v *view) actor(id string) (model.Actor, bool) {
	for i := len(v.segments) - 1; i >= 0; i-- {
		m := v.segments[i]
		if n, ok := m.actorOf(id); ok && m.briefingsOf(n) > 0 {
			return m.actor(n), true
		}
	}
	return model.Actor{}, false
}

// adopt gives one briefing the library's names for actors, with their codes and hues.
func (v *view) adopt(t *model.Text) model.Text {
	known := v.known([]*model.Text{t})
	texts := []*model.Text{t}
	if known != nil {
		texts = append(texts, known)
	}
	join, actors := joinOf(texts)
	named := *join.Rename(t)
	keepCodes(actors, known)
	settled := make(map[string]*model.Actor, len(actors))
	for i := range actors {
		settled[actors[i].ID] = &actors[i]
	}
	for i := range named.Actors {
		a := &named.Actors[i]
		if x, ok := v.actor(a.ID); ok {
			a.Code, a.Hue = x.Code, x.Hue
		} else if x := settled[a.ID]; x != nil {
			a.Code, a.Hue = x.Code, x.Hue
		}
	}
	return named
}
