package actor

import (
	"strings"

	"parley/model"
	"parley/model/extract/lexicon"
	"parley/model/extract/prose"
)

const outletKind = model.Outlet

// settle makes of the parts of a phrase who is named in it, and answers where to go on.
func (s *scan) settle(p *phrase, from, to int32) int32 {
	switch {
	case p.name >= 0:
		to = s.settleName(p, to)
	case p.nounTo > p.nounFrom:
		to = s.settleCollective(p, from, to)
	case p.roleTo > p.roleFrom:
		to = s.settleOffice(p, from, to)
	case p.nation >= 0:
		to = s.settleNation(p, to)
	}
	return max(to, from+1)
}

// settleName gives a name its role and party.
func (s *scan) settleName(p *phrase, to int32) int32 {
	r := &s.raws[p.name]
	if p.roleTo > p.roleFrom {
		r.roleFrom, r.roleTo = p.roleFrom, p.roleTo
		n := p.nation
		if p.roleTo == r.from || n >= 0 && s.raws[n].from == p.roleTo && s.raws[n].to == r.from { // le ministre français Luc Moreau
			r.rank = int16(r.from - p.roleFrom)
		}
	}
	r.gender |= p.gender
	if p.nation >= 0 && !s.raws[p.nation].place {
		if p.roleTo > p.roleFrom || p.owned || s.raws[p.nation].use == demonym {
			r.party = p.nation
			s.raws[p.nation].modifier = true
		} else {
			s.judge(p.nation)
		}
	}
	if n := s.stateOf(p, r, to); n >= 0 {
		r = &s.raws[p.name]
		r.party, to = n, s.raws[n].to
	}
	r.acts = s.speaks(to) || s.spoken(r)
	if r.to-r.from == 1 && s.rules(to) {
		r.acts, r.sure = true, true
	}
	n := p.name
	if to < s.end && s.d.Tokens[to].Kind == prose.Word && s.traits[to]&bodyNoun != 0 && !s.d.Tokens[to].Is(prose.Capital) {
		r.acts, r.the, r.sure = true, false, true // the Quill administration
		b := s.note(r.from, to+1, body)
		b.party, b.acts = n, s.speaks(to+1)
		return to + 1
	}
	if r.sort == unknown && r.to-r.from == 1 {
		return to
	}
	if to+1 >= s.end || s.d.Tokens[to].Kind != prose.Comma {
		return to
	}
	next := s.after(n, to)
	if r = &s.raws[n]; r.roleFrom >= to && r.roleTo > r.roleFrom {
		s.note(s.rolesFront(r), r.roleTo, apposed).party = n
	}
	return next
}

// rolesFront answers where the words of a role begin, with the party that stands right before it: "Harbour Command commander".
func (s *scan) rolesFront(r *raw) int32 {
	if r.party < 0 {
		return r.roleFrom
	}
	party := &s.raws[r.party]
	if party.to == r.roleFrom || party.to+1 == r.roleFrom && s.d.Tokens[party.to].Kind == prose.Possessive {
		return party.from
	}
	return r.roleFrom
}

// settleCollective notes a group, or a body of a nation.
func (s *scan) settleCollective(p *phrase, from, to int32) int32 {
	sort, party, first := collective, int32(-1), p.nounFrom
	if p.noun&groupNoun == 0 || voices.Has(s.d.Tokens[p.nounTo-1].Hash) {
		sort = body
	}
	if p.nation >= 0 {
		n := &s.raws[p.nation]
		n.modifier, n.place = true, false
		party, first = p.nation, n.from
	} else if n := s.governs(p.nounTo); n >= 0 {
		party, to = n, s.raws[n].to
	}
	r := s.note(first, p.nounTo, sort)
	r.party, r.acts = party, s.speaks(p.nounTo)
	r.the = first > 0 && s.d.Tokens[first-1].Hash == hashThe
	return to
}

// ofRegions are offices whose "of Georgia" may be the one that is no state.
var ofRegions = func() *lexicon.Words {
	w := lexicon.NewWords(16)
	for word := range strings.FieldsSeq("senator sen sen. representative rep rep. congressman congresswoman governor gov gov. mayor sheriff delegate") {
		w.Put(lexicon.Hash(word), 1)
	}
	return w
}()

// stateOf reads the state behind a name with an office: "Foreign Minister Ada Quill of Veld". -1: there is none.
// A name without an office has its state in brackets: "ADA QUILL (Veld)".
func (s *scan) stateOf(p *phrase, r *raw, to int32) int32 {
	if n := s.inBrackets(r, to); n >= 0 {
		return n
	}
	if p.roleTo <= p.roleFrom || p.roleTo != r.from || r.party >= 0 || r.to != to || ofRegions.Has(s.d.Tokens[p.roleTo-1].Hash) {
		return -1
	}
	n := s.governs(to)
	if n >= 0 && (s.raws[n].use != plain || s.tableOf(s.raws[n].own).entries[s.raws[n].entry].kind != model.State) {
		s.raws = s.raws[:n]
		return -1
	}
	return n
}

// inBrackets reads a state that stands in brackets behind a name. -1: there is none.
func (s *scan) inBrackets(r *raw, to int32) int32 {
	f, own, end := s.bracketed(to)
	if r.party >= 0 || r.to != to || end == to {
		return -1
	}
	s.raws = append(s.raws, raw{from: to + 1, to: end, entry: f.entry, use: f.use, own: own, sort: tabled, party: -1, actor: -1, modifier: true})
	return int32(len(s.raws) - 1)
}

// bracketed reads a state in brackets, up to the one that closes; to itself where none stands there.
func (s *scan) bracketed(to int32) (f form, own bool, end int32) {
	if to+2 >= s.end || s.d.Tokens[to].Kind != prose.Open {
		return f, own, to
	}
	f, own, end = s.named(to + 1)
	if end == to+1 || end >= s.end || s.d.Tokens[end].Kind != prose.Close || f.use != plain || s.tableOf(own).entries[f.entry].kind != model.State {
		return f, own, to
	}
	return f, own, end
}

// governs reads the nation behind "of": "the government of Veld", "the parliament of the Veld Republic". -1: there is none.
func (s *scan) governs(i int32) int32 {
	if i+1 >= s.end || s.d.Tokens[i].Hash != hashOf {
		return -1
	}
	i++
	if s.d.Tokens[i].Hash == hashThe && i+1 < s.end {
		i++
	}
	f, own, to := s.named(i)
	if to == i || f.use == weak || s.tableOf(own).entries[f.entry].kind == outletKind {
		return -1
	}
	s.raws = append(s.raws, raw{from: i, to: to, entry: f.entry, use: f.use, own: own, sort: tabled, party: -1, actor: -1, modifier: true})
	return int32(len(s.raws) - 1)
}

// settleOffice notes a role without a name; a name behind a comma is taken: "the Veld minister, Ada Quill, said".
func (s *scan) settleOffice(p *phrase, from, to int32) int32 {
	r := raw{from: p.roleFrom, to: p.roleTo, roleFrom: p.roleFrom, roleTo: p.roleTo, sort: office, party: -1, actor: -1, gender: p.gender}
	if p.nation >= 0 {
		n := &s.raws[p.nation]
		n.modifier, n.place = true, false
		r.party = p.nation
		r.from = min(r.from, n.from)
		r.to = max(r.to, n.to)
	}
	r.acts = s.speaks(to)
	r.the = r.from > 0 && s.d.Tokens[r.from-1].Hash == hashThe
	if next := s.calledThen(p, &r, to); next > to {
		return next
	}
	s.raws = append(s.raws, r)
	return to
}

// calledThen reads the name behind a role and a comma; what the role is of may stand between: "a doctor from Lund, Ada Quill,".
func (s *scan) calledThen(p *phrase, r *raw, to int32) int32 {
	comma := s.further(to)
	at := comma + 1
	if s.headline || at >= s.end || s.d.Tokens[comma].Kind != prose.Comma || !s.capitalAt(at) && s.traits[at]&prefixed == 0 {
		return to
	}
	q := phrase{nation: -1, name: -1, roleFrom: p.roleFrom, roleTo: p.roleTo, gender: p.gender}
	if s.traits[at]&titled != 0 && s.nameFollows(at+1) {
		q.title, q.gender = true, q.gender|s.traits[at]&(male|female)
		at++
	}
	if _, _, tabled := s.named(at); tabled > at {
		return to
	}
	noted := len(s.raws)
	next := s.sequence(&q, at)
	if next == at {
		return to
	}
	name := &s.raws[len(s.raws)-1]
	closed := next < s.end && s.d.Tokens[next].Kind == prose.Comma
	switch {
	case q.name < 0, comma > to && !closed:
	case name.to-name.from >= 2 && (q.title || s.traits[name.from]&given != 0 || closed || s.speaks(next)), closed && s.speaks(next+1):
		name.roleFrom, name.roleTo, name.party, name.sort = r.roleFrom, r.roleTo, r.party, person
		name.acts = s.speaks(next) || closed && s.speaks(next+1)
		s.raws = append(s.raws, raw{from: r.from, to: r.to, sort: apposed, party: int32(len(s.raws) - 1), actor: -1})
		return next
	}
	s.raws = s.raws[:noted]
	return to
}

// further answers where the comma is that closes what a role is of: "a doctor from Lund," "the head of the bigger bank,".
func (s *scan) further(to int32) int32 {
	if to >= s.end || s.traits[to]&(placeBefore|towards) == 0 && s.d.Tokens[to].Hash != hashOf && s.d.Tokens[to].Hash != hashFor {
		return to
	}
	for i := to + 1; i < s.end && i < to+8; i++ {
		t := &s.d.Tokens[i]
		if t.Kind == prose.Comma {
			return i
		}
		class, _ := s.cues.Kind(t.Number, t.Hash)
		if t.Kind != prose.Word && t.Kind != prose.Possessive || s.traits[i]&auxiliary != 0 || class != lexicon.NoClass {
			break
		}
	}
	return to
}

// settleNation notes somebody of the tables, or an organisation, who stands alone.
func (s *scan) settleNation(p *phrase, to int32) int32 {
	s.judge(p.nation)
	r := &s.raws[p.nation]
	r.acts = s.speaks(to)
	if to+2 < s.end && s.d.Tokens[to].Kind == prose.Open && s.d.Tokens[to+2].Kind == prose.Close && s.d.Tokens[to+1].Is(prose.Upper) {
		return to // the acronym is read by itself
	}
	return to
}

// personal are what a person alone has: kin, a character. Firms have lawyers too.
var personal = func() *lexicon.Words {
	w := lexicon.NewWords(64)
	for word := range strings.FieldsSeq(`wife husband son sons daughter daughters brother brothers sister sisters father mother widow nephew
		niece cousin uncle aunt henchmen cronies loyalists brutality inhumanity cruelty tyranny ruthlessness`) {
		w.Put(lexicon.Hash(word), 1)
	}
	return w
}()

// rules tells "'s brutal regime" and "'s wife" behind a name: somebody's.
func (s *scan) rules(i int32) bool {
	if i >= s.end || s.d.Tokens[i].Kind != prose.Possessive {
		return false
	}
	for k := i + 1; k < s.end && k < i+4 && s.d.Tokens[k].Kind == prose.Word; k++ {
		if personal.Has(s.d.Tokens[k].Hash) {
			return true
		}
		if s.traits[k]&bodyNoun != 0 && !s.d.Tokens[k].Is(prose.Capital) {
			return voices.Has(s.d.Tokens[k].Hash)
		}
	}
	return false
}
