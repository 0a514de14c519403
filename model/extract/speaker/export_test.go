package speaker

// Table is the weights as they stand in their file.
var Table = table

// Sums answers what the ranker makes of the candidates of the opened quote.
func (s *Study) Sums(w *Weights) []int32 {
	if len(s.candidates) == 1 {
		return nil
	}
	v := s.view
	s.r.rank(&v, w, &s.r.ranked)
	return s.r.ranked.sums
}

// Steps answers how many cues, mentions and quotes were looked at.
func (r *Reading) Steps() int { return r.steps }
