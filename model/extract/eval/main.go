// Command eval prints how well the extraction does on annotated texts that lie beside the repository.
//
//	go run ./model/extract/eval [-misses N] [-doubled] FILE...
//
// Files are JSON lines; see package gold.
package main

import (
	"flag"
	"fmt"
	"os"

	"parley/model/extract/eval/gold"
	"parley/model/extract/prose"
	"parley/model/extract/speaker"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "eval:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	flags := flag.NewFlagSet("eval", flag.ContinueOnError)
	misses := flags.Int("misses", 0, "print so many misses")
	doubled := flags.Bool("doubled", false, "two apostrophes in a row are a mark, as in the product")
	if err := flags.Parse(args); err != nil {
		return err
	}
	for _, file := range flags.Args() {
		docs, err := load(file)
		if err != nil {
			return err
		}
		var t gold.Table
		for i := range docs {
			d := &docs[i]
			t.Add(d, d.FromProse(prose.Options{PlainApostrophes: !*doubled}, speaker.Fitted()), func(s *gold.Span, f *gold.Found) {
				if *misses > 0 {
					*misses--
					fmt.Println(d.ID, miss(s, f))
				}
			})
		}
		fmt.Println(file, t.String())
	}
	return nil
}

func miss(s *gold.Span, f *gold.Found) string {
	if f == nil {
		return fmt.Sprintf("not found %.90q gold %q", s.Text, s.Speaker)
	}
	return fmt.Sprintf("gold %q ours %q (%s) %.90q", s.Speaker, f.Speaker, f.Reason, s.Text)
}

func load(file string) ([]gold.Document, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return gold.Read(f)
}
