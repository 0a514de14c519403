package proposal

import (
	"parley/model"
	"parley/model/extract/lexicon"
)

// What is not done: Neither Oland nor Veyra has accepted the truce · Oland is unlikely to accept it · Oland must accept it.
//
// Rules:
//   - Two whom "neither" and "nor" name do not do what the verb says: who has not accepted rejects, who has not rejected
//     leaves it open. What they neither demand nor float is nobody's.
//   - Both are named. The verb's own words would then say the opposite, and are left out.
//   - "Neither side" names nobody.
//   - Nothing is left of what is unlikely, almost or only in pretence done, has yet to be, is too early, would have been
//     ("Had Oland accepted", "would have accepted"), is only rumoured ("reports that"), is what something else hangs on ("provided that Oland lifts it"),
//     was so before what the sentence tells ("Oland, which had opposed it, …"), or must be done, which is what somebody else wants.
//   - Who asks not to be named demands nothing.
//   - What somebody is accused of, nobody says of himself.
//   - Nobody does what he is far from doing, does something else instead of, or goes without; "all but Oland" leaves Oland out.
//   - What somebody is asked, pressed or not persuaded to do is not done; what he is forced to do is.
//   - What somebody is expected to do is open, and so is what he will not, or promises not to, oppose.
//   - Who accepts no truce rejects one, and so does who votes to reject it.

var (
	neitherW  = lexicon.Hash("neither")
	norW      = lexicon.Hash("nor")
	yetW      = lexicon.Hash("yet")
	withoutW  = lexicon.Hash("without")
	standW    = lexicon.Hash("stand")
	wayW      = lexicon.Hash("way")
	disagreeW = lexicon.Hash("disagree")
	tooW      = lexicon.Hash("too")
	hadW      = lexicon.Hash("had")
	haveW     = lexicon.Hash("have")
	longerW   = lexicon.Hash("longer")
	anonymity = lexicon.Hash("anonymity")
)

// short are words between who acts and a verb that say it is not done; talk are nouns whose "that" is no news.
var (
	short    = lexicon.Listed("unlikely almost nearly scarcely pretend pretends pretended pretending")
	talk     = lexicon.Listed("reports claims rumours rumors suggestions allegations speculation")
	refusals = lexicon.Listed("reject refuse oppose veto block boycott decline")
	accusing = lexicon.Listed("accuse accuses accused accusing suspect suspects suspected blame blames blamed criticised criticized condemned")
	forecast = lexicon.Listed("expected likely set poised tipped bound due supposed")
	brought  = lexicon.Listed("persuaded convinced forced compelled got led caused prompted obliged induced brought helped allowed enabled")
	besides  = lexicon.Listed("far instead rather")
	everyone = lexicon.Listed("all everyone everybody each anyone anybody every")
	leftOut  = lexicon.Listed("but except save barring")
	turns    = lexicon.Listed("dropped withdrew lifted abandoned relented reversed softened agreed accepted signed backed backs supports welcomed now")
	naming   = lexicon.Listed("named identified quoted")
)

// toRefuse tells a content that begins with a verb of refusing: voted to reject it.
func (s *sentence) toRefuse(h *hit) bool {
	i := h.content.from
	return h.reason == verbRule && h.complement == infinitive && s.is(i, to) && refusals().Has(s.at(i+1).hash)
}

// unseen tells a content that is about not being named.
func (s *sentence) unseen(h *hit) bool {
	i := h.content.from
	if s.at(i).hash == anonymity {
		return true
	}
	for k := i; k < h.content.to && k < i+4; k++ {
		if naming().Has(s.at(k).hash) && s.is(k-1, be) {
			return true
		}
	}
	return false
}

// accused tells a verb that somebody is accused of: "accused Oland of rejecting it".
func (s *sentence) accused(h *hit) bool {
	if h.form != gerund || s.at(h.cue.from-1).hash != ofW && s.at(h.cue.from-1).hash != forW {
		return false
	}
	for i := h.cue.from - 2; i >= 0 && i > h.cue.from-8; i-- {
		if accusing().Has(s.at(i).hash) {
			return true
		}
	}
	return false
}

// hangsOn tells whether a clause behind a word is a condition of something else: provided that, on condition that, as long as.
func (s *sentence) hangsOn(i int) bool {
	switch {
	case i <= 0:
		return false
	case s.is(i, that):
		return s.is(i-1, condition) || s.at(i-1).hash == conditionW
	case s.at(i).hash == asW:
		return s.at(i-1).hash == longW || s.at(i-1).hash == soonW
	}
	return s.is(i, condition)
}

// onlyAsked tells what somebody else asks of whoever would do it: "asked Oland to accept", "failed to persuade Oland to".
func (s *sentence) onlyAsked(h *hit, a *subject) bool {
	if a.how != howControl || a.before < 0 || s.skip(a.before+1) != a.from || !s.governsObject(a.before, h.cue.from) {
		return false
	}
	return !brought().Has(s.at(a.before).hash) || !s.finite(a.before) || s.passed(a.before).negated
}

// open tells whether the words around a verb leave open what they speak of: "is expected to accept", "will not oppose".
func (s *sentence) open(h *hit, a *subject) bool {
	switch h.reason {
	case willNotRule, saidWillNotRule:
		for _, i := range [...]int{h.verb, h.cue.from, h.cue.to, h.content.from} {
			if refusals().Has(s.at(i).hash) || s.at(i).hash == standW && s.at(i+3).hash == wayW {
				return true
			}
		}
	case verbRule:
		if s.is(h.content.from-1, not) && s.toRefuse(h) {
			return true
		}
		for i := a.to; i < h.cue.from; i++ {
			if forecast().Has(s.at(i).hash) && s.is(i+1, to) && s.is(s.left(i), be) {
				return true
			}
		}
	}
	return false
}

// overturned tells what somebody had rejected who has thought again: "Oland, which had opposed it, dropped its objections".
func (s *sentence) overturned(h *hit, a *subject) bool {
	if h.family != model.Reject || !s.is(a.to-1, relative) || s.at(s.left(h.cue.from)).hash != hadW {
		return false
	}
	for i := h.content.from; i < len(s.w); i++ {
		if turns().Has(s.at(i).hash) {
			return true
		}
	}
	return false
}

// elsewise tells a verb that says what is not done, by the words before it: "far from rejecting", "without accepting".
func (s *sentence) elsewise(h *hit) bool {
	b := h.cue.from - 1
	return h.form == gerund && (s.at(b).hash == withoutW || besides().Has(s.at(b-1).hash)) ||
		h.reason == verbRule && s.is(h.content.from, to) && s.at(h.content.from+1).hash == disagreeW
}

// excepted tells somebody whom the sentence leaves out: "all but Oland".
func (s *sentence) excepted(a *subject) bool {
	return leftOut().Has(s.at(a.from-1).hash) && everyone().Has(s.at(a.from-2).hash)
}

// undone tells whether the words around a verb say that it is not done.
func (s *sentence) undone(h *hit, a *subject) bool {
	if h.reason != verbRule || a.from >= h.cue.from {
		return false
	}
	b := a.from - 1
	if s.accused(h) || s.hangsOn(b) || b == 0 && s.at(b).hash == hadW || b > 0 && s.is(b, that) && talk().Has(s.at(b-1).hash) {
		return true
	}
	consent := h.family == model.Accept || h.family == model.Commit || h.family == model.Concede
	if s.overturned(h, a) || s.onlyAsked(h, a) {
		return true
	}
	for i := a.to; i < h.cue.from; i++ {
		switch w := s.at(i); {
		case s.is(i, modal) && s.at(i+1).hash == haveW:
			return true
		case short().Has(w.hash), w.hash == yetW && s.is(i+1, to), w.hash == tooW && s.is(i+2, to):
			return true
		case consent && s.is(i, must) && h.cue.from-i <= 3:
			return true
		}
	}
	return false
}

// denied turns what two do not do into what that is; it answers whether nothing is left of it.
func (s *sentence) denied(h *hit) (nothing bool) {
	if len(h.actors) == 0 || h.passive {
		return false
	}
	a := h.actors[0]
	if s.undone(h, &a) || s.elsewise(h) || s.claims(h) || s.excepted(&a) || h.family == model.Demand && s.unseen(h) {
		return true
	}
	if s.open(h, &a) {
		h.family = model.Float
		return false
	}
	if s.at(h.content.from).hash == noW && h.family == model.Accept || (h.family == model.Accept || h.family == model.Commit || h.family == model.Propose) && s.toRefuse(h) {
		h.family = model.Reject
	}
	if s.at(a.from).hash == neitherW || s.at(a.from-1).hash == neitherW {
		return true
	}
	if s.at(a.from-1).hash != norW {
		return false
	}
	switch h.family {
	case model.Accept, model.Commit, model.Propose, model.Concede:
		h.family = model.Reject
	case model.Reject:
		h.family = model.Float
	default:
		return true
	}
	h.denies = true
	if first := s.phraseBefore(a.from - 2); !first.empty() {
		if s.at(first.from).hash == neitherW {
			first.from++
		}
		other := a
		other.span, other.name, other.head = first.span, first.span, first.head
		h.actors = append([]subject{other}, h.actors...)
	}
	return h.negated
}
