package pane

import (
	"fmt"
	"strings"

	"parley/model"
	"parley/ui/theme"
)

// The briefings, "All briefings" first: date and title, the source below. Under the date • is unread, with a strong
// title, and ▸ the one that narrows the statements. A title in the accent is the one in the reader.

// A Briefings pane lists the briefings.
type Briefings struct {
	List[model.Briefing]
	current, reading string
	tally            string
	fresh            map[string]bool // came while one was looking, not opened yet
}

// NewBriefings answers an empty pane.
func NewBriefings() *Briefings {
	p := &Briefings{}
	p.List = *NewList(Face[model.Briefing]{
		Number: "1", Name: "Briefings",
		ID:   func(b model.Briefing) string { return b.File },
		Draw: p.rowsOfBriefing,
		Text: func(b model.Briefing) string {
			return p.title(b) + "\n" + b.Date.Short() + "\n" + p.source(b) + "\n" + b.File
		},
		Fold:  p.fold,
		Empty: none("briefings"),
		Count: func() string { return p.tally },
		Ghost: []string{"###### ##########", "       ########"},
	})
	return p
}

// Set shows another page. The first item, without a file, is all of them; it is not counted.
func (p *Briefings) Set(page model.Page[model.Briefing]) {
	p.tally = tally(page)
	if page.Total == 0 && page.All == 0 {
		p.List.Set(page)
		return
	}
	if page.Offset == 0 {
		page.Items = append([]model.Briefing{{}}, page.Items...)
	} else {
		page.Offset++
	}
	page.Total++
	page.All++
	p.List.Set(page)
}

// Want tells which briefings the list lacks, "All briefings" not counted.
func (p *Briefings) Want() (model.Window, bool) {
	w, lacks := p.List.Want()
	w.Offset = max(w.Offset-1, 0)
	return w, lacks
}

// SetCurrent tells which briefing narrows the statements; empty: all.
func (p *Briefings) SetCurrent(file string) {
	if p.current != file {
		p.current = file
		p.redraw()
	}
}

// SetReading tells which briefing is in the reader.
func (p *Briefings) SetReading(file string) {
	if p.reading != file {
		p.reading = file
		p.redraw()
	}
}

// AddFresh tells which briefings have just come.
func (p *Briefings) AddFresh(files map[string]bool) {
	for file := range files {
		if p.fresh == nil {
			p.fresh = map[string]bool{}
		}
		p.fresh[file] = true
	}
}

// Seen tells that a briefing was opened.
func (p *Briefings) Seen(file string) {
	if p.fresh[file] {
		delete(p.fresh, file)
		p.redraw()
	}
}

// tally says how many are unread, of those the track keeps, of all.
func tally(page model.Page[model.Briefing]) string {
	unread := 0
	for _, b := range page.Items {
		if b.Unread {
			unread++
		}
	}
	count := fmt.Sprintf("%d", page.Total)
	if page.All > page.Total {
		count = fmt.Sprintf("%d of %d", page.Total, page.All)
	}
	if unread > 0 && len(page.Items) == page.Total {
		return fmt.Sprintf("%d unread · %s", unread, count)
	}
	return count
}

func (p *Briefings) title(b model.Briefing) string {
	switch {
	case b.File == "":
		return "All briefings"
	case b.Title == "":
		return b.File
	}
	return b.Title
}

// source is the row below the title: the outlet, else what kind of text it is, else the file; and the file's own time
// where the text has no date.
func (p *Briefings) source(b model.Briefing) string {
	s := ""
	for _, s = range []string{b.Source, b.Ref, b.Type, b.File} {
		if s != "" && s != p.title(b) {
			break
		}
	}
	switch {
	case b.Date != "":
		return s
	case b.FileDate != "":
		return "file date " + b.FileDate.Short()
	}
	return "no date"
}

const dateWidth = len("27 Apr")

func (p *Briefings) rowsOfBriefing(b model.Briefing, br Brush) []Row {
	th, g := br.Theme, br.Theme.Glyphs
	style := th.Body
	unread := b.Unread || p.fresh[b.File]
	if unread {
		style = th.Strong
	}
	if b.File != "" && b.File == p.reading {
		style = accented(th, style)
	}
	mark := Piece{Text: strings.Repeat(" ", dateWidth+1)}
	switch {
	case b.File == p.current:
		mark = Piece{Text: strings.Repeat(" ", dateWidth-1) + g.Current + " ", Style: th.Accent}
	case unread:
		mark = Piece{Text: strings.Repeat(" ", dateWidth-1) + g.Unread + " ", Style: th.Accent}
	}
	if b.File == "" {
		return []Row{{mark, br.Piece(p.title(b), style)}}
	}
	day := fmt.Sprintf("%-*s ", dateWidth, b.Date.Short())
	return []Row{
		{{Text: day, Style: th.Dim}, br.Piece(p.title(b), style)},
		{mark, br.Piece(p.source(b), th.Dim)},
	}
}

// accented is the style of a title whose briefing is being read.
func accented(th theme.Theme, s theme.Style) theme.Style {
	if s == th.Strong {
		return theme.New(th.Accent.Fg, th.Accent.Bg, th.Accent.Attr|th.Strong.Attr)
	}
	return th.Accent
}

// fold shows the briefing that is in the reader, else the selected one.
func (p *Briefings) fold(br Brush) Row {
	b, _ := p.Selected()
	if i := p.indexOf(p.reading); p.reading != "" && i >= 0 {
		b, _ = p.item(i)
	}
	return Row{dim(br.Theme, b.Date.Short()), {Text: strings.Repeat(" ", min(len(b.Date), 1))}, br.Piece(p.title(b), br.Theme.Body)}
}
