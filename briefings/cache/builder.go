package cache

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"sync"

	"parley/briefings/source"
	"parley/model"
	"parley/model/extract"
	"parley/model/search"
)

// The parts of a segment, in their order in the file. The records come first, all kinds as they are made, so that they
// need no room in memory; every kind has a list of where its own lie.
const (
	inRecords = iota
	inCounts
	inStrings
	inStringStarts
	inBriefings
	inQuotes
	inProposals
	inCasts // the actors of each briefing as it names them, with their mentions
	inActors
	inFirstQuote // of each briefing, and of one after the last
	inFirstProposal
	inStamps
	inFiles // the names of the briefings' files: what a comparison with the disk needs lies together
	inFileStarts
	inNames          // briefings by a hash of their names
	inActorBriefings // how many briefings mention each
	inQuoteActor     // of each quote the speaker's number, or nobody
	inOffers         // of each actor of each proposal the proposal's number and theirs
	inListed         // names under which a person listed somebody, and whom
	inRenamed        // IDs of briefings that are another actor here, and which
	inProblems       // briefings that have problems, by name, and how many they have
	inStanding       // the rows of actors as nothing is filtered
	inHeadIndex
	inQuoteIndex
	inProposalIndex
	segmentParts
)

const nobody = ^uint32(0)

const stampSize = 32

// A kept is what is known of a file that was read.
type kept struct {
	stamp source.Stamp
	sum   uint64 // of its bytes
}

// A page is a briefing on its way into a segment: split, not joined, without its body.
type page struct {
	text *model.Text
	kept kept
}

// newestFirst puts briefings without a date last, and orders a day by file name.
func newestFirst(a, b *model.Briefing) int {
	return cmp.Or(cmp.Compare(b.Date, a.Date), cmp.Compare(a.File, b.File))
}

// A builder makes a segment. Briefings are added newest first, once the actors are settled.
type builder struct {
	join    *extract.Joiner
	settled []model.Actor     // as the joiner answered them
	order   []uint32          // their places, by ID: an actor's number is its place here
	number  []uint32          // of each place
	others  map[string]uint32 // of IDs that are another actor here

	between                             func() // called when an index was written; may be nil
	out                                 *search.Writer
	strings                             *table
	pen                                 pen
	buffer                              []byte
	at                                  uint64 // bytes of records so far
	briefings, quotes, proposals, casts []uint64
	actors                              []uint64
	firstQuote, firstProposal           []uint32
	stamps                              []byte
	names                               []string
	problems                            map[string][2]uint32 // of a name the briefing's number, and how many
	mentioned                           []uint32
	quoteActor, offers                  []byte
	tallies                             []tally
	heads, said, offered                *search.Indexer
}

// spareIndexers are empty and have room: segments follow one another closely while much is read.
var spareIndexers = sync.Pool{New: func() any { return search.NewIndexer() }}

func indexer() *search.Indexer { return spareIndexers.Get().(*search.Indexer) }

// newBuilder answers one that is empty.
func newBuilder(to io.Writer) *builder {
	b := &builder{
		out: search.NewWriter(to), others: map[string]uint32{}, strings: newTable(),
		problems: map[string][2]uint32{}, heads: indexer(), said: indexer(), offered: indexer(),
	}
	b.pen.t = b.strings
	return b
}

// settle takes a joiner that is settled, and the actors it answered.
func (b *builder) settle(join *extract.Joiner, actors []model.Actor) {
	b.join, b.settled = join, actors
	b.order, b.number = make([]uint32, len(actors)), make([]uint32, len(actors))
	for i := range b.order {
		b.order[i] = uint32(i)
	}
	slices.SortFunc(b.order, func(x, y uint32) int { return cmp.Compare(actors[x].ID, actors[y].ID) })
	for i, n := range b.order {
		b.number[n] = uint32(i)
	}
	b.mentioned, b.tallies = make([]uint32, len(actors)), make([]tally, len(actors))
}

// actor answers the number of an actor by the ID that its briefing gives it.
func (b *builder) actor(id string) uint32 {
	if id == "" {
		return nobody
	}
	place, renamed, ok := b.join.Place(id)
	if !ok {
		return nobody
	}
	if renamed {
		b.others[id] = b.number[place]
	}
	return b.number[place]
}

// named answers the actor of a number.
func (b *builder) named(n uint32) *model.Actor { return &b.settled[b.order[n]] }

// add takes the next briefing.
func (b *builder) add(p page) {
	t := p.text
	number(t)
	head := &t.Briefing
	b.head(head.File, p.kept, len(head.Problems))
	b.pen.briefing(head)
	b.briefings = b.record(b.briefings)
	b.heads.Head(head, slices.Sorted(maps.Keys(t.AllTracks())))
	for i := range t.Actors {
		b.mentions(b.actor(t.Actors[i].ID))
	}
	b.pen.cast(t.Actors)
	b.casts = b.record(b.casts)
	for i := range t.Quotes {
		b.pen.quote(&t.Quotes[i])
		b.quotes = b.record(b.quotes)
		q := b.join.Quote(&t.Quotes[i])
		b.said.Quote(q, head)
		n := nobody
		if q.Speaker != nil {
			n = b.actor(q.Speaker.Actor)
		}
		b.says(n, q.Kind)
	}
	for i := range t.Proposals {
		b.pen.proposal(&t.Proposals[i])
		b.proposals = b.record(b.proposals)
		x := b.join.Proposal(&t.Proposals[i])
		b.offered.Proposal(x, head)
		b.offer(x)
	}
}

// head begins the next briefing, of which the statements come then.
func (b *builder) head(file string, k kept, problems int) {
	b.firstQuote = append(b.firstQuote, uint32(b.said.Len()))
	b.firstProposal = append(b.firstProposal, uint32(b.offered.Len()))
	if problems > 0 {
		b.problems[file] = [2]uint32{uint32(len(b.names)), uint32(problems)}
	}
	b.names = append(b.names, file)
	b.stamps = k.append(b.stamps)
}

// mentions counts an actor of the briefing.
func (b *builder) mentions(n uint32) {
	if n != nobody {
		b.mentioned[n]++
	}
}

// says counts a quote of an actor.
func (b *builder) says(n uint32, kind model.QuoteKind) {
	if n != nobody && kind != model.Term {
		b.tallies[n].statements++
	}
	b.quoteActor = binary.LittleEndian.AppendUint32(b.quoteActor, n)
}

// offer counts the proposal that was indexed last.
func (b *builder) offer(p *model.Proposal) {
	for _, m := range p.Actors {
		if n := b.actor(m.Actor); n != nobody {
			b.tallies[n].take(p.Stance)
			b.offers = binary.LittleEndian.AppendUint32(b.offers, uint32(b.offered.Len()-1))
			b.offers = binary.LittleEndian.AppendUint32(b.offers, n)
		}
	}
}

// number gives each proposal the short code that the screen shows: the first letter of its track and its place among
// those of the briefing. Codes are told again by what stands beside them (date, source), so they need not be unique.
func number(t *model.Text) {
	seen := map[string]int{}
	for i := range t.Proposals {
		letter := "P"
		if tracks := t.Proposals[i].Tracks; len(tracks) > 0 {
			letter = strings.ToUpper(string([]rune(tracks[0])[:1]))
		}
		seen[letter]++
		t.Proposals[i].Code = fmt.Sprintf("%s%d", letter, seen[letter])
	}
}

func (k kept) append(dst []byte) []byte {
	dst = binary.LittleEndian.AppendUint64(dst, uint64(k.stamp.Size))
	dst = binary.LittleEndian.AppendUint64(dst, uint64(k.stamp.Time))
	dst = binary.LittleEndian.AppendUint64(dst, k.stamp.Inode)
	return binary.LittleEndian.AppendUint64(dst, k.sum)
}

// recordBits is how many bits of a record's place are its length.
const recordBits = 24

// record ends the record that the pen wrote, and adds its place to a list.
func (b *builder) record(places []uint64) []uint64 {
	n := uint64(len(b.pen.b))
	if n >= 1<<recordBits { // a file of 4 MB cannot say so much
		panic(search.Damage("a record is too long to be kept"))
	}
	b.buffer = append(b.buffer, b.pen.b...)
	b.pen.b = b.pen.b[:0]
	if len(b.buffer) > 1<<18 {
		_, _ = b.out.Write(b.buffer) // the writer keeps the error
		b.buffer = b.buffer[:0]
	}
	b.at += n
	return append(places, (b.at-n)<<recordBits|n)
}
