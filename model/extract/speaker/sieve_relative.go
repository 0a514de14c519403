package speaker

// Oke, whom Quill once called “the coldest head in Veld,” · a view that Quill, in a rare interview, dismissed as “theatre”
//
// Rules:
//   - The verb is the nearest verb of speech before the quote, finite and active, its subject before it and no pronoun: that may as well be whoever
//     leads the sentence.
//   - It judges, and the quote stands where its object would, or what it makes of that: the object stands before the clause,
//     and whoever leads the whole sentence has no part in it.
//   - "He" or "she" counts right behind "what" alone, and where the quote is what the verb makes of that: what she calls “theatre”.
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
		return false
	})
	return n, found
}

var hashWhom, hashWhose = hash("whom"), hash("whose")

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
