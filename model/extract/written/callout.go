package written

import (
	"fmt"
	"slices"
	"strings"

	"parley/model"
	"parley/model/text"
)

// Callouts
//
//	> [!quote] Name, role (Party) — source, date · track: T · stance: + · via: Outlet · grade: on record · kind: direct
//	> words
//
//	> [!proposal] Title · by: A, B · track: T · stance: + · date: D · source: S · via: Outlet · grade: G · predicate: demand
//	> content; each part behind a semicolon, or each item, is an element
//
//	> [!position] Actor on Issue: ± — source, date · track: T
//	> words
//
// Other callouts are those of Markdown viewers, and prose. What is nearly one of ours is said to be.

// hints are words that people write for our marks.
var hints = map[string]string{
	"quotation": "quote", "cite": "quote", "statement": "quote", "zitat": "quote", "citation": "quote", "cita": "quote",
	"offer": "proposal", "propose": "proposal", "demand": "proposal", "vorschlag": "proposal", "proposition": "proposal", "propuesta": "proposal",
	"stance": "position", "standpunkt": "position", "haltung": "position", "posicion": "position",
}

// viewers are the callouts of GitHub and Obsidian that lie near to ours by their letters.
var viewers = []string{
	"note", "tip", "important", "warning", "caution", "abstract", "summary", "tldr", "info", "todo", "hint", "success", "check",
	"done", "question", "help", "faq", "attention", "failure", "fail", "missing", "danger", "error", "bug", "example",
}

func (f *finder) callout(i int) {
	n := &f.doc.Nodes[i]
	switch kind := n.Info(); kind {
	case "quote":
		f.quoteCallout(i)
	case "proposal":
		f.proposalCallout(i)
	case "position":
		f.positionCallout(i)
	default:
		if near := nearMark(kind); near != "" {
			f.problem(n.Line, fmt.Sprintf("[!%s] is not a mark parley knows; did you mean [!%s]?", shown(kind), near), "shown as a block quote")
		}
	}
}

// nearMark answers the mark that a word was probably meant for.
func nearMark(kind string) string {
	if hint := hints[kind]; hint != "" {
		return hint
	}
	if slices.Contains(viewers, kind) {
		return ""
	}
	return near(kind, "quote", "proposal", "position")
}

// near answers the word that differs by no more than two letters, fewer for short words.
func near(word string, known ...string) string {
	for most := 1; most <= 2; most++ {
		for _, k := range known {
			if len(word) > 2*most && apart(word, k) <= most {
				return k
			}
		}
	}
	return ""
}

// apart counts the letters to change, to add or to leave out.
func apart(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		corner := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := corner
			if a[i] != b[j] {
				change++
			}
			corner = row[j+1]
			row[j+1] = min(change, corner+1, row[j]+1)
		}
	}
	return row[len(b)]
}

func shown(s string) string {
	line, _ := text.Line(s)
	return text.Truncate(line, 40)
}

// attributes are the "key: value" parts behind the first of a callout's title.
type attributes struct {
	by     []Name
	tracks []string
	via    []string
	stance model.Stance
	signed bool
	cited  citation

	grade     *model.Grade // nil: not said; so are the others
	kind      *model.QuoteKind
	predicate *model.Predicate
}

// head parts the title of a callout: what stands before the first " · ", and the attributes behind it. A middle dot alone
// is the sign of silence, not a separator.
func (f *finder) head(i int) (piece, attributes) {
	n := &f.doc.Nodes[i]
	title := n.Title()
	rest := whole(&title)
	first, rest, more := rest.cut(" · ")
	if !more && strings.HasPrefix(first.String(), "· ") {
		first, rest = first.sub(0, 0), first.sub(len("· "), len(first.String()))
		more = true
	}
	if key, _, ok := first.cut(":"); ok && more && slices.Contains(keys, strings.ToLower(key.clean())) {
		rest.from, first = first.from, first.sub(0, 0) // the first part is an attribute already
	}
	var a attributes
	for !rest.empty() {
		var one piece
		one, rest, _ = rest.cut(" · ")
		f.attribute(i, one, &a)
	}
	return first, a
}

var keys = []string{"by", "track", "tracks", "stance", "date", "source", "via", "grade", "kind", "predicate"}

// The words of grade, kind and predicate are those of the export contract.
var (
	grades     = []model.Grade{model.OnRecord, model.Unnamed, model.Reported, model.Narrator}
	kinds      = []model.QuoteKind{model.Direct, model.Partial, model.Term, model.Indirect}
	predicates = []model.Predicate{model.Propose, model.Demand, model.Accept, model.Reject, model.Concede, model.Float, model.Commit}
)

// worded answers the one of several that a word means.
func worded[T fmt.Stringer](f *finder, line int, key string, word string, all []T) *T {
	var names []string
	for i := range all {
		if all[i].String() == strings.ToLower(word) {
			return &all[i]
		}
		names = append(names, all[i].String())
	}
	f.problem(line, fmt.Sprintf("%s “%s” is none of %s", key, shown(word), strings.Join(names, ", ")), "left out")
	return nil
}

func (f *finder) attribute(i int, one piece, a *attributes) {
	line := f.doc.Nodes[i].Line
	key, value, ok := one.cut(":")
	name := strings.ToLower(key.clean())
	switch {
	case !ok:
		f.problem(line, fmt.Sprintf("“%s” has no colon; parts are written as by: A · track: T · stance: +", shown(one.clean())), "left out")
	case name == "by":
		for _, p := range value.parts(",;") {
			if who := p.nameOf(); who != nil {
				a.by = append(a.by, *who)
			}
		}
	case name == "track" || name == "tracks":
		a.tracks = append(a.tracks, value.list()...)
	case name == "via":
		a.via = append(a.via, value.list()...)
	case name == "grade":
		a.grade = worded(f, line, name, value.clean(), grades)
	case name == "kind":
		a.kind = worded(f, line, name, value.clean(), kinds)
	case name == "predicate":
		a.predicate = worded(f, line, name, value.clean(), predicates)
	case name == "stance":
		s, known := stanceOf(value.clean())
		if !known {
			f.problem(line, fmt.Sprintf("stance “%s” is none of + − ± ? ·", shown(value.clean())), "read as ?")
			s = model.Unclear
		}
		a.stance, a.signed = s, true
	case name == "date" || name == "source":
		c := value.cited(f.doc.Front.Lang)
		if name == "date" && c.date == "" {
			f.problem(line, fmt.Sprintf("date “%s” is not a date", shown(c.text)), "the briefing’s own date counts")
		}
		a.cited.text = strings.TrimPrefix(a.cited.text+", "+c.text, ", ")
		if c.date != "" {
			a.cited.date = c.date
		}
	default:
		hint := ""
		if like := near(name, keys...); like != "" {
			hint = "; did you mean " + like + ":?"
		}
		f.problem(line, fmt.Sprintf("%s: is no part of a mark%s", shown(name), hint), "left out")
	}
}

func (p piece) list() []string {
	var list []string
	for _, one := range p.parts(",;") {
		list = append(list, one.clean())
	}
	return list
}

// stanceOf reads a sign or its word.
func stanceOf(s string) (model.Stance, bool) {
	switch strings.ToLower(strings.TrimSpace(s)) {
	case "+", "＋", "for":
		return model.For, true
	case "-", "−", "–", "—", "against":
		return model.Against, true
	case "±", "+/-", "+/−", "+-", "conditional", "with conditions":
		return model.Conditional, true
	case "?", "unclear":
		return model.Unclear, true
	case "·", ".", "silent":
		return model.Silent, true
	}
	return model.Silent, false
}
