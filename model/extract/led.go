package extract

import (
	"fmt"
	"strings"

	"parley/model"
	"parley/model/extract/lexicon"
	"parley/model/extract/prose"
)

// Whom words stand for, as a reader is told: which words, whom they were led to, by which rule, how sure that is.
//
// Rules:
//   - Words that are the name, but for an article or a rank, need no telling.
//   - Where a pronoun stays open, that is told, and why.

// led answers a sentence about the words of a stretch, empty where none is needed.
func (r *reading) led(start, end int) string {
	words := r.words(start, end)
	n := r.cast.Of(start, end)
	if n < 0 {
		if r.cast.Open(int32(start)) {
			return "“" + words + "” stays open: several people fit as well, or somebody without a name does."
		}
		if r.pronoun(start, end) {
			return "“" + words + "” stays open: nobody who is named shortly before fits well enough."
		}
		return ""
	}
	x := &r.cast.Actors[n]
	name := clean(x.Name)
	at := r.namedAt(int32(n), start)
	switch {
	case x.Unnamed && !r.pronoun(start, end):
		return ""
	case r.pronoun(start, end):
		return "“" + words + "” = " + name + ": " + r.byPronoun(start, at)
	case strings.HasSuffix(words, name) || strings.EqualFold(words, name):
		return ""
	case x.Role != "" && !r.capitalLast(start, end):
		return "“" + words + "” = " + name + ": the text gives that name the office “" + clean(x.Role) + "”" + at + "."
	case strings.HasSuffix(name, lastOf(words)) || strings.HasPrefix(name, lastOf(words)):
		return "“" + words + "” = " + name + ": the name that it is a part of" + at + "."
	}
	for _, alias := range x.Aliases {
		if strings.HasSuffix(words, alias) {
			return "“" + words + "” = " + name + ": another name for it, by the tables, a list or the text."
		}
	}
	return "“" + words + "” = " + name + "."
}

// pronoun tells one small word that names nobody.
func (r *reading) pronoun(start, end int) bool {
	t := &r.doc.Tokens[r.doc.TokenAt(start)]
	return int(t.Start) == start && int(t.End) >= end && pronounWords.Has(t.Hash)
}

var pronounWords = lexiconOf("he", "she", "it", "they", "him", "her", "his", "their", "its", "them", "who", "i", "we")

// byPronoun tells by which rule a pronoun was led, and how sure that is.
func (r *reading) byPronoun(start int, at string) string {
	l, ok := r.cast.Led(int32(start))
	if !ok {
		return "whom the words before speak of" + at + "."
	}
	rule := "who fits best of those named shortly before"
	if l.Spoke {
		rule = "who spoke last before it"
	}
	switch l.Back {
	case 0:
		rule += ", in the same sentence"
	case 1:
		rule += ", one sentence ago"
	default:
		rule += fmt.Sprintf(", %d sentences ago", l.Back)
	}
	switch {
	case l.Alone:
		return rule + "; nobody else who is named near fits."
	case r.cast.Close(int32(start)):
		return rule + "; somebody else who is named near fits nearly as well."
	}
	return rule + "; others who are named near fit less well."
}

// namedAt tells where the text gives somebody their name: " (¶1)".
func (r *reading) namedAt(n int32, before int) string {
	for _, m := range r.cast.Mentions {
		if m.Actor == n && !m.Role && int(m.Start) != before {
			return fmt.Sprintf(" (¶%d)", r.doc.Paragraphs[r.doc.ParagraphAt(int(m.Start))].Number)
		}
	}
	return ""
}

// capitalLast tells words that end in a name.
func (r *reading) capitalLast(start, end int) bool {
	i := r.doc.TokenAt(end - 1)
	return r.doc.Tokens[i].Is(prose.Capital) && lexicon.Hash(lastOf(r.words(start, end))) == r.doc.Tokens[i].Hash
}

func lastOf(words string) string { return words[strings.LastIndexByte(words, ' ')+1:] }

// ledAll adds what is to be told of the words that stand for whose a statement is.
func (r *reading) ledAll(why *model.Explanation, places ...model.Range) {
	for _, at := range places {
		if at.End <= at.Start {
			continue
		}
		if note := r.led(at.Start, at.End); note != "" {
			why.Notes = append(why.Notes, note)
		}
	}
}
