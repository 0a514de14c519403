package speaker

import (
	"parley/model/extract/lexicon"
	"parley/model/extract/prose"
)

// Subjects of verbs.
//
// Rules:
//   - Looked for to the left, over adverbs, auxiliaries, "herself", "on Friday", "in the past", "last week":
//     straight: a mention ends there, or what belongs to one; see climb.go;
//     over: a comma, a dash or a bracket is there: the leftmost mention within 30 words that ends right before one and that
//     no preposition stands before (In an interview, Quill, a doctor, said); a name beside it where it has none;
//     after: the mention right after the cue, where a quote or a comma comes before the cue;
//     shared: after "and", "but", "or", and for "saying" and "to say": that of the nearest verb of speech of a main clause,
//     else of the nearest verb, else the first mention of the sentence that can be a subject.
//   - What ends with a word of time ("a week later") is no subject.

// govern finds the subject of a cue.
func (r *reading) govern(c *cue, s prose.Sentence, in *clause) {
	k := r.skipLeft(c, s)
	c.quotes = r.quoteBefore(c.at, s)
	if k < s.From {
		r.lookAfter(c, s, in)
		return
	}
	t := &r.toks[k]
	switch {
	case c.gerund() || t.is(to):
		if n := r.covering[k]; n >= 0 && c.gerund() && r.toks[k].kind != prose.Comma && r.mentions[n].To == k+1 {
			c.subject, c.order = r.climb(n, s), straight
			return
		}
		r.share(c, in)
	case r.covering[k] >= 0:
		c.subject, c.order = r.climb(r.covering[k], s), straight
		r.withinSubject(r.covering[k], c.subject, s)
	case t.is(relative) && r.relativeTo(k, s) >= 0:
		c.subject, c.order = r.relativeTo(k, s), straight
	case t.is(coordinator):
		r.share(c, in)
	case t.kind == prose.Comma || t.kind == prose.Dash || t.kind == prose.Close:
		if t.kind == prose.Comma && says(c) && r.lemma(c) != "tell" && !c.passive && (r.quoteAhead(c, s) && r.inverted(c, s) || r.resumes(c, s)) {
			r.lookAfter(c, s, in)
			break
		}
		if n := r.closes(c, s); n >= 0 && t.kind == prose.Comma && says(c) && r.lemma(c) != "tell" && !c.passive {
			c.subject, c.order = n, after
			break
		}
		r.jump(c, k, s)
		if c.subject < 0 {
			r.lookAfter(c, s, in)
		}
	default:
		r.lookAfter(c, s, in)
	}
}

// skipLeft walks from a cue over what may stand between it and its subject.
func (r *reading) skipLeft(c *cue, s prose.Sentence) int32 {
	k := c.at - 1
	for k >= s.From {
		t := &r.toks[k]
		switch {
		case t.is(be):
			if c.cue.Form == lexicon.Past || c.cue.Form == lexicon.Participle {
				c.passive = true
			}
		case t.is(auxiliary) && r.covering[k] < 0, t.is(adverb) && r.covering[k] < 0, t.ending == endsLy && r.covering[k] < 0:
		case t.kind == prose.Possessive && r.covering[k] < 0:
		case t.is(object) && r.covering[k] < 0 && k > s.From && r.covering[k-1] >= 0 && r.mentions[r.covering[k-1]].Subject: // Quill herself
		case t.hash == hashTurn && k > s.From && r.toks[k-1].hash == hashIn:
			k--
		case t.is(object) && k > s.From && r.toks[k-1].is(auxiliary) && reflexive().Has(t.hash): // had himself said
		case r.covering[k] >= 0 && t.is(timeWord) && !r.mentions[r.covering[k]].Sort.Named():
			if k = r.mentions[r.covering[k]].From; k == s.From || !r.toks[k-1].is(preposition) {
				break
			}
			k-- // in the past
		case t.is(weekday | month), t.is(timeWord) && r.covering[k] < 0:
			if k > s.From && (r.toks[k-1].is(preposition) || r.toks[k-1].is(timeWord)) {
				k--
			}
		case t.kind == prose.Number && k > s.From && r.toks[k-1].is(month):
			k--
			continue
		case t.kind == prose.Number && k > s.From && r.toks[k-1].is(preposition) && r.covering[k] < 0:
			k--
		default:
			return k
		}
		k--
	}
	return k
}

// quoteBefore tells whether a quote, or a comma after one, stands right before a cue.
func (r *reading) quoteBefore(m int32, s prose.Sentence) bool {
	for k := m - 1; k >= s.From && k >= m-3; k-- {
		t := &r.toks[k]
		switch {
		case t.quote >= 0:
			return true
		case t.kind == prose.Comma, t.kind == prose.Dash, t.is(adverb), t.ending == endsLy:
		case k == m-1 && hasSaid(t.hash):
		default:
			return false
		}
	}
	return false
}

var hashA, hashHa, hashHat, hashDie = hash("a"), hash("ha"), hash("hat"), hash("die")

// hasSaid tells the auxiliary of "a dit", "ha dicho", "hat gesagt".
func hasSaid(h uint64) bool { return h == hashA || h == hashHa || h == hashHat }

// subordinate tells a subject that a conjunction stands before: after they came out.
func (r *reading) subordinate(n int32) bool { return r.subordinated(r.mentions[n].From) }

// subordinated tells whether a conjunction stands before a masked token.
func (r *reading) subordinated(m int32) bool { return m > 0 && r.toks[m-1].is(subordinator|that) }

// quoteAhead tells whether a quote stands in the sentence before a cue.
func (r *reading) quoteAhead(c *cue, s prose.Sentence) bool {
	for k := c.at - 1; k >= s.From && k > c.at-40; k-- {
		r.steps++
		if r.toks[k].quote >= 0 {
			return true
		}
	}
	return false
}

// share takes the subject of the nearest verb of speech before, of a main clause first; else of the nearest other verb, else
// the first mention that can be one; where none stands before, the first that follows a comma: Citing a report, Quill said.
func (r *reading) share(c *cue, in *clause) {
	speech, other := int32(-1), int32(-1)
	for i := len(r.verbs) - 1; i >= int(in.firstVerb); i-- {
		r.steps++
		b := r.verb(i)
		if b.subject < 0 || b.at >= c.at {
			continue
		}
		if b.cue.Class < lexicon.ClassD {
			if !r.subordinate(b.subject) {
				c.subject, c.order = b.subject, shared
				return
			}
			if speech < 0 {
				speech = b.subject
			}
		} else if m := &r.mentions[b.subject]; other < 0 && !b.gerund() && m.Subject && m.Sort != Who && !r.subordinate(b.subject) {
			other = b.subject
		}
	}
	if speech < 0 {
		speech = other
	}
	if speech >= 0 {
		c.subject, c.order = speech, shared
		return
	}
	for n := in.firstMention; n < in.lastMention; n++ {
		r.steps++
		m := &r.mentions[n]
		if m.Subject && (m.To <= c.at || c.gerund() && r.toks[m.From-1].kind == prose.Comma) {
			c.subject, c.order = n, shared
			return
		}
	}
}

// jump goes back over what stands between commas: the leftmost mention that ends right before one. Who is the subject of a clause
// there that "as" or "when" opens is not meant: As Quill tells it, Oke rose, said “…”; nor is an example: the guests, among them Quill.
func (r *reading) jump(c *cue, k int32, s prose.Sentence) {
	passed, example := int32(-1), false
	for m := k; m >= s.From && m > k-30; m-- {
		r.steps++
		t := &r.toks[m]
		if t.quote >= 0 && r.covering[m] < 0 || t.kind == prose.Semicolon || r.opensClause(m, c.subject, s) && !r.verbWithin(c.subject, c.at) {
			break
		}
		if n := r.cueAt[m]; n >= 0 && r.cues[n].subject >= 0 && r.subordinated(r.opening(r.cues[n].subject)) {
			passed = n
		}
		if c.subject >= 0 && r.mentions[c.subject].From > m && m > s.From+1 && r.toks[m-1].kind == prose.Comma && r.relates2(m) {
			c.subject = r.beforeClause(m, c.subject, s)
		}
		if m == s.From || t.kind != prose.Comma && t.kind != prose.Dash && t.kind != prose.Open {
			continue
		}
		n := r.covering[m-1]
		if n < 0 || r.mentions[n].To != m || r.participleOpens(m, s) {
			continue
		}
		n = r.climb(n, s)
		switch at := r.mentions[n].From; {
		case at >= s.From+2 && r.toks[at-2].hash == hashAmong:
			example = true
		case c.subject < 0 || r.mentions[n].Subject:
			c.subject, c.order = r.apposed(n, m, k), over
		}
	}
	switch {
	case passed >= 0 && c.subject == r.cues[passed].subject:
		c.subject, c.order = r.mainSubject(passed, c.at), over
	case example && c.subject < 0:
		if n, found := r.firstSubject(max(r.sentences[c.sentence].firstMention, r.covering[k-1]-farBack), r.covering[k-1]+1); found {
			c.subject, c.order = n, over
		}
	}
}

// relates2 tells "which" and "who".
func (r *reading) relates2(m int32) bool {
	n := r.covering[m]
	return n >= 0 && r.mentions[n].Sort == Who || n < 0 && r.toks[m].hash == hashWhich
}

// beforeClause answers whom a clause goes back to that a relative pronoun opens behind a comma: what stands within it is no subject
// of what follows. Where nobody stands right before the comma, that is who leads the sentence.
func (r *reading) beforeClause(m, within int32, s prose.Sentence) int32 {
	if n := r.relativeTo(m, s); n >= 0 {
		return r.climb(n, s)
	}
	for n := within - 1; n >= max(0, within-farBack) && r.mentions[n].From >= s.From; n-- {
		if o := &r.mentions[n]; o.From < m && o.first {
			return n
		}
	}
	return within
}

// verbWithin tells whether a subject has another verb before a place: Quill, whose brother, Bo Reed, led the fleet, told.
func (r *reading) verbWithin(subject, before int32) bool {
	for m := r.mentions[subject].To; m+1 < before; m++ {
		if t := &r.toks[m]; r.covering[m] < 0 && (t.is(be|auxiliary) || t.ending == endsEd || r.cueAt[m] >= 0) {
			return true
		}
	}
	return false
}

// participleOpens tells whether a comma ends what a participle opens the sentence with: Asked if he feared the rebels, Quill said.
func (r *reading) participleOpens(comma int32, s prose.Sentence) bool {
	if t := &r.toks[s.From]; comma > s.From+farBack || r.covering[s.From] >= 0 || t.ending != endsEd && t.ending != endsIng {
		return false
	}
	for m := s.From + 1; m < comma; m++ {
		if r.toks[m].kind == prose.Comma {
			return false
		}
	}
	return true
}

// farBack is how many words or mentions back a subject is looked for across clauses.
const farBack = 40

// mainSubject answers who stands right behind the comma that ends a clause, before a place; -1.
func (r *reading) mainSubject(clause, before int32) int32 {
	for m := r.cues[clause].at; m+1 < before; m++ {
		if r.toks[m].kind == prose.Comma {
			return r.covering[m+1]
		}
	}
	return -1
}

// opensClause tells a word that a clause begins with whose subject stands right behind it: whose chair, Ada Quill, had said;
// what its leader, Ada Quill, calls; and one of them, Ada Quill, said.
func (r *reading) opensClause(m, subject int32, s prose.Sentence) bool {
	t := &r.toks[m]
	what := t.hash == hashWhat
	if subject < 0 || r.covering[m] >= 0 || m+1 >= s.To || !what && !t.is(relative|coordinator|subordinator) {
		return false
	}
	n := r.covering[m+1]
	if n < 0 && (what || t.is(relative)) || n >= 0 && r.mentions[n].Sort == Alone && r.toks[m+2].hash == hashOf {
		n = r.ownedBehind(m+1, s)
	}
	if n < 0 || n != subject && r.byName(n) != subject {
		return false
	}
	return what || t.is(relative) || m > s.From && r.toks[m-1].kind == prose.Comma
}

// ownedBehind answers the name that stands in commas behind "its leader", where these words are no mention, and behind "one of
// them"; -1.
func (r *reading) ownedBehind(m int32, s prose.Sentence) int32 {
	if !r.toks[m].is(possessive) && r.covering[m] < 0 {
		return -1
	}
	for k := m + 1; k+1 < s.To && k <= m+4; k++ {
		switch t := &r.toks[k]; {
		case t.kind == prose.Comma:
			return r.covering[k+1]
		case t.kind != prose.Word || t.is(be|auxiliary|coordinator|subordinator) || t.cue.Class != lexicon.NoClass:
			return -1
		}
	}
	return -1
}

// apposed answers the name that stands between a comma and the next one, where what stands before is none: the spokesman,
// Ada Quill, said.
func (r *reading) apposed(n, comma, last int32) int32 {
	if r.mentions[n].Sort.Named() && !r.office(n) || comma+1 >= last {
		return n
	}
	a := r.covering[comma+1]
	if a < 0 || !r.mentions[a].Sort.Named() || r.mentions[a].From != comma+1 || r.mentions[a].To > last {
		return n
	}
	if t := &r.toks[r.mentions[a].To]; t.kind == prose.Comma || t.kind == prose.Dash {
		return a
	}
	return n
}

// office tells a mention that names what somebody is, though it ends in a name: the secretary of the Fishers' Front.
func (r *reading) office(n int32) bool {
	m := &r.mentions[n]
	for k := m.From; k+2 < m.To; k++ {
		if r.toks[k].is(roleNoun) && (r.toks[k+1].hash == hashOf || r.toks[k+1].hash == hashFor) {
			return true
		}
	}
	return false
}

var reflexive = lexicon.Listed("himself herself itself themselves")

var hashAmong, hashTurn = hash("among"), hash("turn")

// relativeTo answers the mention that "who", "which" or "that" goes back to.
func (r *reading) relativeTo(k int32, s prose.Sentence) int32 {
	k--
	if k >= s.From && r.toks[k].kind == prose.Comma {
		k--
	}
	if k >= s.From+2 && r.toks[k].kind == prose.Number && r.toks[k-1].kind == prose.Comma && r.toks[k+1].kind == prose.Comma {
		k -= 2 // Ada Quill, 53, who
	}
	if k < s.From {
		return -1
	}
	return r.covering[k]
}
