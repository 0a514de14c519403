package speaker

import (
	"parley/model"
	"parley/model/extract/prose"
)

// Whose words a quote in another language is.
//
// Rules, the first that holds:
//   - What goes on from the paragraph before has its speaker; the name of a paper or a firm has none.
//   - A verb that stands with its subject between commas or dashes inside the marks: « Nous signons, a dit Ada Quill. »
//   - A verb right behind the quote; in German the one that ends the clause has its subject before the quote; so is one behind "wie", "comme", "как" and a subject.
//   - A phrase that leads to the one who says it, right behind the quote: selon, laut, según, по словам, за словами.
//   - Who stands beside it behind another quote, where the verb of that goes on.
//   - The nearest verb before the quote, unless what another one says is opened in between, or another one stands there.
//   - Such a phrase before the quote.
//   - Before a colon the one person who is named there and is no object.
//   - A sentence that is all quote: whoever spoke in the sentence before.
//   - Else nobody is named: the weights of English know nothing of other languages.
//
// "He", "she" and nobody at all stand for the last one who spoke or opened a sentence, of the same gender, in the paragraph.

// A verdict is what was decided for a quote.
type verdict struct {
	mention int32 // -1
	whom    int32 // the mention that a pronoun stands for, mention itself otherwise
	cue     int32 // masked token, -1
	reason  string
	hedged  bool
	sure    bool
	term    bool // the marks name something
}

func nobodyAs(term bool) verdict {
	return verdict{mention: nobodySaid, cue: -1, reason: "nobody named", term: term}
}

// overhear decides all quotes of paragraphs in other languages, in their order.
func (r *reading) overhear() {
	if r.tongue == nil {
		return
	}
	r.verdicts = make([]verdict, len(r.quotes))
	for i := range r.quotes {
		if f := &r.quotes[i]; r.tongue[f.paragraph] != noTongue {
			v := r.judge(f)
			v.whom = v.mention
			if v.mention >= 0 && r.mentions[v.mention].Sort.Pronoun() {
				v.whom = r.pronounAbroad(v.mention)
			}
			r.verdicts[i] = v
			r.decided[i] = decision{mention: v.mention, sieve: -1}
		}
	}
}

// judge decides one quote.
func (r *reading) judge(f *framed) verdict {
	q := &r.doc.Quotes[f.quote]
	x := r.spoken[f.sentence]
	at := int(f.at - x.first)
	if q.Continues >= 0 && r.tongue[r.quotes[q.Continues].paragraph] != noTongue {
		if n := r.verdicts[q.Continues].mention; n >= 0 {
			return verdict{mention: n, cue: -1, reason: "continued", sure: true}
		}
	}
	if x.at[at] >= 0 || x.outlet == f.quote {
		return nobodyAs(true)
	}
	if v, found := r.inner(f); found {
		return v
	}
	if v, found := x.behind(f, at); found {
		return v
	}
	named := x.names(f, at)
	if n := x.goesOn(f, at); n >= 0 {
		return verdict{mention: n, cue: -1, reason: "the verb goes on", sure: true}
	}
	if v, found := x.before(f, at); found && !(named && !v.sure) {
		return v
	}
	if named {
		return nobodyAs(true)
	}
	if n, of, found := x.leadBefore(at); found {
		return r.led(f, n, of)
	}
	if f.frame == colon && f.capital {
		if n := x.alone(at); n >= 0 {
			return verdict{mention: n, cue: -1, reason: "name and colon"}
		}
	}
	if f.frame == whole && (f.words > 2 || f.full) {
		return r.afloat(f)
	}
	return nobodyAs(f.words < 4 && !f.full)
}

// led makes a verdict of a phrase like "according to".
func (r *reading) led(f *framed, n int32, of trait) verdict {
	if n < 0 && of != 0 {
		n = r.whoSpoke(f.sentence, r.doc.Quotes[f.quote].OuterStart, of, -1)
	}
	if n < 0 {
		return nobodyAs(false)
	}
	return verdict{mention: n, cue: -1, reason: "according to", sure: true}
}

// said makes a verdict of a verb.
func (x *spoken) said(f *framed, v *verbGroup, reason string, sure bool) verdict {
	n := v.subject
	if n < 0 && v.implied {
		n = x.r.whoSpoke(x.sentence, x.ws[v.at].start, v.gender, -1)
		sure = false
	}
	if n < 0 {
		return nobodyAs(false)
	}
	out := verdict{mention: n, cue: x.first + int32(v.at), reason: reason, hedged: v.hedged || x.hedge(f), sure: sure}
	if x.inside >= 0 {
		out.cue = -1
	}
	return out
}

// hedge tells a word before the quote that says that it was not heard.
func (x *spoken) hedge(f *framed) bool {
	for k := range x.ws {
		x.r.steps++
		if x.inside < 0 && x.first+int32(k) >= f.at {
			return false
		}
		if x.ws[k].is(hedgesIt) && !x.ws[k].is(helps) {
			return true
		}
	}
	return false
}

// behind looks for a verb, or a phrase that leads to somebody, right behind a quote.
func (x *spoken) behind(f *framed, at int) (verdict, bool) {
	for i := range x.verbs {
		x.r.steps++
		v := &x.verbs[i]
		if v.at <= at || v.judges {
			continue
		}
		if v.at-at <= 4 && x.behindQuote(v.at) || x.subjectBetween(at, v) {
			return x.said(f, v, "quote verb speaker", true), true
		}
		break
	}
	if n := x.closed(at); n >= 0 {
		return verdict{mention: n, cue: x.first + int32(at+1), reason: "speaker quote verb", sure: true}, true
	}
	k := at + 1
	for k < len(x.ws) && (x.ws[k].kind == prose.Comma || x.ws[k].kind == prose.Dash) {
		k++
	}
	if k == at+1 && f.frame != leading || k >= len(x.ws) {
		return verdict{}, false
	}
	if n, of, found := x.leadAt(k); found {
		return x.r.led(f, n, of), true
	}
	if g := x.at[k]; g >= 0 && x.groups[g].to < len(x.ws) && x.ws[x.groups[g].to].is(trails) {
		return x.r.led(f, x.subjectOf(&x.groups[g]), 0), true
	}
	return verdict{}, false
}

// subjectBetween tells whether nothing but a verb's subject stands between a quote and the verb.
func (x *spoken) subjectBetween(at int, v *verbGroup) bool {
	k := at + 1
	for k < v.at && (x.ws[k].kind == prose.Comma || x.ws[k].kind == prose.Dash || x.ws[k].is(relates|leadsOn) && x.at[k] < 0) {
		k++
	}
	if k == at+1 || v.subject < 0 || v.inverted {
		return false
	}
	return x.at[k] >= 0 && x.groups[x.at[k]].mention == v.subject && x.groups[x.at[k]].to+2 >= v.at || x.at[k] < 0 && k+1 == v.at && x.ws[k].is(thirdPerson)
}

// names tells marks that name something: few words with a capital right behind a noun.
func (x *spoken) names(f *framed, at int) bool {
	if !f.capital || f.words > 4 || sentenceEnd(f.end) || at == 0 || f.frame == whole || f.frame == colon {
		return false
	}
	b := &x.ws[at-1]
	return b.word() && (x.at[at-1] >= 0 || b.t == 0) && x.r.titledName(f.quote)
}

// before looks for the nearest verb before a quote.
func (x *spoken) before(f *framed, at int) (verdict, bool) {
	for i := len(x.verbs) - 1; i >= 0; i-- {
		x.r.steps++
		v := &x.verbs[i]
		if v.at >= at {
			continue
		}
		if at-v.to > 40 || x.another(v, at) {
			return nobodyAs(false), true
		}
		reason := "verb earlier in the sentence"
		if at-v.to <= 3 {
			reason = "speaker verb quote"
		}
		return x.said(f, v, reason, v.judges || at-v.to <= 3 || f.frame == colon), true
	}
	return verdict{}, false
}

// another tells whether somebody else comes in between a verb and a quote.
func (x *spoken) another(v *verbGroup, at int) bool {
	quoted := false
	for k := v.to; k < at; k++ {
		x.r.steps++
		w := &x.ws[k]
		switch {
		case x.at[k] >= 0:
			g := &x.groups[x.at[k]]
			if k > 0 && quoted && g.mention != v.subject && !g.object && x.ws[k-1].is(joins) || x.cited(v) && g.mention != v.subject && x.person(g) {
				return true
			}
			k = g.to - 1
		case w.quote >= 0:
			quoted = true
		case quoted && w.is(relates) && x.ws[k-1].kind == prose.Comma:
			return true
		case w.kind == prose.Semicolon, w.is(turns) && w.word() && (k == 0 || x.ws[k-1].kind == prose.Comma):
			return true
		}
	}
	return false
}

// cited tells a verb that has its quote before it.
func (x *spoken) cited(v *verbGroup) bool { return v.inverted && x.behindQuote(v.at) }

// person tells a group that may be the subject of another verb: somebody who is named.
func (x *spoken) person(g *nounGroup) bool { return !g.object && g.nameTo-g.nameFrom > 1 }

// leadBefore looks for a phrase that leads to somebody before a quote.
func (x *spoken) leadBefore(at int) (n int32, of trait, found bool) {
	for k := range at {
		x.r.steps++
		if x.ws[k].is(leadsOn) && (k == 0 || x.at[k] < 0) {
			if n, of, found = x.leadAt(k); found {
				return n, of, true
			}
		}
		if x.ws[k].is(trails) && k > 0 && x.at[k-1] >= 0 {
			return x.subjectOf(&x.groups[x.at[k-1]]), 0, true
		}
	}
	return -1, 0, false
}

// leadAt answers whom a phrase leads to that begins with a word.
func (x *spoken) leadAt(k int) (n int32, of trait, found bool) {
	best := 0
	for _, l := range x.l.leads[x.ws[k].hash] {
		if len(l.words) <= best || k+len(l.words) > len(x.ws) || !x.leadIs(k, l.words) {
			continue
		}
		next := k + len(l.words)
		for l.of == 0 && next < len(x.ws) && x.at[next] < 0 && x.ws[next].is(ofWord) {
			next++
		}
		switch {
		case l.of != 0:
			n, of, best, found = -1, l.of, len(l.words), true
		case next < len(x.ws) && x.at[next] >= 0:
			if m := x.apposed(&x.groups[x.at[next]]); m >= 0 {
				n, of, best, found = m, 0, len(l.words), true
			}
		}
	}
	return n, of, found
}

// leadLen answers how many words a phrase of several words has that begins with a word; 0 where none does.
func (x *spoken) leadLen(k int) (n int) {
	if !x.ws[k].is(leadsOn) {
		return 0
	}
	for _, l := range x.l.leads[x.ws[k].hash] {
		if len(l.words) > max(n, 1) && k+len(l.words) <= len(x.ws) && x.leadIs(k, l.words) {
			n = len(l.words)
		}
	}
	return n
}

func (x *spoken) leadIs(k int, l lead) bool {
	for i, word := range l {
		if x.ws[k+i].hash != word {
			return false
		}
	}
	return true
}

// afloat gives a sentence that is all quote to whoever spoke in the one before.
func (r *reading) afloat(f *framed) verdict {
	if f.sentence == 0 || r.doc.Sentences[f.sentence-1].Paragraph != f.paragraph {
		return nobodyAs(false)
	}
	if c := &r.sentences[f.sentence-1]; c.lastQuote > 0 {
		if n := r.verdicts[c.lastQuote-1].mention; n >= 0 {
			return verdict{mention: n, cue: -1, reason: "floating in its paragraph"}
		}
		return nobodyAs(false)
	}
	x := r.spoken[f.sentence-1]
	if n := len(x.verbs); n > 0 && x.verbs[n-1].subject >= 0 {
		return verdict{mention: x.verbs[n-1].subject, cue: -1, reason: "verb in the sentence before"}
	}
	return nobodyAs(false)
}

// attributeAbroad notes what was decided for a quote in another language.
func (r *reading) attributeAbroad(a *Attribution, f *framed, last *Attribution) {
	q, v := &r.doc.Quotes[f.quote], &r.verdicts[f.quote]
	a.Quote, a.Start, a.End, a.Continues = int(f.quote), int(q.Start), int(q.End), int(q.Continues)
	if last != nil && last.Quote >= 0 && r.quotes[last.Quote].sentence != f.sentence {
		last = nil
	}
	a.Reason, a.Certainty = v.reason, model.Likely
	if v.sure {
		a.Certainty = model.Sure
	}
	if v.mention < 0 {
		a.Kind, a.Certainty = model.Direct, model.Doubtful
		if v.term || f.words < 4 || !f.capital && f.frame != whole {
			a.Kind = model.Term
		}
		return
	}
	a.Kind = r.kind(f, decision{mention: v.mention, sieve: -1}, last)
	a.Speaker = &r.mentions[v.mention]
	if v.cue >= 0 {
		start, end := r.bytes(v.cue, v.cue+1)
		a.Cue = model.Range{Start: int(start), End: int(end)}
	}
}
