package extract

import (
	"cmp"
	"slices"
	"sort"
	"strings"
	"unicode"

	"parley/model"
	"parley/model/extract/proposal"
	"parley/model/text"
)

// Which of the proposals that were found a reader wants listed.
//
// Rules:
//   - Whose actor is nobody, or a paper, is listed only where its content is about the negotiation: a word of a track, or
//     somebody who is named. "The members were asked to state" is nobody's demand.
//   - What nobody, or no side, has asked for or accepted is nobody's demand and nobody's consent.
//   - One small word is no content: "asked for more".
//   - A paper is no actor: what it says is reported, and whose paper it is has to be read in the text.
//   - What somebody is reported to say, and proposes with the same words, is listed once, as a proposal.

// listed tells whether a proposal is one.
func (r *reading) listed(h *proposal.Hit, by []model.Mention) bool {
	start, end := h.Content.Start, h.Content.End
	if t := &r.doc.Tokens[r.doc.TokenAt(start)]; int(t.End) == end && few.Has(t.Hash) {
		return false
	}
	for i := range by {
		first, _, _ := strings.Cut(by[i].Words, " ")
		switch strings.ToLower(first) {
		case "nobody", "no", "none", "neither", "nothing":
			return false
		}
		if !idleThing(by[i]) {
			return true
		}
	}
	if len(r.tracks.Within(r.issues, int32(start), int32(end))) > 0 {
		return true
	}
	for _, m := range r.cast.Within(start, end) {
		if !r.cast.Actors[m.Actor].Unnamed && !m.Role {
			return true
		}
	}
	return false
}

// few are words that say nothing by themselves.
var few = lexiconOf("more", "less", "it", "this", "that", "them", "so", "something", "nothing", "much", "both", "all", "these", "those", "terms")

// idleThing tells "it" that stands for nobody who is known.
func idleThing(m model.Mention) bool {
	return m.Actor == "" && (m.Words == "it" || m.Words == "It" || m.Words == "this" || m.Words == "This")
}

// document tells words for a paper: "both papers", "Article 6 of the text", "the draft".
func document(words string) bool {
	words, _, _ = strings.Cut(words, " of ")
	for words = strings.TrimSpace(words); words != ""; {
		before, last := "", words
		if at := strings.LastIndexFunc(words, unicode.IsSpace); at >= 0 {
			before, last = strings.TrimSpace(words[:at]), strings.TrimSpace(words[at:])
		}
		word := strings.TrimSuffix(text.Fold(last), "s")
		if before == "" || !numeral(word) {
			return slices.Contains(documents, word)
		}
		words = before // Article 6
	}
	return false
}

// numeral tells what numbers a part of a paper.
func numeral(word string) bool {
	for i := range len(word) {
		if c := word[i]; (c < '0' || c > '9') && c != '(' && c != ')' && c != '.' {
			return false
		}
	}
	return true
}

var documents = []string{"paper", "article", "paragraph", "text", "draft", "document", "annex", "report", "account", "letter", "note",
	"page", "clause", "version", "communique", "memo", "memorandum", "treaty", "sentence", "accord", "agreement", "protocol", "pact", "deal",
	"framework", "declaration", "charter", "convention", "resolution", "language", "wording", "plan", "proposal", "statement", "speech", "amendment", "regulation"}

// twice takes out reported speech that a proposal of the same mouth has already.
func (r *reading) twice() {
	var found []*model.Proposal
	for i := range r.text.Proposals {
		if p := &r.text.Proposals[i]; p.Origin == model.Found {
			found = append(found, p)
		}
	}
	slices.SortStableFunc(found, func(x, y *model.Proposal) int { return cmp.Compare(x.Span.Start, y.Span.Start) })
	r.text.Quotes = slices.DeleteFunc(r.text.Quotes, func(q model.Quote) bool {
		if q.Kind != model.Indirect || q.Speaker == nil || q.Origin != model.Found {
			return false
		}
		i := sort.Search(len(found), func(i int) bool { return found[i].Span.Start >= q.Span.Start-differ })
		for ; i < len(found) && found[i].Span.Start <= q.Span.Start+differ; i++ {
			if p := found[i]; sameWords(p.Span, q.Span) && slices.ContainsFunc(p.Actors, func(m model.Mention) bool {
				return m.Start == q.Speaker.Start && m.End == q.Speaker.End || m.Actor != "" && m.Actor == q.Speaker.Actor
			}) {
				return true
			}
		}
		return false
	})
}

// differ is by how many bytes the same words may be fewer at either side: "that", "it would".
const differ = 24

// sameWords tells two stretches that differ in a few words only.
func sameWords(p, q model.Span) bool {
	both := min(p.End, q.End) - max(p.Start, q.Start)
	return both > differ && p.End-p.Start-both <= differ && q.End-q.Start-both <= differ
}
