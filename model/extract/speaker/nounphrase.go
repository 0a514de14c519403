package speaker

import (
	"slices"

	"parley/model/extract/lexicon"
	"parley/model/extract/prose"
)

// Noun phrases, without a tagger.
//
// Rules:
//   - One opens at a name, a determiner or number, a noun of role, or a plural right before a verb of speech.
//   - It takes capitals; "of", "for", "de", "van" and their like between capitals; "'s" with more behind it; small words
//     where it opened with one or after "'s"; nouns of role after capitals.
//   - It stops at punctuation, prepositions, auxiliaries, small words, weekdays and months, and at a cue verb unless that
//     stands right after the determiner.
//   - What it ends with says what it is.

var (
	hashThe       = lexicon.Hash("the")
	hashAccording = lexicon.Hash("according")
	hashWhich     = lexicon.Hash("which")
	hashOf        = lexicon.Hash("of")
	hashFor       = lexicon.Hash("for")
	hashAnd       = lexicon.Hash("and")
	hashAmp       = uint64('&')
)

// phrase is a noun phrase while it is read.
type phrase struct {
	r           *reading
	s           prose.Sentence
	sentence    int32
	m           int32 // next to read
	small       bool  // small words may follow
	owned       bool
	names       int // capitals in a row at the end
	nouns       int // small words after the determiner
	opener      role
	smallAny    bool
	counted     bool // several of something: a verb in the singular is none of theirs
	office      bool // a role with what completes it: secretary of state
	startsSmall bool
}

// nounPhrase answers where the phrase that opens with a masked token ends, and what it is.
func (r *reading) nounPhrase(m int32, s prose.Sentence, sentence int32) (int32, Sort) {
	t := &r.toks[m]
	opener, small, startsSmall := role(0), false, false
	switch {
	case t.is(alone) && !t.is(closedWords):
		return m + 1, Alone
	case r.name(m, s, sentence):
	case t.is(that) || t.is(adverb) && !t.is(determiner):
		return m + 1, NoMention
	case t.is(determiner) && m > s.From && r.toks[m-1].is(auxiliary|be) && floats().Has(t.hash):
		return m + 1, NoMention
	case t.is(article | determiner | possessive):
		opener, small = t.roles&(article|determiner|possessive), true
	case t.kind == prose.Number:
		opener, small = determiner, true
	case t.is(closedWords | weekday | month):
		return m + 1, NoMention
	case t.is(roleNoun):
		startsSmall = true
	case t.ending == endsS && !t.has(prose.Capital) && m+1 < s.To && r.saysNext(m+1):
		return m + 1, Bare
	default:
		return m + 1, NoMention
	}
	var p phrase
	p.r, p.s, p.sentence, p.m, p.opener, p.small, p.startsSmall = r, s, sentence, m, opener, small, startsSmall
	if opener != 0 {
		p.counted = counting().Has(t.hash)
		p.m++
	}
	for p.m < s.To && p.take() {
	}
	return p.m, p.sort(m)
}

// floats are determiners that belong to the subject where they stand behind an auxiliary: they had all said.
var floats = lexicon.Listed("all both each")

// saysNext tells whether a verb of speech stands there.
func (r *reading) saysNext(m int32) bool {
	c := r.toks[m].cue
	return (c.Class == lexicon.ClassA || c.Class == lexicon.ClassB) && c.Form != lexicon.Gerund
}

// name tells whether a masked token is part of a name.
func (r *reading) name(m int32, s prose.Sentence, sentence int32) bool {
	t := &r.toks[m]
	if t.kind != prose.Word || !t.has(prose.Capital) || t.is(weekday) || m == s.From && t.hash == hashWhat {
		return false
	}
	c := &r.sentences[sentence]
	if t.is(month) && (t.hash != hashMay || m+1 < s.To && r.toks[m+1].kind == prose.Number) {
		return false
	}
	if t.is(closedWords) {
		return t.has(prose.Upper) && !c.shouted && !t.is(article) || m > s.From && !c.headline && (r.saysBeside(m, s) || r.givenSo(m, s))
	}
	if t.cue.Class != lexicon.NoClass && (c.headline || m == s.From) && (t.cue.Form != lexicon.Base || c.headline && m > s.From) {
		if t.cue.Class <= lexicon.ClassC || c.headline && t.cue.Form != lexicon.Base {
			return false
		}
	}
	if m > s.From && r.toks[m-1].kind != prose.Stop && r.toks[m-1].kind != prose.Open {
		return true
	}
	if m+1 < s.To && r.toks[m+1].has(prose.Capital) && !r.toks[m+1].is(closedWords) {
		return t.ending != endsLy
	}
	return t.ending != endsLy && !r.seenSmall(t.hash) && !(t.is(roleNoun) && (t.ending == endsS || t.is(plural))) && (t.cue.Class == lexicon.NoClass || t.cue.Form == lexicon.Base)
}

// saysBeside tells whether a verb of speech stands right beside a capitalised small word: Will wrote, said May.
func (r *reading) saysBeside(m int32, s prose.Sentence) bool {
	b := &r.toks[m-1]
	switch b.kind {
	case prose.Stop, prose.Colon, prose.Dash, prose.Open:
		return false
	}
	if r.toks[m].is(pronoun|possessive|article) || b.kind == prose.Other {
		return false
	}
	said := func(k int32) bool {
		c := r.toks[k].cue
		return c.Class == lexicon.ClassA && (c.Form == lexicon.Past || c.Form == lexicon.Third) && !r.toks[k].has(prose.Capital)
	}
	return m+1 < s.To && said(m+1) || said(m-1) && (m+1 == s.To || r.toks[m+1].kind != prose.Word)
}

// givenSo tells a small word that is a given name before a surname, Minister Per Oke, or a surname behind a given name: Mara May.
func (r *reading) givenSo(m int32, s prose.Sentence) bool {
	t, before := &r.toks[m], &r.toks[m-1]
	if t.is(auxiliary) && before.has(prose.Capital) && !before.is(closedWords|weekday|month) && genders().Of(before.hash) != 0 {
		return true
	}
	if m+1 >= s.To || !r.toks[m+1].has(prose.Capital) || r.toks[m+1].is(closedWords|weekday|month) || t.is(pronoun|possessive|article) {
		return false
	}
	return genders().Of(t.hash) != 0
}

var hashMay = lexicon.Hash("may")

// take reads one more word into the phrase.
func (p *phrase) take() bool {
	r, m := p.r, p.m
	t := &r.toks[m]
	switch {
	case t.kind == prose.Possessive:
		return p.takePossessive()
	case t.kind == prose.Number:
		if !p.small || p.names > 0 {
			return false
		}
		p.m++
		return true
	case t.kind == prose.Other && t.hash == hashAmp && p.names > 0 && p.nameAt(m+1):
		p.m += 2
		p.names++
		return true
	case t.quote >= 0 && p.names > 0 && p.nameAt(m+1) && r.nickname(t.quote):
		p.m += 2
		p.names++
		return true
	case t.kind != prose.Word, t.hash == hashPut && m+1 < p.s.To && r.toks[m+1].hash == hashIt:
		return false
	case p.nameAt(m):
		p.m++
		p.names++
		return true
	case t.hash == hashOf && p.officeFollows():
		p.m += 2
		p.names, p.office = 0, true
		return true
	case p.names > 0 && (t.hash == hashOf || t.hash == hashFor || t.is(particle)):
		return p.takeConnector()
	case t.is(closedWords) || t.is(weekday|month):
		return p.takeNumberWord(t)
	}
	return p.takeSmall(t)
}

// nickname tells a short quote that may stand inside a name: Ada “The Reed” Quill.
func (r *reading) nickname(quote int32) bool {
	q := &r.doc.Quotes[quote]
	if q.Unclosed || q.InnerLast-q.InnerFirst > 3 || q.InnerLast == q.InnerFirst {
		return false
	}
	for k := q.InnerFirst; k < q.InnerLast; k++ {
		if t := &r.doc.Tokens[k]; t.Kind != prose.Word || !t.Is(prose.Capital) {
			return false
		}
	}
	return !r.doc.Tokens[q.FirstToken-1].Is(prose.Upper)
}

func (p *phrase) nameAt(m int32) bool { return m < p.s.To && p.r.name(m, p.s, p.sentence) }

// officeFollows tells whether a noun without anything before it completes a role: secretary of state, chief of staff.
func (p *phrase) officeFollows() bool {
	m := p.m + 1
	if m >= p.s.To || !p.r.toks[p.m-1].is(roleNoun) || p.r.toks[p.m-1].ending == endsS {
		return false
	}
	t := &p.r.toks[m]
	return t.kind == prose.Word && !t.has(prose.Capital) && !t.is(closedWords|weekday|month|roleNoun) && t.ending != endsIng && !once().Has(t.hash)
}

// once are adjectives of who somebody is or was: "of former envoy Ada Quill" tells whose friend speaks, not an office.
var once = lexicon.Listed("former late ex retired outgoing incoming acting disgraced exiled jailed slain veteran senior top fellow")

// takeNumberWord reads "several" of "the several officials", "other" of "two other aides".
func (p *phrase) takeNumberWord(t *tok) bool {
	if t.is(determiner) && p.small && p.names == 0 && p.nouns == 0 {
		p.counted = p.counted || counting().Has(t.hash)
		p.m++
		return true
	}
	return false
}

// takePossessive reads "'s" where a noun follows it; before a verb it is short for "is".
func (p *phrase) takePossessive() bool {
	m := p.m + 1
	if m >= p.s.To {
		return false
	}
	t := &p.r.toks[m]
	if t.kind != prose.Word && t.kind != prose.Number {
		return false
	}
	if !p.nameAt(m) && (t.is(closedWords) && !counting().Has(t.hash) || t.cue.Form == lexicon.Gerund && !t.is(utterance|speechNoun)) {
		return false
	}
	p.m = m
	p.small, p.owned, p.names, p.nouns = true, true, 0, 0
	return true
}

// counting are determiners that may stand behind "'s": Quill's six new pledges.
var counting = lexicon.Listed("two three four five six seven eight nine ten eleven twelve many several few other")

// takeConnector reads "of", "for" and particles between capitals.
func (p *phrase) takeConnector() bool {
	m := p.m + 1
	if m < p.s.To && p.r.toks[m].hash == hashThe && !p.r.toks[m].has(prose.Capital) {
		m++
	}
	if !p.nameAt(m) || p.r.toks[m].cue.Class != lexicon.NoClass && p.r.toks[m].cue.Form != lexicon.Base {
		return false
	}
	p.m = m + 1
	p.names++
	return true
}

// takeSmall reads a word written small.
func (p *phrase) takeSmall(t *tok) bool {
	afterOpener := p.nouns == 0 && p.names == 0 && (p.opener != 0 || p.owned)
	if t.cue.Class != lexicon.NoClass && !p.noun(t, afterOpener) {
		return false
	}
	if p.smallAny && p.m+1 < p.s.To && p.r.toks[p.m+1].is(preposition|to) && p.r.toks[p.m-1].is(roleNoun) && postposed().Has(t.hash) {
		return false
	}
	switch {
	case p.names > 0 && !p.small && !t.is(roleNoun|speechNoun) && !p.roleAhead():
		return false
	case p.names == 0 && !p.small && !t.is(roleNoun) && !p.startsSmall:
		return false
	case p.startsSmall && p.nouns > 0 && !t.is(roleNoun):
		return false
	case t.ending == endsLy && !afterOpener && !t.is(roleNoun):
		return false
	case t.ending == endsEd && !afterOpener && t.cue.Class == lexicon.NoClass && !t.is(roleNoun):
		return false
	case p.nouns > 7:
		return false
	}
	p.m++
	p.nouns++
	p.names = 0
	p.smallAny = true
	return true
}

// roleAhead tells whether a small word goes on to a noun of role, two more words at most: Veld presidential candidate.
func (p *phrase) roleAhead() bool {
	for k := p.m + 1; k < p.s.To && k <= p.m+2; k++ {
		t := &p.r.toks[k]
		switch {
		case t.kind != prose.Word || t.has(prose.Capital) || t.is(closedWords|weekday|month) || t.cue.Class != lexicon.NoClass:
			return false
		case t.is(roleNoun):
			return p.r.toks[p.m].ending != endsEd && p.r.toks[p.m].ending != endsLy
		}
	}
	return false
}

// noun tells whether a cue's form stands as a noun or an adjective here.
func (p *phrase) noun(t *tok, afterOpener bool) bool {
	switch t.cue.Form {
	case lexicon.Base:
		return p.small && (afterOpener || t.is(speechNoun|utterance|roleNoun) || !p.headed())
	case lexicon.Third:
		return afterOpener || p.counted || t.hash == hashStates && !p.r.statesSo(p.m, p.s) || t.is(speechNoun|utterance) && !p.headed()
	}
	return afterOpener && t.cue.Class != lexicon.ClassA && !p.standsAlone()
}

// standsAlone tells "another" of "another called it": a word that may stand for somebody, and a verb with its object behind it.
func (p *phrase) standsAlone() bool {
	if p.owned || !p.r.toks[p.m-1].is(alone) || p.m+1 >= p.s.To {
		return false
	}
	next := &p.r.toks[p.m+1]
	return next.kind != prose.Word || next.is(closedWords) && !next.is(preposition)
}

// ordinals stand for one of several that were named before: a second said.
var ordinals = [...]uint64{hash("second"), hash("third"), hash("fourth"), hash("fifth")}

// headed tells whether the last word read may well be the head of the phrase: a noun of role or of speech, or a name.
func (p *phrase) headed() bool {
	last := &p.r.toks[p.m-1]
	return last.is(roleNoun|speechNoun) || last.ending == endsS || last.has(prose.Capital)
}

// sort says what a phrase is that was read from m on.
func (p *phrase) sort(m int32) Sort {
	r := p.r
	if p.m == m || p.m == m+1 && p.opener != 0 {
		if t := &r.toks[m]; p.m == m+1 && t.is(alone) {
			return Alone
		}
		return NoMention
	}
	last := &r.toks[p.m-1]
	lastIsName := p.names > 0
	switch {
	case lastIsName && p.opener == 0 && !p.smallAny && !p.owned:
		if p.m == m+1 {
			return Name
		}
		return FullName
	case lastIsName && p.opener&article != 0 && !p.smallAny && !p.owned:
		return TheName
	case lastIsName:
		return RoleName
	case last.is(roleNoun) || p.office:
		if p.opener == 0 && p.m == m+1 {
			return BareRole
		}
		return Role
	case last.is(speechNoun | utterance):
		return Speech
	case p.owned || p.opener&possessive != 0:
		return Owned
	case p.opener != 0 && p.m == m+2 && slices.Contains(ordinals[:], last.hash):
		return Alone
	case p.opener != 0:
		return Definite
	}
	return Bare
}
