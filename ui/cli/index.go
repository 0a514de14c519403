package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"time"

	"parley/briefings/cache"
	"parley/briefings/folder"
	"parley/model"
)

// The index of a folder: made, kept and dropped by itself; these two commands are for whoever wants to see or force it.

type indexCommand struct {
	Rebuild rebuildCommand `cmd:"" help:"Read every briefing again and write the index anew."`
	Stats   statsCommand   `cmd:"" help:"Say what the index holds, where it lies and how much of the folder is answered from it."`
}

type rebuildCommand struct {
	JSON  bool     `name:"json" help:"As one JSON object."`
	Paths []string `arg:"" optional:"" name:"path" help:"Folders."`
}

// Run makes the index anew, whatever is there, and says what it took.
func (c *rebuildCommand) Run(s *setting) error {
	began := time.Now()
	lib, err := s.indexed(c.Paths, cache.Options{Threshold: 1, Anew: true})
	if err != nil {
		return err
	}
	defer lib.Close() //nolint:errcheck // the index is written by then
	stop := s.progress(lib)
	err = rebuild(s, lib)
	stop()
	stats, serr := lib.Stats(s)
	switch {
	case s.Err() != nil:
		return s.Err()
	case stats.Unwritten != "":
		return ending{refused, hint{fmt.Errorf("the index cannot be written: %s", stats.Unwritten), "make room for it, or set XDG_CACHE_HOME to a folder that can be written; --no-index does without"}}
	case err != nil || serr != nil:
		return errors.Join(err, serr)
	}
	if err := c.tell(s, lib, stats, time.Since(began)); err != nil {
		return err
	}
	return s.skippedFiles(lib)
}

// rebuild waits until everything was read and is written.
func rebuild(s *setting, lib *cache.Library) error {
	if err := lib.Settled(s); err != nil {
		return err
	}
	return lib.Flush(s)
}

func (c *rebuildCommand) tell(s *setting, lib model.Library, stats cache.Stats, took time.Duration) error {
	o, err := lib.Overview(s, model.Filter{})
	if err != nil {
		return err
	}
	if c.JSON {
		fields := statsFields(&o, &stats)
		fields["seconds"] = took.Seconds()
		return json.NewEncoder(s.Out).Encode(fields)
	}
	for _, line := range []string{
		fmt.Sprintf("%s: %s briefings, %s quotes, %s proposals, %s actors", o.Name, thousands(stats.Briefings), thousands(stats.Quotes), thousands(stats.Proposals), thousands(stats.Actors)),
		fmt.Sprintf("written in %.1f s: %s, %s", took.Seconds(), stats.File, megabytes(stats.Size)),
	} {
		if err := writeLine(s.Out, line); err != nil {
			return err
		}
	}
	return nil
}

type statsCommand struct {
	JSON  bool     `name:"json" help:"As one JSON object."`
	Paths []string `arg:"" optional:"" name:"path" help:"Folders."`
}

// Run compares the folder with its index and says how it stands. It writes none.
func (c *statsCommand) Run(s *setting) error {
	lib, err := s.indexed(c.Paths, cache.Options{Readonly: true})
	if err != nil {
		return err
	}
	defer lib.Close() //nolint:errcheck // only read from
	stop := s.progress(lib)
	err = lib.Settled(s)
	stop()
	if err != nil {
		return err
	}
	stats, err := lib.Stats(s)
	if err != nil {
		return err
	}
	o, err := lib.Overview(s, model.Filter{})
	if err != nil {
		return err
	}
	if c.JSON {
		return json.NewEncoder(s.Out).Encode(statsFields(&o, &stats))
	}
	for _, row := range statsRows(&stats) {
		if err := writeLine(s.Out, fmt.Sprintf("%-10s %s", row[0], row[1])); err != nil {
			return err
		}
	}
	return nil
}

func statsRows(stats *cache.Stats) [][2]string {
	index := stats.File + ", " + megabytes(stats.Size)
	from := fmt.Sprintf("%s, %s of them from the index", thousands(stats.Briefings), thousands(stats.Mapped))
	if stats.Size == 0 {
		index, from = fmt.Sprintf("none; one is kept from %d statements on, parley index rebuild makes one now", pays), thousands(stats.Briefings)
	}
	rows := [][2]string{
		{"index", index}, {"briefings", from}, {"quotes", thousands(stats.Quotes) + ", terms among them"},
		{"proposals", thousands(stats.Proposals)}, {"actors", thousands(stats.Actors)}, {"words", thousands(stats.Words)},
	}
	if stats.Void != "" {
		rows = append(rows, [2]string{"not used", stats.Void + "; it is made anew with the next reading"})
	}
	return rows
}

// statsFields are the same for a script: sizes in bytes, counts as numbers.
func statsFields(o *model.Overview, stats *cache.Stats) map[string]any {
	return map[string]any{
		"library": o.Name, "place": o.Place, "file": stats.File, "bytes": stats.Size, "briefings": stats.Briefings, "mapped": stats.Mapped,
		"quotes": stats.Quotes, "proposals": stats.Proposals, "actors": stats.Actors, "words": stats.Words, "segments": stats.Segments, "void": stats.Void,
	}
}

func megabytes(n int64) string { return fmt.Sprintf("%.1f MB", float64(n)/1e6) }

// indexed opens folders with their index, for the commands that are about it.
func (s *setting) indexed(paths []string, o cache.Options) (*cache.Library, error) {
	paths = s.paths(paths)
	if len(paths) == 0 {
		return nil, ending{wrongUsage, hint{errors.New("the built-in samples have no index"), "name a folder: parley index stats FOLDER"}}
	}
	src, err := folder.NewSource(paths, folder.Options{Stdin: s.In})
	switch {
	case err != nil:
		return nil, ending{unreadable, hint{err, "give a folder"}}
	case s.all.NoIndex || !anyFolder(paths):
		_ = src.Close() // nothing was read
		return nil, ending{wrongUsage, hint{errors.New("only folders have an index"), "name a folder: parley index stats FOLDER"}}
	}
	o.Dir, o.Paths = indexes(), paths
	return keep(src, o)
}

// keep opens a source with its index.
func keep(src *folder.Source, o cache.Options) (*cache.Library, error) {
	lib, err := cache.Open(src, o)
	if err != nil {
		_ = src.Close() // the first error is the one to tell
		return nil, ending{unreadable, fmt.Errorf("%s: %w", filepath.Clean(o.Dir), err)}
	}
	return lib, nil
}
