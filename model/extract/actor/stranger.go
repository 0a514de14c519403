package actor

import (
	"parley/model/extract/lexicon"
	"parley/model/extract/prose"
)

// Strangers: one person by office or by what they are, whom no name stands for: "an aide to the delegation", "the Minister".
//
// Rules:
//   - A stranger who is the subject of a clause is weighed like anybody with a name when "he" or "she" is led back.
//   - Where the pronoun is theirs it stays open: it is never led past them to a name farther off.

// stranger is nobody of Actors.
const stranger int32 = -2

// strange notes the stranger whose phrase ends with a token.
func (f *follower) strange(i int32) {
	s, t := f.s, &f.s.d.Tokens[i]
	if !f.assembly.individual(i) || s.plural(i) || f.named(t) {
		return
	}
	if i+1 < s.end && s.d.Tokens[i+1].Kind == prose.Possessive {
		if _, det := s.nounPhrase(i, s.paragraphStart()); det == s.paragraphStart() {
			n := f.another(det, stranger)
			n.owner, n.heads = true, true
		}
		return
	}
	if s.nounFollows(i + 1) {
		return
	}
	_, det := s.nounPhrase(i, s.paragraphStart())
	if det < 0 {
		det = s.ofKin(i)
	}
	if det < 0 || !s.subject(det, i+1) || f.sightsIn == f.sentence && f.sightTo == det-1 && s.d.Tokens[f.sightTo].Kind == prose.Comma {
		return // or what is said of who was just named: "Ada Quill, the oldest senator"
	}
	n := f.another(det, stranger)
	n.subject, n.acts, n.opens = true, s.speaks(i+1), f.sightsIn != f.sentence
	n.gender = (s.traits[i] | trait(genders.Of(t.Hash))) & (male | female)
	f.question(n, i+1)
	f.sightsIn = f.sentence
}

// ofKin answers where the words begin that tell whose wife or brother somebody is: "his ex-wife"; -1: nothing does.
func (s *scan) ofKin(i int32) int32 {
	switch s.d.Word(i) {
	case "man", "woman", "boy", "girl": // "his man" is mostly the one spoken of
		return -1
	}
	if genders.Of(s.d.Tokens[i].Hash) == 0 {
		return -1
	}
	for k := i - 1; k >= s.paragraphStart() && k >= i-2; k-- {
		switch s.d.Word(k) {
		case "his", "her", "their", "His", "Her", "Their":
			return k
		}
	}
	return -1
}

// vague tells somebody without a name whose word tells no gender: a voter.
func (f *follower) vague(actor int32) bool {
	x := &f.Actors[actor]
	return x.Unnamed && (trait(genders.Of(lexicon.Hash(lastWord(x.Name))))|trait(traits().Of(lexicon.Hash(lastWord(x.Name)))))&(male|female) == 0
}

// named tells whether a token lies in the mention of somebody.
func (f *follower) named(t *prose.Token) bool {
	for k := f.next - 1; k >= 0 && k >= f.next-3; k-- {
		if m := &f.Mentions[k]; m.Start <= t.Start && t.End <= m.End {
			return true
		}
	}
	return false
}
