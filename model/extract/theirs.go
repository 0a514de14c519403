package extract

import (
	"strings"

	"parley/model"
	"parley/model/extract/lexicon"
	"parley/model/extract/prose"
	"parley/model/extract/speaker"
)

// Whose spokesman: "his spokeswoman" by the name of whom "his" stands for.
//
// Rules:
//   - A role behind "his" or "her" that speaks, and is nobody by name: where the pronoun leads to one person who has a name,
//     the role is that person's: "Petr Quill's spokeswoman". Where it is open, the words stay.
//   - The same role of the same person is one.
//   - A name that owns what speaks keeps its capital: "Quill's office" at the start of a sentence.

// theirs are roles by the name of whose they are -> their actors.
type theirs map[string]int

// of answers the actor of an attribution, by its owner's name where that is clear.
func (t theirs) of(r *reading, a *speaker.Attribution, n int) int {
	if a.Speaker.Sort != speaker.Role {
		return n
	}
	x := &r.cast.Actors[n]
	words := r.words(int(a.Speaker.Start), int(a.Speaker.End))
	first, role, more := strings.Cut(words, " ")
	if !more || !pronounOwners.Has(lexicon.Hash(strings.ToLower(first))) || !strings.EqualFold(x.Name, words) {
		return n
	}
	k := r.whose(int(a.Speaker.Start))
	if k < 0 || k == n || r.cast.Open(a.Speaker.Start) {
		return n
	}
	if o := &r.cast.Actors[k]; o.Kind != model.Person || o.Unnamed {
		return n
	}
	name := possessive(r.cast.Actors[k].Name) + " " + role
	if have, ok := t[name]; ok {
		return have
	}
	r.cast.Rename(n, name)
	t[name] = n
	return n
}

var pronounOwners = lexiconOf("his", "her")

// whose answers the actor that "his" or "her" at a byte stands for, -1 where that is open.
func (r *reading) whose(at int) int {
	for _, m := range r.cast.Within(at, at+1) {
		if m.Role && m.End == r.doc.Tokens[r.doc.TokenAt(at)].End {
			return int(m.Actor)
		}
	}
	return -1
}

// possessive answers "Ada Quill's".
func possessive(name string) string {
	if strings.HasSuffix(name, "s") {
		return name + "'"
	}
	return name + "'s"
}

// namesOwner tells whether "'s" stands behind the word that begins at a byte or behind the next: Ada Quill's office.
func namesOwner(r *reading, at int32) bool {
	i := r.doc.TokenAt(int(at))
	for k := i + 1; int(k) < len(r.doc.Tokens) && k <= i+3; k++ {
		switch t := &r.doc.Tokens[k]; {
		case t.Kind == prose.Possessive:
			return r.doc.Tokens[i].Is(prose.Capital) && r.doc.Tokens[k-1].Is(prose.Capital)
		case !t.Is(prose.Capital):
			return false
		}
	}
	return false
}
