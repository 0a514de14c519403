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
		Code:  t.code,
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

// Count says how many tracks there are.
func (t *Tracks) Count() string {
	if n := t.total() - 1; n > 0 && t.count == "" {
		return strconv.Itoa(n) + " tracks"
	}
	return t.List.Count()
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

// code of a folded pane: the current track alone.
func (t *Tracks) code(tr model.Track, b Brush) []Piece {
	if tr.Name != t.current {
		return nil
	}
	return []Piece{{Text: b.Theme.Glyphs.Current + " ", Style: b.Theme.Accent}, b.Piece(trackName(tr), b.Theme.Strong)}
}
