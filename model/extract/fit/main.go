// Command fit finds the weights of package speaker's ranker on annotated news that lies beside the repository, and prints
// what cross-validation says of them.
//
//	go run ./model/extract/fit [-folds N] [-keep N] [-write FILE] [-check FILE] TRAIN.jsonl
//	go run ./model/extract/fit -folds 0 -check model/extract/speaker/weights.txt TRAIN.jsonl
//
// Rules:
//   - The same file gives the same weights, bit by bit: one thread a model, a seed that is fixed, sums in a fixed order,
//     products rounded before they are added. -check fits anew and fails where the table is not the one in the file.
//   - Nothing of the texts but single small words goes into the table.
package main

import (
	"flag"
	"fmt"
	"os"

	"parley/model/extract/eval/gold"
	"parley/model/extract/speaker"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "fit:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	flags := flag.NewFlagSet("fit", flag.ContinueOnError)
	folds := flags.Int("folds", 5, "parts of the cross-validation; 0: none")
	o := defaults
	flags.IntVar(&o.keep, "keep", o.keep, "how many weights to keep; 0: all")
	flags.IntVar(&o.epochs, "epochs", o.epochs, "how often to go through the texts")
	flags.Float64Var(&o.rate, "rate", o.rate, "step of AdaGrad")
	flags.Float64Var(&o.decay, "decay", o.decay, "pull towards zero")
	flags.IntVar(&o.models, "models", o.models, "how many models to average")
	flags.IntVar(&o.least, "least", o.least, "how often a fact has to be seen to count")
	write := flags.String("write", "", "fit on everything and write the table here")
	check := flags.String("check", "", "fit on everything and fail unless this file holds that very table")
	misses := flags.Int("misses", 0, "print so many misses of the cross-validation")
	dev := flags.String("dev", "", "fit on everything and score this file")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() != 1 {
		return fmt.Errorf("one file of annotated texts is needed")
	}
	r := &register{index: map[speaker.Feature]int32{}}
	o.register = r
	lessons, err := load(flags.Arg(0), r)
	if err != nil {
		return err
	}
	if *folds > 1 {
		crossValidate(lessons, *folds, o, *misses)
	}
	if *write == "" && *dev == "" && *check == "" {
		return nil
	}
	m := o.fit(lessons)
	if *dev != "" {
		others, err := load(*dev, r)
		if err != nil {
			return err
		}
		t := score(others, m.weights(), nil)
		fmt.Println("dev  ", t.String())
	}
	table := m.table(lessons)
	if *check != "" {
		if err := same(*check, table); err != nil {
			return err
		}
	}
	if *write == "" {
		return nil
	}
	return os.WriteFile(*write, []byte(table), 0o644)
}

// same fails where a file does not hold a table.
func same(file, table string) error {
	held, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	if string(held) != table {
		return fmt.Errorf("%s is not what these texts give: write it anew with -write", file)
	}
	fmt.Println(file, "is what these texts give, bit by bit")
	return nil
}

func load(file string, r *register) ([]*lesson, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	docs, err := gold.Read(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	lessons := make([]*lesson, len(docs))
	for i := range docs {
		lessons[i] = newLesson(&docs[i], r)
	}
	return lessons, nil
}
