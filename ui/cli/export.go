package cli

import (
	"io"

	"parley/briefings/exporter"
	"parley/model"
)

type exportCommand struct {
	Format string   `enum:"jsonl,json,csv,tsv,md" default:"jsonl" help:"The form: jsonl, one object a line; json, the same in one array; csv and tsv, a row for each; md, statements as marks that parley reads back."`
	Fields []string `sep:"," placeholder:"NAME,…" help:"Only these fields, in this order; csv and tsv without it have those of statements and actors."`
	Output string   `short:"o" placeholder:"FILE" help:"Where to; - or nothing is stdout. A file that is there is not written over."`
	Track  string   `help:"Only briefings of this track."`
	Paths  []string `arg:"" optional:"" name:"path" help:"Folders and files."`
}

// Help tells what the forms hold; parley export --help shows it.
func (c *exportCommand) Help() string {
	return `Each briefing is followed by its quotes and proposals; actors come last, outlets first. Every statement has file, start, end (bytes of the file, the end exclusive), line and paragraph (from 1), grade, via, origin (written, found or reviewed) and certainty (sure, likely, doubtful).

In csv and tsv a cell is one line of clean text. One that a program of tables would take for a formula begins with an apostrophe.

In md what was found says so in its source, so that it stays a guess to whoever reads it.`
}

// Run writes everything the library holds.
func (c *exportCommand) Run(s *setting) error {
	if err := exporter.Check(exporter.Options{Form: c.Format, Fields: c.Fields}); err != nil {
		return ending{wrongUsage, err}
	}
	lib, err := s.settled(c.Paths)
	if err != nil {
		return err
	}
	defer lib.Close() //nolint:errcheck // only read from
	err = s.writeTo(c.Output, func(w io.Writer) error {
		return exporter.Write(s, w, lib, model.Filter{Track: c.Track}, exporter.Options{Form: c.Format, Fields: c.Fields})
	})
	if err != nil {
		return err
	}
	return s.skippedFiles(lib)
}
