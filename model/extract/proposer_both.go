package extract

import (
	"strings"
	"unicode/utf8"

	"parley/model"
)

// Both sides: the two whom a text is about.
//
// Rules:
//   - "Both sides", "the two governments", "the parties" are the two states of the text where it has two that act and no
//     more. Otherwise they stay as they are.

// sides answers the two whom such words stand for; nil where they are others, or nobody can tell.
func (r *reading) sides(at model.Range) []model.Mention {
	if c := r.doc.Text[at.End-1]; c < utf8.RuneSelf && c != 's' && c != 'S' {
		return nil // all such words are plurals
	}
	i := r.doc.TokenAt(at.Start)
	words := r.words(at.Start, at.End)
	if !strings.Contains(words, " ") && i > 0 {
		words = r.doc.Word(i-1) + " " + words
	}
	first, last, _ := strings.Cut(strings.ToLower(words), " ")
	last = strings.TrimPrefix(last, "two ")
	switch last {
	case "sides", "parties", "governments", "countries", "states", "delegations", "capitals":
	default:
		return nil
	}
	if first != "both" && first != "the" {
		return nil
	}
	return r.two(func(n int) bool { return r.cast.Actors[n].Kind == model.State })
}

// two answers the actors of a sort where there are two.
func (r *reading) two(fits func(n int) bool) []model.Mention {
	var out []model.Mention
	for n := range r.cast.Actors {
		if !fits(n) {
			continue
		}
		if len(out) == 2 {
			return nil
		}
		out = append(out, model.Mention{Name: r.cast.Actors[n].Name, Actor: r.actorIDs[n]})
	}
	if len(out) < 2 {
		return nil
	}
	return out
}
