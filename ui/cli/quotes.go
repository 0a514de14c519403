package cli

import (
	"bufio"
	"encoding/json"
	"fmt"
	"strings"

	"parley/model"
	"parley/model/search"
)

type quotesCommand struct {
	Query  []string `arg:"" optional:"" help:"Words, “phrases”, fields as speaker:NAME, - to exclude."`
	Format string   `enum:"plain,jsonl" default:"plain" help:"The form: ${enum}."`
	JSON   bool     `name:"json" help:"The same as --format jsonl."`
	Limit  int      `short:"n" default:"0" help:"At most so many; 0 is all."`
	Best   bool     `help:"The best hits first instead of the newest."`
}

// Run prints the quotes that the query keeps, newest first.
func (c *quotesCommand) Run(s *setting) error {
	f, err := search.Parse(strings.Join(c.Query, " "))
	if err != nil {
		complain(s.Errs, err)
	}
	if c.Best {
		f.Order = model.Best
	}
	lib, err := s.answering(nil)
	if err != nil {
		return err
	}
	defer lib.Close() //nolint:errcheck // only read from
	page, err := lib.Quotes(s, f, model.Window{Limit: c.Limit})
	if err != nil {
		return err
	}
	out := bufio.NewWriter(s.Out)
	for i := range page.Items {
		if c.JSON || c.Format == "jsonl" {
			err = json.NewEncoder(out).Encode(plainQuote(&page.Items[i]))
		} else {
			err = writeLine(out, quoteLine(&page.Items[i]))
		}
		if err != nil {
			return err
		}
	}
	if err := out.Flush(); err != nil {
		return err
	}
	if page.Total == 0 {
		return ending{code: nothingFound}
	}
	return nil
}

// quoteLine is date, speaker, grade, words, place.
func quoteLine(q *model.Quote) string {
	date := string(q.Date)
	if date == "" {
		date = "no date   "
	}
	return fmt.Sprintf("%s  %s  “%s”  %s", date, attribution(q), q.Text, place(q.Span))
}

// attribution is "Tomas Reku (on record)", or the grade alone where nobody is named.
func attribution(q *model.Quote) string {
	who := "nobody named"
	if q.Speaker != nil {
		who = q.Speaker.Name
	}
	grade := q.Grade.String()
	if len(q.Via) > 0 {
		grade += " via " + strings.Join(q.Via, ", ")
	}
	if q.Certainty != model.Sure {
		grade += ", " + q.Certainty.String()
	}
	return who + " (" + grade + ")"
}

func place(s model.Span) string {
	if s.Paragraph > 0 {
		return fmt.Sprintf("%s:%d ¶%d", s.File, s.Line, s.Paragraph)
	}
	return fmt.Sprintf("%s:%d", s.File, s.Line)
}

// plainQuote is a quote as a script wants it.
func plainQuote(q *model.Quote) map[string]any {
	speaker := ""
	if q.Speaker != nil {
		speaker = q.Speaker.Name
	}
	return map[string]any{
		"text": q.Text, "speaker": speaker, "grade": q.Grade.String(), "kind": q.Kind.String(), "via": q.Via,
		"tracks": q.Tracks, "date": q.Date, "file": q.Span.File, "line": q.Span.Line, "paragraph": q.Span.Paragraph,
		"certainty": q.Certainty.String(), "id": q.ID,
	}
}
