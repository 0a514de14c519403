package speaker

import (
	"parley/model/extract/lexicon"
	"parley/model/extract/prose"
)

// The plan was described by Quill as “a joke” · described by Reed as a start and by Oke as “a wish” · dismissed as “theatre” by Quill · the fee, called “robbery” by Oke, was dropped
//
// Rules:
//   - The verb is the nearest verb of speech before the quote, a past form: a judging one, or a passive one of any other sort,
//     those that ask left out.
//   - "by" and somebody stand right behind the verb, the quote within ten words of them; or right behind the quote, which then
//     stands at most three words from the verb.
//   - Or "by" and somebody and "as" stand right before the quote, behind "and" or a comma: the passive verb before goes on.
//   - Or "by" and somebody stand right behind the quote, as they do behind the quote before it.
//   - A passive verb that judges, with a preposition and five words before the quote at most (Quill is accused of “…”), or one the sentence opens with or that a comma alone parts from its subject (the road, dubbed “…,”), with "as" or nothing before the quote and nobody named: nobody is the speaker, least of all
//     what is judged.

func byAgent(r *reading, f *framed) (n int32, found bool) {
	if n = r.byAs(f); n >= 0 {
		return n, true
	}
	if n = r.byNext(f); n >= 0 {
		return n, true
	}
	n = nobodySaid
	r.cuesBefore(f, func(c *cue) bool {
		if c.cue.Form != lexicon.Past && c.cue.Form != lexicon.Participle || !judges(c) || c.cue.Class != lexicon.ClassC && !c.passive ||
			r.lemma(c) == "ask" || r.lemma(c) == "question" || r.parted(c.at, f.at) {
			return false
		}
		if n = r.agent(c.at + 1); n >= 0 {
			found = f.at-r.mentions[n].To <= 10
			n = r.byName(n)
			return false
		}
		if !r.takesAs(c, f) {
			n, found = nobodySaid, c.passive && c.cue.Class == lexicon.ClassC && r.toks[c.at+1].is(preposition) && f.at-c.at <= 5
			return false
		}
		if n = r.agent(f.at + 1); n >= 0 {
			n, found = r.byName(n), true
			return false
		}
		found = (c.passive || c.at == r.doc.Sentences[c.sentence].From || r.participle(c)) && c.cue.Class == lexicon.ClassC && !r.toks[c.at+1].is(by)
		return false
	})
	return n, found
}

// participle tells a past form that only a comma parts from its subject, which is no name between commas: what its premier, Ada
// Quill, called “…” is hers.
func (r *reading) participle(c *cue) bool {
	if c.order != over || r.toks[c.at-1].kind != prose.Comma {
		return false
	}
	m := &r.mentions[c.subject]
	return m.To == c.at-1 && (m.From == 0 || r.toks[m.From-1].kind != prose.Comma)
}

// byNext answers who stands in "by" right behind a quote, where the quote before it in the sentence is followed by one as well:
// called “brave” by Quill and “late” by Oke; -1.
func (r *reading) byNext(f *framed) int32 {
	if f.quote == r.sentences[f.sentence].firstQuote || !r.toks[r.quotes[f.quote-1].at+1].is(by) {
		return -1
	}
	n := r.agent(f.at + 1)
	if n < 0 {
		return -1
	}
	return r.byName(n)
}

const byAsReach = 20

// byAs answers who stands in "by Quill as" right before a quote, behind "and", "but" or a comma, with a passive verb of speech
// before that in the sentence; -1.
func (r *reading) byAs(f *framed) int32 {
	s := r.doc.Sentences[f.sentence]
	m := f.at - 1
	for m > s.From && r.toks[m].is(article|adverb) && r.toks[m].hash != hashAs {
		m--
	}
	if m <= s.From || r.toks[m].hash != hashAs {
		return -1
	}
	for k := m - 2; k > s.From && k > m-byAsReach && r.toks[k].quote < 0; k-- {
		if !r.toks[k].is(by) {
			continue
		}
		n := r.agent(k)
		if b := &r.toks[k-1]; n < 0 || !b.is(coordinator) && b.kind != prose.Comma || r.mentions[r.byName(n)].To > m {
			return -1
		}
		passive := false
		r.cuesBefore(f, func(c *cue) bool {
			passive = c.at < k && judges(c) && (c.passive || r.agent(c.at+1) >= 0)
			return !passive
		})
		if !passive {
			return -1
		}
		return r.byName(n)
	}
	return -1
}

// agent answers who follows "by" at a masked token; -1 where nobody does.
func (r *reading) agent(m int32) int32 {
	if int(m)+1 >= len(r.toks) || !r.toks[m].is(by) {
		return -1
	}
	n := r.covering[m+1]
	if n < 0 || r.mentions[n].From != m+1 {
		return -1
	}
	switch r.mentions[n].Sort {
	case Definite, Speech, Who, Possessor:
		return -1
	}
	return n
}

// takesAs tells whether a quote is what a verb makes of its object: called “…”, described as “…”, dismissed as a “…”.
func (r *reading) takesAs(c *cue, f *framed) bool {
	m := c.at + 1
	if m < f.at && r.toks[m].is(to) {
		m++ // refers to as
	}
	if m < f.at && r.toks[m].hash == hashAs {
		m++
		if m < f.at && r.toks[m].is(article|adverb) {
			m++
		}
	}
	return m == f.at
}

// parted tells whether a semicolon or another quote stands between two places.
func (r *reading) parted(from, to int32) bool {
	for m := from; m < to; m++ {
		if r.toks[m].kind == prose.Semicolon || r.toks[m].quote >= 0 {
			return true
		}
	}
	return false
}
