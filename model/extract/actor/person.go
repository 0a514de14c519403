package actor

import (
	"strings"

	"parley/model"
	"parley/model/extract/lexicon"
	"parley/model/extract/prose"
)

// surname answers the hash of the last name of a raw: without "al-", "Jr." and "III".
func (a *assembly) surname(r *raw) uint64 {
	if word := a.part(r); word != "" {
		return lexicon.Hash(word)
	}
	return a.told[r.sign].surname
}

// genderAt answers what the first word of a name tells.
func (a *assembly) genderAt(i int32) trait {
	if g := a.traits[i] & (male | female); g != 0 && !a.d.Tokens[i].Is(prose.Short|prose.Initials) {
		return g
	}
	return genderOf(a.d.Word(i))
}

// genderOf answers what a given name tells, or one of its parts: Jo-Renee.
func genderOf(name string) trait {
	if g := trait(traits().Of(lexicon.Hash(name))) & (male | female); g != 0 {
		return g
	}
	first, second, parted := strings.Cut(name, "-")
	if !parted {
		return 0
	}
	return trait(traits().Of(lexicon.Hash(first))|traits().Of(lexicon.Hash(second))) & (male | female)
}

// person answers the person of a full name, a new one where the text has none of it yet.
func (a *assembly) person(r *raw) int32 {
	key, last := a.told[r.sign].full, a.told[r.sign].surname
	if n, ok := a.full.of(key); ok {
		return n
	}
	if n := a.tailOf(r, last); n >= 0 {
		return n
	}
	n := a.add(Actor{Name: a.name(r), Kind: model.Person, gender: r.gender | a.genderAt(r.from)})
	first := a.d.Tokens[r.from].Hash
	a.firsts.add(first, n)
	a.full.put(key, n)
	a.bear(last, n)
	for i := r.from + 1; i+1 < r.to; i++ {
		if a.d.Tokens[i-1].Kind == prose.Mark { // Robert “Bobby” Quill is Bobby Quill too
			a.full.put(join(a.d.Tokens[i].Hash, last), n)
		}
	}
	return n
}

// tailOf answers the person whose longer name ends in a name: Suu Kyi, of whom the text has Aung San Suu Kyi. -1: nobody's does.
func (a *assembly) tailOf(r *raw, last uint64) int32 {
	if a.surnames.of(last) == nil {
		return -1
	}
	if n, there := a.ends.of(join(last, spelled(a.name(r)))); there && n != contested {
		return n
	}
	return -1
}

// contested stands for several people whose names end alike.
const contested int32 = -2

// mostWords is more than a name of the text has; one that somebody wrote down may have any number.
const mostWords = 24

// bear notes a person by the last name, and by everything that the name ends in.
func (a *assembly) bear(last uint64, actor int32) {
	a.surnames.add(last, actor)
	name := a.actors[actor].Name
	for n, at := 0, len(name); n < mostWords; n++ {
		if at = strings.LastIndexByte(name[:at], ' '); at < 0 {
			break
		}
		end := join(last, spelled(name[at+1:]))
		if a.ends.has(end) {
			a.ends.put(end, contested)
		} else {
			a.ends.put(end, actor)
		}
	}
}

// spelled answers the hash of some words as they stand.
func spelled(words string) uint64 {
	h := lexicon.Start
	for i := range len(words) {
		h = lexicon.Byte(h, words[i])
	}
	return h
}

// byFirst answers the one person whose name begins with a word: of Ban Ki-moon, whose surname that is, also after "Mr."; a
// given name only where nobody bears it as a surname. -1: nobody's, or several people's.
func (a *assembly) byFirst(r *raw) int32 {
	if r.to-r.from != 1 {
		return -1
	}
	all := a.firsts.of(a.told[r.sign].last)
	if all == nil || all.count != 1 {
		return -1
	}
	one := a.firsts.links[all.first].actor
	titled := r.titled || r.roleTo > r.roleFrom
	if a.traits[r.from]&given != 0 {
		if s := &a.told[r.sign]; titled || s.titled > 0 || s.the > 0 || s.place > 0 {
			return -1
		}
	} else if !titled && a.actors[one].Role == "" {
		return -1 // who knows whether that is a person at all: Oldmine Partners
	}
	return one
}

// farthest is how many mentions back a surname is looked for in full.
const farthest = 200

// byName answers the person that a surname joins; -1 where none has it, or several have.
func (a *assembly) byName(r *raw, i int32) int32 {
	all := a.surnames.of(a.surname(r))
	switch {
	case all == nil:
		return -1
	case all.count == 1:
		if n := a.surnames.links[all.first].actor; !a.another(n, r) {
			return n
		}
		return -1
	}
	here := a.d.ParagraphAt(int(a.d.Tokens[r.from].Start))
	for k := i - 1; k >= max(0, i-farthest); k-- {
		p := &a.raws[k]
		if a.d.ParagraphAt(int(a.d.Tokens[p.from].Start)) != here {
			break
		}
		if p.to-p.from > 1 && a.surnames.has(all, p.actor) && !a.another(p.actor, r) {
			return p.actor
		}
	}
	if n := a.principal(all); n >= 0 && !a.another(n, r) {
		return n
	}
	return -1
}

// another tells a title that is of the other gender than somebody: Mrs. Quill is not Omar Quill.
func (a *assembly) another(n int32, r *raw) bool {
	have, told := a.actors[n].gender&(male|female), r.gender&(male|female)
	if first, _, full := strings.Cut(a.actors[n].Name, " "); full && have == male|female {
		have = genderOf(first)
	}
	return have != 0 && told != 0 && have&told == 0
}

// principal answers the one of several people of a surname whom the text is about: it names them in full three times as
// often as all others together. Else nobody. It is found once, when all full names are counted.
func (a *assembly) principal(all *row) int32 {
	if all.principal != 0 {
		return all.principal - 2
	}
	most, sum, who := 0, 0, int32(-1)
	for at := all.first; at >= 0; at = a.surnames.links[at].next {
		n := a.surnames.links[at].actor
		times := a.inFull[n]
		sum += times
		if times > most {
			most, who = times, n
		}
	}
	if most < 3*(sum-most) || most <= 2 {
		who = -1
	}
	all.principal = who + 2
	return who
}

// rest takes those who need the others: surnames, unknown names, roles, groups.
func (a *assembly) rest(i int32) {
	r := &a.raws[i]
	if r.actor >= 0 || r.place {
		return
	}
	switch r.sort {
	case person:
		if r.actor = a.byName(r, i); r.actor < 0 {
			if r.actor = a.byFirst(r); r.actor < 0 {
				r.actor = a.single(r)
			}
		}
		a.describe(r, &a.actors[r.actor])
	case unknown:
		a.unknown(r, i)
	case collective:
		if r.party >= 0 {
			r.actor = a.group(r, a.partyOf(r.party))
		} else if r.acts || r.the || concerned.Has(a.told[r.sign].last) {
			r.actor = a.group(r, "")
		}
	case body:
		a.takeVoice(r)
	case office:
		if !r.vague {
			a.takeOffice(r, i)
		}
	case apposed:
		r.actor = a.raws[r.party].actor
	}
}

// single makes a person who has a surname alone, or answers whom the text had under it.
func (a *assembly) single(r *raw) int32 {
	key := ^a.surname(r)
	if n, ok := a.full.of(key); ok {
		return n
	}
	n := a.add(Actor{Name: a.name(r), Kind: model.Person, Local: true, gender: r.gender | a.genderAt(r.from)})
	a.full.put(key, n)
	return n
}

// unknown decides about a capitalised name by everything the text tells of it.
func (a *assembly) unknown(r *raw, i int32) {
	sign := &a.told[r.sign]
	if n, ok := a.bodies.of(sign.key); ok {
		r.actor = n
		return
	}
	if word := a.part(r); word != "" {
		if r.actor = a.byName(r, i); r.actor < 0 {
			if n, ok := a.full.of(^lexicon.Hash(word)); ok {
				r.actor = n
			}
		}
		return
	}
	words := r.to - r.from
	if r.letters {
		a.letters(r, sign)
		return
	}
	if words == 1 && r.from > 0 && a.traits[r.from-1]&several != 0 && endsIn(a.name(r), "s") {
		r.actor = a.group(r, "")
		a.actors[r.actor].Unnamed = false
		return
	}
	if words > 1 && a.endsInOffice(r, i) {
		return
	}
	if sign.the == 0 || words == 1 && !r.the {
		if r.actor = a.byName(r, i); r.actor >= 0 && words == 1 {
			return
		}
		if words == 1 && a.surnames.of(a.surname(r)) == nil {
			if r.actor = a.byFirst(r); r.actor >= 0 {
				return
			}
		}
	}
	if a.t.nouns && words == 1 && sign.titled == 0 && a.traits[r.from]&given == 0 {
		return
	}
	switch {
	case sign.place > 0 && sign.titled == 0 && sign.acts <= sign.place:
		r.actor = -1
	case words > 1 && r.actor >= 0, words > 1 && words <= 4 && sign.the == 0 && (sign.acts > 0 || a.active(r)):
		r.actor = a.person(r)
	case sign.the > 0 && sign.acts > 0 && words > 1:
		r.sort = organisation
		a.takeBody(r)
	case words == 1 && sign.titled == 0 && sign.inside == 0 && (a.traits[r.from]&(folk|groupNoun) != 0 || endsIn(a.name(r), "s")):
	case words == 1 && (sign.titled > 0 || sign.acts > 0 && sign.the == 0) && a.traits[r.from]&(orgWord|placeWord|eventWord|notName|head) == 0:
		r.actor = a.single(r)
	}
}

// letters takes one word in capitals: a body that acts, or after "the".
func (a *assembly) letters(r *raw, s *sign) {
	t := &a.d.Tokens[r.from]
	if n := s.acts + s.the; !t.Is(prose.Short) && n > 0 && s.place <= n && t.End-t.Start <= 8 && a.traits[r.from]&notName == 0 {
		r.actor = a.add(Actor{Name: a.name(r), Kind: model.Organisation})
		a.bodies.put(s.key, r.actor)
	}
}

// endsInOffice takes capitals that end in an office for that: "Steady Hand Commander, Gen. Ada Quill", "Virginia Governor".
func (a *assembly) endsInOffice(r *raw, i int32) bool {
	if a.traits[r.to-1]&head == 0 || a.traits[r.to-1]&groupNoun != 0 {
		return false
	}
	if n := a.calledBehind(r, i); n >= 0 {
		r.sort, r.actor = apposed, n
		return true
	}
	if !a.official(r.to - 1) {
		return false
	}
	r.roleFrom, r.roleTo = r.from, r.to
	if r.chief = a.ofChief(r); !a.isVague(r) {
		a.takeOffice(r, i)
	}
	return true
}

// takeVoice takes a body of a nation: its government is the nation, its army an organisation of it.
func (a *assembly) takeVoice(r *raw) {
	if r.party < 0 {
		if r.the && (r.acts || rulers.Has(a.told[r.sign].last)) {
			r.actor = a.group(r, "")
		}
		return
	}
	p := &a.raws[r.party]
	if p.sort == tabled && voices.Has(a.told[r.sign].last) {
		r.actor = a.entry(p.entry, p.own)
		r.sort, r.entry, r.use, r.own = tabled, p.entry, demonym, p.own
		return
	}
	if p.sort == organisation && voices.Has(a.told[r.sign].last) {
		r.actor = p.actor
		return
	}
	key := ^a.told[r.sign].key
	if n, ok := a.bodies.of(key); ok {
		r.actor = n
		return
	}
	r.actor = a.add(Actor{Name: a.name(r), Kind: model.Organisation, Party: a.partyOf(r.party)})
	a.bodies.put(key, r.actor)
}

// concerned are those whom negotiations are about or who fight, wherever they stand.
var concerned = func() *lexicon.Words {
	w := lexicon.NewWords(64)
	for _, word := range []string{"militants", "fighters", "rebels", "troops", "soldiers", "forces", "insurgents", "terrorists", "jihadists",
		"extremists", "separatists", "militias", "gunmen", "mercenaries", "peacekeepers", "civilians", "refugees", "prisoners", "hostages",
		"negotiators", "mediators", "delegations", "allies", "partners", "opposition"} {
		w.Put(lexicon.Hash(word), 1)
	}
	return w
}()

// rulers are bodies that are somebody wherever they stand after "the".
var rulers = func() *lexicon.Words {
	w := lexicon.NewWords(16)
	for _, word := range []string{"government", "regime", "junta", "army", "military", "navy", "parliament", "dictatorship"} {
		w.Put(lexicon.Hash(word), 1)
	}
	return w
}()

var voices = func() *lexicon.Words {
	w := lexicon.NewWords(32)
	for _, word := range []string{"government", "regime", "administration", "leadership", "side", "delegation", "authorities", "state"} {
		w.Put(lexicon.Hash(word), 1)
	}
	return w
}()

// active tells whether somebody of the last word of a name acts in the text.
func (a *assembly) active(r *raw) bool {
	n, there := a.signs.of(join(0, a.told[r.sign].last))
	if !there || a.traits[r.to-1]&(orgWord|placeWord|eventWord) != 0 {
		return false
	}
	s := &a.told[n]
	return s.acts > 0 && s.the == 0 && s.place == 0
}
