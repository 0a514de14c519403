package actor

import (
	"slices"
	"strings"

	"parley/model/extract/lexicon"
	"parley/model/extract/prose"
)

// The scan: one pass over the words of a text, which notes every phrase that names somebody.
//
// Rules:
//   - Names of the tables first, the longest wins; what the library or the briefing itself lists goes before the tables.
//   - A phrase is nation, role, name in this order, each of which may be missing: "US envoy Ada Quill", "the Veld minister".
//   - A headline (most of its words capitalised) names only whom the tables or the running text know.

// A sort is what a phrase names.
type sort uint8

const (
	tabled       sort = iota // somebody of the tables
	person                   // a name with a role, a title or a given name
	office                   // a role without a name: "the Russian foreign minister"
	collective               // "Western negotiators"
	body                     // a nation's army, ministry, parliament
	organisation             // a name with a word for organisations in it
	outlet                   // and one for outlets
	unknown                  // capitalised, of whom only the rest of the text can tell
	apposed                  // a role behind a name, which is its party
)

// A raw is a phrase that names somebody, in tokens.
type raw struct {
	from, to         int32 // the mention
	roleFrom, roleTo int32 // the role beside it
	party            int32 // the raw that tells the party, -1; not to be asked for once raws were added or left out: see unnamed
	actor            int32 // -1: nobody
	entry            int32 // of tabled
	sign             int32 // what is told of its words; -1: the table has them
	start, end       int32 // bytes of Doc.Text
	gender           trait // male, female
	rank             int16 // words of the role right before a name, and in other languages of the nation behind it: they are in the mention
	use              use   // of tabled
	own              bool  // entry is of the library's own list
	sort             sort
	next             prose.Kind // of the token behind it; Other at the end of the text
	modifier         bool       // it only tells what comes behind: "Russian" control
	place            bool       // things happen there: "in Moscow"
	people           bool       // "Russians"
	acts             bool       // a verb of speech or an auxiliary follows
	the              bool       // after "the"
	titled           bool
	partly           bool // part of a word: US-led, pro-Quill
	sure             bool // somebody who rules: the Quill regime
	usual            bool // spelled as its words are first, or in the table
	chief            bool // the role tells of whom it is: see chiefs
	vague            bool // an office that is nobody's for sure
	letters          bool // one word in capitals
}

// A scan is one pass over a text.
type scan struct {
	d         *prose.Doc
	t         *table
	own       *table
	cues      *lexicon.CueTable
	traits    []trait
	small     bits // words written small somewhere
	raws      []raw
	gathered  int    // raws whose words are in told
	signs     finder // by the words of a raw: of told
	told      []sign
	anybody   []somebody
	perhaps   bits  // words before "who" that are no words for people
	whoever   bool  // there are such
	end       int32 // of the paragraph
	paragraph int
	headline  bool
	met       []bool // entries of the tables that were named, empty until it is asked
	surveyed  int    // raws that met knows
	bare      func(paragraph int) bool
}

// run notes all raws.
func (s *scan) run() {
	s.read()
	s.perhaps = s.perhaps.ready(mostWhoever)
	for p := range s.d.Paragraphs {
		b := &s.d.Paragraphs[p]
		s.end, s.paragraph = b.LastToken, p
		s.headline = s.bare != nil && s.bare(p) || s.isHeadline(b)
		before := len(s.raws)
		for i := b.FirstToken; i < b.LastToken; {
			if tr := s.traits[i]; tr&begins != 0 && s.opens(i) || tr&opens != 0 && s.isNamed(i) {
				i = s.phrase(i)
			} else {
				i++
			}
		}
		s.notePeople(b)
		if len(s.raws)-before >= nearRaws { // so that besidePlace finds none of those raws
			s.gather(before)
		}
	}
	s.gather(len(s.raws))
}

// note notes a raw that is nobody's yet.
func (s *scan) note(from, to int32, sort sort) *raw {
	n := len(s.raws)
	s.raws = slices.Grow(s.raws, 1)[:n+1]
	r := &s.raws[n]
	*r = raw{} // what was there before may be that of another text
	r.from, r.to, r.sort, r.party, r.actor = from, to, sort, -1, -1
	return r
}

// read looks every word up once.
func (s *scan) read() {
	s.traits = slices.Grow(s.traits[:0], len(s.d.Tokens))[:len(s.d.Tokens)]
	phrases := 0
	hyphen := int32(-1) // the next one of the text: few words have any
	s.small = s.small.ready(len(s.d.Tokens))
	kinds, traits, tokens := s.t.kinds, s.traits, s.d.Tokens[:len(s.traits)]
	for i := range tokens { // by itself, so that the processor need not wait for one word to look up the next
		traits[i] = trait(kinds.At(tokens[i].Number, tokens[i].Hash))
	}
	for i := range tokens {
		t := &tokens[i]
		if t.Kind != prose.Word {
			traits[i] = 0
			continue
		}
		if hyphen < t.Start {
			hyphen = s.hyphenFrom(t.Start)
		}
		tr := traits[i]
		if t.Is(prose.Capital | prose.Upper) {
			tr = s.capital(t, tr, hyphen < t.End)
		} else {
			tr = s.lower(t, tr, hyphen < t.End)
		}
		if tr&begins != 0 && (i == 0 || traits[i-1]&begins == 0) {
			phrases++
		}
		traits[i] = tr
	}
	s.raws = slices.Grow(s.raws, phrases) // there may be more of them where the words of several phrases stand side by side
}

// hyphenFrom answers where the next hyphen of the text stands, from a byte on; behind its end where none does.
func (s *scan) hyphenFrom(at int32) int32 {
	if n := strings.IndexByte(s.d.Text[at:], '-'); n >= 0 {
		return at + int32(n)
	}
	return int32(len(s.d.Text))
}

// capital answers the traits of a word with a capital. With a small word of the language begins what a table names, and nothing
// else does: "The Hague".
func (s *scan) capital(t *prose.Token, known trait, hyphened bool) trait {
	tr := known &^ (opens | begins)
	if hyphened && tr == 0 && t.End-t.Start > 5 {
		tr = s.compound(t)
	}
	if known&begins != 0 || s.own != nil {
		tr |= opens
	}
	if tr&(function|auxiliary) == 0 || tr&(phrasal|orgWord|titled|given) != 0 || t.Is(prose.Upper|prose.Digits) {
		tr |= begins
	}
	return tr
}

// lower answers the traits of a word without one, and notes it among those. With what is a name of the tables at most nothing
// else begins, but where a part of it may be a name too: counter-ISIL.
func (s *scan) lower(t *prose.Token, known trait, hyphened bool) trait {
	tr := known &^ begins
	if s.own != nil && s.own.lower.Has(t.Hash) {
		tr |= opens
	}
	if hyphened && tr == 0 && t.End-t.Start > 5 {
		tr = s.compound(t)
	}
	if hyphened && s.namePrefix(t) {
		tr |= prefixed
	} else {
		s.small.add(t.Hash)
	}
	if tr&phrasal != 0 || t.Is(prose.Digits) || tr&opens != 0 && (tr&particle != 0 || hyphened) {
		tr |= begins
	}
	return tr
}

// phrasal are the traits of words without a capital that begin more than a name of the tables.
const phrasal = head | modifier | groupNoun | bodyNoun | prefixed

// compound answers what a word with a hyphen has from its parts: "ex-president", "president-elect".
func (s *scan) compound(t *prose.Token) trait {
	word := s.d.Text[t.Start:t.End]
	k := strings.LastIndexByte(word[:len(word)-1], '-')
	if k <= 0 {
		return 0
	}
	last := word[k+1:]
	if t := trait(traits().Of(lexicon.Hash(last))) & (head | groupNoun); t != 0 {
		return t
	}
	if 'A' <= last[0] && last[0] <= 'Z' && word[0] >= 'a' {
		return opens // counter-ISIL, intra-Veldish
	}
	if last == "elect" || last == "designate" {
		return trait(traits().Of(lexicon.Hash(word[:k]))) & head
	}
	return 0
}

// opens tells whether a phrase begins with a word with which one may: with a number no other does but an ordinal.
func (s *scan) opens(i int32) bool {
	t := &s.d.Tokens[i]
	return !t.Is(prose.Digits) || t.Is(prose.Capital|prose.Upper) || s.traits[i]&(opens|phrasal) != 0 || s.ordinal(i)
}

// ordinal tells a number that may open the name of a body: the 5th Fleet.
func (s *scan) ordinal(i int32) bool {
	t := &s.d.Tokens[i]
	if !t.Is(prose.Digits) || t.End-t.Start < 3 || s.d.Text[t.Start] < '0' || s.d.Text[t.Start] > '9' || !s.capitalAt(i+1) {
		return false
	}
	switch s.d.Text[t.End-2 : t.End] {
	case "st", "nd", "rd", "th":
		return true
	}
	return false
}

// namePrefix tells a name that begins small: al-Abadi.
func (s *scan) namePrefix(t *prose.Token) bool {
	if t.End-t.Start < 5 || s.d.Text[t.Start+2] != '-' {
		return false
	}
	w := s.d.Text[t.Start:t.End]
	if w[3] < 'A' || w[3] > 'Z' {
		return false
	}
	return w[:2] == "al" || w[:2] == "el" || w[:2] == "as" || w[:2] == "ad" || w[:2] == "an" || w[:2] == "ar" || w[:2] == "az"
}

// starts tells whether a sentence, or something like it, begins with a word: its capital tells nothing.
func (s *scan) starts(i int32) bool {
	if i == 0 || s.d.Tokens[i-1].End < s.d.Tokens[i].Start && s.d.Text[s.d.Tokens[i-1].End] == '\n' {
		return true
	}
	switch s.d.Tokens[i-1].Kind {
	case prose.Stop, prose.Mark, prose.Colon, prose.Other:
		return true
	}
	return false
}

// isHeadline tells a paragraph in which most words are capitalised.
func (s *scan) isHeadline(b *prose.Bounds) bool {
	if b.FirstToken == b.LastToken || b.LastSentence-b.FirstSentence > 2 {
		return false
	}
	if last := s.d.Tokens[b.LastToken-1].Kind; last == prose.Stop || last == prose.Colon {
		return false
	}
	words, capitals := 0, 0
	for i := b.FirstToken; i < b.LastToken && i < b.FirstToken+40; i++ {
		t := &s.d.Tokens[i]
		if t.Kind != prose.Word || s.traits[i]&function != 0 {
			continue
		}
		words++
		if t.Is(prose.Capital) {
			capitals++
		}
	}
	return words >= 5 && capitals*10 >= words*8
}

// named finds the longest name of the tables that begins with a word.
func (s *scan) named(i int32) (f form, own bool, to int32) {
	if s.own != nil {
		if f, to := s.own.longest(s, i); to > i {
			return f, true, to
		}
	}
	f, to = s.t.longest(s, i)
	return f, false, to
}

// isNamed tells whether a name of the tables begins with a word, a small one mostly: none does where the next word goes on in no
// name.
func (s *scan) isNamed(i int32) bool {
	if s.own == nil && (i+1 >= s.end || !s.t.seconds.has(s.d.Tokens[i+1].Hash)) {
		t := &s.d.Tokens[i]
		if s.t.gazetteer.Value(s.t.gazetteer.First(t.Number, t.Hash)) == 0 {
			return false
		}
	}
	_, _, to := s.named(i)
	return to > i
}

func (t *table) longest(s *scan, i int32) (found form, to int32) {
	if s.traits[i]&opens == 0 {
		return found, i
	}
	node := t.gazetteer.First(s.d.Tokens[i].Number, s.d.Tokens[i].Hash)
	to = i
	for k := i; node != 0; {
		if v := t.gazetteer.Value(node); v != 0 && t.forms[v].fits(s, i, k+1) {
			found, to = t.forms[v], k+1
		}
		k++
		if k >= s.end {
			break
		}
		node = t.gazetteer.Step(node, s.d.Tokens[k].Hash)
	}
	return found, to
}

// fits tells whether the words are written as the form wants it.
func (f form) fits(s *scan, from, to int32) bool {
	if f.upper {
		for i := from; i < to; i++ {
			if s.d.Tokens[i].Kind == prose.Word && !s.d.Tokens[i].Is(prose.Upper) {
				return false
			}
		}
		return true
	}
	return f.lower || s.d.Tokens[from].Is(prose.Capital)
}

// bits is a set of hashes that may answer yes too often, for one in some hundred, and never no.
type bits struct {
	words []uint64
	mask  uint64
}

// ready makes room for n words.
func (b bits) ready(n int) bits {
	size := 64
	for size < n*8 {
		size *= 2
	}
	words := slices.Grow(b.words[:0], size/64)[:size/64]
	clear(words)
	return bits{words, uint64(size - 1)}
}

func (b bits) add(h uint64) {
	x, y := h&b.mask, h>>32&b.mask
	b.words[x>>6] |= 1 << (x & 63)
	b.words[y>>6] |= 1 << (y & 63)
}

func (b bits) has(h uint64) bool {
	x, y := h&b.mask, h>>32&b.mask
	return b.words[x>>6]&(1<<(x&63)) != 0 && b.words[y>>6]&(1<<(y&63)) != 0
}
