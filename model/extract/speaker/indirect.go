package speaker

import (
	"parley/model"
	"parley/model/extract/lexicon"
	"parley/model/extract/prose"
)

// Reported speech without marks: Quill said that the text was ready · The text was ready, Quill said.
//
// Rules:
//   - A verb of speech that is finite, with its own subject, and no quote in what it governs.
//   - What is said follows the verb, after "that" or at once, the person told left out: to the end of the sentence, or to the
//     next verb of speech that has a subject of its own after a comma, or to a semicolon that no "that" stands behind.
//   - Without "that", a clause of its own: "said when told of it" and "said, quoting her father" say when and how, not what.
//   - Where the verb and its subject end the sentence after a comma, it is what stands before the comma, if that is no
//     participle: "Asked if that was fair, Quill laughed".
//   - At least four words with a verb in them; before a colon too, where "that" does not open it: "adds one point: ...".
//   - Not what somebody did not say or denied, nor what nobody said; "said nothing", "said so" tell nothing.
//   - Between commas, "the text was ready, Quill said, if it came to that": what stands before, where that is a clause.
//   - "Is said to" tells what somebody said or wants where its verb does: "to have suggested", "to be ready". "Is said to
//     feel", "was reported to be content" say what others see. Under "that" or "what" it is half a clause, of another sentence.
func (r *reading) indirect(out []Attribution) []Attribution {
	quotes := len(out)
	for i := range r.cues {
		c := &r.cues[i]
		if len(out)-quotes >= prose.MostStatements {
			break
		}
		if !says(c) || !r.english(c) || c.subject < 0 || c.gerund() || c.passive && !r.hedgedCue(c) || c.order == shared || r.negated(c) || denials().Has(hash(r.lemma(c))) {
			continue
		}
		from, to := r.content(c)
		if from >= to || !r.saysSomething(from, to) || c.passive && !r.wants(c, to) {
			continue
		}
		m := &r.mentions[c.subject]
		a := Attribution{Quote: -1, Kind: model.Indirect, Speaker: m, Reason: "reported speech", Continues: -1, Certainty: model.Likely}
		start, end := r.bytes(from, to)
		a.Start, a.End = int(start), int(end)
		a.Cue = r.cueRange(c)
		a.Hedged = c.passive
		a.Full = r.full(m)
		a.Whole = r.whole(&a)
		a.Grade = r.gradeOf(m, a.Full)
		if c.passive || m.Sort == Speech {
			a.Grade = model.Reported
		}
		if c.cue.Class == lexicon.ClassA {
			a.Certainty = model.Sure
		}
		r.toldTo(c, &a)
		out = append(out, a)
	}
	return out
}

// english tells cues whose sentence this file can take apart from those of other languages, which all count as "said".
func (r *reading) english(c *cue) bool {
	h := r.toks[c.at].hash
	return r.lemma(c) != "say" || h == hashSay || h == hashSays || h == hashSaid
}

var hashSay, hashSays, hashSaid = hash("say"), hash("says"), hash("said")

// hedgedCue tells "is said to".
func (r *reading) hedgedCue(c *cue) bool {
	return int(c.at)+1 < len(r.toks) && r.toks[c.at+1].is(to) && hedging().Has(r.toks[c.at].hash)
}

// content answers what a verb governs, in masked tokens.
func (r *reading) content(c *cue) (from, past int32) {
	s := r.doc.Sentences[c.sentence]
	end := s.To
	for end > s.From && (r.toks[end-1].kind == prose.Stop || r.toks[end-1].kind == prose.Close) {
		end--
	}
	from = c.at + 1
	if c.order == after || c.quotes {
		return r.postposed(c, s)
	}
	if c.passive {
		return from, r.contentEnd(c, from, end)
	}
	if from < end && r.lemma(c) == "tell" && r.covering[from] >= 0 {
		from = r.mentions[r.covering[from]].To
	}
	for from < end && (r.toks[from].is(weekday|timeWord) || r.toks[from].is(preposition) && from+1 < end && r.toks[from+1].is(weekday)) {
		from++
	}
	that_ := from < end && r.toks[from].is(that)
	if that_ {
		from++
	}
	paused := from < end && r.toks[from].kind == prose.Comma
	if paused {
		from++
	}
	if from >= end {
		return r.postposed(c, s)
	}
	if paused && !that_ {
		if first, past := r.postposed(c, s); first < past && r.saysSomething(first, past) {
			return first, past
		}
	}
	if !that_ && (paused && r.toks[from].ending == endsIng || r.circumstance(from, end) || c.cue.Class == lexicon.ClassA && saysNothing().Has(r.toks[from].hash)) {
		return 0, 0
	}
	if !that_ && c.cue.Class != lexicon.ClassA || !that_ && r.toks[from].kind != prose.Word || !that_ && r.toks[from].is(preposition|to|coordinator) {
		return 0, 0
	}
	return from, r.contentEnd(c, from, end)
}

// saysNothing are words behind "said" that stand for what was said, or for its lack.
var saysNothing = lexicon.Listed("nothing so")

// denials are verbs whose "that" is what somebody does not say.
var denials = lexicon.Listed("deny dispute refute doubt reject dismiss")

// negated tells whether a verb is not done: "not" or "never" stands before it, auxiliaries and adverbs between, or its subject is
// nobody.
func (r *reading) negated(c *cue) bool {
	if h := r.toks[r.mentions[c.subject].From].hash; h == hashNobody || h == hashNone || h == hashNeither {
		return true
	}
	for k := c.at - 1; k >= 0; k-- {
		switch t := &r.toks[k]; {
		case t.hash == hashNot || t.hash == hashNever:
			return true
		case t.is(auxiliary) && refusals().Has(t.hash):
			return true
		case r.covering[k] >= 0 || !t.is(auxiliary|adverb) && t.ending != endsLy:
			return false
		}
	}
	return false
}

var hashNever, hashNobody, hashNone, hashNeither = hash("never"), hash("nobody"), hash("none"), hash("neither")

// contentEnd stops before another attribution.
func (r *reading) contentEnd(c *cue, from, end int32) int32 {
	for m := from; m < end; m++ {
		r.steps++
		if r.toks[m].quote >= 0 {
			return from
		}
		if r.toks[m].kind == prose.Semicolon && !r.furtherThat(m+1, end) {
			return m
		}
		if r.toks[m].kind != prose.Comma {
			continue
		}
		for k := m + 1; k < end && k < m+10; k++ {
			n := r.cueAt[k]
			if n < 0 || !says(&r.cues[n]) {
				continue
			}
			if next := &r.cues[n]; next.gerund() && k == m+1 || next.order == straight && next.subject != c.subject && (k < m+6 || r.mentions[next.subject].From > m) {
				return m
			}
		}
	}
	return end
}

// furtherThat tells "that" and "and that", behind which the same mouth goes on.
func (r *reading) furtherThat(k, end int32) bool {
	if k < end && r.toks[k].is(coordinator) {
		k++
	}
	return k < end && r.toks[k].is(that)
}

// circumstance tells a clause of time or reason that nothing follows: "when told of the statement".
func (r *reading) circumstance(from, end int32) bool {
	if !r.toks[from].is(subordinator) {
		return false
	}
	for k := from; k < end; k++ {
		r.steps++
		if r.toks[k].kind == prose.Comma {
			return false
		}
	}
	return true
}

// postposed answers what stands before ", Quill said".
func (r *reading) postposed(c *cue, s prose.Sentence) (from, past int32) {
	m := &r.mentions[c.subject]
	first := r.roleBefore(min(m.From, c.at), s.From)
	if t := &r.toks[s.From]; first <= s.From || r.toks[first-1].kind != prose.Comma || r.covering[s.From] < 0 && (t.ending == endsEd || t.ending == endsIng) {
		return 0, 0
	}
	for k := s.From; k < first; k++ {
		if r.toks[k].quote >= 0 {
			return 0, 0
		}
	}
	return s.From, first - 1
}

// roleBefore answers where the role of a name between commas begins, "its president, Ada Quill, said"; else the name's own place.
func (r *reading) roleBefore(first, from int32) int32 {
	if first-2 <= from || r.toks[first-1].kind != prose.Comma || !r.toks[first-2].is(roleNoun) {
		return first
	}
	for k := first - 2; k > from && k > first-7 && r.toks[k].kind == prose.Word; k-- {
		if r.toks[k-1].kind == prose.Comma {
			return k
		}
	}
	return first
}

func (r *reading) saysSomething(from, to int32) bool {
	if from > 0 && !r.toks[from-1].is(that) {
		for k := from; k < to; k++ {
			if r.toks[k].kind == prose.Colon {
				return r.saysSomething(from, k)
			}
		}
	}
	verb := false
	for k := from; k < to; k++ {
		t := &r.toks[k]
		verb = verb || t.is(be|auxiliary) || t.ending == endsEd || t.cue.Class != lexicon.NoClass && r.covering[k] < 0 || t.ending == endsS && r.covering[k] < 0
	}
	return verb && to-from >= 4
}

// wants tells whether the verb after "is said to" is one of saying or wanting, in a clause of its own.
func (r *reading) wants(c *cue, past int32) bool {
	s := r.doc.Sentences[c.sentence]
	if m := r.mentions[c.subject].From; m > s.From {
		if t := &r.toks[m-1]; t.is(relative) || t.is(subordinator) || t.hash == hashWhat {
			return false
		}
	}
	for k := c.at + 2; k < past && k < c.at+8; k++ {
		t := &r.toks[k]
		switch {
		case t.is(be|auxiliary|adverb) || t.ending == endsLy:
		case t.kind != prose.Word:
			return false
		default:
			return t.cue.Class != lexicon.NoClass || wanting().Has(t.hash)
		}
	}
	return false
}

var hashWhat = hash("what")

var wanting = lexicon.Listed("ready willing prepared unwilling reluctant open opposed against inclined determined disposed want " +
	"wanted favour favoured favor favored prefer preferred support supported oppose opposed seek sought intend intended wish " +
	"wished hope hoped plan planned consider considered refuse refused reject rejected accept accepted agree agreed demand " +
	"demanded offer offered press pressed seeking considering planning pressing pushing offering demanding")

func (r *reading) lemma(c *cue) string { return lexicon.Cues().Lemmas[c.cue.Lemma] }

func (r *reading) cueRange(c *cue) model.Range {
	start, end := r.bytes(c.at, c.at+1)
	return model.Range{Start: int(start), End: int(end)}
}
