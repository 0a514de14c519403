// Command eval prints how well the extraction does on annotated texts that lie beside the repository, and fails where a
// figure fell.
//
//	go run ./model/extract/eval [-misses N] [-lines] FILE...
//
// Rules:
//   - A file's name says which measures are taken of it: see the table of measures.
//   - figures.txt holds the figures as they were last written down. One that is more than .01 below its line fails the run;
//     one without a line is only printed. -lines prints the lines as they should be now.
package main

import (
	_ "embed"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"parley/model/extract/eval/gold"
)

// A measure is one table of figures over a file.
type measure struct {
	name  string
	files string // what names of files begin with
	take  func(r io.Reader, o options) ([]gold.Figure, error)
}

// measures in the order they are taken. A new one is a file of its own and a line here.
var measures = []measure{
	{"quotes", "polnear-", quotes},
}

type options struct {
	misses int
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
	if err := flags.Parse(args); err != nil {
		return err
	}
	fallen := 0
	for _, file := range flags.Args() {
		for _, m := range measures {
			if !strings.HasPrefix(filepath.Base(file), m.files) {
				continue
			}
			figures, err := take(m, file, options{misses: *misses, out: out})
			if err != nil {
				return fmt.Errorf("%s of %s: %w", m.name, file, err)
			}
			fallen += report(out, filepath.Base(file), m.name, figures, *lines)
		}
	}
	if fallen > 0 {
		return fmt.Errorf("figures that fell more than %.2f below figures.txt: %d", slack, fallen)
	}
	return nil
}

func take(m measure, file string, o options) ([]gold.Figure, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return m.take(f, o)
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
