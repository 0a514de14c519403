package proposal

import "parley/model/extract/prose"

// Who reports what somebody else proposes, and how sure of it the sentence is.
//
// Rules:
//   - "He", "she", "it" and "they" right under a verb of speech are who speaks: "Oland said it rejects" is Oland's.
//   - Somebody else right before the clause ("Oland said Veyra rejects") or behind it ("Veyra rejects it, officials said")
//     reports it, and it is second hand.
//   - "Reportedly", "allegedly" between subject and verb, and "is said to", hedge all that follows from that subject.

// selves gives a pronoun under a verb of speech to who speaks.
func (s *sentence) selves(h *hit) {
	ready := h.reason == readyRule || h.reason == unwillingRule
	if h.nest != underSaid || h.special && !ready || len(h.actors) != 1 || !s.same(h.actors[0]) {
		return
	}
	if w := s.at(h.actors[0].from); w.hash == we || w.hash == me || w.hash == you {
		return
	}
	if r := s.reporter(h.actors[0].from); !r.empty() {
		r.before = h.actors[0].before
		h.actors[0] = r
	}
}

// reportedBy answers who else reports a hit.
func (s *sentence) reportedBy(h *hit) span {
	if len(h.actors) == 0 {
		return span{}
	}
	a := h.actors[0]
	own := h.special && a.from > h.cue.from // "the envoy said Veyra would": the rule itself began with the verb of speech
	if own || h.nest == underSaid || h.nest == afterSaid || h.nest == underThat {
		if r := s.reporter(a.from); !r.empty() && r.from != a.from {
			return r.span
		}
	}
	i := h.content.to
	if s.kind(i) != prose.Comma || !s.speechFollows(i+1) {
		return span{}
	}
	if s.spoken(i+1) && s.nounPhraseAt(i+2) {
		return s.phraseAfter(i + 2)
	}
	return s.phraseAfter(i + 1)
}

// hedgedBefore tells a hedge between the subject and the verb, however many verbs lie between.
func (s *sentence) hedgedBefore(h *hit) bool {
	if len(h.actors) == 0 || h.actors[0].to > h.cue.from {
		return false
	}
	for i := h.actors[0].to; i < h.cue.from; i++ {
		if s.is(i, hedge) || s.is(i, hedging) && s.at(i).forms&participle != 0 && s.is(s.left(i), be) {
			return true
		}
	}
	return false
}
