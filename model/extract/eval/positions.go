package main

import (
	"fmt"
	"os"

	"parley/model/extract/eval/gold"
	against "parley/model/extract/proposal/measure"
)

// positions: who proposes, demands, accepts, rejects, wants what in news: the actor is right and the contents overlap by half.
func positions(file string, o options) ([]gold.Figure, error) {
	docs, err := claims(file)
	if err != nil {
		return nil, err
	}
	var p against.Positions
	for i := range docs {
		d := &docs[i]
		found, err := proposalsOf(d)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", d.ID, err)
		}
		for k, m := range p.Add(d, found) {
			if c := &d.Claims[k]; m < 0 && o.misses > 0 {
				o.misses--
				fmt.Fprintf(o.out, "%s not found: %q %s %.90q\n", d.ID, c.Actor, c.Cue, c.Text)
			}
		}
	}
	fmt.Fprintf(o.out, "%d claims, %d found of which %d are right: precision %.3f, recall %.3f\n", p.Claims, p.Predicted, p.Right, p.P(), p.R())
	return []gold.Figure{{Name: "F1", Value: p.F1()}, {Name: "precision", Value: p.P()}, {Name: "recall", Value: p.R()}}, nil
}

// moves: who agrees, asks and refuses in sentences of diplomatic news, and how many sentences about force hold no proposal.
func moves(file string, o options) ([]gold.Figure, error) {
	docs, err := claims(file)
	if err != nil {
		return nil, err
	}
	var m against.Moves
	for i := range docs {
		d := &docs[i]
		found, err := proposalsOf(d)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", d.ID, err)
		}
		for _, c := range m.Add(d, found) {
			if o.misses > 0 {
				o.misses--
				fmt.Fprintf(o.out, "%s not found: %s by %q: %.140q\n", d.ID, c.Predicate, c.Actor, d.Text)
			}
		}
	}
	fmt.Fprintf(o.out, "agree %.3f, request %.3f, reject %.3f; false alarms %.3f (%d of %d)\n", m.Recall("AGREE"), m.Recall("REQUEST"),
		m.Recall("REJECT"), m.FalseAlarms(), m.Alarms, m.Quiet)
	return []gold.Figure{{Name: "recall", Value: m.Mean()}, {Name: "no false alarm", Value: 1 - m.FalseAlarms()}}, nil
}

// claims reads texts whose positions or moves people annotated.
func claims(file string) ([]against.Document, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return against.Read(f)
}

// proposalsOf answers the proposals that the program finds in a document.
func proposalsOf(d *against.Document) ([]against.Found, error) {
	t, err := briefing(d.Text)
	if err != nil {
		return nil, err
	}
	found := make([]against.Found, 0, len(t.Proposals))
	for i := range t.Proposals {
		p := &t.Proposals[i]
		f := against.Found{Start: p.Span.Start, End: p.Span.End, Predicate: p.Predicate.String()}
		for k := range p.Actors {
			a := &p.Actors[k]
			f.Actors = append(f.Actors, against.Mention{Words: a.Words, Start: a.Start, End: a.End})
		}
		found = append(found, f)
	}
	return found, nil
}
