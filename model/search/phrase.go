package search

import (
	"strings"
	"unicode/utf8"

	"parley/model"
)

// Words and phrases in an index
//
//   - A word asked for by its beginning is a stretch of the dictionary; where very many documents hold it, its own entry.
//   - A phrase, and a piece of more than two letters of writing without spaces, is a set of candidates: the documents that
//     hold all of its words. Each is then looked at.

// A looked is a word or phrase for which documents must be looked at.
type looked struct {
	term wordTerm
	in   Set // where an excluded one can stand
}

// pattern answers the documents in which a pattern can stand, and whether it stands in all of them.
func (x *Index) pattern(p pattern) (s Set, exact bool) {
	words := strings.Fields(p.text)
	if len(words) == 0 {
		return Full(x.n), true
	}
	exact = len(words) == 1
	for i, w := range words {
		last := i == len(words)-1
		first, n := utf8.DecodeRuneInString(w)
		var one Set
		switch {
		case isWide(first):
			one = x.piece(w)
			exact = exact && n < len(w) && utf8.RuneCountInString(w) == 2 || exact && n == len(w)
		case last && !strings.HasSuffix(p.text, " "):
			one = x.beginning(w)
		default:
			one = x.word(w)
		}
		if s == nil {
			s = one
		} else {
			s.And(one)
		}
	}
	return s, exact
}

func (x *Index) word(w string) Set {
	s := NewSet(x.n)
	if i, ok := x.words.find(w); ok {
		s.addPosting(x.words.posting(i))
	}
	return s
}

func (x *Index) beginning(w string) Set {
	s := NewSet(x.n)
	if i, ok := x.common.find(w); ok {
		s.addPosting(x.common.posting(i))
		return s
	}
	from, to := x.words.beginWith(w)
	for i := from; i < to; i++ {
		s.addPosting(x.words.posting(i))
	}
	return s
}

// piece answers the documents that hold every two letters of w that stand side by side.
func (x *Index) piece(w string) Set {
	var s Set
	for len(w) > 0 {
		_, n := utf8.DecodeRuneInString(w)
		_, next := utf8.DecodeRuneInString(w[n:])
		if next == 0 && s != nil {
			break
		}
		one := x.word(w[:n+next])
		if s == nil {
			s = one
		} else {
			s.And(one)
		}
		w = w[n:]
	}
	return s
}

// look keeps of the candidates those in which the phrases stand, and the excluded ones do not.
func look(docs Set, check []looked, q Question) Found {
	kept := NewSet(len(docs) * 64)
	var laid []byte
	seen := 0
	for doc := range docs.All() {
		seen++
		if q.Checks > 0 && seen > q.Checks || seen%256 == 0 && q.Stop != nil && q.Stop() {
			return Found{kept, docs.Count() - seen + 1}
		}
		if laid = laid[:0]; needed(check, doc) {
			for _, words := range q.Text(doc) {
				laid = append(appendNormal(laid, folded(words), nil), '\n')
			}
		}
		if fits(check, doc, laid) {
			kept.Add(doc)
		}
	}
	return Found{Docs: kept}
}

// needed tells whether the words of a document decide anything.
func needed(check []looked, doc int) bool {
	for i := range check {
		if !check[i].term.not || check[i].in.Has(doc) {
			return true
		}
	}
	return false
}

func fits(check []looked, doc int, laid []byte) bool {
	for i := range check {
		c := &check[i]
		if c.term.not && !c.in.Has(doc) {
			continue
		}
		if c.term.pattern.in(laid) == c.term.not {
			return false
		}
	}
	return true
}

// HeadWords answers the words of a briefing's head that are searched.
func HeadWords(b *model.Briefing) []string {
	words := []string{b.Title, b.Summary, b.Event}
	for _, f := range b.Fields {
		words = append(words, f.Value)
	}
	return words
}
