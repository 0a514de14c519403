package extract

import (
	"cmp"
	"hash/fnv"
	"slices"
	"strconv"
	"strings"

	"parley/model"
	"parley/model/extract/actor"
	"parley/model/extract/lexicon"
	"parley/model/extract/prose"
	"parley/model/extract/speaker"
	"parley/model/text"
)

// voices sees to it that everybody who speaks is an actor, and that "I" inside a quote is who says it.
func (r *reading) voices() {
	speeches := make([]actor.Speech, 0, len(r.attributions))
	r.listen()
	for i := range r.attributions {
		a := &r.attributions[i]
		r.unheaded(a)
		if a.Speaker == nil {
			continue
		}
		s := actor.Speech{At: int32(a.Start), Who: a.Speaker.Start, Actor: -1}
		if !a.Speaker.Sort.Pronoun() {
			s.Actor = int32(r.voice(a))
		}
		if a.Kind != model.Term {
			speeches = append(speeches, s)
		}
	}
	r.cast.Settle() // so that who speaks and proposes is one
	for i := range r.proposals {
		for _, at := range r.proposals[i].Actors {
			r.proposer(at)
		}
	}
	r.cast.Settle()
	if byPlace := func(x, y actor.Speech) int { return cmp.Compare(x.At, y.At) }; !slices.IsSortedFunc(speeches, byPlace) {
		slices.SortStableFunc(speeches, byPlace)
	}
	r.cast.Pronouns(speeches)
	owned := theirs{}
	for i := range r.attributions {
		a := &r.attributions[i]
		if a.Speaker == nil {
			continue
		}
		n := r.voice(a)
		if n < 0 {
			continue
		}
		n = owned.of(r, a, n)
		r.hear(a.Speaker, n)
		if a.Quote >= 0 && a.Kind != model.Term {
			r.firstPerson(a.Quote, n)
		}
	}
	r.cast.Settle()
	r.identify()
}

// unheaded takes a heading from what stands below it: "Statements" is nobody.
func (r *reading) unheaded(a *speaker.Attribution) {
	if a.Speaker == nil {
		return
	}
	p := r.doc.ParagraphAt(int(a.Speaker.Start))
	if r.blocks[p].heading && p != r.doc.ParagraphAt(a.Start) {
		a.Speaker, a.Full, a.Grade = nil, nil, model.Unnamed
	}
}

// proposer adds whoever proposes and is nobody yet, where a name stands.
func (r *reading) proposer(at model.Range) {
	if at.End <= at.Start || r.cast.Of(at.Start, at.End) >= 0 || r.added[at] {
		return
	}
	i := r.doc.TokenAt(at.Start)
	t := &r.doc.Tokens[i]
	if !t.Is(prose.Capital) || plurals.Has(t.Hash) || things.Has(t.Hash) || firstPersons.Has(t.Hash) || ours.Has(t.Hash) || r.small(i) {
		return
	}
	for _, m := range r.cast.Within(at.Start, at.End) {
		if m.Modifier && int(m.Start) == at.Start && int(m.End) == at.End {
			return // "the French" of "the French plan" is France
		}
	}
	name := r.words(at.Start, at.End)
	if len(name) > 60 || document(name) || strings.ContainsAny(name, ",;:“”\"") {
		return
	}
	r.added[at] = true
	kind := actor.KindOf(name)
	if first, _, more := strings.Cut(name, " "); more && owners.Has(lexicon.Hash(first)) {
		kind = actor.KindOfRole(name)
	}
	r.cast.Add(actor.Actor{Name: name, Kind: kind, Local: true, Party: r.cast.Whose(at.Start, at.End)}, int32(at.Start), int32(at.End))
}

// small tells a word that is capitalised only because a sentence begins with it: it begins no name.
func (r *reading) small(i int32) bool {
	return i == r.doc.Paragraphs[r.doc.ParagraphAt(int(r.doc.Tokens[i].Start))].FirstToken || r.doc.Tokens[i-1].Kind != prose.Word && r.doc.Tokens[i-1].Kind != prose.Comma
}

// voice answers the actor who speaks; one who is nobody yet is added. -1: a paper, or a pronoun that is open.
func (r *reading) voice(a *speaker.Attribution) int {
	if n, ok := r.heard(a.Speaker); ok {
		return n
	}
	if n := r.cast.Of(int(a.Speaker.Start), int(a.Speaker.End)); n >= 0 && !r.apart(a.Speaker, n) {
		r.lengthen(a, n)
		return n
	}
	m := a.Speaker
	if a.Full != nil && a.Full != m && !r.cast.Open(m.Start) && r.near(a) {
		m = a.Full
		if n, ok := r.heard(m); ok {
			return n
		}
		if n := r.cast.Of(int(m.Start), int(m.End)); n >= 0 {
			r.cast.Note(n, a.Speaker.Start, a.Speaker.End, true)
			return n
		}
	}
	if a.Kind == model.Term {
		return -1
	}
	x := actor.Actor{Name: r.words(int(m.Start), int(m.End)), Party: r.cast.Whose(int(m.Start), int(m.End))}
	x.Local = !strings.Contains(x.Name, " ")
	switch m.Sort {
	case speaker.Name, speaker.FullName, speaker.RoleName, speaker.Label:
		x.Kind = actor.KindOf(x.Name)
	case speaker.TheName:
		if m.Joint() {
			x.Kind, x.Local = model.Group, true
			break
		}
		if x.Kind, x.Local = actor.KindOf(x.Name), true; x.Kind == model.Person && !actor.Office(x.Name) {
			x.Kind = model.Organisation
		}
	case speaker.Role, speaker.Alone:
		x.Kind = actor.KindOfRole(x.Name)
		x.Unnamed = x.Kind != model.Organisation || !capitalised(x.Name)
		if the, _, ok := strings.Cut(strings.ToLower(x.Name), " "); ok && (the == "the" || the == "her" || the == "his" || the == "its" || the == "their" || m.Definite()) {
			x.Local, x.Unnamed = true, false
		}
	case speaker.BareRole, speaker.Bare:
		x.Kind, x.Unnamed = model.Group, true
	default:
		return -1
	}
	if first, _, _ := strings.Cut(x.Name, " "); (x.Unnamed || owners.Has(lexicon.Hash(first))) && r.small(r.doc.TokenAt(int(m.Start))) && !namesOwner(r, m.Start) {
		x.Name = actor.Lowered(x.Name)
	}
	n := r.cast.Add(x, m.Start, m.End)
	r.lengthen(a, n)
	r.hear(m, n)
	return n
}

// listen makes room for who speaks where mentions stand.
func (r *reading) listen() {
	last := int32(-1)
	for i := range r.attributions {
		for _, m := range [2]*speaker.Mention{r.attributions[i].Speaker, r.attributions[i].Full} {
			if m != nil {
				last = max(last, m.Number)
			}
		}
	}
	r.spoke = make([]int32, last+1)
}

// hear notes who speaks where a mention stands.
func (r *reading) hear(m *speaker.Mention, actor int) { r.spoke[m.Number] = int32(actor) + 1 }

// heard answers who speaks where a mention stands, and whether anybody does.
func (r *reading) heard(m *speaker.Mention) (actor int, ok bool) {
	if r.spoke[m.Number] == 0 {
		return 0, false
	}
	return int(r.spoke[m.Number]) - 1, true
}

// apart tells words of another language that are not the actor who stands among them: a ministry, two who speak as one, a
// pronoun that opens a sentence with a capital.
func (r *reading) apart(m *speaker.Mention, n int) bool {
	return m.Joint() || m.Pronominal() || m.Body() && r.cast.Actors[n].Kind == model.Person
}

// near tells whether what the sieves lead a pronoun to may be whom it stands for: of "he" and "she" a person, at most a
// paragraph ago.
func (r *reading) near(a *speaker.Attribution) bool {
	if a.Speaker.Sort != speaker.He && a.Speaker.Sort != speaker.She {
		return true
	}
	if d := r.doc.ParagraphAt(int(a.Speaker.Start)) - r.doc.ParagraphAt(int(a.Full.Start)); d < 0 || d > 1 {
		return false
	}
	if n := r.cast.Of(int(a.Full.Start), int(a.Full.End)); n >= 0 {
		return r.cast.Actors[n].Kind == model.Person
	}
	switch a.Full.Sort {
	case speaker.FullName, speaker.RoleName, speaker.Role, speaker.Alone:
		return actor.KindOfRole(r.words(int(a.Full.Start), int(a.Full.End))) == model.Person
	}
	return false
}

// longest is how long the words may be that name somebody without a name, in bytes.
const longest = 60

// lengthen names somebody without a name by all that is said of them: one of the officials, an official of the ministry.
func (r *reading) lengthen(a *speaker.Attribution, n int) {
	x := &r.cast.Actors[n]
	start, end, whole := int(a.Speaker.Start), int(a.Speaker.End), int(a.Whole)
	if !x.Unnamed && !x.Local || whole <= end || whole-start > longest || x.Name != actor.Lowered(r.words(start, end)) {
		return
	}
	r.cast.Rename(n, actor.Lowered(r.words(start, whole)))
}

var firstPersons = func() *lexicon.Words {
	w := lexicon.NewWords(8)
	for _, word := range []string{"i", "me", "my", "myself", "mine"} {
		w.Put(lexicon.Hash(word), 1)
	}
	return w
}()

// owners are words before a role that tell whose it is, without naming anybody.
var owners = lexiconOf("the", "its", "their", "his", "her", "our", "my")

// firstPerson notes "I" and "my" inside a quote as mentions of a person who speaks, "we" and "our" as those of the party
// for whom a person speaks, or of whom else the words are.
func (r *reading) firstPerson(quote, n int) {
	person := r.cast.Actors[n].Kind == model.Person
	several, asked := n, !person
	q := &r.doc.Quotes[quote]
	for i := q.InnerFirst; i < q.InnerLast; i++ {
		t := &r.doc.Tokens[i]
		if t.Kind != prose.Word {
			continue
		}
		switch selves.Of(t.Hash) {
		case myself:
			if person && !t.Is(prose.Short) {
				r.cast.Note(n, t.Start, t.End, true)
			}
		case ourselves:
			if !asked {
				several, asked = r.cast.Named(r.cast.Actors[n].Party), true
			}
			if several >= 0 && !t.Is(prose.Upper) {
				r.cast.Note(several, t.Start, t.End, true)
			}
		}
	}
}

// ours are the words for those for whom somebody speaks.
var ours = lexiconOf("we", "us", "our", "ours", "ourselves")

// selves tells the words for who speaks, and for those for whom somebody speaks.
var selves = func() *lexicon.Words {
	w := lexicon.NewWords(firstPersons.Len() + ours.Len())
	firstPersons.Each(func(hash uint64, _ uint32) { w.Put(hash, myself) })
	ours.Each(func(hash uint64, _ uint32) { w.Put(hash, ourselves) })
	return w
}()

const (
	myself uint32 = 1 + iota
	ourselves
)

// local stands in the ID of an actor that is one within its briefing only, before what tells the briefing.
const local = "·"

// speaking answers which actors say or propose something.
func (r *reading) speaking() []bool {
	all := make([]bool, len(r.cast.Actors))
	for _, n := range r.spoke {
		if n > 0 {
			all[n-1] = true
		}
	}
	r.cast.Settle() // so that who speaks and proposes is one
	for i := range r.proposals {
		for _, at := range r.proposals[i].Actors {
			if n := r.cast.Of(at.Start, at.End); n >= 0 {
				all[n] = true
			}
		}
	}
	return all
}

// identify gives every actor its ID: the folded name; whom the name alone does not tell, with what tells the briefing.
// Groups without a name who say nothing ("civilians") are one in all briefings: nobody's words depend on who they are.
func (r *reading) identify() {
	r.actorIDs = make([]string, len(r.cast.Actors))
	r.byID = make(map[string]int, len(r.cast.Actors))
	var again map[string]int // how often a name was there already
	h := fnv.New32a()
	_, _ = h.Write([]byte(r.file)) // a hash never fails
	here := local + strconv.FormatUint(uint64(h.Sum32()), 36)
	speaks := r.speaking()
	for i := range r.cast.Actors {
		a := &r.cast.Actors[i]
		id := text.Fold(clean(a.Name))
		if a.Local || a.Unnamed && (a.Kind != model.Group || speaks[i]) {
			id += here
		}
		if _, taken := r.byID[id]; taken {
			if again == nil {
				again = map[string]int{}
			}
			id = r.apartFrom(id, again)
		}
		r.actorIDs[i] = id
		r.byID[id] = i
	}
}

// apartFrom answers the ID of another whose name is one that was there already, as often as again tells.
func (r *reading) apartFrom(base string, again map[string]int) string {
	for {
		again[base]++
		id := base + local + strconv.Itoa(again[base]+1)
		if _, taken := r.byID[id]; !taken {
			return id
		}
	}
}

// actors makes the actors of the text, with the places where they stand.
func (r *reading) actors() {
	if len(r.cast.Actors) == 0 {
		return
	}
	out := make([]model.Actor, len(r.cast.Actors))
	for i := range r.cast.Actors {
		a, x := &r.cast.Actors[i], &out[i]
		x.ID, x.Name, x.Kind, x.Party, x.Role = r.actorIDs[i], clean(a.Name), a.Kind, clean(a.Party), clean(a.Role)
		x.Code, x.Aliases, x.Origin = a.Code, cleaned(a.Aliases), a.Origin
		if a.Unnamed {
			x.Code = unnamed
		}
	}
	count := make([]int32, len(out))
	for i := range r.cast.Mentions {
		count[r.cast.Mentions[i].Actor]++
	}
	spans := make([]model.Span, len(r.cast.Mentions)) // of all, cut up: one piece of memory for one of each
	for i, n := range count {
		if n > 0 {
			out[i].Mentions, spans = spans[:0:n], spans[n:]
		}
	}
	for i := range r.cast.Mentions {
		m := &r.cast.Mentions[i]
		x := &out[m.Actor]
		n := len(x.Mentions)
		x.Mentions = x.Mentions[:n+1]
		r.place(&x.Mentions[n], r.doc.Source(int(m.Start), int(m.End)), r.doc.ParagraphAt(int(m.Start)))
	}
	r.text.Actors = out
}
