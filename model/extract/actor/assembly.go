package actor

import (
	"cmp"
	"slices"
	"strings"

	"parley/model"
	"parley/model/extract/lexicon"
	"parley/model/extract/prose"
)

// An assembly makes actors of the raws of a scan.
type assembly struct {
	*scan
	o        Options
	actors   []Actor
	tabled   []int32 // by entry of the table, one more than the actor
	listed   []int32 // the same of the own table
	full     finder  // persons by first and last name
	surnames roll    // persons by last name
	firsts   roll    // persons by the first word of their name
	ends     finder  // persons by the words that their name ends in, and by last name
	bodies   finder  // organisations, outlets and groups by all their words, or their acronym
	tails    finder  // the organisation last named that ends in a word: the Council
	called   finder  // the names of actors who have many
	noted    finder  // people without a name by the word for them: of nameless
	nameless []nameless
	found    []raw              // people without a name
	shown    []int32            // actors that are shown without a mention too
	inFull   []int              // beside the actors: how often a person is named in full
	recent   []int32            // persons' raws in order, for the office of whom an adviser is
	bearers  map[uint64][]int32 // by office, the raws of full names; nil until they are asked for
}

func newAssembly() *assembly {
	return &assembly{scan: &scan{}}
}

// empty readies an assembly for another text.
func (a *assembly) empty() {
	a.surnames.empty()
	a.firsts.empty()
	for _, f := range [...]*finder{&a.full, &a.ends, &a.called, &a.bodies, &a.tails, &a.noted, &a.signs} {
		f.empty()
	}
	clear(a.actors)
	*a.scan = scan{
		traits: a.traits[:0], small: a.small, raws: a.raws[:0], signs: a.signs, told: a.told[:0], anybody: a.anybody[:0], perhaps: a.perhaps, met: a.met[:0],
	}
	*a = assembly{
		scan: a.scan, ends: a.ends, called: a.called, tabled: a.tabled[:0], listed: a.listed[:0], full: a.full, surnames: a.surnames, firsts: a.firsts, bodies: a.bodies,
		tails: a.tails, noted: a.noted, nameless: a.nameless[:0], found: a.found[:0], actors: a.actors[:0], shown: a.shown[:0], inFull: a.inFull[:0], recent: a.recent[:0],
	}
}

func (a *assembly) run() {
	a.tabled = nobodies(a.tabled, len(a.t.entries))
	if a.own != nil {
		a.listed = nobodies(a.listed, len(a.own.entries))
	}
	a.introduce()
	for i := range a.raws { // those whose words say who they are
		r := &a.raws[i]
		switch r.sort {
		case tabled:
			a.takeTabled(r)
		case person:
			if r.to-r.from > 1 {
				r.actor = a.person(r)
				a.inFull[r.actor]++
			}
		case organisation, outlet:
			a.takeBody(r)
		}
	}
	for i := range a.raws { // and those who need the others
		a.parties(int32(i))
	}
	for i := range a.raws {
		a.rest(int32(i))
	}
	a.unnamed()
}

// introduce makes actors of the known of this briefing, so that a surname or "the Union" joins them.
func (a *assembly) introduce() {
	for i := range a.o.Known {
		k := &a.o.Known[i]
		if !k.Here {
			continue
		}
		n := a.entry(int32(i), true)
		a.shown = append(a.shown, n)
		words := strings.Fields(k.Name)
		if len(words) < 2 {
			continue
		}
		last := lexicon.Hash(words[len(words)-1])
		if a.actors[n].Kind == model.Person {
			a.full.put(join(lexicon.Hash(words[0]), last), n)
			a.bear(last, n)
		} else {
			a.tails.put(last, n)
		}
	}
}

// entry answers the actor of an entry of the tables. A listed one that the tables have too is the tables'.
func (a *assembly) entry(at int32, own bool) int32 {
	t, actor := a.t, a.tabled
	if own {
		t, actor = a.own, a.listed
	}
	if n := actor[at]; n > 0 {
		return n - 1
	}
	e := &t.entries[at]
	if own && e.same >= 0 {
		n := a.entry(e.same, false)
		actor[at] = n + 1
		x := &a.actors[n]
		x.Origin = e.origin
		x.Code, x.Party, x.Role = cmp.Or(e.code, x.Code), cmp.Or(e.party, x.Party), cmp.Or(e.role, x.Role)
		return n
	}
	n := a.add(Actor{Name: e.name, Kind: e.kind, Code: e.code, Party: e.party, Role: e.role, Origin: e.origin})
	actor[at] = n + 1
	return n
}

func (a *assembly) add(x Actor) int32 {
	a.actors = append(a.actors, x)
	a.inFull = append(a.inFull, 0)
	return int32(len(a.actors) - 1)
}

// takeTabled takes somebody of the tables where they act or tell whose something is.
func (a *assembly) takeTabled(r *raw) {
	if r.place || r.modifier && r.use == weak {
		return
	}
	if r.people {
		r.actor = a.group(r, a.tableOf(r.own).entries[r.entry].name)
		return
	}
	r.actor = a.entry(r.entry, r.own)
	if r.to-r.from > 1 && a.actors[r.actor].Kind == model.Organisation {
		a.tails.put(a.told[r.sign].last, r.actor)
	}
	a.acronym(r)
}

// takeBody takes an organisation or an outlet that the text brings.
func (a *assembly) takeBody(r *raw) {
	if r.place {
		return
	}
	key, last := a.told[r.sign].key, a.told[r.sign].last
	if n, ok := a.bodies.of(key); ok {
		r.actor = n
		return
	}
	if r.to-r.from == 1 {
		if n, ok := a.tails.of(last); ok {
			r.actor = n
			return
		}
		if !r.the && (!a.d.Tokens[r.from].Is(prose.Upper) || a.traits[r.from]&orgWord != 0) {
			return
		}
	}
	kind := model.Organisation
	if r.sort == outlet {
		kind = model.Outlet
	}
	r.actor = a.add(Actor{Name: a.name(r), Kind: kind, Local: r.to-r.from == 1})
	a.bodies.put(key, r.actor)
	a.tails.put(last, r.actor)
	a.acronym(r)
}

// acronym takes "(OSCE)" behind a name as another name for it.
func (a *assembly) acronym(r *raw) {
	t := a.d.Tokens
	if r.next != prose.Open || int(r.to)+2 >= len(t) || t[r.to+2].Kind != prose.Close || !t[r.to+1].Is(prose.Upper) {
		return
	}
	h := join(0, t[r.to+1].Hash)
	if _, ok := a.bodies.of(h); !ok {
		a.bodies.put(h, r.actor)
	}
}

// name answers the words of a raw as they stand, on one line.
func (a *assembly) name(r *raw) string { return a.words(r.from, r.to) }

func (a *assembly) words(from, to int32) string {
	if to <= from {
		return ""
	}
	w := a.d.Text[a.d.Tokens[from].Start:a.d.Tokens[to-1].End]
	for i := range len(w) {
		if w[i] == '\n' || w[i] == '\t' || w[i] == ' ' && w[i-1] == ' ' { // it begins with a letter
			return strings.Join(strings.Fields(w), " ")
		}
	}
	return w
}

// group answers the group of some words; people of the same words are one.
func (a *assembly) group(r *raw, party string) int32 {
	key := ^a.told[r.sign].key
	if n, ok := a.bodies.of(key); ok {
		return n
	}
	name := a.name(r)
	if party == "" && a.starts(r.from) {
		name = Lowered(name)
	}
	n := a.add(Actor{Name: name, Kind: model.Group, Party: party, Unnamed: party == ""})
	a.bodies.put(key, n)
	return n
}

// parties tells the party and role of persons by the words beside their names.
func (a *assembly) parties(i int32) {
	r := &a.raws[i]
	if r.sort != person || r.actor < 0 {
		return
	}
	a.describe(r, &a.actors[r.actor])
	a.recent = append(a.recent, i)
}

// describe gives a person what the words beside the name tell.
func (a *assembly) describe(r *raw, x *Actor) {
	if x.Role == "" && r.roleTo > r.roleFrom {
		x.Role = a.words(r.roleFrom, r.roleTo)
	}
	if x.Party == "" && r.party >= 0 {
		x.Party = a.partyOf(r.party)
	}
	if x.Party == "" && r.chief {
		x.Party = a.chief(r)
	}
	x.gender |= r.gender
}

// partyOf answers the name of the party that a raw stands for: of a state's body the state.
func (a *assembly) partyOf(n int32) string {
	p := &a.raws[n]
	if p.sort == tabled {
		e := &a.tableOf(p.own).entries[p.entry]
		if e.party != "" {
			return e.party
		}
		if e.kind == model.Outlet {
			return ""
		}
		return e.name
	}
	if p.actor < 0 {
		return ""
	}
	if party := a.actors[p.actor].Party; party != "" {
		return party
	}
	return a.actors[p.actor].Name
}

// chief answers the party of "presidential adviser Bo Oke": that of the president named last, at most a paragraph ago.
func (a *assembly) chief(r *raw) string {
	office := chiefs[strings.ToLower(a.d.Word(r.roleFrom))]
	if office == "" {
		return ""
	}
	here := a.d.ParagraphAt(int(a.d.Tokens[r.from].Start))
	for k := len(a.recent) - 1; k >= 0; k-- {
		p := &a.raws[a.recent[k]]
		x := &a.actors[p.actor]
		if here-a.d.ParagraphAt(int(a.d.Tokens[p.from].Start)) > 1 {
			return ""
		}
		if x.Party != "" && strings.EqualFold(lastWord(x.Role), office) {
			return x.Party
		}
	}
	return ""
}

// chiefs are adjectives of an office, whose holder tells the party.
var chiefs = map[string]string{"presidential": "president", "chancellery": "chancellor", "royal": "king", "ministerial": "minister"}

var chiefWords = func() *lexicon.Words {
	w := lexicon.NewWords(8)
	for word := range chiefs {
		w.Put(lexicon.Hash(word), 1)
	}
	return w
}()

// ofChief tells a role that begins with one of them.
func (s *scan) ofChief(r *raw) bool {
	return r.roleTo > r.roleFrom && chiefWords.Has(s.d.Tokens[r.roleFrom].Hash)
}

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }

// cast fills in the actors that have a mention, in the order of their first, and all mentions.
func (a *assembly) cast(c *Cast) {
	place := make([]int32, len(a.actors))
	c.Actors = slices.Grow(c.Actors, len(a.actors))
	c.Mentions = slices.Grow(c.Mentions, len(a.raws))
	for _, n := range a.shown {
		if place[n] == 0 {
			c.Actors = append(c.Actors, a.actors[n])
			place[n] = int32(len(c.Actors))
		}
	}
	for i := range a.raws {
		r := &a.raws[i]
		if r.actor < 0 {
			continue
		}
		if place[r.actor] == 0 {
			c.Actors = append(c.Actors, a.actors[r.actor])
			place[r.actor] = int32(len(c.Actors))
		}
		n := place[r.actor] - 1
		c.Mentions = append(c.Mentions, Mention{
			Start: r.start, End: r.end, Actor: n, Modifier: r.modifier, Role: standIn(r.sort), Owner: r.next == prose.Possessive,
		})
	}
	a.aliases(c, place)
	for i := range a.o.Known {
		k := &a.o.Known[i]
		if n := a.listed[i] - 1; n >= 0 && place[n] > 0 {
			for _, name := range k.Names {
				a.alias(place[n]-1, &c.Actors[place[n]-1], name)
			}
		}
	}
	for i := 1; i < len(c.Mentions); i++ { // few stand the wrong way round, and none is far from its place
		for k := i; k > 0 && c.Mentions[k].Start < c.Mentions[k-1].Start; k-- {
			c.Mentions[k], c.Mentions[k-1] = c.Mentions[k-1], c.Mentions[k]
		}
	}
}
