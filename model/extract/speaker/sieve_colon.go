package speaker

import "parley/model/extract/prose"

// Quill: “We will sign.” · SECOND DAY ENDS WITHOUT A TEXT - Ada Quill: “We will sign.”
//
// Rules:
//   - A name or a role between the start of the sentence, or a dash, and the colon right before the quote.
func nameAndColon(r *reading, f *framed) (int32, bool) {
	s := r.doc.Sentences[f.sentence]
	if f.frame != colon || f.at-2 < s.From {
		return 0, false
	}
	n := r.covering[f.at-2]
	if n < 0 {
		return 0, false
	}
	m := &r.mentions[n]
	if m.To != f.at-1 || !m.Sort.Named() && m.Sort != Role && m.Sort != BareRole {
		return 0, false
	}
	return n, m.From == s.From || r.toks[m.From-1].kind == prose.Dash
}
