package actor

import "parley/model/extract/prose"

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
	if s.traits[i]&(folk|head) == 0 || s.plural(i) || s.nounFollows(i+1) || f.named(t) {
		return
	}
	_, det := s.nounPhrase(i, s.paragraphStart())
	if det < 0 || !s.subject(det, i+1) {
		return
	}
	n := named{at: det, actor: stranger, sentence: f.sentence, subject: true, acts: s.speaks(i + 1), opens: f.sightsIn != f.sentence}
	n.gender = (s.traits[i] | trait(genders.Of(t.Hash))) & (male | female)
	f.sightsIn = f.sentence
	f.last = append(f.last, n)
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
