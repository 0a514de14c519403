package lexicon

import (
	"strings"
	"sync"
)

// A Class says how surely a cue verb governs speech.
type Class uint8

// ClassA always says, ClassB mostly, ClassC judges, ClassD thinks or shows; NoClass is no cue.
const (
	NoClass Class = iota
	ClassA
	ClassB
	ClassC
	ClassD
)

// A Form is how a cue verb stands.
type Form uint8

// Base is "say", Third "says", Past "said" (a participle where both are one), Participle "written", Gerund "saying".
const (
	Base Form = iota + 1
	Third
	Past
	Participle
	Gerund
)

// A Cue is one form of a verb that gives words to a mouth.
type Cue struct {
	Class Class
	Form  Form
	Lemma uint16 // number of the lemma, the same in every run
}

// CueTable holds all forms of all cue verbs.
type CueTable struct {
	words  *Words
	kinds  *Kinds   // words without their lemmas
	Lemmas []string // by Cue.Lemma
}

// Of answers the cue that a word is; Class is NoClass where it is none.
func (t *CueTable) Of(hash uint64) Cue {
	v := t.words.Of(hash)
	return Cue{Class: Class(v & 7), Form: Form(v >> 3 & 7), Lemma: uint16(v >> 8)}
}

// At answers the cue that a word is, by its number and hash.
func (t *CueTable) At(number uint16, hash uint64) Cue {
	v := t.words.At(number, hash)
	return Cue{Class: Class(v & 7), Form: Form(v >> 3 & 7), Lemma: uint16(v >> 8)}
}

// Kind is At without the lemma, for who asks of many words.
func (t *CueTable) Kind(number uint16, hash uint64) (Class, Form) {
	v := t.kinds.At(number, hash)
	return Class(v & 7), Form(v >> 3 & 7)
}

// Each calls yield for every form.
func (t *CueTable) Each(yield func(hash uint64)) {
	t.words.Each(func(hash uint64, _ uint32) { yield(hash) })
}

// Lemma answers the number of a lemma, 0 where there is none.
func (t *CueTable) Lemma(word string) uint16 { return t.Of(Hash(word)).Lemma }

// Cues answers the English cue verbs.
var Cues = sync.OnceValue(func() *CueTable {
	t := &CueTable{words: NewWords(4096), Lemmas: []string{""}}
	Entries("cues.txt", func(section, line string) {
		if strings.HasPrefix(section, "forms ") {
			t.foreign(line)
			return
		}
		if len(section) != 1 {
			return
		}
		class := Class(section[0]-'A') + ClassA
		lemma, past, participle, double := verb(line)
		if t.words.Has(Hash(lemma)) {
			return // the first class counts
		}
		number := uint16(len(t.Lemmas))
		t.Lemmas = append(t.Lemmas, lemma)
		put := func(word string, form Form) {
			if hash := Hash(word); !t.words.Has(hash) {
				t.words.Put(hash, uint32(class)|uint32(form)<<3|uint32(number)<<8)
			}
		}
		put(lemma, Base)
		put(ThirdPerson(lemma), Third)
		put(past, Past)
		put(participle, Participle)
		put(WithIng(lemma, double), Gerund)
	})
	t.words.Numbered()
	kinds := NewWords(t.words.Len())
	t.words.Each(func(hash uint64, v uint32) { kinds.Put(hash, v&0o77) })
	t.kinds = kinds.Kinds()
	return t
})

// foreign puts forms of other languages, all as "said".
func (t *CueTable) foreign(line string) {
	said := t.words.Of(Hash("said"))
	for each := range strings.FieldsSeq(line) {
		if hash := Hash(each); !t.words.Has(hash) {
			t.words.Put(hash, said)
		}
	}
}

// Speech answers the forms of the cues of classes A and B that stand as a sentence's verb.
var Speech = sync.OnceValue(func() *Words {
	w, cues := NewWords(1024), Cues()
	for _, s := range cues.words.slots {
		c := Cue{Class: Class(s.value & 7), Form: Form(s.value >> 3 & 7)}
		if s.value != 0 && (c.Class == ClassA || c.Class == ClassB) && c.Form != Gerund {
			w.Put(s.hash, s.value)
		}
	}
	return w.Numbered()
})

// verb reads a line of the table.
func verb(line string) (lemma, past, participle string, double bool) {
	f := strings.Fields(line)
	lemma, double = strings.CutSuffix(f[0], "+")
	past = WithEd(lemma, double)
	if len(f) > 1 {
		past = f[1]
	}
	participle = past
	if len(f) > 2 {
		participle = f[2]
	}
	return lemma, past, participle, double
}

// ThirdPerson answers "says" of "say".
func ThirdPerson(lemma string) string {
	switch {
	case strings.HasSuffix(lemma, "y") && !vowelBefore(lemma):
		return lemma[:len(lemma)-1] + "ies"
	case strings.HasSuffix(lemma, "s"), strings.HasSuffix(lemma, "sh"), strings.HasSuffix(lemma, "ch"),
		strings.HasSuffix(lemma, "x"), strings.HasSuffix(lemma, "z"), strings.HasSuffix(lemma, "o"):
		return lemma + "es"
	}
	return lemma + "s"
}

// WithEd answers the regular past.
func WithEd(lemma string, double bool) string {
	switch {
	case strings.HasSuffix(lemma, "e"):
		return lemma + "d"
	case strings.HasSuffix(lemma, "y") && !vowelBefore(lemma):
		return lemma[:len(lemma)-1] + "ied"
	case double:
		return lemma + lemma[len(lemma)-1:] + "ed"
	}
	return lemma + "ed"
}

// WithIng answers the present participle.
func WithIng(lemma string, double bool) string {
	switch {
	case strings.HasSuffix(lemma, "e") && !strings.HasSuffix(lemma, "ee") && len(lemma) > 2:
		return lemma[:len(lemma)-1] + "ing"
	case double:
		return lemma + lemma[len(lemma)-1:] + "ing"
	}
	return lemma + "ing"
}

func vowelBefore(lemma string) bool {
	return len(lemma) > 1 && strings.IndexByte("aeiou", lemma[len(lemma)-2]) >= 0
}
