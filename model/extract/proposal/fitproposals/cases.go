package main

import (
	"parley/model/extract/proposal"
	"parley/model/extract/proposal/measure"
	"parley/model/extract/prose"
)

// A text is a document, split up once.
type text struct {
	gold *measure.Document
	doc  *prose.Doc
}

func texts(docs []measure.Document) []text {
	out := make([]text, len(docs))
	for i := range docs {
		out[i] = text{&docs[i], split(docs[i].Text)}
	}
	return out
}

// found makes what the yardstick reads of a hit.
func (t *text) found(h *proposal.Hit) measure.Found {
	c := t.doc.Source(h.Content.Start, h.Content.End)
	f := measure.Found{Start: c.Start, End: c.End, Predicate: h.Predicate.String()}
	for _, a := range h.Actors {
		r := t.doc.Source(a.Start, a.End)
		f.Actors = append(f.Actors, measure.Mention{Words: t.gold.Text[r.Start:r.End], Start: r.Start, End: r.End})
	}
	return f
}

// endExamples are the places where the contents of hits could end, for hits whose beginning and actor are annotated.
func endExamples(list []text) (out []example) {
	for i := range list {
		t := &list[i]
		for _, o := range proposal.Observe(t.doc, proposal.Models{}) {
			if len(o.Places) == 0 {
				continue
			}
			f := t.found(&o.Hit)
			for k := range t.gold.Claims {
				c := &t.gold.Claims[k]
				if abs(f.Start-c.Start) <= 12 && c.End > f.Start && measure.AnyActor(&f, c) {
					out = append(out, t.placeExamples(&o, c)...)
					break
				}
			}
		}
	}
	return out
}

// placeExamples answers no for every place before the annotated end, and yes there.
func (t *text) placeExamples(o *proposal.Observation, c *measure.Claim) (out []example) {
	for _, p := range o.Places {
		end := t.doc.Source(o.Start, p.End).End
		at := abs(end-c.End) <= 2
		if !at && end > c.End {
			return out
		}
		if len(p.Features) > 0 {
			out = append(out, example{p.Features, at, 1})
		}
		if at {
			return out
		}
	}
	return out
}

func abs(n int) int { return max(n, -n) }

// A candidate is an observation with its document and whether it is right.
type candidate struct {
	found measure.Found
	seen  proposal.Observation
	right bool
}

// candidates observes one text; right ones are those that the yardstick would match.
func (t *text) candidates(ends *proposal.Model) []candidate {
	var out []candidate
	var found []measure.Found
	for _, o := range proposal.Observe(t.doc, proposal.Models{Ends: ends}) {
		if !o.Judged {
			continue
		}
		f := t.found(&o.Hit)
		out = append(out, candidate{found: f, seen: o})
		found = append(found, f)
	}
	var p measure.Positions
	for _, m := range p.Add(t.gold, found) {
		if m >= 0 {
			out[m].right = true
		}
	}
	return out
}
