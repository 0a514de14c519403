package proposal

import "parley/model/extract/prose"

// Proposals by noun: "its demand that", "Moscow's call for", "made an offer to", "the refusal of the rebels to".
//
// Rules:
//   - A noun of the table counts with a possessor before it, at most nounGap words between, with "of" and somebody after it
//     and then "to" or "that", or with a light verb before it.
//   - With a light verb the actor is that verb's subject: in "Oland renewed its demand" it is Oland.
//   - What follows must be one of the noun's links; that begins the content.
const nounGap = 4

func (s *sentence) nouns() {
	for _, i := range s.leading {
		w := &s.w[i]
		if !w.is(mentions) || !w.common || i+2 >= len(s.w) {
			continue
		}
		n := s.entry(w).noun
		if s.isVerbHit(i) || s.is(i-1, to) && w.forms&base != 0 && !n.plural {
			continue
		}
		of, at := s.nounOwnerAfter(n, i)
		kind := s.linkOf(n, at)
		if kind == noComplement {
			continue
		}
		r, how := s.nounActor(i)
		if of != nil {
			r, how = *of, howOf
		}
		if how == 0 {
			continue
		}
		h := hit{reason: nounRule, key: n.key, symbol: n.symbol, family: n.family, cue: span{i, i + 1}, verb: i, complement: kind, content: span{at, len(s.w)},
			actors: s.one(r)}
		if kind == object && s.is(at, preposition) {
			h.content.from++
		}
		s.hits = append(s.hits, h)
	}
}

// isVerbHit tells a word that a hit took as a verb.
func (s *sentence) isVerbHit(i int) bool {
	for k := range s.hits {
		if s.hits[k].cue.from <= i && i < s.hits[k].cue.to {
			return true
		}
	}
	return false
}

// linkOf answers what the link after a noun makes of its content.
func (s *sentence) linkOf(n *noun, at int) complement {
	w := s.at(at)
	switch {
	case s.is(at, that) && n.links&thatFrame != 0 && s.clauseAt(at+1) && !s.finite(at+1):
		return thatClause
	case s.is(at, to) && n.links&toFrame != 0 && s.infinitiveAt(at+1):
		return infinitive
	case w.hash == forW && n.ofFor, w.hash == ofW && n.of, (w.hash == onW || w.hash == uponW) && n.on && !s.at(at+1).is(day):
		if s.nounPhraseAt(at+1) || s.at(at+1).forms&gerund != 0 {
			return object
		}
	}
	return noComplement
}

// nounOwnerAfter reads "of the rebels" after a noun; at is the word where the link has to stand.
func (s *sentence) nounOwnerAfter(n *noun, i int) (owner *subject, at int) {
	at = i + 1
	if s.at(at).hash != ofW && s.at(at).hash != by || n.of && s.at(at).hash == ofW {
		return nil, at
	}
	p := s.phraseAfter(at + 1)
	if p.empty() || !s.is(p.to, to) && !s.is(p.to, that) {
		return nil, at
	}
	return &subject{span: p, name: p, head: p.to - 1, how: howOf, before: i - 1}, p.to
}

// nounActor answers who owns a noun.
func (s *sentence) nounActor(i int) (subject, symbol) {
	j := i - 1
	for gap := 0; j >= 0 && gap < nounGap && s.nominal(j) && !s.capital(j) && !s.any(j, nounOpeners); gap++ {
		j--
	}
	if r, ok := s.lightSubject(j); ok {
		return r, howLight
	}
	switch {
	case s.is(j, possessive):
		return subject{span: span{j, j + 1}, name: span{j, j + 1}, head: j, how: howPossessive, before: j - 1}, howPossessive
	case s.kind(j) == prose.Possessive && !s.at(j).aux:
		if p := s.plain(j - 1); !p.empty() {
			p.how = howPossessive
			return p, howPossessive
		}
	case s.capital(j) && j == i-1:
		if p := s.plain(j); !p.empty() && s.actor(p) && p.to-p.from <= 4 && !s.is(p.before, preposition) {
			p.how = howModifier
			return p, howModifier
		}
	}
	return subject{}, 0
}

// lightSubject answers the subject of a light verb before a noun: its article or possessive stands at j.
func (s *sentence) lightSubject(j int) (subject, bool) {
	v := j
	if s.any(v, nounOpeners) {
		v--
	}
	if s.kind(v) == prose.Possessive || !s.is(v, light) || s.at(v).forms == 0 {
		return subject{}, false
	}
	how := active
	if s.at(v).forms&gerund != 0 {
		how = s.judgeGerund(s.left(v), false)
	} else if s.is(s.left(v), to) {
		how = infinitiveVoice
	} else if s.any(s.left(v), nounOpeners) || s.is(s.left(v), be) {
		return subject{}, false
	}
	r, _ := s.subjectOf(v, how, depth)
	return r, !r.empty()
}
