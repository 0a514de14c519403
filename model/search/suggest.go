package search

import (
	"cmp"
	"maps"
	"math/bits"
	"slices"
	"strings"

	"parley/model"
)

// A Suggestion is model.Suggestion.
type Suggestion = model.Suggestion

const (
	suggestions    = 4
	suggestionPool = 20_000 // more quotes teach no new words worth the wait
)

// A Corpus is what suggestions are looked for in.
type Corpus interface {
	// Hits answers how many quotes a filter keeps.
	Hits(f model.Filter) int
	// Words answers words of quotes, folded, and in how many they stand; only those that like says yes to are needed.
	Words(like func(word []byte) bool) map[string]int
	// Values answers the words, folded, of the values that the statements have for a field.
	Values(field string) map[string]bool
}

// Suggest looks for queries near to the filter that find something among the quotes: a word spelt otherwise, a word that
// is a speaker's name, a value spelt otherwise, one term less. briefing answers the briefing of a quote; it may be nil.
func Suggest(f model.Filter, quotes []model.Quote, briefing func(file string) *model.Briefing) []Suggestion {
	return SuggestIn(f, &quoteCorpus{quotes[:min(len(quotes), suggestionPool)], briefing})
}

// SuggestIn is Suggest for quotes that are not at hand.
func SuggestIn(f model.Filter, in Corpus) []Suggestion {
	s := suggester{f: f, in: in}
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
	f     model.Filter
	in    Corpus
	found []Suggestion
}

func (s *suggester) try(terms []model.Condition, reason string) {
	f := s.f
	f.Terms = terms
	hits := s.in.Hits(f)
	f.Track, f.File = "", ""
	query := Format(f)
	known := slices.ContainsFunc(s.found, func(o Suggestion) bool { return o.Query == query })
	if hits > 0 && !known {
		s.found = append(s.found, Suggestion{Query: query, Reason: reason, Hits: hits})
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
	most := 3
	if len(typed) < 6 {
		most = 2
	}
	best, near := most, ""
	spelling := s.in.Words(mayBe(typed, most))
	for _, w := range slices.Sorted(maps.Keys(spelling)) {
		d := prefixDistance(typed, w, most)
		if d == 0 {
			return ""
		}
		begun := near != "" && strings.HasPrefix(w, near)
		if d < best || d == best && d < most && !begun && spelling[w] > spelling[near] {
			best, near = d, w
		}
	}
	return near
}

// mayBe tells, at a glance, the words that can be nearer to a prefix than most: every letter that they lack is a change.
func mayBe(typed string, most int) func(word []byte) bool {
	want := lettersOf([]byte(typed))
	return func(word []byte) bool { return bits.OnesCount64(want&^lettersOf(word)) < most }
}

// lettersOf gives letters a bit each; rare ones share.
func lettersOf(word []byte) (set uint64) {
	for _, b := range word {
		set |= 1 << (b & 63)
	}
	return set
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
	words := s.in.Values(c.Field)
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

// A quoteCorpus is quotes at hand.
type quoteCorpus struct {
	quotes   []model.Quote
	briefing func(string) *model.Briefing
}

func (c *quoteCorpus) Hits(f model.Filter) int {
	m, hits := Compile(f), 0
	for i := range c.quotes {
		var b *model.Briefing
		if c.briefing != nil {
			b = c.briefing(c.quotes[i].Span.File)
		}
		if m.Match(&c.quotes[i], b) {
			hits++
		}
	}
	return hits
}

func (c *quoteCorpus) Words(like func([]byte) bool) map[string]int {
	words := map[string]int{}
	for i := range c.quotes {
		all := wordsOf(c.quotes[i].Text)
		slices.Sort(all)
		for _, w := range slices.Compact(all) {
			if like([]byte(w)) {
				words[w]++
			}
		}
	}
	return words
}

func (c *quoteCorpus) Values(field string) map[string]bool {
	words := map[string]bool{}
	for i := range c.quotes {
		q := &c.quotes[i]
		var values []string
		switch field {
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
	return words
}
