package search

import (
	"bytes"
	"encoding/binary"
	"maps"
	"slices"
	"sort"
	"unicode/utf8"
)

// A dictionary is words in order, each with the documents that hold it. It takes five parts:
//
//	the words, each ended by a newline · where they begin · the postings · where they begin · how many documents each has
const dictionaryParts = 5

// gathered is the documents of a word while an index is made: differences, seven bits a byte.
type gathered struct {
	deltas []byte
	last   uint32 // the document added last, plus one
	count  uint32
}

func (g *gathered) add(doc uint32) {
	if g.last == doc+1 {
		return
	}
	if g.last == 0 {
		g.deltas = binary.AppendUvarint(g.deltas, uint64(doc))
	} else {
		g.deltas = binary.AppendUvarint(g.deltas, uint64(doc+1-g.last))
	}
	g.last = doc + 1
	g.count++
}

func (g *gathered) docs(into []uint32) []uint32 {
	doc := uint32(0)
	for b := g.deltas; len(b) > 0; {
		d, n := binary.Uvarint(b)
		doc += uint32(d)
		into = append(into, doc)
		b = b[n:]
	}
	return into
}

// A dictionaryWriter gathers the rows of a dictionary in memory, as they are small beside the texts.
type dictionaryWriter struct {
	words    []byte
	starts   []uint64
	postings []byte
	at       []uint64
	counts   []uint32
}

func (d *dictionaryWriter) put(word []byte, docs []uint32) {
	d.starts = append(d.starts, uint64(len(d.words)))
	d.words = append(append(d.words, word...), '\n')
	d.at = append(d.at, uint64(len(d.postings)))
	d.postings = appendPosting(d.postings, docs)
	d.counts = append(d.counts, uint32(len(docs)))
}

func (d *dictionaryWriter) write(w *Writer) {
	w.Put(d.words)
	w.Put(appendUint64s(nil, append(d.starts, uint64(len(d.words)))))
	w.Put(d.postings)
	w.Put(appendUint64s(nil, append(d.at, uint64(len(d.postings)))))
	w.Put(appendUint32s(nil, d.counts))
}

// writeWords writes the words of an index, and after them the beginnings of words that very many documents hold.
func writeWords(w *Writer, words map[string]*gathered, documents int) {
	sorted := slices.Sorted(maps.Keys(words))
	var all, common dictionaryWriter
	var docs []uint32
	for _, word := range sorted {
		docs = words[word].docs(docs[:0])
		all.put([]byte(word), docs)
	}
	for _, p := range commonPrefixes(sorted, words, documents) {
		s := NewSet(documents)
		for _, word := range sorted[p.from:p.to] {
			for _, d := range words[word].docs(docs[:0]) {
				s.Add(int(d))
			}
		}
		docs = s.docs(docs[:0])
		common.put([]byte(p.text), docs)
	}
	all.write(w)
	common.write(w)
}

// A prefix is the words of a sorted list that begin with a text.
type prefix struct {
	text     string
	from, to int
}

// commonPrefixes answers the beginnings of words, one to four letters long, whose postings would take long to add up while
// somebody types: what is left takes a third of a millisecond for a million documents.
func commonPrefixes(sorted []string, words map[string]*gathered, documents int) []prefix {
	const fewest, longest = 4, 4 // words; letters
	var found []prefix
	for letters := 1; letters <= longest; letters++ {
		for from := 0; from < len(sorted); {
			text, whole := beginning(sorted[from], letters)
			to, sum := from, 0
			for to < len(sorted) && len(sorted[to]) >= len(text) && sorted[to][:len(text)] == text {
				sum += int(words[sorted[to]].count)
				to++
			}
			if whole && to-from >= fewest && sum >= documents/4 {
				found = append(found, prefix{text, from, to})
			}
			from = max(to, from+1)
		}
	}
	slices.SortFunc(found, func(a, b prefix) int { return bytes.Compare([]byte(a.text), []byte(b.text)) })
	return found
}

// beginning answers the first letters of a word, and whether it has so many.
func beginning(word string, letters int) (string, bool) {
	at := 0
	for range letters {
		if at == len(word) {
			return word, false
		}
		_, n := utf8.DecodeRuneInString(word[at:])
		at += n
	}
	return word[:at], true
}

// A dictionary is read where it lies.
type dictionary struct {
	words, starts, postings, at, counts Part
	n                                   int
}

func openDictionary(p []Part) dictionary {
	d := dictionary{words: p[0], starts: p[1], postings: p[2], at: p[3], counts: p[4]}
	d.n = int(d.counts.Len() / 4)
	if d.starts.Len() != 8*int64(d.n)+8 || d.at.Len() != 8*int64(d.n)+8 {
		panic(Damage("a dictionary's parts do not belong together"))
	}
	return d
}

func (d *dictionary) word(i int) []byte {
	w := stretch(d.words, d.starts, i)
	return w[:len(w)-1]
}

func (d *dictionary) posting(i int) []byte { return stretch(d.postings, d.at, i) }
func (d *dictionary) count(i int) int      { return int(d.counts.Uint32(i)) }

// find answers the place of a word, or where it would stand.
func (d *dictionary) find(word string) (int, bool) {
	i := sort.Search(d.n, func(i int) bool { return string(d.word(i)) >= word })
	return i, i < d.n && string(d.word(i)) == word
}

// beginWith answers the words that begin with a text.
func (d *dictionary) beginWith(text string) (from, to int) {
	from, _ = d.find(text)
	to = from + sort.Search(d.n-from, func(i int) bool {
		w := d.word(from + i)
		return string(w[:min(len(w), len(text))]) > text
	})
	return from, to
}
