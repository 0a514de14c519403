package pane

import (
	"fmt"
	"strconv"
	"strings"

	"parley/model"
	"parley/model/text"
)

// Who is in it: parties with their people below them. Two letters in the hue of the party, the name, what they are, how
// many statements are theirs; ⇄ where some are for and some against.

// An Actors pane lists who is in it.
type Actors struct {
	List[model.ActorRow]
	codes map[string]string // of parties, by name
}

// NewActors answers an empty pane.
func NewActors() *Actors {
	p := &Actors{}
	p.List = *NewList(Face[model.ActorRow]{
		Number: "2", Name: "Actors",
		ID:    func(r model.ActorRow) string { return r.Actor.ID },
		Draw:  p.row,
		Text:  actorText,
		Code:  actorCode,
		Empty: none("actors"),
		Ghost: []string{"## ########       ##"},
	})
	return p
}

// Set shows another page.
func (p *Actors) Set(page model.Page[model.ActorRow]) {
	p.codes = make(map[string]string, len(page.Items))
	for _, r := range page.Items {
		if r.Actor.Kind != model.Person {
			p.codes[r.Actor.Name] = r.Actor.Code
		}
	}
	p.List.Set(page)
}

// SetAll shows items that are all there is.
func (p *Actors) SetAll(items []model.ActorRow) {
	p.Set(model.Page[model.ActorRow]{Items: items, Total: len(items), All: len(items)})
}

func actorText(r model.ActorRow) string {
	all := r.Actor.Name + "\n" + r.Actor.Role + "\n" + r.Actor.Party + "\n" + r.Actor.Code
	for _, a := range r.Actor.Aliases {
		all += "\n" + a
	}
	return all
}

func (p *Actors) row(r model.ActorRow, b Brush) []Row {
	th, g := b.Theme, b.Theme.Glyphs
	row := Row{actorCode(r, b)[0], {Text: " "}}
	if r.Below {
		row = append(row, Piece{Text: " " + g.Branch + " ", Style: th.Dim})
	}
	row = append(row, b.Piece(r.Actor.Name, th.Body))
	both := "  "
	if r.Both {
		both = " " + g.Both
	}
	count := ""
	if r.Statements > 0 {
		count = strconv.Itoa(r.Statements)
	}
	words := max(min(b.Width-27, 24), 0)
	if words < 6 {
		words = 0
	}
	word, _ := cut(Clean(p.word(r, words)), words, g.Ellipsis)
	gap := words - text.Width(word)
	return []Row{append(row,
		Piece{Text: word + fmt.Sprintf("%*s", gap, ""), Style: th.Dim, Right: true},
		Piece{Text: fmt.Sprintf("%4s", count), Style: th.Dim},
		Piece{Text: both, Style: th.Strong})}
}

// word says what an actor is: for a person the party's code, or the role where there is room for it.
func (p *Actors) word(r model.ActorRow, room int) string {
	a := r.Actor
	switch {
	case a.Role != "" && (a.Kind != model.Person || room >= 16 || a.Party == ""):
		return a.Role
	case a.Kind == model.Person && a.Party != "":
		if code := p.codes[a.Party]; code != "" {
			return code
		}
		return a.Party
	case a.Kind == model.Organisation && room < 12:
		return "org"
	}
	return a.Kind.String()
}

// actorCode is what stands for an actor: two letters in the hue of the party.
func actorCode(r model.ActorRow, b Brush) []Piece {
	code, _ := cut(Clean(r.Actor.Code), 2, "")
	if code == "" {
		code = "??"
	}
	style := b.Theme.Dim
	if code != "??" {
		style = b.Theme.Hues[(r.Actor.Hue%8+8)%8]
	}
	return []Piece{{Text: code + strings.Repeat(" ", 2-text.Width(code)), Style: style}}
}
