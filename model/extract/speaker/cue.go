package speaker

import (
	"parley/model/extract/lexicon"
	"parley/model/extract/prose"
)

// Cues: verbs that give words to a mouth, with their subjects.
//
// Rules:
//   - A cue inside a noun phrase is a noun. The base form counts only after an auxiliary, a plural, "they", "we", "I",
//     "you", "who" or "and", or after "to".
//   - The subject is looked for to the left, over adverbs, auxiliaries, "on Friday" and "last week":
//     straight: a mention ends there; from "the spokesman for X" it is the spokesman, from "who" whom that stands for;
//     over: a comma, a dash or a bracket is there: the leftmost mention within 30 words that ends right before one;
//     after: the mention right after the cue, where a quote or a comma comes before the cue;
//     shared: after "and", "but", "or", and for "saying" and "to say": that of the nearest cue before, else the first mention
//     of the sentence that can be a subject.
//   - "be" before a past form makes it passive.

// order is how a cue came by its subject.
type order uint8

const (
	noSubject order = iota
	straight
	over
	after
	shared
)

var orderNames = [...]string{"none", "straight", "over", "after", "shared"}

// A cue is a verb of speech where it stands.
type cue struct {
	at       int32 // of Doc.Masked
	sentence int32
	subject  int32 // mention, -1
	cue      lexicon.Cue
	order    order
	passive  bool
	quotes   bool // a quote or a comma and a quote stand right before it
}

// sharing tells the forms that have no subject of their own.
func (c *cue) gerund() bool { return c.cue.Form == lexicon.Gerund }

// findCues notes the cues of every sentence, from left to right.
func (r *reading) findCues() {
	r.cueAt = make([]int32, len(r.toks))
	r.cues = make([]cue, 0, len(r.toks)/20+8)
	r.verbs = make([]cue, 0, len(r.toks)/10+8)
	for i := range r.cueAt {
		r.cueAt[i] = -1
	}
	for i := range r.sentences {
		s := r.doc.Sentences[i]
		c := &r.sentences[i]
		r.subjectLike(c)
		c.firstCue = int32(len(r.cues))
		c.lastCue = c.firstCue
		c.firstVerb = int32(len(r.verbs))
		c.lastVerb = c.firstVerb
		for m := s.From; m < s.To; m++ {
			if r.isCue(m, s, c) {
				r.cueAt[m] = int32(len(r.cues))
				r.cues = append(r.cues, cue{at: m, sentence: int32(i), subject: -1, cue: r.toks[m].cue})
				c.lastCue = int32(len(r.cues))
				r.govern(&r.cues[c.lastCue-1], s, c)
				r.verbs = append(r.verbs, r.cues[c.lastCue-1])
			} else if form := r.verbForm(m, s); form != 0 {
				v := cue{at: m, sentence: int32(i), subject: -1, cue: lexicon.Cue{Class: otherVerb, Form: form}}
				r.govern(&v, s, c)
				r.verbs = append(r.verbs, v)
			}
			c.lastVerb = int32(len(r.verbs))
		}
		r.demote(c)
	}
}

// isCue tells whether a cue form stands as a verb here.
func (r *reading) isCue(m int32, s prose.Sentence, c *clause) bool {
	t := &r.toks[m]
	if t.cue.Class == lexicon.NoClass || r.covering[m] >= 0 {
		return false
	}
	if m == s.From && t.cue.Form != lexicon.Gerund && t.cue.Form != lexicon.Past {
		return false
	}
	if t.cue.Form != lexicon.Base {
		return true
	}
	k := m - 1
	for k >= s.From && (r.toks[k].is(adverb) || r.toks[k].ending == endsLy) && !r.toks[k].is(auxiliary) {
		k--
	}
	if k < s.From {
		return false
	}
	b := &r.toks[k]
	if b.is(auxiliary | to | coordinator | relative | plural) {
		return true
	}
	if b.is(pronoun) {
		return b.person != he && b.person != she && b.person != it
	}
	return b.kind == prose.Word && r.covering[k] >= 0 && (b.ending == endsS || r.joined(r.covering[k]))
}

// joined tells whether "and" stands before a mention: Quill and Oke say.
func (r *reading) joined(n int32) bool {
	m := r.mentions[n].From
	return m > 0 && r.toks[m-1].hash == hashAnd
}

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
	case t.is(relative) && r.relativeTo(k, s) >= 0:
		c.subject, c.order = r.relativeTo(k, s), straight
	case t.is(coordinator):
		r.share(c, in)
	case t.kind == prose.Comma || t.kind == prose.Dash || t.kind == prose.Close:
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
		case t.is(weekday | month), t.is(timeWord) && r.covering[k] < 0:
			if k > s.From && (r.toks[k-1].is(preposition) || r.toks[k-1].is(timeWord)) {
				k--
			}
		case t.kind == prose.Number && k > s.From && r.toks[k-1].is(month):
			k--
			continue
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

// lookAfter takes the mention right after the cue: "…," said Ada Quill.
func (r *reading) lookAfter(c *cue, s prose.Sentence, in *clause) {
	if c.cue.Class == lexicon.ClassD || c.passive {
		return
	}
	if !c.quotes && (c.at == s.From || r.toks[c.at-1].kind != prose.Comma) {
		return
	}
	for k := c.at + 1; k < s.To && k <= c.at+2; k++ {
		if n := r.covering[k]; n >= 0 {
			c.subject, c.order = n, after
			return
		}
		if t := &r.toks[k]; !t.is(adverb|particle) && t.ending != endsLy && t.hash != hashDie {
			return
		}
	}
}

// share takes the subject of the nearest cue before, else the first mention that can be one.
func (r *reading) share(c *cue, in *clause) {
	for i := in.lastCue - 2; i >= in.firstCue; i-- {
		r.steps++
		if b := &r.cues[i]; b.subject >= 0 && b.at < c.at {
			c.subject, c.order = b.subject, shared
			return
		}
	}
	for n := in.firstMention; n < in.lastMention; n++ {
		r.steps++
		if m := &r.mentions[n]; m.Subject && m.To <= c.at {
			c.subject, c.order = n, shared
			return
		}
	}
}

// jump goes back over what stands between commas: the leftmost mention that ends right before one.
func (r *reading) jump(c *cue, k int32, s prose.Sentence) {
	for m := k; m >= s.From && m > k-30; m-- {
		r.steps++
		t := &r.toks[m]
		if t.quote >= 0 {
			return
		}
		if m > s.From && (t.kind == prose.Comma || t.kind == prose.Dash || t.kind == prose.Open) {
			if n := r.covering[m-1]; n >= 0 && r.mentions[n].To == m {
				c.subject, c.order = r.climb(n, s), over
			}
		}
	}
}

// climb goes from X to the spokesman in "the spokesman for X", and from "who" to whom it stands for.
func (r *reading) climb(n int32, s prose.Sentence) int32 {
	for range 3 {
		m := &r.mentions[n]
		if m.Sort == Who {
			if up := r.relativeTo(m.From, s); up >= 0 {
				n = up
				continue
			}
			return n
		}
		k := m.From - 1
		if k <= s.From || !r.toks[k].is(preposition) || m.Sort.Pronoun() {
			return n
		}
		up := r.covering[k-1]
		if up < 0 || r.mentions[up].To != k || r.mentions[up].Sort.Pronoun() {
			return n
		}
		n = up
	}
	return n
}

// relativeTo answers the mention that "who", "which" or "that" goes back to.
func (r *reading) relativeTo(k int32, s prose.Sentence) int32 {
	k--
	if k >= s.From && r.toks[k].kind == prose.Comma {
		k--
	}
	if k < s.From {
		return -1
	}
	return r.covering[k]
}

// subjectLike tells of each mention of a sentence whether it may be a subject.
func (r *reading) subjectLike(c *clause) {
	first := true
	for n := c.firstMention; n < c.lastMention; n++ {
		m := &r.mentions[n]
		m.Subject = true
		if m.From > 0 {
			b := &r.toks[m.From-1]
			if b.is(preposition|to|by) && !b.is(subordinator) || b.kind == prose.Possessive {
				m.Subject = false
			}
		}
		if m.Subject && first {
			m.first, first = true, false
		}
	}
}

// demote takes back what is the object of a cue.
func (r *reading) demote(c *clause) {
	for i := c.firstCue; i < c.lastCue; i++ {
		q := &r.cues[i]
		if q.quotes || q.order == after || q.at+1 >= int32(len(r.toks)) {
			continue
		}
		if n := r.covering[q.at+1]; n >= 0 && q.cue.Class != lexicon.ClassA {
			r.mentions[n].Subject = false
		}
	}
}
