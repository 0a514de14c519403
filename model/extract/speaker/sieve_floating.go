package speaker

// A whole quoted sentence beside others: who speaks in the sentence before, if that has a verb of speech and no quote; else the
// last speaker of its paragraph, forty quotes back at most.
const floatingReach = 40

func floating(r *reading, f *framed) (int32, bool) {
	if f.frame != whole {
		return 0, false
	}
	for i := f.quote - 1; i >= f.quote-min(f.index, floatingReach); i-- {
		r.steps++
		if n := r.decided[i].mention; n != nobodySaid {
			return n, true
		}
	}
	return 0, false
}

// spokeBefore answers who speaks, without marks, in the sentence between a whole quoted sentence and the quote before it.
func spokeBefore(r *reading, f *framed) (int32, bool) {
	if f.frame != whole || f.index == 0 || r.quotes[f.quote-1].sentence >= f.sentence-1 {
		return 0, false
	}
	n := r.speaksIn(f.sentence - 1)
	return n, n >= 0
}

// speaksIn answers whom the last verb of speech of a sentence has for its subject, a name or a role; -1 where it has none such.
func (r *reading) speaksIn(sentence int32) int32 {
	in := &r.sentences[sentence]
	for i := in.lastCue - 1; i >= in.firstCue; i-- {
		r.steps++
		if c := &r.cues[i]; says(c) && c.subject >= 0 && c.order != shared {
			if r.somebody(c.subject) && !c.passive {
				return c.subject
			}
			return -1
		}
	}
	return -1
}
