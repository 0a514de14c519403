package speaker

import (
	"parley/model/extract/lexicon"
	"parley/model/extract/prose"
)

// Who is meant: pronouns and short names to the full mention of the same document.
//
// Rules:
//   - A short name goes back to the first longer mention with the same last word; where two people bear it, to the nearest
//     one before in the same or the preceding paragraph; else it stays.
//   - "who" goes back to what it follows; "the envoy" to the nearest mention before that names an envoy,
//     where its sentence names no other one.
//   - "he" and "she" go to whom the sentence opens with, "According to Quill, …"; else to the mention with the most points among
//     those of nine sentences: the last speaker, if near, six less the distance; fit to be a subject three; of the same gender
//     two; first in its sentence one; subject of a cue one; less one a sentence; less one and a half in another paragraph. Never
//     after "in", "at", "from", "on" or "near"; and only names that speak somewhere in the text or have a gender, or people by
//     their role.
//   - "they" goes to the last speaker where that is several people, within the paragraph. "I", "we", "you" and "it" stay.
//   - Otherwise the words stand for themselves.

const lookBack = 9 // sentences

// resolve answers the full mention that a mention stands for; itself where there is none.
func (r *reading) resolve(n int32) int32 {
	m := &r.mentions[n]
	if m.foreign != 0 {
		return r.resolveAbroad(n)
	}
	switch m.Sort {
	case Who:
		if up := r.relativeTo(m.From, r.doc.Sentences[m.Sentence]); up >= 0 {
			return r.resolve(up)
		}
		return n
	case He, She:
		return r.antecedent(n)
	case Possessor:
		if p := r.toks[m.From].person; p == he || p == she {
			return r.antecedent(n)
		}
		return n
	case They:
		return r.several(n)
	case Role:
		return r.sameRole(n)
	case Name:
		return r.fullName(n)
	}
	return n
}

// fullName leads a short name to its first longer mention.
func (r *reading) fullName(n int32) int32 {
	m := &r.mentions[n]
	f := r.figure(m)
	switch {
	case f != nil && f.first >= 0 && !f.another:
		if g, full := r.genderOf(m), r.genderOf(&r.mentions[f.first]); g != unknown && full != unknown && g != full {
			return n // Mrs. Quill is not Omar Quill
		}
		return f.first
	case f != nil && f.another:
		return r.nearestFull(n)
	}
	return r.byGivenName(n)
}

// nearestFull answers the nearest longer mention before, in the same paragraph or the one before.
func (r *reading) nearestFull(n int32) int32 {
	m := &r.mentions[n]
	limit := r.doc.Sentences[m.Sentence].Paragraph - 1
	for k := n - 1; k >= 0 && k > n-200; k-- {
		o := &r.mentions[k]
		if r.doc.Sentences[o.Sentence].Paragraph < limit {
			break
		}
		if o.key == m.key && o.Sort.Named() && o.To-o.From > 1 {
			return k
		}
	}
	return n
}

// byGivenName leads "Ada" to "Ada Quill", where the text names no other Ada.
func (r *reading) byGivenName(n int32) int32 {
	m := &r.mentions[n]
	if genders().Of(r.figures[m.key].word) == 0 {
		return n
	}
	found := n
	for k := n - 1; k >= 0 && k > n-400; k-- {
		o := &r.mentions[k]
		if o.Sort != FullName && o.Sort != RoleName {
			continue
		}
		for j := o.From; j+1 < o.To; j++ {
			if r.toks[j].hash != r.figures[m.key].word {
				continue
			}
			if found != n && r.mentions[found].key != o.key {
				return n
			}
			found = k
		}
	}
	return found
}

// sameRole leads "the envoy" to the nearest mention before that names one; "an envoy" stays.
func (r *reading) sameRole(n int32) int32 {
	m := &r.mentions[n]
	if !r.toks[m.From].is(article) || r.toks[m.From].hash != hashThe || m.To-m.From != 2 || r.toks[m.To-1].is(institution) {
		return n
	}
	role := r.toks[m.To-1].hash
	for k := n - 1; k >= 0 && k > n-60; k-- {
		o := &r.mentions[k]
		if m.Sentence-o.Sentence > 2*lookBack {
			break
		}
		if r.titled(o, role) {
			if r.anotherSo(k, role) {
				return n
			}
			return r.resolveName(k)
		}
		if o.Sort == Role && o.key == m.key && o.From >= 2 && r.toks[o.From-1].kind == prose.Comma {
			if up := r.covering[o.From-2]; up >= 0 && r.mentions[up].Sort.Named() && r.mayBePerson(&r.mentions[up]) {
				return r.resolveName(up)
			}
		}
	}
	return n
}

// beside are words that make of an office another one: the deputy mayor is not the mayor.
var beside = lexicon.Listed("deputy vice former shadow assistant")

// titled tells a person named with a role: envoy Quill.
func (r *reading) titled(o *Mention, role uint64) bool {
	if o.Sort != RoleName && o.Sort != FullName {
		return false
	}
	for j := o.From; j+1 < o.To; j++ {
		if r.toks[j].hash == role {
			return r.mayBePerson(o) && (j == 0 || !beside().Has(r.toks[j-1].hash))
		}
	}
	return false
}

// anotherSo tells whether a sentence names another with the same role: envoy Quill met envoy Oke.
func (r *reading) anotherSo(n int32, role uint64) bool {
	for k := n - 1; k >= 0 && r.mentions[k].Sentence == r.mentions[n].Sentence; k-- {
		r.steps++
		if r.mentions[k].key != r.mentions[n].key && r.titled(&r.mentions[k], role) {
			return true
		}
	}
	return false
}

func (r *reading) resolveName(n int32) int32 {
	if r.mentions[n].Sort == Name {
		return r.fullName(n)
	}
	return n
}

// several leads "they" to the last speaker, where that is several people.
func (r *reading) several(n int32) int32 {
	last := r.speakerBefore(n)
	if last < 0 {
		return n
	}
	o := &r.mentions[last]
	if r.doc.Sentences[o.Sentence].Paragraph != r.doc.Sentences[r.mentions[n].Sentence].Paragraph {
		return n
	}
	if (o.Sort == Role || o.Sort == BareRole) && r.toks[o.To-1].ending == endsS {
		return last
	}
	return n
}

// speakerBefore answers whom the last quote before a mention was given to; -1.
func (r *reading) speakerBefore(n int32) int32 {
	at := r.mentions[n].Start
	q := r.quoteBeforeByte(at)
	for k := q; k >= 0 && k > q-6; k-- {
		if s := r.decided[k].mention; s >= 0 && s != n && r.mentions[s].Start < at {
			return s
		}
	}
	return -1
}

// antecedent answers whom "he" or "she" stands for.
func (r *reading) antecedent(n int32) int32 {
	m := &r.mentions[n]
	want := male
	if m.Sort == She || r.toks[m.From].person == she {
		want = female
	}
	paragraph := r.doc.Sentences[m.Sentence].Paragraph
	if source := r.sourceBefore(m); source >= 0 && r.fits(source, want) {
		return r.resolveName(source)
	}
	best, most := n, 0
	spoke := r.speakerBefore(n)
	if spoke >= 0 {
		s := &r.mentions[spoke]
		who := r.resolve1(spoke)
		if paragraph-r.doc.Sentences[s.Sentence].Paragraph <= 1 && who >= 0 && r.fits(who, want) {
			best, most = who, 12-2*int(m.Sentence-s.Sentence)
		}
	}
	for k := n - 1; k >= 0 && k > n-120; k-- {
		o := &r.mentions[k]
		if away := int(m.Sentence - o.Sentence); away > lookBack || max(0, mostPoints-2*away) <= most {
			break // nobody further back can have more
		}
		if p := r.points(o, m, want, paragraph); p > most {
			best, most = r.resolveName(k), p
		}
	}
	return best
}

// resolve1 answers whom a speaker stands for, if that is not a pronoun.
func (r *reading) resolve1(n int32) int32 {
	if r.resolved != nil {
		if full, there := r.resolved[n]; there {
			n = full
		}
	}
	if r.mentions[n].Sort.Pronoun() {
		return -1
	}
	return r.resolveName(n)
}

// fits tells whether a mention can be of a gender.
func (r *reading) fits(n int32, want gender) bool {
	m := &r.mentions[n]
	if m.Sort == Role || m.Sort == BareRole {
		g := r.genderOf(m)
		return r.onePerson(m) && (g == unknown || g == mixed || g == want)
	}
	if !r.mayBePerson(m) {
		return false
	}
	g := r.genderKnown(m)
	return g == unknown || g == mixed || g == want
}

// onePerson tells whether a role stands for a single person.
func (r *reading) onePerson(m *Mention) bool {
	t := &r.toks[m.To-1]
	return t.ending != endsS && !t.is(institution|plural)
}

// mostPoints is what a mention has at most, less two a sentence.
const mostPoints = 14

// points answers how well a mention goes with a pronoun, in halves; none where it cannot be meant.
func (r *reading) points(o, m *Mention, want gender, paragraph int32) int {
	if o.Sort.Pronoun() || !o.Sort.Named() && o.Sort != Role {
		return 0
	}
	if !r.fits(o.Number, want) || r.placed(o) {
		return 0
	}
	p := 0
	if o.Subject {
		p += 6
	}
	g := r.genderKnown(o)
	if o.Sort == Role {
		g = r.genderOf(o)
	}
	if g == want {
		p += 4
	}
	if o.first {
		p += 2
	}
	if r.governs(o) {
		p += 2
	}
	p -= 2 * int(m.Sentence-o.Sentence)
	if r.doc.Sentences[o.Sentence].Paragraph != paragraph {
		p -= 3
	}
	if o.To < int32(len(r.toks)) && r.toks[o.To].kind == prose.Possessive {
		p -= 3
	}
	return p
}

// sourceBefore answers who stands behind "according to" at the start of the sentence of a pronoun, by the name in commas; -1.
func (r *reading) sourceBefore(m *Mention) int32 {
	s := r.doc.Sentences[m.Sentence]
	if m.From < s.From+3 || r.toks[s.From].hash != hashAccording || !r.toks[s.From+1].is(to) || r.covering[s.From+2] < 0 {
		return -1
	}
	if n := r.byName(r.covering[s.From+2]); r.mentions[n].To <= m.From {
		return n
	}
	return -1
}

// placed tells mentions after a preposition of place.
func (r *reading) placed(o *Mention) bool {
	if o.From == 0 {
		return false
	}
	switch r.toks[o.From-1].hash {
	case hashIn, hashAt, hashFrom, hashOn, hashNear:
		return true
	}
	return false
}

var hashIn, hashAt, hashFrom, hashOn, hashNear = hash("in"), hash("at"), hash("from"), hash("on"), hash("near")

// governs tells whether a mention is the subject of a cue of its sentence.
func (r *reading) governs(o *Mention) bool {
	c := &r.sentences[o.Sentence]
	for i := c.firstCue; i < c.lastCue; i++ {
		if r.cues[i].subject == o.Number {
			return true
		}
	}
	return false
}

// quoteBeforeByte answers the last quote that begins before a byte; -1.
func (r *reading) quoteBeforeByte(at int32) int32 {
	lo, hi := 0, len(r.doc.Quotes)
	for lo < hi {
		if mid := (lo + hi) / 2; r.doc.Quotes[mid].OuterStart < at {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return int32(lo) - 1
}
