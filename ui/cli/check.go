package cli

import (
	"fmt"
	"io"

	"parley/model"
	"parley/model/text"
)

type checkCommand struct {
	Paths []string `arg:"" optional:"" name:"path" help:"Folders and files."`
}

// Run prints every problem as "file:line:col: message; what was done instead".
func (c *checkCommand) Run(s *setting) error {
	lib, err := s.settled(c.Paths)
	if err != nil {
		return err
	}
	defer lib.Close() //nolint:errcheck // only read from
	page, err := lib.Problems(s, model.Window{})
	if err != nil {
		return err
	}
	for _, p := range page.Items {
		line := p.Place() + ": " + p.Message
		if p.Done != "" {
			line += "; " + p.Done
		}
		if err := writeLine(s.Out, line); err != nil {
			return err
		}
	}
	if page.Total > 0 {
		return ending{code: withProblems}
	}
	return nil
}

// writeLine writes text from files: cleaned, on one line.
func writeLine(w io.Writer, line string) error {
	clean, _ := text.Line(line)
	_, err := fmt.Fprintln(w, clean)
	return err
}
