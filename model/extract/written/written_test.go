package written

import (
	"fmt"
	"strings"
	"testing"

	"parley/model"
	"parley/model/example"
	"parley/model/markdown"
)

// Each archive holds pairs: a briefing, and the marks that are found in it, one a line. What stands between ⟨ ⟩ is cut
// from the source by the mark's own offsets.
func TestMarks(t *testing.T) {
	example.Run(t, "testdata/*.txtar", func(_ *testing.T, in example.Text) string {
		doc := markdown.Parse(in.Body)
		return dump(Find(&doc, in.Body), in.Body)
	})
}

type writer struct {
	strings.Builder
	src []byte
}

func dump(m Marks, src []byte) string {
	w := &writer{src: src}
	for _, q := range m.Quotes {
		w.line("quote", q.Place, q.Kind.String(), w.name(q.Speaker), list("via", q.Via), list("track", q.Tracks), sign(q.Stance), cited(q.Cited, q.Date), flag(q.Continues, "goes on"), q.Rule)
	}
	for _, p := range m.Proposals {
		var by []string
		for i := range p.By {
			by = append(by, w.name(&p.By[i]))
		}
		if p.Title != "" {
			p.Title = "“" + p.Title + "”"
		}
		w.line("proposal", p.Place, p.Title, strings.Join(by, " + "), p.Predicate.String(), p.Stance.Sign(), list("via", p.Via), list("track", p.Tracks), cited(p.Cited, p.Date), p.Rule)
		for _, e := range p.Elements {
			fmt.Fprintf(w, "  element ⟨%s⟩\n", w.cut(e.Start, e.End))
		}
	}
	for _, p := range m.Positions {
		w.line("position", p.Place, w.name(&p.Actor), "on "+p.Issue, p.Stance.Sign(), list("track", p.Tracks), cited(p.Cited, p.Date), p.Rule)
	}
	for _, a := range m.Actors {
		w.line("actor", a.Place, w.name(&Name{Name: a.Name, Role: a.Role, Party: a.Party}), a.Code, list("also", a.Aliases), a.Rule)
	}
	for _, t := range m.Tracks {
		fmt.Fprintf(w, "track %s: %d lines\n", t.Name, strings.Count(w.cut(t.Start, t.End), "⏎"))
	}
	for _, b := range m.Brackets {
		alternates := ""
		if b.Alternates > 0 {
			alternates = fmt.Sprintf("alternative %d", b.Alternates)
		}
		w.line("bracket", b.Place, "⟨"+w.cut(b.Inner.Start, b.Inner.End)+"⟩", list("held by", b.Holders), alternates, strings.Repeat("deeper", b.Depth))
	}
	for _, c := range m.Changes {
		w.line("change", c.Place, "⟨"+w.cut(c.Inner.Start, c.Inner.End)+"⟩", flag(c.Deletion, "deletion"))
	}
	for _, n := range m.Notes {
		fmt.Fprintf(w, "note %s ⟨%s⟩ %s\n", n.Label, w.cut(n.Start, n.End), n.Text)
	}
	if len(m.Tags) > 0 {
		fmt.Fprintf(w, "tags %s\n", strings.Join(m.Tags, ", "))
	}
	for _, p := range m.Problems {
		fmt.Fprintf(w, "problem l%d: %s; %s\n", p.Line, p.Message, p.Done)
	}
	return w.String()
}

func (w *writer) line(kind string, p Place, more ...string) {
	fmt.Fprintf(w, "%s ¶%d l%d ⟨%s⟩", kind, p.Paragraph, p.Line, w.cut(p.Start, p.End))
	for _, m := range more {
		if m != "" {
			w.WriteString(" | " + m)
		}
	}
	w.WriteString("\n")
}

func (w *writer) cut(start, end int) string {
	return strings.ReplaceAll(string(w.src[start:end]), "\n", "⏎")
}

func (w *writer) name(n *Name) string {
	if n == nil {
		return "nobody"
	}
	s := n.Name
	if n.Role != "" {
		s += ", " + n.Role
	}
	if n.Party != "" {
		s += " (" + n.Party + ")"
	}
	if at := w.cut(n.Start, n.End); at != "" && at != n.Name {
		s += " ⟨" + at + "⟩"
	}
	return s
}

func list(what string, values []string) string {
	if len(values) == 0 {
		return ""
	}
	return what + " " + strings.Join(values, " & ")
}

func cited(text string, date model.Date) string {
	return strings.TrimSpace(strings.TrimSpace(text) + " " + flag(date != "", "= "+string(date)))
}

func sign(s model.Stance) string { return flag(s != model.Silent, s.Sign()) }

func flag(on bool, word string) string {
	if on {
		return word
	}
	return ""
}
