package cli

import (
	"bufio"
	"encoding/json"
	"fmt"

	"parley/model"
)

type lsCommand struct {
	Track string   `help:"Only briefings of this track."`
	JSON  bool     `name:"json" help:"One JSON object a line."`
	Limit int      `short:"n" default:"0" help:"At most so many; 0 is all."`
	Paths []string `arg:"" optional:"" name:"path" help:"Folders and files."`
}

const listed = 1000 // briefings that are asked for at once

// Run lists the briefings, newest first: date, file, title.
func (c *lsCommand) Run(s *setting) error {
	lib, err := s.answering(c.Paths)
	if err != nil {
		return err
	}
	defer lib.Close() //nolint:errcheck // only read from
	out := bufio.NewWriter(s.Out)
	written := 0
	for more := true; more && (c.Limit <= 0 || written < c.Limit); {
		w := model.Window{Offset: written, Limit: listed}
		if c.Limit > 0 {
			w.Limit = min(listed, c.Limit-written)
		}
		page, err := lib.Briefings(s, model.Filter{Track: c.Track}, w)
		if err != nil {
			return err
		}
		for i := range page.Items {
			if c.JSON {
				err = json.NewEncoder(out).Encode(plainBriefing(&page.Items[i]))
			} else {
				err = writeLine(out, briefingLine(&page.Items[i]))
			}
			if err != nil {
				return err
			}
		}
		written += len(page.Items)
		more = len(page.Items) == w.Limit
	}
	if err := out.Flush(); err != nil {
		return err
	}
	if written == 0 {
		return ending{code: nothingFound}
	}
	return nil
}

// briefingLine is date, file, title.
func briefingLine(b *model.Briefing) string {
	date := string(b.Date)
	if date == "" {
		date = "no date   "
	}
	return fmt.Sprintf("%s  %s  %s", date, b.File, b.Title)
}

// plainBriefing is a briefing as a script wants it.
func plainBriefing(b *model.Briefing) map[string]any {
	return map[string]any{
		"file": b.File, "title": b.Title, "date": b.Date, "source": b.Source, "tracks": b.Tracks,
		"quotes": b.Quotes, "proposals": b.Proposals, "actors": b.Actors, "words": b.Words, "problems": len(b.Problems),
	}
}
