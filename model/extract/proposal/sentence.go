package proposal

import (
	"slices"
	"sync"

	"parley/model/extract/lexicon"
	"parley/model/extract/prose"
)

// The view of one sentence that all rules go by.
//
// Rules:
//   - Quotation marks are no words: a word knows whether it stands in a quote, and whether one opens or closes at it.
//   - "'s" is "is" or "has" after a pronoun, "there" or "that", and before an article, "not" or a verb in -ing; else it
//     makes a possessive.
//   - In a line that is mostly capitals (a headline) a word of the tables counts as lower-case.
//   - A sentence of more than limit words is taken in pieces: every scan is bounded by that.
const limit = 240

// A word is one token of the sentence.
type word struct {
	hash       uint64
	groups     set // of its entry
	start, end int32
	quote      int32
	known      uint16 // its entry in the tables
	brief      uint16 // and what that says, in brief
	shape      symbol // its class, once asked for: shape.go
	kind       prose.Kind
	flags      prose.Flags
	forms      form // of its entry, or guessed by its ending: -ed past, -ing gerund
	opens      bool // a quotation mark stands before it
	closes     bool // and after it
	aux        bool // "'s" as a verb
	common     bool // to be taken as lower-case
	finite     bool // plausibly the verb of a clause
}

// entry answers what the tables say of a word.
func (s *sentence) entry(w *word) *entry { return &s.table.entries[w.known] }

func (w *word) is(g group) bool { return w.groups.has(g) }

func (w *word) written(f prose.Flags) bool { return w.flags&f != 0 }

// A sentence is a run of words, and what the rules found in it.
type sentence struct {
	doc      *prose.Doc
	table    *table
	w        []word
	headline bool
	hits     []hit
	explain  bool
	topic    symbol // how much the text is about negotiation: topic.go
	marks    []mark // of each sentence of the text: gate.go
	ends     *linear
	keep     *linear
	observed bool // for a model that is to be made: names it does not know get symbols
	places   []boundary
	present  set       // the groups of which a word stands in the sentence
	topicals int       // words for states and matters in it; -1: not counted
	subjects []subject // room for the actors of the hits
	leading  []int     // the words that a rule may begin with
	before   []Hit     // of the sentence before, in the same paragraph: answer.go
	asked    int       // how often a subject was looked for: subject.go
}

// benches keep the room that sentences were read in for the next text.
var benches = sync.Pool{New: func() any { return new(sentence) }}

func (s *sentence) putAway() {
	s.doc, s.before, s.observed = nil, nil, false
	benches.Put(s)
}

// A span is a stretch of words, the end exclusive.
type span struct{ from, to int }

func (s span) empty() bool { return s.to <= s.from }

var (
	apostropheS = lexicon.Hash("'s")
	me          = lexicon.Hash("i")
)

// read fills the view with tokens.
func (s *sentence) read(from, to int32) {
	tokens := s.doc.Tokens[from:to]
	s.hits, s.subjects, s.leading, s.present, s.topicals, s.asked = s.hits[:0], s.subjects[:0], s.leading[:0], set{}, -1, 0
	s.w = slices.Grow(s.w[:0], len(tokens))
	open, words, capitals := false, 0, 0
	for i := range tokens {
		token := &tokens[i]
		if token.Kind == prose.Mark {
			if open = token.Quote >= 0 && s.doc.Quotes[token.Quote].FirstToken == from+int32(i); !open && len(s.w) > 0 {
				s.w[len(s.w)-1].closes = true
			}
			continue
		}
		n := len(s.w)
		s.w = s.w[:n+1]
		w := &s.w[n]
		*w = word{} // filled where it stands: to copy it whole would wait for its parts
		w.start, w.end, w.quote, w.hash = token.Start, token.End, token.Quote, token.Hash
		w.kind, w.flags, w.opens = token.Kind, token.Flags, open
		open = false
		if token.Kind != prose.Word && token.Kind != prose.Clitic {
			continue
		}
		words++
		if token.Is(prose.Capital) {
			capitals++
		}
		if w.known, w.brief = s.table.look(token); w.known == 0 {
			continue
		}
		w.groups = s.table.briefs[w.brief].groups
		s.present.join(w.groups)
		if w.groups.any(leading) {
			s.leading = append(s.leading, n)
		}
	}
	s.headline = words >= 4 && capitals*4 > words*3
	s.settle()
}

// settle works out what depends on neighbours: the word after, and those before, which must be settled.
func (s *sentence) settle() {
	for i := range s.w {
		s.spell(i)
		if i > 0 {
			s.decide(i - 1)
		}
	}
	if last := len(s.w) - 1; last >= 0 {
		s.decide(last)
	}
}

// spell tells whether a word is to be taken as lower-case, and its forms.
func (s *sentence) spell(i int) {
	w := &s.w[i]
	if w.kind != prose.Word {
		return
	}
	known := w.known != 0
	w.common = !w.written(prose.Capital) || known && (s.headline || s.opening(i) && !w.written(prose.Upper)) || w.hash == me
	switch {
	case known:
		w.forms = s.table.briefs[w.brief].forms
	case w.common:
		w.forms = s.formByEnding(w)
	}
}

// opening tells whether a word has its capital from where it stands.
func (s *sentence) opening(i int) bool {
	if i == 0 || s.w[i].opens {
		return true
	}
	switch s.w[i-1].kind {
	case prose.Stop, prose.Colon, prose.Dash:
		return true
	}
	return false
}

// formByEnding guesses the form of a word that no table holds.
func (s *sentence) formByEnding(w *word) form {
	text := s.doc.Text[w.start:w.end]
	n := len(text)
	switch {
	case n > 4 && text[n-2:] == "ed" && text[n-3] != 'e':
		return past | participle
	case n > 5 && text[n-3:] == "ing":
		return gerund
	}
	return 0
}

// auxiliary tells whether "'s" is "is" or "has".
func (s *sentence) auxiliary(i int) bool {
	if i > 0 {
		if before := &s.w[i-1]; before.groups.any(pronounLike) && !before.is(possessive) {
			return true
		}
	}
	if i+1 >= len(s.w) {
		return false
	}
	next := &s.w[i+1]
	switch {
	case next.is(article), next.is(not), next.is(be), next.is(to):
		return true
	case next.written(prose.Capital):
		return false
	}
	text := s.doc.Text[next.start:next.end]
	if len(text) > 5 && text[len(text)-3:] == "ing" {
		return true
	}
	return next.is(mover) && next.forms&(participle|base) == participle
}

var pronounLike = these(subjectPronoun, relative, anybody, wh)

// at answers a word, and an empty one beyond the ends.
func (s *sentence) at(i int) *word {
	if i < 0 || i >= len(s.w) {
		return &beyond
	}
	return &s.w[i]
}

var beyond = word{kind: prose.Stop}

// is tells whether the word at a place is of a group; a name is of none.
func (s *sentence) is(i int, g group) bool {
	w := s.at(i)
	return w.groups.has(g) && (w.common || w.kind != prose.Word)
}

func (s *sentence) any(i int, g set) bool {
	w := s.at(i)
	return w.groups.any(g) && (w.common || w.kind != prose.Word)
}

// capital tells a name, or what is written like one.
func (s *sentence) capital(i int) bool {
	w := s.at(i)
	return w.kind == prose.Word && w.written(prose.Capital) && !w.common
}

func (s *sentence) kind(i int) prose.Kind { return s.at(i).kind }

// stop tells whether a word ends or begins a clause by its sign.
func (s *sentence) stop(i int) bool {
	switch s.kind(i) {
	case prose.Stop, prose.Semicolon, prose.Colon, prose.Dash:
		return true
	}
	return false
}

// text answers the words of a stretch as they stand.
func (s *sentence) text(x span) string {
	if x.empty() || x.from < 0 || x.to > len(s.w) {
		return ""
	}
	return s.doc.Text[s.w[x.from].start:s.w[x.to-1].end]
}
