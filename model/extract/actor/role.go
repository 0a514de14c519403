package actor

import (
	"parley/model"
	"parley/model/extract/lexicon"
	"parley/model/extract/prose"
)

// Roles: "special envoy", "Secretary of State", "minister for trade", "president of the Veld Council".

// inside are the words after "of" that belong to the role itself.
var inside = func() *lexicon.Words {
	w := lexicon.NewWords(64)
	for _, word := range []string{"state", "staff", "government", "mission", "delegation", "cabinet", "parliament", "defence",
		"defense", "foreign", "finance", "trade", "justice", "energy", "interior", "economy", "security", "affairs", "operations",
		"intelligence", "negotiations", "protocol", "studies", "research", "communications", "policy", "talks", "law"} {
		w.Put(lexicon.Hash(word), 1)
	}
	return w
}()

// role reads a role and what "of" brings: more of the role, or the party.
func (s *scan) role(p *phrase, at int32) int32 {
	to, last := at, int32(-1)
	for to < s.end && to < at+6 && s.d.Tokens[to].Kind == prose.Word && (s.traits[to]&(head|modifier) != 0 || to == at && s.bodyOffice(at)) {
		if s.traits[to]&head != 0 {
			last = to
		}
		to++
	}
	if last < 0 {
		return at
	}
	to = s.interim(last + 1)
	if s.traits[last]&groupNoun != 0 && !s.nameFollows(to) {
		return at
	}
	p.roleFrom, p.roleTo = at, to
	for i := at; i < to; i++ {
		p.gender |= s.traits[i] & (male | female)
	}
	next := s.complement(p, to)
	if p.roleTo > to && next == p.roleTo && next < s.end && s.d.Tokens[next].Hash == hashFor {
		return s.region(next) // of the Council for the Near Valley
	}
	return next
}

// interim reads "ad interim" behind an office.
func (s *scan) interim(i int32) int32 {
	k := i
	if k < s.end && s.d.Tokens[k].Kind == prose.Comma {
		k++
	}
	switch {
	case k < s.end && s.d.Word(k) == "a.i.":
		return k + 1
	case k+1 < s.end && s.d.Word(k) == "ad" && s.d.Word(k+1) == "interim":
		return k + 2
	}
	return i
}

// bodyOffice tells a word for bodies that only says what office follows: "Council President", "Embassy Chargé".
func (s *scan) bodyOffice(i int32) bool {
	return s.traits[i]&orgWord != 0 && s.d.Tokens[i].Is(prose.Capital) && s.capitalAt(i+1) && s.traits[i+1]&head != 0 && s.traits[i+1]&(orgWord|groupNoun) == 0 &&
		!(s.capitalAt(i+2) && s.traits[i+2]&(orgWord|placeWord|eventWord) != 0)
}

// region reads a second complement, "for the Sahel", which tells no party.
func (s *scan) region(at int32) int32 {
	i := at + 1
	if i < s.end && s.d.Tokens[i].Hash == hashThe {
		i++
	}
	first := i
	for i < s.end && i < first+4 && s.capitalAt(i) {
		i++
	}
	if i == first {
		return at
	}
	return i
}

// complement reads what "of" or "for" brings to a role.
func (s *scan) complement(p *phrase, at int32) int32 {
	if at+1 >= s.end {
		return at
	}
	if h := s.d.Tokens[at].Hash; h != hashOf && h != hashFor {
		return at
	}
	i := at + 1
	if s.d.Tokens[i].Hash == hashThe && i+1 < s.end {
		i++
	}
	k := i
	for k < s.end && k < i+3 && s.d.Tokens[k].Kind == prose.Word && inside.Has(s.d.Tokens[k].Hash) {
		k++
	}
	if k > i {
		p.roleTo = k
		if k+1 < s.end && s.d.Tokens[k].Hash == hashOf { // chief of staff of ...
			return s.belongs(p, k, k+1)
		}
		return k
	}
	return s.belongs(p, at, i)
}

// belongs reads the nation or body after "of", which is the party of the role.
func (s *scan) belongs(p *phrase, at, i int32) int32 {
	if s.d.Tokens[i].Hash == hashThe && i+1 < s.end {
		i++
	}
	if p.nation >= 0 || !s.d.Tokens[i].Is(prose.Capital|prose.Upper) && s.traits[i]&opens == 0 {
		return at
	}
	if next := s.nation(p, i); next > i {
		if past := s.matter(next); past > next {
			s.raws[p.nation].modifier = true
			p.nation, p.roleTo = -1, past
			return past
		}
		if r := &s.raws[p.nation]; r.sort == tabled && s.tableOf(r.own).entries[r.entry].kind == model.Group {
			r.place = true // minister for a region: part of the role
			p.nation, p.roleTo = -1, next
			return next
		}
		s.raws[p.nation].modifier = true
		return next
	}
	q := phrase{nation: -1, name: -1, roleFrom: -1, roleTo: -1}
	next := s.sequence(&q, i)
	switch {
	case next == i:
		return at
	case q.nation >= 0: // an organisation
		p.nation = q.nation
		s.raws[p.nation].modifier = true
		return next
	}
	s.raws = s.raws[:len(s.raws)-1] // minister of Foreign Affairs: part of the role
	for k := i + 1; k < next; k++ {
		if s.traits[k]&given != 0 && k+1 < next {
			next = k // minister for the Near Valley Ada Quill
		}
	}
	next = s.matter(next)
	p.roleTo = next
	return next
}

// matters are what an office may be for: "envoy for the Veld dispute", "adviser for the Veld peace process".
var matters = lexicon.Listed("dispute conflict crisis war talks negotiations peace process question issue file dossier")

// matter goes on from a name over the words for what an office is for.
func (s *scan) matter(i int32) int32 {
	for i < s.end && s.d.Tokens[i].Kind == prose.Word && matters().Has(s.d.Tokens[i].Hash) {
		i++
	}
	return i
}

// collective reads "Western negotiators", "Iraqi security forces", "the Veld government".
func (s *scan) collective(p *phrase, at int32) int32 {
	if s.proper(at) {
		return at
	}
	i, strange := at, 0
	for ; i < s.end && i < at+5; i++ {
		t := &s.d.Tokens[i]
		if t.Kind != prose.Word {
			return at
		}
		if s.traits[i]&(groupNoun|bodyNoun) != 0 && !s.goesOn(i+1) {
			break
		}
		if s.traits[i]&(modifier|head|groupNoun) != 0 {
			continue
		}
		if t.Is(prose.Capital) || s.traits[i]&(function|auxiliary) != 0 || strange > 0 || p.nation < 0 {
			return at
		}
		strange++
	}
	if i >= s.end || i >= at+5 || s.traits[i]&(groupNoun|bodyNoun) == 0 {
		return at
	}
	if s.traits[i]&head != 0 && s.nameFollows(i+1) && !s.starts(i+1) {
		return at // ministers Ada Quill and Bo Oke: roles
	}
	p.nounFrom, p.nounTo, p.noun = at, i+1, s.traits[i]&(groupNoun|bodyNoun)
	return i + 1
}

// proper tells a noun that is a name here: the Coalition.
func (s *scan) proper(i int32) bool {
	return s.d.Tokens[i].Is(prose.Capital) && s.traits[i]&orgWord != 0 && !s.starts(i) && !s.headline
}

// goesOn tells whether the next word still belongs before the noun: "security forces commander", "team member".
func (s *scan) goesOn(i int32) bool {
	return i < s.end && s.d.Tokens[i].Kind == prose.Word && !s.d.Tokens[i].Is(prose.Capital) &&
		(s.traits[i]&(groupNoun|bodyNoun|head) != 0 || s.d.Tokens[i].Hash == hashMember)
}

var hashMember = lexicon.Hash("member")

// after reads a role behind the name of raw n: "Ada Quill, the Veld foreign minister,".
func (s *scan) after(n, at int32) int32 {
	if at+1 >= s.end || s.d.Tokens[at].Kind != prose.Comma {
		return at
	}
	i := at + 1
	for n := 0; n < 3 && i < s.end && s.traits[i]&determiner != 0 && !s.letters(i); n++ {
		i++
	}
	if i+1 < s.end && s.d.Tokens[i].Kind == prose.Word && !s.d.Tokens[i].Is(prose.Capital) && s.d.Tokens[i+1].Kind == prose.Possessive {
		i += 2 // the agency's country director
	}
	p := phrase{nation: -1, name: -1}
	start := i
	for i < s.end {
		next := i
		if p.roleTo == p.roleFrom {
			next = s.nation(&p, i)
			if next == i {
				next = s.role(&p, i)
			}
			if next == i && p.nation >= 0 && s.ofSort(i) {
				next = s.role(&p, i+1)
			}
			if next == i && p.nation < 0 && (s.d.Tokens[i].Kind == prose.Word && s.d.Tokens[i].Is(prose.Capital) || s.ordinal(i)) {
				next = s.office(&p, i)
			}
		}
		if next == i {
			break
		}
		i = next
	}
	i = s.officeOf(&p, i)
	if p.roleTo == p.roleFrom || s.nameFollows(i) && !s.starts(i) {
		if p.nation >= 0 {
			return start // noted already
		}
		return at
	}
	r := &s.raws[n]
	r.roleFrom, r.roleTo = p.roleFrom, p.roleTo
	r.gender |= p.gender
	r.sort = person
	if p.nation >= 0 {
		r.party = p.nation
		s.raws[p.nation].modifier = true
	}
	return i
}

// officeOf reads what stands behind the office of somebody else: "the Veld president's adviser" is the adviser.
func (s *scan) officeOf(p *phrase, i int32) int32 {
	if p.roleTo == p.roleFrom || i+1 >= s.end || s.d.Tokens[i].Kind != prose.Possessive {
		return i
	}
	q := phrase{nation: p.nation, name: -1}
	next := s.role(&q, i+1)
	if q.roleTo > q.roleFrom {
		p.roleTo, p.gender = q.roleTo, q.gender
		return next
	}
	p.roleTo = p.roleFrom
	return i
}

// letters tells a body's letters that are a small word of some language too: the UN is no "un".
func (s *scan) letters(i int32) bool {
	t := &s.d.Tokens[i]
	return t.Is(prose.Upper) && t.End-t.Start > 1
}

// ofSort tells a word between a nation and an office that says of what sort it is: the Veld gang leader.
func (s *scan) ofSort(i int32) bool {
	return i+1 < s.end && s.d.Tokens[i].Kind == prose.Word && !s.d.Tokens[i].Is(prose.Capital) && s.traits[i]&(function|auxiliary) == 0 && s.traits[i+1]&head != 0
}

// office reads a body that is no name of the tables before a role: "a Harbour Authority spokesman".
func (s *scan) office(p *phrase, at int32) int32 {
	q := phrase{nation: -1, name: -1}
	next := s.sequence(&q, at)
	switch {
	case next == at:
		return at
	case q.nation >= 0 && next < s.end && s.traits[next]&(head|modifier) != 0:
		p.nation = q.nation
		return next
	}
	if last := &s.raws[len(s.raws)-1]; (s.d.Tokens[at].Is(prose.Upper) || s.ordinal(at)) && next < s.end && s.traits[next]&(head|modifier) != 0 {
		last.sort = organisation // the OSME spokesman
		p.nation = int32(len(s.raws) - 1)
		return next
	}
	s.raws = s.raws[:len(s.raws)-1]
	if next < s.end && next-at <= 2 && s.traits[next]&(head|modifier) != 0 && !s.d.Tokens[next].Is(prose.Capital) {
		return next // the Lund mayor: of a place, or a nation that no table has
	}
	return at
}
