package actor

import (
	"strings"
	"sync"

	"parley/model"
	"parley/model/extract/lexicon"
	"parley/model/extract/prose"
)

// A trait is what the tables know of a single word.
type trait uint32

const (
	head        trait = 1 << iota // "minister": a person by office
	modifier                      // "foreign" before it
	titled                        // "Mr"
	male                          // tells a man: a title, a head or a given name
	female                        //
	given                         // a given name
	groupNoun                     // "officials"
	bodyNoun                      // "government"
	orgWord                       // "Ministry"
	outletWord                    // "Gazette"
	placeWord                     // "Street"
	eventWord                     // "Agreement"
	notName                       // "Monday"
	placeBefore                   // "in"
	towards                       // "to"
	handed                        // "offer" to
	moving                        // "visited"
	partOf                        // "outskirts" of
	venue                         // the London "talks"
	determiner                    //
	auxiliary                     //
	particle                      // "von"
	suffix                        // "Jr"
	function                      // a small word of English that begins no name
	opens                         // a name of the tables may begin with it as it is written; in a table: one begins so in lower case
	folk                          // "resident": a person by what they are
	indefinite                    // "a", "one", "another"
	several                       // "many", "some"
	surname                       // a surname that is the name of a state or a capital too
	prefixed                      // begins small and is a name: al-Abadi
	begins                        // a phrase may begin with it; in a table: a name does, in whatever case
	standsFor                     // "he", "their": see pronoun.go and thing.go; "who", "whose"
)

var sections = map[string]trait{
	"heads": head, "folk": folk, "modifiers": modifier, "groups": groupNoun, "bodies": bodyNoun,
	"organisation": orgWord, "outlet": outletWord, "place": placeWord, "event": eventWord, "notname": notName,
	"place before": placeBefore, "towards": towards, "handed": handed, "moving": moving, "part of": partOf,
	"venue": venue, "determiner": determiner, "auxiliary": auxiliary, "particle": particle, "suffix": suffix,
	"surname": surname, "m": given | male, "f": given | female, "both": given,
}

// traits answers the one table of words that every text is held against.
var traits = sync.OnceValue(func() *lexicon.Words {
	w := lexicon.NewWords(4096)
	add := func(word string, t trait) {
		h := lexicon.Hash(word)
		w.Put(h, w.Of(h)|uint32(t))
	}
	for _, table := range []string{"roles.txt", "names.txt", "given-names.txt"} {
		lexicon.Entries(table, func(section, line string) {
			switch section {
			case "titles", "gendered":
				word, gender, _ := strings.Cut(line, " ")
				t := trait(0)
				if section == "titles" {
					t = titled
				}
				switch gender {
				case "m":
					t |= male
				case "f":
					t |= female
				}
				add(word, t)
			default:
				for word := range strings.FieldsSeq(line) {
					add(word, sections[section])
				}
			}
		})
	}
	lexicon.Entries("grammar.txt", func(section, line string) {
		if small[section] {
			for word := range strings.FieldsSeq(line) {
				add(word, function)
			}
		}
		if section == "role" {
			for word := range strings.FieldsSeq(line) {
				add(word, folk)
			}
		}
	})
	for _, word := range []string{"a", "an", "one", "another"} {
		add(word, indefinite)
	}
	for _, word := range []string{"he", "him", "his", "himself", "she", "her", "hers", "herself", "i", "my", "me", "myself", "it", "its", "itself",
		"they", "them", "their", "themselves", "we", "us", "our", "ourselves", "who", "whose"} {
		add(word, standsFor)
	}
	for _, word := range []string{"many", "most", "some", "several", "few", "all", "both", "two", "three", "hundreds", "thousands"} {
		add(word, several)
	}
	return w.Numbered()
})

// firms are words that firms are called by at the end of their name: Oldmine Energy.
var firms = sync.OnceValue(func() *lexicon.Words {
	w := lexicon.NewWords(64)
	lexicon.Entries("names.txt", func(section, line string) {
		if section == "firm" {
			for word := range strings.FieldsSeq(line) {
				w.Put(lexicon.Hash(word), 1)
			}
		}
	})
	return w
})

// small are the sections of grammar.txt whose words begin no name.
var small = map[string]bool{
	"article": true, "determiner": true, "alone": true, "preposition": true, "be": true, "auxiliary": true, "adverb": true,
	"coordinator": true, "subordinator": true, "relative": true, "that": true, "to": true, "by": true, "weekday": true,
	"time": true, "he": true, "she": true, "they": true, "we": true, "i": true, "it": true, "you": true, "who": true,
	"his": true, "her": true, "their": true, "my": true, "our": true, "its": true, "your": true, "object": true,
}

// A use is how a form of the tables stands for its actor.
type use uint8

const (
	plain   use = iota // its name
	seat               // a capital, a palace: an actor only where it acts
	demonym            // "Russian", "Russians"
	weak               // only beside a word that makes sure
)

// An entry is an actor of the tables.
type entry struct {
	name     string
	kind     model.ActorKind
	code     string
	party    string
	same     int32      // of a person's own list: the entry of the tables that it is, -1
	spelling [][]string // names that are spellings of each other
	role     string
	origin   model.Origin
}

// A form is one way in which an entry is written.
type form struct {
	entry int32
	use   use
	upper bool // only in capitals: US, not us
	lower bool // also in lower case: the adjectives of other languages
}

// A table is the gazetteer of one language.
type table struct {
	gazetteer *lexicon.Gazetteer
	forms     []form
	entries   []entry
	lower     *lexicon.Words // first words of lower-case forms
	seconds   bits           // second words of names
	kinds     *lexicon.Kinds // of a language: the traits of words, opens and begins with how its names begin
	english   bool
	nouns     bool // the language writes every noun with a capital
	names     []prose.Paragraph
	pending   []form // the forms of names, in order
}

// newTable makes a table with room for about n words of names; it grows past that.
func newTable(n int) *table {
	return &table{gazetteer: lexicon.NewGazetteer(n), forms: make([]form, 1, n/2+1), lower: lexicon.NewWords(n / 32)}
}

var languages = func() map[string]func() *table {
	m := map[string]func() *table{}
	for _, lang := range []string{"en", "de", "fr", "es", "ru", "uk"} {
		m[lang] = sync.OnceValue(func() *table { return build(lang) })
	}
	return m
}()

// tableOf answers the gazetteer of a language, the English one where there is none.
func tableOf(lang string) *table {
	if len(lang) > 2 {
		lang = lang[:2]
	}
	if f, ok := languages[lang]; ok {
		return f()
	}
	return languages["en"]()
}

func build(lang string) *table {
	t := newTable(8192)
	t.english, t.nouns = lang == "en", lang == "de"
	states(t, lang)
	peoples(t)
	organisations(t)
	outlets(t)
	t.finish()
	words := lexicon.NewWords(traits().Len() + len(t.forms))
	traits().Each(words.Put)
	t.lower.Each(func(hash uint64, _ uint32) { words.Put(hash, words.Of(hash)|uint32(opens)) })
	t.gazetteer.Firsts(func(hash uint64) { words.Put(hash, words.Of(hash)|uint32(begins)) })
	t.gazetteer.Numbered()
	t.kinds = words.Kinds()
	return t
}

// add notes one written form of an entry; it is looked up after finish.
func (t *table) add(name string, f form) {
	name = strings.TrimSpace(name)
	if name == "" {
		return
	}
	if strings.HasPrefix(name, "?") {
		name, f.use = name[1:], weak
	}
	first := []rune(name)[0]
	f.lower = f.lower || strings.ToLower(string(first)) == string(first)
	f.upper = f.upper || len(name) <= 3 && strings.ToUpper(name) == name
	t.names = append(t.names, prose.Paragraph{Text: name})
	t.pending = append(t.pending, f)
}

// finish splits all names at once, by the same rules as the texts they are looked for in.
func (t *table) finish() {
	d := prose.Split(t.names)
	var words []uint64
	t.seconds = t.seconds.ready(len(t.pending))
	for i, f := range t.pending {
		b := d.Paragraphs[i]
		words = words[:0]
		for _, token := range d.Tokens[b.FirstToken:b.LastToken] {
			words = append(words, token.Hash)
		}
		if len(words) == 0 {
			continue
		}
		if f.lower {
			t.lower.Put(words[0], 1)
		}
		if len(words) > 1 {
			t.seconds.add(words[1])
		}
		t.forms = append(t.forms, f)
		t.gazetteer.Add(words, uint32(len(t.forms)-1))
	}
	t.names, t.pending = nil, nil
}

// list parts a cell at its commas.
func list(cell string) []string {
	cell = strings.TrimSpace(cell)
	if cell == "" {
		return nil
	}
	return strings.Split(cell, ",")
}
