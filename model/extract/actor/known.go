package actor

import (
	"cmp"
	"slices"
	"strings"

	"parley/model"
	"parley/model/extract/lexicon"
	"parley/model/extract/prose"
	"parley/model/text"
)

// Who was written down: in the library's list, in a front matter, in a mark.
//
// Rules:
//   - What the tables know under the name is that, with what was written beside it.
//   - A kind that was not written is told by the tables, by who has it for a party, by a word in the name, by a role.

// A Known is an actor that somebody wrote down.
type Known struct {
	Name    string
	Kind    model.ActorKind
	Certain bool // Kind was written
	Party   string
	Role    string
	Code    string
	Names   []string
	Here    bool // in this very briefing: a surname joins it
	Origin  model.Origin
}

// Join takes what another place says of the same actor.
func (k *Known) Join(other Known) {
	k.Party, k.Role, k.Code = cmp.Or(k.Party, other.Party), cmp.Or(k.Role, other.Role), cmp.Or(k.Code, other.Code)
	if other.Certain && !k.Certain {
		k.Kind, k.Certain = other.Kind, true
	}
	if other.Name != k.Name && !slices.Contains(k.Names, other.Name) {
		k.Names = append(k.Names, other.Name)
	}
	for _, n := range other.Names {
		if n != k.Name && !slices.Contains(k.Names, n) {
			k.Names = append(k.Names, n)
		}
	}
	k.Here = k.Here || other.Here
}

// listed makes a table of the known, nil where there are none.
func listed(known []Known, tables *table) *table {
	if len(known) == 0 {
		return nil
	}
	t := newTable(8 * len(known)) // one is made for every briefing that lists somebody
	parties := map[string]bool{}
	for i := range known {
		parties[known[i].Party] = true
	}
	for i := range known {
		k := &known[i]
		same := tables.exactly(k.Name)
		if same >= 0 && k.Certain && tables.entries[same].kind != k.Kind {
			same = -1
		}
		kind := k.Kind
		if !k.Certain && same < 0 {
			kind = guess(k, parties[k.Name])
		}
		t.entries = append(t.entries, entry{
			name: k.Name, kind: kind, code: k.Code, party: k.Party, role: k.Role, same: same, origin: k.Origin,
		})
		t.add(k.Name, form{entry: int32(i)})
		for _, n := range k.Names {
			t.add(n, form{entry: int32(i)})
		}
		if kind == model.State && same < 0 {
			for _, n := range demonyms(k.Name) {
				t.add(n, form{entry: int32(i), use: demonym})
			}
		}
	}
	t.finish()
	return t
}

// demonyms answers what the people of a state that no table has may be called: Veyran, Veyrans; Arlander, Arlandish.
func demonyms(state string) []string {
	if strings.Contains(state, " ") || len(state) < 4 {
		return nil
	}
	if stem, ok := strings.CutSuffix(state, "a"); ok {
		return []string{state + "n", state + "ns", stem + "ian", stem + "ians"}
	}
	return []string{state + "er", state + "ers", state + "ish", state + "ian", state + "ians", state + "ese"}
}

// exactly answers the entry whose name, or short name, some words are; -1 where there is none.
func (t *table) exactly(name string) int32 {
	if name == "" {
		return -1
	}
	d := prose.Split([]prose.Paragraph{{Text: name}})
	defer d.Release()
	node := uint32(0)
	for i := range d.Tokens {
		if node = t.gazetteer.Step(node, d.Tokens[i].Hash); node == 0 {
			return -1
		}
	}
	v := t.gazetteer.Value(node)
	if v == 0 || t.forms[v].use == demonym && t.entries[t.forms[v].entry].kind != model.Group || t.forms[v].use == weak {
		return -1
	}
	return t.forms[v].entry
}

// guess tells the kind of an actor of whom only name, role and party are written.
func guess(k *Known, isParty bool) model.ActorKind {
	words := strings.Fields(k.Name)
	var all, first, last trait
	for i, w := range words {
		tr := trait(traits().Of(lexicon.Hash(w)))
		all |= tr
		if i == 0 {
			first = tr
		}
		last = tr
	}
	switch {
	case len(words) > 1 && last&outletWord != 0 && first&given == 0:
		return model.Outlet
	case all&orgWord != 0 && (len(words) == 1 || first&given == 0):
		return model.Organisation
	case isParty:
		return model.State
	case last&groupNoun != 0:
		return model.Group
	case k.Party != "" || first&(given|titled) != 0 && len(words) > 1:
		return model.Person
	case len(words) == 1 && k.Role == "":
		return model.State
	case k.Role != "" || len(words) > 1:
		return model.Person
	}
	return model.Organisation
}

// KindOf tells what a name that nobody knows is the name of, by its words alone.
func KindOf(name string) model.ActorKind {
	name = strings.TrimPrefix(strings.TrimPrefix(name, "the "), "The ")
	kind := guess(&Known{Name: name}, false)
	if kind == model.State {
		return model.Person
	}
	return kind
}

// KindOfRole tells what words without a name stand for: a person, or "its delegation", "her office", "the generals".
func KindOfRole(words string) model.ActorKind {
	last := words[strings.LastIndexByte(words, ' ')+1:]
	t := trait(traits().Of(lexicon.Hash(last)))
	switch {
	case t&head != 0 && t&groupNoun == 0:
		return model.Person
	case t&groupNoun != 0:
		return model.Group
	case t&(orgWord|bodyNoun) != 0:
		return model.Organisation
	}
	return model.Person
}

// Office tells whether the last of some words is a person's office: the Minister.
func Office(words string) bool {
	last := words[strings.LastIndexByte(words, ' ')+1:]
	return trait(traits().Of(lexicon.Hash(last)))&head != 0
}

// A renamed is an actor who had another name before.
type renamed struct {
	actor int
	name  string
}

// Rename gives an actor a fuller name, by which nobody asks for it.
func (c *Cast) Rename(actor int, name string) {
	if actor < c.found && !c.indexed {
		c.renamed = append(c.renamed, renamed{actor, c.Actors[actor].Name})
	}
	c.Actors[actor].Name = name
}

// index notes by which names actors are asked for: those that Find gave them. Few texts ask for any.
func (c *Cast) index() {
	for i := len(c.renamed) - 1; i >= 0; i-- {
		r := &c.renamed[i]
		c.Actors[r.actor].Name, r.name = r.name, c.Actors[r.actor].Name
	}
	c.enter(c.Actors[:c.found], c.assembly.o.Known)
	for _, r := range c.renamed {
		c.Actors[r.actor].Name = r.name
	}
	c.indexed = true
}

// enter enters actors by their names, and those whom somebody wrote down by theirs.
func (c *Cast) enter(actors []Actor, known []Known) {
	put := func(name string, n int32) {
		if key := text.Fold(name); key != "" {
			if _, ok := c.names[key]; !ok {
				c.names[key] = n
			}
		}
	}
	for i := range actors {
		put(actors[i].Name, int32(i))
	}
	for i := range known {
		n := c.lookUp(text.Fold(known[i].Name), known[i].Name)
		if n < 0 {
			continue
		}
		put(known[i].Code, int32(n))
		for _, name := range known[i].Names {
			put(name, int32(n))
		}
	}
	for i := range actors {
		for _, name := range actors[i].Aliases {
			put(name, int32(i))
		}
	}
}

// Named answers the actor of a name, -1 where the text has none.
func (c *Cast) Named(name string) int {
	if name == "" {
		return -1
	}
	if !c.indexed {
		c.index()
	}
	key := text.Fold(name)
	n := c.lookUp(key, name)
	c.names[key] = int32(n) // who asks once asks again
	return n
}

// lookUp answers the actor of a name whose folded form is key.
func (c *Cast) lookUp(key, name string) int {
	if n, ok := c.names[key]; ok {
		return int(n)
	}
	if e := c.table.exactly(name); e >= 0 {
		if n, ok := c.names[text.Fold(c.table.entries[e].name)]; ok {
			return int(n)
		}
	}
	return -1
}

// Canonical answers the name by which the tables have somebody, the name itself where they do not.
func (c *Cast) Canonical(name string) string {
	if e := c.table.exactly(name); e >= 0 {
		return c.table.entries[e].name
	}
	return name
}
