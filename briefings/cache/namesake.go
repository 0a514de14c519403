package cache

import (
	"parley/model"
	"parley/model/extract"
	"parley/model/search"
)

// acquainted is the actors of a segment whom a name tells everywhere. Most come again, the same but for their mentions, and
// without aliases they say nothing new then.
type acquainted struct {
	records search.Texts
	again   []bool // whether one is worth being told again
}

// add adds the actors of a briefing that are its own, or those that are not.
func (k *acquainted) add(to []model.Actor, r *row, local bool) []model.Actor {
	e := eye{r.m.casts.record(r.n), r.m.segment}
	for range e.number() {
		one := e
		e.walk(actorForm, nil)
		record := one.b[:len(one.b)-len(e.b)]
		e.walk("*("+spanForm+")", nil)
		id := one
		if extract.Local(string(r.m.strings.at(id.ref()))) != local {
			continue
		}
		if !local {
			n, fresh := k.records.Number(record)
			if !fresh && !k.again[n] {
				continue
			}
			a := one.actor()
			if fresh {
				k.again = append(k.again, len(a.Aliases) > 0)
			}
			to = append(to, a)
			continue
		}
		to = append(to, one.actor())
	}
	return to
}

// A namesake counts the actors of a segment by the numbers that they have in a new one.
type namesake struct {
	m        *mounted
	b        *builder
	problems map[int]int // of a briefing how many it has
	texts    []string    // shared strings that were read
	numbers  []uint32    // of those that are IDs the actor's number plus one, nobody being none; 0: not asked yet
}

func newNamesake(m *mounted, b *builder) *namesake {
	n := m.strings.len()
	s := &namesake{m: m, b: b, problems: map[int]int{}, texts: make([]string, n), numbers: make([]uint32, n)}
	m.problems(func(n, problems int) { s.problems[n] = problems })
	return s
}

func (s *namesake) text(ref int) string {
	if s.texts[ref] == "" {
		s.texts[ref] = string(s.m.strings.at(ref))
	}
	return s.texts[ref]
}

func (s *namesake) actor(ref int) uint32 {
	if s.numbers[ref] == 0 {
		s.numbers[ref] = s.b.actor(s.text(ref)) + 1
	}
	return s.numbers[ref] - 1
}

// count counts what a briefing says.
func (s *namesake) count(n int) {
	b := s.b
	e := eye{s.m.casts.record(n), s.m.segment}
	for range e.number() {
		b.mentions(s.actor(e.ref()))
		e.walk(actorForm[1:]+"*("+spanForm+")", nil)
	}
	for i := s.m.firstQuote(n); i < s.m.firstQuote(n+1); i++ {
		q, n := s.quote(i)
		b.said.FreshQuote(b.join.Quote(q))
		b.says(n, q.Kind)
	}
	for i := s.m.firstProposal(n); i < s.m.firstProposal(n+1); i++ {
		p := s.m.eye(s.m.proposals.record(i)).proposal("")
		x := b.join.Proposal(&p)
		b.offered.FreshProposal(x)
		b.offer(x)
	}
}

// quote answers of a quote what hangs on its speaker, and the speaker's number.
func (s *namesake) quote(i int) (*model.Quote, uint32) {
	e := eye{s.m.quotes.record(i), s.m.segment}
	e.walk("ss"+spanForm, nil)
	q := &model.Quote{Kind: model.QuoteKind(e.number()), Grade: model.Grade(e.number())}
	e.walk("nnn", nil)
	if !e.truth() {
		return q, nobody
	}
	name, words := e.ref(), e.ref()
	e.walk("nn", nil)
	id, party := e.ref(), e.ref()
	q.Speaker = &model.Mention{Name: s.text(name), Words: s.text(words), Actor: s.text(id), Party: s.text(party)}
	return q, s.actor(id)
}
