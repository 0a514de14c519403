package cache

import (
	"encoding/binary"
	"io"
	"maps"
	"slices"
	"strings"

	"parley/model"
	"parley/model/search"
	"parley/model/text"
)

// finish writes everything behind the records and answers how long the segment is.
func (b *builder) finish() (int64, error) {
	b.writeActors()
	n, err := b.finishWith((*search.Indexer).Write)
	for _, x := range b.indexers() {
		x.Reset()
		spareIndexers.Put(x)
	}
	return n, err
}

// writeActors writes the records of the actors, behind all others.
func (b *builder) writeActors() {
	for i := range b.order {
		b.pen.actor(b.named(uint32(i)))
		b.actors = b.record(b.actors)
	}
}

// finishWith is finish where the actors are written already, and indexes are written in another way, one after the other.
func (b *builder) finishWith(write func(*search.Indexer, io.Writer) (int64, error)) (int64, error) {
	w := b.out
	w.Put(b.buffer)
	w.Put(numbers32([]uint32{uint32(len(b.names)), uint32(b.said.Len()), uint32(b.offered.Len()), uint32(len(b.order))}))
	listed, renamed := b.listed(), b.renamed()
	b.strings.write(w)
	for _, places := range [][]uint64{b.briefings, b.quotes, b.proposals, b.casts, b.actors} {
		w.Put(numbers64(places))
	}
	w.Put(numbers32(append(b.firstQuote, uint32(b.said.Len()))))
	w.Put(numbers32(append(b.firstProposal, uint32(b.offered.Len()))))
	w.Put(b.stamps)
	writeNames(w, b.names)
	w.Put(numbers32(hashed(b.names)))
	w.Put(numbers32(b.mentioned))
	w.Put(b.quoteActor)
	w.Put(b.offers)
	w.Put(listed)
	w.Put(renamed)
	w.Put(b.problemList())
	w.Put(b.standing())
	for _, x := range b.indexers() {
		if _, err := write(x, w); err != nil {
			break // the writer says so again when it is closed
		}
		w.Next()
		if b.between != nil {
			b.between()
		}
	}
	return w.Close()
}

func (b *builder) indexers() []*search.Indexer {
	return []*search.Indexer{b.heads, b.said, b.offered}
}

func numbers32(list []uint32) []byte {
	dst := make([]byte, 0, 4*len(list))
	for _, n := range list {
		dst = binary.LittleEndian.AppendUint32(dst, n)
	}
	return dst
}

func numbers64(list []uint64) []byte {
	dst := make([]byte, 0, 8*len(list))
	for _, n := range list {
		dst = binary.LittleEndian.AppendUint64(dst, n)
	}
	return dst
}

// writeNames writes a shelf of names.
func writeNames(w *search.Writer, names []string) {
	starts, at := make([]uint64, 0, len(names)+1), uint64(0)
	for _, name := range names {
		_, _ = w.Write([]byte(name)) // the writer keeps the error
		starts = append(starts, at)
		at += uint64(len(name))
	}
	w.Next()
	w.Put(numbers64(append(starts, at)))
}

// hashed lays names out so that one is found by its hash: number plus one, in the first free place from the hash on.
func hashed(names []string) []uint32 {
	size := 2
	for size < 2*len(names)+2 {
		size *= 2
	}
	places := make([]uint32, size)
	for i, name := range names {
		at := hash(name) & uint32(size-1)
		for places[at] != 0 {
			at = (at + 1) & uint32(size-1)
		}
		places[at] = uint32(i) + 1
	}
	return places
}

// hash is FNV-1a. It is written out as hash/fnv takes bytes alone, and a comparison asks for every name.
func hash(name string) uint32 {
	h := uint32(2166136261)
	for i := range len(name) {
		h = (h ^ uint32(name[i])) * 16777619
	}
	return h
}

// pairs writes strings in order, each with a number: eight bytes a pair.
func (b *builder) pairs(of map[string][]uint32) []byte {
	var dst []byte
	for _, name := range slices.Sorted(maps.Keys(of)) {
		for _, n := range of[name] {
			dst = binary.LittleEndian.AppendUint32(dst, b.strings.ref(name))
			dst = binary.LittleEndian.AppendUint32(dst, n)
		}
	}
	return dst
}

// listed answers under which names a person listed whom: see extract.Join, which looks for offices and surnames there.
func (b *builder) listed() []byte {
	of := map[string][]uint32{}
	for i := range b.order {
		a := b.named(uint32(i))
		if a.Origin == model.Found {
			continue
		}
		for _, key := range listedNames(a) {
			if !slices.Contains(of[key], uint32(i)) {
				of[key] = append(of[key], uint32(i))
			}
		}
	}
	return b.pairs(of)
}

func listedNames(a *model.Actor) []string {
	names := []string{nameKey(a.Name)}
	for _, alias := range a.Aliases {
		if a.Kind != model.Person || strings.Contains(alias, " ") {
			names = append(names, nameKey(alias))
		}
	}
	return names
}

func nameKey(name string) string { return strings.TrimPrefix(text.Fold(name), "the ") }

func (b *builder) renamed() []byte {
	of := make(map[string][]uint32, len(b.others))
	for id, n := range b.others {
		of[id] = []uint32{n}
	}
	return b.pairs(of)
}

func (b *builder) problemList() []byte {
	var list []uint32
	for _, name := range slices.Sorted(maps.Keys(b.problems)) {
		p := b.problems[name]
		list = append(list, p[0], p[1])
	}
	return numbers32(list)
}

// standing writes the rows of actors as a library of this segment alone shows them.
func (b *builder) standing() []byte {
	var rows []standing
	for i := range b.order {
		if b.mentioned[i] > 0 {
			rows = append(rows, standing{actor: uint32(i), tally: b.tallies[i]})
		}
	}
	return appendStandings(nil, order(rows, func(r *standing) (name, party string) {
		a := b.named(r.actor)
		return a.Name, a.Party
	}))
}

// build makes a segment of briefings and writes it; known are the actors of the rest of the library that concern them.
func build(to io.Writer, pages []page, known *model.Text) (int64, error) {
	slices.SortFunc(pages, func(x, y page) int { return newestFirst(&x.text.Briefing, &y.text.Briefing) })
	texts := make([]*model.Text, 0, len(pages)+1)
	for i := range pages {
		texts = append(texts, pages[i].text)
	}
	if known != nil {
		texts = append(texts, known)
	}
	join, actors := joinOf(texts)
	keepCodes(actors, known)
	b := newBuilder(to)
	b.settle(join, actors)
	for _, p := range pages {
		b.add(p)
	}
	return b.finish()
}
