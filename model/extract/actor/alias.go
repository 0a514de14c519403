package actor

import (
	"slices"
	"strings"

	"parley/model"
)

// aliases notes the other names under which the text has an actor, and the other spellings of those.
func (a *assembly) aliases(c *Cast, place []int32) {
	for i := range a.raws {
		r := &a.raws[i]
		n := r.actor
		if n < 0 && r.sort == tabled && r.place {
			if !r.own {
				n = a.tabled[r.entry] - 1
			}
		}
		if n < 0 || place[n] == 0 || standIn(r.sort) || r.partly || r.sort == tabled && (r.use == demonym || r.people) {
			continue
		}
		x := &c.Actors[place[n]-1]
		if x.Origin == model.Found && a.d.Text[a.d.Tokens[r.from].Start:a.d.Tokens[r.to-1].End] == x.Name {
			continue // as most are
		}
		name := a.name(r)
		if x.alias(name) && r.sort == tabled {
			for _, group := range a.tableOf(r.own).entries[r.entry].spelling {
				if slices.Contains(group, name) {
					for _, other := range group {
						x.alias(other)
					}
				}
			}
		}
	}
}

// alias adds a name that the actor does not have yet.
func (x *Actor) alias(name string) bool {
	if name == x.Name || x.Unnamed && strings.EqualFold(name, x.Name) || slices.Contains(x.Aliases, name) {
		return false
	}
	x.Aliases = append(x.Aliases, name)
	return true
}

// standIn tells the sorts that name nobody themselves.
func standIn(s sort) bool { return s == office || s == apposed }
