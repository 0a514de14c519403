package speaker

import "parley/model/extract/prose"

// Who says it inside the marks: « Nous signons, a dit Ada Quill. C'est tout. » · «Мы, — сказала Ада Квилл, — не подпишем».
//
// Rules:
//   - A verb that a comma or a dash stands before, with its subject right behind it, and a sign behind that or the end.

// inner looks for it in a quote.
func (r *reading) inner(f *framed) (verdict, bool) {
	x := r.inside[f.quote]
	if x == nil {
		return verdict{}, false
	}
	for i := range x.verbs {
		v := &x.verbs[i]
		if v.judges || v.subject < 0 || !v.inverted || v.at == 0 || !x.sign(v.at-1) {
			continue
		}
		end := v.to
		if x.ws[v.at].behind == 0 {
			m := &r.mentions[v.subject]
			for end < len(x.ws) && x.ws[end].start < m.End {
				end++
			}
		}
		if end >= len(x.ws) || x.sign(end) {
			return x.said(f, v, "speaker within the quote", true), true
		}
	}
	return verdict{}, false
}

// sign tells a comma, a dash or a full stop.
func (x *spoken) sign(k int) bool {
	switch x.ws[k].kind {
	case prose.Comma, prose.Dash, prose.Stop:
		return true
	}
	return false
}

// lookInside notes what stands inside the quotes of other languages, where a verb of speech follows a comma or a dash. It comes
// before anything keeps the place of a mention.
func (r *reading) lookInside() {
	if r.tongue == nil {
		return
	}
	for i := range r.quotes {
		f := &r.quotes[i]
		lang := r.tongue[f.paragraph]
		if lang == noTongue || f.words < 4 || f.words > longInside {
			continue
		}
		q := &r.doc.Quotes[i]
		x := &spoken{r: r, l: tongues()[lang], sentence: f.sentence, inside: int32(i), outlet: -1}
		if !r.verbInside(x.l, q) {
			continue
		}
		for k := q.InnerFirst; k < q.InnerLast; k++ {
			h := r.hear(x.l, k, -1)
			x.ws = append(x.ws, h)
		}
		x.read()
		if r.inside == nil {
			r.inside = map[int32]*spoken{}
		}
		r.inside[int32(i)] = x
	}
}

// longInside is up to how many words a quote is looked into.
const longInside = 200

// verbInside tells whether a verb of speech stands behind a comma or a dash.
func (r *reading) verbInside(l *tongue, q *prose.Quote) bool {
	for k := q.InnerFirst + 1; k < q.InnerLast; k++ {
		switch r.doc.Tokens[k-1].Kind {
		case prose.Comma, prose.Dash:
			if h := r.hear(l, k, -1); h.is(saysIt | helps) {
				return true
			}
		}
	}
	return false
}
