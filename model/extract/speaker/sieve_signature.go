package speaker

import "parley/model/extract/prose"

// “We will sign.” — Ada Quill
//
// Rules:
//   - A dash right after the quote, then a name, and nothing but a role or a date after that.
func signature(r *reading, f *framed) (int32, bool) {
	s := r.doc.Sentences[f.sentence]
	if f.at+2 >= s.To || r.toks[f.at+1].kind != prose.Dash {
		return 0, false
	}
	n := r.covering[f.at+2]
	if n < 0 || !r.mentions[n].Sort.Named() {
		return 0, false
	}
	end := r.mentions[n].To
	return n, end >= s.To || r.toks[end].kind != prose.Word
}
