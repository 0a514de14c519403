package cache

import (
	"encoding/binary"
	"sort"

	"parley/briefings/source"
	"parley/model"
	"parley/model/extract"
	"parley/model/search"
)

// A segment is briefings with their statements, in memory or mapped, and never changed.
type segment struct {
	memory                              search.Memory
	strings, files                      shelf
	records                             search.Part
	briefings, quotes, proposals, casts places
	actors                              places
	part                                []search.Part
	heads, said, offered                *search.Index
}

// places are where the records of a kind lie.
type places struct{ records, at search.Part }

func (p places) len() int { return int(p.at.Len() / 8) }

func (p places) record(i int) []byte {
	at := p.at.Uint64(i)
	return p.records.Piece(int64(at>>recordBits), int64(at>>recordBits)+int64(at&(1<<recordBits-1)))
}

// openSegment reads where things lie. It panics with a search.Damage where that makes no sense.
func openSegment(m search.Memory, size int64) *segment {
	p := search.PartsOf(m, size)
	if len(p) != segmentParts {
		panic(search.Damage("a segment has other parts than it should"))
	}
	s := &segment{memory: m, part: p, records: p[inRecords], strings: shelf{p[inStrings], p[inStringStarts]}, files: shelf{p[inFiles], p[inFileStarts]}}
	s.briefings, s.quotes, s.proposals = places{s.records, p[inBriefings]}, places{s.records, p[inQuotes]}, places{s.records, p[inProposals]}
	s.casts, s.actors = places{s.records, p[inCasts]}, places{s.records, p[inActors]}
	s.heads = search.OpenIndex(p[inHeadIndex], true)
	s.said = search.OpenIndex(p[inQuoteIndex], false)
	s.offered = search.OpenIndex(p[inProposalIndex], false)
	for i, n := range []int{s.briefings.len(), s.quotes.len(), s.proposals.len(), s.actors.len()} {
		if int(p[inCounts].Uint32(i)) != n {
			panic(search.Damage("a segment's parts do not belong together"))
		}
	}
	if s.heads.Len() != s.briefings.len() || s.files.len() != s.briefings.len() || s.said.Len() != s.quotes.len() || s.offered.Len() != s.proposals.len() {
		panic(search.Damage("a segment's index is another's"))
	}
	return s
}

func (s *segment) eye(record []byte) *eye { return &eye{record, s} }

func (s *segment) briefing(i int) model.Briefing {
	return s.eye(s.briefings.record(i)).briefing(s.file(i))
}

func (s *segment) file(i int) string { return string(s.files.at(i)) }

// key answers what briefings are ordered by.
func (s *segment) key(i int) (date, file string) {
	return s.eye(s.briefings.record(i)).shared(), s.file(i)
}

// find answers the number of a briefing.
func (s *segment) find(name string) (int, bool) {
	table := s.part[inNames]
	mask := uint32(table.Len()/4 - 1)
	at := hash(name) & mask
	for range table.Len() / 4 {
		n := table.Uint32(int(at))
		at = (at + 1) & mask
		if n == 0 {
			return 0, false
		}
		if string(s.files.at(int(n-1))) == name {
			return int(n - 1), true
		}
	}
	return 0, false
}

func (s *segment) kept(i int) kept {
	b := s.part[inStamps].Piece(stampSize*int64(i), stampSize*int64(i+1))
	at := func(k int) uint64 { return binary.LittleEndian.Uint64(b[8*k:]) }
	return kept{source.Stamp{Size: int64(at(0)), Time: int64(at(1)), Inode: at(2)}, at(3)}
}

func (s *segment) firstQuote(b int) int    { return int(s.part[inFirstQuote].Uint32(b)) }
func (s *segment) firstProposal(b int) int { return int(s.part[inFirstProposal].Uint32(b)) }

// holder answers the briefing of a statement.
func (s *segment) holder(first func(int) int, doc int) int {
	return sort.Search(s.briefings.len(), func(b int) bool { return first(b+1) > doc })
}

func (s *segment) quoteHome() search.Home {
	return search.Home{Heads: s.heads, First: s.firstQuote, File: s.find}
}

func (s *segment) proposalHome() search.Home {
	return search.Home{Heads: s.heads, First: s.firstProposal, File: s.find}
}

// quote answers a quote of a briefing with the library's names.
func (s *segment) quote(doc int, file string) model.Quote {
	q := s.eye(s.quotes.record(doc)).quote(file)
	if q.Speaker != nil && s.rename(q.Speaker) && q.Grade == model.Unnamed {
		q.Grade = model.OnRecord
	}
	return q
}

func (s *segment) proposal(doc int, file string) model.Proposal {
	p := s.eye(s.proposals.record(doc)).proposal(file)
	for i := range p.Actors {
		s.rename(&p.Actors[i])
	}
	return p
}

// rename gives somebody the name by which the library knows them.
func (s *segment) rename(m *model.Mention) bool {
	if m.Actor == "" || !extract.Local(m.Actor) {
		return false
	}
	n, ok := s.pair(inRenamed, m.Actor)
	if !ok {
		return false
	}
	a := s.actor(int(s.part[inRenamed].Uint32(2*n + 1)))
	m.Actor, m.Name = a.ID, a.Name
	return true
}

// pair answers the first place of a name in a list of pairs.
func (s *segment) pair(in int, name string) (int, bool) {
	list := s.part[in]
	n := int(list.Len() / 8)
	at := func(i int) string { return string(s.strings.at(int(list.Uint32(2 * i)))) }
	i := sort.Search(n, func(i int) bool { return at(i) >= name })
	return i, i < n && at(i) == name
}

// listed answers whom a person listed under a name.
func (s *segment) listed(name string) (all []model.Actor) {
	i, ok := s.pair(inListed, name)
	list := s.part[inListed]
	for ; ok && i < int(list.Len()/8) && string(s.strings.at(int(list.Uint32(2*i)))) == name; i++ {
		all = append(all, s.actor(int(list.Uint32(2*i+1))))
	}
	return all
}

func (s *segment) actor(n int) model.Actor { return s.eye(s.actors.record(n)).actor() }

// actorID answers the ID of an actor, by which they are in order.
func (s *segment) actorID(n int) string { return s.eye(s.actors.record(n)).shared() }

func (s *segment) actorOf(id string) (int, bool) {
	n := sort.Search(s.actors.len(), func(i int) bool { return s.actorID(i) >= id })
	return n, n < s.actors.len() && s.actorID(n) == id
}

// actorNumber answers an actor by the ID that a briefing of the segment gives it.
func (s *segment) actorNumber(id string) (int, bool) {
	if extract.Local(id) {
		if n, ok := s.pair(inRenamed, id); ok {
			return int(s.part[inRenamed].Uint32(2*n + 1)), true
		}
	}
	return s.actorOf(id)
}

// cast answers the actors of a briefing as it names them, with their mentions.
func (s *segment) cast(b int) []model.Actor {
	return s.eye(s.casts.record(b)).cast(s.file(b))
}

// naming answers an actor's name and party.
func (s *segment) naming(n int) (name, party string) {
	e := s.eye(s.actors.record(n))
	_ = e.shared()
	return e.shared(), e.shared()
}
