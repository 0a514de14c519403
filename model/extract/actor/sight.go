package actor

import (
	"parley/model"
	"parley/model/extract/lexicon"
	"parley/model/extract/prose"
)

// Sightings: the persons named in a text, in its order, each with what makes it likely that "he" or "she" means them next.
//
// Rules:
//   - A subject is whom nothing before the phrase makes an object: what somebody is and whose belongs to the phrase ("Veld
//     campaign adviser Ada Quill").
//     Whose view is told is a subject too ("according to Ada Quill", "To Ada Quill, it is").
//   - Whoever asks somebody waits for the answer: "she" who says it next is the one who was asked.
//   - A name right before somebody else's office only tells whose it is ("Quill adviser Bo Oke"): it is no subject and opens
//     nothing. Nor does the owner, where whose office it is comes between commas ("Quill's adviser, Bo Oke, said").

// A named is a person where a name or a pronoun stands.
type named struct {
	at       int32 // token
	actor    int32
	sentence int32
	subject  bool
	acts     bool
	opens    bool // the sentence's first
	heads    bool // what is theirs opens the paragraph: "The minister's letter came"
	owner    bool
	pronoun  bool
	asks     bool  // somebody: "a reporter asked Ada Quill"
	asked    bool  // by whoever was named before
	gender   trait // a stranger's: male, female, 0 where nothing tells
}

// another notes somebody who stands where a token is.
func (f *follower) another(at, actor int32) *named {
	f.last = append(f.last, named{})
	n := &f.last[len(f.last)-1]
	n.at, n.actor, n.sentence = at, actor, f.sentence
	return n
}

// sight notes the persons whose name begins with a token.
func (f *follower) sight(i int32) {
	t := &f.s.d.Tokens[i]
	for f.next < len(f.Mentions) && f.Mentions[f.next].Start <= t.Start {
		m := &f.Mentions[f.next]
		f.next++
		if m.Start < t.Start || t.Quote >= 0 {
			continue
		}
		if f.Actors[m.Actor].Kind != model.Person {
			f.note(i, m)
			continue
		}
		f.count[m.Actor]++
		to := f.s.behind(i, m.End)
		describes := m.Modifier || f.describes(to)
		k := len(f.last) - 1
		apposed := f.sightsIn == f.sentence && f.apposed(i)
		n := f.another(i, m.Actor)
		n.owner, n.acts = m.Owner || describes, f.s.speaks(to)
		n.subject = !n.owner && f.s.subject(i, to)
		n.heads = m.Owner && i <= f.s.paragraphStart()+1
		if apposed {
			f.sightsIn, f.last[k].heads = -1, false
			n.acts = n.acts || f.s.d.Tokens[to].Kind == prose.Comma && f.s.speaks(to+1)
		}
		n.opens = n.subject && f.sightsIn != f.sentence
		if n.subject && k >= 0 && f.sightTo == i-1 && f.last[k].sentence == f.sentence && f.s.d.Word(i-1) == "and" {
			f.last[k].opens = false // "Ada Quill and Mara Oke met": neither is nearer to a "she" that follows
		}
		f.question(n, to)
		if !describes {
			f.sightsIn, f.sightTo = f.sentence, to
		}
	}
}

// question notes that somebody who was noted last, and is named up to a token, asks somebody, or is the one whom the person named
// before asks.
func (f *follower) question(n *named, to int32) {
	if k := len(f.last) - 2; k >= 0 && f.last[k].asks && f.last[k].sentence == n.sentence && !n.owner && n.at-f.last[k].at < 12 {
		n.asked = !n.subject
	}
	if t := f.s.d.Tokens; n.subject && to+1 < f.s.end && t[to].Hash == hashAsked && t[to+1].Kind == prose.Word {
		n.asks = t[to+1].Is(prose.Capital) || f.s.traits[to+1]&determiner != 0
	}
}

var hashAsked = lexicon.Hash("asked")

// describes tells whether a name that ends before a token only says whose adviser or envoy the person is who is named next.
func (f *follower) describes(to int32) bool {
	if f.next == len(f.Mentions) || f.Actors[f.Mentions[f.next].Actor].Kind != model.Person {
		return false
	}
	office := false
	for i := to; i < to+4 && i < f.s.end; i++ {
		t := &f.s.d.Tokens[i]
		if t.Start >= f.Mentions[f.next].Start && !f.office(i) {
			return office && t.Is(prose.Capital)
		}
		if t.Kind != prose.Word || t.Is(prose.Capital) || f.s.traits[i]&(function|auxiliary) != 0 {
			return false
		}
		office = f.office(i)
	}
	return false
}

// office tells a word for what one person is.
func (f *follower) office(i int32) bool { return f.s.traits[i]&(head|folk) != 0 }

// apposed tells whether a name stands behind the comma after what somebody is to the person named last: "Quill's adviser, Bo Oke".
func (f *follower) apposed(i int32) bool {
	if i-2 < f.sightTo || f.s.d.Tokens[i-1].Kind != prose.Comma || !f.office(i-2) || f.s.d.Tokens[f.sightTo].Kind != prose.Possessive {
		return false
	}
	for k := f.sightTo + 1; k < i-2; k++ {
		if f.s.d.Tokens[k].Kind != prose.Word || f.s.traits[k]&(function|auxiliary) != 0 {
			return false
		}
	}
	return len(f.last) > 0
}

// behind answers the first token from one on that ends behind a byte of the text.
func (s *scan) behind(i, at int32) int32 {
	for int(i) < len(s.d.Tokens) && s.d.Tokens[i].End <= at {
		i++
	}
	return i
}

// longestPhrase is how many words are passed that may belong to a phrase, before its name.
const longestPhrase = 24

// subject tells whether a phrase may be what its clause is about: nothing before it makes it an object.
func (s *scan) subject(from, to int32) bool {
	first := s.paragraphStart()
	i := from - 1
	ranked := s.traits[from]&(modifier|head) != 0 && !s.d.Tokens[from].Is(prose.Capital)
	for ; i >= first && i > from-longestPhrase && s.d.Tokens[i].Kind == prose.Word && s.traits[i]&placeBefore == 0; i-- {
		capital := s.d.Tokens[i].Is(prose.Capital)
		if s.traits[i]&(determiner|modifier|head|folk) == 0 && !(ranked && capital && s.traits[i]&function == 0) {
			break
		}
		ranked = ranked || s.traits[i]&(head|folk) != 0 && !capital
	}
	if i < first || s.d.Tokens[i].Kind != prose.Word {
		return true
	}
	switch s.d.Word(i) {
	case "of", "for", "from", "with", "by", "against", "about": // an offer from Ada Quill is
		return false
	}
	if s.speaks(to) {
		return true
	}
	t := &s.d.Tokens[i]
	if class, form := s.cues.Kind(t.Number, t.Hash); class == lexicon.ClassA && form != lexicon.Base {
		return i == first || s.traits[i-1]&standsFor == 0 // said Ada Quill; not: he said Ada Quill
	}
	switch s.d.Word(i) {
	case "to":
		return i > first && (s.d.Word(i-1) == "according" || s.d.Word(i-1) == "According")
	case "To", "and", "but", "that", "when", "while", "as", "because", "after", "before", "if", "where", "though", "although", "which":
		return true
	}
	return false
}

var hashAccording = lexicon.Hash("according")

// source tells by whose account the sentence is that is read: it opens with "According to" and them, or their role and a comma.
func (f *follower) source(c *named) bool {
	if c.owner || c.sentence != f.sentence {
		return false
	}
	d := f.s.d
	from, _ := d.SentenceTokens(int(c.sentence))
	if c.at < from+2 || c.at > from+9 || d.Tokens[from].Hash != hashAccording || d.Tokens[from+1].Hash != hashTo {
		return false
	}
	commas := 0
	for i := from + 2; i < c.at; i++ {
		if d.Tokens[i].Kind != prose.Comma {
			continue
		}
		if commas++; commas > 1 || d.Tokens[i-1].Is(prose.Capital) {
			return false
		}
	}
	return true
}
