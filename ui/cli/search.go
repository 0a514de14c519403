package cli

import (
	"bufio"
	"encoding/json"
	"io"
	"strings"

	"parley/model"
	"parley/model/search"
)

type searchCommand struct {
	Query []string `arg:"" help:"Words, “phrases”, fields as speaker:NAME, - to exclude."`
	JSON  bool     `name:"json" help:"One JSON object a line, each with what it is."`
	Limit int      `short:"n" default:"20" help:"At most so many of a kind; 0 is all."`
}

// Run prints what a query keeps: briefings, proposals, quotes, newest first.
func (c *searchCommand) Run(s *setting) error {
	f, err := search.Parse(strings.Join(c.Query, " "))
	if err != nil {
		complain(s.Errs, err)
	}
	lib, err := s.answering(nil)
	if err != nil {
		return err
	}
	defer lib.Close() //nolint:errcheck // only read from
	w := model.Window{Limit: c.Limit}
	briefings, err := lib.Briefings(s, f, w)
	if err != nil {
		return err
	}
	proposals, err := lib.Proposals(s, f, w)
	if err != nil {
		return err
	}
	quotes, err := lib.Quotes(s, f, w)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(s.Out)
	p := printer{out: out, json: c.JSON}
	for i := range briefings.Items {
		p.print("briefing", briefingLine(&briefings.Items[i]), plainBriefing(&briefings.Items[i]))
	}
	for i := range proposals.Items {
		p.print("proposal", string(proposals.Items[i].Date)+"  "+proposalText(&proposals.Items[i]), plainProposal(&proposals.Items[i]))
	}
	for i := range quotes.Items {
		p.print("quote", quoteLine(&quotes.Items[i]), plainQuote(&quotes.Items[i]))
	}
	if p.err == nil {
		p.err = out.Flush()
	}
	if p.err == nil && briefings.Total+proposals.Total+quotes.Total == 0 {
		return ending{code: nothingFound}
	}
	return p.err
}

// printer writes lines of several kinds until the first error.
type printer struct {
	out  io.Writer
	json bool
	err  error
}

func (p *printer) print(kind, line string, object map[string]any) {
	switch {
	case p.err != nil:
	case p.json:
		object["type"] = kind
		p.err = json.NewEncoder(p.out).Encode(object)
	default:
		p.err = writeLine(p.out, kind+strings.Repeat(" ", len("proposal  ")-len(kind))+line)
	}
}

// plainProposal is a proposal as a script wants it.
func plainProposal(p *model.Proposal) map[string]any {
	actors := make([]string, 0, len(p.Actors))
	for _, a := range p.Actors {
		actors = append(actors, a.Name)
	}
	return map[string]any{
		"text": p.Text, "title": p.Title, "actors": actors, "predicate": p.Predicate.String(), "stance": p.Stance.Sign(),
		"grade": p.Grade.String(), "via": p.Via, "tracks": p.Tracks, "date": p.Date,
		"file": p.Span.File, "line": p.Span.Line, "paragraph": p.Span.Paragraph, "certainty": p.Certainty.String(), "id": p.ID,
	}
}
