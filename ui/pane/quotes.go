package pane

import (
	"slices"
	"strconv"
	"strings"

	"parley/model"
	"parley/model/text"
)

// What was said: the words over up to three rows, and below them who said it. Words that are reported without quotation
// marks have none here.

// A Quotes pane lists what was said.
type Quotes struct {
	List[model.Quote]
	setting setting
	marks   func(words string) []model.Range
	counted int // quotes of the library, terms left out; 0: not known
}

// NewQuotes answers an empty pane.
func NewQuotes() *Quotes {
	p := &Quotes{}
	p.List = *NewList(Face[model.Quote]{
		Number: "4", Name: "Quotes",
		ID:    func(q model.Quote) string { return q.ID },
		Draw:  p.rowsOfQuote,
		Text:  quoteText,
		Empty: none("quotes"),
		Count: p.tally,
		Ghost: []string{"################", " ########"},
	})
	return p
}

// SetCounted tells how many quotes the library counts. Terms are shown here and not counted, so the two numbers differ.
func (p *Quotes) SetCounted(n int) {
	if p.counted != n {
		p.counted = n
		p.touch()
	}
}

// tally tells quotes and terms apart where there is room: "9 here · 70 in all · 4 terms".
func (p *Quotes) tally() string {
	page := p.Shown()
	terms := max(page.All, page.Total) - p.counted // a library may leave them out of All
	if p.counted <= 0 || terms <= 0 || page.AtMost || p.width < narrow {
		return ""
	}
	dot := " " + p.theme.Glyphs.Dot + " "
	s := strconv.Itoa(p.counted) + " in all" + dot + plural(terms, "term")
	if page.Total < page.All {
		s = strconv.Itoa(page.Total) + " here" + dot + s
	}
	return s
}

// SetSpan tells whether statements of several briefings stand here, which then show their date and source, and how to
// find the source of a file.
func (p *Quotes) SetSpan(several bool, source func(file string) string) {
	p.setting = setting{several, source}
	p.redraw()
}

// SetMarks hands in what marks the hits of a filter in the words of a quote; nil: none. Find's own marks are added.
func (p *Quotes) SetMarks(marks func(words string) []model.Range) {
	p.marks = marks
	p.redraw()
}

func quoteText(q model.Quote) string {
	return q.Text + "\n" + speaker(q) + "\n" + q.Grade.String() + "\n" + strings.Join(q.Via, "\n")
}

// speaker is who said it, as sure as the source is.
func speaker(q model.Quote) string {
	if q.Speaker == nil || q.Speaker.Name == "" {
		return "nobody named"
	}
	return q.Speaker.Name
}

func (p *Quotes) rowsOfQuote(q model.Quote, b Brush) []Row {
	th := b.Theme
	rows := p.words(q, b)
	grade, last := q.Grade.String(), &rows[len(rows)-1]
	switch badge := th.Glyphs.BadgeOpen + "term" + th.Glyphs.BadgeEnd; {
	case q.Kind != model.Term:
	case last.width()+1+text.Width(badge) <= b.Width:
		*last = append(*last, dim(th, " "+badge))
	default:
		grade = "term"
	}
	parts := p.setting.parts(b, b.who(speaker(q), q.Speaker != nil && q.Grade != model.Unnamed), grade, q.Via, q.Origin, q.Certainty, q.Date, q.Span)
	if q.Kind == model.Indirect {
		parts = slices.Insert(parts, 2, dim(th, "not verbatim"))
	}
	if q.Stance != model.Silent {
		parts = slices.Insert(parts, 1, Piece{Text: sign(th, q.Stance), Style: th.Strong})
	}
	return append(rows, below(b, q.Origin, 1, parts)...)
}

// words are what was said: in marks, the first of which stands out to the left; without any where they are reported.
func (p *Quotes) words(q model.Quote, b Brush) []Row {
	th, g := b.Theme, b.Theme.Glyphs
	words := b.Piece(q.Text, th.Body)
	if p.marks != nil {
		words.Marks = append(slices.Clone(p.marks(words.Text)), words.Marks...)
		slices.SortFunc(words.Marks, func(a, b model.Range) int { return a.Start - b.Start })
	}
	if q.Kind == model.Indirect {
		words.Style = th.Italic
		rows := wrap(words, wrapping{width: b.Width - 1, rows: 3, tail: g.Ellipsis})
		for i := range rows {
			rows[i] = append(Row{{Text: " "}}, rows[i]...)
		}
		return rows
	}
	words.Text = g.Open + words.Text + g.Close
	for i := range words.Marks {
		words.Marks[i].Start += len(g.Open)
		words.Marks[i].End += len(g.Open)
	}
	return wrap(words, wrapping{width: b.Width, rows: 3, hang: 1, tail: g.Ellipsis + g.Close})
}
