package speaker

import "parley/model/extract/prose"

// “We will sign.” — Ada Quill
//
// Rules:
//   - A dash right after the quote, then a name, and nothing but a role or a date after that.
//   - Where the quote opens the sentence, has one of its own within, and the name ends it, no weighing changes that.
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

// signed tells quotes whose signature leaves nothing to weigh.
func (r *reading) signed(f *framed) (int32, bool) {
	s := r.doc.Sentences[f.sentence]
	n, found := signature(r, f)
	if !found || f.at != s.From || !sentenceEnd(f.end) {
		return 0, false
	}
	end := r.mentions[n].To
	return n, end >= s.To || r.toks[end].kind == prose.Stop
}
