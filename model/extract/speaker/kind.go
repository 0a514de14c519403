package speaker

import (
	"strings"
	"sync"

	"parley/model"
	"parley/model/extract/lexicon"
	"parley/model/extract/prose"
)

// Kinds of quotes.
//
// Rules:
//   - term: nobody says it here; or under four words, without a comma, that somebody sees, views or regards something as:
//     then it is shown with whose view it is, and remains nobody's words.
//   - direct: a sentence of its own: it begins with a capital, or stands alone, after a colon, or before "…," said X; so does
//     the rest of a sentence that was broken up by its speaker.
//   - partial: a fragment in somebody else's sentence.

// kind says what the marks mean.
func (r *reading) kind(f *framed, d decision, before *Attribution) model.QuoteKind {
	switch {
	case d.mention == nobodySaid:
		return r.unsaid(f)
	case r.seenAs(f):
		return model.Term
	case f.frame == whole || f.frame == colon && f.words > 3 || f.capital && (!f.titled || sentenceEnd(f.end)):
		return model.Direct
	case before != nil && before.Kind == model.Direct && (f.frame == ending_ || f.frame == flanked) && !f.lonely:
		return model.Direct
	case (f.frame == leading || f.frame == flanked) && f.verb && f.words > 3 && sentenceEnd(f.end):
		return model.Direct
	}
	return model.Partial
}

// unsaid tells terms from whole sentences that nobody is named for.
func (r *reading) unsaid(f *framed) model.QuoteKind {
	if f.words > 12 && f.full && (f.verb || f.first) && (f.frame == whole || f.frame == colon) {
		return model.Direct
	}
	return model.Term
}

var viewing = sync.OnceValue(func() *lexicon.Words {
	w := lexicon.NewWords(32)
	for each := range strings.FieldsSeq("view see regard consider treat perceive deem judge") {
		if n := lexicon.Cues().Lemma(each); n != 0 {
			w.Put(uint64(n), 1)
		}
	}
	return w
})

// seenAs tells "viewing it as a “dangerous precedent”".
func (r *reading) seenAs(f *framed) bool {
	if f.words > 3 || f.full || f.that {
		return false
	}
	found := false
	r.cuesBefore(f, func(c *cue) bool {
		found = viewing().Has(uint64(c.cue.Lemma)) && f.at-c.at < 12 && r.asBetween(c.at, f.at)
		return false
	})
	return found
}

var hashAs = lexicon.Hash("as")

func (r *reading) asBetween(from, to int32) bool {
	for m := from; m < to; m++ {
		if r.toks[m].hash == hashAs && r.toks[m].kind == prose.Word {
			return true
		}
	}
	return false
}
