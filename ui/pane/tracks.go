package pane

import (
	"strconv"

	"parley/model"
)

// The tracks, "All tracks" first, each with the briefings that hold a statement of it. ▸ is the one that narrows the
// other panes, • one with something unread.

// A Tracks pane lists the tracks.
type Tracks struct {
	List[model.Track]
	current string
}

// NewTracks answers an empty pane.
func NewTracks() *Tracks {
	t := &Tracks{}
	t.List = *NewList(Face[model.Track]{
		Number: "0", Name: "Tracks",
		ID:    func(tr model.Track) string { return tr.Name },
		Draw:  t.row,
		Text:  trackName,
		Fold:  t.fold,
		Count: t.tally,
		Ghost: []string{"  ########"},
	})
	return t
}

func trackName(t model.Track) string {
	if t.Name == "" {
		return "All tracks"
	}
	return t.Name
}

// SetOverview shows the tracks of a library. The first item, without a name, is all of them.
func (t *Tracks) SetOverview(o model.Overview) {
	all := model.Track{Briefings: o.Briefings, Statements: o.Quotes + o.Proposals, Unread: o.Unread > 0}
	t.SetAll(append([]model.Track{all}, o.Tracks...))
}

// SetCurrent tells which track narrows the other panes; empty: all.
func (t *Tracks) SetCurrent(name string) {
	if t.current != name {
		t.current = name
		t.redraw()
	}
}

// tally says which of how many tracks is current.
func (t *Tracks) tally() string {
	of := strconv.Itoa(t.total() - 1)
	if i := t.indexOf(t.current); i > 0 {
		return strconv.Itoa(i) + "/" + of
	}
	return of + " in all"
}

func (t *Tracks) row(tr model.Track, b Brush) []Row {
	th, g := b.Theme, b.Theme.Glyphs
	mark, name, unread := Piece{Text: "  "}, b.Piece(trackName(tr), th.Body), Piece{Text: " "}
	if tr.Name == t.current {
		mark, name.Style = Piece{Text: g.Current + " ", Style: th.Accent}, th.Strong
	}
	if tr.Unread {
		unread = Piece{Text: g.Unread, Style: th.Accent}
	}
	return []Row{{mark, name, {Text: strconv.Itoa(tr.Briefings) + " ", Style: th.Dim, Right: true}, unread}}
}

// fold shows the current track and where it is among them.
func (t *Tracks) fold(b Brush) Row {
	return Row{
		{Text: b.Theme.Glyphs.Current + " ", Style: b.Theme.Accent}, b.Piece(trackName(model.Track{Name: t.current}), b.Theme.Strong),
		{Text: t.tally() + " ", Style: b.Theme.Dim, Right: true},
	}
}
