package search

import (
	"io"
	"unicode/utf8"

	"parley/model"
)

// An Indexer gathers documents of one kind (quotes, proposals, or heads of briefings) and writes an index of them. The
// documents are numbered from 0 as they come. It holds the words and values in memory, of a text nothing: some 200 bytes a
// quote.
type Indexer struct {
	n       int
	words   gathered
	columns [inColumns]gathered
	adopted []adopted // where the words come from, if not from texts
	adopts  int       // how many documents that makes
	begun   *Writer   // what the words were written with ahead of the rest
	fresh   [inColumns]bool
	laid    []byte
	key     []byte
}

// NewIndexer answers an empty one.
func NewIndexer() *Indexer { return &Indexer{} }

// Reset makes it empty again, and keeps its room: for what is made again and again.
func (x *Indexer) Reset() {
	x.words.reset()
	for i := range x.columns {
		x.columns[i].reset()
	}
	x.n, x.adopted, x.adopts, x.begun, x.fresh = 0, nil, 0, nil, [inColumns]bool{}
}

// Len answers how many documents were added.
func (x *Indexer) Len() int { return x.n }

// Quote adds a quote of a briefing.
func (x *Indexer) Quote(q *model.Quote, b *model.Briefing) {
	s := quoteSubject(q, b)
	x.statement(&s)
}

// Proposal adds a proposal of a briefing.
func (x *Indexer) Proposal(p *model.Proposal, b *model.Briefing) {
	s := proposalSubject(p, b)
	x.statement(&s)
}

// Head adds a briefing's head; held are the tracks of its statements.
func (x *Indexer) Head(b *model.Briefing, held []string) {
	s := headSubject(b)
	doc := x.text(&s)
	x.list(inTrack, doc, b.Tracks)
	x.list(inHeld, doc, held)
	x.list(inTag, doc, b.Tags)
	x.list(inDate, doc, []string{string(b.Date)})
	x.list(inSource, doc, []string{b.Source})
	x.list(inFile, doc, []string{b.File})
	x.list(inLang, doc, []string{b.Lang})
}

func (x *Indexer) statement(s *subject) {
	doc := x.text(s)
	x.speakers(doc, s.speakers)
	x.list(inAbout, doc, s.about)
	x.list(inVia, doc, s.via)
	x.list(inTrack, doc, s.tracks)
	x.value(inDate, doc, string(s.date))
	x.value(inGrade, doc, s.grade)
	x.value(inStance, doc, s.stance)
	x.value(inKind, doc, s.kind)
}

// speakers adds those whose statement it is.
func (x *Indexer) speakers(doc uint32, who []*model.Mention) {
	for _, m := range who {
		x.value(inSpeaker, doc, m.Name, m.Words, m.Party)
		party := m.Party
		if party == "" {
			party = m.Name
		}
		x.value(inParty, doc, party)
	}
	if len(who) == 0 {
		x.value(inSpeaker, doc, noSpeaker)
	}
}

func (x *Indexer) list(in int, doc uint32, values []string) {
	for _, v := range values {
		x.value(in, doc, v)
	}
}

func (x *Indexer) value(in int, doc uint32, names ...string) {
	x.key = x.key[:0]
	for i, name := range names {
		if i > 0 {
			x.key = append(x.key, between)
		}
		x.key = append(x.key, name...)
	}
	x.columns[in].add(doc, x.key)
}

// text adds the words of the next document.
func (x *Indexer) text(s *subject) uint32 {
	doc := uint32(x.n)
	x.n++
	x.laid = s.layOut(x.laid[:0])
	from := 0
	for i, c := range x.laid {
		if c == ' ' || c == '\n' {
			if i > from {
				x.word(doc, x.laid[from:i])
			}
			from = i + 1
		}
	}
	return doc
}

// word adds a word; writing without spaces is found by any one or two of its letters that stand side by side.
func (x *Indexer) word(doc uint32, w []byte) {
	first, n := utf8.DecodeRune(w)
	if !isWide(first) {
		x.words.add(doc, w)
		return
	}
	for len(w) > 0 {
		x.words.add(doc, w[:n])
		_, next := utf8.DecodeRune(w[n:])
		if next > 0 {
			x.words.add(doc, w[:n+next])
		}
		w, n = w[n:], next
	}
}

// FreshQuote adds a quote that is adopted: its speaker and grade alone.
func (x *Indexer) FreshQuote(q *model.Quote) {
	var who []*model.Mention
	if q.Speaker != nil {
		who = []*model.Mention{q.Speaker}
	}
	doc := uint32(x.n)
	x.speakers(doc, who)
	x.value(inGrade, doc, q.Grade.String())
	x.n++
	x.fresh[inSpeaker], x.fresh[inParty], x.fresh[inGrade] = true, true, true
}

// FreshProposal adds a proposal that is adopted: its speakers alone.
func (x *Indexer) FreshProposal(p *model.Proposal) {
	who := make([]*model.Mention, len(p.Actors))
	for i := range p.Actors {
		who[i] = &p.Actors[i]
	}
	x.speakers(uint32(x.n), who)
	x.n++
	x.fresh[inSpeaker], x.fresh[inParty] = true, true
}

// FreshHead adds a briefing's head that is adopted: its file name alone.
func (x *Indexer) FreshHead(b *model.Briefing) {
	x.value(inFile, uint32(x.n), b.File)
	x.n++
	x.fresh[inFile] = true
}

// Write writes the index and answers how many bytes it took.
func (x *Indexer) Write(to io.Writer) (int64, error) {
	w := NewWriter(to)
	x.writeBeginning(w)
	x.writeColumns(w)
	return w.Close()
}

// writeBeginning writes how many documents there are, and the words.
func (x *Indexer) writeBeginning(w *Writer) {
	if x.adopted == nil {
		w.Put(appendUint32s(nil, []uint32{uint32(x.n)}))
		writeWords(w, &x.words, x.n)
		return
	}
	w.Put(appendUint32s(nil, []uint32{uint32(x.adopts)}))
	x.writeAdopted(w)
}

func (x *Indexer) writeColumns(w *Writer) {
	for i := range x.columns {
		if x.adopted == nil || x.fresh[i] {
			writeColumn(w, &x.columns[i])
		} else {
			x.adoptColumn(w, i)
		}
	}
}
