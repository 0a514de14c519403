package speaker

import "parley/model/extract/prose"

// Oke, whom Quill once called “the coldest head in Veld,” · a view that Quill, in a rare interview, dismissed as “theatre”
//
// Rules:
//   - The verb is the nearest verb of speech before the quote, finite and active, its subject before it and no pronoun: that may as well be whoever
//     leads the sentence.
//   - It judges, and the quote stands where its object would, or what it makes of that: the object stands before the clause,
//     and whoever leads the whole sentence has no part in it.
//   - "He" or "she" counts right behind "what" alone, and where the quote is what the verb makes of that: what she calls “theatre”.
//   - Or its subject is what "which" or "who" right before the verb goes back to, and no comma stands before the quote: a report
//     which called the law “…”
//   - Or its subject stands right behind "whom", "which", "what" or "whose".

func relativeClause(r *reading, f *framed) (n int32, found bool) {
	r.cuesBefore(f, func(c *cue) bool {
		if !judges(c) || c.passive || c.gerund() || c.subject < 0 || c.order != straight && c.order != over || f.titled || r.parted(c.at, f.at) {
			return false
		}
		n = c.subject
		if m := &r.mentions[n]; m.Sort.Pronoun() {
			found = (m.Sort == He || m.Sort == She) && m.From > 0 && r.toks[m.From-1].hash == hashWhat && !says(c) && r.takesAs(c, f)
			return false
		}
		found = !says(c) && r.takesAs(c, f) || f.at-c.at <= 6 && r.relates(n)
		if k := r.goesBack(c); !found && k >= 0 && !says(c) && f.at-c.at <= 8 && !r.paused(c.at, f.at) {
			n, found = k, true
		}
		return false
	})
	return n, found
}

var hashWhom, hashWhose = hash("whom"), hash("whose")

// goesBack answers the relative pronoun right before a verb, auxiliaries and adverbs between; -1 where none stands there.
func (r *reading) goesBack(c *cue) int32 {
	k := c.at - 1
	for k > 0 && (r.toks[k].is(auxiliary|adverb) || r.toks[k].ending == endsLy) {
		k--
	}
	if n := r.covering[k]; n >= 0 && r.mentions[n].Sort == Who && r.mentions[n].From == k && n != c.subject {
		return n
	}
	return -1
}

// paused tells whether a comma stands between two places.
func (r *reading) paused(from, to int32) bool {
	for m := from; m < to; m++ {
		if r.toks[m].kind == prose.Comma {
			return true
		}
	}
	return false
}

// relates tells whether a relative pronoun that is no subject stands right before a mention.
func (r *reading) relates(n int32) bool {
	m := r.mentions[n].From
	if m == 0 {
		return false
	}
	switch r.toks[m-1].hash {
	case hashWhom, hashWhich, hashWhat, hashWhose:
		return true
	}
	return false
}
