package extract

import (
	"cmp"
	"slices"
	"strings"

	"parley/model"
	"parley/model/extract/actor"
	"parley/model/text"
)

// Actors across briefings.
//
// Rules:
//   - The same full name is one actor. A surname, an office, "officials" tell nobody outside their briefing.
//   - A name that somebody listed, or an alias of such, is that actor in every briefing, where it is nobody else's there.
//   - Whom one briefing lists as "the envoy" or "the President" is that nowhere else: only the library's own list says so for all.
//   - A surname that fits a full name of another briefing stays apart, and the two are offered to each other.
//   - What was written about an actor goes before what was found, the newer briefing before the older.

// Join makes the actors of a library of those of its briefings, newest first. The texts it answers are copies whose
// statements carry the library's names for actors; those it was given stay as they are.
func Join(texts []*model.Text) ([]*model.Text, []model.Actor) {
	j := joiner{at: map[string]int{}, renamed: map[string]int{}}
	for _, t := range texts {
		for i := range t.Actors {
			if a := &t.Actors[i]; !strings.Contains(a.ID, local) {
				j.add(a)
			}
		}
	}
	j.listed()
	for _, t := range texts {
		for i := range t.Actors {
			if a := &t.Actors[i]; strings.Contains(a.ID, local) {
				j.addLocal(a)
			}
		}
	}
	j.offer()
	j.settle()
	out := make([]*model.Text, len(texts))
	for i, t := range texts {
		out[i] = j.rename(t)
	}
	return out, j.actors
}

// A joiner gathers actors.
type joiner struct {
	actors  []model.Actor
	at      map[string]int // by ID
	names   map[string]int // by every folded name of the listed, -1 where several have it
	renamed map[string]int // IDs of briefings that are another actor here
}

// add takes an actor whose name tells it everywhere.
func (j *joiner) add(a *model.Actor) int {
	n, ok := j.at[a.ID]
	if !ok {
		n = len(j.actors)
		j.at[a.ID] = n
		x := *a
		x.Mentions, x.Aliases, x.Offered = slices.Clone(a.Mentions), slices.Clone(a.Aliases), nil
		j.actors = append(j.actors, x)
		return n
	}
	j.merge(&j.actors[n], a)
	return n
}

// merge takes what another briefing knows of an actor.
func (j *joiner) merge(x, a *model.Actor) {
	if a.Origin != model.Found && x.Origin == model.Found {
		x.Kind, x.Name, x.Origin = a.Kind, a.Name, a.Origin
		x.Party, x.Role, x.Code = cmp.Or(a.Party, x.Party), cmp.Or(a.Role, x.Role), cmp.Or(a.Code, x.Code)
	} else {
		x.Party, x.Role, x.Code = cmp.Or(x.Party, a.Party), cmp.Or(x.Role, a.Role), cmp.Or(x.Code, a.Code)
	}
	x.Aliases = addAll(x.Aliases, a.Aliases, x.Name)
	x.Mentions = append(x.Mentions, a.Mentions...)
}

// listed notes the names of those whom a person listed.
func (j *joiner) listed() {
	j.names = make(map[string]int)
	put := func(name string, n int) {
		key := strings.TrimPrefix(text.Fold(name), "the ")
		if have, ok := j.names[key]; ok && have != n {
			n = -1
		}
		j.names[key] = n
	}
	for n := range j.actors {
		a := &j.actors[n]
		if a.Origin == model.Found {
			continue
		}
		put(a.Name, n)
		for _, alias := range a.Aliases {
			if (a.Kind != model.Person || strings.Contains(alias, " ")) && (a.Origin == model.Reviewed || !office(alias)) {
				put(alias, n)
			}
		}
	}
}

// office tells an alias that could be another's elsewhere: "the envoy", "Foreign Minister".
func office(alias string) bool {
	the, _, more := strings.Cut(alias, " ")
	return more && strings.EqualFold(the, "the") || actor.Office(alias)
}

// addLocal takes an actor whose name tells it in its briefing only, unless it is a listed one's.
func (j *joiner) addLocal(a *model.Actor) {
	if n, ok := j.names[strings.TrimPrefix(text.Fold(a.Name), "the ")]; ok && n >= 0 && a.Code != unnamed {
		j.merge(&j.actors[n], a)
		j.renamed[a.ID] = n
		return
	}
	j.add(a)
}

// offer notes which surnames may be whose.
func (j *joiner) offer() {
	bySurname, offers := map[string][]int{}, map[string][]model.Offer{}
	for n := range j.actors {
		a := &j.actors[n]
		if key, full := surname(a); full {
			bySurname[key] = append(bySurname[key], n)
		}
	}
	for n := range j.actors {
		a := &j.actors[n]
		key, full := surname(a)
		if full || key == "" {
			continue
		}
		if offers[key] == nil {
			for _, m := range bySurname[key] {
				offers[key] = append(offers[key], model.Offer{ID: j.actors[m].ID, Name: j.actors[m].Name})
			}
		}
		a.Offered = slices.Clip(offers[key]) // one list for all of a surname: there may be a hundred thousand
		for _, m := range bySurname[key] {
			if len(j.actors[m].Offered) < 20 {
				j.actors[m].Offered = append(j.actors[m].Offered, model.Offer{ID: a.ID, Name: a.Name})
			}
		}
	}
}

// surname answers the last word of a person's name, and whether more stands before it. Empty for whom no name tells.
func surname(a *model.Actor) (last string, full bool) {
	if a.Kind != model.Person || a.Code == unnamed {
		return "", false
	}
	name := text.Fold(a.Name)
	at := strings.LastIndexByte(name, ' ')
	isLocal := strings.Contains(a.ID, local)
	if isLocal && at >= 0 {
		return "", false // an office
	}
	return name[at+1:], at >= 0 && !isLocal
}

// settle gives every actor a code and a hue, and parties their names in the library.
func (j *joiner) settle() {
	for n := range j.actors {
		a := &j.actors[n]
		if m, ok := j.names[text.Fold(a.Party)]; ok && m >= 0 {
			a.Party = j.actors[m].Name
		}
	}
	code(j.actors)
	colour(j.actors)
}

// rename answers a copy of a text with the library's actors.
func (j *joiner) rename(t *model.Text) *model.Text {
	c := *t
	c.Quotes, c.Proposals, c.Actors = slices.Clone(t.Quotes), slices.Clone(t.Proposals), slices.Clone(t.Actors)
	for i := range c.Quotes {
		c.Quotes[i] = *j.quote(&c.Quotes[i])
	}
	for i := range c.Proposals {
		c.Proposals[i] = *j.proposal(&c.Proposals[i])
	}
	for i := range c.Actors {
		a := &c.Actors[i]
		n, ok := j.renamed[a.ID]
		if !ok {
			n = j.at[a.ID]
		}
		x := &j.actors[n]
		a.ID, a.Name, a.Kind, a.Code, a.Hue = x.ID, x.Name, x.Kind, x.Code, x.Hue
	}
	return &c
}

// quote answers a quote with the library's actors: the same where they are its own.
func (j *joiner) quote(q *model.Quote) *model.Quote {
	if q.Speaker == nil {
		return q
	}
	m := j.mention(*q.Speaker)
	if m == *q.Speaker {
		return q
	}
	c := *q
	c.Speaker = &m
	if c.Grade == model.Unnamed {
		c.Grade = model.OnRecord // somebody listed whom "the envoy" is
	}
	return &c
}

// proposal is quote for proposals.
func (j *joiner) proposal(p *model.Proposal) *model.Proposal {
	for k := range p.Actors {
		if m := j.mention(p.Actors[k]); m != p.Actors[k] {
			c := *p
			c.Actors = slices.Clone(p.Actors)
			for i := k; i < len(c.Actors); i++ {
				c.Actors[i] = j.mention(c.Actors[i])
			}
			return &c
		}
	}
	return p
}

func (j *joiner) mention(m model.Mention) model.Mention {
	if !Local(m.Actor) {
		return m
	}
	if n, ok := j.renamed[m.Actor]; ok {
		m.Actor, m.Name = j.actors[n].ID, j.actors[n].Name
	}
	return m
}
