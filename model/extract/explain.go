package extract

import (
	"strconv"
	"strings"

	"parley/model"
	"parley/model/extract/proposal"
	"parley/model/extract/speaker"
	"parley/model/text"
)

// A reason is why a statement is what it is.
type reason struct {
	id  string
	why model.Explanation
}

// Explain splits a briefing once more and answers why the statement of that ID is what it is; false where there is none.
func Explain(file string, src text.Source, o Options, id string) (model.Explanation, bool) {
	o.Explain = true
	_, reasons := split(file, src, o)
	for i := range reasons {
		if reasons[i].id == id {
			return reasons[i].why, true
		}
	}
	return model.Explanation{}, false
}

// explainQuote keeps why a quote is somebody's.
func (r *reading) explainQuote(id string, a *speaker.Attribution) {
	if !r.o.Explain {
		return
	}
	rule := a.Reason
	if rule == "weighed" {
		rule = "no rule decides alone: the candidates were weighed"
	}
	why := model.Explanation{Rule: rule, Cue: r.words(a.Cue.Start, a.Cue.End)}
	for _, c := range a.Candidates {
		candidate := model.Candidate{Words: "nobody", Name: "nobody", Score: c.Share, Chosen: c.Chosen}
		if c.Speaker != nil {
			m := r.mentionAt(int(c.Speaker.Start), int(c.Speaker.End))
			candidate.Words, candidate.Name = m.Words, m.Name
			if strings.EqualFold(m.Words, m.Name) {
				candidate.Name = m.Words
			}
		}
		why.Candidates = append(why.Candidates, candidate)
	}
	if a.Speaker != nil {
		r.ledAll(&why, model.Range{Start: int(a.Speaker.Start), End: int(a.Speaker.End)})
	}
	if a.Hedged {
		why.Notes = append(why.Notes, "The sentence is hedged: second hand.")
	}
	r.reasons = append(r.reasons, reason{id, why})
}

// explainProposal keeps why a proposal was taken for one. The candidates are whose it is, and that it is none.
func (r *reading) explainProposal(p *model.Proposal, h *proposal.Hit) {
	if !r.o.Explain {
		return
	}
	why := model.Explanation{Rule: h.Why.Rule, Cue: r.words(h.Cue.Start, h.Cue.End), Notes: h.Why.Notes}
	if h.Share > 0 {
		why.Candidates = weighed(p.Actors, h.Share)
	}
	for k, at := range h.Actors {
		if name := h.Names[k]; name.End > name.Start {
			at = name
		}
		for _, part := range r.parts(at) {
			r.ledAll(&why, part)
		}
	}
	for _, paper := range r.papers(h) {
		why.Notes = append(why.Notes, "It stands in “"+paper+"”, which proposes nothing itself.")
	}
	if n := len(p.Elements); n > 0 {
		why.Notes = append(why.Notes, "It has "+strconv.Itoa(n)+" elements.")
	}
	r.reasons = append(r.reasons, reason{p.ID, why})
}

// weighed answers whose a proposal is with the share of certainty, and that it is none with the rest.
func weighed(by []model.Mention, share float64) (out []model.Candidate) {
	for i := range by {
		out = append(out, model.Candidate{Words: by[i].Words, Name: by[i].Name, Score: share, Chosen: true})
	}
	if len(by) == 0 {
		out = append(out, model.Candidate{Words: "nobody", Name: "nobody", Score: share, Chosen: true})
	}
	return append(out, model.Candidate{Words: "no proposal", Name: "no proposal", Score: 1 - share})
}

// explainWritten keeps that a person wrote a statement.
func (r *reading) explainWritten(id, rule string) {
	if r.o.Explain {
		r.reasons = append(r.reasons, reason{id, model.Explanation{Rule: rule, Notes: []string{"Written so in the briefing."}}})
	}
}
