package speaker

import (
	"slices"
	"strings"
	"sync"

	"parley/model/extract/lexicon"
	"parley/model/extract/prose"
)

// A role is what a word may be in a sentence; a word may be several things.
type role uint32

const (
	article role = 1 << iota
	determiner
	alone
	preposition
	be
	auxiliary
	adverb
	coordinator
	subordinator
	relative
	that
	to
	by
	weekday
	month
	timeWord
	honorific
	object
	roleNoun
	speechNoun
	utterance
	plural
	pronoun    // personal, in the nominative
	possessive // his, her, their
	particle   // of names: de, van, bin
	spokesman
	institution
	leading_ // to the one who says it: the first of "according to"
)

// closedWords are words that no name and no noun begins with.
const closedWords = article | determiner | preposition | be | auxiliary | adverb | coordinator | subordinator | relative |
	that | to | by | object | pronoun | possessive

// A person is which personal pronoun a word is, in the high byte of its value.
type person uint8

// The pronouns told apart.
const (
	noPerson person = iota
	he
	she
	they
	we
	me
	it
	you
	who
)

var sections = map[string]uint32{
	"article": uint32(article), "determiner": uint32(determiner), "alone": uint32(alone), "preposition": uint32(preposition),
	"be": uint32(be), "auxiliary": uint32(auxiliary), "adverb": uint32(adverb), "coordinator": uint32(coordinator),
	"subordinator": uint32(subordinator), "relative": uint32(relative), "that": uint32(that), "to": uint32(to), "by": uint32(by),
	"weekday": uint32(weekday), "month": uint32(month), "time": uint32(timeWord), "honorific": uint32(honorific),
	"object": uint32(object), "role": uint32(roleNoun), "speech": uint32(speechNoun), "utterance": uint32(utterance),
	"plural": uint32(plural), "particle": uint32(particle),
	"according": uint32(leading_), "spokesman": uint32(spokesman), "institution": uint32(institution),
	"he": uint32(pronoun) | uint32(he)<<28, "she": uint32(pronoun) | uint32(she)<<28, "they": uint32(pronoun) | uint32(they)<<28,
	"we": uint32(pronoun) | uint32(we)<<28, "i": uint32(pronoun) | uint32(me)<<28, "it": uint32(pronoun) | uint32(it)<<28,
	"you": uint32(pronoun) | uint32(you)<<28, "who": uint32(pronoun) | uint32(who)<<28,
	"his": uint32(possessive) | uint32(he)<<28, "her": uint32(possessive) | uint32(she)<<28,
	"their": uint32(possessive) | uint32(they)<<28, "my": uint32(possessive) | uint32(me)<<28,
	"our": uint32(possessive) | uint32(we)<<28, "its": uint32(possessive) | uint32(it)<<28,
	"your": uint32(possessive) | uint32(you)<<28,
}

// grammar answers the table of small words.
var grammar = sync.OnceValue(func() *lexicon.Words {
	w := lexicon.NewWords(500)
	lexicon.Entries("grammar.txt", func(section, line string) {
		for each := range strings.FieldsSeq(line) {
			first, _, _ := strings.Cut(each, "/")
			hash := lexicon.Hash(first)
			w.Put(hash, w.Of(hash)|sections[section])
		}
	})
	return w
})

// A tok is a masked token with what the tables say of it.
type tok struct {
	hash   uint64
	roles  role
	person person
	kind   prose.Kind
	flags  prose.Flags
	ending ending
	cue    lexicon.Cue
	quote  int32 // the quote it stands for, -1
}

// An ending is what a word's last letters suggest.
type ending uint8

const (
	noEnding ending = iota
	endsLy
	endsEd
	endsIng
	endsS
)

func (t *tok) is(r role) bool { return t.roles&r != 0 }

func (t *tok) has(f prose.Flags) bool { return t.flags&f != 0 }

// A lexeme is all that the tables say of a word.
type lexeme struct {
	roles  role
	person person
	cue    lexicon.Cue
}

// A vocabulary joins the tables, so that a word is looked up once. Two bytes a number of a word lead to what is said of it: those of
// the words that most texts are made of stand together in the nearest cache.
type vocabulary struct {
	places []uint16       // in the list, by lexicon.Number
	words  *lexicon.Words // to a place in the list
	search bool           // some of them have no number
	list   []lexeme
}

func (v *vocabulary) of(t *prose.Token) *lexeme {
	if v.search && t.Number == 0 {
		return &v.list[v.words.Of(t.Hash)]
	}
	return &v.list[v.places[t.Number]]
}

var lexemes = sync.OnceValue(func() *vocabulary {
	all := &vocabulary{}
	all.words = lexicon.NewWords(1500)
	all.list = make([]lexeme, 1, 4096)
	at := func(hash uint64) *lexeme {
		n := all.words.Of(hash)
		if n == 0 {
			n = uint32(len(all.list))
			all.list = append(all.list, lexeme{})
			all.words.Put(hash, n)
		}
		return &all.list[n]
	}
	grammar().Each(func(hash uint64, value uint32) {
		l := at(hash)
		l.roles, l.person = role(value&0xFFFFFFF), person(value>>28)
	})
	cues := lexicon.Cues()
	cues.Each(func(hash uint64) { at(hash).cue = cues.Of(hash) })
	all.places = make([]uint16, lexicon.Numbers().Len())
	all.words.Each(func(hash uint64, place uint32) {
		if n := lexicon.Number(hash); n != 0 {
			all.places[n] = uint16(place)
		} else {
			all.search = true
		}
	})
	return all
})

// tokens looks every masked token up.
func (r *reading) tokens() {
	d := r.doc
	tables := lexemes()
	r.toks = slices.Grow(r.toks[:0], len(d.Masked))[:len(d.Masked)]
	toks, all, text := r.toks[:len(d.Masked)], d.Tokens, d.Text
	for m, at := range d.Masked {
		src := &all[at]
		t := &toks[m]
		t.hash, t.flags, t.quote = src.Hash, src.Flags, src.Quote
		if src.Kind == prose.Word && src.Quote < 0 {
			l := tables.of(src)
			t.kind, t.roles, t.person, t.cue, t.ending = prose.Word, l.roles, l.person, l.cue, endingOf(text[src.Start:src.End])
			continue
		}
		t.kind, t.roles, t.person, t.cue, t.ending = src.Kind, 0, noPerson, lexicon.Cue{}, noEnding
		if src.Quote >= 0 {
			t.kind = prose.Mark
		} else if src.Kind == prose.Clitic {
			t.roles = auxiliary
		}
	}
}

func endingOf(word string) ending {
	n := len(word)
	if n < 4 {
		return noEnding
	}
	switch {
	case word[n-2:] == "ly":
		return endsLy
	case word[n-2:] == "ed":
		return endsEd
	case n > 4 && word[n-3:] == "ing":
		return endsIng
	case word[n-1] == 's' && word[n-2] != 's':
		return endsS
	}
	return noEnding
}
