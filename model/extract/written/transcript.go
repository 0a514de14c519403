package written

import (
	"strings"
	"unicode"

	"parley/model"
	"parley/model/markdown"
	"parley/model/text"
)

// Transcripts (type: transcript; without a type, where three paragraphs or more open with names in capitals or with Q and A, of two
// of these; such a one begins with the first of them, behind whatever prose)
//
//	BRANDT: words          a turn; further paragraphs without a name belong to it
//	**Lena Oduya:** words
//	Q. words   A. words    a question of nobody who is named, and its answer: of the one actor listed, else of nobody
//
// Quotes in marks inside a turn or a question are found as in any prose: Turns says where these stand.
//
// A paragraph in brackets is a remark of whoever wrote it down. A label is resolved against the actors of the front matter
// by its last word; otherwise it stays, in small letters where it was all capitals.

func (f *finder) transcript() {
	if f.doc.Front.Type != "transcript" && (f.doc.Front.Type != "" || !f.turns()) {
		return
	}
	var speaker *Name
	speaks, begun := false, f.doc.Front.Type == "transcript"
	for i := range f.doc.Nodes {
		if f.full(i) {
			return
		}
		n := &f.doc.Nodes[i]
		if n.Kind != markdown.Paragraph || n.Parent >= 0 {
			speaks = speaks && n.Kind == markdown.Paragraph
			continue
		}
		p := whole(&n.Text)
		if remark(p.String()) {
			continue
		}
		label, words, ok := turn(p)
		begun = begun || ok && label.begins()
		switch {
		case !begun:
			continue
		case ok && label.isQuestion():
			speaks = false
			f.leave(n.Start, n.End)
			f.m.Turns = append(f.m.Turns, model.Range{Start: n.Start, End: n.End})
			continue
		case ok:
			speaker, speaks = f.turnSpeaker(label), true
		case !speaks:
			continue
		}
		if inner, marked := words.unquoted(); marked {
			words = inner
		} else {
			f.m.Turns = append(f.m.Turns, model.Range{Start: n.Start, End: n.End})
		}
		f.quote(i, words, Quote{Rule: "transcript", Speaker: speaker, Continues: !ok})
		f.leave(n.Start, n.End)
	}
}

// turns tells a transcript that does not say so.
func (f *finder) turns() bool {
	labels, n := map[string]bool{}, 0
	for i := range f.doc.Nodes {
		if x := &f.doc.Nodes[i]; x.Kind != markdown.Paragraph || x.Parent >= 0 {
			continue
		}
		if label, _, ok := turn(whole(&f.doc.Nodes[i].Text)); ok && label.begins() {
			labels[label.String()] = true
			n++
		}
	}
	return n >= 3 && len(labels) >= 2 && (!labels["A"] || labels["Q"])
}

// begins tells labels that a transcript may begin with: in capitals, or Q and A.
func (p piece) begins() bool {
	s := p.String()
	return s == "Q" || s == "A" || len(s) > 2 && allCapitals(s)
}

func remark(s string) bool {
	return len(s) > 1 && (s[0] == '[' && s[len(s)-1] == ']' || s[0] == '(' && s[len(s)-1] == ')')
}

// turn parts "NAME: words".
func turn(p piece) (label, words piece, ok bool) {
	s := p.String()
	if len(s) > 2 && (s[0] == 'Q' || s[0] == 'A') && (s[1] == '.' || s[1] == ':') && s[2] == ' ' {
		return p.sub(0, 1), p.sub(2, len(s)).trim(), true
	}
	label, words, ok = p.cut(":")
	name := label.String()
	if !ok || words.empty() || len(name) < 2 || len(name) > 60 || len(strings.Fields(name)) > 6 || strings.ContainsAny(name, "?!“”\"") {
		return p, p, false
	}
	return label, words, allCapitals(name) || titled(name)
}

func (p piece) isQuestion() bool {
	s := strings.ToUpper(p.String())
	return s == "Q" || s == "QUESTION"
}

func allCapitals(s string) bool {
	letters := 0
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsLetter(r) {
			letters++
		}
	}
	return letters > 1
}

// titled tells a name in which every word of more than three letters has a capital.
func titled(s string) bool {
	for _, w := range strings.Fields(s) {
		if r := []rune(w); len(r) > 3 && !unicode.IsUpper(r[0]) {
			return false
		}
	}
	first := []rune(s)
	return unicode.IsUpper(first[0])
}

func (f *finder) turnSpeaker(label piece) *Name {
	name := &Name{Range: label.span(), Name: label.clean()}
	people := f.doc.Front.Actors
	if label.String() == "A" {
		if len(people) != 1 {
			return nil
		}
		return &Name{Range: name.Range, Name: people[0].Name, Role: people[0].Role, Party: people[0].Party}
	}
	if who := label.nameOf(); who != nil {
		name = who
	}
	if i := listedAs(name.Name, people); i >= 0 {
		return &Name{Range: name.Range, Name: people[i].Name, Role: people[i].Role, Party: people[i].Party}
	}
	if allCapitals(name.Name) {
		name.Name = small(name.Name)
	}
	return name
}

// listedAs answers who of the list is meant: by the whole name, else by the last word where that is one person's alone.
func listedAs(name string, people []markdown.Listed) int {
	found, same := -1, 0
	for i, a := range people {
		if text.Fold(a.Name) == text.Fold(name) {
			return i
		}
		if lastWord(a.Name) == lastWord(name) {
			found, same = i, same+1
		}
	}
	if same == 1 {
		return found
	}
	return -1
}

func lastWord(s string) string {
	words := strings.Fields(text.Fold(s))
	if len(words) == 0 {
		return ""
	}
	return words[len(words)-1]
}

// small writes "HARBOUR POST" as "Harbour Post".
func small(s string) string {
	words := strings.Fields(s)
	for i, w := range words {
		r := []rune(strings.ToLower(w))
		r[0] = unicode.ToUpper(r[0])
		words[i] = string(r)
	}
	return strings.Join(words, " ")
}
