package speaker

import "parley/model/extract/prose"

// Who stands beside a quote in another language, where no verb of their own does.
//
// Rules:
//   - A German clause ends in its verb: the quote stands right before that, its subject before the quote.
//   - Behind another quote, whose verb goes on: whoever stands before a dash, or right behind the quote where they stood behind
//     their verb before.
//   - Before a colon the one person by name who is no object.

// closed answers the subject of a German clause that ends in its verb, with the quote right before that: die Quill „nützlich“
// nannte, die Oke „nützlich“ genannt hatte; -1.
func (x *spoken) closed(at int) int32 {
	k := at + 1
	if !x.l.nouns || x.inside >= 0 || k >= len(x.ws) || !x.ws[k].is(judgesIt|saidIt) || x.at[k] >= 0 {
		return -1
	}
	if k++; k < len(x.ws) && x.ws[k].is(helps) {
		k++
	}
	if k < len(x.ws) && x.ws[k].word() {
		return -1
	}
	n, _ := x.left(&verbGroup{at: at}, at)
	return n
}

// goesOn answers who stands beside a quote where the verb of the quote before goes on: Lund nannte es „alt“, Oke – „neu“ · von „Ruhe“
// sprach Lund, von „Lärm“ Oke; -1.
func (x *spoken) goesOn(f *framed, at int) int32 {
	if f.quote == x.r.sentences[x.sentence].firstQuote || len(x.verbs) == 0 || f.full {
		return -1
	}
	last := &x.verbs[len(x.verbs)-1]
	if last.at > at || last.subject < 0 {
		return -1
	}
	var beside int
	switch {
	case at > 1 && x.ws[at-1].kind == prose.Dash && x.at[at-2] >= 0 && x.at[at-2] != x.at[last.at]:
		beside = x.at[at-2]
	case x.cited(last) && at+1 < len(x.ws) && x.at[at+1] >= 0:
		beside = x.at[at+1]
	default:
		return -1
	}
	if g := &x.groups[beside]; !g.object && g.nameTo > g.nameFrom && g.mention != last.subject {
		return g.mention
	}
	return -1
}

// alone answers the one person by name before a place in the sentence who is no object; -1 where there are more, or none.
func (x *spoken) alone(at int) int32 {
	n := int32(-1)
	for i := range x.groups {
		x.r.steps++
		g := &x.groups[i]
		if g.to > at {
			break
		}
		if g.object || g.nameTo-g.nameFrom < 2 {
			continue
		}
		if n >= 0 {
			return -1
		}
		n = g.mention
	}
	return n
}
