package speaker

// Steps answers how many cues, mentions and quotes were looked at.
func (r *Reading) Steps() int { return r.steps }
