package cli

import (
	"bufio"
	"fmt"
	"io"

	"parley/briefings/exporter"
	"parley/model"
)

type exportCommand struct {
	Format string   `enum:"jsonl" default:"jsonl" help:"The form: ${enum}."`
	Output string   `short:"o" placeholder:"FILE" help:"Where to; - or nothing is stdout."`
	Track  string   `help:"Only briefings of this track."`
	Paths  []string `arg:"" optional:"" name:"path" help:"Folders and files."`
}

// Run writes everything the library holds.
func (c *exportCommand) Run(s *setting) (err error) {
	lib, err := s.settled(c.Paths)
	if err != nil {
		return err
	}
	defer lib.Close() //nolint:errcheck // only read from
	out := s.Out
	if c.Output != "" && c.Output != "-" {
		f, err := s.create(c.Output)
		if err != nil {
			return err
		}
		defer closeFile(f, &err)
		out = f
	}
	buffer := bufio.NewWriterSize(out, 64<<10)
	if err := exporter.JSONL(s, buffer, lib, model.Filter{Track: c.Track}); err != nil {
		return err
	}
	if err := buffer.Flush(); err != nil {
		return fmt.Errorf("writing: %w", err)
	}
	return s.skippedFiles(lib)
}

// closeFile reports what only closing tells: a full disk.
func closeFile(f io.Closer, err *error) {
	if cerr := f.Close(); cerr != nil && *err == nil {
		*err = cerr
	}
}
