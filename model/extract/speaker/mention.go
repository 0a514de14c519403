package speaker

import (
	"math/bits"
	"slices"

	"parley/model/extract/prose"
)

// Mentions: everybody and everything a sentence may be said by.
//
// Rules:
//   - One pass from left to right, outside quotes; see nounphrase.go for how far a noun phrase goes.
//   - Pronouns in the nominative are mentions; "his", "her" and their like only before a noun of speech (her remark).
//   - A capital at the start of a sentence is a name only if the word is nowhere written small, or a capital follows.
//   - The key of a mention is its last word: the same key is taken for the same speaker within a document.

// A Sort is what kind of words a mention is made of.
type Sort uint8

// The sorts of mentions.
const (
	NoMention Sort = iota
	Name           // Quill
	FullName       // Ada Quill
	TheName        // the Veld Council
	RoleName       // envoy Ada Quill; Oke's lawyer Ada Quill
	Role           // a senior official
	BareRole       // officials
	Speech         // the report
	Owned          // Veld's offer
	Definite       // the valley
	Bare           // farmers, right before a verb of speech
	Alone          // one, some, many
	He             // the personal pronouns
	She
	They
	We
	I
	It
	You
	Who
	Possessor // her, of "her remark"
	Label     // ADA QUILL: at the start of a paragraph
)

var sortNames = [...]string{"none", "name", "fullname", "thename", "rolename", "role", "barerole", "speech", "owned", "definite",
	"bare", "alone", "he", "she", "they", "we", "i", "it", "you", "who", "possessor", "label"}

// String answers the sort in one word.
func (s Sort) String() string { return sortNames[s] }

// Pronoun tells whether the words leave open who it is.
func (s Sort) Pronoun() bool { return s >= He && s <= Possessor }

// Named tells whether a name stands there.
func (s Sort) Named() bool { return s >= Name && s <= RoleName || s == Label }

// A Mention is somebody who may be a speaker. A text of nothing but names has one for every other word: what is kept of each is little.
type Mention struct {
	Number     int32 // in Reading.Mentions
	From, To   int32 // of Doc.Masked, the end exclusive
	Start, End int32 // bytes of Doc.Text
	Sentence   int32
	key        int32 // the number of its last word in reading.figures
	Sort       Sort
	Subject    bool // nothing before it makes it an object
	first      bool // the first subject-like mention of its sentence
	often      uint8
	frequent   bool
	title      bool  // in the first line
	inside     bool  // it belongs to the subject of a verb: X in "the spokesman for X said"
	foreign    uint8 // what is known of one in another language; 0 in English
}

// findMentions notes the mentions of every sentence.
func (r *reading) findMentions() {
	r.covering = room(r.covering, len(r.toks))
	for i := range r.covering {
		r.covering[i] = -1
	}
	r.mentions = slices.Grow(r.mentions[:0], len(r.toks)/5+8)
	r.keys.ready(len(r.toks) / 8)
	r.figures = append(r.figures[:0], figure{}) // of no key
	for i := range r.sentences {
		c := &r.sentences[i]
		c.firstMention = int32(len(r.mentions))
		s := r.doc.Sentences[i]
		if r.tongue != nil && r.tongue[s.Paragraph] != noTongue {
			r.takeApart(int32(i), r.tongue[s.Paragraph])
			c.lastMention = int32(len(r.mentions))
			continue
		}
		r.mentions = ahead(r.mentions, int(s.To-s.From), s.From, int32(len(r.toks)))
		for m := r.behindDateline(s, int32(i)); m < s.To; {
			if r.toks[m].mayOpen() {
				m = r.mentionAt(m, int32(i), s)
			} else {
				m++
			}
		}
		c.lastMention = int32(len(r.mentions))
	}
	r.weigh()
}

// opening are the roles of small words that a mention may begin with.
const opening = pronoun | possessive | object | article | determiner | alone | roleNoun | relative

// mayOpen tells at once what a mention may begin with: numbers, capitals, words with one of the roles, those with the "s" of a plural.
// Its conditions are added up, so that the processor has to guess once a word.
func (t *tok) mayOpen() bool {
	return uint64(t.roles&opening)|uint64(t.flags&prose.Capital)|flag(t.ending == endsS)|flag(t.kind == prose.Number) != 0
}

// mentionAt notes the mention that opens with a masked token, if one does, and answers where to go on.
func (r *reading) mentionAt(m, sentence int32, s prose.Sentence) int32 {
	t := &r.toks[m]
	if t.kind != prose.Word && t.kind != prose.Number {
		return m + 1
	}
	upper := t.has(prose.Upper) && !r.sentences[sentence].shouted
	switch {
	case t.is(pronoun) && !upper:
		r.mention(m, m+1, sentence, sortOf(t.person))
		return m + 1
	case t.hash == hashWhich && !upper && (m == s.From || !r.toks[m-1].is(preposition)):
		r.mention(m, m+1, sentence, Who)
		return m + 1
	case t.is(object|possessive) && !upper && r.quotedObject(m, s):
		r.mention(m, m+1, sentence, objectSort(t))
		return m + 1
	case t.is(object) && !upper && m >= s.From+2 && r.toks[m-2].hash == hashAccording:
		r.mention(m, m+1, sentence, They)
		return m + 1
	}
	end, sort := r.nounPhrase(m, s, sentence)
	if sort == NoMention {
		if t.is(possessive) && r.utteranceFollows(m, s.To) {
			r.mention(m, m+1, sentence, Possessor)
		}
		return max(m+1, end)
	}
	if t.is(possessive) && sort != Role && sort != RoleName {
		if r.utteranceFollows(m, s.To) {
			r.mention(m, m+1, sentence, Possessor)
			return end
		}
	}
	to := r.phraseOwner(m, end, s)
	if to == 0 {
		to = r.claimOwner(m, end, s)
	}
	if to > 0 {
		r.mention(m, to, sentence, Name+Sort(min(to-m, 2)-1))
		return end
	}
	r.mention(m, end, sentence, sort)
	return end
}

func sortOf(p person) Sort {
	return [...]Sort{NoMention, He, She, They, We, I, It, You, Who}[p]
}

// utteranceFollows tells whether a noun of speech stands within three words.
func (r *reading) utteranceFollows(m, end int32) bool {
	for k := m + 1; k < end && k <= m+3; k++ {
		t := &r.toks[k]
		if t.kind != prose.Word {
			return false
		}
		if t.is(utterance) {
			return true
		}
	}
	return false
}

func (r *reading) mention(from, to, sentence int32, sort Sort) {
	n := int32(len(r.mentions))
	r.mentions = slices.Grow(r.mentions, 1)[:n+1]
	m := &r.mentions[n]
	*m = Mention{}
	m.Number, m.From, m.To, m.Sentence, m.Sort = n, from, to, sentence, sort
	m.Start, m.End = r.bytes(from, to)
	m.key = r.keyNumber(r.toks[to-1].hash)
	for k := range r.covering[from:to] {
		r.covering[int(from)+k] = n
	}
}

// mostOften is the largest power of two, counted from one, that it counts how often a key stands in a text.
const mostOften = 5

// weigh counts how often each key stands in the text, and marks those that stand in its first line.
func (r *reading) weigh() {
	for i := range r.mentions {
		if m := &r.mentions[i]; !m.Sort.Pronoun() {
			r.figures[m.key].count++
		}
	}
	third := thirdMost(r.figures)
	for i := range r.figures {
		f := &r.figures[i]
		f.often, f.main = uint8(min(bits.Len32(uint32(f.count)), mostOften)), f.count > 2 && f.count >= third
	}
	for i := range r.mentions {
		m := &r.mentions[i]
		f := &r.figures[m.key]
		m.often, m.frequent, m.title = f.often, f.main && !m.Sort.Pronoun(), m.Sentence == 0
	}
}

// thirdMost answers how often the key that is the third most frequent is mentioned.
func thirdMost(figures []figure) int32 {
	var a, b, c int32
	for i := range figures {
		switch n := figures[i].count; {
		case n > a:
			a, b, c = n, a, b
		case n > b:
			b, c = n, b
		case n > c:
			c = n
		}
	}
	return c
}
