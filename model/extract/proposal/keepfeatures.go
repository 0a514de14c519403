package proposal

import "parley/model/extract/prose"

// What the keep model looks at: the verb and its form, what follows it, who acts and how that was found, under what the
// clause stands, what the content begins with, and whether the text is about negotiation at all.

func (s *sentence) keepFeatures(h *hit, b *bag) {
	kind, how, who := complementNames[h.complement], "none", "nobody"
	var actor subject
	if len(h.actors) > 0 {
		actor = h.actors[0]
		how, who = actor.how, s.sort(actor)
	}
	under, form := nestNames[h.nest], s.formName(h)
	topic, here := s.topic, s.topicHere()
	b.add("bias")
	b.add("k", h.key)
	b.add("kf", h.key, form)
	b.add("kc", h.key, kind)
	b.add("kw", h.key, who)
	b.add("ku", h.key, under)
	b.add("kt", h.key, topic)
	b.add("r", h.reason)
	b.add("rt", h.reason, topic)
	b.add("rh", h.reason, here)
	b.add("rc", h.reason, kind)
	b.add("ru", h.reason, under)
	b.add("t", topic, here)
	b.add("c", kind)
	b.add("cf", kind, form)
	b.add("how", how)
	b.add("howf", how, form)
	b.add("u", under)
	b.add("uw", under, who)
	b.add("w", who)
	b.add("wc", who, kind)
	b.add("f", form)
	if actor.to > 0 {
		b.add("ah", s.folded(actor.head))
		b.add("ab", s.shape(actor.before))
		b.add("al", lengths(actor.to-actor.from))
	}
	b.add("first", s.shape(h.content.from), kind)
	b.add("first2", s.shape(h.content.from+1), kind)
	b.add("word", s.folded(s.contentWord(h)))
	b.add("kword", h.key, s.folded(s.contentWord(h)))
	b.add("len", lengths(h.content.to-h.content.from), kind)
	b.add("mod", s.mood(h))
	b.add("kmod", h.key, s.mood(h))
	if s.headline {
		b.add("headline")
		b.add("hr", h.reason)
	}
	b.add("q", s.quotesAbout(h))
	b.add("dist", lengths(h.cue.from-actor.to), how)
	b.add("b", s.shape(h.cue.from-1), form)
	s.keepAround(h, b, who, kind)
}

// keepAround adds what stands round the hit, and what became of it by rule.
func (s *sentence) keepAround(h *hit, b *bag, who, kind string) {
	b.add("drop", h.dropped)
	b.add("dropk", h.dropped, h.key)
	b.add("drops", h.dropped, who)
	b.add("cont", s.contentSort(h))
	b.add("kcont", h.key, s.contentSort(h))
	b.add("after", s.shape(h.content.to), kind)
	if h.family != 0 || h.move != nil {
		b.add("fam", h.family.String(), s.topic)
		b.add("famk", h.family.String(), kind)
	}
}

func (s *sentence) formName(h *hit) string {
	switch {
	case h.passive:
		return "passive"
	case h.form&gerund != 0:
		return "ing"
	case h.form&past != 0:
		return "past"
	case h.form&third != 0:
		return "third"
	case h.form&base != 0:
		return "base"
	case h.form&participle != 0:
		return "participle"
	}
	return "-"
}

// sort says what kind of word an actor is.
func (s *sentence) sort(a subject) string {
	switch {
	case s.is(a.from, subjectPronoun):
		return s.folded(a.from)
	case s.is(a.to-1, relative):
		return "who"
	case s.at(a.from).is(state) || s.at(a.to-1).is(state):
		return "state"
	case s.is(a.head, person):
		return "person"
	case s.is(a.head, carrier), s.is(a.head, planNoun):
		return "carrier"
	case s.capital(a.head) || s.capital(a.to-1):
		return "Name"
	case s.is(a.from, possessive) && a.to-a.from == 1:
		return "his"
	case s.plural(a.head):
		return "plural"
	}
	return "noun"
}

func (s *sentence) mood(h *hit) string {
	m := ""
	if h.modal {
		m += "modal "
	}
	if h.negated {
		m += "not "
	}
	if h.hedged {
		m += "hedged"
	}
	return m
}

// folded answers a word of the content or actor by which it may be known: one of the tables, else its shape.
func (s *sentence) folded(i int) string {
	w := s.at(i)
	if w.kind != prose.Word {
		return s.shape(i)
	}
	if !w.common {
		if w.is(state) {
			return "State"
		}
		return "Name"
	}
	if w.entry == &nothing {
		return s.shape(i)
	}
	return lower(s.doc.Text[w.start:w.end])
}

func lower(text string) string {
	for i := range len(text) {
		if 'A' <= text[i] && text[i] <= 'Z' {
			b := []byte(text)
			for k := range b {
				if 'A' <= b[k] && b[k] <= 'Z' {
					b[k] += 'a' - 'A'
				}
			}
			return string(b)
		}
	}
	return text
}

// contentWord answers the word that says most of a content: the verb after "to", the noun after an article.
func (s *sentence) contentWord(h *hit) int {
	i := h.content.from
	for i < h.content.to-1 && (s.is(i, to) || s.is(i, that) || s.any(i, nounOpeners) || s.lyAdverb(i) || s.is(i, preposition) || s.is(i, not)) {
		i++
	}
	return i
}

// contentSort says what stands in a content: matters of negotiation, states, names, numbers.
func (s *sentence) contentSort(h *hit) string {
	m, st, n := false, false, false
	for i := h.content.from; i < h.content.to && i < h.content.from+20; i++ {
		m = m || s.is(i, matter)
		st = st || s.at(i).is(state)
		n = n || s.capital(i)
	}
	switch {
	case m && st:
		return "matter of state"
	case m:
		return "matter"
	case st:
		return "state"
	case n:
		return "name"
	}
	return "-"
}

func (s *sentence) quotesAbout(h *hit) string {
	switch {
	case s.at(h.cue.from).quote >= 0:
		return "cue in"
	case s.at(h.content.from).quote >= 0:
		return "content in"
	}
	for i := range s.w {
		if s.w[i].quote >= 0 {
			return "some"
		}
	}
	return "none"
}

// topicHere says how much of negotiation stands in the sentence.
func (s *sentence) topicHere() string {
	return [...]string{"0", "1", "2", "3", "4"}[min(s.topical(), 4)]
}

// topical counts the words of a sentence for states and matters of negotiation.
func (s *sentence) topical() (n int) {
	for i := range s.w {
		if s.w[i].is(state) || s.is(i, matter) && !s.w[i].is(mover) {
			n++
		}
	}
	return n
}
