package search

import (
	"bytes"
	"encoding/binary"
	"sort"
	"strings"

	"parley/model"
)

// A column is the distinct values that an aspect of the documents has, each with the documents that have it. A field asks
// the values, which are few, and not the documents. It takes six parts:
//
//	the postings · where they begin · the values laid out to be searched, each ended by a newline · where each ends · the
//	values as they are · where they begin
const columnParts = 6

// The aspects that an index keeps. A briefing's statements take source, file, lang and tag from the index of heads.
const (
	inSpeaker = iota
	inParty
	inAbout
	inVia
	inTrack
	inHeld // of a briefing: the tracks of its statements
	inDate
	inGrade
	inStance
	inKind
	inSource
	inFile
	inLang
	inTag
	inColumns
)

// columnsOf says which columns answer a field: one of them must.
func columnsOf(field string) []int {
	switch field {
	case "speaker":
		return []int{inSpeaker}
	case "party":
		return []int{inParty}
	case "actor":
		return []int{inSpeaker, inAbout}
	case "track":
		return []int{inTrack}
	case "date", "since", "until":
		return []int{inDate}
	case "via":
		return []int{inVia}
	case "grade":
		return []int{inGrade}
	case "stance":
		return []int{inStance}
	case "kind":
		return []int{inKind}
	case "source":
		return []int{inSource}
	case "file":
		return []int{inFile}
	case "lang":
		return []int{inLang}
	case "tag":
		return []int{inTag}
	}
	return nil
}

// noSpeaker is the value of a statement that nobody is named for. A speaker has three names.
const noSpeaker = "nobody"

// between parts the names within one value. No pattern holds it, so none runs from one into the next.
const between = 0

// A columnWriter keeps everything but the postings, which go where they belong as they come.
type columnWriter struct {
	out             *Writer
	size            uint64 // of the postings so far
	laid, raw       []byte
	ends, rawAt, at []uint64
	posting         []byte
}

// put takes the next value, with its documents in order.
func (c *columnWriter) put(value []byte, docs []uint32) {
	c.rawAt = append(c.rawAt, uint64(len(c.raw)))
	c.raw = append(c.raw, value...)
	for name := range bytes.SplitSeq(value, []byte{between}) {
		if len(name) > 0 {
			c.laid = append(appendNormal(c.laid, folded(string(name)), nil), between)
		}
	}
	c.laid = append(c.laid, '\n')
	c.ends = append(c.ends, uint64(len(c.laid)))
	c.posting = appendPosting(c.posting[:0], docs)
	c.at = append(c.at, c.size)
	_, _ = c.out.Write(c.posting) // the writer keeps its error
	c.size += uint64(len(c.posting))
}

// close ends the part of the postings and writes the others.
func (c *columnWriter) close() {
	w := c.out
	w.Next()
	w.Put(appendUint64s(nil, append(c.at, c.size)))
	w.Put(c.laid)
	w.Put(appendUint64s(nil, c.ends))
	w.Put(c.raw)
	w.Put(appendUint64s(nil, append(c.rawAt, uint64(len(c.raw)))))
}

// writeColumn writes values that were gathered, in the order in which they came.
func writeColumn(w *Writer, values *gathered) {
	c := columnWriter{out: w}
	docs := values.postings()
	for n := range values.Len() {
		c.put(values.At(n), docs(n))
	}
	c.close()
}

// A column is read where it lies.
type storedColumn struct {
	laid, ends, raw, rawAt, postings, at Part
	n                                    int
}

func openColumn(p []Part) storedColumn {
	c := storedColumn{postings: p[0], at: p[1], laid: p[2], ends: p[3], raw: p[4], rawAt: p[5]}
	c.n = int(c.ends.Len() / 8)
	if c.rawAt.Len() != 8*int64(c.n)+8 || c.at.Len() != 8*int64(c.n)+8 {
		panic(Damage("a column's parts do not belong together"))
	}
	return c
}

func (c *storedColumn) value(i int) []byte   { return stretch(c.raw, c.rawAt, i) }
func (c *storedColumn) posting(i int) []byte { return stretch(c.postings, c.at, i) }

// addEqual adds the documents that have exactly this value.
func (c *storedColumn) addEqual(to Set, value string) {
	for i := range c.n {
		if string(c.value(i)) == value {
			to.addPosting(c.posting(i))
			return
		}
	}
}

// addWhere adds the documents whose value the field holds.
func (c *storedColumn) addWhere(to Set, t *fieldTerm, in int) {
	for _, v := range t.values {
		if t.field.read == nil {
			c.addPattern(to, v.pattern, in == inFile)
			continue
		}
		for i := range c.n {
			if s := subjectOf(in, string(c.value(i))); t.field.holds(v, &s) {
				to.addPosting(c.posting(i))
			}
		}
	}
}

// addPattern adds the documents in one of whose names the pattern stands. rows says that every document has a value of its
// own, as briefings have their file names: then the row is the document.
func (c *storedColumn) addPattern(to Set, p pattern, rows bool) {
	laid, ends := c.laid.All(), c.ends.All()
	end := func(row int) int { return int(binary.LittleEndian.Uint64(ends[8*row:])) }
	for at, row := 0, 0; at < len(laid); row++ {
		k := p.index(laid[at:])
		if k < 0 {
			return
		}
		// The next hit is mostly near.
		step := 1
		for row+step < c.n && end(row+step-1) <= at+k {
			row, step = row+step, step*2
		}
		row += sort.Search(min(step, c.n-row), func(j int) bool { return end(row+j) > at+k })
		if rows {
			to.Add(row)
		} else {
			to.addPosting(c.posting(row))
		}
		if end(row) <= at {
			panic(Damage("the values of a column are out of order"))
		}
		at = end(row)
	}
}

// subjectOf answers a subject that has one aspect alone: a date or a fixed word.
func subjectOf(in int, value string) subject {
	s := subject{statement: true, b: &noBriefing}
	switch in {
	case inDate:
		s.date = model.Date(value)
	case inGrade:
		s.grade = value
	case inStance:
		s.stance = value
	case inKind:
		s.kind = value
	}
	return s
}

// tallies counts the documents of a set by the part of their value before the first mark between names.
func (c *storedColumn) tallies(within Set) map[string]int {
	counts := map[string]int{}
	for i := range c.n {
		if n := within.countPosting(c.posting(i)); n > 0 {
			name, _, several := strings.Cut(string(c.value(i)), string(rune(between)))
			if several || name != noSpeaker {
				counts[name] += n
			}
		}
	}
	return counts
}
