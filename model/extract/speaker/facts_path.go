package speaker

// pathFacts: the classes of the words between a candidate and its quote; runs count once, adverbs and auxiliaries not.
func (v *view) pathFacts(c candidate, m *Mention, into []Feature) []Feature {
	side := uint64(c.window)
	lo, hi := v.span(c.window, m)
	var classes [60]uint64
	n, last := 0, uint64(99)
	for k := lo; k < hi; k++ {
		x := uint64(v.class[k])
		if x == cAdverb || x == cAuxiliary || x == last {
			continue
		}
		if x == cEdge {
			x = cOther
		}
		classes[n], last = x, x
		n++
	}
	if n <= 7 {
		into = append(into, fact1(fPath, side|pack(classes[:n])<<8))
	}
	if n > 3 {
		into = append(into, fact1(fPathStart, side|pack(classes[:3])<<8), fact1(fPathEnd, side|pack(classes[n-2:n])<<8))
	}
	return into
}

func pack(classes []uint64) (v uint64) {
	for i, c := range classes {
		v |= c << (5 * i)
	}
	return v
}
