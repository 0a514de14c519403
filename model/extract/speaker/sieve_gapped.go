package speaker

import (
	"parley/model/extract/lexicon"
	"parley/model/extract/prose"
)

// Reed talks of months; Quill of “decades” · Quill called the text “harsh”, Oke “soft”.
//
// Rules:
//   - Somebody stands right before the quote, or before a preposition right before it, behind a semicolon, a comma or "and".
//   - With a preposition, behind a semicolon also with a comma before it: the same one follows a verb with a subject before them, in their sentence; "as" also behind an object.
//   - Without, for five words at most: a judging verb with a subject stands before them, and a quote behind that, which they stand right behind.
//   - The verb goes on, with a mouth of its own.

func gapped(r *reading, f *framed) (int32, bool) {
	s := r.doc.Sentences[f.sentence]
	m := f.at - 1
	led := m > s.From && r.toks[m].is(preposition)
	if led {
		if m--; r.toks[m].kind == prose.Comma {
			m--
		}
	}
	if m <= s.From || r.covering[m] < 0 {
		return 0, false
	}
	n := r.covering[m]
	from := r.mentions[n].From
	if r.mentions[n].To != m+1 || !r.somebody(n) || from <= s.From {
		return 0, false
	}
	sign := from - 1
	if r.toks[sign].hash == hashAnd && sign > s.From {
		sign--
	}
	b := &r.toks[sign]
	if led && m != f.at-2 && b.kind != prose.Semicolon {
		return 0, false
	}
	if led {
		return n, (b.kind == prose.Semicolon || b.kind == prose.Comma) && r.verbWith(f, sign, r.toks[f.at-1].hash)
	}
	if b.kind == prose.Comma || b.kind == prose.Semicolon {
		sign--
	}
	return n, sign > s.From && r.toks[sign].quote >= 0 && r.verbWith(f, sign, 0)
}

// verbWith tells whether a verb with a subject stands before a place in the sentence of a quote: right before a preposition, or a
// judging one.
func (r *reading) verbWith(f *framed, before int32, preposition uint64) bool {
	found := false
	r.verbsBefore(f, func(c *cue) bool {
		if c.at >= before || c.subject < 0 {
			return true
		}
		found = preposition != 0 && r.toks[c.at+1].hash == preposition || preposition == hashAs && judges(c) && r.asBetween(c.at, before) || preposition == 0 && c.cue.Class == lexicon.ClassC && !c.passive && f.words <= 5
		return false
	})
	return found
}
