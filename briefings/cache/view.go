package cache

import (
	"cmp"
	"slices"
	"sync"

	"parley/model"
	"parley/model/extract"
	"parley/model/search"
)

// A mounted is a segment with what of it counts no more. It is never changed once a view has it.
type mounted struct {
	*segment
	gone                      search.Set // briefings; nil: none
	goneQuotes, goneProposals search.Set
	missing                   map[int]uint32 // of an actor: how many of the briefings that mention them are gone
	written                   bool           // it is the snapshot
	partFile                  string         // its file, where it was found as a part
	goneCount                 int
	elsewhere                 int // of the gone those that parts hold
	named                     *named
}

// A named is the actors of a segment whose names tell them in every briefing, read when first asked for.
type named struct {
	once sync.Once
	of   map[string]int
}

func mount(s *segment) *mounted { return &mounted{segment: s, named: &named{}} }

// without answers the same segment with more briefings gone.
func (m *mounted) without(briefings []int) *mounted {
	c := *m
	n := m.segment.briefings.len()
	c.gone, c.missing = search.NewSet(n), make(map[int]uint32, len(m.missing))
	c.goneQuotes, c.goneProposals = search.NewSet(m.said.Len()), search.NewSet(m.offered.Len())
	c.gone.Or(m.gone)
	c.goneQuotes.Or(m.goneQuotes)
	c.goneProposals.Or(m.goneProposals)
	for a, k := range m.missing {
		c.missing[a] = k
	}
	for _, b := range briefings {
		if c.gone.Has(b) {
			continue
		}
		c.gone.Add(b)
		c.goneCount++
		c.goneQuotes.AddRange(m.firstQuote(b), m.firstQuote(b+1))
		c.goneProposals.AddRange(m.firstProposal(b), m.firstProposal(b+1))
		for _, a := range m.cast(b) {
			if n, ok := m.actorNumber(a.ID); ok {
				c.missing[n]++
			}
		}
	}
	return &c
}

func (m *mounted) alive() int { return m.segment.briefings.len() - m.goneCount }

// briefingsOf answers how many briefings mention an actor.
func (m *mounted) briefingsOf(actor int) int {
	return int(m.part[inActorBriefings].Uint32(actor)) - int(m.missing[actor])
}

// names answers the actors whose names tell them in every briefing.
func (m *mounted) names() map[string]int {
	m.named.once.Do(func() {
		m.named.of = map[string]int{}
		for n := range m.actors.len() {
			if id := m.actorID(n); !extract.Local(id) {
				m.named.of[id] = n
			}
		}
	})
	return m.named.of
}

// A view is the library at one moment. It is never changed once published.
type view struct {
	segments []*mounted // those made later stand behind
	skipped  []model.Problem
	overview model.Overview

	mu        sync.Mutex
	standings map[string][]standing // by track; empty: all
}

// find answers where a briefing is.
func (v *view) find(name string) (*mounted, int, bool) {
	for i := len(v.segments) - 1; i >= 0; i-- {
		m := v.segments[i]
		if b, ok := m.find(name); ok && !m.gone.Has(b) {
			return m, b, true
		}
	}
	return nil, 0, false
}

// count fills in the overview.
func (v *view) count() {
	o := &v.overview
	o.Problems = len(v.skipped)
	tracks := map[string]*model.Track{}
	of := func(name string) *model.Track {
		if tracks[name] == nil {
			tracks[name] = &model.Track{Name: name}
		}
		return tracks[name]
	}
	for _, m := range v.segments {
		heads, quotes, proposals := m.live()
		o.Briefings += m.alive()
		o.Proposals += proposals.Count()
		o.Quotes += quotes.Count() - m.said.Tally("kind", quotes)[model.Term.String()]
		for b := range heads.All() {
			date, _ := m.key(b)
			o.Newest = max(o.Newest, model.Date(date))
			break
		}
		for name, n := range m.heads.Held(heads) {
			of(name).Briefings += n
		}
		for _, counts := range []map[string]int{m.said.Tally("track", quotes), m.offered.Tally("track", proposals)} {
			for name, n := range counts {
				of(name).Statements += n
			}
		}
		m.problems(func(_, n int) { o.Problems += n })
	}
	o.Actors = v.countActors()
	o.Tracks = make([]model.Track, 0, len(tracks))
	for _, t := range tracks {
		o.Tracks = append(o.Tracks, *t)
	}
	// The track with the most briefings first, so that the busiest is nearest.
	slices.SortFunc(o.Tracks, func(a, b model.Track) int {
		return cmp.Or(cmp.Compare(b.Briefings, a.Briefings), cmp.Compare(b.Statements, a.Statements), cmp.Compare(a.Name, b.Name))
	})
}

// live answers what of a segment counts.
func (m *mounted) live() (heads, quotes, proposals search.Set) {
	heads, quotes, proposals = search.Full(m.heads.Len()), search.Full(m.said.Len()), search.Full(m.offered.Len())
	heads.AndNot(m.gone)
	quotes.AndNot(m.goneQuotes)
	proposals.AndNot(m.goneProposals)
	return heads, quotes, proposals
}

// countActors counts everybody once, in whichever segments they are.
func (v *view) countActors() int {
	n := 0
	for i, m := range v.segments {
		n += m.mentionedActors()
		if i > 0 {
			n -= v.seenBefore(i)
		}
	}
	return n
}

// fewActors are looked up one by one in other segments, of which all names need not be read then.
const fewActors = 2000

// seenBefore answers how many actors of a segment are in those before it too.
func (v *view) seenBefore(i int) (n int) {
	m := v.segments[i]
	if m.actors.len() < fewActors {
		for a := range m.actors.len() {
			id := m.actorID(a)
			if !extract.Local(id) && m.briefingsOf(a) > 0 && v.earlier(i, id, func(m *mounted, id string) (int, bool) { return m.actorOf(id) }) {
				n++
			}
		}
		return n
	}
	for id, a := range m.names() {
		if m.briefingsOf(a) > 0 && v.earlier(i, id, func(m *mounted, id string) (int, bool) { a, ok := m.names()[id]; return a, ok }) {
			n++
		}
	}
	return n
}

func (v *view) earlier(i int, id string, find func(*mounted, string) (int, bool)) bool {
	for _, m := range v.segments[:i] {
		if a, ok := find(m, id); ok && m.briefingsOf(a) > 0 {
			return true
		}
	}
	return false
}

func (m *mounted) mentionedActors() int {
	n := int(m.part[inStanding].Len() / standingSize)
	for a, gone := range m.missing {
		if gone >= m.part[inActorBriefings].Uint32(a) {
			n--
		}
	}
	return n
}
