// Command fitproposals fits the two small models of package proposal on annotated news, and prints what they do.
//
//	go run ./model/extract/proposal/fitproposals -data FOLDER [-fit [-o FOLDER]] [-what FILE] [-misses N | -wrong N] [-every N]
//	go run ./model/extract/proposal/fitproposals -text FILE
//
// Rules:
//   - Without -fit it measures the tables that ship, over positions-dev, positions-train and moves-train, and shows what is
//     missed or wrongly found where asked to.
//   - With -fit it cross-validates over the train parts, five folds, fits on all of them and prints the dev part; with -o it
//     writes ends.txt and keep.txt. The same data gives the same tables to the bit.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"parley/model/extract/proposal"
	"parley/model/extract/proposal/measure"
	"parley/model/extract/prose"
)

// options are the flags.
type options struct {
	data, what, file, out string
	misses, wrong, every  int
	fit                   bool
}

func main() {
	var o options
	flag.StringVar(&o.data, "data", "", "the folder of the annotated data")
	flag.StringVar(&o.what, "what", "", "positions-dev, positions-train or moves-train; empty: all")
	flag.StringVar(&o.file, "text", "", "show what is found in a file, and nothing else")
	flag.StringVar(&o.out, "o", "", "the folder that -fit writes the tables to")
	flag.IntVar(&o.misses, "misses", 0, "show so many misses")
	flag.IntVar(&o.wrong, "wrong", 0, "show so many of what is found and not annotated")
	flag.IntVar(&o.every, "every", 1, "show every so manieth of them")
	flag.BoolVar(&o.fit, "fit", false, "fit, and cross-validate")
	flag.Parse()
	if err := o.run(); err != nil {
		fmt.Fprintln(os.Stderr, "fitproposals:", err)
		os.Exit(1)
	}
}

func (o *options) run() error {
	switch {
	case o.file != "":
		return show(o.file)
	case o.data == "":
		return errors.New("name the folder of the annotated data with -data, or a text with -text")
	case o.fit:
		return o.fitTables()
	}
	for _, name := range []string{"positions-dev", "positions-train", "moves-train"} {
		if o.what != "" && o.what != name {
			continue
		}
		docs, err := o.load(name)
		if err != nil {
			return err
		}
		if name == "moves-train" {
			o.moves(docs)
		} else {
			o.positions(name, docs)
		}
	}
	return nil
}

// thresholds are those that a fit prints; keepmodel.go has the one that ships.
var thresholds = []float64{.1, .15, .2, .25, .3, .35, .4}

func (o *options) fitTables() error {
	var parts [3][]text
	for i, name := range []string{"positions-train", "moves-train", "positions-dev"} {
		docs, err := o.load(name)
		if err != nil {
			return err
		}
		parts[i] = texts(docs)
	}
	crossValidate(parts[0], parts[1], 5, thresholds)
	ends, keep := fitAll(parts[0], parts[1], parts[2], thresholds)
	if o.out == "" {
		return nil
	}
	const head = "by fitproposals. A weight in hundredths, and its feature"
	return errors.Join(
		os.WriteFile(filepath.Join(o.out, "ends.txt"), []byte(table("# Where contents end, "+head+" (endfeatures.go).\n", ends)), 0o600),
		os.WriteFile(filepath.Join(o.out, "keep.txt"), []byte(table("# Which hits are kept, "+head+" (keepfeatures.go).\n", keep)), 0o600),
	)
}

func (o *options) load(name string) ([]measure.Document, error) {
	f, err := os.Open(filepath.Join(o.data, name+".jsonl"))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return measure.Read(f)
}

// split makes a paragraph of every line that is not empty, as news are annotated.
func split(text string) *prose.Doc {
	var ps []prose.Paragraph
	at := 0
	for line := range strings.Lines(text) {
		t := strings.TrimRight(line, "\n")
		if strings.TrimSpace(t) != "" {
			ps = append(ps, prose.Paragraph{Text: t, Base: at, Line: len(ps) + 1, Number: len(ps) + 1})
		}
		at += len(line)
	}
	return prose.Split(ps)
}

// find answers what the tables that ship find in a text.
func find(words string) ([]measure.Found, []proposal.Hit) {
	t := text{gold: &measure.Document{Text: words}, doc: split(words)}
	hits := proposal.Find(t.doc, false)
	found := make([]measure.Found, len(hits))
	for i := range hits {
		found[i] = t.found(&hits[i])
	}
	return found, hits
}
