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
		if r.usual && a.held(r, n) {
			continue // as most are
		}
		x := &c.Actors[place[n]-1]
		if x.Origin == model.Found && a.d.Text[a.d.Tokens[r.from].Start:a.d.Tokens[r.to-1].End] == x.Name {
			continue
		}
		name := a.name(r)
		if a.alias(place[n]-1, x, name) && r.sort == tabled {
			for _, group := range a.tableOf(r.own).entries[r.entry].spelling {
				if slices.Contains(group, name) {
					for _, other := range group {
						a.alias(place[n]-1, x, other)
					}
				}
			}
		}
	}
}

// held tells whether the words of a raw that are spelled as usual were held against the names of an actor before, or are their
// name in the table.
func (a *assembly) held(r *raw, actor int32) bool {
	if r.sign < 0 {
		return a.actors[actor].Name == a.t.entries[r.entry].name
	}
	x := &a.told[r.sign]
	if x.held == actor+1 {
		return true
	}
	x.held = actor + 1
	return false
}

// fewAliases is how many names of an actor are gone through; where there are more, they are looked up.
const fewAliases = 16

// alias adds a name that actor n of the cast does not have yet.
func (a *assembly) alias(n int32, x *Actor, name string) bool {
	if name == x.Name || x.Unnamed && strings.EqualFold(name, x.Name) {
		return false
	}
	key := func(name string) uint64 { return join(uint64(n), spelled(name)) }
	switch {
	case len(x.Aliases) < fewAliases:
		if slices.Contains(x.Aliases, name) {
			return false
		}
	case a.called.has(key(name)):
		return false
	}
	x.Aliases = append(x.Aliases, name)
	switch {
	case len(x.Aliases) == fewAliases:
		for _, each := range x.Aliases {
			a.called.put(key(each), n)
		}
	case len(x.Aliases) > fewAliases:
		a.called.put(key(name), n)
	}
	return true
}

// standIn tells the sorts that name nobody themselves.
func standIn(s sort) bool { return s == office || s == apposed }
