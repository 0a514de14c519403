package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"parley/model"
	"parley/model/extract/lexicon"
	"parley/model/extract/proposal"
)

// Proposals as statements: whose, how near to a named mouth, through which outlets.
//
// Rules:
//   - A hedged sentence, an outlet or nobody by name in between makes it reported: "Oland said Veyra rejects" is what Oland says
//     of Veyra. Somebody who speaks for a party tells its position on record.
//   - A plan that goes back to the proposal before ("their version") is no nearer to a mouth than that one.
//   - The analyst's comment, headings and what a person marked hold no proposals that are found.

// propose makes a statement of a proposal.
func (r *reading) propose(h *proposal.Hit) {
	start, end := h.Content.Start, h.Content.End
	end = closed(r.doc.Text, start, end)
	p := r.doc.ParagraphAt(start)
	if r.blocks[p].heading || r.blocks[p].comment || end <= start || h.InQuote || r.left(r.doc.Source(start, end)) {
		return
	}
	s := model.Proposal{
		Span: r.span(start, end), Text: paired(r.words(start, end)), Verb: paired(r.words(h.Says.Start, h.Says.End)), Predicate: h.Predicate, Stance: h.Stance, Certainty: h.Certainty,
		Reason: h.Reason, Date: r.text.Briefing.Date, Grade: model.OnRecord,
	}
	if s.Stance == model.Silent {
		s.Stance = stanceOf(h.Predicate)
	}
	by, back := r.by(h)
	if !r.listed(h, by) {
		return
	}
	s.Actors = by
	for _, e := range h.Elements {
		at := r.doc.Source(e.Start, e.End)
		s.Elements = append(s.Elements, model.Element{Text: paired(r.words(e.Start, e.End)), Start: at.Start, End: at.End})
	}
	if s.Text == "" {
		return
	}
	s.Grade = r.graded(h, s.Actors)
	if back && r.last.grade == model.Reported {
		s.Grade = model.Reported
	}
	if len(by) > 0 {
		r.last = proposers{sentence: r.sentenceAt(h.Cue.Start), actors: by, grade: s.Grade}
	}
	s.Via = r.through(h)
	s.Tracks = r.tracksOf(start, end)
	s.ID = r.id('p', s.Span, s.Text)
	r.text.Proposals = append(r.text.Proposals, s)
	r.explainProposal(&s, h)
}

// graded answers how near a proposal is to a named mouth.
func (r *reading) graded(h *proposal.Hit, by []model.Mention) model.Grade {
	if h.Hedged {
		return model.Reported
	}
	if len(by) == 0 || r.secondHand(h, by) {
		return model.Reported
	}
	for _, m := range by {
		if m.Actor == "" && capitalised(m.Words) || m.Actor != "" && !r.unnamed(m.Actor) {
			return model.OnRecord
		}
	}
	return model.Unnamed
}

// secondHand tells whether somebody else reports a proposal who does not speak for who proposes.
func (r *reading) secondHand(h *proposal.Hit, by []model.Mention) bool {
	if h.Speaker.End <= h.Speaker.Start {
		return false
	}
	n := r.cast.Of(h.Speaker.Start, h.Speaker.End)
	if n < 0 || r.cast.Actors[n].Kind == model.Outlet || r.cast.Actors[n].Unnamed {
		return true
	}
	for i := range by {
		if by[i].Actor == r.actorIDs[n] || by[i].Name == r.cast.Actors[n].Party {
			return false
		}
	}
	return true
}

// capitalised tells words that hold a name. The first word may have its capital from the sentence: an article, a plural.
func capitalised(words string) bool {
	for k, word := range strings.Fields(words) {
		c, size := utf8.DecodeRuneInString(word)
		if !unicode.IsUpper(c) || size == len(word) {
			continue
		}
		if _, owner := cutPossessive(word); k > 0 || owner || !openers.Has(lexicon.Hash(word)) && !strings.HasSuffix(word, "s") {
			return true
		}
	}
	return false
}

// cutPossessive cuts the ’s of an owner.
func cutPossessive(word string) (owner string, ok bool) {
	if owner, ok = strings.CutSuffix(word, "'s"); ok {
		return owner, true
	}
	return strings.CutSuffix(word, "’s")
}

// openers are small words that have a capital only because a sentence begins with them.
var openers = lexiconOf("the", "a", "an", "it", "its", "their", "they", "he", "she", "his", "her", "both", "some", "many", "several",
	"most", "all", "this", "that", "these", "those", "one", "two", "three", "no", "we", "i", "you", "who", "which", "what", "another")

// unnamed tells whether an actor of the text is nobody by name: one of whom only the office is told is none either.
func (r *reading) unnamed(id string) bool {
	n, ok := r.byID[id]
	if !ok {
		return false
	}
	x := &r.cast.Actors[n]
	first, office, _ := strings.Cut(x.Name, " ")
	return x.Unnamed || x.Kind == model.Person && office != "" && office[0] >= 'a' && openers.Has(lexicon.Hash(first))
}

// through answers the outlets that the sentence of a proposal names as its source: "according to a Meridian Wire report".
func (r *reading) through(h *proposal.Hit) []string {
	from, to := r.sentence(h.Content.Start, h.Content.End)
	var names []string
	for _, m := range r.cast.Within(int(from), int(to)) {
		if a := &r.cast.Actors[m.Actor]; a.Kind == model.Outlet && r.source(int(m.Start)) {
			names = addOnce(names, a.Name)
		}
	}
	return names
}

// source tells whether an outlet is named as where something is from: "told", "according to" or "reported" beside it.
func (r *reading) source(at int) bool {
	i := r.doc.TokenAt(at)
	for k := max(0, i-4); k < min(i+4, int32(len(r.doc.Tokens))); k++ {
		switch strings.ToLower(r.doc.Word(k)) {
		case "told", "according", "reported", "reports", "report", "quoted", "writes", "wrote", "interview":
			return true
		}
	}
	return false
}

// stanceOf answers what a predicate says about being for or against.
func stanceOf(p model.Predicate) model.Stance {
	switch p {
	case model.Reject:
		return model.Against
	case model.Concede:
		return model.Conditional
	case model.Float:
		return model.Unclear
	}
	return model.For
}
