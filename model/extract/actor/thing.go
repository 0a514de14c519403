package actor

import (
	"strings"
	"sync"

	"parley/model"
	"parley/model/extract/lexicon"
	"parley/model/extract/prose"
)

// It and they: states, organisations and groups, where that is clear; and who writes "I" and "we".
//
// Rules:
//   - "It" stands for the last state or organisation that its clause or the one before is about, within the paragraph; of
//     another sentence whoever is a subject there;
//     not where it only opens a clause: "it is clear that".
//     nor where another sentence from there on opens with a thing that is nobody by name: "The firm said". Then it is open.
//   - "They" stands for the last group, else for the last of the others, in the same way.
//   - "I" outside marks, in no statement that is given whole, is the writer of the text, "we" the writers: nobody by name.

var plural = sync.OnceValue(func() *lexicon.Words {
	w := lexicon.NewWords(16)
	for word, value := range map[string]uint32{"it": itself, "its": itself, "itself": itself, "they": themselves, "them": themselves,
		"their": themselves, "themselves": themselves, "we": ourselves, "us": ourselves, "our": ourselves, "ourselves": ourselves} {
		w.Put(lexicon.Hash(word), value)
	}
	return w.Numbered()
})

const (
	itself uint32 = 1 + iota
	themselves
	ourselves
)

// a thing is somebody who is no person where a name or a pronoun stands.
type thing struct {
	actor    int32
	at       int32 // token
	sentence int32
	subject  bool
	group    bool
}

// note notes who is no person.
func (f *follower) note(i int32, m *Mention) {
	x := &f.Actors[m.Actor]
	if x.Kind == model.Person || x.Kind == model.Outlet || m.Modifier {
		return
	}
	to := f.s.behind(i, m.End)
	listed := i > 0 && f.s.d.Tokens[i-1].Hash == hashAnd || to < f.s.end && f.s.d.Tokens[to].Hash == hashAnd // one of several is no "it"
	example := i > 1 && f.s.d.Tokens[i-2].Hash == hashSuch
	f.things = append(f.things, thing{m.Actor, i, f.sentence, !m.Owner && !listed && !example && f.s.subject(i, to), listed || x.Kind == model.Group})
}

// thing resolves "it" and "they", and notes "we".
func (f *follower) thing(i int32) {
	t := &f.s.d.Tokens[i]
	if t.End-t.Start > 10 || t.Is(prose.Upper) && t.End-t.Start > 1 {
		return
	}
	sort := plural().At(t.Number, t.Hash)
	var n int32
	switch {
	case sort == 0 || sort == itself && f.empty(i):
		return
	case sort == ourselves:
		n = f.writer(true)
	default:
		n = f.last3(sort == themselves)
	}
	if n < 0 {
		return
	}
	f.added = append(f.added, Mention{Start: t.Start, End: t.End, Actor: n, Role: true, Modifier: t.Hash == hashTheir || t.Hash == hashIts || t.Hash == hashOur})
	if sort != ourselves {
		f.things = append(f.things, thing{n, i, f.sentence, f.s.subject(i, i+1), f.Actors[n].Kind == model.Group})
	}
}

var hashSuch = lexicon.Hash("such")

var hashBut = lexicon.Hash("but")

var hashTheir, hashIts, hashOur = lexicon.Hash("their"), lexicon.Hash("its"), lexicon.Hash("our")

// empty tells "it is clear that", "it remains to be seen": nobody stands there.
func (f *follower) empty(i int32) bool {
	end := min(i+7, f.s.end)
	for k := i + 1; k < end; k++ {
		t := &f.s.d.Tokens[k]
		if t.Kind != prose.Word {
			return false
		}
		if k > i+2 && (t.Hash == hashThat || t.Hash == hashTo) {
			return f.s.traits[i+1]&auxiliary != 0 || f.s.d.Word(i+1) == "remains" || f.s.d.Word(i+1) == "seems"
		}
	}
	return false
}

var hashThat = lexicon.Hash("that")

// last3 answers whom "it" or "they" stands for: of the last three sentences of the paragraph; -1 where that is open.
func (f *follower) last3(many bool) int32 {
	best, who, where := 0, int32(-1), (*thing)(nil)
	here := f.s.d.Sentences[f.sentence].Paragraph
	for k := len(f.things) - 1; k >= 0 && k >= len(f.things)-12; k-- {
		t := &f.things[k]
		if f.sentence-t.sentence > 2 || f.s.d.Sentences[t.sentence].Paragraph != here {
			break
		}
		p := 6 - 2*int(f.sentence-t.sentence)
		if t.subject {
			p += 3
		}
		if many == t.group {
			p += 4
		}
		if !many && (t.group || !t.subject && t.sentence != f.sentence) {
			continue
		}
		if p > best {
			best, who, where = p, t.actor, t
		}
	}
	if !many && who >= 0 && f.otherOpens(where) {
		return -1
	}
	return who
}

// otherOpens tells whether a thing that is nobody by name opens a sentence from one where somebody was named on: "The firm said the
// Veld market had grown. It" is the firm.
func (f *follower) otherOpens(t *thing) bool {
	d := f.s.d
	for n := t.sentence; n < f.sentence; n++ {
		i, to := d.SentenceTokens(int(n))
		if i+2 < to && d.Tokens[i].Kind == prose.Word && d.Tokens[i].Hash == hashBut {
			i++
		}
		if i+2 >= to || d.Tokens[i].Hash != hashThe || f.individualOpens(i+1, to) {
			continue
		}
		named := false
		for k := len(f.things) - 1; k >= max(0, len(f.things)-24) && f.things[k].sentence >= n; k-- {
			named = named || f.things[k].sentence == n && f.things[k].at <= i+2
		}
		if !named {
			return true
		}
	}
	return false
}

// individualOpens tells whether a phrase that begins with a token is one person by what they are: the finance minister.
func (f *follower) individualOpens(i, to int32) bool {
	for k := i; k < min(i+4, to) && f.s.d.Tokens[k].Kind == prose.Word && f.s.traits[k]&(function|auxiliary) == 0; k++ {
		if f.assembly.individual(k) && !institutions().Has(f.s.d.Tokens[k].Hash) {
			return true
		}
	}
	return false
}

// institutions are what "it" stands for: the firm, the ministry.
var institutions = sync.OnceValue(func() *lexicon.Words {
	w := lexicon.NewWords(64)
	lexicon.Entries("grammar.txt", func(section, line string) {
		if section != "institution" {
			return
		}
		for word := range strings.FieldsSeq(line) {
			w.Put(lexicon.Hash(word), 1)
		}
	})
	return w
})

// writer answers the actor who writes.
func (f *follower) writer(several bool) int32 {
	at, x := &f.author, Actor{Name: "the writer", Kind: model.Person, Local: true, Unnamed: true}
	if several {
		at, x = &f.authors, Actor{Name: "the writers", Kind: model.Group, Unnamed: true}
	}
	if *at < 0 {
		f.Actors = append(f.Actors, x)
		f.count = append(f.count, 0)
		*at = int32(len(f.Actors) - 1)
	}
	return *at
}

// writes tells an "I" that is no number: "World War I", "Article I".
func (f *follower) writes(i int32) bool {
	if i > 0 && f.s.d.Tokens[i-1].Kind == prose.Word && f.s.d.Tokens[i-1].Is(prose.Capital) && !f.s.starts(i-1) {
		return false
	}
	return i+1 < f.s.end && f.s.d.Tokens[i+1].Kind == prose.Word && !f.s.d.Tokens[i+1].Is(prose.Capital) || f.s.d.Tokens[i].End-f.s.d.Tokens[i].Start > 1
}
