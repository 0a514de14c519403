package proposal

// What stands under something else, and what is dropped.
//
// Rules:
//   - A hit is dropped that stands in quotation marks together with its actor: it belongs to the quote. A quote that holds
//     the verb alone ("may be willing to ...") stays.
//   - A hit is dropped whose clause stands under "that", "if" or a verb of speech, unless it is strong (reject, refuse,
//     agree, demand ...) and stands right under that verb; "he" there is the speaker.
//   - A hit is dropped that lies in the content of an earlier one.
//   - A verb without a subject is dropped.
//   - A verb of speech after the clause (", officials said") harms nothing.

// nestOf works out under what the clause of a hit stands.
func (s *sentence) nestOf(h *hit) nest {
	at := h.verb
	before := at - 1
	if len(h.actors) > 0 && !h.passive {
		at, before = h.actors[0].from, h.actors[0].before
	}
	if h.passive && h.complement == subjectOfPassive {
		at, before = h.content.from, h.content.from-1
	}
	if at > h.verb {
		return free
	}
	before = s.left(before + 1)
	switch {
	case s.is(before, whether):
		return underIf
	case s.spoken(before):
		return underSaid
	case s.is(before, that):
		b := s.left(before)
		if s.spoken(b) || s.spoken(b-1) {
			return underSaid
		}
		return underThat
	}
	for j := before; j >= 0; j-- {
		if s.is(j, whether) && j < before-0 && before-j < 12 {
			return underIf
		}
		if s.stop(j) && j > 0 {
			return free
		}
		if s.spoken(j) && !s.is(j, mover) {
			return afterSaid
		}
	}
	return free
}

// spoken tells a verb of speech in a finite form or in -ing.
func (s *sentence) spoken(i int) bool {
	w := s.at(i)
	return w.common && w.is(speech) && w.forms&(past|third|gerund|base) != 0 && !s.any(i-1, nounOpeners)
}

// filter drops what does not stand for itself.
func (s *sentence) filter() {
	for i := range s.hits {
		h := &s.hits[i]
		h.nest = s.nestOf(h)
		s.selves(h)
		h.dropped = s.drops(h, s.hits[:i])
		if s.lost(h) {
			continue
		}
		s.end(h)
		if s.keep != nil {
			s.judgeKeep(h)
		}
	}
}

// lost tells a hit that nothing brings back: its end is not looked for.
func (s *sentence) lost(h *hit) bool { return h.dropped != 0 && h.dropped != dropNested }

// end settles where a content ends that begins by rule.
func (s *sentence) end(h *hit) {
	if h.whole {
		return
	}
	if s.ends != nil && !h.special {
		s.endByModel(h)
	}
	s.short(h)
	s.keepWhole(h)
	s.cutTail(h)
}

func (s *sentence) drops(h *hit, earlier []hit) symbol {
	if len(h.actors) == 0 && !h.passive {
		return dropNobody
	}
	if s.planHas(h) {
		return dropPlan
	}
	if s.idle(h) {
		return dropIdle
	}
	if s.quotedWhole(h) {
		return dropQuoted
	}
	if h.nest == underIf && (!h.special || h.reason == willRule || h.reason == willNotRule) {
		return dropIf
	}
	if !h.special && (h.nest > underSaid || h.nest == underSaid && !h.strong) {
		return dropNested
	}
	for k := range earlier {
		e := &earlier[k]
		if e.dropped != 0 {
			continue
		}
		if h.cue.from >= e.content.from && h.cue.from < e.content.to || s.again(e, h) {
			return dropInner
		}
	}
	return 0
}

// again tells a hit that says once more what an earlier one says: the same move, within its content, or by the same actor with
// the same end.
func (s *sentence) again(e, h *hit) bool {
	if e.family != h.family || h.content.from < e.content.from || h.content.from >= e.content.to {
		return false
	}
	if h.content == e.content {
		return true
	}
	return len(e.actors) > 0 && len(h.actors) > 0 && e.actors[0].from == h.actors[0].from
}

// planHas tells a verb that a rule of its own kind has: the first of a plan's, "fail to" with what was not reached, a
// participle that is an adjective ("is opposed to").
func (s *sentence) planHas(h *hit) bool {
	if h.special {
		return false
	}
	for k := range s.hits {
		e := &s.hits[k]
		switch {
		case e.reason == planRule && e.cue.from == h.cue.from,
			e.reason == unwillingRule && e.cue.from == h.cue.from,
			e.reason == failedRule && h.cue.from >= e.cue.from && h.cue.from <= e.cue.to:
			return true
		}
	}
	return false
}

// quotedWhole tells whether a hit stands in a quote with its actor.
func (s *sentence) quotedWhole(h *hit) bool {
	q := s.at(h.cue.from).quote
	if q < 0 {
		return false
	}
	for i := range h.actors {
		if s.at(h.actors[i].from).quote != q {
			return false
		}
	}
	return true
}
