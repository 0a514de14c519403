package main

import (
	"fmt"
	"strings"

	"parley/model"
	"parley/model/extract/eval/gold"
	"parley/model/extract/lexicon"
	"parley/model/extract/prose"
	"parley/model/extract/speaker"
)

// crossValidate fits on all parts but one and scores that one, for each.
func crossValidate(lessons []*lesson, folds int, o options, misses int) {
	tables := make([]gold.Table, folds)
	lists := make([][]string, folds)
	for k := range folds {
		func() {
			var train, test []*lesson
			for i, l := range lessons {
				if i%folds == k {
					test = append(test, l)
				} else {
					train = append(train, l)
				}
			}
			tables[k] = score(test, o.fit(train).weights(), func(s string) { lists[k] = append(lists[k], s) })
		}()
	}
	var all gold.Table
	for k := range tables {
		all.Merge(tables[k])
		for _, s := range lists[k] {
			if misses > 0 {
				fmt.Println(s)
				misses--
			}
		}
	}
	fmt.Printf("%d-fold %s\n", folds, all.String())
	for _, row := range all.Calibration() {
		fmt.Println(row)
	}
}

// score runs the program as it ships, but for its weights, over lessons.
func score(lessons []*lesson, w *speaker.Weights, miss func(string)) gold.Table {
	var t gold.Table
	for _, l := range lessons {
		var found []gold.Found
		for _, a := range speaker.Read(l.doc).Attributions(w, false) {
			if a.Kind == model.Direct || a.Kind == model.Partial {
				found = append(found, gold.Adapt(l.doc, &a))
			}
		}
		t.Add(l.gold, found, func(s *gold.Span, f *gold.Found) {
			switch {
			case miss == nil:
			case f == nil:
				miss(fmt.Sprintf("%s not found %.100q gold %q %s", l.gold.ID, s.Text, s.Speaker, s.Cue))
			default:
				miss(fmt.Sprintf("%s gold %q %s ours %q (%s) %.100q", l.gold.ID, s.Speaker, s.Cue, f.Speaker, f.Reason, s.Text))
			}
		})
	}
	return t
}

// table writes the weights for people to read.
func (m *fitted) table(lessons []*lesson) string {
	var b strings.Builder
	b.WriteString("# Weights of the ranker in hundredths, one fact a line; written by \"go run ./model/extract/fit -write\". See facts.go.\n")
	name := dictionary(lessons)
	features, values := m.hundredths()
	for i, f := range features {
		fmt.Fprintf(&b, "%d %s\n", values[i], f.Text(name))
	}
	return b.String()
}

// dictionary leads from the hash of a small word to its letters.
func dictionary(lessons []*lesson) func(uint32) string {
	words := map[uint32]string{}
	for _, l := range lessons {
		for i := range l.doc.Tokens {
			t := &l.doc.Tokens[i]
			if t.Kind != prose.Word && t.Kind != prose.Possessive && t.Kind != prose.Clitic {
				continue
			}
			w := strings.ToLower(strings.ReplaceAll(l.doc.Text[t.Start:t.End], "’", "'"))
			for _, form := range []string{w, strings.TrimSuffix(w, ".")} {
				if lexicon.Hash(form) == t.Hash {
					words[uint32(t.Hash)] = form
				}
			}
		}
	}
	return func(h uint32) string {
		if w := words[h]; w != "" {
			return w
		}
		return fmt.Sprintf("#%x", h)
	}
}
