package written

import (
	"sort"
	"strings"

	"parley/model"
)

// Actors that a person listed
//
//	actors: in the front matter
//
//	- Name (Party), role            items under Actors, Parties, Participants; an item in an item belongs to its party
//	- **Name** — role
//
//	Name (Party)                    a definition list under the same headings
//	: role
//
//	[[Name|shown]]                  a link, anywhere: what is shown stands for the name

func (f *finder) front() {
	for _, a := range f.doc.Front.Actors {
		f.known[a.Name], f.known[a.Code] = true, true
		f.m.Actors = append(f.m.Actors, Actor{
			Place: Place{Line: a.Line, Node: -1}, Name: a.Name, Party: a.Party, Role: a.Role, Code: a.Code, Aliases: a.Aliases,
			Rule: "front matter",
		})
	}
}

func (f *finder) listedActor(i int) {
	n := &f.doc.Nodes[i]
	p := whole(&n.Text)
	if who, role, ok := p.cut(": "); ok && !strings.Contains(who.String(), "(") && !strings.Contains(who.String(), ",") {
		// "Name: role"
		if name := who.nameOf(); name != nil {
			name.Role = role.clean()
			f.actor(i, who, name, "list")
		}
	} else if name := p.nameOf(); name != nil {
		f.actor(i, p, name, "list")
	}
	f.leave(n.Start, n.End)
}

func (f *finder) definedActor(i int) {
	n := &f.doc.Nodes[i]
	term := n.Term()
	p := whole(&term)
	if name := p.nameOf(); name != nil {
		if role := whole(&n.Text); name.Role == "" {
			name.Role = strings.TrimRight(role.clean(), ".")
		}
		f.actor(i, p, name, "definition")
	}
	f.take(i)
}

func (f *finder) actor(i int, p piece, name *Name, rule string) {
	a := Actor{Place: f.place(i, p), Name: name.Name, Party: name.Party, Role: name.Role, Rule: rule}
	a.Range, a.Text = name.Range, name.Name
	if parent := f.doc.Nodes[i].Parent; a.Party == "" && parent >= 0 {
		a.Party = f.listed[parent]
	}
	f.listed[i] = a.Name
	f.m.Actors = append(f.m.Actors, a)
}

func (f *finder) links() {
	for _, l := range f.doc.Links {
		if !l.Name {
			continue
		}
		inner := model.Range{Start: l.Start + len("[["), End: l.End - len("]]")}
		if bar := strings.IndexByte(string(f.src[inner.Start:inner.End]), '|'); bar >= 0 {
			inner.Start += bar + 1
		}
		node := f.nodeAt(inner.Start)
		if node < 0 {
			continue
		}
		f.m.Actors = append(f.m.Actors, Actor{
			Place: Place{
				Range: inner, Text: shown(string(f.src[inner.Start:inner.End])), Line: f.lineOf(inner.Start),
				Paragraph: f.doc.Nodes[node].Paragraph, Node: node,
			},
			Name: shown(l.Target), Rule: "link",
		})
	}
}

// nodeAt answers the innermost node that holds a byte; -1: none.
func (f *finder) nodeAt(at int) int {
	nodes := f.doc.Nodes
	i := sort.Search(len(nodes), func(k int) bool { return nodes[k].Start > at }) - 1
	for i >= 0 && nodes[i].End <= at {
		i = nodes[i].Parent
	}
	return i
}
