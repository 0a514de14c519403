package speaker

import (
	"strings"

	"parley/model/extract/lexicon"
	"parley/model/extract/prose"
)

// Words of another language, as its sentences are taken apart by them.
//
// Rules:
//   - What an apostrophe cuts short at the front is a word of its own: l'ambassadeur, d'Ukraine, qu'il.
//   - So is a pronoun behind the hyphens of a French verb: dit-il, a-t-elle, affirme-t-on.

// A heard is one word, sign or quote of a sentence.
type heard struct {
	t          trait
	front      trait // of what an apostrophe cut off at its front
	behind     trait // the pronoun behind hyphens
	hash       uint64
	start, end int32 // bytes of Doc.Text, without what was cut off
	pronoun    int32 // byte where the pronoun behind hyphens begins
	quote      int32 // -1
	kind       prose.Kind
	capital    bool
	upper      bool
}

func (h *heard) is(t trait) bool { return h.t&t != 0 }

// word tells words from signs and quotes.
func (h *heard) word() bool { return h.kind == prose.Word && h.quote < 0 }

// hear reads one token.
func (r *reading) hear(l *tongue, token int32, quote int32) heard {
	t := &r.doc.Tokens[token]
	h := heard{hash: t.Hash, start: t.Start, end: t.End, quote: quote, kind: t.Kind, capital: t.Is(prose.Capital), upper: t.Is(prose.Upper)}
	if quote >= 0 {
		h.kind = prose.Mark
		return h
	}
	if t.Kind != prose.Word {
		return h
	}
	word := r.doc.Text[t.Start:t.End]
	if h.t = l.of(t.Hash, word); h.t != 0 {
		return h
	}
	r.hyphened(l, &h)
	r.elided(l, &h)
	return h
}

// elided cuts off what stands before an apostrophe.
func (r *reading) elided(l *tongue, h *heard) {
	word := r.doc.Text[h.start:h.end]
	at := strings.IndexAny(word, "'’")
	if at < 1 || at > 2 && !strings.HasPrefix(strings.ToLower(word), "qu") {
		return
	}
	size := 1
	if word[at] != '\'' {
		size = len("’")
	}
	if h.front = trait(l.words.Of(lexicon.Hash(word[:at] + "'"))); h.front == 0 {
		return
	}
	h.start += int32(at + size)
	rest := r.doc.Text[h.start:h.end]
	h.hash = lexicon.Hash(rest)
	if h.behind == 0 {
		h.t = l.of(h.hash, rest)
	}
	first, _, _ := strings.Cut(rest, "-")
	h.capital = first != strings.ToLower(first)
	h.upper = len(rest) > 1 && rest == strings.ToUpper(rest)
}

// hyphened reads a pronoun behind a verb.
func (r *reading) hyphened(l *tongue, h *heard) {
	word := r.doc.Text[h.start:h.end]
	at := strings.LastIndexByte(word, '-')
	if at < 1 {
		return
	}
	behind := trait(l.words.Of(lexicon.Hash(word[at+1:])))
	if behind&(thirdPerson|impersonalOne) == 0 {
		return
	}
	verb := strings.TrimSuffix(word[:at], "-t")
	if cut := strings.IndexAny(verb, "'’"); cut > 0 {
		verb = strings.TrimLeft(verb[cut:], "'’")
	}
	if t := l.of(lexicon.Hash(verb), verb); t&(saysIt|helps|hedgesIt|judgesIt|itSays) != 0 {
		h.t, h.behind, h.pronoun = t, behind, h.start+int32(at+1)
	}
}

// words reads the words of a stretch of masked tokens.
func (r *reading) words(l *tongue, from, to int32, into []heard) []heard {
	for m := from; m < to; m++ {
		token := r.doc.Masked[m]
		into = append(into, r.hear(l, token, r.doc.Tokens[token].Quote))
	}
	return into
}
