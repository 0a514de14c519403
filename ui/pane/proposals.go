package pane

import (
	"fmt"
	"slices"
	"strings"

	"parley/model"
	"parley/model/text"
)

// What is proposed, demanded, accepted, rejected: a code, the sign of the stance, the title or the words, and below them
// whose it is.

// A Proposals pane lists what is proposed.
type Proposals struct {
	List[model.Proposal]
	setting setting
	codes   int // cells of the longest code
}

// NewProposals answers an empty pane.
func NewProposals() *Proposals {
	p := &Proposals{codes: 2}
	p.List = *NewList(Face[model.Proposal]{
		Number: "3", Name: "Proposals",
		ID:    func(p model.Proposal) string { return p.ID },
		Draw:  p.rowsOfProposal,
		Text:  proposalText,
		Code:  proposalCode,
		Empty: none("proposals"),
		Ghost: []string{"##    ##############", "      ########"},
	})
	return p
}

// Set shows another page.
func (p *Proposals) Set(page model.Page[model.Proposal]) {
	p.codes = 0
	for _, it := range page.Items {
		p.codes = max(p.codes, min(text.Width(Clean(it.Code)), 4))
	}
	p.List.Set(page)
}

// SetAll shows items that are all there is.
func (p *Proposals) SetAll(items []model.Proposal) {
	p.Set(model.Page[model.Proposal]{Items: items, Total: len(items), All: len(items)})
}

// SetSpan tells whether statements of several briefings stand here, which then show their date and source, and how to
// find the source of a file.
func (p *Proposals) SetSpan(several bool, source func(file string) string) {
	p.setting = setting{several, source}
	p.redraw()
}

func proposalText(p model.Proposal) string {
	return p.Code + "\n" + p.Title + "\n" + p.Text + "\n" + holders(p) + "\n" + p.Predicate.String() + "\n" + strings.Join(p.Via, "\n")
}

// holders are whose proposal it is: "Arland + Union".
func holders(p model.Proposal) string {
	names := make([]string, 0, len(p.Actors))
	for _, a := range p.Actors {
		names = append(names, a.Name)
	}
	if len(names) == 0 {
		return "nobody named"
	}
	return strings.Join(names, " + ")
}

// does says what its holders do with a proposal that was found, where no words of the text tell: "rejects". It is no more
// certain than the source, and nothing where they simply propose it.
func does(p model.Proposal) string {
	verb := ""
	switch p.Predicate {
	case model.Demand:
		verb = "demands"
	case model.Accept:
		verb = "accepts"
	case model.Reject:
		verb = "rejects"
	case model.Concede:
		return "may concede"
	case model.Float:
		verb = "floats"
	case model.Commit:
		verb = "commits"
	}
	if len(p.Actors) > 1 {
		return strings.TrimSuffix(verb, "s")
	}
	return verb
}

func (p *Proposals) rowsOfProposal(it model.Proposal, b Brush) []Row {
	th := b.Theme
	code, _ := cut(Clean(it.Code), p.codes, "")
	lead := Row{
		{Text: code + fmt.Sprintf("%*s", p.codes-text.Width(code)+min(p.codes, 1), ""), Style: th.Strong},
		{Text: sign(th, it.Stance), Style: th.Strong}, {Text: "  "},
	}
	indent := lead.width()
	rows := b.Wrap(b.Piece(it.Sentence(), th.Body), b.Width-indent, 2)
	for i := range rows {
		if i == 0 {
			rows[i] = append(lead, rows[i]...)
			continue
		}
		rows[i] = append(Row{{Text: fmt.Sprintf("%*s", indent, "")}}, rows[i]...)
	}
	parts := p.setting.parts(b, b.who(holders(it), len(it.Actors) > 0 && it.Grade != model.Unnamed), it.Grade.String(), it.Via, it.Origin, it.Certainty, it.Date, it.Span)
	if verb := does(it); verb != "" && it.Verb == "" && it.Origin == model.Found && len(it.Actors) > 0 {
		parts = slices.Insert(parts, 1, dim(th, verb))
	}
	return append(rows, below(b, it.Origin, 1, parts)...) // as below a quote: behind the code there is little room
}

// proposalCode is what stands for a proposal: "T1±".
func proposalCode(p model.Proposal, b Brush) []Piece {
	code, _ := cut(Clean(p.Code), 4, "")
	return []Piece{{Text: code + sign(b.Theme, p.Stance)}}
}
