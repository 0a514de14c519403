package extract

import (
	"strings"

	"parley/model"
	"parley/model/extract/actor"
	"parley/model/extract/lexicon"
	"parley/model/extract/proposal"
	"parley/model/extract/prose"
)

// Who proposes: the words before a verb, as the actors they stand for.
//
// Rules:
//   - "Ukraine and its European supporters" is two, each a mention of its own, though nobody knows the supporters.
//   - "Their" and "they" are the several, or the coordinated, of the proposal in this sentence or the one before.
//   - "It" and "its" are who opens the sentence before, where that is a state or an organisation; else the one who proposed in
//     it. Where nobody fits, the words stay as they are.
//   - "Her country" and "his government" are the state that she or he is of where the text tells it, and else "Ada
//     Quill's country".
//   - "The rebels, who" is a mention of the rebels.
//   - A paper proposes nothing: whose it is does, and where nobody tells that, nobody.

// A proposal's actors, kept for the pronouns of the next.
type proposers struct {
	sentence int // -1: none yet
	actors   []model.Mention
	grade    model.Grade
}

var (
	plurals = lexiconOf("they", "their", "them", "themselves", "both")
	owned   = lexiconOf("its", "their", "his", "her")
	things  = lexiconOf("it", "its", "itself")

	governments = lexiconOf("country", "government", "nation", "state", "side", "capital", "administration")
	ands        = lexiconOf("and", "und", "et", "y", "и", "та", "і")
)

func lexiconOf(words ...string) *lexicon.Words {
	w := lexicon.NewWords(len(words))
	for _, word := range words {
		w.Put(lexicon.Hash(word), 1)
	}
	return w
}

// by answers the actors of a proposal.
func (r *reading) by(h *proposal.Hit) (out []model.Mention, back bool) {
	for k, at := range h.Actors {
		if at.End <= at.Start {
			continue
		}
		if who := r.before(at); len(who) > 0 {
			words := r.mentionAt(at.Start, at.End)
			for _, m := range who {
				m.Words, m.Start, m.End = words.Words, words.Start, words.End
				out = append(out, m)
			}
			back = true
			continue
		}
		if name := h.Names[k]; name != at && name.End > name.Start {
			words := r.mentionAt(at.Start, at.End)
			who, again := r.holders(name)
			back = back || again
			for _, m := range who {
				m.Words, m.Start, m.End = words.Words, words.Start, words.End
				out = append(out, m)
			}
			continue
		}
		who, again := r.holders(at)
		out, back = append(out, who...), back || again
	}
	return out, back
}

// holders answers whom some words name, several where "and" joins them, and whether they go back to a proposal before.
func (r *reading) holders(at model.Range) (out []model.Mention, back bool) {
	for _, part := range r.parts(at) {
		m := r.adjective(part, r.owner(part, r.mentionAt(part.Start, part.End)))
		switch {
		case document(m.Words):
			who, again := r.authors(part)
			out, back = append(out, who...), back || again
		case m.Actor != "" || !r.owning(part) || strings.Contains(m.Words, " "): // "her" that is nobody's names nobody
			out = append(out, m)
		}
	}
	return out, back
}

// owner leads "his" before a noun to whom it stands for: "his refusal to sign", and "her country" to the state that she is of.
func (r *reading) owner(at model.Range, m model.Mention) model.Mention {
	if m.Actor != "" || !r.owning(at) {
		return m
	}
	k := r.whose(at.Start)
	if k < 0 {
		return m
	}
	who := &r.cast.Actors[k]
	switch _, thing, more := strings.Cut(m.Words, " "); {
	case !more:
		m.Name, m.Actor = who.Name, r.actorIDs[k]
	case governments.Has(lexicon.Hash(thing)):
		m.Name = possessive(who.Name) + " " + thing
		if n := r.cast.Named(who.Party); n >= 0 && r.cast.Actors[n].Kind == model.State {
			m.Name, m.Actor = r.cast.Actors[n].Name, r.actorIDs[n]
		}
	}
	return m
}

// owning tells words that begin with "his" or "her".
func (r *reading) owning(at model.Range) bool {
	return owned.Has(r.doc.Tokens[r.doc.TokenAt(at.Start)].Hash)
}

// adjective leads "the French" of "the French plan" to France.
func (r *reading) adjective(at model.Range, m model.Mention) model.Mention {
	for _, a := range r.cast.Within(at.Start, at.End) {
		if m.Actor == "" && a.Modifier && !a.Role && int(a.End) == at.End {
			m.Name, m.Actor = r.cast.Actors[a.Actor].Name, r.actorIDs[a.Actor]
		}
	}
	return m
}

// authors answers whose a paper is: of "their version" those whom "their" goes back to.
func (r *reading) authors(at model.Range) (out []model.Mention, back bool) {
	if r.owning(at) {
		whose := model.Range{Start: at.Start, End: int(r.doc.Tokens[r.doc.TokenAt(at.Start)].End)}
		if several := r.before(whose); several != nil {
			out = make([]model.Mention, len(several))
			for i, who := range several {
				out[i] = r.mentionAt(whose.Start, whose.End)
				out[i].Name, out[i].Actor = who.Name, who.Actor
			}
			return out, true
		}
	}
	if m, ok := r.whosePaper(at); ok {
		return []model.Mention{m}, false
	}
	return nil, false
}

// whosePaper answers whose a paper is, where its words tell: "Oland's draft", "the Union paper", "her plan". Nobody's otherwise.
func (r *reading) whosePaper(at model.Range) (model.Mention, bool) {
	for _, m := range r.cast.Within(at.Start, at.End) {
		her := m.Role && int(m.Start) == at.Start && r.owning(at)
		if x := &r.cast.Actors[m.Actor]; (m.Owner || m.Modifier || her) && x.Kind != model.Outlet && (!m.Role || her) {
			who := r.mentionAt(int(m.Start), int(m.End))
			who.Name, who.Actor = x.Name, r.actorIDs[m.Actor]
			return who, true
		}
	}
	return model.Mention{}, false
}

// papers answers the papers that stand where a proposer would: the proposal stands in them.
func (r *reading) papers(h *proposal.Hit) (names []string) {
	for k, at := range h.Actors {
		if name := h.Names[k]; name.End > name.Start {
			at = name
		}
		if at.End <= at.Start {
			continue
		}
		for _, part := range r.parts(at) {
			if words := r.words(part.Start, part.End); document(words) {
				names = addOnce(names, actor.Lowered(words))
			}
		}
	}
	return names
}

// before answers whom a pronoun goes back to.
func (r *reading) before(at model.Range) []model.Mention {
	if both := r.sides(at); both != nil {
		return both
	}
	t := &r.doc.Tokens[r.doc.TokenAt(at.Start)]
	many, one := plurals.Has(t.Hash), things.Has(t.Hash)
	if int(t.End) != at.End || !many && !one {
		return nil
	}
	sentence := r.sentenceAt(at.Start)
	if one {
		if m, ok := r.opener(sentence - 1); ok {
			return []model.Mention{m}
		}
	}
	last := &r.last
	if last.sentence < 0 || sentence < last.sentence || sentence-last.sentence > 1 {
		return nil
	}
	switch {
	case many && (len(last.actors) > 1 || len(last.actors) == 1 && r.kind(last.actors[0]) == model.Group):
		return last.actors
	case one && len(last.actors) == 1 && r.kind(last.actors[0]) != model.Person:
		return last.actors
	}
	return nil
}

// opener answers the state or organisation that a sentence opens with.
func (r *reading) opener(sentence int) (model.Mention, bool) {
	if sentence < 0 {
		return model.Mention{}, false
	}
	from, to := r.sentenceBytes(sentence)
	if r.blocks[r.doc.ParagraphAt(int(from))].heading {
		return model.Mention{}, false
	}
	for _, m := range r.cast.Within(int(from), int(to)) {
		kind := r.cast.Actors[m.Actor].Kind
		if m.Modifier || m.Owner || kind == model.Person || kind == model.Outlet || r.doc.TokenAt(int(m.Start))-r.doc.TokenAt(int(from)) > 1 {
			break
		}
		if kind == model.State || kind == model.Organisation {
			return r.mentionAt(int(m.Start), int(m.End)), true
		}
	}
	return model.Mention{}, false
}

// kind answers what sort of actor a mention stands for; of one that is nobody, a person.
func (r *reading) kind(m model.Mention) model.ActorKind {
	if n, ok := r.byID[m.Actor]; ok {
		return r.cast.Actors[n].Kind
	}
	return model.Person
}

// parts splits "A, B and C", where each of them is an actor.
func (r *reading) parts(at model.Range) []model.Range {
	whole := []model.Range{at}
	var parts []model.Range
	start := at.Start
	first := r.doc.TokenAt(at.Start)
	for i := first; int(i) < len(r.doc.Tokens) && int(r.doc.Tokens[i].Start) < at.End; i++ {
		t := &r.doc.Tokens[i]
		joint := t.Kind == prose.Comma || t.Kind == prose.Word && ands.Has(t.Hash)
		if !joint {
			continue
		}
		if int(t.Start) > start {
			parts = append(parts, model.Range{Start: start, End: int(r.doc.Tokens[i-1].End)})
		}
		start = int(t.End)
		if int(i)+1 < len(r.doc.Tokens) {
			start = int(r.doc.Tokens[i+1].Start)
		}
	}
	if len(parts) == 0 || start >= at.End {
		return whole
	}
	parts = append(parts, model.Range{Start: start, End: at.End})
	known := 0
	for k, p := range parts {
		switch {
		case r.cast.Of(p.Start, p.End) >= 0:
			known++
		case !owned.Has(r.doc.Tokens[r.doc.TokenAt(p.Start)].Hash):
			return whole
		}
		parts[k] = r.bare(p)
	}
	if known == 0 {
		return whole
	}
	return parts
}

// bare leaves out the determiner that opens a part: "its European supporters".
func (r *reading) bare(p model.Range) model.Range {
	i := r.doc.TokenAt(p.Start)
	switch strings.ToLower(r.doc.Word(i)) {
	case "the", "its", "their", "his", "her", "both":
		if next := int(r.doc.Tokens[i+1].Start); next < p.End {
			p.Start = next
		}
	}
	return p
}
