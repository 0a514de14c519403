package cli

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"parley/briefings/folder"
	"parley/model"
)

type splitCommand struct {
	File    string `arg:"" name:"file" help:"The file, or - for standard input."`
	Explain bool   `help:"Say for each statement which rule decided and whom else it could have been."`
}

// Run prints every statement of a file in the order of the text.
func (c *splitCommand) Run(s *setting) error {
	lib, files, err := s.briefings([]string{c.File}, folder.Options{})
	if err != nil {
		return err
	}
	defer lib.Close() //nolint:errcheck // only read from
	if len(files) == 0 {
		return s.skippedFiles(lib)
	}
	t, err := lib.Text(s, files[0])
	if err != nil {
		return err
	}
	out := bufio.NewWriter(s.Out)
	if err := c.statements(s, out, lib, &t); err != nil {
		return err
	}
	return out.Flush()
}

func (c *splitCommand) statements(s *setting, out io.Writer, lib model.Library, t *model.Text) error {
	quotes, proposals := t.Quotes, t.Proposals
	for len(quotes)+len(proposals) > 0 {
		var id, line string
		if len(proposals) == 0 || len(quotes) > 0 && quotes[0].Span.Start <= proposals[0].Span.Start {
			q := &quotes[0]
			id, line = q.ID, fmt.Sprintf("%s %-8s “%s”  %s  %s", place(q.Span), q.Kind, q.Text, attribution(q), strings.Join(q.Tracks, ", "))
			quotes = quotes[1:]
		} else {
			p := &proposals[0]
			id, line = p.ID, fmt.Sprintf("%s proposal %s  %s", place(p.Span), proposalText(p), strings.Join(p.Tracks, ", "))
			proposals = proposals[1:]
		}
		if err := writeLine(out, line); err != nil {
			return err
		}
		if !c.Explain {
			continue
		}
		why, err := lib.Explain(s, t.Briefing.File, id)
		if err != nil {
			return err
		}
		if err := explain(out, why); err != nil {
			return err
		}
	}
	return nil
}

func explain(out io.Writer, why model.Explanation) error {
	lines := []string{"    rule: " + why.Rule}
	if why.Cue != "" {
		lines = append(lines, "    cue:  “"+why.Cue+"”")
	}
	for _, c := range why.Candidates {
		mark := " "
		if c.Chosen {
			mark = "*"
		}
		line := fmt.Sprintf("    %s %3.0f %%  %s", mark, 100*c.Score, c.Words)
		if c.Name != "" && c.Name != c.Words {
			line += " = " + c.Name
		}
		lines = append(lines, line)
	}
	for _, note := range why.Notes {
		lines = append(lines, "    "+note)
	}
	for _, line := range lines {
		if err := writeLine(out, line); err != nil {
			return err
		}
	}
	_, err := fmt.Fprintln(out)
	return err
}
