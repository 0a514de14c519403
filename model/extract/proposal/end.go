package proposal

import "parley/model/extract/prose"

// Where a content ends.
//
// Rules:
//   - It ends at a full stop, a semicolon, a colon, a dash or an opening bracket.
//   - It ends at a comma before "but", "while", "who", "which", "saying", "according", an -ing form; before "and" with a verb;
//     before a noun phrase with a verb of speech ("..., officials said").
//   - It ends at "and" before a finite verb, unless the content is a clause.
//   - A noun alone takes what hangs on it: "asked for an answer within the week", but not the day on which it was asked for.
//   - A condition is kept: "provided", "unless", "only if", "but only after", "until", "as long as", "on condition".

// endByRule cuts the content of a hit by rules.
func (s *sentence) endByRule(h *hit) {
	if h.whole {
		return
	}
	from := h.content.from
	end := from + 1
	verb := false
	for ; end < len(s.w) && end < h.content.to; end++ {
		if s.endsBefore(h, end, verb) {
			break
		}
		if s.finite(end) && end > from+1 {
			verb = true
		}
	}
	h.ruleEnd = end
	h.content.to = s.trimmed(from, end)
}

// endsBefore tells whether the content ends before a word.
func (s *sentence) endsBefore(h *hit, i int, verb bool) bool {
	switch s.kind(i) {
	case prose.Stop:
		return !s.insideQuoteOf(h, i)
	case prose.Semicolon, prose.Dash, prose.Open:
		return true
	case prose.Colon:
		return true
	case prose.Comma:
		return s.endsAtComma(h, i)
	}
	if s.is(i, and) && h.reason == planRule && s.finite(i+1) {
		return false
	}
	if s.is(i, and) && h.complement != thatClause && h.complement != bareClause {
		return s.finite(i+1) || s.lyAdverb(i+1) && s.finite(i+2)
	}
	if s.is(i, but) && (s.finite(i+1) || s.lyAdverb(i+1) && s.finite(i+2)) {
		return true
	}
	return false
}

// insideQuoteOf tells a full stop within the quote with which the content goes on.
func (s *sentence) insideQuoteOf(h *hit, i int) bool {
	q := s.at(i).quote
	return q >= 0 && i+1 < len(s.w) && s.at(i+1).quote == q && s.at(h.content.from).quote == q && h.complement == quotation
}

func (s *sentence) endsAtComma(h *hit, i int) bool {
	n := i + 1
	if s.conditionAt(n) || s.any(n, coordinators) && s.conditionAt(n+1) {
		return false
	}
	if s.at(i).closes && s.at(h.content.from).quote == s.at(i).quote && s.at(i).quote >= 0 {
		return true
	}
	switch {
	case s.any(n, cuts):
		return true
	case s.at(n).common && s.at(n).forms&gerund != 0 && !s.at(n).is(preposition):
		return true
	case s.any(n, coordinators):
		return s.finite(n+1) || s.lyAdverb(n+1) && s.finite(n+2) || s.clauseFollows(n+1)
	}
	return s.speechFollows(n) || h.complement != thatClause && h.complement != bareClause && s.clauseFollows(n)
}

var cuts = these(cut, who)

// clauseFollows tells a noun phrase with its verb.
func (s *sentence) clauseFollows(i int) bool {
	if !s.nounPhraseAt(i) {
		return false
	}
	p := s.phraseAfter(i)
	return !p.empty() && s.finite(p.to) && !s.headline
}

// speechFollows tells ", officials said" and ", said the minister".
func (s *sentence) speechFollows(i int) bool {
	w := s.at(i)
	if w.common && w.is(speech) && w.forms&(past|third) != 0 {
		return true
	}
	if !s.nounPhraseAt(i) {
		return false
	}
	p := s.phraseAfter(i)
	v := s.skip(p.to)
	if s.kind(v) == prose.Comma && s.nounPhraseAt(v+1) { // its president, Ada Quill, said
		if name := s.phraseAfter(v + 1); s.kind(name.to) == prose.Comma {
			v = name.to + 1
		}
	}
	if s.any(v, auxiliaries) {
		v++
	}
	return s.at(v).common && s.is(v, speech) && s.at(v).forms&(past|third) != 0
}

// trimmed takes signs off the end.
func (s *sentence) trimmed(from, end int) int {
	for end > from+1 {
		switch s.kind(end - 1) {
		case prose.Comma, prose.Stop, prose.Dash, prose.Colon, prose.Semicolon:
			end--
			continue
		}
		break
	}
	return end
}

// short gives a noun alone the phrase behind it.
func (s *sentence) short(h *hit) {
	from, to := h.content.from, h.content.to
	for from < to-1 && (s.is(from, article) || s.is(from, amount)) {
		from++
	}
	if h.complement != object || from != to-1 || !s.is(to, preposition) || s.at(to).hash == by || s.at(to+1).is(day) || h.ruleEnd <= to {
		return
	}
	h.content.to = s.trimmed(h.content.from, h.ruleEnd)
}
