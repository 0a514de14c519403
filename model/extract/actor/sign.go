package actor

import (
	"strings"

	"parley/model/extract/lexicon"
	"parley/model/extract/prose"
)

// Signs: what all places together tell of a name.
//
// Rules:
//   - What is asked of the words of a raw is worked out right after its paragraph was read, once for all raws of the same words:
//     by the time that all raws are known, the tokens of a long text are far from the processor.
//   - A name acts, is a place, stands after "the", has a title, or opens sentences alone: each is counted.

// A sign is what all raws of the same words have in common, and how often what is true of them.
type sign struct {
	key     uint64 // of all words
	last    uint64 // the hash of the last
	surname uint64 // of the last name
	full    uint64 // of first and last name
	acts    int32
	place   int32
	the     int32
	titled  int32
	inside  int32
	start   int32 // the words as they are spelled first: bytes of Doc.Text
	end     int32
	held    int32 // one more than the actor against whose names that spelling was held last: see aliases
}

// gather works out what the raws up to one, that one excluded, tell of their words.
func (s *scan) gather(to int) {
	for ; s.gathered < to; s.gathered++ {
		r := &s.raws[s.gathered]
		s.bound(r)
		r.chief = s.ofChief(r)
		if r.sort == office {
			r.vague = s.isVague(r)
		}
		switch {
		case standIn(r.sort):
			continue
		case r.sort == tabled && !r.own && !r.people && r.to-r.from == 1: // its words are in the table
			r.sign, r.usual = -1, s.d.Text[r.start:r.end] == s.t.entries[r.entry].name
			continue
		}
		s.signed(r)
		if r.sort == unknown || r.sort == person {
			s.counted(r)
		}
	}
}

// bound notes where a raw stands in the text, and what follows it.
func (s *scan) bound(r *raw) {
	r.start, r.end = s.d.Tokens[r.from-int32(r.rank)].Start, s.d.Tokens[r.to-1].End
	if int(r.to) < len(s.d.Tokens) {
		r.next = s.d.Tokens[r.to].Kind
	}
}

// signed finds the sign of a raw's words, a new one where the text has none yet.
func (s *scan) signed(r *raw) {
	key := s.key(r)
	n, there := s.signs.of(key)
	if !there {
		n = int32(len(s.told))
		s.told = append(s.told, sign{})
		s.signs.put(key, n)
		s.spell(&s.told[n], key, r)
	}
	r.sign = n
	if r.partly {
		return
	}
	x, start := &s.told[n], s.d.Tokens[r.from].Start
	if x.end == 0 {
		x.start, x.end = start, r.end
	}
	r.usual = x.end-x.start == r.end-start && s.d.Text[x.start:x.end] == s.d.Text[start:r.end]
}

// spell works out what is asked of the words of a new sign.
func (s *scan) spell(x *sign, key uint64, r *raw) {
	x.key = key
	if word := s.part(r); word != "" {
		x.last = lexicon.Hash(word)
		x.surname = withoutArticle(word, x.last)
		return
	}
	i := r.to - 1
	x.last = s.d.Tokens[i].Hash
	for i > r.from && s.traits[i]&suffix != 0 {
		i--
		if s.d.Tokens[i].Kind == prose.Comma {
			i--
		}
	}
	x.surname = withoutArticle(s.d.Word(i), s.d.Tokens[i].Hash)
	x.full = join(s.d.Tokens[r.from].Hash, x.surname)
	if s.traits[r.to-1]&suffix != 0 {
		x.full = join(x.full, x.last) // a son is not his father
	}
}

// withoutArticle answers the hash of a last name, that of the whole word given, without "al-".
func withoutArticle(word string, hash uint64) uint64 {
	if len(word) > 5 && word[2] == '-' && strings.EqualFold(word[:2], "al") {
		return lexicon.Hash(word[3:])
	}
	return hash
}

// counted counts what a raw tells of a name.
func (s *scan) counted(r *raw) {
	x := &s.told[r.sign]
	r.letters = r.to-r.from == 1 && s.d.Tokens[r.from].Is(prose.Short|prose.Upper)
	x.acts += one(r.acts)
	x.inside += one(!s.starts(r.from))
	x.the += one(r.the)
	x.titled += one(r.sort == person || r.sure)
	x.place += one(!r.sure && (r.place || r.sort == unknown && s.at(r.from).located(r.from, !r.acts && !r.the)))
}

// at sets the paragraph of a token for the questions that look back to its start.
func (s *scan) at(token int32) *scan {
	if b := &s.d.Paragraphs[s.paragraph]; token < b.FirstToken || token >= b.LastToken {
		s.paragraph = s.d.ParagraphAt(int(s.d.Tokens[token].Start))
	}
	s.end = s.d.Paragraphs[s.paragraph].LastToken
	return s
}

func one(b bool) int32 {
	if b {
		return 1
	}
	return 0
}

// key answers the hash of all words of a name.
func (s *scan) key(r *raw) uint64 {
	if word := s.part(r); word != "" {
		return join(0, lexicon.Hash(word))
	}
	h := uint64(0)
	for i := r.from; i < r.to; i++ {
		h = join(h, s.d.Tokens[i].Hash)
	}
	return h
}

func join(a, b uint64) uint64 { return (a ^ b<<1) * 0x9E3779B97F4A7C15 }
