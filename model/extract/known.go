package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"parley/model"
	"parley/model/extract/actor"
	"parley/model/extract/lexicon"
	"parley/model/extract/written"
	"parley/model/text"
)

// known are the actors that somebody wrote down: the library's list, then whom this briefing lists or gives words to.
func (r *reading) known() []actor.Known {
	k := knowns{at: map[string]int{}}
	for _, a := range r.o.Aliases {
		k.add(actor.Known{
			Name: a.Name, Kind: a.Kind, Certain: a.Certain, Party: a.Party, Role: a.Role, Code: a.Code, Names: a.Names,
			Origin: model.Reviewed,
		})
	}
	for i := range r.marks.Actors {
		a := &r.marks.Actors[i]
		listed := actor.Known{Name: clean(a.Name), Party: clean(a.Party), Role: clean(a.Role), Code: clean(a.Code), Names: cleaned(a.Aliases)}
		if a.Rule == "link" && a.Text != "" && clean(a.Text) != listed.Name {
			listed.Names = append(listed.Names, clean(a.Text))
		}
		k.here(listed)
	}
	full := map[string]bool{}
	for i := range r.marks.Quotes {
		n := r.marks.Quotes[i].Speaker
		if n == nil {
			continue
		}
		there, looked := full[n.Name]
		if !looked && len(full) < mostTitled {
			there = r.inFull(n.Name)
			full[n.Name] = there
		}
		if !there {
			k.named(n)
		}
	}
	for i := range r.marks.Proposals {
		for n := range r.marks.Proposals[i].By {
			k.named(&r.marks.Proposals[i].By[n])
		}
	}
	for i := range r.marks.Positions {
		k.named(&r.marks.Positions[i].Actor)
	}
	return k.all
}

// mostTitled is how many names are looked for in the prose: each goes through all of it.
const mostTitled = 32

// inFull tells "Mr. Quill" where a name in full ends in the same word somewhere in the prose: who that is, is found there.
func (r *reading) inFull(name string) bool {
	last, titled := untitled(name)
	for at := 0; titled; {
		i := strings.Index(r.doc.Text[at:], " "+last)
		if i < 0 {
			break
		}
		before := r.doc.Text[:at+i]
		word := before[strings.LastIndexAny(before, " \n")+1:]
		if c, _ := utf8.DecodeRuneInString(word); unicode.IsUpper(c) && !honorifics.Has(lexicon.Hash(strings.TrimSuffix(word, "."))) {
			return true
		}
		at += i + 1
	}
	return false
}

// knowns gathers actors by name.
type knowns struct {
	all []actor.Known
	at  map[string]int
}

func (k *knowns) named(n *written.Name) {
	if n != nil && n.Name != "" && !anonymous(n.Name) {
		k.here(actor.Known{Name: clean(n.Name), Role: clean(n.Role), Party: clean(n.Party)})
	}
}

// here adds an actor of this briefing.
func (k *knowns) here(a actor.Known) {
	a.Here, a.Origin = true, model.Written
	a.Role, a.Kind, a.Certain = kindOf(&a)
	k.add(a)
}

// add joins what several places say of one name.
func (k *knowns) add(a actor.Known) {
	key := text.Fold(a.Name)
	if key == "" {
		return
	}
	for _, name := range append([]string{a.Name}, a.Names...) {
		if i, ok := k.at[text.Fold(name)]; ok {
			k.all[i].Join(a)
			return
		}
	}
	k.at[key] = len(k.all)
	for _, name := range a.Names {
		k.at[text.Fold(name)] = len(k.all)
	}
	if a.Code != "" {
		k.at[text.Fold(a.Code)] = len(k.all)
	}
	k.all = append(k.all, a)
	if a.Party != "" && a.Here {
		k.add(actor.Known{Name: a.Party, Here: true, Origin: a.Origin})
	}
}

// kindOf reads the kind of a listed actor from its role; words that only say the kind are no role.
func kindOf(a *actor.Known) (role string, kind model.ActorKind, certain bool) {
	switch strings.ToLower(a.Role) {
	case "party", "state", "country", "government", "partei", "staat", "partie", "état", "parte", "estado", "сторона", "государство", "держава":
		return "", model.State, true
	case "organisation", "organization", "union", "mediator organisation":
		return "", model.Organisation, true
	case "group", "coalition":
		return "", model.Group, true
	case "news agency", "newspaper", "outlet", "broadcaster", "magazine", "press", "agency", "zeitung", "nachrichtenagentur", "journal", "agence de presse":
		return "", model.Outlet, true
	}
	return a.Role, model.State, false
}
