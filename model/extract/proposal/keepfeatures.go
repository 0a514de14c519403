package proposal

import (
	"parley/model"
	"parley/model/extract/prose"
)

// What the keep model looks at: the verb and its form, what follows it, who acts and how that was found, under what the
// clause stands, what the content begins with, and whether the text is about negotiation at all.

// The parts of the keep model's features.
const (
	_              part = iota
	keepKey             // the verb, noun or adjective
	keepForm            // its form
	keepComplement      // what follows it
	keepActor           // what kind of word acts
	keepHow             // how that was found
	keepUnder           // under what the clause stands
	keepRule            // which rule found it
	keepTopic           // how much the text is about negotiation
	keepHere            // how much the sentence is
	keepHead            // the word that acts
	keepBefore          // the one before it
	keepActorSize       // of how many words it is
	keepGap             // how far it is from the verb
	keepFirst           // of the content
	keepSecond
	keepWord // the word that says most of it
	keepSize
	keepSorts // what stands in it
	keepAfter // what follows it
	keepMood  // whether it is modal, negated, hedged
	keepHeadline
	keepHeadlineRule // in a headline, which rule found it
	keepQuotes       // what of it stands in quotation marks
	keepCueBefore    // the word before the verb
	keepDropped      // what became of it by rule
	keepFamily
	keepFamilyTopic // the topic, where there is a family
)

var keepFeatures = []feature{
	{"bias", [3]part{}}, {"k", [3]part{keepKey}}, {"kf", [3]part{keepKey, keepForm}}, {"kc", [3]part{keepKey, keepComplement}},
	{"kw", [3]part{keepKey, keepActor}}, {"ku", [3]part{keepKey, keepUnder}}, {"kt", [3]part{keepKey, keepTopic}}, {"r", [3]part{keepRule}},
	{"rt", [3]part{keepRule, keepTopic}}, {"rh", [3]part{keepRule, keepHere}}, {"rc", [3]part{keepRule, keepComplement}},
	{"ru", [3]part{keepRule, keepUnder}}, {"t", [3]part{keepTopic, keepHere}}, {"c", [3]part{keepComplement}},
	{"cf", [3]part{keepComplement, keepForm}}, {"how", [3]part{keepHow}}, {"howf", [3]part{keepHow, keepForm}}, {"u", [3]part{keepUnder}},
	{"uw", [3]part{keepUnder, keepActor}}, {"w", [3]part{keepActor}}, {"wc", [3]part{keepActor, keepComplement}}, {"f", [3]part{keepForm}},
	{"ah", [3]part{keepHead}}, {"ab", [3]part{keepBefore}}, {"al", [3]part{keepActorSize}},
	{"first", [3]part{keepFirst, keepComplement}}, {"first2", [3]part{keepSecond, keepComplement}}, {"word", [3]part{keepWord}},
	{"kword", [3]part{keepKey, keepWord}}, {"len", [3]part{keepSize, keepComplement}}, {"mod", [3]part{keepMood}},
	{"kmod", [3]part{keepKey, keepMood}}, {"headline", [3]part{keepHeadline}}, {"hr", [3]part{keepHeadlineRule}}, {"q", [3]part{keepQuotes}},
	{"dist", [3]part{keepGap, keepHow}}, {"b", [3]part{keepCueBefore, keepForm}}, {"drop", [3]part{keepDropped}},
	{"dropk", [3]part{keepDropped, keepKey}}, {"drops", [3]part{keepDropped, keepActor}}, {"cont", [3]part{keepSorts}},
	{"kcont", [3]part{keepKey, keepSorts}}, {"after", [3]part{keepAfter, keepComplement}}, {"fam", [3]part{keepFamily, keepFamilyTopic}},
	{"famk", [3]part{keepFamily, keepComplement}},
}

// keepFacts answers what there is to say of a hit.
func (s *sentence) keepFacts(h *hit) facts {
	c := facts{
		keepKey: s.keyOf(h), keepForm: formName(h), keepComplement: complementNames[h.complement], keepActor: nobodyActs, keepHow: noneName,
		keepUnder: nestNames[h.nest], keepRule: h.reason, keepTopic: s.topic, keepHere: counts[min(s.topical(), 4)],
		keepFirst: s.shape(h.content.from), keepSecond: s.shape(h.content.from + 1), keepWord: s.folded(s.contentWord(h)),
		keepSize: lengths(h.content.to - h.content.from), keepSorts: s.contentSort(h), keepAfter: s.shape(h.content.to),
		keepMood: mood(h), keepQuotes: s.quotesAbout(h), keepCueBefore: s.shape(h.cue.from - 1), keepDropped: dropName(h),
	}
	to := 0
	if len(h.actors) > 0 {
		a := &h.actors[0]
		to, c[keepHow], c[keepActor] = a.to, a.how, s.sort(a)
		if a.to > 0 {
			c[keepHead], c[keepBefore], c[keepActorSize] = s.folded(a.head), s.shape(a.before), lengths(a.to-a.from)
		}
	}
	c[keepGap] = lengths(h.cue.from - to)
	if s.headline {
		c[keepHeadline], c[keepHeadlineRule] = inOne, c[keepRule]
	}
	if h.family != 0 || h.move != nil {
		c[keepFamily], c[keepFamilyTopic] = familySymbols[h.family], c[keepTopic]
	}
	return c
}

// keyOf answers the symbol of the verb, noun or adjective of a hit.
func (s *sentence) keyOf(h *hit) symbol {
	if h.symbol != 0 {
		return h.symbol
	}
	return s.symbol(h.key)
}

var familySymbols = func() (all [len(moods)]symbol) {
	for i := range all {
		all[i] = sym(model.Predicate(i).String())
	}
	return all
}()

var (
	noneName, nobodyActs                                 = sym("none"), sym("nobody")
	passiveForm, pastForm, thirdForm, participleForm     = sym("passive"), sym("past"), sym("third"), sym("participle")
	whoActs, stateActs, personActs, carrierActs, hisActs = sym("who"), sym("state"), sym("person"), sym("carrier"), sym("his")
	pluralActs                                           = sym("plural")
	moodNames                                            = symbols("", "modal ", "not ", "modal not ", "hedged", "modal hedged", "not hedged", "modal not hedged")
	stateWord                                            = sym("State")
	matterOfState, matterSort, nameSort                  = sym("matter of state"), sym("matter"), sym("name")
	cueQuoted, contentQuoted, someQuoted                 = sym("cue in"), sym("content in"), sym("some")
	inOne                                                = sym("yes")
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
func (s *sentence) sort(a *subject) symbol {
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
	switch {
	case w.kind != prose.Word:
		return s.shape(i)
	case !w.common && w.is(state):
		return stateWord
	case !w.common:
		return nameShape
	case w.known == 0:
		return s.shape(i)
	}
	return s.own(w, lower(s.doc.Text[w.start:w.end]))
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
func (s *sentence) topical() int {
	if s.topicals >= 0 {
		return s.topicals
	}
	s.topicals = 0
	if !s.present.any(topical) {
		return 0
	}
	for i := range s.w {
		if s.w[i].is(state) || s.is(i, matter) && !s.w[i].is(mover) {
			s.topicals++
		}
	}
	return s.topicals
}
