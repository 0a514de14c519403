package actor

import (
	"strings"
	"unicode/utf8"

	"parley/model"
	"parley/model/extract/lexicon"
	"parley/model/extract/prose"
)

// Offices without a name: who of the text holds one, and which are somebody themselves.
//
// Rules:
//   - Who is named behind it, where only what they are stands between; else who had it last, else who has it first.
//   - Where two have it in the sentence that names it last, it is open which of them is meant.
//   - Where nobody has it, an office that one person holds at a time is a person of its own: "the prime minister".

// isVague tells a role that stands for nobody for sure: neither after "the" nor a capital, or after "a".
func (s *scan) isVague(r *raw) bool {
	if s.indefinite(r) {
		return true
	}
	if r.the {
		return false
	}
	long, capital := s.capitals(r)
	return !capital || r.party < 0 && !long
}

// capitals tells whether a role is written with capitals, and whether in several words.
func (s *scan) capitals(r *raw) (long, capital bool) {
	long = r.roleTo-r.roleFrom > 1 && s.d.Tokens[r.roleTo-1].Is(prose.Capital)
	return long, s.d.Tokens[r.roleFrom].Is(prose.Capital) && (!s.starts(r.roleFrom) || long)
}

// takeOffice takes a role without a name: the person of the text who has it, or the office itself where it is one of its kind:
// "President of Oland", or "the President" where nothing tells of whom.
func (a *assembly) takeOffice(r *raw, i int32) {
	role, party := a.words(r.roleFrom, r.roleTo), ""
	if r.party >= 0 {
		party = a.partyOf(r.party)
	}
	if r.actor = a.calledBehind(r, i); r.actor >= 0 {
		a.describe(r, &a.actors[r.actor])
		return
	}
	if r.actor = a.holder(role, party, i); r.actor >= 0 || a.bare != nil && a.bare(a.d.ParagraphAt(int(a.d.Tokens[r.from].Start))) {
		return
	}
	long, capital := a.capitals(r)
	owned := r.from > 0 && standsForOwner(a.d.Word(r.from-1))
	if !sole(role, party) && !((r.the || owned) && long && (party != "" || capital)) {
		return
	}
	name := a.name(r)
	if r.the && party == "" {
		name = "the " + name
	}
	key := ^join(lexicon.Hash(role), lexicon.Hash(party))
	if n, ok := a.full.of(key); ok {
		r.actor = n
		return
	}
	r.actor = a.add(Actor{Name: name, Kind: model.Person, Local: true, Party: party, Role: role, gender: r.gender})
	a.full.put(key, r.actor)
}

// standsForOwner tells "its", "her": whose an office is.
func standsForOwner(word string) bool {
	switch word {
	case "its", "his", "her", "their", "our", "Its", "His", "Her", "Their", "Our":
		return true
	}
	return false
}

// calledBehind answers the person named behind an office and a comma, where only what they are stands between: "the former
// leader of the League, Veld-born militant Omar Sallum,". -1: nobody is.
func (a *assembly) calledBehind(r *raw, i int32) int32 {
	a.at(r.from)
	comma := a.further(r.to)
	if r.party >= 0 {
		comma = a.further(max(r.to, a.raws[r.party].to))
	}
	if int(comma) >= len(a.d.Tokens) || a.d.Tokens[comma].Kind != prose.Comma {
		return -1
	}
	for k := i + 1; int(k) < len(a.raws) && a.raws[k].from <= comma+5; k++ {
		p := &a.raws[k]
		if p.sort != person || p.actor < 0 || p.from <= comma || p.to-p.from < 2 {
			continue
		}
		for n := comma + 1; n < p.from; n++ {
			if a.d.Tokens[n].Kind != prose.Word || a.traits[n]&(head|modifier|folk) == 0 && !a.adjective(n) {
				return -1
			}
		}
		return p.actor
	}
	return -1
}

// adjective tells the adjective of a nation, also as a part of a word: "Veld-born".
func (a *assembly) adjective(n int32) bool {
	k := a.rawAt(n)
	return k >= 0 && a.raws[k].modifier || strings.HasSuffix(a.d.Word(n), "-born") || strings.HasSuffix(a.d.Word(n), "-based")
}

// rawAt answers the raw that begins with a token, -1 where none does.
func (a *assembly) rawAt(n int32) int {
	if k := a.rawFrom(n); k < len(a.raws) && a.raws[k].from == n {
		return k
	}
	return -1
}

// rawFrom answers the first raw that begins with a token or behind it.
func (a *assembly) rawFrom(at int32) int {
	first, past := 0, len(a.raws)
	for first < past {
		if middle := int(uint(first+past) / 2); a.raws[middle].from < at {
			first = middle + 1
		} else {
			past = middle
		}
	}
	return first
}

// holder answers the person who has a role: the one named last before, else the first after; -1 where nobody has it.
func (a *assembly) holder(role, party string, i int32) int32 {
	fits := func(k int32) bool {
		p := &a.raws[k]
		if p.sort != person || p.actor < 0 {
			return false
		}
		x := &a.actors[p.actor]
		return x.Role != "" && sameOffice(x.Role, role) && (party == "" || party == x.Party)
	}
	for k := i - 1; k >= 0 && k > i-400; k-- {
		if fits(k) {
			if a.shared(k, func(n int32) bool { return fits(n) && a.raws[n].actor != a.raws[k].actor }) {
				return -1
			}
			return a.raws[k].actor
		}
	}
	for k := i + 1; int(k) < len(a.raws) && k < i+100; k++ {
		if fits(k) && strings.EqualFold(a.actors[a.raws[k].actor].Role, role) {
			return a.raws[k].actor
		}
	}
	return -1
}

// shared tells whether another has the office in the sentence where it is found last: President A met President B.
func (a *assembly) shared(k int32, another func(int32) bool) bool {
	for n := k - 1; n >= 0 && n > k-12; n-- {
		for t := a.raws[n].to; t < a.raws[n+1].from; t++ {
			if a.d.Tokens[t].Kind == prose.Stop {
				return false
			}
		}
		if another(n) {
			return a.d.ParagraphAt(int(a.d.Tokens[a.raws[n].from].Start)) == a.d.ParagraphAt(int(a.d.Tokens[a.raws[k].from].Start))
		}
	}
	return false
}

// sameOffice tells whether a role may stand for one that was given in full: "the adviser" for "presidential adviser".
func sameOffice(full, short string) bool {
	if !endsAlike(full, short) {
		return false
	}
	full, short = strings.ToLower(full), strings.ToLower(short)
	before, same := strings.CutSuffix(full, short)
	return same && (before == "" || strings.HasSuffix(before, " ") && !beside(before[:len(before)-1]))
}

// endsAlike tells whether one may be the end of the other but for small and capital letters: as far as plain letters tell.
func endsAlike(full, short string) bool {
	for i := 1; i <= min(len(full), len(short)); i++ {
		switch x, y := full[len(full)-i], short[len(short)-i]; {
		case x >= utf8.RuneSelf || y >= utf8.RuneSelf:
			return true
		case lowered(x) != lowered(y):
			return false
		}
	}
	return true
}

// lowered answers the small letter of one below 0x80.
func lowered(b byte) byte {
	if 'A' <= b && b <= 'Z' {
		return b + 'a' - 'A'
	}
	return b
}

// beside tells what makes of an office another one: the deputy mayor is not the mayor.
func beside(word string) bool {
	switch word {
	case "deputy", "vice", "former", "shadow", "assistant":
		return true
	}
	return false
}

// sole tells an office that one person holds at a time: with a nation any but the many of "official".
func sole(role, party string) bool {
	role = strings.ToLower(role)
	if party != "" && !many.Has(lexicon.Hash(lastWord(role))) {
		return !strings.HasPrefix(role, "former ")
	}
	for _, office := range []string{"president", "prime minister", "premier", "chancellor", "foreign minister", "foreign secretary",
		"secretary of state", "secretary-general", "defence minister", "defense minister", "defence secretary", "defense secretary",
		"king", "queen", "pope", "finance minister", "interior minister", "crown prince", "emir", "sultan", "high representative",
		"prime minister-designate", "president-elect", "attorney general", "supreme leader", "chief negotiator", "foreign policy chief"} {
		if strings.HasSuffix(role, office) {
			return !strings.HasPrefix(role, "former ") && !strings.HasPrefix(role, "vice")
		}
	}
	return false
}

var many = func() *lexicon.Words {
	w := lexicon.NewWords(64)
	for _, word := range []string{"official", "diplomat", "officer", "analyst", "expert", "lawmaker", "aide", "adviser", "advisor",
		"source", "observer", "journalist", "reporter", "lawyer", "activist", "senator", "congressman", "mp", "mep", "delegate",
		"negotiator", "mediator", "researcher", "historian", "economist", "professor", "doctor", "judge", "member", "leader",
		"parliamentarian", "councillor", "candidate", "nominee", "contender", "hopeful", "veteran", "banker", "executive", "manager", "monitor", "inspector", "fellow"} {
		w.Put(lexicon.Hash(word), 1)
	}
	return w
}()
