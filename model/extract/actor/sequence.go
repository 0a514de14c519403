package actor

import (
	"parley/model/extract/lexicon"
	"parley/model/extract/prose"
)

// Sequences: capitalised words that the tables do not know.
//
// Rules:
//   - Particles and initials go on between capitals: "Ursula von der Tann", "Bo J. Oke"; "of" only in what has a word for
//     organisations before it: "Ministry of Defence and Trade".
//   - A word that opens a sentence counts only where it is nowhere written small, or is a given name before a capital.
//   - A word for organisations makes an organisation, one for places or agreements at the end makes nobody, a given name
//     before another word makes a person. Of all others the rest of the text has to tell.

// sequence reads a sequence and notes what it is: a body into p.nation, anybody else into p.name.
func (s *scan) sequence(p *phrase, at int32) int32 {
	if s.headline || !s.mayOpen(at) {
		return at
	}
	to, known := s.extent(at)
	if to == at {
		return at
	}
	n := int32(len(s.raws))
	r := s.note(at, to, unknown)
	r.gender = p.gender
	r.the = at > 0 && s.d.Tokens[at-1].Hash == hashThe
	r.titled = p.title
	last := s.traits[to-1]
	switch {
	case p.title || p.roleTo > p.roleFrom:
		r.sort = person
		if to-at >= 3 {
			s.inner(r)
		}
	case to-at >= 2 && last&outletWord != 0 && s.outletLike(at, to):
		r.sort = outlet
	case last&orgWord == 0 && (s.whoActs(at, to) || s.minuted(at, to)):
		r.sort = person
	case last&eventWord != 0 && last&orgWord == 0, last&placeWord != 0 && known&orgWord == 0:
		*r = raw{from: at, to: to, sort: unknown, party: -1, actor: -1, place: true} // so that its words are not read again
		return to
	case to-at >= 3 && last&(orgWord|outletWord) == 0 && s.inner(r):
	case known&orgWord != 0 && (to-at >= 2 || r.the || !s.starts(at)):
		r.sort = organisation
	case s.acronymOf(at, to):
		r.sort = organisation
	case to-at >= 2 && firms().Has(s.d.Tokens[to-1].Hash) && s.traits[at]&given == 0:
		r.sort = organisation
	case to-at >= 2 && s.count(at, to) <= 5 && (s.traits[at]&given != 0 && !s.official(to-1) || s.shaped(at, to)):
		r.sort = person
	}
	if r.sort == person {
		if p.roleTo == p.roleFrom && r.from > at && s.traits[r.from-1]&head != 0 {
			p.roleFrom, p.roleTo = at, r.from
		}
		if r.gender == 0 {
			r.gender = s.traits[r.from] & (male | female)
		}
	}
	if r.sort == organisation || r.sort == outlet {
		if p.nation >= 0 && p.nation < n {
			r.party = p.nation
			s.raws[p.nation].modifier = true
		}
		p.nation = n
		if to < s.end && s.d.Tokens[to].Kind == prose.Possessive {
			p.owned = true
			to++
		}
		return to
	}
	p.name, p.open = n, true
	return to
}

// whoActs tells a given name and a surname that is a word for a place or a thing too, where what follows only people do: "Ada Hill
// said", "Ada Hill, who".
func (s *scan) whoActs(at, to int32) bool {
	if to-at != 2 || s.traits[at]&given == 0 || s.traits[to-1]&(placeWord|eventWord) == 0 {
		return false
	}
	return s.speaks(to) || to+1 < s.end && s.d.Tokens[to].Kind == prose.Comma && s.d.Tokens[to+1].Hash == hashWho
}

// minuted tells a speaker as minutes write them: "ADA QUILL (Veld) said".
func (s *scan) minuted(at, to int32) bool {
	if to-at < 2 || to-at > 4 || !s.d.Tokens[at].Is(prose.Upper) || !s.d.Tokens[to-1].Is(prose.Upper) {
		return false
	}
	_, _, end := s.bracketed(to)
	return end > to && (s.speaks(end+1) || s.did(end+1) || end+1 < s.end && s.d.Tokens[end+1].Kind == prose.Comma)
}

// shaped tells what is written like a person's name: an initial or "al-" in the middle of it.
func (s *scan) shaped(at, to int32) bool {
	for i := at + 1; i < to; i++ {
		t := &s.d.Tokens[i]
		if s.traits[i]&prefixed != 0 && s.d.Text[t.Start] == 'a' || i+1 < to && t.Is(prose.Short) && t.End-t.Start == 2 {
			return true
		}
	}
	return false
}

// inner finds a name behind capitals that are none of it: "Staff Officer Ada Quill", "Petty Officer Quill".
func (s *scan) inner(r *raw) bool {
	for i := r.from; i < r.to-1; i++ {
		if !s.d.Tokens[i].Is(prose.Capital) {
			return false
		}
		if s.traits[i]&given != 0 && s.traits[i]&particle == 0 && i > r.from {
			r.from, r.sort = i, person
			return true
		}
		if s.traits[i]&given != 0 {
			if i == r.from && i+2 < r.to && s.official(i+1) {
				continue // Virginia Governor Ada Quill
			}
			return false
		}
		if i > r.from && (i+2 == r.to || s.official(i) && s.traits[r.from]&given != 0) && s.ranks(i) && !s.verbal(i+1) {
			r.from, r.sort = i+1, person
			return true
		}
	}
	return false
}

// count answers how many words a name has.
func (s *scan) count(at, to int32) (n int32) {
	for i := at; i < to; i++ {
		n += one(s.d.Tokens[i].Kind == prose.Word)
	}
	return n
}

// acronymOf tells letters before an office, which are those of a body: "the OSME commanding general", "an OSME spokesman".
func (s *scan) acronymOf(at, to int32) bool {
	t := &s.d.Tokens[at]
	if to-at != 1 || !t.Is(prose.Upper) || t.End-t.Start < 3 || s.traits[at]&notName != 0 || s.headline {
		return false
	}
	for i := to; i < s.end && i < to+4 && s.d.Tokens[i].Kind == prose.Word && !s.d.Tokens[i].Is(prose.Capital) && s.traits[i]&(head|modifier) != 0; i++ {
		if s.traits[i]&head != 0 && s.traits[i]&groupNoun == 0 {
			return true
		}
	}
	return false
}

// official tells an office that is no surname: Virginia Governor, not Ada Judge.
func (s *scan) official(i int32) bool {
	if s.traits[i]&head == 0 || s.traits[i]&(titled|given|orgWord|groupNoun) != 0 || s.d.Tokens[i].End-s.d.Tokens[i].Start < 6 || grades.Has(s.d.Tokens[i].Hash) {
		return false
	}
	switch s.d.Word(i) {
	case "Judge", "Justice", "Marshal", "Bishop", "Cardinal", "Author", "Chair", "Head", "Whip", "Ruler", "Fellow", "Banker", "Founder", "Sergeant":
		return false
	}
	return true
}

// ranks tells an office that is one of several capitals, with a name behind it.
func (s *scan) ranks(i int32) bool {
	return s.traits[i]&head != 0 && s.traits[i]&(groupNoun|orgWord) == 0 && !s.d.Tokens[i].Is(prose.Upper) && s.traits[i+1]&(head|orgWord|notName) == 0
}

// outletLike tells a newspaper from a post office: the word for outlets is the last, and no other body is in it.
func (s *scan) outletLike(at, to int32) bool {
	for i := at; i < to-1; i++ {
		if s.traits[i]&orgWord != 0 && s.traits[i]&outletWord == 0 {
			return false
		}
	}
	return true
}

// mayOpen tells whether a name may begin with a word.
func (s *scan) mayOpen(at int32) bool {
	t := &s.d.Tokens[at]
	if s.ordinal(at) {
		_, known := s.extent(at)
		return known&orgWord != 0 || s.d.Tokens[at+1].Is(prose.Upper) && at+2 < s.end && s.traits[at+2]&head != 0 // the 7th HBG commander
	}
	if t.Kind != prose.Word {
		return false
	}
	tr := s.traits[at]
	if !t.Is(prose.Capital) {
		return s.traits[at]&prefixed != 0 || tr&particle != 0 && at > 0 && s.traits[at-1]&head != 0 && s.capitalAt(at+1)
	}
	if t.Hash == hashGerman && s.givenHere(at, at+1, false) {
		return true
	}
	if tr&(function|auxiliary|notName) != 0 && !t.Is(prose.Upper) && tr&given == 0 {
		return tr&(function|auxiliary) == 0 && s.capitalAt(at+1) && s.traits[at+1]&orgWord != 0 // the Northern Council
	}
	if !s.starts(at) {
		return true
	}
	next := at+1 < s.end && s.d.Tokens[at+1].Kind == prose.Word && s.d.Tokens[at+1].Is(prose.Capital) && s.traits[at+1]&function == 0
	if tr&given != 0 && (next || !s.small.has(t.Hash)) || t.Is(prose.Upper) && t.End-t.Start > 1 {
		return true
	}
	word := s.d.Text[t.Start:t.End]
	if class, form := s.cues.Kind(t.Number, t.Hash); class != lexicon.NoClass && !next && form != lexicon.Base {
		return false // Asked whether
	}
	if s.small.has(t.Hash) || endsIn(word, "ly") || endsIn(word, "ing") && !(at+1 < s.end && s.d.Tokens[at+1].Kind == prose.Possessive) {
		return next && tr&(orgWord|head) != 0
	}
	return tr&(function|auxiliary) == 0
}

// extent answers how far a sequence goes, and the traits of its words.
func (s *scan) extent(at int32) (to int32, known trait) {
	i := at
	for i < s.end && i < at+12 {
		t := &s.d.Tokens[i]
		if i == at && s.ordinal(i) {
			i++
			continue
		}
		if t.Kind == prose.Mark && i > at && known == 0 && s.nickname(i) {
			i += 3
			to = i
			continue
		}
		if t.Kind != prose.Word {
			break
		}
		switch {
		case t.Is(prose.Capital) || s.traits[i]&prefixed != 0 || i == at && s.traits[i]&particle != 0:
			if i > at && !s.continues(at, i, known) {
				return to, known
			}
			known |= s.traits[i] & (orgWord | placeWord | eventWord | outletWord)
			i++
			to = i
		case i > at && s.traits[i]&particle != 0 && s.capitalSoon(i+1):
			i++
		case i > at && s.traits[i]&particle != 0 && i+2 < s.end && s.capitalAt(i+2) && s.d.Word(i+1) == "-":
			i += 2 // al- Sallum
		case i > at && known&orgWord != 0 && (t.Hash == hashOf || t.Hash == hashFor || t.Hash == hashAnd || t.Hash == hashTo || t.Hash == hashIn || t.Hash == hashOn):
			next := i + 1
			if next < s.end && s.d.Tokens[next].Hash == hashThe {
				next++
			}
			if !s.capitalAt(next) || t.Hash == hashAnd && !s.listed(at, i, next) {
				return s.suffixed(to), known
			}
			i = next
		default:
			return s.suffixed(to), known
		}
	}
	return s.suffixed(to), known
}

// nickname tells one word in marks between a first and a last name: Ada “Addy” Quill.
func (s *scan) nickname(mark int32) bool {
	last := mark + 3
	return s.capitalAt(mark+1) && last < s.end && s.d.Tokens[mark+2].Kind == prose.Mark && s.capitalAt(last) && s.traits[last]&(function|auxiliary) == 0 &&
		s.d.Tokens[mark-1].Quote < 0 && s.d.Tokens[last].Quote < 0
}

// continues tells whether a capitalised word still belongs to the sequence: nobody of the tables, no role before a name.
func (s *scan) continues(at, i int32, known trait) bool {
	tr := s.traits[i]
	short := s.d.Tokens[i].Is(prose.Short)
	if tr&auxiliary != 0 && s.traits[i-1]&given != 0 {
		return true // Ada May
	}
	if tr&(function|auxiliary) != 0 && !s.d.Tokens[i].Is(prose.Upper|prose.Short) || tr&titled != 0 && tr&given == 0 && !(s.traits[i-1]&given != 0 && i-1 == at && s.royal(i)) || tr&head != 0 && short {
		return false
	}
	if known&orgWord != 0 && tr&given != 0 && s.traits[i-1]&orgWord != 0 && s.nameFollows(i+1) {
		return false // the Harbour Office Ada Quill
	}
	if i-1 > at && s.traits[i-1]&orgWord != 0 && tr&head != 0 && tr&(orgWord|groupNoun) == 0 && s.d.Tokens[i-1].Is(prose.Capital) && s.whole(at, i) {
		return false // the Harbour Group Commander
	}
	if s.d.Tokens[i].Is(prose.Spaced) && s.d.Text[s.d.Tokens[i-1].End] == '\n' {
		return false
	}
	if i-at >= 2 && s.traits[at]&given != 0 && known&orgWord == 0 && s.verbal(i) {
		return false // Ada Quill Goes Home
	}
	_, _, to := s.named(i)
	if to == i+1 && i == at+1 && s.traits[at]&given != 0 && s.traits[i]&surname != 0 {
		return true // Ada Washington
	}
	if to > i && s.traits[i]&given == 0 {
		return known&orgWord != 0 // Bank of Arland
	}
	return true
}

// whole tells whether the words of a body are all capitals, and an office is no part of its name: not "Office of the Prime
// Minister", not "Police Chief Institute".
func (s *scan) whole(at, office int32) bool {
	for i := at; i < office; i++ {
		if !s.d.Tokens[i].Is(prose.Capital) && !s.ordinal(i) {
			return false
		}
	}
	return !s.capitalAt(office+1) || s.traits[office+1]&(orgWord|eventWord|placeWord|head) == 0
}

// verbal tells a word that is no name for all its capital: written small elsewhere, or a verb of speech.
func (s *scan) verbal(i int32) bool {
	t := &s.d.Tokens[i]
	if t.Is(prose.Upper | prose.Short) {
		return false
	}
	class, form := s.cues.Kind(t.Number, t.Hash)
	return s.small.has(t.Hash) && s.traits[i]&given == 0 || class != lexicon.NoClass && (form == lexicon.Third || form == lexicon.Past)
}

func (s *scan) capitalAt(i int32) bool {
	return i < s.end && s.d.Tokens[i].Kind == prose.Word && s.d.Tokens[i].Is(prose.Capital)
}

// capitalSoon tells whether particles lead to a capital: "van der Tann".
func (s *scan) capitalSoon(i int32) bool {
	for n := 0; n < 3 && i < s.end; n++ {
		if s.capitalAt(i) || s.traits[i]&prefixed != 0 {
			return true
		}
		if s.traits[i]&particle == 0 {
			return false
		}
		i++
	}
	return false
}

// listed tells whether "and" joins two parts of one name: "Ministry of Defence and Trade", not "the Council and Ada Quill".
func (s *scan) listed(at, and, next int32) bool {
	of := false
	for i := at; i < and; i++ {
		of = of || s.d.Tokens[i].Hash == hashOf || s.d.Tokens[i].Hash == hashFor
	}
	if !of || s.traits[next]&(given|titled|head) != 0 {
		return false
	}
	_, _, to := s.named(next)
	return to == next && !(next+1 < s.end && s.traits[next]&orgWord != 0)
}

// suffixed takes "Jr." and "III" into a name.
func (s *scan) suffixed(to int32) int32 {
	i := to
	if i < s.end && s.d.Tokens[i].Kind == prose.Comma {
		i++
	}
	if i < s.end && s.traits[i]&suffix != 0 && s.d.Tokens[i].Is(prose.Capital) && s.d.Tokens[i].Is(prose.Upper|prose.Short) {
		return i + 1
	}
	return to
}

// institution reads a body whose name begins with a nation: "Russian Academy of Sciences". It answers at where there is none.
func (s *scan) institution(p *phrase, at, to int32) int32 {
	if s.headline || !s.capitalAt(to) {
		return at
	}
	if s.traits[to]&(titled|head) != 0 && s.traits[to]&orgWord == 0 {
		return at
	}
	end, known := s.extent(to)
	if end == to || known&orgWord == 0 || s.traits[end-1]&(eventWord|placeWord) != 0 && s.traits[end-1]&orgWord == 0 {
		return at
	}
	for i := to; i < end; i++ {
		if s.traits[i]&head != 0 && s.traits[i]&orgWord == 0 || s.traits[i]&given != 0 && s.traits[i]&orgWord == 0 && i+1 < end {
			return at
		}
	}
	f, own, n := s.named(at)
	nation := raw{from: at, to: n, entry: f.entry, use: f.use, own: own, sort: tabled, party: -1, actor: -1, modifier: true}
	s.raws = append(s.raws, nation)
	r := raw{from: at, to: end, sort: organisation, party: int32(len(s.raws) - 1), actor: -1}
	r.the = at > 0 && s.d.Tokens[at-1].Hash == hashThe
	p.nation = int32(len(s.raws))
	s.raws = append(s.raws, r)
	if end < s.end && s.d.Tokens[end].Kind == prose.Possessive {
		end++
	}
	return end
}
