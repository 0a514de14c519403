package search

import (
	"bytes"

	"parley/model"
)

// An Index finds documents of one kind where an Indexer wrote them. It keeps nothing in memory but where things lie, and
// may be asked by several goroutines at once. What it answers is what a Matcher would, document by document.
//
// Its methods panic with a Damage, or with an error of the runtime, where the memory does not hold what was written.
type Index struct {
	n       int
	words   dictionary
	common  dictionary // beginnings of words that very many documents hold
	columns [inColumns]storedColumn
	head    bool
}

// A Home tells an index of statements of the briefings in which they stand.
type Home struct {
	Heads *Index
	First func(briefing int) int        // the first statement of a briefing; of the number after the last briefing, how many there are
	File  func(name string) (int, bool) // the briefing of a name
}

// OpenIndex answers the index that takes all of a part. heads says that its documents are briefings.
func OpenIndex(p Part, heads bool) *Index {
	parts := PartsOf(p, p.Len())
	if len(parts) != 1+2*dictionaryParts+inColumns*columnParts {
		panic(Damage("an index has other parts than it should"))
	}
	x := &Index{n: int(parts[0].Uint32(0)), head: heads}
	x.words = openDictionary(parts[1:])
	x.common = openDictionary(parts[1+dictionaryParts:])
	for i := range x.columns {
		x.columns[i] = openColumn(parts[1+2*dictionaryParts+i*columnParts:])
	}
	return x
}

// Len answers how many documents there are.
func (x *Index) Len() int { return x.n }

// A Question is a filter put to an index.
type Question struct {
	Filter model.Filter
	Home   Home
	Gone   Set                    // documents that count no more; may be nil
	Text   func(doc int) []string // the words of a document, for phrases
	Checks int                    // how many documents may be looked at for phrases; 0: all
	Stop   func() bool            // asked now and then; may be nil
}

// Found is the documents that fit. Where Open is above zero, so many more may fit, all behind the last that is in.
type Found struct {
	Docs Set
	Open int
}

// Find answers the documents that fit a filter.
func (x *Index) Find(q Question) Found {
	m := Compile(q.Filter)
	docs := Full(x.n)
	docs.AndNot(q.Gone)
	if m.track != "" {
		in := inTrack
		if x.head && len(q.Filter.Terms) == 0 {
			in = inHeld
		}
		docs.And(x.equal(in, m.track))
	}
	if m.file != "" {
		docs.And(x.file(m.file, q.Home))
	}
	for i := range m.fields {
		t := &m.fields[i]
		if t.field.ofStatement() && x.head {
			continue
		}
		narrow(docs, x.field(t, q.Home), t.not)
	}
	var check []looked
	for _, w := range m.words {
		s, exact := x.pattern(w.pattern)
		switch {
		case exact:
			narrow(docs, s, w.not)
		case w.not:
			check = append(check, looked{w, s})
		default:
			docs.And(s)
			check = append(check, looked{w, nil})
		}
	}
	if len(check) == 0 {
		return Found{Docs: docs}
	}
	return look(docs, check, q)
}

func narrow(docs, s Set, not bool) {
	if not {
		docs.AndNot(s)
	} else {
		docs.And(s)
	}
}

func (x *Index) equal(in int, value string) Set {
	s := NewSet(x.n)
	x.columns[in].addEqual(s, value)
	return s
}

// file answers the documents of a briefing.
func (x *Index) file(name string, h Home) Set {
	s := NewSet(x.n)
	if n, ok := h.File(name); ok {
		if x.head {
			s.Add(n)
		} else {
			s.AddRange(h.First(n), h.First(n+1))
		}
	}
	return s
}

// field answers the documents that fit a field, whatever its minus says.
func (x *Index) field(t *fieldTerm, h Home) Set {
	s := NewSet(x.n)
	for _, in := range columnsOf(t.field.Name) {
		if in < inSource || x.head {
			x.columns[in].addWhere(s, t, in)
			continue
		}
		heads := h.Heads.field(t, h)
		for b := heads.Next(0); b >= 0; {
			end := heads.gap(b)
			s.AddRange(h.First(b), h.First(end))
			b = heads.Next(end)
		}
	}
	return s
}

// Tally counts the documents of a set by a field's values: speaker, via, grade, date, track, kind.
func (x *Index) Tally(field string, within Set) map[string]int {
	return x.columns[columnsOf(field)[0]].tallies(within)
}

// Held counts the briefings of a set by the tracks of their statements.
func (x *Index) Held(within Set) map[string]int { return x.columns[inHeld].tallies(within) }

// Equal answers the documents that have exactly this value for a field: track, grade, kind, stance, date, via.
func (x *Index) Equal(field, value string) Set { return x.equal(columnsOf(field)[0], value) }

// Touch reads what every search needs, so that the first one need not wait for the disk.
func (x *Index) Touch() {
	for _, d := range []*dictionary{&x.words, &x.common} {
		for _, p := range []Part{d.words, d.starts, d.at, d.postings} {
			touch(p)
		}
	}
	for i := range x.columns {
		touch(x.columns[i].laid)
		touch(x.columns[i].ends)
	}
}

func touch(p Part) {
	const page = 4096
	for at := int64(0); at < p.Len(); at += page {
		_ = p.Piece(at, at+1)
	}
}

// Words answers how many different words there are.
func (x *Index) Words() int { return x.words.n }

// AddWords adds the words that like says yes to, and how many documents hold each.
func (x *Index) AddWords(to map[string]int, like func(word []byte) bool) {
	words := x.words.words.All()
	for i := 0; len(words) > 0; i++ {
		n := bytes.IndexByte(words, '\n')
		if n < 0 {
			panic(Damage("a word has no end"))
		}
		if like(words[:n]) {
			to[string(words[:n])] += x.words.count(i)
		}
		words = words[n+1:]
	}
}

// AddValues adds the words of the values that documents have for a field; of speakers also of those they speak about.
func (x *Index) AddValues(to map[string]bool, field string) {
	in := columnsOf(field)
	switch field {
	case "speaker", "party", "actor":
		in = []int{inSpeaker, inAbout}
	case "track", "via":
	default:
		return
	}
	for _, i := range in {
		for _, w := range bytes.FieldsFunc(x.columns[i].laid.All(), func(r rune) bool { return r == ' ' || r == '\n' || r == between }) {
			if !to[string(w)] {
				to[string(w)] = true
			}
		}
	}
}
