package proposal

import (
	"strings"
	"sync"

	"parley/model"
	"parley/model/extract/lexicon"
	"parley/model/extract/prose"
)

// A form is how a verb may stand; several are set where they are spelled alike.
type form uint8

const (
	base form = 1 << iota
	third
	past
	participle
	gerund
)

// A frame is what may follow a verb or a noun.
type frame uint8

const (
	thatFrame frame = 1 << iota
	toFrame
	objectFrame
	gerundFrame
	whetherFrame
	audienceFrame
	onFrame
	baseFrame
)

var frameNames = map[string]frame{
	"that": thatFrame, "to": toFrame, "object": objectFrame, "gerund": gerundFrame, "whether": whetherFrame,
	"audience": audienceFrame, "on": onFrame, "base": baseFrame,
}

// A move is an entry of proposal-verbs.txt: a verb with its particles.
type move struct {
	key       string
	symbol    symbol // of the key
	particles []uint64
	family    model.Predicate
	frames    frame
	matter    bool // needs a matter of negotiation
	mild      bool
	strong    bool
	number    int // in the order of the table
}

// A use is a form of a move: which word begins it.
type use struct {
	move  *move
	lead  uint64 // the first of its particles; 0: it has none
	forms form
}

// A noun is an entry of proposal-nouns.txt.
type noun struct {
	key    string // with "(noun)", as there may be a verb that is spelled alike
	symbol symbol // of the key
	family model.Predicate
	links  frame
	of     bool
	ofFor  bool
	on     bool
	plural bool
}

// An entry is all that the tables say of one word.
type entry struct {
	word   string
	symbol symbol // of the word, where a model knows it
	brief  uint16
	groups set
	forms  form
	uses   []use
	noun   *noun
}

// A brief is what every word of a sentence that is looked at is asked for; the rest of its entry few are. Words share them.
type brief struct {
	groups set
	forms  form
	class  symbol // its closed class: shape.go
}

// A table is the whole vocabulary, made once and then only read.
type table struct {
	words   *lexicon.Words // to an index of entries
	entries []entry
	briefs  []brief
	signs   []sign // by the number of a word: gate.go
	whole   bool   // every word has a number
	moves   []*move
	verbs   map[string][]conjugated
}

type conjugated struct {
	word string
	form form
}

var vocabulary = sync.OnceValue(func() *table {
	t := &table{words: lexicon.NewWords(8192), entries: make([]entry, 1, 4096), verbs: map[string][]conjugated{}}
	irregular, doubling := t.spelling()
	t.loadMoves(irregular, doubling)
	t.loadNouns()
	t.loadGroups(irregular, doubling)
	t.loadStates()
	t.pack()
	t.brief()
	t.mark()
	return t
})

// look answers the entry of a word, and its brief.
func (t *table) look(word *prose.Token) (known, brief uint16) {
	if word.Number == 0 && !t.whole {
		known = uint16(t.words.Of(word.Hash))
		return known, t.entries[known].brief
	}
	sign := &t.signs[word.Number]
	return sign.entry, sign.brief
}

// at answers the entry of a word, made where it is new.
func (t *table) at(word string) *entry {
	hash := lexicon.Hash(word)
	if n := t.words.Of(hash); n != 0 {
		return &t.entries[n]
	}
	t.entries = append(t.entries, entry{word: word})
	t.words.Put(hash, uint32(len(t.entries)-1))
	if len(t.entries) > 1<<16 {
		panic("proposal: more words than a token's number can name")
	}
	return &t.entries[len(t.entries)-1]
}

// spelling reads what is irregular.
func (t *table) spelling() (irregular map[string][]string, doubling map[string]bool) {
	irregular, doubling = map[string][]string{}, map[string]bool{}
	lexicon.Entries("proposal-verbs.txt", func(section, line string) {
		switch section {
		case "irregular":
			f := strings.Fields(line)
			irregular[f[0]] = f[1:]
		case "doubling":
			for word := range strings.FieldsSeq(line) {
				doubling[word] = true
			}
		}
	})
	return irregular, doubling
}

// conjugate answers all forms of a verb and notes them on its entries.
func (t *table) conjugate(verb string, irregular map[string][]string, doubling map[string]bool) []conjugated {
	if c, ok := t.verbs[verb]; ok {
		return c
	}
	double := doubling[verb]
	c := []conjugated{{verb, base}, {lexicon.ThirdPerson(verb), third}, {lexicon.WithIng(verb, double), gerund}}
	if odd := irregular[verb]; len(odd) > 0 {
		c = append(c, conjugated{odd[0], past}, conjugated{odd[len(odd)-1], participle})
	} else {
		c = append(c, conjugated{lexicon.WithEd(verb, double), past | participle})
	}
	if double && strings.HasSuffix(verb, "el") {
		c = append(c, conjugated{verb + "ed", past | participle}, conjugated{verb + "ing", gerund})
	}
	for _, f := range c {
		t.at(f.word).forms |= f.form
	}
	t.verbs[verb] = c
	return c
}

var families = map[string]model.Predicate{
	"propose": model.Propose, "demand": model.Demand, "accept": model.Accept, "reject": model.Reject,
	"concede": model.Concede, "float": model.Float, "commit": model.Commit,
}

func (t *table) loadMoves(irregular map[string][]string, doubling map[string]bool) {
	lexicon.Entries("proposal-verbs.txt", func(section, line string) {
		family, ok := families[section]
		if !ok {
			return
		}
		field := strings.Split(line, "|")
		words := strings.Fields(field[0])
		m := &move{key: strings.Join(words, " "), family: family, number: len(t.moves)}
		m.strong = strongMoves[m.key]
		for _, w := range words[1:] {
			m.particles = append(m.particles, lexicon.Hash(w))
		}
		for w := range strings.FieldsSeq(field[1]) {
			m.frames |= frameNames[w]
		}
		for w := range strings.FieldsSeq(field[2]) {
			m.matter = m.matter || w == "matter"
			m.mild = m.mild || w == "mild"
		}
		t.moves = append(t.moves, m)
		for _, f := range t.conjugate(words[0], irregular, doubling) {
			e := t.at(f.word)
			e.groups.add(mover)
			e.addUse(m, f.form)
		}
	})
}

func (e *entry) addUse(m *move, f form) {
	for i := range e.uses {
		if e.uses[i].move == m {
			e.uses[i].forms |= f
			return
		}
	}
	u := use{move: m, forms: f}
	if len(m.particles) > 0 {
		u.lead = m.particles[0]
	}
	e.uses = append(e.uses, u)
}

func (t *table) loadNouns() {
	lexicon.Entries("proposal-nouns.txt", func(section, line string) {
		words, links, _ := strings.Cut(line, "|")
		for i, w := range strings.Fields(words) {
			key := strings.Fields(words)[0] + " (noun)"
			n := &noun{key: key, symbol: sym(key), family: families[section], plural: i > 0}
			for l := range strings.FieldsSeq(links) {
				n.links |= frameNames[l]
				n.of = n.of || l == "of"
				n.ofFor = n.ofFor || l == "for"
				n.on = n.on || l == "on"
			}
			e := t.at(w)
			e.noun = n
			e.groups.add(mentions)
		}
	})
}

func (t *table) loadGroups(irregular map[string][]string, doubling map[string]bool) {
	numbers := map[string]group{}
	for g, name := range sections {
		if name != "" {
			numbers[name] = group(g)
		}
	}
	lexicon.Entries("proposal-words.txt", func(section, line string) {
		g, ok := numbers[section]
		if !ok {
			panic("proposal-words.txt: no group " + section)
		}
		for w := range strings.FieldsSeq(line) {
			verb, ok := strings.CutPrefix(w, "verb:")
			if !ok {
				t.at(w).groups.add(g)
				continue
			}
			for _, f := range t.conjugate(verb, irregular, doubling) {
				t.at(f.word).groups.add(g)
			}
		}
	})
}

// loadStates takes the names of states, of their people and their seats, word by word.
func (t *table) loadStates() {
	lexicon.Entries("states.txt", func(_, line string) {
		for _, field := range strings.Split(line, "|")[1:] {
			for name := range strings.FieldsFuncSeq(field, func(r rune) bool { return r == ',' || r == '/' }) {
				name = strings.TrimSpace(name)
				if name != "" && name[0] != '?' && !strings.Contains(name, " ") {
					t.at(strings.ToLower(name)).groups.add(state)
				}
			}
		}
	})
}

// pack puts the uses of all words one after the other, so that they take few lines of the cache.
func (t *table) pack() {
	var all []use
	for i := range t.entries {
		all = append(all, t.entries[i].uses...)
	}
	for i := range t.entries {
		n := len(t.entries[i].uses)
		t.entries[i].uses, all = all[:n:n], all[n:]
	}
}

// brief settles briefs and symbols.
func (t *table) brief() {
	endModel() // they give symbols to what they know
	keepModel()
	places := map[brief]uint16{}
	for i := range t.entries {
		e := &t.entries[i]
		e.symbol = symbolOf(e.word)
		b := brief{e.groups, e.forms, classOf(e.groups)}
		place, known := places[b]
		if !known {
			place = uint16(len(t.briefs))
			places[b], t.briefs = place, append(t.briefs, b)
		}
		e.brief = place
	}
	for _, m := range t.moves {
		m.symbol = sym(m.key)
	}
}

// Single words that rules name.
var (
	by         = lexicon.Hash("by")
	they       = lexicon.Hash("they")
	we         = lexicon.Hash("we")
	you        = lexicon.Hash("you")
	ofW        = lexicon.Hash("of")
	forW       = lexicon.Hash("for")
	onW        = lexicon.Hash("on")
	uponW      = lexicon.Hash("upon")
	aboutW     = lexicon.Hash("about")
	openW      = lexicon.Hash("open")
	committedW = lexicon.Hash("committed")
	opposedW   = lexicon.Hash("opposed")
	agreeW     = lexicon.Hash("agree")
	mayW       = lexicon.Hash("may")
	mightW     = lexicon.Hash("might")
	couldW     = lexicon.Hash("could")
)
