package speaker

import (
	"strings"
	"sync"

	"parley/model/extract/lexicon"
	"parley/model/extract/prose"
)

// Quill wants a vote; Oke prefers “slow work.” · Reed said that Quill had assured him that “the ports will stay open.”
//
// Rules:
//   - A clause begins after a semicolon, and after "but", "while", "and" behind a comma or a quote where its subject follows.
//     The nearest verb of speech before the quote has its subject in such a clause, and it is no pronoun, or "he" or "she" behind
//     an earlier quote: who leads the clause before has no part in it.
//   - After a semicolon, and before one, any verb counts that the quote stands at most three words from, where somebody is its subject.
//   - What is said in between, "What they want, says Quill, a pilot, is “…”": the rest of the sentence is Quill's too.
//   - A subject that commas part from its verb of speech, where the quote stands at most two words from that.
//   - What somebody said they had been promised, offered or refused, "she had been promised an answer “…”": they speak, where
//     the quote does not stand right behind that verb.
//   - What somebody had said, promised or told, by another's account: the nearest verb of speech has "had" or "has" before it,
//     its own subject, no pronoun, and that stands behind another verb of speech or a colon. The other passes the words on. Without
//     "had", a quote that begins with a capital right behind the verb: Guests said Quill shouted “Enough!”
//     Or any subject opens what a report, a story or a claim says: that gives the words to it.

func ownClause(r *reading, f *framed) (n int32, found bool) {
	s := r.doc.Sentences[f.sentence]
	r.cuesBefore(f, func(c *cue) bool {
		if judges(c) && (r.leads(c) || r.another(c, f)) && !r.parted(c.at, f.at) && f.at-c.at <= 12 {
			n, found = c.subject, r.beginsClause(c.subject, s) || r.hidden(c, f)
		} else if r.between(c, f) {
			n, found = r.byName(c.subject), true
		}
		return false
	})
	if found {
		return n, true
	}
	r.verbsBefore(f, func(c *cue) bool {
		if c.cue.Class >= lexicon.ClassD && r.leads(c) && f.at-c.at <= 4 && !r.parted(c.at, f.at) && r.somebody(c.subject) {
			n, found = c.subject, r.afterSemicolon(c.subject, s) || r.mentions[c.subject].first && r.semicolonBehind(f, s)
		}
		return false
	})
	return n, found
}

// hidden tells a subject that commas part from its verb, with the quote right behind that: an envoy, who had come late, said “…”
func (r *reading) hidden(c *cue, f *framed) bool {
	return c.order == over && r.toks[c.at-1].kind == prose.Comma && says(c) && r.somebody(c.subject) && f.at-c.at <= 3
}

// another is leads for "he" and "she" behind an earlier quote of the sentence.
func (r *reading) another(c *cue, f *framed) bool {
	return f.quote > r.sentences[f.sentence].firstQuote && c.subject >= 0 && c.order == straight && !c.passive && !c.gerund() && (r.mentions[c.subject].Sort == He || r.mentions[c.subject].Sort == She)
}

// between tells a verb of speech that commas part from what goes on behind its subject: the best road, says Quill, is “…”
func (r *reading) between(c *cue, f *framed) bool {
	if c.order != after || c.quotes || !says(c) || !r.somebody(c.subject) || r.parted(c.at, f.at) {
		return false
	}
	if c.at == 0 || r.toks[c.at-1].kind != prose.Comma {
		return false
	}
	for m := r.mentions[c.subject].To; m < f.at && m < c.at+phraseReach; m++ {
		if r.toks[m].kind == prose.Comma {
			return true
		}
	}
	return false
}

// semicolonBehind tells whether a semicolon stands behind a quote, before any verb that has a subject.
func (r *reading) semicolonBehind(f *framed, s prose.Sentence) bool {
	for m := f.at + 1; m < s.To; m++ {
		switch t := &r.toks[m]; {
		case t.kind == prose.Semicolon:
			return true
		case r.cueAt[m] >= 0 && r.cues[r.cueAt[m]].subject >= 0, t.quote >= 0:
			return false
		}
	}
	return false
}

// leads tells a finite active verb whose subject, no pronoun, stands before it.
func (r *reading) leads(c *cue) bool {
	return c.subject >= 0 && (c.order == straight || c.order == over) && !c.passive && !c.gerund() && !r.mentions[c.subject].Sort.Pronoun()
}

// somebody tells mentions that are people or bodies by what they are made of.
func (r *reading) somebody(n int32) bool {
	switch m := &r.mentions[n]; m.Sort {
	case Name, FullName, TheName, RoleName, Role, BareRole, Alone:
		return true
	}
	return false
}

// beginsClause tells whether a clause of its own begins with a mention.
func (r *reading) beginsClause(n int32, s prose.Sentence) bool {
	m := r.opening(n) - 1
	if m <= s.From {
		return false
	}
	if r.toks[m].kind == prose.Semicolon {
		return true
	}
	if !r.toks[m].is(coordinator | subordinator) {
		return false
	}
	b := &r.toks[m-1]
	return b.kind == prose.Comma || b.kind == prose.Semicolon || b.quote >= 0 || b.is(timeWord) && r.toks[m].is(subordinator)
}

// opening answers where the noun phrase begins that a mention is named in: at the role before its commas.
func (r *reading) opening(n int32) int32 {
	m := &r.mentions[n]
	if n > 0 && m.From >= 2 && r.toks[m.From-1].kind == prose.Comma {
		if k := r.covering[m.From-2]; k >= 0 && r.byName(k) == n {
			return r.mentions[k].From
		}
	}
	return m.From
}

func (r *reading) afterSemicolon(n int32, s prose.Sentence) bool {
	m := r.opening(n) - 1
	return m > s.From && r.toks[m].kind == prose.Semicolon
}

// granted are verbs whose passive has an object of its own.
var granted = sync.OnceValue(func() *lexicon.Words {
	w := lexicon.NewWords(16)
	for each := range strings.FieldsSeq("promise offer assure guarantee deny refuse grant") {
		if n := lexicon.Cues().Lemma(each); n != 0 {
			w.Put(uint64(n), 1)
		}
	}
	return w
})

// saidBeen tells who said what they had been promised.
func saidBeen(r *reading, f *framed) (n int32, found bool) {
	r.cuesBefore(f, func(c *cue) bool {
		if !c.passive || c.subject < 0 || !granted().Has(uint64(c.cue.Lemma)) || f.at-c.at < 2 || f.at-c.at > 12 || r.parted(c.at, f.at) {
			return false
		}
		m := &r.mentions[c.subject]
		at := m.From - 1
		if !m.Sort.Pronoun() || at < 1 {
			return false
		}
		if r.toks[at].is(that) {
			at--
		}
		if k := r.cueAt[at]; k >= 0 && says(&r.cues[k]) && r.leads(&r.cues[k]) && r.somebody(r.cues[k].subject) {
			n, found = r.cues[k].subject, true
		}
		return false
	})
	return n, found
}

var hashHad, hashHas = hash("had"), hash("has")

func hadSaid(r *reading, f *framed) (int32, bool) {
	if c := r.reportedCue(f); c != nil {
		return c.subject, true
	}
	return 0, false
}

// reportedCue answers the verb of "said that Quill had told him that “…”"; nil where there is none.
func (r *reading) reportedCue(f *framed) (found *cue) {
	r.cuesBefore(f, func(c *cue) bool {
		if !judges(c) || c.subject < 0 || r.parted(c.at, f.at) || !r.perfect(c.at) && !(says(c) && f.capital && f.at-c.at <= 2 && r.saidSo(c)) {
			return false
		}
		if r.leads(c) && r.somebody(c.subject) && r.accounted(c) ||
			(c.order == straight || c.order == over) && !c.passive && r.paper(c, r.doc.Sentences[c.sentence]) {
			found = c
		}
		return false
	})
	return found
}

// saidSo tells whether "said" or "that" stands right before the subject of a verb: whoever is told stands behind other verbs.
func (r *reading) saidSo(c *cue) bool {
	m := r.opening(c.subject) - 1
	if m < 0 || c.order != straight {
		return false
	}
	k := r.cueAt[m]
	return r.toks[m].is(that) || k >= 0 && r.lemma(&r.cues[k]) == "say"
}

// perfect tells whether "had" or "has" stands before a verb, adverbs between.
func (r *reading) perfect(m int32) bool {
	for m--; m >= 0; m-- {
		switch t := &r.toks[m]; {
		case t.hash == hashHad || t.hash == hashHas:
			return true
		case !t.is(adverb) && t.ending != endsLy && !reflexive().Has(t.hash):
			return false
		}
	}
	return false
}

// accounted tells whether a colon or another verb of speech stands before the subject of a verb, in its sentence.
func (r *reading) accounted(c *cue) bool {
	s := r.doc.Sentences[c.sentence]
	from := r.mentions[c.subject].From
	if from > s.From && r.toks[from-1].kind == prose.Colon {
		return true
	}
	return r.account(c) != nil || r.paper(c, s)
}

// paper tells whether the subject of a verb opens what a report or a claim says: a story in the Post that Quill had called it.
func (r *reading) paper(c *cue, s prose.Sentence) bool {
	m := r.opening(c.subject) - 1
	if m > s.From && r.toks[m].is(that) {
		m--
	}
	for k := m; k >= s.From && k > m-6; k-- {
		switch t := &r.toks[k]; {
		case t.kind != prose.Word || r.cueAt[k] >= 0 && r.cues[r.cueAt[k]].subject >= 0:
			return false
		case t.is(speechNoun | utterance):
			return true
		}
	}
	return false
}

// account answers the nearest verb of speech before the subject of a verb, that has one of its own; nil where none has.
func (r *reading) account(c *cue) *cue {
	from := r.mentions[c.subject].From
	in := &r.sentences[c.sentence]
	for i := in.lastCue - 1; i >= in.firstCue; i-- {
		r.steps++
		if o := &r.cues[i]; o.at < from && says(o) && o.subject >= 0 && o.subject != c.subject {
			return o
		}
	}
	return nil
}
