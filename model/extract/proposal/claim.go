package proposal

import "parley/model/extract/lexicon"

// "Suggest" proposes what somebody might do, and claims what is: "suggested that the truce was dead" proposes nothing. The first
// finite verb of the clause tells: a form of "be", "have" or "do" that is neither bare nor behind a modal. Daily news count both as
// somebody's attitude; in a text about negotiation a claim is no proposal.

var (
	suggestW = lexicon.Hash("suggest")
	factual  = these(finiteBe, finiteHave, do)
	bareW    = lexicon.Listed("be have do")
)

// claims tells a hit that says what is, not what should be.
func (s *sentence) claims(h *hit) bool {
	if !s.negotiation() || h.reason != verbRule || h.complement != thatClause && h.complement != bareClause || lexicon.Hash(h.key) != suggestW {
		return false
	}
	for i := h.content.from; i < h.content.to; i++ {
		if s.finite(i) {
			return s.any(i, factual) && !bareW().Has(s.at(i).hash)
		}
	}
	return false
}
