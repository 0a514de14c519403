package actor

// merged takes more into all, where both are in order; of two that stand at one place that of all comes first. It goes from behind,
// so that both are there until they are moved, and a text's mentions are not copied elsewhere for a few more.
func merged[T any](all, more []T, behind func(x, y *T) bool) []T {
	k := len(all) - 1
	all = append(all, more...)
	for i, at := len(more)-1, len(all)-1; i >= 0; at-- {
		if k >= 0 && behind(&all[k], &more[i]) {
			all[at] = all[k]
			k--
		} else {
			all[at] = more[i]
			i--
		}
	}
	return all
}
