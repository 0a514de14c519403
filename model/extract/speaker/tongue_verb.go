package speaker

import (
	"strings"

	"parley/model/extract/prose"
)

// Verbs of speech in another language, with their subjects.
//
// Rules:
//   - A finite form; or a participle behind an auxiliary, in German at any distance within the clause: "hat Ada Quill erklärt".
//     What "been" turns round has no subject that speaks.
//   - Right behind a quote the subject follows; elsewhere it stands before, and follows only where none does: "Am Freitag sagte".
//   - Nothing that a preposition or an article of another case opens is a subject. Between commas: who stands before the first of
//     them, or the name that stands there alone.
//   - Behind "and" the subject is that of the verb before. Where a language does without a subject, it is left to be found.

// A verbGroup is such a verb; indexes are of the words of its sentence.
type verbGroup struct {
	at, to   int
	hedged   bool
	judges   bool // and says nothing behind a quote
	nobody   bool // impersonal
	inverted bool // the subject follows
	implied  bool // there is none: whoever spoke before
	gender   trait
	subject  int32 // mention, -1
}

// A spoken is a sentence of another language, taken apart.
type spoken struct {
	r      *reading
	l      *tongue
	ws     []heard
	groups []nounGroup
	at     []int // word -> its group, -1
	verbs  []verbGroup

	first    int32 // the masked token of the first word
	sentence int32
	outlet   int32 // the quote that is the name of whom something is said to, -1
	inside   int32 // the quote whose words these are, -1
}

// findVerbs notes the verbs of speech, from left to right.
func (x *spoken) findVerbs() {
	for k := 0; k < len(x.ws); k++ {
		w := &x.ws[k]
		if x.at[k] >= 0 || !w.word() {
			continue
		}
		v := verbGroup{at: k, to: k + 1, subject: -1}
		switch {
		case w.is(saysIt|judgesIt) && !w.is(helps):
			v.judges = !w.is(saysIt)
		case w.is(itSays):
			v.nobody = true
		case w.is(helps):
			if v.to = x.participle(k); v.to < 0 {
				continue
			}
			v.hedged = w.is(hedgesIt)
			v.judges = x.ws[v.to].is(judgesIt) && !x.ws[v.to].is(saidIt)
			if x.l.nouns {
				v.to = k + 1
			} else {
				v.to++
			}
		default:
			continue
		}
		v.gender = x.verbGender(v.to - 1)
		x.govern(&v)
		x.verbs = append(x.verbs, v)
		k = v.to - 1
	}
}

// participle answers where the participle of an auxiliary stands, -1.
func (x *spoken) participle(k int) int {
	for i := k + 1; i < len(x.ws) && i < k+24; i++ {
		x.r.steps++
		w := &x.ws[i]
		switch {
		case w.is(passiveForm):
			return -1
		case w.is(saidIt) || !x.l.nouns && w.is(judgesIt):
			if i+1 < len(x.ws) && x.ws[i+1].is(passiveForm) {
				return -1
			}
			return i
		case !x.l.nouns && (i > k+4 || !w.is(adverbial|timeOf|thirdPerson)):
			return -1
		case !w.word() && w.quote < 0 && w.kind != prose.Number:
			return -1
		}
	}
	return -1
}

// verbGender answers the gender that a Slavic past form tells.
func (x *spoken) verbGender(k int) trait {
	if !x.l.slavic {
		return 0
	}
	word := strings.ToLower(x.r.doc.Text[x.ws[k].start:x.ws[k].end])
	switch {
	case strings.HasSuffix(word, "ла") || strings.HasSuffix(word, "лась") || strings.HasSuffix(word, "лася"):
		return ofWoman
	case strings.HasSuffix(word, "л") || strings.HasSuffix(word, "лся") || strings.HasSuffix(word, "в") || strings.HasSuffix(word, "вся"):
		return ofMan
	case strings.HasSuffix(word, "ли") || strings.HasSuffix(word, "лись") || strings.HasSuffix(word, "лися"):
		return ofSeveral
	}
	return 0
}

// govern gives a verb its subject.
func (x *spoken) govern(v *verbGroup) {
	if b := x.ws[v.at].behind; b != 0 {
		v.inverted = true
		if b&thirdPerson != 0 {
			v.subject = x.pronoun(v.at, b)
		}
		return
	}
	if v.nobody {
		v.subject = x.within()
		return
	}
	quoted := x.behindQuote(v.at) || x.inside >= 0 && v.at > 0 && x.sign(v.at-1)
	n, met := int32(-1), false
	if !quoted {
		n, met = x.left(v, v.at)
	}
	if n < 0 && !met {
		if n, met = x.right(v); n >= 0 {
			v.inverted = true
		}
	}
	v.subject = n
	v.implied = n < 0 && !met && x.l.drops
}

// behindQuote tells whether a quote stands right before a verb, a comma, a dash and small words between.
func (x *spoken) behindQuote(at int) bool {
	for k := at - 1; k >= 0 && k > at-5; k-- {
		w := &x.ws[k]
		switch {
		case w.quote >= 0:
			return x.at[k] < 0
		case w.kind == prose.Comma || w.kind == prose.Dash || w.kind == prose.Stop || w.is(adverbial|leadsOn|relates) && x.at[k] < 0:
		default:
			return false
		}
	}
	return false
}

// within answers the paper or the circles in which somebody says it.
func (x *spoken) within() int32 {
	for i := range x.groups {
		x.r.steps++
		if g := &x.groups[i]; g.traits&(writing|nobodyIn|body|speaksFor) != 0 && g.from > 0 && g.object {
			return g.mention
		}
	}
	return -1
}

// left looks for the subject of a verb before a word. met tells that something stands there that ends the search: nobody is to be looked for
// behind the verb.
func (x *spoken) left(v *verbGroup, before int) (n int32, met bool) {
	skipped := 0
	for k := before - 1; k >= 0; k-- {
		x.r.steps++
		w := &x.ws[k]
		switch {
		case x.at[k] >= 0:
			g := &x.groups[x.at[k]]
			if !g.object {
				if g.from > 1 && x.ws[g.from-1].is(joins) && x.at[g.from-2] >= 0 {
					return x.both(&x.groups[x.at[g.from-2]], g), true
				}
				return x.subjectOf(g), true
			}
			if x.l.slavic && v.gender == ofSeveral && g.from == 1 && x.ws[0].is(insideWord) {
				return x.subjectOf(g), true // in the Kremlin they said
			}
			k = g.from
		case w.is(thirdPerson) && w.word():
			return x.pronoun(k, w.t), true
		case w.is(impersonalOne):
			return -1, true
		case w.quote >= 0:
			return x.shared(v), x.shared(v) >= 0
		case w.kind == prose.Comma || w.kind == prose.Dash:
			return x.overCommas(v, k)
		case w.kind == prose.Close:
			for k > 0 && x.ws[k].kind != prose.Open {
				k--
			}
		case !w.word() && w.kind != prose.Number:
			return -1, false
		case w.is(joins) && k == v.at-1:
			return x.shared(v), x.shared(v) >= 0
		case w.is(relates) && k == v.at-1 && !x.l.nouns:
			n = x.relative(k)
			return n, n >= 0
		case w.is(relates | turns | thatWord | joins):
			return -1, false
		case w.is(adverbial | timeOf | before_):
		default:
			if skipped++; skipped > 4 {
				return -1, false
			}
		}
	}
	return -1, false
}

// shared answers the subject of the verb before.
func (x *spoken) shared(v *verbGroup) int32 {
	if n := len(x.verbs); n > 0 && x.verbs[n-1].at < v.at {
		return x.verbs[n-1].subject
	}
	return -1
}

// relative answers whom "who" follows.
func (x *spoken) relative(k int) int32 {
	if k--; k >= 0 && x.ws[k].kind == prose.Comma {
		k--
	}
	if k < 0 || x.at[k] < 0 {
		return -1
	}
	return x.subjectOf(&x.groups[x.at[k]])
}

// overCommas goes back over what stands between two commas: that is no subject where it belongs to what is none.
func (x *spoken) overCommas(v *verbGroup, k int) (n int32, met bool) {
	c := k - 1
	for c >= 0 && x.ws[c].kind != prose.Comma && x.ws[c].kind != prose.Dash {
		if x.ws[c].quote >= 0 && x.at[c] < 0 {
			return -1, false
		}
		c--
	}
	if c <= 0 || x.at[c-1] < 0 || x.groups[x.at[c-1]].to != c {
		return -1, false
	}
	y := &x.groups[x.at[c-1]]
	if y.object {
		if v.at-y.from > 30 {
			return -1, false
		}
		return x.left(v, y.from)
	}
	if in := x.at[c+1]; in >= 0 && y.nameFrom == y.nameTo {
		if g := &x.groups[in]; g.from == c+1 && g.to == k && g.nameTo > g.nameFrom && !g.object {
			return g.mention, true
		}
	}
	return x.subjectOf(y), true
}

// subjectOf answers a group's mention; -1 where it is nothing that speaks.
func (x *spoken) subjectOf(g *nounGroup) int32 {
	if g.mention < 0 || x.r.mentions[g.mention].Sort == Definite {
		return -1
	}
	return g.mention
}

// right looks for the subject behind a verb.
func (x *spoken) right(v *verbGroup) (n int32, met bool) {
	skipped := 0
	for k := v.to; k < len(x.ws) && k < v.to+14; k++ {
		w := &x.ws[k]
		switch {
		case x.at[k] >= 0:
			g := &x.groups[x.at[k]]
			if g.object || x.told(g) {
				k = g.to - 1
				continue
			}
			if g.to+1 < len(x.ws) && x.ws[g.to].is(joins) && x.at[g.to+1] >= 0 {
				return x.both(g, &x.groups[x.at[g.to+1]]), true
			}
			return x.apposed(g), true
		case w.is(thirdPerson) && w.word():
			return x.pronoun(k, w.t), true
		case w.is(impersonalOne):
			return -1, true
		case w.quote >= 0 && x.r.titledName(w.quote) && k+1 < len(x.ws) && x.at[k+1] >= 0:
			x.outlet = w.quote // said to it: повідомило «Українській правді» джерело
		case !w.word() && w.kind != prose.Number, w.is(thatWord | relates | turns | joins):
			return -1, false
		case w.is(adverbial | timeOf | before_ | insideWord):
		default:
			if skipped++; skipped > 4 {
				return -1, false
			}
		}
	}
	return -1, false
}

// told tells whom something is said to, in Slavic languages: журналистам, ТАСС before somebody else.
func (x *spoken) told(g *nounGroup) bool {
	if !x.l.slavic {
		return false
	}
	word := strings.ToLower(x.r.doc.Text[x.ws[g.from].start:x.ws[g.from].end])
	if g.to == g.from+1 && toSeveral(word) {
		return true
	}
	return (g.head < 0 && g.nameTo-g.nameFrom == 1 || g.head >= 0 && g.traits&body != 0) && g.to < len(x.ws) && x.at[g.to] >= 0 && !x.groups[x.at[g.to]].object
}

// both makes one mention of two who are named; the nearer one speaks where one of them is not.
func (x *spoken) both(g, h *nounGroup) int32 {
	if g.object || g.nameTo == g.nameFrom || h.nameTo == h.nameFrom {
		if h.nameTo > h.nameFrom {
			return x.subjectOf(h)
		}
		return x.subjectOf(g)
	}
	n := x.note(g.from, h.to, x.ws[g.from].start, x.ws[h.to-1].end, TheName, x.key(h.to-1))
	x.r.mentions[n].foreign |= joint | people
	x.r.mentions[n].Subject = true
	return n
}

// apposed answers the name behind a comma, where a role without one stands before it.
func (x *spoken) apposed(g *nounGroup) int32 {
	if g.nameTo > g.nameFrom || g.to+1 >= len(x.ws) || x.ws[g.to].kind != prose.Comma || x.at[g.to+1] < 0 {
		return x.subjectOf(g)
	}
	in := &x.groups[x.at[g.to+1]]
	if in.from != g.to+1 || in.nameTo-in.nameFrom < 2 || in.object {
		return x.subjectOf(g)
	}
	if in.to < len(x.ws) && x.ws[in.to].word() && !x.ws[in.to].is(timeOf|before_|adverbial) {
		return x.subjectOf(g)
	}
	return in.mention
}
