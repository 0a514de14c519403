package speaker

// A whole quoted sentence beside others: the last speaker of its paragraph, forty quotes back at most.
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
