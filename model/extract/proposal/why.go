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
	p := s.keep.share(h.score)
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
var rules = map[symbol]string{
	verbRule: "a verb of", passiveRule: "a verb in the passive, of", nounRule: "a noun of", readyRule: "readiness to do something",
	unwillingRule: "reluctance to do something", saidMustRule: "what somebody says must be", saidShouldRule: "what somebody says should be",
	saidWillRule: "what somebody says they will do", saidWillNotRule: "what somebody says they will not do",
	willRule: "what somebody will do", willNotRule: "what somebody will not do", planRule: "somebody’s plan, and what it does",
	ideaRule: "an idea that somebody raises", groundRule: "a principle that something must be", failedRule: "a failure to reach something",
	answerRule: "an answer to the sentence before",
}

// findings say in words how an actor was found.
var findings = map[symbol]string{
	howPlain: "stands right before the verb", howPronoun: "is the verb’s subject", howRelative: "is whom “who” or “which” goes back to",
	howApposition:   "stands before the words between commas or brackets",
	howCoordination: "is the subject of the verb before this one",
	howControl:      "is the subject of the verb on which this one depends", howParticiple: "is the subject of the main verb",
	howPassive: "stands after “by”", howCarrier: "speaks through the paper named before the verb",
	howFallback: "stands before a comma", howPossessive: "owns it, by a possessive", howOf: "owns it, after “of”",
	howModifier: "stands before the noun, like a first name",
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
