package written

import (
	"fmt"
	"strings"

	"parley/model"
	"parley/model/markdown"
	"parley/model/text"
)

// Positions that a person marked
//
//	> [!position] Actor on Issue: ± — source, date        a callout; the words below say more
//
//	| Issue | Arland | Veyra (party) |                    a matrix: the first header is Issue, the others are actors
//	|---|---|---|
//	| Truce | + first step | · |                          a cell is a sign and words; · or nothing is silence
//
// A cell of a hyphen alone is against only where other cells are a plus or ± alone: else people mean nothing by it.

var onWords = []string{" on ", " zu ", " zum ", " zur ", " sur ", " sobre ", " по ", " о ", " щодо "}

func (f *finder) positionCallout(i int) {
	n := &f.doc.Nodes[i]
	first, a := f.head(i)
	stated, source, dashed := first.cutDash()
	head, sign, colon := stated.cutLast(":")
	stance, known := stanceOf(sign.clean())
	if !colon && !known {
		if rest, s, ok := stated.signAtEnd(); ok { // "Actor on Issue ±"
			head, stance, known = rest, s, true
		}
	}
	if a.signed && !known {
		stance, known = a.stance, true
	}
	who, issue, on := head, head, false
	for _, word := range onWords {
		if who, issue, on = head.cut(word); on {
			break
		}
	}
	name := who.nameOf()
	if !on || name == nil {
		f.problem(n.Line, "[!position] does not say who stands where on what; write > [!position] Actor on Issue: ±", "shown as a block quote")
		return
	}
	if !known {
		f.problem(n.Line, fmt.Sprintf("[!position] of %s on %s has no sign; write + − ± ? or · behind a colon", shown(name.Name), shown(issue.clean())), "read as ?")
		stance = model.Unclear
	}
	p := Position{
		Place: f.place(i, whole(&n.Text)), Actor: *name, Issue: issue.clean(), Stance: stance, Tracks: a.tracks,
		Cited: a.cited.text, Date: a.cited.date, Rule: "callout",
	}
	if p.Text == "" {
		p.Range, p.Line = head.span(), n.Line
	}
	if dashed && p.Cited == "" {
		c := source.cited(f.doc.Front.Lang)
		p.Cited, p.Date = c.text, c.date
	}
	f.m.Positions = append(f.m.Positions, p)
	f.take(i)
}

// issueWords head the first column of a matrix; the words of other languages only in a briefing of that language.
var issueWords = map[string]string{
	"issue": "", "issues": "", "thema": "de", "streitpunkt": "de", "frage": "de", "enjeu": "fr", "question": "fr", "sujet": "fr",
	"asunto": "es", "cuestion": "es", "tema": "es", "вопрос": "ru", "питання": "uk",
}

func (f *finder) matrix(i int) {
	table := &f.doc.Nodes[i]
	if len(table.Cells) < 2 || !f.isMatrix(&table.Cells[0]) {
		return
	}
	var names []*Name
	for c := range table.Cells {
		head := whole(&table.Cells[c])
		name := head.nameOf()
		names = append(names, name)
		if c > 0 && name != nil {
			f.m.Actors = append(f.m.Actors, Actor{
				Place: f.place(i, head), Name: name.Name, Role: name.Role, Party: name.Party, Rule: "matrix",
			})
			f.m.Actors[len(f.m.Actors)-1].Range = name.Range
		}
	}
	last := f.lastIn(i)
	hyphens := f.signsAlone(i, last)
	end := max(table.End, f.doc.Nodes[last].End)
	for k := i + 1; k <= last; k++ {
		if f.full(k) {
			end, last = f.doc.Nodes[k].Start, k-1
			break
		}
		f.matrixRow(k, names, hyphens)
	}
	f.leave(table.Start, end)
	f.last = last
}

func (f *finder) isMatrix(head *markdown.Text) bool {
	key := headKey(head.Plain())
	lang, known := issueWords[key]
	return known && (lang == "" || strings.HasPrefix(text.Fold(f.doc.Front.Lang), lang))
}

// signsAlone tells whether a cell of the table is a plus or ± alone.
func (f *finder) signsAlone(from, to int) bool {
	for k := from + 1; k <= to; k++ {
		for c := range f.doc.Nodes[k].Cells {
			if s := strings.TrimSpace(f.doc.Nodes[k].Cells[c].Plain()); s == "+" || s == "±" {
				return true
			}
		}
	}
	return false
}

func (f *finder) matrixRow(k int, names []*Name, hyphens bool) {
	row := &f.doc.Nodes[k]
	if row.Kind != markdown.Row || len(row.Cells) == 0 {
		return
	}
	issue := strings.TrimSpace(row.Cells[0].Plain())
	for c := 1; c < len(row.Cells) && c < len(names); c++ {
		cell := whole(&row.Cells[c])
		if cell.empty() || names[c] == nil || issue == "" {
			continue
		}
		if s := cell.String(); (s == "-" || s == "–" || s == "—") && !hyphens {
			continue
		}
		content, stance, signed := cell.signInFront()
		if signed && stance == model.Silent && content.empty() {
			continue
		}
		p := Position{Place: f.place(k, content), Actor: *names[c], Issue: issue, Stance: stance, Rule: "matrix"}
		if p.Text == "" {
			p.Range = cell.span()
		}
		f.m.Positions = append(f.m.Positions, p)
	}
}
