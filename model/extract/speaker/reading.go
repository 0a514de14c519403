package speaker

import (
	"slices"
	"sync"

	"parley/model/extract/lexicon"
	"parley/model/extract/prose"
)

// A reading is a document while its quotes are given to speakers.
type reading struct {
	doc       *prose.Doc
	toks      []tok
	mentions  []Mention
	covering  []int32 // masked token -> the mention that covers it, -1
	cues      []cue
	cueForms  int     // how many words look like cues
	others    []cue   // other verbs
	verbs     []int32 // all in their order: the number of a cue, or of another verb, counted from -1 down
	cueAt     []int32 // masked token -> cue, -1
	sentences []clause
	quotes    []framed
	seen      wordSet         // words written small somewhere in the text
	labels    map[int32]int32 // quotes of a transcript -> their label
	class     []uint8         // masked token -> word class
	decided   []decision      // by quote, so far
	last      int32           // the last quote that was given a speaker, -1
	recent    [2]int32        // the last two speakers that differ, -1
	count     tally           // of quotes by their words
	keys      tally           // of mentions -> their number in figures, from 1
	figures   []figure
	resolved  map[int32]int32   // mention -> the full one
	ranked    ranked            // of the quote that is looked at
	tongue    []uint8           // paragraph -> its language where that is not English; nil where all are
	spoken    []*spoken         // sentence -> it taken apart, in other languages
	inside    map[int32]*spoken // quote -> its words taken apart, in other languages
	verdicts  []verdict         // quote -> what was decided, in other languages
	steps     int               // cues, mentions and quotes looked at: what must not grow faster than the text
}

// A clause is what stands in a sentence: indexes are exclusive at their ends.
type clause struct {
	firstMention, lastMention int32
	firstCue, lastCue         int32
	firstVerb, lastVerb       int32
	firstQuote, lastQuote     int32
	headline                  bool // most words begin with capitals
	shouted                   bool // most words are capitals
	classed                   bool // the classes of its words are noted
	leads                     bool // a word stands there that leads to the one who says it
}

// wordSet is a set of hashes; a word that is not in it may be taken for one that is, once in some thousand.
type wordSet []uint64

// ready makes room for n words.
func (b wordSet) ready(n int) wordSet {
	size := 64
	for size < n {
		size *= 2
	}
	return room(b, size/8)
}

// put sets two bits of one word, where it is one that belongs there; the processor would guess that wrong too often.
func (b wordSet) put(hash, belongs uint64) {
	b[hash>>12&uint64(len(b)-1)] |= belongs<<(hash&63) | belongs<<(hash>>6&63)
}

func (b wordSet) has(hash uint64) bool {
	bits := uint64(1)<<(hash&63) | 1<<(hash>>6&63)
	return b[hash>>12&uint64(len(b)-1)]&bits == bits
}

// readings keep the room that texts were read in for the next one.
var readings = sync.Pool{New: func() any { return new(reading) }}

// roomy is how many tokens' room is kept.
const roomy = 1 << 16

// Release gives the room of a reading that is done with to another. Neither it nor its mentions nor what was answered from
// them may be used afterwards.
func (r *reading) Release() {
	if cap(r.toks) > roomy || cap(r.mentions) > roomy {
		return
	}
	*r = reading{
		toks: r.toks[:0], mentions: r.mentions[:0], covering: r.covering[:0], cues: r.cues[:0], others: r.others[:0], verbs: r.verbs[:0],
		cueAt: r.cueAt[:0], sentences: r.sentences[:0], quotes: r.quotes[:0], seen: r.seen[:0], class: r.class[:0],
		decided: r.decided[:0], count: r.count, keys: r.keys, figures: r.figures[:0], ranked: r.ranked,
	}
	readings.Put(r)
}

// Done lets go of all but the mentions, to which attributions lead, once there are no more of these to make: of a long text that is
// a quarter of what it takes. That of others waits for Release.
func (r *reading) Done() {
	if cap(r.toks) > roomy {
		*r = reading{mentions: r.mentions}
	}
}

// room answers a slice of n empty values, in the room of another where that is enough.
func room[T any](s []T, n int) []T {
	s = slices.Grow(s[:0], n)[:n]
	clear(s)
	return s
}

// ahead answers a slice with room for n more values. Where it must grow, it gets room for all that the text will add if it goes on
// as it did: what append makes of a long text is thrown away several times over.
func ahead[T any](s []T, n int, done, all int32) []T {
	if cap(s)-len(s) >= n {
		return s
	}
	rest := len(s) * int(all-done) / int(done+1)
	return slices.Grow(s, max(n, min(rest+rest/8, 3*len(s))))
}

func read(d *prose.Doc) *reading {
	r := readings.Get().(*reading)
	r.doc = d
	r.tokens()
	r.listen()
	r.small()
	r.shapes()
	r.findMentions()
	r.findCues()
	r.frames()
	r.label()
	r.lookInside()
	r.class = room(r.class, len(r.toks))
	r.decided = room(r.decided, len(r.quotes))
	r.forget()
	return r
}

// small notes which words are written small anywhere: a capital at the start of a sentence is no name then.
func (r *reading) small() {
	r.seen = r.seen.ready(len(r.doc.Tokens))
	seen := r.seen
	for i := range r.doc.Tokens {
		t := &r.doc.Tokens[i]
		seen.put(t.Hash*mixing, flag(t.Kind == prose.Word)&flag(t.Flags&(prose.Capital|prose.Upper) == 0))
	}
}

const mixing = 0x9E3779B97F4A7C15

func (r *reading) seenSmall(hash uint64) bool { return r.seen.has(hash * mixing) }

// shapes tells headlines from running text, and counts the words that look like cues.
func (r *reading) shapes() {
	r.sentences = room(r.sentences, len(r.doc.Sentences))
	cueForms := uint64(0)
	for i, s := range r.doc.Sentences {
		words, capitals, upper, roles := uint64(0), uint64(0), uint64(0), role(0)
		toks := r.toks[s.From:s.To]
		for m := range toks {
			t := &toks[m]
			counts := flag(t.kind == prose.Word) &^ flag(t.is(article|preposition|coordinator|to|by))
			words += counts
			capitals += counts & flag(t.has(prose.Capital))
			upper += counts & flag(t.has(prose.Upper))
			cueForms += flag(t.cue.Class != lexicon.NoClass)
			roles |= t.roles
		}
		c := &r.sentences[i]
		c.headline = words >= 4 && capitals*4 >= words*3 && !speaksSmall(toks)
		c.shouted = words >= 3 && upper*3 >= words*2
		c.leads = roles&leading_ != 0
	}
	r.cueForms = int(cueForms)
}

// speaksSmall tells whether a verb of speech is written small among some words: no headline does that, however many names it has.
func speaksSmall(toks []tok) bool {
	for m := range toks {
		t := &toks[m]
		if t.cue.Class == lexicon.ClassA && (t.cue.Form == lexicon.Past || t.cue.Form == lexicon.Third) && !t.has(prose.Capital) {
			return true
		}
	}
	return false
}

// bytes answers the place of masked tokens.
func (r *reading) bytes(from, to int32) (start, end int32) {
	return r.doc.Tokens[r.doc.Masked[from]].Start, r.doc.Tokens[r.doc.Masked[to-1]].End
}

func hash(word string) uint64 { return lexicon.Hash(word) }
