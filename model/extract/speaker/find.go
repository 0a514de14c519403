// Package speaker finds who said the words between quotation marks, and who is reported to have said what without any.
//
// Rules:
//   - Mentions are noted once, then cues with their subjects; sieves pick a speaker in a fixed order; a small linear
//     ranker over all candidates decides, with the sieve's pick among its features.
//   - Sieves that are firm are not weighed: the grammar of the sentence leaves nobody else.
//   - A paragraph of another language is read by rules and a table of its words alone (tongue*.go): the weights know English.
//   - Never a guess: below a threshold the speaker is left out.
//   - Everything looks at a bounded stretch round the quote, so that time grows with the length of the text alone.
//   - The same text gives the same answer, bit by bit: scores are sums of whole numbers in a fixed order.
//
// What is still wrong, by reading all 55 misses among 749 annotated quotes of news (go run ./model/extract/eval -misses 100):
//   - 14 the wrong one of several subjects: long participles, subjects that are things, "which" and "what … called";
//   - 9 two sources in a sentence, where the annotators chose the other: X said, Y reported; the advertisement that shows X;
//   - 8 the annotators exchanged the speaker and the verb;
//   - 7 another mention of the same speaker: she for the name beside her;
//   - 5 the speaker stands in another paragraph than the quote, or signs it where a mark is missing;
//   - 5 fragments taken for terms: songs, shows, programmes, an idea in marks;
//   - 4 nobody is the speaker by the annotators, somebody by us;
//   - 3 marks of mixed shape: “one" or "one”, where the annotators' marks run on.
//
// The third and the seventh, a fifth of all, are no faults of the reading. Over the larger part, by five-fold
// cross-validation, .909 are found and right (F1), with names right .939, pronouns .958: go run ./model/extract/fit.
package speaker

import (
	"cmp"
	"slices"

	"parley/model"
	"parley/model/extract/prose"
)

// An Attribution is a quote, or reported speech, and who it belongs to.
type Attribution struct {
	Quote      int // of Doc.Quotes; -1 for reported speech without marks
	Start, End int // bytes of Doc.Text, without the marks
	Kind       model.QuoteKind
	Grade      model.Grade
	Hedged     bool            // "are said to", "reportedly", "is believed"
	Whole      int32           // byte of Doc.Text where Speaker ends with what says whose they are; see whole.go
	Speaker    *Mention        // nil: nobody is named, or it is not sure enough who; of a term, whose view it is
	Full       *Mention        // whom Speaker stands for in this text; Speaker itself where nothing fuller is found
	Via        []model.Range   // bytes of Doc.Text: the outlet that was told, "X reported", nearest to the speaker first
	Relay      model.Range     // bytes of Doc.Text: who quotes Speaker, or says what Speaker told them; empty where nobody does
	Cue        model.Range     // the words that gave it away; empty where there are none
	Reason     string          // the rule that decided
	Certainty  model.Certainty // of the speaker
	Continues  int             // the attribution whose next paragraph this is; -1
	Candidates []Candidate     // when asked for, the likeliest first
}

// A Candidate is somebody who may have said it.
type Candidate struct {
	Speaker *Mention // nil: nobody
	Share   float64  // of certainty, 0 to 1
	Chosen  bool
}

// Find answers the quotes of a text in their order, then reported speech in its order.
func Find(d *prose.Doc, explain bool) []Attribution { return Read(d).Attributions(Fitted(), explain) }

// A Reading is a text with its mentions and cues, from which attributions are made.
type Reading struct{ *reading }

// Read notes mentions and cues.
func Read(d *prose.Doc) *Reading { return &Reading{read(d)} }

// Mentions answers everybody and everything that may be a speaker, in the order of the text; labels of transcripts last.
func (r *Reading) Mentions() []Mention { return r.mentions }

// Attributions answers who said what by the weights given; without any by the sieves alone.
func (r *Reading) Attributions(w *Weights, explain bool) []Attribution {
	out := make([]Attribution, len(r.quotes), len(r.quotes)+min(len(r.cues)/4, prose.MostStatements))
	r.forget()
	r.overhear()
	var v view
	x := &r.ranked
	for i := range r.quotes {
		f := &r.quotes[i]
		if r.tongue != nil && r.tongue[f.paragraph] != noTongue {
			r.attributeAbroad(&out[i], f, preceding(out, i))
			continue
		}
		r.look(f, &v)
		d, share := v.pick, 1.0
		if w.Len() > 0 && !f.labelled {
			r.rank(&v, w, x)
			d.mention, share = x.candidates[x.best].mention, x.share
		}
		r.decide(f, d)
		r.attribute(&out[i], &v, d, share, preceding(out, i))
		if explain {
			out[i].Candidates = r.explain(x)
		}
	}
	r.figureOut()
	r.resolved = make(map[int32]int32)
	for i := range out {
		r.finish(&r.quotes[i], &out[i], out[:i])
	}
	return r.indirect(out)
}

// preceding answers the attribution of the quote before; nil for the first.
func preceding(out []Attribution, i int) *Attribution {
	if i == 0 {
		return nil
	}
	return &out[i-1]
}

// attribute notes what was decided for a quote.
func (r *reading) attribute(a *Attribution, v *view, d decision, share float64, last *Attribution) {
	f := v.f
	q := &r.doc.Quotes[f.quote]
	a.Quote, a.Start, a.End, a.Continues = int(f.quote), int(q.Start), int(q.End), int(q.Continues)
	if last != nil && last.Quote >= 0 && r.quotes[last.Quote].sentence != f.sentence {
		last = nil
	}
	a.Kind = r.kind(f, d, last)
	a.Reason = reason(v, d)
	a.Certainty = certainty(share)
	if d.mention < 0 {
		return
	}
	if share < doubt {
		a.Reason = "several could have said it"
		return
	}
	a.Speaker = &r.mentions[d.mention]
	if v.pick.mention >= 0 && v.pick.mention != d.mention && r.accounts(d.mention) {
		a.Certainty = model.Doubtful // “…,” Quill said, according to the Post: two mouths
	}
	for _, list := range [2][]int32{v.ahead, v.after} {
		for _, k := range list {
			if c := &r.cues[k]; c.subject == d.mention && a.Cue.End == 0 {
				a.Cue = r.cueRange(c)
			}
		}
	}
}

// accounts tells whoever stands right behind "according to".
func (r *reading) accounts(n int32) bool {
	m := r.mentions[n].From
	return m > 1 && r.toks[m-1].is(to) && r.toks[m-2].hash == hashAccording
}

// finish notes what needs all decisions: whom the words stand for, the grade, the outlets in between.
func (r *reading) finish(f *framed, a *Attribution, earlier []Attribution) {
	if a.Speaker != nil {
		n := r.resolve(a.Speaker.Number)
		r.resolved[a.Speaker.Number] = n
		a.Full, a.Whole = &r.mentions[n], r.whole(a)
		if a.Full.Sort == Who {
			a.Speaker, a.Full, a.Whole, a.Reason = nil, nil, 0, "a relative pronoun that leads to nobody"
		}
	}
	r.grade(f, a)
	var last *Attribution
	for i := len(earlier) - 1; i >= 0 && i > len(earlier)-6; i-- {
		if earlier[i].Kind != model.Term {
			last = &earlier[i]
			break
		}
	}
	r.via(f, a, last)
	r.relayed(f, a)
	if a.Kind != model.Term && !r.doc.Quotes[a.Quote].Verbatim {
		a.Kind, a.Certainty, a.Reason = model.Indirect, min(a.Certainty, model.Likely), notVerbatim
	}
}

// notVerbatim is the reason of what stands between doubled apostrophes.
const notVerbatim = "marked with doubled apostrophes: taken as reported speech, not as verbatim"

// full answers whom a mention stands for.
func (r *reading) full(m *Mention) *Mention {
	n, there := r.resolved[m.Number]
	if !there {
		n = r.resolve(m.Number)
		r.resolved[m.Number] = n
	}
	return &r.mentions[n]
}

// Full answers whom a mention stands for in this text, once Attributions was called; itself where nothing fuller is found.
func (r *Reading) Full(m *Mention) *Mention { return r.full(m) }

// explain lists the candidates, those of one key together, the likeliest first, five at most.
func (r *reading) explain(x *ranked) []Candidate {
	var out []Candidate
	seen := map[int32]bool{}
	for i, c := range x.candidates {
		key := r.keyOf(c.mention)
		if seen[key] {
			continue
		}
		seen[key] = true
		e := Candidate{Share: r.share_(x, i), Chosen: key == r.keyOf(x.candidates[x.best].mention)}
		if c.mention >= 0 {
			e.Speaker = &r.mentions[c.mention]
		}
		if e.Chosen && x.candidates[x.best].mention >= 0 {
			e.Speaker = &r.mentions[x.candidates[x.best].mention]
		}
		out = append(out, e)
	}
	slices.SortStableFunc(out, func(a, b Candidate) int { return cmp.Compare(b.Share, a.Share) })
	return out[:min(5, len(out))]
}

// The cuts of certainty. Below doubt nobody is named.
const (
	doubt  = 0.3
	likely = 0.6
	sure   = 0.9
)

func certainty(share float64) model.Certainty {
	switch {
	case share >= sure:
		return model.Sure
	case share >= likely:
		return model.Likely
	}
	return model.Doubtful
}

// reason names the sieve where the ranker agrees with it.
func reason(v *view, d decision) string {
	if v.pick.sieve >= 0 && v.pick.mention == d.mention {
		return sieves[v.pick.sieve].name
	}
	return "weighed"
}
