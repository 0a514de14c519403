package speaker

import (
	"parley/model/extract/lexicon"
	"parley/model/extract/prose"
)

// From what stands right before a verb to the head of its subject.
//
// Rules:
//   - Over prepositions: from X to the spokesman in "the spokesman for X", to the aide in "an aide to X".
//   - Over what may follow a noun before its preposition: "a person close to X", "three officials briefed on the matter",
//     "the letter obtained by X", "an envoy with knowledge of the talks".
//   - From "who" to whom it stands for; over its clause where no comma parts that: "a lawyer who represents X said". Where
//     the clause's verb is one of speech, what follows is a clause of its own.
//   - Whom the walk leaves behind is within the subject, and says nothing here: a person close to X is not X.

// withinSubject marks what belongs to the subject of a verb: the mention right before it, and those on the way to the head.
func (r *reading) withinSubject(n, head int32, s prose.Sentence) {
	for range 5 {
		if n == head || n < 0 {
			return
		}
		if m := &r.mentions[n]; m.Sort != Who {
			m.inside = true
		}
		if r.mentions[n].Sort == Who {
			n = r.relativeTo(r.mentions[n].From, s)
		} else if up := r.head(n, s); up >= 0 {
			n = up
		} else {
			return
		}
	}
}

// insideSource tells X in "according to a person close to X".
func (r *reading) insideSource(n int32) bool {
	if n == 0 || r.mentions[n-1].From < 2 || r.toks[r.mentions[n-1].From-2].hash != hashAccording || !r.mayHave(n-1) {
		return false
	}
	return r.head(n, r.doc.Sentences[r.mentions[n].Sentence]) == n-1
}

// postposed are adjectives that stand behind their noun, before a preposition.
var postposed = lexicon.Listed("close familiar present involved aware privy responsible near loyal sympathetic opposed critical " +
	"active available based")

var hashKnowledge = hash("knowledge")

// climb answers the head that a mention belongs to; itself where it is one.
func (r *reading) climb(n int32, s prose.Sentence) int32 {
	whose := false
	for range 5 {
		m := &r.mentions[n]
		if m.Sort == Who {
			if up := r.relativeTo(m.From, s); up >= 0 {
				n, whose = up, true
				continue
			}
			return n
		}
		up := r.head(n, s)
		if up < 0 {
			return r.beforeWho(n, s)
		}
		if whose && (m.Sort.Named() || m.Sort == Role) && !r.mentions[up].Sort.Named() && r.mentions[up].Sort != Role &&
			r.mentions[up].Sort != BareRole {
			return n // a reaction from Quill, who
		}
		n = up
	}
	return n
}

// head answers the mention that a preposition joins a mention to; -1 where none does.
func (r *reading) head(n int32, s prose.Sentence) int32 {
	m := &r.mentions[n]
	k := m.From - 1
	for k > s.From && k > m.From-3 && r.adjective(k) {
		k-- // of former envoy Quill
	}
	if k <= s.From || m.Sort.Pronoun() {
		return -1
	}
	joint := &r.toks[k]
	if !joint.is(preposition|to) || joint.is(subordinator) {
		return -1
	}
	if up := r.covering[k-1]; up >= 0 {
		if r.mentions[up].To != k || r.mentions[up].Sort.Pronoun() || r.toks[k].is(to) && !r.mayHave(up) {
			return -1
		}
		return up
	}
	t := &r.toks[k-1]
	switch {
	case t.hash == hashKnowledge:
		k = r.beforeKnowledge(k-1, s)
	case postposed().Has(t.hash), t.ending == endsEd:
		k--
		if r.toks[k+1].is(to) && !postposed().Has(t.hash) {
			return -1
		}
	default:
		return -1
	}
	if k-1 < s.From {
		return -1
	}
	up := r.covering[k-1]
	if up < 0 || r.mentions[up].To != k || r.mentions[up].Sort.Pronoun() {
		return -1
	}
	if t.ending == endsEd && !joint.is(by) && !postposed().Has(t.hash) && !r.mayHave(up) {
		return -1
	}
	return up
}

// adjective tells a small word that may stand between a preposition and the capitals of who somebody is.
func (r *reading) adjective(k int32) bool {
	t := &r.toks[k]
	return t.kind == prose.Word && r.covering[k] < 0 && t.roles == 0 && !t.has(prose.Capital) && t.cue.Class == lexicon.NoClass &&
		t.ending != endsEd && t.ending != endsIng
}

// beforeKnowledge answers where "with direct knowledge" begins.
func (r *reading) beforeKnowledge(k int32, s prose.Sentence) int32 {
	for m := k - 1; m > s.From && m >= k-3; m-- {
		if r.toks[m].hash == hashWith {
			return m
		}
	}
	return s.From
}

// mayHave tells people without a name, of whom it is said whose they are.
func (r *reading) mayHave(n int32) bool {
	switch r.mentions[n].Sort {
	case Role, BareRole, Alone, Bare:
		return true
	}
	return false
}

// beforeWho answers whom a clause with "who" belongs to that ends with a mention: a lawyer who represents X; also a clause that one
// comma opens and none closes: Quill, who won damages from the Post said.
func (r *reading) beforeWho(n int32, s prose.Sentence) int32 {
	verb := false
	for k := r.mentions[n].From - 1; k > s.From && k > r.mentions[n].From-14; k-- {
		r.steps++
		t := &r.toks[k]
		switch {
		case t.person == who && t.is(pronoun):
			to := k
			if r.toks[k-1].kind == prose.Comma && k-2 >= s.From && !r.mentions[n].Subject {
				to--
			}
			up := r.covering[to-1]
			if !verb || up < 0 || r.mentions[up].To != to {
				return n
			}
			return up
		case t.kind != prose.Word && t.kind != prose.Number && t.kind != prose.Other || t.quote >= 0 || t.cue.Class != lexicon.NoClass && r.covering[k] < 0 || t.is(coordinator|subordinator|that):
			return n
		case !t.is(closedWords) && r.covering[k] < 0:
			verb = true
		}
	}
	return n
}
