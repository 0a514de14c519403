package speaker

import (
	"parley/model/extract/lexicon"
	"parley/model/extract/prose"
)

// It took, in the words of its author, “three winters” · in Quill's words, “…” · “…”, to use Oke's phrase · as Reed put it, “…”
//
// Rules:
//   - "in", "use" or "borrow", then "the words of" somebody, or somebody's words: the owner speaks; by the name in commas.
//   - "as", somebody, "put it".
//   - The phrase ends before the quote, with a comma or a colon, a preposition and an article between at most; or begins right behind it.
//   - Where the owner is nobody that can speak, nobody is named: who tells of the words has not said them.

const phraseReach = 14

var (
	hashUse, hashBorrow, hashIt = hash("use"), hash("borrow"), hash("it")
	hashPut, hashPuts           = hash("put"), hash("puts")
)

var phraseNouns = lexicon.Listed("words phrase phrasing terms expression language")

func inWordsOf(r *reading, f *framed) (int32, bool) {
	s := r.doc.Sentences[f.sentence]
	for m := f.at - 1; m >= max(s.From, f.at-phraseReach) && r.toks[m].quote < 0; m-- {
		if n, end, found := r.phraseAt(m, s); found && end <= f.at && r.joinsQuote(end, f.at) {
			return n, true
		}
	}
	m := f.at + 1
	if m < s.To && r.toks[m].kind == prose.Comma {
		m++
	}
	if m < s.To && r.toks[m].is(to) {
		m++
	}
	if m < s.To {
		if n, _, found := r.phraseAt(m, s); found {
			return n, true
		}
	}
	return 0, false
}

// joinsQuote tells whether nothing but a comma or a colon, a preposition and an article parts a phrase from its quote.
func (r *reading) joinsQuote(m, at int32) bool {
	for end := m + 3; m < at; m++ {
		if t := &r.toks[m]; m >= end || t.kind != prose.Comma && t.kind != prose.Colon && !t.is(preposition|to|article|that) {
			return false
		}
	}
	return true
}

// phraseAt reads a phrase that begins at a masked token: whose words, and where it ends.
func (r *reading) phraseAt(m int32, s prose.Sentence) (n, end int32, found bool) {
	switch h := r.toks[m].hash; {
	case h == hashAs:
		return r.putIt(m, s)
	case h != hashIn && h != hashUse && h != hashBorrow, m+2 >= s.To:
		return 0, 0, false
	case r.toks[m+1].hash == hashThe && phraseNouns().Has(r.toks[m+2].hash) && m+4 < s.To && r.toks[m+3].hash == hashOf:
		n, end = r.ownerOf(m+4, s)
		return n, end, true
	}
	return r.ownPhrase(m+1, s)
}

// ownerOf answers who stands behind "the words of", and where that ends.
func (r *reading) ownerOf(m int32, s prose.Sentence) (n, end int32) {
	for end = m; end < s.To && r.toks[end].kind == prose.Word && r.toks[end].quote < 0; end++ {
		if n = r.covering[end]; n >= 0 {
			n = r.byName(n)
			return n, r.mentions[n].To
		}
	}
	return nobodySaid, end
}

// ownPhrase reads "Quill's words", "her phrase".
func (r *reading) ownPhrase(m int32, s prose.Sentence) (n, end int32, found bool) {
	n = r.covering[m]
	for end = m + 1; end < s.To && end < m+7; end++ {
		t := &r.toks[end]
		switch {
		case t.kind == prose.Comma, t.quote >= 0:
			return 0, 0, false
		case phraseNouns().Has(t.hash):
			owned := r.toks[m].is(possessive)
			for k := m; k < end; k++ {
				if r.toks[k].kind == prose.Possessive {
					n, owned = r.covering[k-1], true
				}
			}
			return n, end + 1, owned
		}
	}
	return 0, 0, false
}

// putIt reads "as Quill once put it".
func (r *reading) putIt(m int32, s prose.Sentence) (n, end int32, found bool) {
	for end = m + 2; end+1 < s.To && end < m+phraseReach && r.toks[end].quote < 0; end++ {
		if h := r.toks[end].hash; h != hashPut && h != hashPuts || r.toks[end+1].hash != hashIt {
			continue
		}
		n, _ = r.ownerOf(m+1, s)
		return n, end + 2, true
	}
	return 0, 0, false
}

// phraseOwner answers where the name ends that a noun phrase begins with, of "in Quill's words"; 0 where it is none such.
func (r *reading) phraseOwner(m, end int32, s prose.Sentence) int32 {
	if m == s.From || !r.toks[m].has(prose.Capital) || !phraseNouns().Has(r.toks[end-1].hash) {
		return 0
	}
	if h := r.toks[m-1].hash; h != hashIn && h != hashUse && h != hashBorrow {
		return 0
	}
	return r.possessiveIn(m, end)
}
