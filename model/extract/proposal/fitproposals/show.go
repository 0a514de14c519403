package main

import (
	"fmt"
	"os"
	"strings"

	"parley/model/extract/proposal"
	"parley/model/extract/proposal/measure"
)

// show prints what is found in a file.
func show(file string) error {
	raw, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	found, hits := find(string(raw))
	for i := range found {
		f := &found[i]
		fmt.Printf("%s %s %s %d-%d %q by %v\n", hits[i].Reason, hits[i].Key, f.Predicate, f.Start, f.End, raw[f.Start:f.End], f.Actors)
	}
	return nil
}

// around answers a stretch with what stands beside it, on one line.
func around(text string, from, to int) string {
	before, after := max(0, from-150), min(len(text), to+120)
	s := strings.ToValidUTF8(text[before:from], "") + "<<" + text[from:to] + ">>" + strings.ToValidUTF8(text[to:after], "")
	return strings.ReplaceAll(s, "\n", " / ")
}

// shown counts what was passed and tells what to print: every so manieth, so many of them.
func (o *options) shown(n *int, most int) bool {
	if *n/o.every >= most {
		return false
	}
	*n++
	return *n%o.every == 0
}

func (o *options) positions(name string, docs []measure.Document) {
	var p measure.Positions
	misses, wrong := 0, 0
	for i := range docs {
		d := &docs[i]
		found, hits := find(d.Text)
		used := map[int]bool{}
		for k, m := range p.Add(d, found) {
			if m >= 0 {
				used[m] = true
			} else if o.shown(&misses, o.misses) {
				missed(d, &d.Claims[k], found, hits)
			}
		}
		for k := range found {
			if f := &found[k]; !used[k] && o.shown(&wrong, o.wrong) {
				fmt.Printf("WRONG %s/%s by %v %s\n", hits[k].Reason, hits[k].Key, f.Actors, around(d.Text, f.Start, f.End))
			}
		}
	}
	fmt.Printf("%s: claims %d predicted %d P %.3f R %.3f F1 %.3f\n", name, p.Claims, p.Predicted, p.P(), p.R(), p.F1())
}

// missed prints a claim that was not found, and what was found at its place.
func missed(d *measure.Document, c *measure.Claim, found []measure.Found, hits []proposal.Hit) {
	fmt.Printf("MISS actor=%q cue=%q  %s\n", c.Actor, c.Cue, around(d.Text, c.Start, c.End))
	for k := range found {
		if f := &found[k]; f.Start < c.End && c.Start < f.End {
			fmt.Printf("     ours: %v %s %q\n", f.Actors, hits[k].Key, d.Text[f.Start:f.End])
		}
	}
}

func (o *options) moves(docs []measure.Document) {
	var m measure.Moves
	misses, wrong := 0, 0
	for i := range docs {
		d := &docs[i]
		found, hits := find(d.Text)
		for _, c := range m.Add(d, found) {
			if o.shown(&misses, o.misses) {
				fmt.Printf("MISS %s %q %s\n", c.Predicate, c.Actor, d.Text)
			}
		}
		if measure.Quiet(d) && len(found) > 0 && o.shown(&wrong, o.wrong) {
			fmt.Printf("ALARM %s/%s %v %s\n", hits[0].Reason, hits[0].Key, found[0].Actors, d.Text)
		}
	}
	fmt.Printf("moves-train: AGREE %.3f REQUEST %.3f REJECT %.3f recall %.3f actor found %.3f false alarms %.3f (%d of %d)\n",
		m.Recall("AGREE"), m.Recall("REQUEST"), m.Recall("REJECT"), m.Mean(), m.ActorFound(), m.FalseAlarms(), m.Alarms, m.Quiet)
}
