package search

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"io"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"
)

// A dictionary is words in order, each with the documents that hold it. It takes five parts:
//
//	the postings · where they begin · the words, each ended by a newline · where they begin · how many documents each has
const dictionaryParts = 5

// A dictionaryWriter keeps everything but the postings, which go where they belong as they come.
type dictionaryWriter struct {
	out     io.Writer
	size    uint64 // of the postings so far
	words   []byte
	starts  []uint64
	at      []uint64
	counts  []uint32
	posting []byte
}

func (d *dictionaryWriter) word(word string) {
	d.starts = append(d.starts, uint64(len(d.words)))
	d.words = append(append(d.words, word...), '\n')
	d.at = append(d.at, d.size)
}

func (d *dictionaryWriter) put(word string, docs []uint32) {
	d.word(word)
	d.posting = appendPosting(d.posting[:0], docs)
	d.encoded(d.posting, len(docs))
}

func (d *dictionaryWriter) encoded(posting []byte, count int) {
	_, _ = d.out.Write(posting) // a Writer keeps its error
	d.size += uint64(len(posting))
	d.counts = append(d.counts, uint32(count))
}

// close ends the part of the postings and writes the others.
func (d *dictionaryWriter) close(w *Writer) {
	w.Next()
	w.Put(appendUint64s(nil, append(d.at, d.size)))
	w.Put(d.words)
	w.Put(appendUint64s(nil, append(d.starts, uint64(len(d.words)))))
	w.Put(appendUint32s(nil, d.counts))
}

// A wordsWriter writes the words of an index, and after them the beginnings of words that very many documents hold.
type wordsWriter struct {
	w         *Writer
	documents int
	all       dictionaryWriter
	open      [longestCommon]beginnings
	found     []entry
	set       Set // room to sort documents in
}

func newWordsWriter(w *Writer, documents int) *wordsWriter {
	return &wordsWriter{w: w, documents: documents, all: dictionaryWriter{out: w}}
}

// put takes the next word, with its documents in order.
func (d *wordsWriter) put(word string, docs []uint32) {
	d.all.put(word, docs)
	for i := range d.open {
		d.found = d.open[i].next(d.found, word, i+1, docs, d.documents)
	}
}

func (d *wordsWriter) close() {
	for i := range d.open {
		d.found = d.open[i].end(d.found, d.documents)
	}
	d.all.close(d.w)
	slices.SortFunc(d.found, func(a, b entry) int { return strings.Compare(a.word, b.word) })
	common := dictionaryWriter{out: d.w}
	for _, e := range d.found {
		common.word(e.word)
		common.encoded(e.posting, e.count)
	}
	common.close(d.w)
}

// writeWords writes words that were gathered.
func writeWords(w *Writer, words *gathered, documents int) {
	d := newWordsWriter(w, documents)
	docs := words.postings()
	for _, n := range inLetterOrder(&words.Texts) {
		d.put(string(words.At(n)), docs(n))
	}
	d.close()
}

// inLetterOrder answers the numbers of texts by their bytes. The first eight are compared as one number, which settles most.
func inLetterOrder(t *Texts) []int {
	type word struct {
		first uint64
		n     uint32
	}
	words := make([]word, t.Len())
	for n := range words {
		var first [8]byte
		copy(first[:], t.At(n))
		words[n] = word{binary.BigEndian.Uint64(first[:]), uint32(n)}
	}
	slices.SortFunc(words, func(a, b word) int {
		if a.first != b.first {
			return cmp.Compare(a.first, b.first)
		}
		return bytes.Compare(t.At(int(a.n)), t.At(int(b.n)))
	})
	order := make([]int, len(words))
	for i := range words {
		order[i] = int(words[i].n)
	}
	return order
}

// An entry is a word with its posting.
type entry struct {
	word    string
	posting []byte
	count   int
}

// Beginnings of one to four letters have an entry of their own where at least so many words have them, and so many of
// their postings would have to be added up while somebody types: what is left takes a third of a millisecond for a million
// documents.
const (
	longestCommon = 4
	fewestWords   = 4
	fewestShare   = 4 // postings: documents through this
)

// beginnings adds up, word by word in their order, the documents of those that begin alike.
type beginnings struct {
	text  string
	words int
	sum   int
	in    Set
	docs  []uint32 // room
}

func (p *beginnings) next(found []entry, word string, letters int, docs []uint32, documents int) []entry {
	text, whole := beginning(word, letters)
	if text != p.text {
		found = p.end(found, documents)
		p.text = text
		if !whole {
			p.text = ""
		}
	}
	if p.text == "" {
		return found
	}
	if p.in == nil {
		p.in = NewSet(documents)
	}
	p.words++
	p.sum += len(docs)
	for _, d := range docs {
		p.in.Add(int(d))
	}
	return found
}

func (p *beginnings) end(found []entry, documents int) []entry {
	if p.text != "" && p.words >= fewestWords && p.sum >= documents/fewestShare {
		p.docs = p.in.docs(p.docs[:0])
		found = append(found, entry{p.text, appendPosting(nil, p.docs), len(p.docs)})
	}
	if p.sum > 0 {
		clear(p.in)
	}
	*p = beginnings{in: p.in, docs: p.docs}
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
	d := dictionary{postings: p[0], at: p[1], words: p[2], starts: p[3], counts: p[4]}
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
