// Package written reads what a person marked: callouts, attributed block quotes, lists under headings that are known,
// matrices, lists of actors, drafting brackets. What it finds is sure, and wins over what a sieve finds at the same place.
//
// One construct a file, its rules at the head of the file. Offsets are bytes of the source, ends exclusive. Whatever a
// reader of prose must not look at again stands in Leave.
package written

import (
	"cmp"
	"fmt"
	"slices"
	"sort"

	"parley/model"
	"parley/model/markdown"
)

// Marks are all that a person marked in one briefing, each list in the order of the text.
type Marks struct {
	Quotes    []Quote
	Proposals []Proposal
	Positions []Position
	Actors    []Actor
	Tracks    []Track
	Brackets  []Bracket
	Changes   []Change
	Notes     []Note
	Tags      []string
	Leave     []model.Range   // pieces that belong to a mark: prose is not looked for there
	Turns     []model.Range   // of Leave, in order: turns and questions of a transcript, of which quotes in marks are found nevertheless
	Problems  []model.Problem // near misses; without File
}

// A Place is where something stands, with its words on one line.
type Place struct {
	model.Range
	Text      string
	Line      int
	Paragraph int
	Node      int // of the document
}

// A Name is somebody as a mark names them. Start == End where no name stands in the text.
type Name struct {
	model.Range        // of the name alone
	Name        string // "Lena Oduya"
	Role        string // "Foreign Minister"
	Party       string // "Arland"
}

// A Quote is words that a mark gives to somebody.
type Quote struct {
	Place     // the words, without marks of quotation round the whole
	Kind      model.QuoteKind
	Speaker   *Name // nil: the mark names nobody
	Via       []string
	Tracks    []string
	Stance    model.Stance
	Date      model.Date // of the citation
	Cited     string     // "opening session, 28 March 2025"
	Continues bool       // the next paragraph of the quote before it in the list
	Rule      string     // callout, block quote, list, transcript
	Grade     *model.Grade
	kind      *model.QuoteKind
}

// A Proposal is what somebody offers, asks or refuses, as a mark says.
type Proposal struct {
	Place     // the content
	Title     string
	By        []Name
	Predicate model.Predicate
	Stance    model.Stance
	Elements  []model.Element
	Via       []string
	Tracks    []string
	Date      model.Date
	Cited     string
	Rule      string // callout, list
	Grade     *model.Grade
}

// A Position is where an actor stands on an issue.
type Position struct {
	Place  // the content: a cell without its sign, the text of a callout; empty where there is the sign alone
	Actor  Name
	Issue  string
	Stance model.Stance
	Tracks []string
	Date   model.Date
	Cited  string
	Rule   string // callout, matrix
}

// An Actor is somebody listed or linked to.
type Actor struct {
	Place   // the name as it stands; empty for the front matter, where Line is that of the entry
	Name    string
	Party   string
	Role    string
	Code    string
	Aliases []string
	Rule    string // front matter, list, definition, link, matrix
}

// A Track is a stretch of the text that a heading gives to a track.
type Track struct {
	model.Range
	Name string
}

// Limits for one briefing. What is beyond them is prose.
const (
	maxMarks    = 20_000 // quotes, proposals and positions together
	maxProblems = 50
	maxTracks   = 1000
	maxBrackets = 5000
	maxDepth    = 16
)

// A finder gathers the marks of one document.
type finder struct {
	doc    *markdown.Document
	src    []byte
	starts []int // of lines, once they are asked for
	m      Marks
	last   int             // index of the last node that a mark has taken, with what lies in it
	listed map[int]string  // actors by the node that lists them
	known  map[string]bool // names and codes of the front matter
	told   bool            // that there are too many marks

	heads   []string // of the section looked up last
	section Section
}

// Find answers what a person marked. src is what doc was made from.
func Find(doc *markdown.Document, src []byte) Marks {
	f := &finder{doc: doc, src: src, last: -1, listed: map[int]string{}, known: map[string]bool{}}
	f.front()
	f.tracks()
	f.notes()
	f.transcript()
	for i := range doc.Nodes {
		if i > f.last && !f.full(i) {
			f.node(i)
		}
	}
	f.links()
	f.drafts()
	f.sort()
	return f.m
}

// full tells, before a node is read, whether there are too many marks already, and says so once.
func (f *finder) full(i int) bool {
	if len(f.m.Quotes)+len(f.m.Proposals)+len(f.m.Positions) < maxMarks {
		return false
	}
	if !f.told {
		f.told = true
		f.m.Problems = append(f.m.Problems, model.Problem{
			Line: f.doc.Nodes[i].Line, Message: fmt.Sprintf("more than %d statements are marked", maxMarks), Done: "what follows is read as prose",
		})
	}
	return true
}

func (f *finder) node(i int) {
	switch n := &f.doc.Nodes[i]; n.Kind {
	case markdown.Callout:
		f.callout(i)
	case markdown.Quote:
		f.blockQuote(i)
	case markdown.Item:
		f.item(i)
	case markdown.Definition:
		if f.sectionOf(n.Heads) == Actors {
			f.definedActor(i)
		}
	case markdown.Table:
		f.matrix(i)
	}
}

// take keeps prose out of a node and what lies in it, and passes over it.
func (f *finder) take(i int) {
	n := &f.doc.Nodes[i]
	f.leave(n.Start, n.End)
	f.last = f.lastIn(i)
}

// lastIn answers the last node that lies in the i-th.
func (f *finder) lastIn(i int) int {
	last := i
	for k := i + 1; k < len(f.doc.Nodes) && f.doc.Nodes[k].Parent >= i; k++ {
		last = k
	}
	return last
}

func (f *finder) leave(start, end int) {
	f.m.Leave = append(f.m.Leave, model.Range{Start: start, End: end})
}

func (f *finder) problem(line int, message, done string) {
	if len(f.m.Problems) < maxProblems {
		f.m.Problems = append(f.m.Problems, model.Problem{Line: line, Message: message, Done: done})
	}
}

// place answers where a piece of a node's text stands.
func (f *finder) place(node int, p piece) Place {
	at := p.span()
	return Place{Range: at, Text: p.clean(), Line: f.lineOf(at.Start), Paragraph: f.doc.Nodes[node].Paragraph, Node: node}
}

// lineOf answers the line of a byte, from 1.
func (f *finder) lineOf(at int) int {
	if f.starts == nil {
		f.starts = append(f.starts, 0)
		for i, c := range f.src {
			if c == '\n' {
				f.starts = append(f.starts, i+1)
			}
		}
	}
	return sort.Search(len(f.starts), func(i int) bool { return f.starts[i] > at })
}

// sort puts everything in the order of the text and joins what is left alone.
func (f *finder) sort() {
	m := &f.m
	slices.SortStableFunc(m.Actors, func(a, b Actor) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.Line, b.Line)) })
	slices.SortStableFunc(m.Quotes, func(a, b Quote) int { return cmp.Compare(a.Start, b.Start) })
	slices.SortStableFunc(m.Problems, func(a, b model.Problem) int { return cmp.Compare(a.Line, b.Line) })
	slices.SortFunc(m.Leave, func(a, b model.Range) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End)) })
	joined := m.Leave[:0]
	for _, r := range m.Leave {
		if n := len(joined); n > 0 && r.Start <= joined[n-1].End {
			joined[n-1].End = max(joined[n-1].End, r.End)
		} else {
			joined = append(joined, r)
		}
	}
	m.Leave = joined
	for _, t := range f.doc.Tags {
		if !slices.Contains(m.Tags, t.Target) {
			m.Tags = append(m.Tags, t.Target)
		}
	}
}
