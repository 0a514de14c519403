package actor

import (
	"slices"
	"strings"

	"parley/model"
	"parley/model/extract/lexicon"
	"parley/model/extract/prose"
)

// People without a name: "a Western official", "one resident".
//
// Rules:
//   - After "a", "an", "one", "another" somebody who speaks or acts is a person of their own: two of them are never one.
//     Whatever stands before "who" is somebody.
//   - "the official" is the one named so last, at most three paragraphs ago, or who is described so where the name stands.
//   - A nation before the word is the party.

var genders = func() *lexicon.Words {
	w := lexicon.NewWords(32)
	for word, g := range map[string]trait{"man": male, "boy": male, "father": male, "husband": male, "brother": male, "son": male,
		"businessman": male, "spokesman": male, "woman": female, "girl": female, "mother": female, "wife": female, "sister": female,
		"daughter": female, "ex-wife": female, "ex-husband": male, "businesswoman": female, "spokeswoman": female} {
		w.Put(lexicon.Hash(word), uint32(g))
	}
	return w
}()

// grades are heads that are adjectives too: "a major issue", "a general view".
var grades = func() *lexicon.Words {
	w := lexicon.NewWords(8)
	for _, word := range []string{"major", "general", "chief", "private"} {
		w.Put(lexicon.Hash(word), 1)
	}
	return w
}()

// indefinite tells whether a phrase stands after "a", "one" and their like.
func (s *scan) indefinite(r *raw) bool {
	return r.from > 0 && s.traits[r.from-1]&indefinite != 0
}

// A somebody is a phrase that may be a person without a name: the word that it ends in, where the words before that begin, and
// the determiner; -1: the word is one for several, of whom one is meant.
type somebody struct{ at, from, det int32 }

// A nameless is a person without a name as noted last under a word.
type nameless struct {
	paragraph int
	actor     int32
}

// mostWhoever is how many words that are none for people stand before "who" in a text; where there are more, others are weighed too.
const mostWhoever = 64

// notePeople notes where in a paragraph people without a name may stand, by the words beside them: what is asked of the text as
// a whole can wait until all names are known.
func (s *scan) notePeople(b *prose.Bounds) {
	for i := b.FirstToken; i < b.LastToken; i++ {
		people := s.traits[i]&(folk|head) != 0
		if !people && !s.whoever && (i+1 == b.LastToken || s.traits[i+1]&standsFor == 0) {
			continue
		}
		t := &s.d.Tokens[i]
		if t.Kind != prose.Word || t.Is(prose.Capital) || t.Quote >= 0 {
			continue
		}
		if !people && !s.whose(i+1) && !(s.whoever && s.perhaps.has(t.Hash)) {
			continue
		}
		from, det := s.phraseOf(i)
		if from < 0 {
			continue
		}
		s.anybody = append(s.anybody, somebody{i, from, det})
		if !people {
			s.whoever = true
			s.perhaps.add(t.Hash)
		}
	}
}

// phraseOf answers where the phrase of a person without a name begins that ends in a word, and its determiner; -1: none does.
func (s *scan) phraseOf(i int32) (from, det int32) {
	if s.plural(i) {
		return s.oneOf(i), -1
	}
	if from, det = s.nounPhrase(i, s.paragraphStart()); det < 0 || s.nounFollows(i+1) {
		return -1, -1
	}
	return from, det
}

// unnamed takes the people without a name.
func (a *assembly) unnamed() {
	found := a.found[:0]
	for n := range a.anybody {
		x := &a.anybody[n]
		a.at(x.at)
		if a.traits[x.at]&(folk|head) == 0 && !a.whose(x.at+1) && !a.noted.has(a.d.Tokens[x.at].Hash) {
			continue
		}
		if r := a.withoutName(x); r.actor >= 0 {
			a.bound(&r)
			found = append(found, r)
		}
	}
	if a.found = found; len(found) > 0 {
		a.merge()
	}
}

// merge takes the people without a name among the raws, instead of the offices that are nobody, and all into the order of the
// text.
func (a *assembly) merge() {
	a.raws = slices.DeleteFunc(a.raws, func(r raw) bool { return r.sort == office && r.actor < 0 })
	inOrder(a.raws)
	inOrder(a.found)
	a.raws = merged(a.raws, a.found, func(x, y *raw) bool { return x.from > y.from })
}

// inOrder puts raws in the order of the text: those of one phrase may stand the wrong way round, none is far from its place.
func inOrder(raws []raw) {
	for i := 1; i < len(raws); i++ {
		if raws[i].from >= raws[i-1].from {
			continue
		}
		r, k := raws[i], i
		for ; k > 0 && raws[k-1].from > r.from; k-- {
			raws[k] = raws[k-1]
		}
		raws[k] = r
	}
}

// withoutName answers who a phrase is, of actor -1 where it is nobody.
func (a *assembly) withoutName(x *somebody) raw {
	i, from, det := x.at, x.from, x.det
	if det < 0 {
		n := a.add(Actor{Name: Lowered(a.words(from, i+1)), Kind: model.Person, Unnamed: true, Party: a.nationIn(from, i)})
		return raw{from: from, to: i + 1, sort: person, party: -1, actor: n, acts: true}
	}
	nobody := raw{actor: -1}
	if a.traits[i]&(folk|head) == 0 && a.beside(det) || a.taken(i) {
		return nobody
	}
	again := raw{from: from, to: i + 1, sort: office, party: -1}
	word := a.d.Tokens[i].Hash
	if a.d.Tokens[det].Hash == hashThe {
		if n, ok := a.noted.of(word); ok && a.paragraph-a.nameless[n].paragraph <= 3 {
			again.actor = a.nameless[n].actor
			return again
		}
		if again.actor = a.bearer(det, i); again.actor >= 0 {
			return again
		}
		if !a.whose(i+1) || !a.individual(i) {
			return nobody
		}
	}
	if again.actor = a.calledSo(i); again.actor >= 0 {
		return again
	}
	party := a.nationIn(from, i)
	if !a.speaks(i+1) && !a.did(i+1) && !a.spoken(&raw{from: det, to: i + 1}) && !a.whose(i+1) && !a.clause(i+1) && !a.spokesman(i) &&
		(!a.doing(i+1) && party == "" || !a.individual(i) || !a.standsAlone(det)) {
		return nobody
	}
	n := a.add(Actor{Name: Lowered(a.words(det, i+1)), Kind: model.Person, Unnamed: true, Party: party, gender: trait(genders.Of(word))})
	a.noted.put(word, int32(len(a.nameless)))
	a.nameless = append(a.nameless, nameless{a.paragraph, n})
	return raw{from: from, to: i + 1, sort: person, party: -1, actor: n, acts: true}
}

// Lowered answers words that name nobody as they stand within a sentence: "a senior official".
func Lowered(words string) string {
	if words != "" && words[0] >= 'A' && words[0] <= 'Z' {
		return string(words[0]+'a'-'A') + words[1:]
	}
	return words
}

// plural tells words for several people: they are groups.
func (s *scan) plural(i int32) bool {
	if s.traits[i]&groupNoun != 0 {
		return true
	}
	w := s.d.Word(i)
	return len(w) > 3 && w[len(w)-1] == 's' && w[len(w)-2] != 's' || w == "people" || w == "women" || w == "men" || w == "children" || endsIn(w, "men")
}

// nounPhrase looks left for the determiner of a word: "a", "one" or "the", at most four words away.
func (s *scan) nounPhrase(i, first int32) (from, determined int32) {
	for k := i - 1; k >= first && k >= i-5; k-- {
		t := &s.d.Tokens[k]
		if t.Kind != prose.Word {
			return i, -1
		}
		if s.traits[k]&indefinite != 0 || t.Hash == hashThe {
			return k + 1, k
		}
		if s.traits[k]&(function|auxiliary) != 0 {
			return i, -1
		}
	}
	return i, -1
}

// nounFollows tells whether the word only describes what comes next: "a government plan", "a senior official Ada Quill".
func (s *scan) nounFollows(i int32) bool {
	if i >= s.end || s.d.Tokens[i].Kind != prose.Word {
		return s.d.Tokens[min(int(i), len(s.d.Tokens)-1)].Kind == prose.Possessive
	}
	if grades.Has(s.d.Tokens[i-1].Hash) && s.traits[i]&(function|auxiliary) == 0 {
		class, form := s.cues.Kind(s.d.Tokens[i].Number, s.d.Tokens[i].Hash)
		return !s.did(i) && (class == lexicon.NoClass || form == lexicon.Base)
	}
	return s.traits[i]&(folk|head|groupNoun|bodyNoun|orgWord) != 0 || s.d.Tokens[i].Is(prose.Capital)
}

// calledSo answers the person whose name stands behind the word between commas: "one girl, Ada, tells".
func (a *assembly) calledSo(i int32) int32 {
	if i+3 >= a.end || a.d.Tokens[i+1].Kind != prose.Comma {
		return -1
	}
	k := a.rawFrom(i + 2)
	if k == len(a.raws) || a.raws[k].from != i+2 || a.raws[k].sort != unknown && a.raws[k].sort != person {
		return -1
	}
	r := &a.raws[k]
	if r.place || r.to >= a.end || a.d.Tokens[r.to].Kind != prose.Comma && a.d.Tokens[r.to].Kind != prose.Stop {
		return -1
	}
	if r.actor < 0 {
		r.sort, r.actor = person, a.single(r)
	}
	a.actors[r.actor].gender |= trait(genders.Of(a.d.Tokens[i].Hash))
	r.acts = r.acts || a.speaks(r.to+1)
	return r.actor
}

// beside tells a phrase that only says where or of what somebody is: "a coach at a big game who".
func (a *assembly) beside(det int32) bool {
	return det > 0 && (a.traits[det-1]&placeBefore != 0 || a.d.Tokens[det-1].Hash == hashOf || a.d.Tokens[det-1].Hash == hashFor)
}

// spokesman tells who speaks for somebody, whatever follows.
func (a *assembly) spokesman(i int32) bool {
	return strings.HasPrefix(a.d.Word(i), "spokes") && i+1 < a.end && a.d.Tokens[i+1].Hash == hashFor
}

// did tells a past form right behind somebody: "a spokesman declined".
func (s *scan) did(i int32) bool {
	return i < s.end && s.d.Tokens[i].Kind == prose.Word && endsIn(s.d.Word(i), "ed")
}

// doing tells what somebody was about: "a diplomat speaking on the condition", not "a diplomat training course", "an official meeting".
func (s *scan) doing(i int32) bool {
	if i+1 >= s.end || s.d.Tokens[i].Kind != prose.Word || !endsIn(s.d.Word(i), "ing") || s.d.Word(i-1) == "official" {
		return false
	}
	return s.traits[i]&(venue|eventWord|orgWord) == 0 && (s.traits[i+1]&(determiner|function) != 0 || s.d.Tokens[i+1].Is(prose.Capital))
}

// standsAlone tells a phrase that is somebody, not what somebody is: not "was a diplomat", "Ada Quill, a diplomat", "as a diplomat".
func (s *scan) standsAlone(det int32) bool {
	if det == 0 {
		return true
	}
	t := &s.d.Tokens[det-1]
	if t.Kind != prose.Word {
		return t.Kind == prose.Stop
	}
	switch s.d.Word(det - 1) {
	case "as", "and", "or", "become", "became", "like", "than":
		return false
	}
	return s.traits[det-1]&auxiliary == 0
}

// whose tells "who" and "whose" behind somebody.
func (s *scan) whose(i int32) bool {
	return i < s.end && (s.d.Tokens[i].Hash == hashWho || s.d.Tokens[i].Hash == hashWhose)
}

// individual tells one person: "the officer who", not "the family who".
func (a *assembly) individual(i int32) bool {
	if a.traits[i]&(folk|head) == 0 || a.traits[i]&(bodyNoun|groupNoun|orgWord) != 0 || bands.Has(a.d.Tokens[i].Hash) {
		return false
	}
	return true
}

// taken tells whether a word is in a phrase that stands for somebody already: "Ada Quill, the leader who".
func (a *assembly) taken(i int32) bool {
	k := a.rawFrom(i + 1)
	for n := 0; n < 6 && k > 0; n++ {
		k--
		if r := &a.raws[k]; r.from <= i && i < r.to && r.actor >= 0 && standIn(r.sort) {
			return true
		}
	}
	return false
}

// bands are words for several people that tell no office either.
var bands = func() *lexicon.Words {
	w := lexicon.NewWords(16)
	for _, word := range []string{"family", "crowd", "audience", "panel", "network", "site", "website", "staff", "couple",
		"pair", "person", "paper", "press", "daily", "tabloid", "palace", "kremlin", "community", "fan", "star"} {
		w.Put(lexicon.Hash(word), 1)
	}
	return w
}()

// clause tells the clause without "who" behind somebody: "one man we met".
func (a *assembly) clause(i int32) bool {
	if i+1 >= a.end || a.traits[i+1]&function != 0 {
		return false
	}
	switch a.d.Word(i) {
	case "I", "we", "he", "she", "they":
		return true
	}
	return false
}

// oneOf answers where "one of the" begins before a word for several, where the one acts; -1: it does not.
func (s *scan) oneOf(i int32) int32 {
	if !s.speaks(i+1) && !s.did(i+1) && !s.whose(i+1) {
		return -1
	}
	for k := i - 1; k >= i-5 && k > s.paragraphStart() && s.d.Tokens[k].Kind == prose.Word; k-- {
		if s.d.Tokens[k].Hash == hashOf && s.d.Tokens[k-1].Hash == hashOne {
			return k - 1
		}
		if s.traits[k]&(function|auxiliary) != 0 && s.traits[k]&(determiner|several) == 0 {
			return -1
		}
	}
	return -1
}

// nationIn answers the party that an adjective in a stretch tells.
func (a *assembly) nationIn(from, to int32) string {
	for i := a.rawFrom(from); i < len(a.raws) && a.raws[i].from < to; i++ {
		if r := &a.raws[i]; r.sort == tabled || r.sort == organisation {
			return a.partyOf(int32(i))
		}
	}
	return ""
}
