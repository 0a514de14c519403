package speaker

// According to Quill, “…” · “…,” according to Quill.
func accordingTo(r *reading, f *framed) (int32, bool) {
	s := r.doc.Sentences[f.sentence]
	for m := s.From; m+2 < s.To; m++ {
		if r.toks[m].hash == hashAccording && r.toks[m+1].is(to) && r.covering[m+2] >= 0 {
			return r.covering[m+2], true
		}
	}
	return 0, false
}
