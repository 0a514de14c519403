// Package lists reads what a library knows by itself: its actors with their other names, and its tracks.
//
// Rules:
//   - What cannot be understood costs its own line, never the rest of the list, and is a problem with line and column. A
//     file that is no YAML at all is left out, and the problem says where it ends to be some.
//   - One name is one actor: where two have it, the first keeps it.
//   - Words are cleaned as those of briefings are.
//   - Nothing here touches files: whoever reads them hands in the bytes.
package lists

import (
	"slices"
	"strings"

	"parley/model"
	"parley/model/text"
)

// An Actor is somebody who stands in a list. What is empty is left to the briefings.
type Actor struct {
	Name    string
	Kind    model.ActorKind
	Certain bool // Kind was written
	Party   string
	Role    string
	Code    string // two letters
	Names   []string
}

// A Track is one with the words that tell it.
type Track struct {
	Name  string
	Words []string // words and phrases; one in round brackets tells it only where no other word tells a track
}

// Limit is how long a list may be, in bytes.
const Limit = 1 << 20

// leftOut is what was done with what cannot be read.
const leftOut = "left out"

// Actors reads a list of actors: a mapping of names, or a list of them with a key "name".
//
//	Northern Union:
//	  kind: organisation
//	  code: NU
//	  aliases: [Union, the Union]
//	- name: Lena Oduya
//	  party: Arland
//	  role: Foreign Minister
//
// The form of the second is that of a list. A name alone is an actor too.
func Actors(file string, body []byte) ([]Actor, []model.Problem) {
	r := &actors{reader: reader{file: file}, names: map[string]string{}}
	root, ok := r.parse(body)
	if !ok {
		return nil, r.problems
	}
	switch root.kind {
	case "keys":
		if len(root.pairs) == 1 && strings.EqualFold(root.pairs[0].key.text, "actors") {
			inner := root.pairs[0].value
			r.take(&inner)
			break
		}
		r.take(&root)
	case "nothing":
	default:
		r.take(&root)
	}
	return r.all, r.problems
}

type actors struct {
	reader
	all   []Actor
	names map[string]string // folded names -> whose
}

// take reads a mapping of names or a list.
func (r *actors) take(n *node) {
	switch n.kind {
	case "keys":
		for i := range n.pairs {
			r.one(n.pairs[i].key, n.pairs[i].value)
		}
	case "list":
		for i := range n.list {
			r.item(&n.list[i])
		}
	default:
		r.problem(*n, leftOut, "actors are names with keys below them, or a list")
	}
}

// item reads one of a list.
func (r *actors) item(n *node) {
	if n.kind == "word" {
		r.one(*n, node{kind: "nothing"})
		return
	}
	for i := range n.pairs {
		if strings.EqualFold(n.pairs[i].key.text, "name") {
			rest := *n
			rest.pairs = slices.Delete(slices.Clone(n.pairs), i, i+1)
			r.one(n.pairs[i].value, rest)
			return
		}
	}
	if len(n.pairs) == 1 && n.pairs[0].value.kind == "keys" {
		r.one(n.pairs[0].key, n.pairs[0].value)
		return
	}
	r.problem(*n, leftOut, "an actor without a name: give it “name: …”")
}

// one reads what stands below a name.
func (r *actors) one(name, body node) {
	a := Actor{Name: clean(name.text)}
	if a.Name == "" {
		r.problem(name, leftOut, "an actor without a name")
		return
	}
	if whose, taken := r.names[key(a.Name)]; taken {
		r.problem(name, leftOut, "“%s” stands in the list already, as %s", a.Name, whose)
		return
	}
	r.names[key(a.Name)] = a.Name
	switch body.kind {
	case "keys":
		for i := range body.pairs {
			r.field(&a, &body.pairs[i])
		}
	case "nothing":
	case "list": // other names alone
		r.aliases(&a, body)
	default:
		r.problem(body, leftOut, "“%s” needs keys below it: kind, code, party, role, aliases", a.Name)
	}
	r.all = append(r.all, a)
}

// field reads one key of an actor.
func (r *actors) field(a *Actor, p *pair) {
	word := clean(p.value.text)
	name := strings.ToLower(p.key.text)
	if name != "aliases" && name != "names" && p.value.kind != "word" && p.value.kind != "nothing" {
		r.problem(p.value, leftOut, "“%s” takes one word or phrase", p.key.text)
		return
	}
	switch name {
	case "kind":
		kind, ok := kinds[strings.ToLower(word)]
		if !ok {
			r.problem(p.value, leftOut, "“%s” is no kind: person, state, organisation, group or outlet", word)
			return
		}
		a.Kind, a.Certain = kind, true
	case "party":
		a.Party = word
	case "role":
		a.Role = word
	case "code":
		if n := len([]rune(word)); n != 2 {
			r.problem(p.value, leftOut, "the code “%s” has %d letters: two are wanted", word, n)
			return
		}
		a.Code = strings.ToUpper(word)
	case "aliases", "names":
		r.aliases(a, p.value)
	default:
		r.problem(p.key, leftOut, "“%s” is no key of an actor: kind, code, party, role, aliases", p.key.text)
	}
}

// aliases reads other names.
func (r *actors) aliases(a *Actor, n node) {
	list := n.list
	if n.kind == "word" {
		list = nil
		for each := range strings.SplitSeq(n.text, ",") {
			list = append(list, node{line: n.line, column: n.column, text: each, kind: "word"})
		}
	}
	for i := range list {
		name := clean(list[i].text)
		switch whose, taken := r.names[key(name)]; {
		case list[i].kind != "word" || name == "":
			r.problem(list[i], leftOut, "another name of “%s” is one word or phrase", a.Name)
		case taken && whose == a.Name:
		case taken:
			r.problem(list[i], leftOut, "“%s” is a name of %s already", name, whose)
		default:
			r.names[key(name)] = a.Name
			a.Names = append(a.Names, name)
		}
	}
}

var kinds = map[string]model.ActorKind{
	"person": model.Person, "state": model.State, "country": model.State, "organisation": model.Organisation,
	"organization": model.Organisation, "group": model.Group, "outlet": model.Outlet,
}

// Tracks reads a library's own tracks: names with their words. "replace: true" puts them instead of those that come with
// the program, which otherwise stand behind them; a track of the same name has both words.
//
//	replace: false
//	Fisheries: [fish, quotas, "cod stocks", (sea)]
func Tracks(file string, body []byte) (strands []Track, replace bool, problems []model.Problem) {
	r := &reader{file: file}
	root, ok := r.parse(body)
	if !ok {
		return nil, false, r.problems
	}
	pairs := root.pairs
	if root.kind != "keys" && root.kind != "nothing" {
		r.problem(root, leftOut, "tracks are names with lists of words: “Fisheries: [fish, quotas]”")
	}
	seen := map[string]bool{}
	for i := 0; i < len(pairs); i++ {
		name, value := clean(pairs[i].key.text), &pairs[i].value
		switch {
		case strings.EqualFold(name, "replace") && value.kind == "word":
			replace = strings.EqualFold(value.text, "true")
			if !replace && !strings.EqualFold(value.text, "false") {
				r.problem(*value, "taken for false", "“replace” is true or false")
			}
		case strings.EqualFold(name, "tracks") && value.kind == "keys":
			pairs = append(pairs, value.pairs...)
		case name == "":
			r.problem(pairs[i].key, leftOut, "a track without a name")
		case seen[key(name)]:
			r.problem(pairs[i].key, leftOut, "the track “%s” stands in the list already", name)
		default:
			seen[key(name)] = true
			strands = append(strands, r.strand(name, value))
		}
	}
	if replace && len(strands) == 0 {
		r.problem(node{line: 1}, "the tracks that come with the program stay", "“replace: true” without a track")
		replace = false
	}
	return strands, replace, r.problems
}

// strand reads the words of a track.
func (r *reader) strand(name string, n *node) Track {
	s := Track{Name: name}
	list := n.list
	if n.kind == "word" {
		list = []node{*n}
	}
	if n.kind == "keys" {
		r.problem(*n, "its name alone tells it", "the track “%s” takes a list of words", name)
	}
	for i := range list {
		if list[i].kind != "word" {
			r.problem(list[i], leftOut, "a word of the track “%s” is one word or phrase", name)
			continue
		}
		for word := range strings.SplitSeq(list[i].text, ",") {
			if word = clean(word); word != "" {
				s.Words = append(s.Words, word)
			}
		}
	}
	return s
}

// clean answers words on one line, without what a screen would hide.
func clean(s string) string {
	line, _ := text.Line(s)
	return strings.TrimSpace(line)
}

func key(name string) string { return text.Fold(name) }
