package search

// gathered is texts, each with the documents that have it, while an index is made. The zero value is empty and ready.
//
// What comes is written down in the order in which it comes, a text and a document of four bytes each. Only at the end are
// the documents of each text put together: that way adding one asks for no memory, and nothing lies scattered.
type gathered struct {
	Texts
	last   []uint32 // of each text the document added last, plus one
	counts []uint32 // of each text its documents
	of     []uint32 // what was added: the text,
	docs   []uint32 // and the document
}

// add says that a document has a text. The documents of a text come in order.
func (g *gathered) add(doc uint32, text []byte) {
	n, fresh := g.Number(text)
	if fresh {
		g.last, g.counts = append(g.last, 0), append(g.counts, 0)
	}
	g.take(n, doc)
}

func (g *gathered) take(n int, doc uint32) {
	if g.last[n] == doc+1 {
		return
	}
	g.last[n] = doc + 1
	g.counts[n]++
	g.of = append(g.of, uint32(n))
	g.docs = append(g.docs, doc)
}

// postings puts together the documents of each text and answers them by its number. What was gathered is used up.
func (g *gathered) postings() func(n int) []uint32 {
	from := make([]uint32, len(g.counts)+1)
	for n, k := range g.counts {
		from[n+1] = from[n] + k
	}
	together, next := make([]uint32, len(g.docs)), g.last
	copy(next, from)
	for i, n := range g.of {
		together[next[n]] = g.docs[i]
		next[n]++
	}
	g.of, g.docs = nil, nil
	return func(n int) []uint32 { return together[from[n]:from[n+1]] }
}
