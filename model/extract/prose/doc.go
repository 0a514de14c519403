// Package prose splits plain text into tokens, quotes and sentences, once, for every sieve that follows.
//
// Rules:
//   - Input is paragraphs of clean text with their places in the source; what markup was is gone by then.
//   - All offsets count bytes of Doc.Text, the paragraphs joined by one line break each. Doc.Source leads from there to
//     the source.
//   - A quote is one masked token: sentences are made of masked tokens, so that a full stop inside a quote ends no
//     sentence of the text around it.
//   - Work and memory grow with the length of the text alone; no token is allocated by itself.
package prose

import (
	"slices"
	"sort"
	"strings"
	"sync"

	"parley/model"
	"parley/model/extract/lexicon"
)

// A Paragraph is a piece of running text: no sentence and no pair of marks goes beyond it.
type Paragraph struct {
	Text   string
	Base   int     // the source offset of Text's first byte, where Pieces are nil and Text stands there letter by letter
	Pieces []Piece // where Text was put together from several places, in order, the first At 0
	Line   int     // of the first byte, from 1
	Number int     // of the paragraph, from 1; 0 for a heading
}

// A Piece leads from a stretch of a paragraph's text to its source.
type Piece struct {
	At       int  // first byte in Text
	From, To int  // bytes of the source
	Whole    bool // the source reads otherwise (an entity, an escape): any part of it stands for all of it
	Break    bool // a line ends here
}

// A Doc is a text split up. It is not changed after Split.
type Doc struct {
	Text       string
	Paragraphs []Bounds
	Tokens     []Token    // all of them, in order
	Masked     []int32    // tokens outside quotes, and for a quote its opening mark; strays are left out
	Sentences  []Sentence // in order
	Quotes     []Quote    // in order
	Strays     []Stray    // in order
	Cut        int        // from this byte of Text on nothing is taken apart: see MostTokens; len(Text) where all is
	source     []Paragraph
	holders    []int32 // paragraphs: see hold
	doubled    bool
	steps      int // marks looked at: what must not grow faster than the text
}

// Bounds is what one paragraph covers; ends are exclusive.
type Bounds struct {
	Start, End                   int32 // bytes of Text
	FirstToken, LastToken        int32
	FirstMasked, LastMasked      int32
	FirstSentence, LastSentence  int32
	FirstQuote, LastQuote        int32
	Line, Number                 int32
	OpensWithQuote, EndsUnclosed bool
}

// A Sentence is a stretch of Doc.Masked.
type Sentence struct {
	From, To   int32 // of Masked
	Start, End int32 // bytes of Doc.Text
	Paragraph  int32
}

// Split splits a text.
func Split(paragraphs []Paragraph) *Doc { return SplitWith(paragraphs, Options{}) }

// Options change what counts as a quotation mark.
type Options struct {
	Doubled bool // what stands between doubled apostrophes is verbatim: see Quote.Verbatim
}

// SplitWith splits a text with options.
func SplitWith(paragraphs []Paragraph, o Options) *Doc {
	size := len(paragraphs)
	for i := range paragraphs {
		size += len(paragraphs[i].Text)
	}
	d := docs.Get().(*Doc)
	d.source, d.doubled = paragraphs, o.Doubled
	d.Paragraphs = slices.Grow(d.Paragraphs, len(paragraphs))[:len(paragraphs)]
	clear(d.Paragraphs)
	var text strings.Builder
	text.Grow(size)
	for i := range paragraphs {
		p := &paragraphs[i]
		b := &d.Paragraphs[i]
		b.Start = int32(text.Len())
		text.WriteString(p.Text)
		b.End = int32(text.Len())
		b.Line, b.Number = int32(p.Line), int32(p.Number)
		text.WriteByte('\n')
	}
	d.Text = text.String()
	d.Cut = len(d.Text)
	d.hold()
	d.Tokens = slices.Grow(d.Tokens, min(size/4+16, MostTokens))
	for i := range d.Paragraphs {
		b := &d.Paragraphs[i]
		b.FirstToken = int32(len(d.Tokens))
		d.tokenise(int(b.Start), int(b.End))
		d.lineStarts(b.FirstToken, int(b.Start), paragraphs[i].Pieces)
		b.LastToken = int32(len(d.Tokens))
	}
	d.number()
	d.pair()
	d.mask()
	d.sentences()
	d.placeQuotes()
	return d
}

// number looks the words up, once for all sieves: one after the other, so that the processor may fetch what several need.
func (d *Doc) number() {
	numbers := lexicon.Numbers()
	for i := range d.Tokens {
		t := &d.Tokens[i]
		t.Number = numbers.Of(t.Hash) // a sign is the hash of no word
	}
}

// docs keep the room that texts were split in for the next one.
var docs = sync.Pool{New: func() any { return new(Doc) }}

// roomy is how many tokens' room is kept.
const roomy = 1 << 16

// Release gives the room of a text that is done with to another. Nothing of it may be used afterwards but its letters.
func (d *Doc) Release() {
	if cap(d.Tokens) > roomy || cap(d.Paragraphs) > roomy {
		return
	}
	*d = Doc{
		Paragraphs: d.Paragraphs[:0], Tokens: d.Tokens[:0], Masked: d.Masked[:0], Sentences: d.Sentences[:0],
		Quotes: d.Quotes[:0], Strays: d.Strays[:0], holders: d.holders[:0],
	}
	docs.Put(d)
}

// lineStarts flags the tokens that follow the end of a line.
func (d *Doc) lineStarts(token int32, start int, pieces []Piece) {
	for i := range pieces {
		if !pieces[i].Break {
			continue
		}
		for int(token) < len(d.Tokens) && int(d.Tokens[token].Start) <= start+pieces[i].At {
			token++
		}
		if int(token) < len(d.Tokens) {
			d.Tokens[token].Flags |= LineStart
		}
	}
}

// Words counts what white space parts, beyond Cut too.
func (d *Doc) Words() (n int) {
	for i := range d.Tokens {
		n += int(d.Tokens[i].Flags & Spaced / Spaced)
	}
	for range strings.FieldsSeq(d.Text[d.Cut:]) {
		n++
	}
	return n
}

// Word answers the letters of a token.
func (d *Doc) Word(token int32) string {
	t := &d.Tokens[token]
	return d.Text[t.Start:t.End]
}

// stretch is how many bytes of Text share an entry of Doc.holders.
const stretch = 64

// hold notes for every stretch which paragraph holds its first byte.
func (d *Doc) hold() {
	d.holders = slices.Grow(d.holders, len(d.Text)/stretch+1)
	p := 0
	for at := 0; at <= len(d.Text); at += stretch {
		p = d.holderFrom(p, at)
		d.holders = append(d.holders, int32(p))
	}
}

// holderFrom goes on from a paragraph to the one that holds a byte of Text.
func (d *Doc) holderFrom(p, at int) int {
	for p+1 < len(d.Paragraphs) && int(d.Paragraphs[p+1].Start) <= at {
		p++
	}
	return p
}

// ParagraphAt answers the paragraph that holds a byte of Text.
func (d *Doc) ParagraphAt(at int) int {
	return d.holderFrom(int(d.holders[min(at/stretch, len(d.holders)-1)]), at)
}

// TokenAt answers the first token that ends after a byte of Text.
func (d *Doc) TokenAt(at int) int32 {
	if len(d.Paragraphs) == 0 {
		return 0
	}
	b := &d.Paragraphs[d.ParagraphAt(at)]
	first, past := b.FirstToken, b.LastToken
	for first < past {
		if middle := first + (past-first)/2; int(d.Tokens[middle].End) <= at {
			first = middle + 1
		} else {
			past = middle
		}
	}
	return first
}

// SentenceTokens answers the tokens of a sentence, those inside its quotes too; the end is exclusive.
func (d *Doc) SentenceTokens(sentence int) (from, to int32) {
	s := d.Sentences[sentence]
	from = d.Masked[s.From]
	last := d.Masked[s.To-1]
	if q := d.Tokens[last].Quote; d.Tokens[last].Kind == Mark && q >= 0 {
		return from, d.Quotes[q].LastToken
	}
	return from, last + 1
}

// Source answers where a stretch of Text stands in the source.
func (d *Doc) Source(start, end int) model.Range {
	if len(d.source) == 0 {
		return model.Range{}
	}
	p := d.ParagraphAt(start)
	from := d.place(p, start, false)
	if end <= start {
		return model.Range{Start: from, End: from}
	}
	if end > int(d.Paragraphs[p].End) {
		p = d.ParagraphAt(end - 1)
	}
	return model.Range{Start: from, End: d.place(p, end-1, true)}
}

// Line answers the line of the source on which a byte of Text stands.
func (d *Doc) Line(at int) int {
	b := d.Paragraphs[d.ParagraphAt(at)]
	return int(b.Line) + strings.Count(d.Text[b.Start:min(at, int(b.End))], "\n")
}

// place leads one byte of a paragraph to the source: to its start, or to the end of what it stands for.
func (d *Doc) place(i, at int, end bool) int {
	p, at := &d.source[i], at-int(d.Paragraphs[i].Start)
	step := 0
	if end {
		step = 1
	}
	if len(p.Pieces) == 0 {
		return p.Base + at + step
	}
	n := sort.Search(len(p.Pieces), func(i int) bool { return p.Pieces[i].At > at })
	piece := p.Pieces[max(0, n-1)]
	switch {
	case piece.Whole && end:
		return piece.To
	case piece.Whole:
		return piece.From
	}
	return min(piece.From+at-piece.At+step, piece.To)
}
