// Package speaker finds who said the words between quotation marks, and who is reported to have said what without any.
//
// Rules:
//   - Mentions are noted once, then cues with their subjects; sieves pick a speaker in a fixed order; a small linear
//     ranker over all candidates decides, with the sieve's pick among its features.
//   - Never a guess: below a threshold the speaker is left out.
//   - Everything looks at a bounded stretch round the quote, so that time grows with the length of the text alone.
//   - The same text gives the same answer, bit by bit: scores are sums of whole numbers in a fixed order.
package speaker

import (
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
	Speaker    *Mention        // nil: nobody is named, or it is not sure enough who
	Holder     *Mention        // of a term: whose sentence it stands in; nobody's words
	Via        []model.Range   // bytes of Doc.Text: the outlet that was told, "X reported", nearest to the speaker first
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
	out := make([]Attribution, len(r.quotes))
	r.forget()
	var v view
	var x ranked
	for i := range r.quotes {
		f := &r.quotes[i]
		r.look(f, &v)
		d := v.pick
		q := &r.doc.Quotes[i]
		a := &out[i]
		a.Quote, a.Start, a.End, a.Continues = i, int(q.Start), int(q.End), int(q.Continues)
		share := 1.0
		if w.Len() > 0 {
			r.rank(&v, w, &x)
			d.mention, share = x.candidates[x.best].mention, x.share
		}
		r.decide(f, d)
		a.Kind = r.kind(f, d)
		a.Reason = reason(&v, d)
		if d.mention >= 0 && share >= doubt {
			a.Speaker, a.Grade = &r.mentions[d.mention], model.OnRecord
		}
		a.Certainty = certainty(share)
	}
	return out
}

// The cuts of certainty. Below doubt nobody is named.
const (
	doubt  = 0.4
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

// kind says what the marks mean.
func (r *reading) kind(f *framed, d decision) model.QuoteKind {
	switch {
	case d.mention == nobodySaid:
		return model.Term
	case f.capital || f.frame == whole:
		return model.Direct
	}
	return model.Partial
}
