package proposal

import "parley/model/extract/prose"

// What the keep model looks at: the verb and its form, what follows it, who acts and how that was found, under what the
// clause stands, what the content begins with, and whether the text is about negotiation at all.

func (s *sentence) keepFeatures(h *hit, b *bag) {
	kind, how, who := complementNames[h.complement], noneName, nobodyActs
	var actor subject
	if len(h.actors) > 0 {
		actor = h.actors[0]
		how, who = sym(actor.how), s.sort(actor)
	}
	key, reason, under, form := sym(h.key), sym(h.reason), nestNames[h.nest], formName(h)
	topic, here := sym(s.topic), counts[min(s.topical(), 4)]
	b.add("bias")
	b.add("k", key)
	b.add("kf", key, form)
	b.add("kc", key, kind)
	b.add("kw", key, who)
	b.add("ku", key, under)
	b.add("kt", key, topic)
	b.add("r", reason)
	b.add("rt", reason, topic)
	b.add("rh", reason, here)
	b.add("rc", reason, kind)
	b.add("ru", reason, under)
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
	word, mood := s.folded(s.contentWord(h)), mood(h)
	b.add("word", word)
	b.add("kword", key, word)
	b.add("len", lengths(h.content.to-h.content.from), kind)
	b.add("mod", mood)
	b.add("kmod", key, mood)
	if s.headline {
		b.add("headline")
		b.add("hr", reason)
	}
	b.add("q", s.quotesAbout(h))
	b.add("dist", lengths(h.cue.from-actor.to), how)
	b.add("b", s.shape(h.cue.from-1), form)
	s.keepAround(h, b, key, who, kind)
}

// keepAround adds what stands in the content and behind it, and what became of the hit by rule.
func (s *sentence) keepAround(h *hit, b *bag, key, who, kind symbol) {
	dropped, sort := sym(h.dropped), s.contentSort(h)
	b.add("drop", dropped)
	b.add("dropk", dropped, key)
	b.add("drops", dropped, who)
	b.add("cont", sort)
	b.add("kcont", key, sort)
	b.add("after", s.shape(h.content.to), kind)
	if h.family != 0 || h.move != nil {
		family := sym(h.family.String())
		b.add("fam", family, sym(s.topic))
		b.add("famk", family, kind)
	}
}

var (
	noneName, nobodyActs                                 = sym("none"), sym("nobody")
	passiveForm, pastForm, thirdForm, participleForm     = sym("passive"), sym("past"), sym("third"), sym("participle")
	whoActs, stateActs, personActs, carrierActs, hisActs = sym("who"), sym("state"), sym("person"), sym("carrier"), sym("his")
	pluralActs                                           = sym("plural")
	moodNames                                            = symbols("", "modal ", "not ", "modal not ", "hedged", "modal hedged", "not hedged", "modal not hedged")
	stateWord                                            = sym("State")
	matterOfState, matterSort, nameSort                  = sym("matter of state"), sym("matter"), sym("name")
	cueQuoted, contentQuoted, someQuoted                 = sym("cue in"), sym("content in"), sym("some")
)

func formName(h *hit) symbol {
	switch {
	case h.passive:
		return passiveForm
	case h.form&gerund != 0:
		return ingShape
	case h.form&past != 0:
		return pastForm
	case h.form&third != 0:
		return thirdForm
	case h.form&base != 0:
		return baseShape
	case h.form&participle != 0:
		return participleForm
	}
	return none
}

// sort says what kind of word an actor is.
func (s *sentence) sort(a subject) symbol {
	switch {
	case s.is(a.from, subjectPronoun):
		return s.folded(a.from)
	case s.is(a.to-1, relative):
		return whoActs
	case s.at(a.from).is(state) || s.at(a.to-1).is(state):
		return stateActs
	case s.is(a.head, person):
		return personActs
	case s.is(a.head, carrier), s.is(a.head, planNoun):
		return carrierActs
	case s.capital(a.head) || s.capital(a.to-1):
		return nameShape
	case s.is(a.from, possessive) && a.to-a.from == 1:
		return hisActs
	case s.plural(a.head):
		return pluralActs
	}
	return nounShape
}

func mood(h *hit) symbol {
	n := 0
	for i, is := range [...]bool{h.modal, h.negated, h.hedged} {
		if is {
			n |= 1 << i
		}
	}
	return moodNames[n]
}

// folded answers a word of the content or actor by which it may be known: one of the tables, else its shape.
func (s *sentence) folded(i int) symbol {
	w := s.at(i)
	if w.kind != prose.Word {
		return s.shape(i)
	}
	if !w.common {
		if w.is(state) {
			return stateWord
		}
		return nameShape
	}
	if w.known == 0 {
		return s.shape(i)
	}
	return sym(lower(s.doc.Text[w.start:w.end]))
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
func (s *sentence) contentSort(h *hit) symbol {
	m, st, n := false, false, false
	for i := h.content.from; i < h.content.to && i < h.content.from+20; i++ {
		m = m || s.is(i, matter)
		st = st || s.at(i).is(state)
		n = n || s.capital(i)
	}
	switch {
	case m && st:
		return matterOfState
	case m:
		return matterSort
	case st:
		return stateActs
	case n:
		return nameSort
	}
	return none
}

func (s *sentence) quotesAbout(h *hit) symbol {
	switch {
	case s.at(h.cue.from).quote >= 0:
		return cueQuoted
	case s.at(h.content.from).quote >= 0:
		return contentQuoted
	}
	for i := range s.w {
		if s.w[i].quote >= 0 {
			return someQuoted
		}
	}
	return noneName
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
