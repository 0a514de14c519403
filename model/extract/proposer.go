package extract

import (
	"strings"

	"parley/model"
	"parley/model/extract/lexicon"
	"parley/model/extract/prose"
)

// Who proposes: the words before a verb, as the actors they stand for.
//
// Rules:
//   - "Ukraine and its European supporters" is two, each a mention of its own.
//   - "Their" and "they" are the several, or the coordinated, of the proposal before, in the same paragraph or the one
//     before; "it" and "its" the one who is no person. Where nobody fits, the words stay as they are.

// A proposal's actors, kept for the pronouns of the next.
type proposers struct {
	paragraph int
	actors    []model.Mention
}

var (
	plurals = lexiconOf("they", "their", "them", "themselves", "both")
	things  = lexiconOf("it", "its", "itself")
	ands    = lexiconOf("and", "und", "et", "y", "и", "та", "і")
)

func lexiconOf(words ...string) *lexicon.Words {
	w := lexicon.NewWords(len(words))
	for _, word := range words {
		w.Put(lexicon.Hash(word), 1)
	}
	return w
}

// by answers the actors of some ranges.
func (r *reading) by(ranges []model.Range) []model.Mention {
	var out []model.Mention
	for _, at := range ranges {
		if at.End <= at.Start {
			continue
		}
		paragraph := r.doc.ParagraphAt(at.Start)
		if who := r.before(at, paragraph); len(who) > 0 {
			words := r.mentionAt(at.Start, at.End)
			for _, m := range who {
				m.Words, m.Start, m.End = words.Words, words.Start, words.End
				out = append(out, m)
			}
			continue
		}
		for _, part := range r.parts(at) {
			out = append(out, r.mentionAt(part.Start, part.End))
		}
	}
	if len(out) > 0 {
		r.last = proposers{r.doc.ParagraphAt(ranges[0].Start), out}
	}
	return out
}

// before answers whom a pronoun goes back to.
func (r *reading) before(at model.Range, paragraph int) []model.Mention {
	i := r.doc.TokenAt(at.Start)
	t := &r.doc.Tokens[i]
	if int(t.End) != at.End || paragraph-r.last.paragraph > 1 || r.last.paragraph > paragraph {
		return nil
	}
	many := len(r.last.actors) > 1
	switch {
	case plurals.Has(t.Hash):
		if many || len(r.last.actors) == 1 && r.group(r.last.actors[0]) {
			return r.last.actors
		}
	case things.Has(t.Hash):
		if !many && len(r.last.actors) == 1 && r.kind(r.last.actors[0]) != model.Person {
			return r.last.actors
		}
	}
	return nil
}

func (r *reading) group(m model.Mention) bool { return r.kind(m) == model.Group }

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
	for k, p := range parts {
		if r.cast.Of(p.Start, p.End) < 0 {
			return whole
		}
		parts[k] = r.bare(p)
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
