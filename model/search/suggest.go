package search

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"parley/model"
)

// A Suggestion is another query that finds something where this one found nothing.
type Suggestion struct {
	Query  string
	Reason string // "spelt so in 12 quotes", for a dim line beside it
	Hits   int
}

const (
	suggestions    = 4
	suggestionPool = 20_000 // more quotes teach no new words worth the wait
)

// Suggest looks for queries near to the filter that find something among the quotes: a word spelt otherwise, a word that
// is a speaker's name, a value spelt otherwise, one term less. briefing answers the briefing of a quote; it may be nil.
func Suggest(f model.Filter, quotes []model.Quote, briefing func(file string) *model.Briefing) []Suggestion {
	s := suggester{f: f, quotes: quotes[:min(len(quotes), suggestionPool)], briefing: briefing}
	for i, c := range f.Terms {
		switch {
		case c.Not || len(c.Words) == 0:
		case c.Field == "":
			s.word(i, c)
		case fieldNamed(c.Field) != nil && fieldNamed(c.Field).read == nil:
			s.value(i, c)
		}
	}
	respelt := len(s.found)
	if len(f.Terms) > 1 {
		for i, c := range f.Terms {
			s.try(slices.Delete(slices.Clone(f.Terms), i, i+1), "without "+formatCondition(c))
		}
	}
	slices.SortStableFunc(s.found[respelt:], func(a, b Suggestion) int { return cmp.Compare(b.Hits, a.Hits) })
	return s.found[:min(len(s.found), suggestions)]
}

type suggester struct {
	f        model.Filter
	quotes   []model.Quote
	briefing func(string) *model.Briefing
	found    []Suggestion
	spelling map[string]int // words of the quotes, once needed
}

func (s *suggester) try(terms []model.Condition, reason string) {
	f := s.f
	f.Terms = terms
	m, hits := Compile(f), 0
	for i := range s.quotes {
		var b *model.Briefing
		if s.briefing != nil {
			b = s.briefing(s.quotes[i].Span.File)
		}
		if m.Match(&s.quotes[i], b) {
			hits++
		}
	}
	f.Track, f.File = "", ""
	query := Format(f)
	known := slices.ContainsFunc(s.found, func(o Suggestion) bool { return o.Query == query })
	if hits > 0 && !known {
		s.found = append(s.found, Suggestion{query, reason, hits})
	}
}

// swap tries the filter with another condition in the place of one.
func (s *suggester) swap(i int, c model.Condition, reason string) {
	terms := slices.Clone(s.f.Terms)
	terms[i] = c
	s.try(terms, reason)
}

func (s *suggester) word(i int, c model.Condition) {
	name := strings.Join(c.Words, " ")
	s.swap(i, model.Condition{Field: "speaker", Words: []string{name}, Whole: c.Whole}, "as a speaker")
	for j, w := range c.Words {
		if near := s.respelt(w); near != "" {
			other := c
			other.Words = slices.Clone(c.Words)
			other.Words[j] = near
			s.swap(i, other, "spelt “"+near+"”")
		}
	}
}

// respelt answers the word of the quotes that is nearest to a prefix typed: of equals the one that begins others, as it
// finds them too, then the most frequent. A word that is there as it was typed needs none.
func (s *suggester) respelt(typed string) string {
	if s.spelling == nil {
		s.spelling = map[string]int{}
		for i := range s.quotes {
			for _, w := range wordsOf(s.quotes[i].Text) {
				s.spelling[w]++
			}
		}
	}
	most := 3
	if len(typed) < 6 {
		most = 2
	}
	best, near := most, ""
	for _, w := range slices.Sorted(maps.Keys(s.spelling)) {
		d := prefixDistance(typed, w, most)
		if d == 0 {
			return ""
		}
		begun := near != "" && strings.HasPrefix(w, near)
		if d < best || d == best && d < most && !begun && s.spelling[w] > s.spelling[near] {
			best, near = d, w
		}
	}
	return near
}

// prefixDistance is the least distance of what was typed to a beginning of the word that is about as long.
func prefixDistance(typed, word string, most int) int {
	r, n := []rune(word), len([]rune(typed))
	if n < 3 {
		if strings.HasPrefix(word, typed) {
			return 0
		}
		return most
	}
	best := most
	for k := n - 1; k <= n+1 && k <= len(r); k++ {
		best = min(best, distance(typed, string(r[:k]), most))
	}
	return best
}

// value looks for the known value that was meant, word by word: speaker:odyua is speaker:oduya.
func (s *suggester) value(i int, c model.Condition) {
	words := map[string]bool{}
	for j := range s.quotes {
		q := &s.quotes[j]
		var values []string
		switch c.Field {
		case "speaker", "party", "actor":
			if q.Speaker != nil {
				values = []string{q.Speaker.Name, q.Speaker.Words, q.Speaker.Party}
			}
			values = append(values, q.About...)
		case "track":
			values = q.Tracks
		case "via":
			values = q.Via
		}
		for _, v := range values {
			for _, w := range wordsOf(v) {
				words[w] = true
			}
		}
	}
	list := slices.Sorted(maps.Keys(words))
	for j, v := range c.Words {
		for _, w := range strings.Fields(v) {
			near := nearest(w, list)
			if near == "" || near == w {
				continue
			}
			other := c
			other.Words = slices.Clone(c.Words)
			other.Words[j] = strings.Replace(v, w, near, 1)
			s.swap(i, other, "spelt “"+near+"”")
		}
	}
}
