// Command fitproposals fits the two small models of package proposal on annotated news, and measures it.
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

func main() {
	data := flag.String("data", "", "the folder of the annotated data")
	misses := flag.Int("misses", 0, "show so many misses")
	what := flag.String("what", "", "positions-dev, positions-train or moves-train; empty: all")
	wrong := flag.Bool("wrong", false, "show false positives instead of misses")
	every := flag.Int("every", 1, "show every so manieth")
	key := flag.String("key", "", "only this key")
	file := flag.String("text", "", "show what is found in a file")
	doFit := flag.Bool("fit", false, "fit")
	out := flag.String("o", "", "write tables")
	flag.Parse()
	if *file != "" {
		raw, _ := os.ReadFile(*file)
		found, hits := find(string(raw))
		for i, f := range found {
			fmt.Printf("%s/%s %s %d-%d %q by %v hedged=%v\n", hits[i].Reason, hits[i].Key, f.Predicate, f.Start, f.End, string(raw)[f.Start:f.End], f.Actors, hits[i].Hedged)
		}
		return
	}
	if *doFit {
		read := func(name string) []text {
			docs, err := load(filepath.Join(*data, name+".jsonl"))
			if err != nil {
				fmt.Fprintln(os.Stderr, err)
				os.Exit(1)
			}
			return texts(docs)
		}
		news, mv, dev := read("positions-train"), read("moves-train"), read("positions-dev")
		at := []float64{.1, .15, .2, .25, .3, .35, .4}
		crossValidate(news, mv, 5, at)
		ends, keep := fitAll(news, mv, dev, at)
		if *out != "" {
			err := errors.Join(
				os.WriteFile(filepath.Join(*out, "ends.txt"), []byte(table("# Where contents end, by fitproposals. A weight in hundredths, and its feature (endfeatures.go).\n", ends)), 0o644),
				os.WriteFile(filepath.Join(*out, "keep.txt"), []byte(table("# Which hits are kept, by fitproposals. A weight in hundredths, and its feature (keepfeatures.go).\n", keep)), 0o644),
			)
			if err != nil {
				fmt.Fprintln(os.Stderr, err)
				os.Exit(1)
			}
		}
		return
	}
	for _, name := range []string{"positions-dev", "positions-train", "moves-train"} {
		if *what != "" && *what != name {
			continue
		}
		docs, err := load(filepath.Join(*data, name+".jsonl"))
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		if name == "moves-train" {
			moves(docs, *misses, *wrong)
		} else {
			positions(name, docs, *misses, *wrong, *every, *key)
		}
	}
}

func load(path string) ([]measure.Document, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return measure.Read(f)
}

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

func find(text string) ([]measure.Found, []proposal.Hit) {
	doc := split(text)
	hits := proposal.Find(doc, false)
	var out []measure.Found
	for _, h := range hits {
		c := doc.Source(h.Content.Start, h.Content.End)
		f := measure.Found{Start: c.Start, End: c.End, Predicate: h.Predicate.String()}
		for _, a := range h.Actors {
			r := doc.Source(a.Start, a.End)
			f.Actors = append(f.Actors, measure.Mention{Words: text[r.Start:r.End], Start: r.Start, End: r.End})
		}
		out = append(out, f)
	}
	return out, hits
}

func around(text string, a, b int) string {
	from, to := max(0, a-150), min(len(text), b+120)
	return strings.ToValidUTF8(text[from:a], "") + "<<" + text[a:b] + ">>" + strings.ToValidUTF8(text[b:to], "")
}

func positions(name string, docs []measure.Document, misses int, wrong bool, every int, key string) {
	var p measure.Positions
	n := 0
	for i := range docs {
		d := &docs[i]
		found, hits := find(d.Text)
		matched := p.Add(d, found)
		used := map[int]bool{}
		for k, m := range matched {
			if m >= 0 {
				used[m] = true
				continue
			}
			if !wrong && n/every < misses {
				if n++; n%every == 0 {
					c := d.Claims[k]
					fmt.Printf("MISS actor=%q cue=%q  %s\n", c.Actor, c.Cue, strings.ReplaceAll(around(d.Text, c.Start, c.End), "\n", " / "))
					for j, f := range found {
						if f.Start < c.End && c.Start < f.End {
							fmt.Printf("     ours: %v %s %q\n", f.Actors, hits[j].Key, d.Text[f.Start:f.End])
						}
					}
				}
			}
		}
		if wrong {
			for j, f := range found {
				if !used[j] && n/every < misses && (key == "" || key == hits[j].Key) {
					if n++; n%every == 0 {
						who := ""
						for _, a := range f.Actors {
							who += a.Words + "|"
						}
						fmt.Printf("WRONG %s/%s by=%q %s\n", hits[j].Reason, hits[j].Key, who, strings.ReplaceAll(around(d.Text, f.Start, f.End), "\n", " / "))
					}
				}
			}
		}
	}
	fmt.Printf("%s: claims %d predicted %d P %.3f R %.3f F1 %.3f\n", name, p.Claims, p.Predicted, p.P(), p.R(), p.F1())
}

func moves(docs []measure.Document, misses int, wrong bool) {
	var m measure.Moves
	for i := range docs {
		d := &docs[i]
		found, hits := find(d.Text)
		missed := m.Add(d, found)
		if wrong && measure.Quiet(d) && len(found) > 0 {
			fmt.Printf("ALARM %s/%s %v %q\n   %s\n", hits[0].Reason, hits[0].Key, found[0].Actors, d.Text[found[0].Start:found[0].End], d.Text)
		}
		for _, c := range missed {
			if misses > 0 && !wrong {
				misses--
				fmt.Printf("MISS %s %q %s\n", c.Predicate, c.Actor, d.Text)
				for j, f := range found {
					fmt.Printf("     ours: %s %v %s %q\n", f.Predicate, f.Actors, hits[j].Key, d.Text[f.Start:f.End])
				}
			}
		}
	}
	fmt.Printf("moves-train: AGREE %.3f REQUEST %.3f REJECT %.3f recall %.3f actor found %.3f false alarms %.3f (%d of %d)\n",
		m.Recall("AGREE"), m.Recall("REQUEST"), m.Recall("REJECT"), m.Mean(), m.ActorFound(), m.FalseAlarms(), m.Alarms, m.Quiet)
}
