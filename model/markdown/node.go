package markdown

import (
	"sort"

	"parley/model"
)

// A NodeKind is what a node is. What blocks are too has the same name.
type NodeKind = Kind

// The kinds that only nodes have. The others are Heading, Item, Quote, Table, Definition, Fence, Indented, HTML and Rule.
const (
	Paragraph Kind = iota + 32
	Callout
	Row
	Footnote
	Comment
)

// A Document is the structure of a briefing: what its head says, and its text as a flat list of nodes.
type Document struct {
	Front   Front
	Start   int           // where the text begins, after the front matter
	Omitted []model.Range // pieces after Start that are not shown: a date run into the first line
	Title   string        // of the front matter, else the first heading, else the first sentence
	TitleAt model.Range   // where it stands, empty for one in the front matter
	NoTitle bool          // Title is the first sentence
	Lines   bool          // every line is a paragraph: see lines.go
	Nodes   []Node        // in the order of the text
	Links   []Link
	Tags    []Link // "#tag"; Target is the tag
	Notes   []Link // "[^1]": no part of the text; Target is the label

	room *room
}

// A Node is a piece of the structure: a paragraph, a heading, an item, a row.
//
// What can hold others (a quote, a callout, an item, a footnote, a definition) has the text of its first paragraph
// itself; whatever else stands in it follows as nodes whose Parent it is. So a reader of prose takes every node that has
// text and kind Paragraph, Quote, Callout, Item, Definition, Footnote or HTML, and every cell.
type Node struct {
	Text
	Kind       NodeKind
	Start, End int // bytes of the source, marks included, without the last line end
	Level      int // of a heading 1 to 6, of others how many of their kind they lie in, from 1
	Line       int // of Start, from 1
	Paragraph  int // as cited, from 1; 0 for headings and what stands before the first numbered paragraph
	Ordinal    int // the number of an item as written; 0: none
	Parent     int // index of the node it lies in; -1: none
	List       int // for an item: the index of the first item of its list; else -1
	Tight      bool
	Heads      []string // the headings above, outermost first, without itself
	Cells      []Text   // of a row; of a table: its head

	more *more
}

// more is what few nodes have.
type more struct {
	info, track     string
	title, by, term Text
}

// Info answers the words behind a fence, the kind of a callout in lower case, or the label of a footnote.
func (n *Node) Info() string { return n.rare().info }

// Track answers the "{track}" behind a heading.
func (n *Node) Track() string { return n.rare().track }

// Title answers the words behind the kind of a callout.
func (n *Node) Title() Text { return n.rare().title }

// By answers the last line of a quote where it is "— Name", without the dash.
func (n *Node) By() Text { return n.rare().by }

// Term answers what a definition defines.
func (n *Node) Term() Text { return n.rare().term }

func (n *Node) rare() *more {
	if n.more == nil {
		return &more{}
	}
	return n.more
}

// A Text is running text without marks, and the way back to the source.
type Text struct {
	Runs   []Run
	joined string
}

// A Run is a piece of text that stands in one piece in the source.
type Run struct {
	Text       string // without marks of emphasis, entities decoded, a line break as a blank
	Start, End int    // bytes of the source
	Verbatim   bool   // the source has the very bytes of Text there
	At         int    // where it begins in Plain
}

// Plain answers the text of all runs.
func (t *Text) Plain() string { return t.joined }

// At leads from a byte of Plain to the byte of the source. Behind the last it answers the end of the last run.
func (t *Text) At(i int) int {
	if len(t.Runs) == 0 {
		return 0
	}
	r := &t.Runs[sort.Search(len(t.Runs), func(k int) bool { return t.Runs[k].At > i })-1]
	switch off := i - r.At; {
	case off >= len(r.Text):
		return r.End
	case r.Verbatim:
		return r.Start + off
	}
	return r.Start
}

// Span leads from a piece of Plain to the piece of the source that holds it: marks of emphasis round it lie outside.
func (t *Text) Span(from, to int) model.Range {
	start := t.At(from)
	if to <= from {
		return model.Range{Start: start, End: start}
	}
	r := &t.Runs[sort.Search(len(t.Runs), func(k int) bool { return t.Runs[k].At >= to })-1]
	if off := to - r.At; r.Verbatim && off < len(r.Text) {
		return model.Range{Start: start, End: r.Start + off}
	}
	return model.Range{Start: start, End: r.End}
}

// A Link is a place in the text that stands for something else.
type Link struct {
	Start, End int // bytes of the source, marks included
	Target     string
	Name       bool // "[[Name|shown]]": the name of an actor
}
