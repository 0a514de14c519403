package speaker

import (
	"strings"
	"sync"

	"parley/model/extract/lexicon"
	"parley/model/extract/prose"
)

// Neither Quill nor Oke would confirm that a “side letter” existed · he took no questions about the “side letter”
//
// Rules:
//   - A fragment of five words at most, and the nearest verb of speech before it confirms, denies, comments on, discusses or
//     verifies something, or says whether, who, what: and that is not done: "not", "neither", "nobody", "declined to",
//     "refused to" stand before it in its clause.
//   - Or a fragment of five words at most in what somebody is asked: "Asked if", "Asked whether", "Asked about" open the sentence, and
//     the verb of speech that answers has its subject behind the quote.
//   - Or a fragment of five words at most, behind "questions" or "asked" and "about", "on" or "over", an article between.
//   - Or a fragment of five words at most that a judging verb governs which is not done: refused to call it “…”, would not call it,
//     denied calling it, nobody called it.
//   - Nobody is the speaker: what they do not talk about are not their words.

const unconfirmedReach = 9

var withheld = sync.OnceValue(func() *lexicon.Words {
	w := lexicon.NewWords(16)
	for each := range strings.FieldsSeq("confirm deny comment discuss verify say address disclose specify") {
		w.Put(uint64(lexicon.Cues().Lemma(each)), 1)
	}
	return w
})

var refusals = lexicon.Listed("not never neither nor nobody none no decline declined declines declining refuse refused refuses " +
	"refusing didn't doesn't don't wouldn't won't couldn't can't cannot hasn't haven't hadn't without didn’t doesn’t don’t wouldn’t " +
	"won’t couldn’t can’t hasn’t haven’t hadn’t unable")

func unconfirmed(r *reading, f *framed) (int32, bool) {
	if f.words > 5 || f.full || f.frame == colon || f.frame == whole || f.frame == leading {
		return 0, false
	}
	found := false
	r.cuesBefore(f, func(c *cue) bool {
		found = withheld().Has(uint64(c.cue.Lemma)) && c.cue.Form == lexicon.Base && !r.parted(c.at, f.at) &&
			(r.lemma(c) != "say" || r.asks(c.at+1)) && r.refused(c) ||
			c.cue.Class == lexicon.ClassC && f.at-c.at <= unconfirmedReach && !r.parted(c.at, f.at) && r.notDone(c)
		return false
	})
	return nobodySaid, found
}

// notDone tells a verb that is not done: negated, or what somebody refuses or denies.
func (r *reading) notDone(c *cue) bool {
	before := c.at - 1
	if c.cue.Form == lexicon.Base && before > 0 && r.toks[before].is(to) {
		return refusals().Has(r.toks[before-1].hash)
	}
	if k := r.cueAt[max(before, 0)]; c.gerund() && k >= 0 {
		return r.lemma(&r.cues[k]) == "deny"
	}
	return c.subject >= 0 && r.negated(c)
}

// asks tells the words that a question within a sentence begins with: say whether, say who, say what.
func (r *reading) asks(m int32) bool {
	if int(m) >= len(r.toks) {
		return false
	}
	switch t := &r.toks[m]; {
	case t.hash == hashWhat, t.is(subordinator) && t.hash != hashAs, t.person == who:
		return true
	}
	return false
}

// refused tells whether a verb is not done, by what stands before it in its clause.
func (r *reading) refused(c *cue) bool {
	from := r.doc.Sentences[c.sentence].From
	for m := c.at - 1; m >= from && m >= c.at-unconfirmedReach; m-- {
		t := &r.toks[m]
		switch {
		case refusals().Has(t.hash):
			return true
		case t.kind == prose.Semicolon, t.quote >= 0, t.is(that), r.cueAt[m] >= 0 && r.cues[r.cueAt[m]].cue.Class < lexicon.ClassC && !withheld().Has(uint64(t.cue.Lemma)):
			return false
		}
	}
	return false
}

var hashAbout, hashOver, hashQuestions, hashAsked, hashWhen = hash("about"), hash("over"), hash("questions"), hash("asked"), hash("when")

// answered tells whether the first verb of speech behind a quote has its subject there too.
func (r *reading) answered(f *framed) (found bool) {
	r.cuesBehind(f, func(c *cue) bool {
		found = says(c) && c.subject >= 0 && r.mentions[c.subject].From > f.at
		return false
	})
	return found
}

func askedAbout(r *reading, f *framed) (int32, bool) {
	if f.words > 5 || f.full {
		return 0, false
	}
	from := r.doc.Sentences[f.sentence].From
	if r.toks[from].hash == hashAsked && r.answered(f) {
		return nobodySaid, true
	}
	m := f.at - 1
	if m > from && r.toks[m].is(article|possessive|adverb) {
		m--
	}
	if m <= from {
		return 0, false
	}
	if h := r.toks[m].hash; h != hashAbout && h != hashOn && h != hashOver {
		return 0, false
	}
	h := r.toks[m-1].hash
	passive := h == hashAsked && (m-1 == from || r.toks[m-2].is(be) || r.toks[m-2].hash == hashWhen)
	return nobodySaid, h == hashQuestions || passive
}
