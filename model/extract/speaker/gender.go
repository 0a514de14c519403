package speaker

import (
	"strings"
	"sync"

	"parley/model/extract/lexicon"
	"parley/model/extract/prose"
)

// Gender, as far as the words tell it.
//
// Rules:
//   - A title or a role that has one (Mrs., chairwoman), else the first given name of the table that one gender bears.
//   - What one mention tells goes for all of the same key; where mentions differ, it is unknown.

type gender uint8

const (
	unknown gender = iota
	male
	female
	mixed
)

// genders answers the tables: titles and roles, and given names.
var genders = sync.OnceValue(func() *lexicon.Words {
	w := lexicon.NewWords(4096)
	put := func(word string, g gender) { w.Put(lexicon.Hash(word), uint32(g)) }
	lexicon.Entries("given-names.txt", func(section, line string) {
		g := map[string]gender{"m": male, "f": female, "both": mixed}[section]
		for each := range strings.FieldsSeq(line) {
			put(each, g)
		}
	})
	lexicon.Entries("roles.txt", func(section, line string) {
		if section != "titles" && section != "gendered" {
			return
		}
		f := strings.Fields(line)
		switch f[len(f)-1] {
		case "m":
			put(f[0], male)
		case "f":
			put(f[0], female)
		}
	})
	return w.Numbered()
})

// organisations answers the words that make a sequence of names an organisation, a place or an event.
var organisations = sync.OnceValue(func() *lexicon.Words {
	w := lexicon.NewWords(512)
	lexicon.Entries("names.txt", func(section, line string) {
		switch section {
		case "organisation", "outlet", "place", "event", "notname":
			for each := range strings.FieldsSeq(line) {
				w.Put(lexicon.Hash(each), 1)
			}
		}
	})
	return w
})

// genderOf answers what the words of a mention tell.
func (r *reading) genderOf(m *Mention) gender {
	if m.From > 0 && r.toks[m.From-1].is(honorific) {
		if g := gender(genders().Of(r.toks[m.From-1].hash)); g != unknown {
			return g
		}
	}
	table := genders()
	for k := m.From; k < m.To; k++ {
		t := &r.toks[k]
		if t.kind == prose.Possessive {
			return unknown
		}
		word := &r.doc.Tokens[r.doc.Masked[k]]
		g := gender(table.At(word.Number, word.Hash))
		if (g == male || g == female) && (k+1 < m.To || t.is(roleNoun) || m.To-m.From == 1 && !r.hasFull(m)) {
			return g
		}
	}
	return unknown
}

// hasFull tells whether a longer name ends in the word of a mention: alone it is a surname then, whatever given name it looks like.
func (r *reading) hasFull(m *Mention) bool {
	f := r.figure(m)
	return f != nil && f.first >= 0
}

// A figure is what the text as a whole tells of a key.
type figure struct {
	word    uint64 // hash of the last word of its mentions, folded
	count   int32  // of its mentions that are no pronouns, those noted after all others were weighed left out
	first   int32  // the first full mention, -1
	often   uint8  // count as the ranker sees it: its length in bits, up to mostOften
	main    bool   // no more than two keys are mentioned more often, and it is more than twice
	spoke   uint8  // how many quotes it was given so far, up to often
	named   bool   // it is a name's: what follows is known of names alone
	another bool   // full mentions differ
	gender  gender
	speaks  bool
}

// often is up to how many times it counts that somebody spoke.
const often = 4

// keyNumber answers the number of the key that a word is, among the figures, from 1, a new one where it has none.
func (r *reading) keyNumber(word uint64) int32 {
	if n := r.keys.of(word); n != 0 {
		return n
	}
	n := int32(len(r.figures))
	r.figures = append(r.figures, figure{word: word, first: -1})
	r.keys.put(word, n)
	return n
}

// figure answers what is known of a mention's key; nil where it is no name's.
func (r *reading) figure(m *Mention) *figure {
	if f := &r.figures[m.key]; f.named {
		return f
	}
	return nil
}

// genderKnown answers the gender that the text as a whole tells of a mention's key.
func (r *reading) genderKnown(m *Mention) gender {
	return r.figures[m.key].gender
}

// figureOut gathers what is known of every name.
func (r *reading) figureOut() {
	for i := range r.figures {
		f := &r.figures[i]
		*f = figure{word: f.word, count: f.count, often: f.often, main: f.main, spoke: f.spoke, first: -1}
	}
	for i := range r.mentions {
		m := &r.mentions[i]
		if !m.Sort.Named() || m.Sort == Label {
			continue
		}
		f := &r.figures[m.key]
		f.named = true
		if m.To-m.From > 1 {
			switch {
			case f.first < 0:
				f.first = int32(i)
			case !f.another && r.differ(&r.mentions[f.first], m):
				f.another = true
			}
		}
		if g := r.genderOf(m); g != unknown && f.gender != g {
			if f.gender == unknown {
				f.gender = g
			} else {
				f.gender = mixed
			}
		}
	}
	for i := range r.decided {
		r.speaks(r.decided[i].mention)
	}
	for i := range r.cues {
		if c := &r.cues[i]; judges(c) && !c.passive {
			r.speaks(c.subject)
		}
	}
}

// speaks notes that a name says something somewhere.
func (r *reading) speaks(n int32) {
	if n < 0 {
		return
	}
	if f := r.figure(&r.mentions[n]); f != nil {
		f.speaks = true
	}
}

// differ tells whether two full mentions with the same last word are two people: their words before it do not meet.
func (r *reading) differ(a, b *Mention) bool {
	for k := a.From; k+1 < a.To; k++ {
		t := &r.toks[k]
		if !t.has(prose.Capital) {
			continue
		}
		for j := b.From; j+1 < b.To; j++ {
			if r.toks[j].hash == t.hash {
				return false
			}
		}
	}
	return r.givenName(a) && r.givenName(b)
}

// givenName tells whether the word before the last one is one.
func (r *reading) givenName(m *Mention) bool {
	if m.To-m.From < 2 {
		return false
	}
	for k := m.From; k+1 < m.To; k++ {
		if r.toks[k].has(prose.Capital) && !r.toks[k].is(roleNoun|honorific) && genders().Of(r.toks[k].hash) != 0 {
			return true
		}
	}
	return false
}

// person tells whether a named mention may well be a person.
func (r *reading) mayBePerson(m *Mention) bool {
	if !m.Sort.Named() || m.Sort == TheName || organisations().Has(r.figures[m.key].word) || r.toks[m.To-1].is(weekday|month) {
		return false
	}
	f := r.figure(m)
	return f != nil && (f.speaks || f.gender == male || f.gender == female)
}
