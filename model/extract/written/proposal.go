package written

import (
	"strings"

	"parley/model"
	"parley/model/markdown"
)

// Proposals that a person marked
//
//	> [!proposal] Title · by: A, B · track: T · stance: +        a callout
//	> content
//
//	- **Name**: text                                             an item under Proposals, Offers, Options, Positions, Terms
//	- **Name** ±: text                                           with its stance
//
// The elements are the items in a callout, else what its semicolons part. What kind of move it is follows from the stance
// and from the first words ("accepts", "no", "asks that"); where they say nothing it is a proposal.

func (f *finder) proposalCallout(i int) {
	n := &f.doc.Nodes[i]
	first, a := f.head(i)
	p := Proposal{
		Title: first.clean(), By: a.by, Tracks: a.tracks, Stance: a.stance, Via: a.via,
		Cited: a.cited.text, Date: a.cited.date, Rule: "callout", Grade: a.grade,
	}
	if len(a.by) == 0 {
		f.problem(n.Line, "[!proposal] names nobody; write by: A, B behind the title", "shown as nobody’s proposal")
	}
	content := whole(&n.Text)
	if content.empty() {
		content = first
	}
	p.Place = f.place(i, content)
	p.Elements = f.elements(i, content)
	if last := len(p.Elements); last > 0 {
		p.End = max(p.End, p.Elements[last-1].End)
	}
	p.Predicate, _ = predicateOf(p.Text, a.stance, a.signed)
	if a.predicate != nil {
		p.Predicate = *a.predicate
	}
	if !a.signed {
		p.Stance = model.Unclear
	}
	f.m.Proposals = append(f.m.Proposals, p)
	f.take(i)
}

// elements are the items that lie in a callout, else the parts between semicolons.
func (f *finder) elements(i int, content piece) []model.Element {
	var list []model.Element
	for k := i + 1; k <= f.lastIn(i); k++ {
		if n := &f.doc.Nodes[k]; n.Kind == markdown.Item && n.Parent == i {
			list = appendElement(list, whole(&n.Text))
		}
	}
	if len(list) > 0 {
		return list
	}
	for _, p := range content.parts(";") {
		list = appendElement(list, p)
	}
	if len(list) < 2 {
		return nil
	}
	return list
}

func appendElement(list []model.Element, p piece) []model.Element {
	p = p.trimFunc(func(r rune) bool { return strings.ContainsRune(" ;.,", r) })
	for _, and := range []string{"and ", "und ", "et ", "y ", "и ", "та "} {
		if strings.HasPrefix(p.String(), and) {
			p.from += len(and)
		}
	}
	if p.empty() {
		return list
	}
	at := p.span()
	return append(list, model.Element{Text: p.clean(), Start: at.Start, End: at.End})
}

// proposalItem takes "- **Name**: text" under a heading of proposals.
func (f *finder) proposalItem(i int) {
	n := &f.doc.Nodes[i]
	label, content, ok := f.labelled(n)
	if !ok || content.empty() {
		return
	}
	label, stance, signed := label.signAtEnd()
	if !signed {
		content, stance, signed = content.signInFront()
	}
	var by []Name
	for _, one := range label.names() {
		if who := one.nameOf(); who != nil {
			by = append(by, *who)
		}
	}
	if len(by) == 0 {
		return
	}
	p := Proposal{Place: f.place(i, content), By: by, Stance: stance, Rule: "list", Elements: f.elements(i, content)}
	p.Predicate, p.Stance = predicateOf(p.Text, stance, signed)
	f.m.Proposals = append(f.m.Proposals, p)
	f.take(i)
}

// names parts "Arland, Northern Union" and "Arland and the Union"; a name with a role or party behind it is one.
func (p piece) names() []piece {
	if strings.Contains(p.String(), "(") {
		return []piece{p}
	}
	var list []piece
	for _, one := range p.parts(",;&") {
		before, after, ok := one.cut(" and ")
		if ok {
			list = append(list, before, after)
			continue
		}
		list = append(list, one)
	}
	return list
}

var signs = []string{"+/-", "+/−", "+", "−", "–", "-", "±", "?"}

func (p piece) signAtEnd() (piece, model.Stance, bool) {
	for _, sign := range signs {
		if rest, ok := strings.CutSuffix(p.String(), sign); ok && rest != "" {
			stance, _ := stanceOf(sign)
			return p.sub(0, len(rest)).trim(), stance, true
		}
	}
	return p, model.Unclear, false
}

// signInFront takes a sign that a blank follows.
func (p piece) signInFront() (piece, model.Stance, bool) {
	for _, sign := range append(signs, "·") {
		if rest, ok := strings.CutPrefix(p.String(), sign); ok && (rest == "" || rest[0] == ' ') {
			stance, _ := stanceOf(sign)
			return p.sub(len(sign), len(p.String())).trim(), stance, true
		}
	}
	return p, model.Unclear, false
}

// moves are first words that say what somebody does with a proposal.
var moves = []struct {
	words     string
	predicate model.Predicate
	stance    model.Stance
}{
	{"accepts|agrees|accept|agree|akzeptiert|stimmt|accepte|acepta|принимает|соглашается|приймає|погоджується", model.Accept, model.For},
	{"rejects|refuses|opposes|reject|refuse|no|not|never|lehnt|kein|keine|nicht|rejette|refuse|rechaza|отвергает|отклоняет|против|відхиляє|проти", model.Reject, model.Against},
	{"demands|insists|requires|asks|calls|urges|demand|ask|fordert|verlangt|exige|demande|pide|требует|настаивает|вимагає|наполягає", model.Demand, model.Unclear},
	{"offers|offer|will|bietet|offre|ofrece|обязуется|зобов'язується", model.Commit, model.Unclear},
	{"may|might|would|could|considers|könnte|pourrait|podría|может|може", model.Float, model.Unclear},
}

var conditions = []string{"provided", "if ", "only ", "unless", "as long as", "on condition", "sofern", "wenn ", "à condition", "siempre que", "при условии", "за умови"}

// predicateOf reads the move from the sign, else from the first words; a condition makes an acceptance conditional.
func predicateOf(content string, stance model.Stance, signed bool) (model.Predicate, model.Stance) {
	first, _, _ := strings.Cut(strings.ToLower(content), " ")
	first = strings.Trim(first, ",.:;")
	predicate, found := model.Propose, false
	for _, m := range moves {
		for word := range strings.SplitSeq(m.words, "|") {
			if word == first {
				predicate, found = m.predicate, true
				if !signed {
					stance = m.stance
				}
			}
		}
	}
	if !signed && stance == model.For {
		for _, c := range conditions {
			if strings.Contains(strings.ToLower(content), c) {
				stance = model.Conditional
			}
		}
	}
	if !found && !signed {
		stance = model.Unclear
	}
	return predicate, stance
}

// item sees what an item is by the heading above.
func (f *finder) item(i int) {
	n := &f.doc.Nodes[i]
	switch f.sectionOf(n.Heads) {
	case Proposals:
		f.proposalItem(i)
	case Quotes:
		f.quoteItem(i)
	case Actors:
		f.listedActor(i)
	}
}
