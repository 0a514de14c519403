package speaker

import (
	"strings"

	"parley/model/extract/lexicon"
)

// Mentions in another language, and whose words they are when they speak.
//
// Rules:
//   - A group's mention is its name, a single one with the word for the person right before it; without a name all its words.
//   - In Slavic languages the key is the last word without its ending, so that "Петрова" is Петров.

// What is known of a mention in another language, in one byte.
const (
	abroad   uint8 = 1 << iota
	onRecord       // speaks for somebody, or is a body
	woman
	man
	people
	definite
	object_ // of a preposition or an article of another case
	joint   // two who are named, with "and" between
)

// Definite tells a mention that an article points at, in another language than English: der Minister.
func (m *Mention) Definite() bool { return m.foreign&definite != 0 }

// Body tells an institution by all its words, in another language than English: le ministère de la Défense.
func (m *Mention) Body() bool { return m.foreign&onRecord != 0 && m.Sort == TheName }

// Joint tells two names that speak as one: Berlin und Paris.
func (m *Mention) Joint() bool { return m.foreign&joint != 0 }

// Pronominal tells a pronoun of another language than English.
func (m *Mention) Pronominal() bool { return m.foreign != 0 && m.Sort.Pronoun() }

// takeApart notes the mentions and verbs of a sentence.
func (r *reading) takeApart(sentence int32, lang uint8) {
	s := r.doc.Sentences[sentence]
	x := &spoken{r: r, l: tongues()[lang], first: s.From, sentence: sentence, inside: -1, outlet: -1}
	x.ws = r.words(x.l, s.From, s.To, make([]heard, 0, s.To-s.From))
	x.read()
	if r.spoken == nil {
		r.spoken = make([]*spoken, len(r.doc.Sentences))
	}
	r.spoken[sentence] = x
}

// read notes the groups, then the verbs.
func (x *spoken) read() {
	x.at = make([]int, len(x.ws))
	for k := range x.at {
		x.at[k] = -1
	}
	for k := 0; k < len(x.ws); {
		if n := x.leadLen(k); n > 0 {
			k += n
			continue
		}
		g, ok := x.r.groupAt(x.l, x.ws, k)
		if !ok {
			k++
			continue
		}
		x.mentionOf(&g)
		for i := g.from; i < g.to; i++ {
			x.at[i] = len(x.groups)
		}
		x.groups = append(x.groups, g)
		k = g.to
	}
	x.findVerbs()
}

// mentionOf notes the mention of a group.
func (x *spoken) mentionOf(g *nounGroup) {
	from, to, sort := g.from, g.to, Definite
	words := g.nameTo - g.nameFrom
	switch {
	case words > 0:
		from, to = g.nameFrom, g.nameTo
		switch {
		case words > 1:
			sort = FullName
		case g.head >= 0 && g.head == from-1:
			from, sort = g.head, RoleName
		case g.head < 0 && g.opens != 0:
			sort = TheName
		default:
			sort = Name
		}
	case g.head < 0:
	case g.traits&anybody != 0 && g.traits&(nobodyIn|ofSeveral) == 0, g.traits&speaksFor != 0:
		sort = Role
	case g.traits&nobodyIn != 0 || g.traits&ofSeveral != 0:
		sort = Role
		if g.opens&(anArticle|theArticle|owner) == 0 {
			sort = BareRole
		}
	case g.traits&body != 0:
		sort = TheName
	case g.traits&writing != 0:
		sort = Speech
	}
	start, end := x.ws[from].start, x.ws[to-1].end
	if words == 0 && x.ws[from].front != 0 {
		start = x.r.doc.Tokens[x.token(from)].Start
	}
	if q := x.ws[to-1].quote; q >= 0 {
		end = x.r.doc.Quotes[q].OuterEnd
	}
	key := to - 1
	if words == 0 && g.head >= 0 {
		key = g.head
	}
	g.mention = x.note(from, to, start, end, sort, x.key(key))
	m := &x.r.mentions[g.mention]
	m.Subject = !g.object
	m.foreign |= x.known(g)
}

// known answers what is known of a group in one byte.
func (x *spoken) known(g *nounGroup) (all uint8) {
	for _, f := range [...]struct {
		t trait
		f uint8
	}{{speaksFor | body, onRecord}, {ofWoman, woman}, {ofMan, man}, {ofSeveral, people}} {
		if g.traits&f.t != 0 {
			all |= f.f
		}
	}
	if g.opens&(theArticle|objectArticle|owner) != 0 && g.opens&anArticle == 0 {
		all |= definite
	}
	if g.object {
		all |= object_
	}
	if all&(woman|man) == 0 && g.head == g.from+1 && g.traits&anybody != 0 && feminine().Has(x.ws[g.from].hash) {
		all |= woman
	}
	if all&(woman|man) == 0 && g.nameTo > g.nameFrom {
		all |= x.nameGender(g)
	}
	return all
}

// feminine are articles that tell a woman before what people are by the same word: la ministre. The others tell nothing.
var feminine = lexicon.Listed("la une una")

// nameGender answers what a given name or the ending of a Slavic surname tells.
func (x *spoken) nameGender(g *nounGroup) uint8 {
	for k := g.nameFrom; k < g.nameTo; k++ {
		switch gender(genders().Of(x.ws[k].hash)) {
		case male:
			return man
		case female:
			return woman
		}
	}
	if !x.l.slavic || g.object {
		return 0
	}
	word := strings.ToLower(x.text(g.nameTo - 1))
	for _, end := range [...]string{"ова", "ева", "ёва", "єва", "ина", "ына", "іна", "ская", "ська", "цька"} {
		if strings.HasSuffix(word, end) {
			return woman
		}
	}
	for _, end := range [...]string{"ов", "ев", "ёв", "єв", "ин", "ын", "ський", "ский", "цький"} {
		if strings.HasSuffix(word, end) {
			return man
		}
	}
	return 0
}

func (x *spoken) text(k int) string { return x.r.doc.Text[x.ws[k].start:x.ws[k].end] }

// key is by what a word is known again.
func (x *spoken) key(k int) uint64 {
	if !x.l.slavic || x.ws[k].quote >= 0 {
		return x.ws[k].hash
	}
	return stemOf(withoutCase(strings.ToLower(x.text(k))))
}

// token answers the token of a word of the sentence.
func (x *spoken) token(k int) int32 {
	if x.inside >= 0 {
		return x.r.doc.Quotes[x.inside].InnerFirst + int32(k)
	}
	return x.r.doc.Masked[x.first+int32(k)]
}

// pronoun notes a pronoun, or the one behind the hyphens of a verb.
func (x *spoken) pronoun(k int, t trait) int32 {
	start, end := x.ws[k].start, x.ws[k].end
	if x.ws[k].behind != 0 {
		start = x.ws[k].pronoun
	}
	sort, known := They, people
	switch {
	case t&ofMan != 0:
		sort, known = He, man
	case t&ofWoman != 0:
		sort, known = She, woman
	}
	n := x.note(k, k+1, start, end, sort, lexicon.Hash(x.r.doc.Text[start:end]))
	x.r.mentions[n].foreign |= known
	x.r.mentions[n].Subject = true
	return n
}

// note appends a mention.
func (x *spoken) note(from, to int, start, end int32, sort Sort, key uint64) int32 {
	r := x.r
	n := int32(len(r.mentions))
	m := Mention{Number: n, Start: start, End: end, Sentence: x.sentence, Sort: sort, foreign: abroad, key: r.keyNumber(key)}
	if x.inside >= 0 {
		at := r.doc.Quotes[x.inside].Masked
		m.From, m.To = at, at+1
	} else {
		m.From, m.To = x.first+int32(from), x.first+int32(to)
		for k := m.From; k < m.To; k++ {
			r.covering[k] = n
		}
	}
	r.mentions = append(r.mentions, m)
	return n
}
