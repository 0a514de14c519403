package search

import "slices"

// gathered is texts, each with the documents that have it, while an index is made. The zero value is empty and ready.
//
// What comes is written down in the order in which it comes, a text and a document of four bytes each. Only at the end are
// the documents of each text put together: that way adding one asks for no memory, and nothing lies scattered.
type gathered struct {
	Texts
	each     []having // of each text
	of       []uint32 // what was added: the text,
	docs     []uint32 // and the document
	together []uint32 // the documents of each text, when they were put together
}

// having is how many documents have a text.
type having struct {
	last  uint32 // the one added last, plus one
	count uint32
}

func (g *gathered) reset() {
	g.Reset()
	g.each, g.of, g.docs = g.each[:0], g.of[:0], g.docs[:0]
}

// add says that a document has a text. The documents of a text come in order.
func (g *gathered) add(doc uint32, text []byte) {
	n, fresh := g.Number(text)
	if fresh {
		g.each = append(g.each, having{})
	}
	e := &g.each[n]
	if e.last == doc+1 {
		return
	}
	e.last = doc + 1
	e.count++
	g.of = append(g.of, uint32(n))
	g.docs = append(g.docs, doc)
}

// postings puts together the documents of each text and answers them by its number, until it is reset. Nothing can be added
// any more.
func (g *gathered) postings() func(n int) []uint32 {
	next := uint32(0)
	for n := range g.each {
		g.each[n].last = next // from here on where the next document of the text comes
		next += g.each[n].count
	}
	g.together = slices.Grow(g.together[:0], len(g.docs))[:len(g.docs)]
	for i, n := range g.of {
		e := &g.each[n]
		g.together[e.last] = g.docs[i]
		e.last++
	}
	return func(n int) []uint32 {
		e := &g.each[n]
		return g.together[e.last-e.count : e.last]
	}
}
