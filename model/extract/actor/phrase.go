package actor

import (
	"slices"
	"strings"

	"parley/model"
	"parley/model/extract/lexicon"
	"parley/model/extract/prose"
)

var (
	hashOf    = lexicon.Hash("of")
	hashFor   = lexicon.Hash("for")
	hashTo    = lexicon.Hash("to")
	hashThe   = lexicon.Hash("the")
	hashAnd   = lexicon.Hash("and")
	hashWho   = lexicon.Hash("who")
	hashIn    = lexicon.Hash("in")
	hashOne   = lexicon.Hash("one")
	hashOn    = lexicon.Hash("on")
	hashWhose = lexicon.Hash("whose")
)

// A phrase is what is read of one.
type phrase struct {
	nation           int32 // the raw of the last nation or body before the rest, -1
	owned            bool  // "Russia's"
	title            bool
	gender           trait
	roleFrom, roleTo int32
	nounFrom, nounTo int32 // of a collective or a body
	noun             trait
	name             int32 // the raw of the name, -1
	open             bool  // nothing may follow
}

// phrase reads the phrase that begins with a word, and answers where to go on.
func (s *scan) phrase(i int32) int32 {
	p := phrase{nation: -1, name: -1}
	at := i
	for at < s.end && !p.open {
		next := s.element(&p, at)
		if next == at {
			break
		}
		at = next
	}
	if at == i {
		return i + 1
	}
	return s.settle(&p, i, at)
}

// element reads the next part of a phrase; it answers the same place where none follows.
func (s *scan) element(p *phrase, at int32) int32 {
	t := &s.d.Tokens[at]
	if s.ordinal(at) && p.roleTo == p.roleFrom && !p.title {
		return s.sequence(p, at)
	}
	if t.Kind != prose.Word {
		return at
	}
	if p.roleTo == p.roleFrom && !p.title || !s.t.english && p.nation < 0 && p.name < 0 && p.roleTo == at {
		if next := s.nation(p, at); next > at {
			return next
		}
	}
	if p.title && s.royal(at) {
		return s.sequence(p, at)
	}
	if s.traits[at]&titled != 0 && t.Is(prose.Capital) && s.nameFollows(at+1) && !(s.t.english && s.traits[at]&given != 0) {
		p.title, p.gender = true, p.gender|s.traits[at]&(male|female)
		if s.traits[at]&head != 0 {
			p.roleFrom, p.roleTo = at, at+1
		}
		return at + 1
	}
	if p.nation >= 0 || s.traits[at]&(modifier|head|groupNoun|bodyNoun) != 0 {
		if next := s.collective(p, at); next > at {
			p.open = true
			return next
		}
	}
	if p.roleTo == p.roleFrom && s.traits[at]&(modifier|head|orgWord) != 0 {
		if next := s.role(p, at); next > at {
			return next
		}
	}
	return s.sequence(p, at)
}

// royal tells the title of a ruler that is a surname where no name follows: Mr. King, Ada Pope.
func (s *scan) royal(i int32) bool {
	return s.traits[i]&titled != 0 && s.traits[i]&head != 0 && s.d.Tokens[i].Is(prose.Capital) && (!s.capitalAt(i+1) || s.traits[i+1]&suffix != 0)
}

// nation reads somebody of the tables: what follows may be theirs.
func (s *scan) nation(p *phrase, at int32) int32 {
	f, own, to := s.named(at)
	if to == at {
		return s.ledBy(p, at)
	}
	t := s.tableOf(own)
	if f.use == weak && !s.sure(f, t, at, to) || s.givenHere(at, to, own) {
		return at
	}
	if longer := s.institution(p, at, to); longer > to {
		return longer
	}
	s.within(at, to, f, t)
	p.nation = int32(len(s.raws))
	r := s.note(at, to, tabled)
	r.entry, r.use, r.own = f.entry, f.use, own
	r.the = at > 0 && s.d.Tokens[at-1].Hash == hashThe
	if to < s.end && s.d.Tokens[to].Kind == prose.Possessive {
		p.owned = true
		to++
	}
	return to
}

// givenHere tells the name of a state that is somebody's given name here: Georgia Lund; and "German Lund", where somebody of
// that name speaks or has an age.
func (s *scan) givenHere(at, to int32, own bool) bool {
	if own || to != at+1 || s.traits[at]&given == 0 && !(s.d.Tokens[at].Hash == hashGerman && s.aged(to+1)) || !s.capitalAt(to) || s.traits[to]&(orgWord|placeWord|eventWord|head|titled|
		modifier|groupNoun|bodyNoun|function|auxiliary|notName|venue) != 0 {
		return false
	}
	_, _, next := s.named(to)
	return next == to
}

var hashGerman = lexicon.Hash("german")

// aged tells whether what ends before a token speaks right there, or an age follows: "German Lund, 42,".
func (s *scan) aged(to int32) bool {
	if to+1 < s.end && s.d.Tokens[to].Kind == prose.Comma {
		return s.d.Tokens[to+1].Kind == prose.Number && s.d.Tokens[to+1].End-s.d.Tokens[to+1].Start == 2
	}
	if to >= s.end {
		return false
	}
	t := &s.d.Tokens[to]
	class, _ := s.cues.Kind(t.Number, t.Hash)
	return class == lexicon.ClassA && !t.Is(prose.Capital)
}

// within notes the nation that the name of an organisation begins with: "Syrian" Democratic Forces.
func (s *scan) within(at, to int32, f form, t *table) {
	if to-at < 2 || t.entries[f.entry].kind != model.Organisation {
		return
	}
	v := s.t.gazetteer.Value(s.t.gazetteer.First(s.d.Tokens[at].Number, s.d.Tokens[at].Hash))
	if v == 0 || s.t.forms[v].use != demonym || s.t.entries[s.t.forms[v].entry].kind == model.Organisation {
		return
	}
	s.raws = append(s.raws, raw{from: at, to: at + 1, entry: s.t.forms[v].entry, use: s.t.forms[v].use, sort: tabled, party: -1, actor: -1, modifier: true})
}

func (s *scan) tableOf(own bool) *table {
	if own {
		return s.own
	}
	return s.t
}

// ledBy reads "US-led", "Moscow-based", "intra-Syrian": the nation of an adjective.
func (s *scan) ledBy(p *phrase, at int32) int32 {
	t := &s.d.Tokens[at]
	word := s.d.Text[t.Start:t.End]
	if len(word) < 5 {
		return at
	}
	k := 2 + strings.IndexByte(word[2:len(word)-2], '-')
	if k < 2 {
		return at
	}
	if next := s.towardsOne(p, at, k); next > at {
		return next
	}
	nation, rest := word[:k], word[k:]
	if !t.Is(prose.Capital) {
		nation, rest = word[k+1:], ""
	}
	v := s.t.gazetteer.Value(s.t.gazetteer.Step(0, lexicon.Hash(nation)))
	if v == 0 || s.t.forms[v].use == weak || s.t.forms[v].lower || nation[0] < 'A' || nation[0] > 'Z' {
		return at
	}
	p.nation = int32(len(s.raws))
	s.raws = append(s.raws, raw{from: at, to: at + 1, entry: s.t.forms[v].entry, use: s.t.forms[v].use, sort: tabled, party: -1, actor: -1, modifier: true,
		place: rest == "-based", partly: true})
	return at + 1
}

// towardsOne reads "pro-Quill" and "anti-Quill", whose second part begins behind byte k of the word: somebody whom the tables
// do not know, and who tells whose supporters follow.
func (s *scan) towardsOne(p *phrase, at int32, k int) int32 {
	t := &s.d.Tokens[at]
	word := s.d.Text[t.Start:t.End]
	switch word[:k] {
	case "pro", "Pro", "anti", "Anti":
	default:
		return at
	}
	name := word[k+1:]
	if name[0] < 'A' || name[0] > 'Z' || s.t.gazetteer.Step(0, lexicon.Hash(name)) != 0 {
		return at
	}
	s.raws = append(s.raws, raw{from: at, to: at + 1, sort: unknown, party: -1, actor: -1, modifier: true, partly: true})
	p.nation = int32(len(s.raws) - 1)
	return at + 1
}

// part answers the name that is a part of a word, the Quill of pro-Quill; empty where a raw has all of its words.
func (s *scan) part(r *raw) string {
	if !r.partly || r.sort == tabled {
		return ""
	}
	word := s.d.Word(r.from)
	return word[strings.IndexByte(word, '-')+1:]
}

// sure tells whether a form that is mostly another word stands for its actor here.
func (s *scan) sure(f form, t *table, at, to int32) bool {
	e := &t.entries[f.entry]
	if e.kind != outletKind {
		return to < s.end && s.traits[to]&(groupNoun|bodyNoun|modifier|head) != 0 && s.d.Tokens[to].Kind == prose.Word
	}
	if at == 0 || s.d.Tokens[at-1].Hash != hashThe {
		return false
	}
	return s.metBefore(f.entry) || s.speaks(to)
}

// metBefore tells whether an outlet of the tables was named before. No raw of one is ever taken back.
func (s *scan) metBefore(outlet int32) bool {
	if len(s.met) == 0 {
		s.met = slices.Grow(s.met, len(s.t.entries))[:len(s.t.entries)]
		clear(s.met)
	}
	for ; s.surveyed < len(s.raws); s.surveyed++ {
		if r := &s.raws[s.surveyed]; r.sort == tabled && !r.own {
			s.met[r.entry] = true
		}
	}
	return s.met[outlet]
}

// nameFollows tells whether a capitalised word that may be a name comes next.
func (s *scan) nameFollows(i int32) bool {
	return i < s.end && s.d.Tokens[i].Kind == prose.Word && s.d.Tokens[i].Is(prose.Capital) && s.traits[i]&function == 0 || i < s.end && s.traits[i]&prefixed != 0
}

// speaks tells whether a verb of speech or an auxiliary comes next: the one before it acts.
func (s *scan) speaks(i int32) bool {
	for n := 0; i < s.end && n < 3; n++ {
		t := &s.d.Tokens[i]
		if t.Kind != prose.Word {
			return t.Kind == prose.Clitic
		}
		if class, form := s.cues.Kind(t.Number, t.Hash); class != lexicon.NoClass && form != lexicon.Gerund && !t.Is(prose.Capital) {
			return true
		}
		if s.traits[i]&auxiliary != 0 {
			return true
		}
		if s.traits[i]&function == 0 && !endsIn(s.d.Text[t.Start:t.End], "ly") {
			return false
		}
		i++
	}
	return false
}

func endsIn(word, end string) bool {
	return len(word) > len(end)+1 && word[len(word)-len(end):] == end
}

// spoken tells whether a verb of speech stands right before a name that closes its clause: "…", said Ada Quill.
func (s *scan) spoken(r *raw) bool {
	if r.from == 0 || r.to > s.end {
		return false
	}
	before := &s.d.Tokens[r.from-1]
	class, form := s.cues.Kind(before.Number, before.Hash)
	if class != lexicon.ClassA && class != lexicon.ClassB || form != lexicon.Past && form != lexicon.Third {
		return false
	}
	if r.to == s.end {
		return true
	}
	switch s.d.Tokens[r.to].Kind {
	case prose.Comma, prose.Stop, prose.Mark, prose.Open:
		return true
	}
	return false
}
