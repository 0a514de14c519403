package speaker

import (
	"strings"
	"sync"

	"parley/model/extract/lexicon"
)

// Tongues: what the words of another language than English are, read from tongues.txt.
//
// Rules:
//   - A word may be several things; which one it is, its neighbours tell.
//   - Slavic words for persons and papers stand for all their cases: what is left without the ending is looked up too.

// A trait is what a word of another language may be; a word may be several things.
type trait uint32

const (
	saysIt trait = 1 << iota // a finite form of speech
	saidIt                   // a participle of speech: only behind an auxiliary
	judgesIt
	itSays // impersonal
	helps  // an auxiliary
	hedgesIt
	passiveForm
	theArticle
	objectArticle
	anArticle
	owner
	ofWord
	insideWord
	before_ // a preposition
	thatWord
	relates
	turns // opens what another one says
	joins
	adverbial
	timeOf
	leadsOn   // to the one who says it
	trails    // the one who says it stands before
	anybody   // a role
	speaksFor // a spokesman
	body      // an institution
	nobodyIn  // anonymous
	writing   // a paper
	thirdPerson
	ofWoman
	ofMan
	ofSeveral
	impersonalOne // on, man
)

// Words of the tables for persons, bodies and papers: nouns that a group may have as its head.
const headNoun = anybody | speaksFor | body | nobodyIn | writing

var traitSections = map[string]trait{
	"verb": saysIt, "participle": saidIt, "judge": judgesIt, "impersonal": itSays, "auxiliary": helps, "hedge": hedgesIt, "conditional": helps | hedgesIt,
	"passive": passiveForm, "article": theArticle, "object": objectArticle, "indefinite": anArticle, "owner": owner, "of": ofWord,
	"inside": insideWord, "preposition": before_, "that": thatWord, "relative": relates, "contrast": turns, "coordinator": joins,
	"adverb": adverbial, "time": timeOf, "lead": leadsOn, "trail": trails, "role": anybody, "spokesman": speaksFor,
	"institution": body, "anonymous": nobodyIn, "paper": writing, "he": thirdPerson | ofMan, "she": thirdPerson | ofWoman,
	"they": thirdPerson | ofSeveral, "one": impersonalOne,
}

// A tongue is the table of one language.
type tongue struct {
	words   *lexicon.Words
	leads   map[uint64][]tongueLead
	slavic  bool // nouns have cases and no articles
	nouns   bool // every noun is written with a capital
	agrees  bool // participles have the gender and number of their subject: French
	plurals bool // nouns of several end in "s"
	drops   bool // a verb may do without a subject
}

// A tongueLead is a phrase that the one who says it follows; with a gender, one that holds the pronoun itself: "selon lui".
type tongueLead struct {
	words lead
	of    trait
}

// tongueNames are the languages read so, by their numbers from 1.
var tongueNames = [...]string{"", "de", "fr", "es", "ru", "uk"}

const (
	noTongue uint8 = iota // English, or none that is known
	german
	french
	spanish
	russian
	ukrainian
)

var tongues = sync.OnceValue(func() *[len(tongueNames)]*tongue {
	var all [len(tongueNames)]*tongue
	for i := range all {
		all[i] = &tongue{words: lexicon.NewWords(1024), leads: map[uint64][]tongueLead{}, nouns: uint8(i) == german,
			agrees: uint8(i) == french, plurals: uint8(i) == french || uint8(i) == spanish, slavic: uint8(i) >= russian, drops: uint8(i) >= spanish}
	}
	lexicon.Entries("tongues.txt", func(section, line string) {
		lang, what, _ := strings.Cut(section, " ")
		for i, name := range tongueNames {
			if i > 0 && name == lang {
				for each := range strings.FieldsSeq(line) {
					all[i].put(each, traitSections[what])
				}
			}
		}
	})
	return &all
})

// put notes one word of the table.
func (l *tongue) put(entry string, t trait) {
	word, of, _ := strings.Cut(entry, ":")
	of_ := map[string]trait{"f": ofWoman, "m": ofMan, "s": ofSeveral}[of]
	if t == leadsOn {
		var words lead
		for each := range strings.SplitSeq(word, "/") {
			words = append(words, lexicon.Hash(each))
		}
		l.leads[words[0]] = append(l.leads[words[0]], tongueLead{words, of_})
		l.words.Put(words[0], l.words.Of(words[0])|uint32(leadsOn))
		return
	}
	t |= of_
	h := lexicon.Hash(word)
	l.words.Put(h, l.words.Of(h)|uint32(t))
	if l.slavic && t&headNoun != 0 {
		if stem := withoutCase(word); stem != word {
			h = stemOf(stem)
			l.words.Put(h, l.words.Of(h)|uint32(t))
		} else {
			h = stemOf(word)
			l.words.Put(h, l.words.Of(h)|uint32(t))
		}
	}
}

// of answers what a word is.
func (l *tongue) of(hash uint64, word string) trait {
	t := trait(l.words.Of(hash))
	if t == 0 && l.agrees {
		for _, end := range [...]string{"es", "e", "s"} {
			if stem, ok := strings.CutSuffix(word, end); ok && t == 0 {
				t = trait(l.words.Of(lexicon.Hash(stem))) & saidIt
			}
		}
	}
	if t == 0 && l.plurals {
		for _, end := range [...]string{"s", "es"} {
			if stem, ok := strings.CutSuffix(word, end); ok && t == 0 {
				if t = trait(l.words.Of(lexicon.Hash(stem))) & headNoun; t != 0 {
					t |= ofSeveral
				}
			}
		}
	}
	if t == 0 && l.slavic {
		if t = trait(l.words.Of(stemOf(withoutCase(word)))); t == 0 {
			for _, end := range [...]string{"ов", "ів", "ев", "ам", "ям"} {
				if stem, ok := strings.CutSuffix(word, end); ok && t == 0 {
					t = trait(l.words.Of(stemOf(stem)))
				}
			}
		}
		t &= headNoun | ofWoman | ofMan | ofSeveral
	}
	return t
}

// stemOf is the hash of a stem: another one than that of a word written the same.
func stemOf(stem string) uint64 { return lexicon.Hash(stem) ^ mixing }

// caseEndings are what nouns and names of Slavic languages end in, the longer ones first.
var caseEndings = [...]string{"ами", "ями", "ого", "ому", "ией", "ією", "ій", "ой", "ою", "ей", "ею", "ом", "ем", "єм", "им", "ым", "ый", "ий",
	"ая", "ие", "ии", "ия", "ию", "ії", "ію", "ія", "ах", "ях", "ам", "ям", "а", "я", "у", "ю", "е", "є", "и", "ы", "і", "ї", "й", "ь", "о"}

// withoutCase answers a word without its ending, three letters at least.
func withoutCase(word string) string {
	for _, end := range caseEndings {
		if stem, ok := strings.CutSuffix(word, end); ok && len(stem) >= 6 {
			return stem
		}
	}
	return word
}
