package speaker

// Continued quotes: open at the end of a paragraph, opened again in the next: one quote, one speaker.
func continued(r *reading, f *framed) (int32, bool) {
	before := r.doc.Quotes[f.quote].Continues
	if before < 0 || r.decided[before].mention == nobodySaid {
		return 0, false
	}
	return r.decided[before].mention, true
}
