// Package track tells which strand of the negotiation a passage is about, and which date a relative day stands for.
//
// Rules:
//   - Issue words are compared folded and whole; the longest phrase wins, and inside it nothing else counts.
//   - A word in brackets in the table tells a strand only where none of its plain words stands in the passage.
//   - A passage is a statement first; only where that tells nothing its sentence, then its paragraph.
package track

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"parley/model/extract/lexicon"
	"parley/model/extract/prose"
)

// A Strand is a track with the words that tell it.
type Strand struct {
	Name  string
	Words []string // words and phrases; one in round brackets is weak
}

// A Table tells strands by their words. It is not changed once made.
type Table struct {
	gazetteer *lexicon.Gazetteer
	names     []string
	strands   []int32 // by gazetteer value: the strand, or its complement for a weak word
	folded    map[string]int
}

// shipped is the table of tracks.txt.
var shipped = sync.OnceValue(func() *Table { return NewTable(nil, false) })

// Shipped answers the table that comes with the program.
func Shipped() *Table { return shipped() }

// NewTable answers the shipped table with a library's own strands before it, or those alone.
func NewTable(own []Strand, replace bool) *Table {
	t := &Table{gazetteer: lexicon.NewGazetteer(8192), strands: make([]int32, 1), folded: map[string]int{}}
	var b builder
	for _, s := range own {
		at := t.strand(s.Name)
		b.add(at, s.Name, nil)
		for _, w := range s.Words {
			b.add(at, w, nil)
		}
	}
	if !replace {
		b.shipped(t)
	}
	b.finish(t)
	t.gazetteer.Numbered()
	return t
}

// strand answers the number of a strand, a new one where none has the name.
func (t *Table) strand(name string) int {
	key := strings.ToLower(strings.TrimSpace(name))
	at, ok := t.folded[key]
	if !ok {
		at = len(t.names)
		t.folded[key] = at
		t.names = append(t.names, strings.TrimSpace(name))
	}
	return at
}

// Names answers the strands in the order of the table.
func (t *Table) Names() []string { return t.names }

// Named answers the strand that a heading or a front matter names, in the table's own spelling.
func (t *Table) Named(name string) (string, bool) {
	at, ok := t.folded[strings.ToLower(strings.TrimSpace(name))]
	if !ok {
		return "", false
	}
	return t.names[at], true
}

// A Hit is an issue word in a text.
type Hit struct {
	Start, End int32 // bytes of Doc.Text
	Strand     int16
	Weak       bool
}

// Hits answers every issue word of a text, in order.
func (t *Table) Hits(d *prose.Doc) []Hit {
	hits := make([]Hit, 0, len(d.Tokens)/40+8)
	for p := range d.Paragraphs {
		b := &d.Paragraphs[p]
		for i := b.FirstToken; i < b.LastToken; i++ {
			token := &d.Tokens[i]
			if !t.gazetteer.Opens(token.Number) || token.Kind != prose.Word && token.Kind != prose.Number {
				continue
			}
			value, last := uint32(0), i
			node := t.gazetteer.First(token.Number, token.Hash)
			for k := i + 1; node != 0; k++ {
				if v := t.gazetteer.Value(node); v != 0 {
					value, last = v, k-1
				}
				if k >= b.LastToken {
					break
				}
				node = t.gazetteer.Step(node, d.Tokens[k].Hash)
			}
			if value == 0 {
				continue
			}
			h := Hit{Start: token.Start, End: d.Tokens[last].End, Strand: int16(t.strands[value])}
			if t.strands[value] < 0 {
				h.Strand, h.Weak = int16(^t.strands[value]), true
			}
			hits = append(hits, h)
			i = last
		}
	}
	return hits
}

// Within answers the strands that the hits between two bytes tell, those with most words first, nil where none does.
func (t *Table) Within(hits []Hit, start, end int32) []string {
	from, _ := slices.BinarySearchFunc(hits, start, func(h Hit, at int32) int { return cmp.Compare(h.Start, at) })
	type tally struct{ strand, plain, weak int }
	var found []tally
	for _, h := range hits[from:] {
		if h.Start >= end {
			break
		}
		i := slices.IndexFunc(found, func(y tally) bool { return y.strand == int(h.Strand) })
		if i < 0 {
			i = len(found)
			found = append(found, tally{strand: int(h.Strand)})
		}
		if h.Weak {
			found[i].weak++
		} else {
			found[i].plain++
		}
	}
	sure := slices.ContainsFunc(found, func(y tally) bool { return y.plain > 0 })
	slices.SortStableFunc(found, func(a, b tally) int {
		return cmp.Or(cmp.Compare(b.plain, a.plain), cmp.Compare(b.weak, a.weak), cmp.Compare(a.strand, b.strand))
	})
	var names []string
	for _, y := range found {
		if y.plain > 0 || !sure {
			names = append(names, t.names[y.strand])
		}
	}
	return names
}

// Of answers the strands that some words by themselves tell.
func (t *Table) Of(words string) []string {
	d := prose.Split([]prose.Paragraph{{Text: words}})
	defer d.Release()
	return t.Within(t.Hits(d), 0, int32(len(d.Text)))
}
