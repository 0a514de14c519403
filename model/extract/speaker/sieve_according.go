package speaker

// According to Quill, “…” · “…,” according to Quill · Selon, Laut, Según Quill.
//
// Rules:
//   - Within forty words of the quote, in its sentence.

const accordingReach = 40

var hashSelon, hashLaut, hashSegun = hash("selon"), hash("laut"), hash("según")

func accordingTo(r *reading, f *framed) (int32, bool) {
	s := r.doc.Sentences[f.sentence]
	for m := max(s.From, f.at-accordingReach); m+1 < min(s.To, f.at+accordingReach); m++ {
		n := m + 1
		switch r.toks[m].hash {
		case hashAccording:
			if !r.toks[n].is(to) || n+1 >= s.To {
				continue
			}
			n++
		case hashSelon, hashLaut, hashSegun:
		default:
			continue
		}
		if r.covering[n] >= 0 {
			return r.covering[n], true
		}
	}
	return 0, false
}
