package speaker

import "parley/model/extract/prose"

// Transcripts: “QUILL: We will sign.”
//
// Rules:
//   - A quote that opens with one to four capitalised words and a colon is said by these, where the document has two
//     such labels or more that differ.
//   - A quote that continues it in the next paragraph is theirs too: see sieve_continued.go. No weighing changes that.
func transcript(r *reading, f *framed) (int32, bool) {
	if len(r.labels) == 0 {
		return 0, false
	}
	n, found := r.labels[f.quote]
	return n, found
}

// label notes the labels of quotes that are parts of a transcript.
func (r *reading) label() {
	var keys [2]uint64
	different := 0
	found := map[int32]int32{}
	for i := range r.doc.Quotes {
		q := &r.doc.Quotes[i]
		last := r.labelEnd(q)
		if last < 0 {
			continue
		}
		key := r.doc.Tokens[last-1].Hash
		if different == 0 || different == 1 && keys[0] != key {
			keys[different] = key
			different++
		}
		first := &r.doc.Tokens[q.InnerFirst]
		found[int32(i)] = int32(len(r.mentions))
		r.mentions = append(r.mentions, Mention{Number: int32(len(r.mentions)), From: q.Masked, To: q.Masked + 1, Start: first.Start,
			End: r.doc.Tokens[last-1].End, Sentence: q.Sentence, Sort: Label, key: r.keyNumber(key)})
	}
	if different < 2 {
		return
	}
	r.labels = found
	for i := range r.quotes {
		before := r.doc.Quotes[i].Continues
		_, own := found[int32(i)]
		r.quotes[i].labelled = own || before >= 0 && r.quotes[before].labelled
	}
}

// labelEnd answers the token of the colon that ends a label; -1 where a quote opens with none.
func (r *reading) labelEnd(q *prose.Quote) int32 {
	upper := false
	for k := q.InnerFirst; k < q.InnerLast && k <= q.InnerFirst+4; k++ {
		t := &r.doc.Tokens[k]
		switch {
		case t.Kind == prose.Colon && k > q.InnerFirst && upper:
			return k
		case t.Kind != prose.Word || !t.Is(prose.Capital):
			return -1
		case t.Is(prose.Upper):
			upper = true
		}
	}
	return -1
}
