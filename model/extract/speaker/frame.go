package speaker

import (
	"unicode"
	"unicode/utf8"

	"parley/model/extract/prose"
)

// A frame is how a quote sits in its sentence.
//
// Rules:
//   - whole: alone in it; leading: first; colon: after ":"; ending: after a comma and last; flanked: after a comma with
//     more to follow; trailing: last, without a comma; middle: the rest.
//   - full: it begins with a capital and ends in . ? ! , … or a dash.
type frame uint8

const (
	whole frame = iota
	leading
	colon
	ending_
	flanked
	trailing
	middle
)

var frameNames = [...]string{"whole", "leading", "colon", "ending", "flanked", "trailing", "middle"}

// framed is a quote with what its sentence shows of it.
type framed struct {
	quote     int32
	at        int32 // of Doc.Masked
	sentence  int32
	paragraph int32
	index     int32 // its number among the quotes of its paragraph
	frame     frame
	that      bool // "that" stands right before
	full      bool
	titled    bool // every longer word begins with a capital
	capital   bool // the first letter is one
	end       rune // the last character
	words     int32
	first     bool   // "I", "we" or "you" within
	verb      bool   // an auxiliary within
	all       uint64 // hash of all its words, where they are few
	firstWord uint64
	lastWord  uint64
	repeats   uint8 // how often the same words are quoted in the text, up to three
	labelled  bool  // part of a transcript
	headline  bool  // in single marks in the title
	lonely    bool  // the only quote of its sentence
}

// frames describes every quote.
func (r *reading) frames() {
	d := r.doc
	r.quotes = room(r.quotes, len(d.Quotes))
	for i := range r.sentences {
		r.sentences[i].firstQuote, r.sentences[i].lastQuote = -1, -1
	}
	for i := range d.Quotes {
		q, f := &d.Quotes[i], &r.quotes[i]
		f.quote, f.at, f.sentence, f.paragraph, f.end = int32(i), q.Masked, q.Sentence, q.Paragraph, q.LastRune
		f.index = int32(i) - d.Paragraphs[q.Paragraph].FirstQuote
		r.within(f, q)
		r.seat(f)
		c := &r.sentences[f.sentence]
		if c.firstQuote < 0 {
			c.firstQuote = int32(i)
		}
		c.lastQuote = int32(i) + 1
	}
	r.count.ready(len(r.quotes))
	for i := range r.quotes {
		if all := r.quotes[i].all; all != 0 {
			r.count.add(all)
		}
	}
	for i := range r.quotes {
		f := &r.quotes[i]
		c := &r.sentences[f.sentence]
		f.lonely = c.lastQuote-c.firstQuote == 1
		f.repeats = uint8(min(r.count.of(f.all), 3))
	}
	r.headlines()
}

// within reads the words of a quote.
func (r *reading) within(f *framed, q *prose.Quote) {
	titled := true
	tables := lexemes()
	all := uint64(0)
	for k := q.InnerFirst; k < q.InnerLast; k++ {
		t := &r.doc.Tokens[k]
		if t.Kind != prose.Word && t.Kind != prose.Number {
			continue
		}
		f.words++
		if f.words == 1 && !t.Is(prose.Capital) {
			f.firstWord = t.Hash
		}
		f.lastWord = 0
		if !t.Is(prose.Capital) {
			f.lastWord = t.Hash
		}
		if f.words <= 8 {
			all = (all ^ t.Hash) * mixing
		}
		if !t.Is(prose.Capital) && t.Kind == prose.Word && (t.End-t.Start > 3 || f.words == 1) {
			titled = false
		}
		if f.words > 60 {
			continue
		}
		l := tables.of(t)
		if l.roles&(be|auxiliary) != 0 {
			f.verb = true
		}
		if p := l.person; p == me || p == we || p == you {
			f.first = true
		}
	}
	f.titled = titled && f.words > 0
	if f.words <= 8 {
		f.all = all
	}
	first, _ := utf8.DecodeRuneInString(r.doc.Text[q.Start:q.End])
	f.capital = unicode.IsUpper(first)
	switch f.end {
	case '.', '?', '!', ',', '…', '—':
		f.full = f.capital
	}
}

// seat says how a quote sits in its sentence.
func (r *reading) seat(f *framed) {
	s := r.doc.Sentences[f.sentence]
	before, behind := f.at > s.From, r.wordsFollow(f.at+1, s.To)
	f.that = before && r.toks[f.at-1].is(that)
	switch {
	case !before && !behind:
		f.frame = whole
	case !before:
		f.frame = leading
	case r.toks[f.at-1].kind == prose.Colon:
		f.frame = colon
	case r.toks[f.at-1].kind == prose.Comma && !behind:
		f.frame = ending_
	case r.toks[f.at-1].kind == prose.Comma:
		f.frame = flanked
	case !behind:
		f.frame = trailing
	default:
		f.frame = middle
	}
}

// wordsFollow tells whether anything but signs is left of a sentence.
func (r *reading) wordsFollow(from, to int32) bool {
	for m := from; m < to; m++ {
		switch r.toks[m].kind {
		case prose.Word, prose.Number, prose.Mark:
			return true
		}
	}
	return false
}
