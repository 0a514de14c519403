// Command eval prints how well the extraction does on annotated texts that lie beside the repository, and fails where a
// figure fell.
//
//	go run ./model/extract/eval [-measure NAME,NAME] [-misses N] [-lines] FOLDER|FILE...
//
// Rules:
//   - Of a folder every measure takes the parts it is steered by; of a file whatever measures are made for its name.
//   - A measure runs what ships: extract.Briefing over the text as a file would hold it.
//   - figures.txt holds the figures as they were last written down. One that is more than .01 below its line fails the run;
//     one without a line is only printed. -lines prints the lines as they should be now.
//   - A file that a folder does not hold is said to be skipped; its figures are not compared.
package main

import (
	_ "embed"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"parley/model/extract/eval/gold"
)

// A measure is one table of figures over a file.
type measure struct {
	name  string
	stem  string   // what names of files begin with that it can read
	parts []string // what follows the stem in those that a folder is asked for
	take  func(file string, o options) ([]gold.Figure, error)
}

// measures in the order they are taken. A new one is a file of its own and a line here.
var measures = []measure{
	{"quotes", "polnear-", []string{"dev.jsonl"}, quotes},
	{"positions", "positions-", []string{"dev.jsonl"}, positions},
	{"moves", "moves-", []string{"train.jsonl"}, moves},
	{"actors", "re3d_", []string{"actors.jsonl"}, actors},
}

// options are what a measure may print beside its figures.
type options struct {
	misses int // so many of them, one a line
	out    io.Writer
}

//go:embed figures.txt
var written string

// slack is how far a figure may fall.
const slack = 0.01

func main() {
	if err := run(os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "eval:", err)
		os.Exit(1)
	}
}

func run(args []string, out io.Writer) error {
	flags := flag.NewFlagSet("eval", flag.ContinueOnError)
	misses := flags.Int("misses", 0, "print so many misses of each measure")
	lines := flags.Bool("lines", false, "print the lines of figures.txt as they should be")
	names := flags.String("measure", "", "only these measures, with commas between")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() == 0 {
		return errors.New("name the folder of annotated texts, or a file of it")
	}
	chosen, err := choose(*names)
	if err != nil {
		return err
	}
	fallen := 0
	for _, path := range flags.Args() {
		for _, t := range tasks(chosen, path) {
			if _, err := os.Stat(t.file); err != nil {
				fmt.Fprintf(out, "skipped: %s of %s: no such file\n", t.name, t.file)
				continue
			}
			figures, err := t.take(t.file, options{misses: *misses, out: out})
			if err != nil {
				return fmt.Errorf("%s of %s: %w", t.name, t.file, err)
			}
			fallen += report(out, filepath.Base(t.file), t.name, figures, *lines)
		}
	}
	if fallen > 0 {
		return fmt.Errorf("figures that fell more than %.2f below figures.txt: %d", slack, fallen)
	}
	return nil
}

// choose answers the measures of a list of names; all of them for none.
func choose(names string) ([]measure, error) {
	if names == "" {
		return measures, nil
	}
	var chosen []measure
	for name := range strings.SplitSeq(names, ",") {
		i := slices.IndexFunc(measures, func(m measure) bool { return m.name == name })
		if i < 0 {
			return nil, fmt.Errorf("no measure is called %q", name)
		}
		chosen = append(chosen, measures[i])
	}
	return chosen, nil
}

// A task is a measure with the file it is to be taken of.
type task struct {
	measure
	file string
}

// tasks answers what is to be measured of a path.
func tasks(chosen []measure, path string) []task {
	var out []task
	info, err := os.Stat(path)
	for _, m := range chosen {
		switch {
		case err == nil && info.IsDir():
			for _, part := range m.parts {
				out = append(out, task{m, filepath.Join(path, m.stem+part)})
			}
		case strings.HasPrefix(filepath.Base(path), m.stem):
			out = append(out, task{m, path})
		}
	}
	return out
}

// report prints figures beside those written down and answers how many fell.
func report(out io.Writer, file, name string, figures []gold.Figure, lines bool) (fallen int) {
	before := lookUp(file, name)
	for _, f := range figures {
		line := fmt.Sprintf("%s | %s | %s | %.4f", file, name, f.Name, f.Value)
		old, known := before[f.Name]
		switch {
		case lines:
		case known && f.Value < old-slack:
			line += fmt.Sprintf("   FELL, was %.4f", old)
			fallen++
		case known:
			line += fmt.Sprintf("   was %.4f", old)
		}
		fmt.Fprintln(out, line)
	}
	return fallen
}

// lookUp answers the figures of figures.txt for a file and a measure.
func lookUp(file, name string) map[string]float64 {
	found := map[string]float64{}
	for line := range strings.Lines(written) {
		f := strings.Split(strings.TrimSpace(line), " | ")
		if len(f) != 4 || f[0] != file || f[1] != name {
			continue
		}
		if v, err := strconv.ParseFloat(f[3], 64); err == nil {
			found[f[2]] = v
		}
	}
	return found
}
