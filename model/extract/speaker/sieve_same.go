package speaker

// Another quote of the same sentence, decided already: “We,” Quill said, “will sign.”
func sameSentence(r *reading, f *framed) (int32, bool) {
	s := &r.sentences[f.sentence]
	for i := f.quote - 1; i >= s.firstQuote; i-- {
		if n := r.decided[i].mention; n != nobodySaid {
			return n, true
		}
	}
	return 0, false
}
