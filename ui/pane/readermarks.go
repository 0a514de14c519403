package pane

import (
	"cmp"
	"slices"
	"sort"

	"parley/model"
	"parley/ui/render"
)

// Statements in the text: the marked one, the way from one to the next, what stands in the margin.

// A statement is a quote or a proposal, by its place.
type statement struct {
	start, end int
	id         string
	proposal   bool
	found      bool // by the machine
	term       bool // shown, not counted
	note       string
	sure       string // how near to a named mouth
}

func statementsOf(t *model.Text) []statement {
	all := make([]statement, 0, len(t.Quotes)+len(t.Proposals))
	for _, q := range t.Quotes {
		s := statement{start: q.Span.Start, end: q.Span.End, id: q.ID, found: q.Origin == model.Found, term: q.Kind == model.Term, note: speaker(q), sure: q.Grade.String()}
		if s.term {
			s.sure = "term"
		}
		all = append(all, s)
	}
	for _, p := range t.Proposals {
		all = append(all, statement{start: p.Span.Start, end: p.Span.End, id: p.ID, proposal: true, found: p.Origin == model.Found, note: p.Code + p.Stance.Sign() + " " + holders(p), sure: p.Grade.String()})
	}
	slices.SortStableFunc(all, func(a, b statement) int { return cmp.Or(a.start-b.start, a.end-b.end) })
	return all
}

func quoteMarks(t *model.Text) []model.Range {
	spans := make([]model.Range, 0, len(t.Quotes))
	for _, q := range t.Quotes {
		if q.Kind != model.Indirect {
			spans = append(spans, model.Range{Start: q.Span.Start, End: q.Span.End})
		}
	}
	marks := render.QuoteMarks(t.Body, spans)
	slices.SortFunc(marks, func(a, b model.Range) int { return a.Start - b.Start })
	return marks
}

// same answers the statement of the text as it is now that a former one was.
func (r *Reader) same(before *statement) *statement {
	if before == nil {
		return nil
	}
	i := slices.IndexFunc(r.statements, func(s statement) bool { return s.id == before.id && s.proposal == before.proposal })
	if i < 0 {
		return nil
	}
	return &r.statements[i]
}

// Show marks a statement and brings it into view, without moving when all of it is there already. One of a briefing that
// is not here is shown as soon as it is.
func (r *Reader) Show(s model.Span) {
	r.awaited = nil
	if !r.have || s.File != r.text.Briefing.File {
		r.awaited = &s
		return
	}
	r.mark(statement{start: s.Start, end: s.End})
	for i := range r.statements {
		if it := &r.statements[i]; it.start == s.Start && it.end == s.End {
			r.mark(*it)
			break
		}
	}
}

func (r *Reader) mark(s statement) {
	r.current, r.cursor, r.lined = &s, -1, false
	wide := render.WithMarks(r.text.Body, model.Range{Start: s.start, End: s.end})
	r.reveal(wide.Start, wide.End)
}

// Shown answers the span that is marked.
func (r *Reader) Shown() (model.Span, bool) {
	if r.current == nil {
		return model.Span{}, false
	}
	for _, q := range r.text.Quotes {
		if !r.current.proposal && q.ID == r.current.id {
			return q.Span, true
		}
	}
	for _, p := range r.text.Proposals {
		if r.current.proposal && p.ID == r.current.id {
			return p.Span, true
		}
	}
	return model.Span{File: r.File(), Start: r.current.start, End: r.current.end}, true
}

// Unmark takes the mark away.
func (r *Reader) Unmark() {
	r.current, r.awaited, r.cursor, r.lined = nil, nil, -1, false
	r.touch()
}

// Paragraph goes to the next (1) or the one before (-1) and marks its first statement, whose ID it answers; a
// paragraph without one marks nothing and answers "".
func (r *Reader) Paragraph(dir int) (id string) {
	if r.page == nil || r.index == nil || len(r.index.paragraphs) == 0 {
		r.scroll(dir)
		return ""
	}
	i := r.index.at(r.here())
	switch at := max(r.page.ByteAt(r.top), r.text.Start); {
	case dir < 0 || r.settled():
		i += dir
	case i < 0 || r.index.paragraphs[i].start < at: // the first one that begins in view
		i++
	}
	if i < 0 || i >= len(r.index.paragraphs) {
		return r.CurrentID()
	}
	p := r.index.paragraphs[i]
	from := sort.Search(len(r.statements), func(k int) bool { return r.statements[k].start >= p.start })
	r.current = nil
	for _, s := range r.statements[from:] {
		if s.start >= p.end {
			break
		}
		if !s.term {
			r.mark(s)
			return s.id
		}
	}
	r.reveal(p.start, p.end)
	r.cursor, r.lined = p.start, false
	return ""
}

// CurrentID answers the identity of the marked statement; empty where none is.
func (r *Reader) CurrentID() string {
	if r.current == nil {
		return ""
	}
	return r.current.id
}

// StatementAt answers the quote or proposal one is at: the marked one while it is in view, else the first in view.
func (r *Reader) StatementAt() (id string, proposal, ok bool) {
	if r.page == nil {
		return "", false, false
	}
	if r.lined && r.rowInView(r.row) {
		return r.statementOnLine()
	}
	if c := r.current; c != nil && c.id != "" && r.inView(c.start) {
		return c.id, c.proposal, true
	}
	last, any := r.bottom()
	if !any {
		return "", false, false
	}
	from := r.page.ByteAt(r.top)
	if r.settled() {
		from = r.cursor
	}
	for _, s := range r.statements[sort.Search(len(r.statements), func(k int) bool { return r.statements[k].start >= from }):] {
		if last.Before(r.page.PositionOf(s.start)) {
			break
		}
		if !s.term {
			return s.id, s.proposal, true
		}
	}
	return "", false, false
}

// sign answers what stands in the margin of a row.
func (r *Reader) sign(from, to int) render.Sign {
	switch c := r.current; {
	case r.lined:
		if r.cursor >= from && r.cursor < to {
			return render.Selected
		}
	case c != nil && c.start < to && c.end > from:
		return render.Selected
	}
	if !r.lined && r.current == nil && r.cursor >= 0 && r.index != nil {
		if i := r.index.at(r.cursor); i >= 0 && r.index.paragraphs[i].start < to && r.index.paragraphs[i].end > from {
			return render.Selected
		}
	}
	for _, s := range r.statements {
		if s.start >= to {
			break
		}
		if s.found && s.end > from {
			return render.Found
		}
	}
	return render.NoSign
}

// lying answers what of sorted marks lies between two bytes.
func lying(marks []model.Range, from, to int) []model.Range {
	i := sort.Search(len(marks), func(i int) bool { return marks[i].End > from })
	j := i + sort.Search(len(marks)-i, func(j int) bool { return marks[i+j].Start >= to })
	return marks[i:j]
}
