package cache

import (
	"bufio"
	"io"
	"os"
	"slices"

	"parley/model/search"
)

// renumber tells a builder's indexes where the documents come that they take over.
func (v *view) renumber(rows []row, b *builder) {
	moves := map[*mounted]*move{}
	for _, m := range v.segments {
		moves[m] = newMove(m)
	}
	var next counts
	for i := range rows {
		moves[rows[i].m].take(&rows[i], &next)
	}
	for _, m := range v.segments {
		b.heads.Adopt(m.heads, moves[m].heads)
		b.said.Adopt(m.said, moves[m].quotes)
		b.offered.Adopt(m.offered, moves[m].proposals)
	}
}

// counts are how many documents there are of each kind.
type counts struct{ heads, quotes, proposals uint32 }

// A move is the new numbers of a segment's documents.
type move struct{ heads, quotes, proposals []uint32 }

func newMove(m *mounted) *move {
	none := func(n int) []uint32 { return slices.Repeat([]uint32{search.None}, n) }
	return &move{none(m.heads.Len()), none(m.said.Len()), none(m.offered.Len())}
}

// take numbers a briefing and its statements as the next.
func (o *move) take(r *row, next *counts) {
	o.heads[r.n] = next.heads
	next.heads++
	for i := r.m.firstQuote(r.n); i < r.m.firstQuote(r.n+1); i++ {
		o.quotes[i] = next.quotes
		next.quotes++
	}
	for i := r.m.firstProposal(r.n); i < r.m.firstProposal(r.n+1); i++ {
		o.proposals[i] = next.proposals
		next.proposals++
	}
}

// gatheredWords are the words of indexes, put together before the rest of them, in a file without a name.
type gatheredWords struct {
	file *os.File
	ends []int64
	at   int
	err  error
}

func gatherWords(dir string) (*gatheredWords, error) {
	f, err := nameless(dir)
	return &gatheredWords{file: f}, err
}

// gather puts the words of each index together.
func (g *gatheredWords) gather(indexes []*search.Indexer) {
	w := bufio.NewWriterSize(g.file, 16*block)
	at := int64(0)
	for _, x := range indexes {
		at += x.WriteWords(w)
		g.ends = append(g.ends, at)
	}
	g.err = w.Flush()
}

// write writes the next index: the words as they were put together, and the rest behind them.
func (g *gatheredWords) write(x *search.Indexer, to io.Writer) (int64, error) {
	if g.err != nil {
		return 0, g.err
	}
	from := int64(0)
	if g.at > 0 {
		from = g.ends[g.at-1]
	}
	words := io.NewSectionReader(g.file, from, g.ends[g.at]-from)
	g.at++
	return x.WriteRest(to, words)
}
