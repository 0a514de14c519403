package proposal

import (
	"strings"

	"parley/model"
)

// Why a proposal is one, in words for a reader.

// A Why is what decided, a sentence each; empty where nothing is to be said.
type Why struct {
	Rule  string   // by which rule
	Notes []string // who acts and how that was found; what was made of the content
}

// Shares of certainty from which a proposal is sure and likely. On news that people annotated, what is called sure is right in
// three of four, what is doubtful in one of four; about 40 % of what counts as wrong there is right to a reader.
const (
	sureAt   = scale * 60 / 100
	likelyAt = scale * 35 / 100
)

// certainty answers how sure a hit is.
func (s *sentence) certainty(h *hit) (model.Certainty, float64) {
	if s.keep == nil {
		return model.Likely, 0
	}
	p := share(h.score)
	sure := float64(p) / scale
	switch {
	case s.exempt(h) && p < sureAt:
		return model.Likely, 0
	case p >= sureAt && len(h.actors) > 0:
		return model.Sure, sure
	case p >= likelyAt:
		return model.Likely, sure
	}
	return model.Doubtful, sure
}

// moods name what a predicate does.
var moods = [...]string{
	model.Propose: "proposing", model.Demand: "demanding", model.Accept: "accepting", model.Reject: "rejecting",
	model.Concede: "conceding", model.Float: "raising an idea", model.Commit: "committing",
}

// rules say each rule in words; one that ends in "of" goes on with a mood.
var rules = map[string]string{
	"verb": "a verb of", "passive": "a verb in the passive, of", "noun": "a noun of", "ready": "readiness to do something",
	"unwilling": "reluctance to do something", "said-must": "what somebody says must be", "said-should": "what somebody says should be",
	"said-will": "what somebody says they will do", "said-will-not": "what somebody says they will not do",
	"will": "what somebody will do", "will-not": "what somebody will not do", "plan": "somebody’s plan, and what it does",
	"idea": "an idea that somebody raises", "ground": "a principle that something must be", "failed": "a failure to reach something",
	"answer": "an answer to the sentence before",
}

// findings say in words how an actor was found.
var findings = map[string]string{
	"plain": "stands right before the verb", "pronoun": "is the verb’s subject", "relative": "is whom “who” or “which” goes back to",
	"apposition":   "stands before the words between commas or brackets",
	"coordination": "is the subject of the verb before this one",
	"control":      "is the subject of the verb on which this one depends", "participle": "is the subject of the main verb",
	"passive": "stands after “by”", "carrier": "speaks through the paper named before the verb",
	"fallback": "stands before a comma", "possessive": "owns it, by a possessive", "of": "owns it, after “of”",
	"modifier": "stands before the noun, like a first name",
}

// why answers why a hit counts.
func (s *sentence) why(h *hit) Why {
	w := Why{Rule: rules[h.reason]}
	if strings.HasSuffix(w.Rule, " of") {
		w.Rule += " " + moods[h.family]
	}
	if len(h.actors) == 0 {
		w.Notes = append(w.Notes, "Nobody is named who does it.")
	}
	for i := range h.actors {
		a := &h.actors[i]
		if how := findings[a.how]; how != "" {
			w.Notes = append(w.Notes, "“"+strings.Join(strings.Fields(s.text(a.span)), " ")+"” "+how+".")
		}
	}
	switch {
	case s.meant(h) == model.Float && h.family == model.Reject:
		w.Notes = append(w.Notes, "It is negated: not rejecting leaves it open.")
	case s.meant(h) == model.Reject && (h.negated || h.family != model.Reject):
		w.Notes = append(w.Notes, "It is negated: not accepting is rejecting.")
	case h.answers:
		w.Notes = append(w.Notes, "What is answered stands in the sentence before.")
	case s.standsFor(h) != nil:
		w.Notes = append(w.Notes, "“"+s.text(h.content)+"” stands for what the sentence before proposes.")
	}
	if h.hedged || s.hedgedBefore(h) {
		w.Notes = append(w.Notes, "The sentence is hedged: second hand.")
	}
	if r := s.reportedBy(h); !r.empty() {
		w.Notes = append(w.Notes, "Reported by “"+s.text(r)+"”.")
	}
	if s.exempt(h) {
		w.Notes = append(w.Notes, "The sentence is about negotiation: this rule decides by itself there.")
	}
	return w
}
