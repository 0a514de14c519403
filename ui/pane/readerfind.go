package pane

import (
	"slices"
	"sort"
	"strings"

	"parley/model"
	"parley/model/markdown"
	"parley/model/text"
)

// Finding in the text: in what is shown of it, so that a hit goes on over emphasis and line ends, and is never in an
// address that nobody sees. Where the structure of a long text is not known yet, in the text as it stands.

// A haystack is a piece of running text, folded.
type haystack struct {
	of     *markdown.Text
	folded string
}

// Find marks what fits, goes to the first from here on, and tells which of how many it is.
func (r *Reader) Find(words string) (at, of int) {
	from := 0
	if r.page != nil {
		from = r.At()
		if r.hit < len(r.hits) && r.inView(r.hits[r.hit].Start) {
			from = r.hits[r.hit].Start
		}
	}
	r.needle = needle(text.Fold(words))
	r.search()
	if len(r.hits) == 0 {
		return 0, 0
	}
	i := sort.Search(len(r.hits), func(i int) bool { return r.hits[i].Start >= from })
	return r.goToHit(i)
}

// FindNext goes to the next hit (1) or the one before (-1), round the end.
func (r *Reader) FindNext(dir int) (at, of int) {
	if len(r.hits) == 0 || r.page == nil {
		return 0, 0
	}
	if !r.inView(r.hits[r.hit].Start) { // scrolled away: on from what is in view
		from := r.At()
		i := sort.Search(len(r.hits), func(i int) bool { return r.hits[i].Start >= from })
		if dir < 0 {
			i--
		}
		return r.goToHit(i)
	}
	return r.goToHit(r.hit + dir)
}

func (r *Reader) goToHit(i int) (at, of int) {
	r.hit = (i%len(r.hits) + len(r.hits)) % len(r.hits)
	r.reveal(r.hits[r.hit].Start, r.hits[r.hit].End)
	r.cursor = r.hits[r.hit].Start
	r.setLined(true)
	return r.hit + 1, len(r.hits)
}

// search looks for the needle anew.
func (r *Reader) search() {
	r.touch()
	r.hits, r.hit = nil, 0
	switch {
	case r.needle == "" || r.page == nil:
		return
	case r.index == nil:
		for _, h := range r.needle.in(strings.ReplaceAll(string(r.text.Body[r.text.Start:]), "\n", " ")) {
			r.hits = append(r.hits, model.Range{Start: h.Start + r.text.Start, End: h.End + r.text.Start})
		}
	default:
		r.hits = r.index.find(r.needle)
	}
	r.hits = slices.DeleteFunc(r.hits, r.unseen)
}

// unseen tells whether a hit lies in what is not shown.
func (r *Reader) unseen(h model.Range) bool {
	if h.Start < r.text.Start {
		return true
	}
	omitted := r.text.Omitted
	if r.index != nil {
		omitted = r.index.omitted(&r.text)
	}
	return slices.ContainsFunc(omitted, func(o model.Range) bool { return h.Start < o.End && h.End > o.Start })
}

// find answers where the needle stands, in the order of the text.
func (ix *Index) find(n needle) (hits []model.Range) {
	if ix.folded == nil {
		ix.fold()
	}
	for _, h := range ix.folded {
		if !strings.Contains(h.folded, string(n)) {
			continue
		}
		for _, hit := range n.in(h.of.Plain()) {
			hits = append(hits, h.of.Span(hit.Start, hit.End))
		}
	}
	slices.SortFunc(hits, func(a, b model.Range) int { return a.Start - b.Start })
	return hits
}

func (ix *Index) fold() {
	ix.folded = []haystack{}
	add := func(t markdown.Text) {
		if t.Plain() != "" {
			ix.folded = append(ix.folded, haystack{&t, text.Fold(t.Plain())})
		}
	}
	for i := range ix.doc.Nodes {
		n := &ix.doc.Nodes[i]
		if n.Kind == markdown.Comment {
			continue
		}
		add(n.Text)
		for _, c := range n.Cells {
			add(c)
		}
		for _, t := range []markdown.Text{n.Title(), n.By(), n.Term()} {
			add(t)
		}
	}
}
