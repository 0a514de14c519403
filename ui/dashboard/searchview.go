package dashboard

import (
	"fmt"
	"strings"

	"parley/model"
	"parley/model/search"
	"parley/model/text"
	"parley/ui/pane"
	"parley/ui/theme"
)

// How a search looks: the line, what was found in numbers, the hits, the source of one, and ways to narrow.
//
// Few hits are shown at a time: what changes with every letter is what a slow line has to carry.

const (
	mostHitRows   = 12
	leastForOrder = 60 // columns from which on the order of the hits is said
	wideHits      = 96 // columns from which on a hit is set in columns
)

func quoteHit(q *model.Quote, heads heads) hit {
	h := hit{id: q.ID, kind: q.Kind.String(), who: "nobody named", grade: q.Grade.String(), date: q.Date, words: quoted(*q),
		source: heads.source(q.Span.File), span: q.Span, quote: q}
	if q.Speaker != nil {
		h.who, h.actor = q.Speaker.Name, q.Speaker.Actor
	}
	if q.Kind == model.Term {
		h.words += " ‹term›"
	}
	if len(q.Tracks) > 0 {
		h.track = q.Tracks[0]
	}
	return h
}

func proposalHit(p *model.Proposal, heads heads) hit {
	h := hit{id: p.ID, kind: "proposal", who: "nobody named", grade: p.Grade.String(), sign: p.Stance.Sign(), date: p.Date, words: p.Text,
		source: heads.source(p.Span.File), span: p.Span, proposal: p}
	if p.Title != "" {
		h.words = p.Title + ": " + p.Text
	}
	var names []string
	for _, m := range p.Actors {
		names = append(names, m.Name)
	}
	if len(names) > 0 {
		h.who, h.actor = strings.Join(names, " + "), p.Actors[0].Actor
	}
	if len(p.Tracks) > 0 {
		h.track = p.Tracks[0]
	}
	return h
}

func briefingHit(b *model.Briefing) hit {
	return hit{id: "file:" + b.File, kind: "briefing", who: b.Source, grade: "briefing", date: b.Date, words: b.Title,
		source: b.File, span: model.Span{File: b.File, Line: 1}, briefing: b}
}

// drawHit sets a hit in two rows.
func (s *searchSheet) drawHit(h hit, b pane.Brush) []pane.Row {
	th := b.Theme
	if h.query != "" {
		return s.drawQuery(h, b)
	}
	where := h.source
	if h.span.Paragraph > 0 {
		where = join(" ", where, fmt.Sprintf("%s%d", th.Glyphs.Para, h.span.Paragraph))
	}
	marked := func(room int) pane.Piece {
		words, marks := excerpt(h.words, search.Marks(s.filter, h.words), room)
		p := b.Piece(words, th.Body)
		p.Marks = append(p.Marks, marks...)
		return p
	}
	who := strings.TrimSpace(h.sign + " " + h.who)
	if b.Width < wideHits {
		parts := []pane.Piece{{Text: who, Style: th.Strong}, {Text: h.grade, Style: th.Dim}, {Text: h.date.Short(), Style: th.Dim}, {Text: where, Style: th.Dim}}
		rows := b.Wrap(marked(b.Width), b.Width, 1)
		return append(rows, b.Parts(parts, b.Width, 1)...)
	}
	const track = 21
	left := 37 + track
	column := func(s string, cells int) string {
		s = text.Truncate(pane.Clean(s), cells-1)
		return s + blank(cells-text.Width(s))
	}
	first := pane.Row{{Text: column(who, 18), Style: th.Strong}, {Text: column(h.grade, 11), Style: th.Dim},
		{Text: column(h.date.Short(), 8), Style: th.Dim}, {Text: column(h.track, track), Style: th.Dim}}
	room := b.Width - left
	words := b.Wrap(marked(2*room-text.Width(where)-4), room, 2)
	second := pane.Row{{Text: blank(left)}}
	if len(words) > 0 {
		first = append(first, words[0]...)
	}
	if len(words) > 1 {
		second = append(second, words[1]...)
	}
	second = append(second, pane.Piece{Text: " " + where, Style: th.Dim, Right: true})
	return []pane.Row{first, second}
}

// excerpt cuts the beginning of a long text off, so that its first hit is to be seen in so many cells.
func excerpt(words string, marks []model.Range, cells int) (string, []model.Range) {
	const before = 24 // bytes kept before the hit
	if len(marks) == 0 || len(words) <= cells || marks[0].End <= cells-1 {
		return words, marks
	}
	from := max(marks[0].Start-before, 0)
	if i := strings.IndexByte(words[from:marks[0].Start], ' '); i >= 0 {
		from += i + 1
	} else {
		from = marks[0].Start
	}
	const dots = "… "
	out := make([]model.Range, len(marks))
	for i, m := range marks {
		out[i] = model.Range{Start: m.Start - from + len(dots), End: m.End - from + len(dots)}
	}
	return dots + words[from:], out
}

// drawQuery is a query that would find something.
func (s *searchSheet) drawQuery(h hit, b pane.Brush) []pane.Row {
	lead := "or"
	if items := s.list.Items(); len(items) == 0 || items[0].id == h.id {
		lead = "did you mean"
	}
	return []pane.Row{{
		{Text: lead + " ", Style: b.Theme.Dim}, b.Piece(h.query, b.Theme.Strong), {Text: fmt.Sprintf(" (%d)?", h.finds), Style: b.Theme.Dim},
		{Text: h.words, Style: b.Theme.Dim, Right: true},
	}}
}

// nothing says what to do where nothing was found.
func (s *searchSheet) nothing(pane.Scope, int) []string {
	return []string{"Nothing fits. One term less finds more; -word leaves out, “a phrase” keeps words together."}
}

func (s *searchSheet) fit(a *App) {
	s.rect = a.body()
	w, h := s.inner()
	rest := max(h-4, 0) // the line, the numbers, a rule, the facets
	s.hitRows, s.previewRow = rest, 0
	if w >= 60 && rest >= 12 {
		s.hitRows = min(mostHitRows, rest*3/5) &^ 1
		s.previewRow = rest - s.hitRows - 2 // a rule and a title
	}
	s.list.SetTheme(a.theme)
	s.list.SetSize(w, s.hitRows)
	s.preview.SetTheme(a.theme)
	if s.previewRow > 0 {
		s.preview.SetSize(w, s.previewRow)
	}
	s.paint(a)
}

func (s *searchSheet) paint(a *App) {
	th := a.theme
	w, _ := s.inner()
	line := s.promptRow(th, &s.in, "words, “a phrase”, speaker:name, since:date, -kind:term", "", 0)
	s.caret = !s.inHits
	rows := []string{line, pane.Paint(s.numbers(a), w, th), s.rule(th)}
	if s.hitRows > 0 {
		rows = append(rows, strings.Split(s.list.View(), "\n")...)
	}
	if s.previewRow > 0 {
		rows = append(rows, s.rule(th), pane.Paint(s.previewTitle(a), w, th))
		rows = append(rows, strings.Split(s.preview.View(), "\n")...)
	}
	rows = append(rows, pane.Paint(s.narrowRow(a, w), w, th))
	title := "Search quotes"
	if s.everything {
		title = "Search everything"
	}
	s.frame(th, title, s.ways(th.Glyphs), rows)
}

// numbers says how much was found, or what was not understood.
func (s *searchSheet) numbers(a *App) pane.Row {
	if !s.has {
		return pane.Row{a.dim("   searching")}
	}
	f := s.found
	more := ""
	if f.quotes.AtMost {
		more = "+"
	}
	parts := []string{fmt.Sprintf("%d%s of %s", f.quotes.Total, more, count(f.quotes.All, "quote"))}
	switch {
	case s.everything:
		parts = append(parts, count(f.proposals.Total, "proposal"), count(f.briefings.Total, "briefing"))
	case f.quotes.Total > 0 && s.wholeFound():
		speakers, files := map[string]bool{}, map[string]bool{}
		for _, q := range f.quotes.Items {
			files[q.Span.File] = true
			if q.Speaker != nil {
				speakers[q.Speaker.Name] = true
			}
		}
		parts = append(parts, count(len(speakers), "speaker"), count(len(files), "briefing"))
	}
	row := pane.Row{a.dim("   " + strings.Join(parts, " "+a.theme.Glyphs.Dot+" "))}
	switch {
	case s.notes != "":
		row = append(row, pane.Piece{Text: "  " + s.notes + " ", Style: a.theme.Warn, Right: true})
	case s.waiting:
		row = append(row, a.dim(" …"))
	case len(s.filter.Terms) > 0 && f.quotes.Total > 1 && s.rect.W >= leastForOrder:
		row = append(row, a.atRight(map[model.Order]string{model.Newest: "newest first ", model.Best: "best first "}[s.order]))
	}
	return row
}

func (s *searchSheet) previewTitle(a *App) pane.Row {
	h, ok := s.list.Selected()
	if t, there := s.preview.Text(); !ok || !there || t.Briefing.File != h.span.File {
		return pane.Row{}
	}
	line := ""
	if h.span.Line > 0 {
		line = fmt.Sprintf("line %d", h.span.Line)
	}
	return pane.Row{a.dim("   " + join(" "+a.theme.Glyphs.Dot+" ", h.date.Long(), pane.Clean(h.source), line)), a.atRight(h.track + " ")}
}

// narrowRow offers terms that leave something out.
func (s *searchSheet) narrowRow(a *App, width int) pane.Row {
	if len(s.facets) == 0 {
		return pane.Row{}
	}
	row := pane.Row{a.strong(" Narrow")}
	room := width - 8
	if s.facetsOf < s.found.quotes.Total {
		part := fmt.Sprintf(" (of %d)", s.facetsOf)
		row = append(row, a.dim(part))
		room -= len(part)
	}
	for _, c := range s.facets {
		n := text.Width(c.Query) + len(fmt.Sprint(c.N)) + 4
		if n > room {
			continue
		}
		room -= n
		row = append(row, a.dim("   "+c.Query+" "), pane.Piece{Text: fmt.Sprint(c.N), Style: a.theme.Body})
	}
	return row
}

// ways says what the keys do, in the lower edge.
func (s *searchSheet) ways(g theme.Glyphs) string {
	w, _ := s.inner()
	ways := []string{g.Enter + " show in text", "tab to the hits", "esc close"}
	if h, ok := s.list.Selected(); ok && h.query != "" {
		ways = []string{g.Enter + " search that", "esc close"}
	}
	if s.inHits {
		ways = []string{g.Enter + " show in text", "y copy", "i why", ", order", "tab to the line", "esc close"}
	}
	line := join(" "+g.Dot+" ", append(ways, s.list.Count())...)
	if text.Width(line) > w-8 {
		return s.list.Count()
	}
	return line
}

// hints are the fields that a query knows, or what tab completes.
func (s *searchSheet) hints() []hint {
	if s.inHits {
		return []hint{{"↵", "show in text"}, {"y", "copy with source"}, {"i", "why"}, {"e", "edit"}, {",", "newest or best first"}, {"tab", "back to the line"}, {"esc", "close"}}
	}
	if len(s.offers) > 0 {
		hints := []hint{{"tab", s.offers[(s.offer+1)%len(s.offers)].Text}}
		for i := 2; i < len(s.offers); i++ {
			hints = append(hints, hint{"", s.offers[(s.offer+i)%len(s.offers)].Text})
		}
		return hints
	}
	hints := []hint{{"tab", "completes"}}
	for _, f := range search.Fields {
		hints = append(hints, hint{"", f.Name + ":"})
	}
	return hints
}
