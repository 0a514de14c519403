package main

import (
	"fmt"
	"math"

	"parley/model/extract/proposal"
	"parley/model/extract/proposal/measure"
)

var endSetting = setting{atLeast: 5, decay: 0.002, rate: 0.1, epochs: 8, size: 1200}
var keepSetting = setting{atLeast: 5, decay: 0.01, rate: 0.1, epochs: 10, size: 1500}

const moveWeight = 1.5

// keepExamples are the candidates of news, and those of diplomatic sentences: moves that were found are right, what is found
// in quiet sentences is wrong.
func keepExamples(news, moves []text, ends *proposal.Model) (out []example) {
	for i := range news {
		for _, c := range news[i].candidates(ends) {
			out = append(out, example{c.seen.Features, c.right, 1})
		}
	}
	for i := range moves {
		t := &moves[i]
		quiet := measure.Quiet(t.gold)
		for _, o := range proposal.Observe(t.doc, proposal.Models{Ends: ends}) {
			if !o.Judged {
				continue
			}
			f := t.found(&o.Hit)
			right := false
			for k := range t.gold.Claims {
				c := &t.gold.Claims[k]
				for _, family := range measure.Family(c.Predicate) {
					right = right || family == f.Predicate && measure.AnyActor(&f, c)
				}
			}
			if right || quiet {
				out = append(out, example{o.Features, right, moveWeight})
			}
		}
	}
	return out
}

func model(weights map[string]int) *proposal.Model { return proposal.NewEnds(table("", weights)) }

// A result of one threshold.
type result struct {
	news  measure.Positions
	moves measure.Moves
}

// fold splits texts: those of one fold, and the others.
func fold(list []text, n, of int) (in, out []text) {
	for i := range list {
		if i%of == n {
			in = append(in, list[i])
		} else {
			out = append(out, list[i])
		}
	}
	return in, out
}

func score(weights map[string]int, features []string) float64 {
	sum := 0
	for _, f := range features {
		sum += weights[f]
	}
	return 1 / (1 + math.Exp(-float64(sum)/100))
}

// judged adds what passes a threshold to a result.
func (r *result) judged(t *text, ends *proposal.Model, keep map[string]int, at float64, news bool) {
	var found []measure.Found
	for _, o := range proposal.Observe(t.doc, proposal.Models{Ends: ends}) {
		if o.Kept || o.Judged && score(keep, o.Features) >= at {
			found = append(found, t.found(&o.Hit))
		}
	}
	if news {
		r.news.Add(t.gold, found)
	} else {
		r.moves.Add(t.gold, found)
	}
}

// crossValidate prints what the models do on texts that they were not fitted on.
func crossValidate(news, moves []text, folds int, at []float64) {
	results := make([]result, len(at))
	var plain measure.Positions
	for n := range folds {
		newsIn, newsOut := fold(news, n, folds)
		movesIn, movesOut := fold(moves, n, folds)
		endWeights := fit(endExamples(newsOut), endSetting)
		ends := model(endWeights)
		keep := fit(keepExamples(newsOut, movesOut, ends), keepSetting)
		for k := range at {
			for i := range newsIn {
				results[k].judged(&newsIn[i], ends, keep, at[k], true)
			}
			for i := range movesIn {
				results[k].judged(&movesIn[i], ends, keep, at[k], false)
			}
		}
		for i := range newsIn {
			t := &newsIn[i]
			var found []measure.Found
			for _, o := range proposal.Observe(t.doc, proposal.Models{Ends: ends}) {
				if o.Rule == "" {
					found = append(found, t.found(&o.Hit))
				}
			}
			plain.Add(t.gold, found)
		}
	}
	fmt.Printf("rules + ends: P %.3f R %.3f F1 %.3f\n", plain.P(), plain.R(), plain.F1())
	for k, r := range results {
		fmt.Printf("keep at %.2f: ", at[k])
		r.print()
	}
}

func (r *result) print() {
	m := &r.moves
	fmt.Printf("positions P %.3f R %.3f F1 %.3f; moves %.3f/%.3f/%.3f = %.3f, false alarms %.3f\n", r.news.P(), r.news.R(), r.news.F1(),
		m.Recall("AGREE"), m.Recall("REQUEST"), m.Recall("REJECT"), m.Mean(), m.FalseAlarms())
}

// fitAll fits on everything and prints what that does on dev.
func fitAll(news, moves, dev []text, at []float64) (ends, keep map[string]int) {
	ends = fit(endExamples(news), endSetting)
	m := model(ends)
	keep = fit(keepExamples(news, moves, m), keepSetting)
	fmt.Printf("weights: ends %d, keep %d\n", len(ends), len(keep))
	for _, a := range at {
		var r result
		for i := range dev {
			r.judged(&dev[i], m, keep, a, true)
		}
		for i := range moves {
			r.judged(&moves[i], m, keep, a, false)
		}
		fmt.Printf("dev at %.2f: ", a)
		r.print()
	}
	return ends, keep
}
