package search

import "slices"

// gathered is texts, each with the documents that have it, while an index is made. The zero value is empty and ready.
//
// What comes is written down in the order in which it comes, four bytes a text and as many a document. Only at the end are
// the documents of each text put together: that way adding one asks for no memory, and nothing lies scattered.
type gathered struct {
	Texts
	each     []having // of each text
	of       []uint32 // the texts of the documents, one document behind the other
	ends     []uint32 // where those of each document end
	together []uint32 // the documents of each text, when they were put together
}

// having is how many documents have a text.
type having struct {
	last  uint32 // the one added last, plus one
	count uint32
}

func (g *gathered) reset() {
	g.Reset()
	g.each, g.of, g.ends = g.each[:0], g.of[:0], g.ends[:0]
}

// add says that a document has a text. The documents come in order.
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
	for len(g.ends) <= int(doc) {
		g.ends = append(g.ends, uint32(len(g.of)))
	}
	g.of = append(g.of, uint32(n))
	g.ends[doc]++
}

// postings puts together the documents of each text and answers them by its number, until it is reset. Nothing can be added
// any more.
func (g *gathered) postings() func(n int) []uint32 {
	next := uint32(0)
	for n := range g.each {
		g.each[n].last = next // from here on where the next document of the text comes
		next += g.each[n].count
	}
	g.together = slices.Grow(g.together[:0], len(g.of))[:len(g.of)]
	from := uint32(0)
	for doc, end := range g.ends {
		for _, n := range g.of[from:end] {
			e := &g.each[n]
			g.together[e.last] = uint32(doc)
			e.last++
		}
		from = end
	}
	return func(n int) []uint32 {
		e := &g.each[n]
		return g.together[e.last-e.count : e.last]
	}
}
