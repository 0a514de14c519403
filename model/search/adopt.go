package search

import (
	"bytes"
	"cmp"
	"io"
	"slices"
	"strings"
)

// Indexes out of indexes
//
// Words and values need not be found again in texts that other indexes hold: their postings are taken over with the new
// numbers of their documents. That is some twenty times faster than reading the texts. Names of speakers, with
// the grades that hang on them, are an exception, as a larger library may know better who is who; file names are another, as
// each is its document's own.

// None is the new number of a document that is left out.
const None = ^uint32(0)

// An adopted is an index whose documents get other numbers.
type adopted struct {
	x       *Index
	renamed []uint32
}

// Adopt takes over the documents of another index: document i becomes renamed[i], or is left out where that is None.
// Every document has to be added as well, in the new order, by FreshQuote, FreshProposal or FreshHead. The other index is
// read when this one is written.
func (x *Indexer) Adopt(from *Index, renamed []uint32) {
	x.adopted = append(x.adopted, adopted{from, renamed})
	for _, n := range renamed {
		if n != None {
			x.adopts++
		}
	}
}

// WriteWords writes the words of adopted indexes, which need not be waited for until every document is added, and answers
// how many bytes they took. WriteRest goes on.
func (x *Indexer) WriteWords(to io.Writer) int64 {
	x.begun = NewWriter(to)
	x.writeBeginning(x.begun)
	return x.begun.at
}

// WriteRest is Write where the words were written by WriteWords: they are read again, and the rest is written behind them.
func (x *Indexer) WriteRest(to io.Writer, words io.Reader) (int64, error) {
	w := x.begun
	if w.err != nil {
		return 0, w.err
	}
	if n, err := io.Copy(to, words); err != nil || n != w.at {
		return n, cmp.Or(err, io.ErrUnexpectedEOF)
	}
	w.w = to
	x.writeColumns(w)
	return w.Close()
}

// docs adds the new numbers of the documents of a posting.
func (a *adopted) docs(into []uint32, posting []byte) []uint32 {
	eachDoc(posting, func(doc int) {
		if n := a.renamed[doc]; n != None {
			into = append(into, n)
		}
	})
	return into
}

// writeAdopted writes the words of adopted indexes.
func (x *Indexer) writeAdopted(w *Writer) {
	d := newWordsWriter(w, x.adopts)
	at := make([]int, len(x.adopted))
	var docs []uint32
	for {
		var word []byte
		for i, a := range x.adopted {
			if at[i] < a.x.words.n {
				if have := a.x.words.word(at[i]); word == nil || bytes.Compare(have, word) < 0 {
					word = have
				}
			}
		}
		if word == nil {
			break
		}
		docs = docs[:0]
		for i := range x.adopted {
			a := &x.adopted[i]
			if at[i] < a.x.words.n && bytes.Equal(a.x.words.word(at[i]), word) {
				docs = a.docs(docs, a.x.words.posting(at[i]))
				at[i]++
			}
		}
		if len(docs) > 0 {
			d.put(string(word), inOrder(docs, x.adopts, &d.set))
		}
	}
	d.close()
}

// inOrder sorts documents; many are sorted by way of a set.
func inOrder(docs []uint32, n int, room *Set) []uint32 {
	const many = 4096
	if slices.IsSorted(docs) {
		return docs
	}
	if len(docs) < many {
		slices.Sort(docs)
		return docs
	}
	if *room == nil {
		*room = NewSet(n)
	}
	for _, doc := range docs {
		room.Add(int(doc))
	}
	docs = room.docs(docs[:0])
	clear(*room)
	return docs
}

// adoptColumn writes the values of a column of adopted indexes.
func (x *Indexer) adoptColumn(w *Writer, in int) {
	type row struct{ from, row int }
	of := map[string][]row{}
	var order []string
	for i := range x.adopted {
		c := &x.adopted[i].x.columns[in]
		for r := range c.n {
			value := string(c.value(r))
			if of[value] == nil {
				order = append(order, value)
			}
			of[value] = append(of[value], row{i, r})
		}
	}
	slices.SortFunc(order, strings.Compare)
	var room Set
	var docs []uint32
	column := columnWriter{out: w}
	for _, value := range order {
		docs = docs[:0]
		for _, r := range of[value] {
			docs = x.adopted[r.from].docs(docs, x.adopted[r.from].x.columns[in].posting(r.row))
		}
		if len(docs) > 0 {
			column.put([]byte(value), inOrder(docs, x.adopts, &room))
		}
	}
	column.close()
}
