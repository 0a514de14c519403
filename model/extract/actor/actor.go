// Package actor finds who is in a text: persons with role and party, states and their metonyms, organisations, groups,
// outlets. Nothing is known of office-holders: who speaks for whom is learnt from the text.
//
// Rules:
//   - What somebody listed goes before the tables, the tables before what is learnt, that before a guess.
//   - A surname joins the full name that the text gives it; where it gives two, the one named last in the same paragraph,
//     else nobody's. Initials in the middle of a name make no other person.
//   - A name without a table or a role is a person's where somebody of that name speaks or acts; after "the" an
//     organisation's; else it is nobody's.
//   - A rank belongs to the name behind it, a body to the office behind it: "the 5th Harbour Group commander". One word stands for
//     the longer name that it is the given name, the last, or where names begin with it the first of.
//   - A body that is a nation's voice ("the Veld government") is the nation; one with a work of its own ("the Veld army")
//     is an organisation of its party.
//
// What is not found, of 729 persons and 1,799 organisations that people marked in 98 reports: of 116 persons, 89 words that are
// none (months, places, verbs), 12 pronouns, 12 people by what they are ("this hero", "the lead commander for"), 3 names; of 410
// organisations, some 200 common nouns ("people", "students"), 130 names (units, firms, programmes), 70 pronouns, 10 acronyms.
// Of "he" and "she" as speakers in news, judged by reading: of two draws of 50 from the part that was looked at, 87 led to the
// full name, 3 to a surname that two people bear, 10 left open, none to somebody else; of 50 from texts not looked at, 42, 2, 4
// and 2. What fails: "the nominee" whom nothing names; "Ada Quill's plan fails, Bo Oke said. She has led"; a speaker who is an
// object in the sentence before; who speaks in a clause at the sentence's end ("Quill drew back from Oke, who says").
package actor

import (
	"slices"
	"strings"
	"sync"

	"parley/model"
	"parley/model/extract/lexicon"
	"parley/model/extract/prose"
)

// Options tell the language of a text and who is known already.
type Options struct {
	Lang    string
	Known   []Known
	Explain bool                     // keep how pronouns are led to somebody: see Led
	Bare    func(paragraph int) bool // headings and cells: names in them are known from elsewhere or not at all
}

// An Actor is somebody who is in a text.
type Actor struct {
	Name    string
	Kind    model.ActorKind
	Party   string
	Role    string
	Code    string   // of a state, or as listed
	Aliases []string // as they stand in the text, and the other spellings of those
	Origin  model.Origin
	Unnamed bool
	Local   bool // the name alone tells nobody elsewhere: a surname, an office, officials
	gender  trait
}

// A Mention is a place of the text that stands for an actor.
type Mention struct {
	Start, End int32 // bytes of Doc.Text
	Actor      int32 // of Cast.Actors
	Modifier   bool  // it only tells whose something is
	Role       bool  // a role stands for the actor, no name
	Owner      bool  // something of theirs follows: "Quill's office"
}

// A Cast is everybody in a text.
type Cast struct {
	Actors   []Actor
	Mentions []Mention // in the order of the text

	near     int // of Mentions, the one looked for last
	added    []Mention
	leads    []Lead
	open     []int32          // where pronouns begin that stand for nobody for sure
	close    []int32          // and those for whom somebody else fits nearly as well
	indexed  bool             // names was filled
	names    map[string]int32 // folded names of those who were written down, and of all others
	found    int              // of Actors those of Find, whom names knows
	renamed  []renamed
	table    *table
	assembly *assembly // that it was made with
	follower follower
}

// casts keep the room that texts were read in for the next one.
var casts = sync.Pool{New: func() any { return &Cast{assembly: newAssembly(), names: map[string]int32{}} }}

// roomy is how many tokens' room is kept.
const roomy = 1 << 16

// Find answers who is in a text.
func Find(d *prose.Doc, o Options) *Cast {
	c := casts.Get().(*Cast)
	a := c.assembly
	c.table = tableOf(o.Lang)
	a.d, a.t, a.own, a.bare, a.o, a.cues = d, c.table, listed(o.Known, c.table), o.Bare, o, lexicon.Cues()
	a.scan.run()
	a.run()
	a.cast(c)
	c.found = len(c.Actors)
	return c
}

// Release gives the room of a cast to another text. Neither it nor its actors and mentions may be used afterwards.
func (c *Cast) Release() {
	if cap(c.assembly.traits) > roomy {
		return
	}
	c.assembly.empty()
	clear(c.Actors)
	clear(c.names)
	clear(c.renamed)
	*c = Cast{
		Actors: c.Actors[:0], Mentions: c.Mentions[:0], added: c.added[:0], open: c.open[:0], close: c.close[:0], leads: c.leads[:0], assembly: c.assembly, names: c.names,
		renamed:  c.renamed[:0],
		follower: follower{last: c.follower.last[:0], things: c.follower.things[:0], count: c.follower.count[:0]},
	}
	casts.Put(c)
}

// Of answers whom some words stand for, -1 where that is nobody here: their last word must belong to the name, so that "a
// Veld official" is not Veld.
func (c *Cast) Of(start, end int) int {
	best := -1
	for i := c.from(start); i < len(c.Mentions) && int(c.Mentions[i].Start) < end; i++ {
		m := &c.Mentions[i]
		if int(m.End) <= start || m.Modifier || m.Owner && int(m.End)+4 < end || c.describing(m, end) {
			continue
		}
		switch {
		case best < 0 || c.Mentions[best].Role && !m.Role:
			best = i
		case m.Role && int(m.End) == end && m.Start == c.Mentions[best].End+1:
			best = i // "the Veld counterpart" is not Veld
		case !m.Role && int(m.End) == end && c.described(c.Mentions[best].End, m.Start):
			best = i // "Union shadow minister Ada Quill" is not the Union
		}
	}
	if best < 0 {
		return -1
	}
	return int(c.Mentions[best].Actor)
}

// describing tells a name that only says whose people some words stand for, up to where these end: "Quill aides", "the Veld tycoon",
// "V.C. aid chief Ada Quill". What a body of such a name is called by, "the Veld Bank board", is that body's voice.
func (c *Cast) describing(m *Mention, end int) bool {
	at := int(m.End)
	if at+2 >= end || m.Role || c.assembly.d.Text[at] != ' ' {
		return false
	}
	words := c.assembly.d.Text[at+1 : end]
	word, _, _ := strings.Cut(words, " ")
	first := trait(traits().Of(lexicon.Hash(word)))
	switch c.Actors[m.Actor].Kind {
	case model.Person:
		return first&(head|folk|groupNoun) != 0
	case model.State, model.Organisation:
		last := trait(traits().Of(lexicon.Hash(lastWord(words))))
		return word[0] >= 'a' && word[0] <= 'z' && first&function == 0 && last&(bodyNoun|orgWord) == 0
	}
	return false
}

// described tells whether nothing but what somebody is stands between two places: small words that begin no phrase.
func (c *Cast) described(from, to int32) bool {
	if to <= from {
		return false
	}
	words := c.assembly.d.Text[from:to]
	if strings.ContainsAny(words, ",;:’'\n") {
		return false
	}
	for word := range strings.FieldsSeq(words) {
		if word[0] < 'a' || word[0] > 'z' || trait(traits().Of(lexicon.Hash(word)))&function != 0 {
			return false
		}
	}
	return true
}

// Whose answers the party that an adjective among some words tells, empty where there is none.
func (c *Cast) Whose(start, end int) string {
	for i := c.from(start); i < len(c.Mentions) && int(c.Mentions[i].Start) < end; i++ {
		if m := &c.Mentions[i]; m.Modifier && int(m.End) > start {
			return c.Actors[m.Actor].Name
		}
	}
	return ""
}

// Within answers the mentions that begin in a stretch.
func (c *Cast) Within(start, end int) []Mention {
	i := c.atOrBehind(int32(start))
	k := i
	for k < len(c.Mentions) && int(c.Mentions[k].Start) < end {
		k++
	}
	return c.Mentions[i:k]
}

// atOrBehind answers the first mention that begins at a byte or behind it.
func (c *Cast) atOrBehind(at int32) int {
	first, past := c.around(at)
	for first < past {
		if middle := int(uint(first+past) / 2); c.Mentions[middle].Start < at {
			first = middle + 1
		} else {
			past = middle
		}
	}
	c.near = first
	return first
}

// around answers between which mentions the first one is that begins at a byte or behind it. It is mostly near the one asked for last.
func (c *Cast) around(at int32) (first, past int) {
	first = min(c.near, len(c.Mentions))
	past = first
	for step := 1; past < len(c.Mentions) && c.Mentions[past].Start < at; step *= 2 {
		first, past = past+1, min(past+step, len(c.Mentions))
	}
	for step := 1; first > 0 && c.Mentions[first-1].Start >= at; step *= 2 {
		first, past = max(first-step, 0), first-1
	}
	return first, past
}

// from answers the first mention that may reach beyond a byte.
func (c *Cast) from(start int) int {
	i := c.atOrBehind(int32(start))
	for i > 0 && int(c.Mentions[i-1].End) > start {
		i--
	}
	return i
}

// Add adds an actor and a mention of it. Sort the mentions when all are added.
func (c *Cast) Add(x Actor, start, end int32) int {
	if first, _, full := strings.Cut(x.Name, " "); full && x.Kind == model.Person && x.gender == 0 {
		x.gender = genderOf(first)
	}
	c.Actors = append(c.Actors, x)
	n := len(c.Actors) - 1
	c.Note(n, start, end, false)
	return n
}

// Note adds a mention; role tells that no name stands there.
func (c *Cast) Note(actor int, start, end int32, role bool) {
	c.added = append(c.added, Mention{Start: start, End: end, Actor: int32(actor), Role: role})
}

// Settle takes the mentions added since into the order of the text.
func (c *Cast) Settle() {
	slices.SortStableFunc(c.added, byStart)
	c.Mentions = merged(c.Mentions, c.added, func(x, y *Mention) bool { return x.Start > y.Start })
	c.added = c.added[:0]
}

func byStart(x, y Mention) int { return int(x.Start - y.Start) }
