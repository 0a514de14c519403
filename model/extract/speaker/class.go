package speaker

import (
	"parley/model/extract/lexicon"
	"parley/model/extract/prose"
)

// Word classes, as the ranker sees the words between a candidate and its quote.
const (
	cEdge uint64 = iota // start or end of the sentence
	cQuote
	cName
	cPronoun
	cNoun // any other mention
	cPreposition
	cTo
	cBy
	cCue // four classes, finite
	_
	_
	_
	cGerund // four classes
	_
	_
	_
	cAnd
	cThat
	cWho
	cComma
	cColon
	cDash
	cBracket
	cStop
	cBe
	cAuxiliary
	cAdverb
	cSubordinator
	cPossessive
	cEd
	cWord
	cOther
)

var classNames = [...]string{"edge", "quote", "name", "pronoun", "noun", "prep", "to", "by", "A", "B", "C", "D", "Aing", "Bing",
	"Cing", "Ding", "and", "that", "who", "comma", "colon", "dash", "bracket", "stop", "be", "aux", "adv", "sub", "'s", "ed", "word",
	"other"}

// classify notes the class of every masked token of a sentence with a quote, once. Of others the ranker asks a word here and there.
func (r *reading) classify(sentence int32) {
	c := &r.sentences[sentence]
	if c.classed {
		return
	}
	c.classed = true
	for m := r.doc.Sentences[sentence].From; m < r.doc.Sentences[sentence].To; m++ {
		if r.class[m] == 0 {
			r.class[m] = uint8(r.classOf(m))
		}
	}
}

func (r *reading) classOf(m int32) uint64 {
	t := &r.toks[m]
	if n := r.covering[m]; n >= 0 {
		switch s := r.mentions[n].Sort; {
		case s == Who:
			return cWho
		case s.Pronoun():
			return cPronoun
		case s.Named():
			return cName
		}
		return cNoun
	}
	if k := r.cueAt[m]; k >= 0 {
		c := r.cues[k].cue
		if c.Form == lexicon.Gerund {
			return cGerund + uint64(c.Class-lexicon.ClassA)
		}
		return cCue + uint64(c.Class-lexicon.ClassA)
	}
	switch t.kind {
	case prose.Mark:
		return cQuote
	case prose.Comma:
		return cComma
	case prose.Colon:
		return cColon
	case prose.Semicolon, prose.Stop:
		return cStop
	case prose.Dash:
		return cDash
	case prose.Open, prose.Close:
		return cBracket
	case prose.Possessive:
		return cPossessive
	case prose.Clitic:
		return cAuxiliary
	case prose.Word:
		return wordClass(t)
	}
	return cOther
}

func wordClass(t *tok) uint64 {
	if !t.is(classed) {
		switch t.ending {
		case endsLy:
			return cAdverb
		case endsEd:
			return cEd
		}
		return cWord
	}
	switch {
	case t.is(that):
		return cThat
	case t.is(relative):
		return cWho
	case t.is(to):
		return cTo
	case t.is(by):
		return cBy
	case t.is(be):
		return cBe
	case t.is(auxiliary):
		return cAuxiliary
	case t.is(coordinator):
		return cAnd
	case t.is(subordinator):
		return cSubordinator
	case t.is(preposition):
		return cPreposition
	}
	return cAdverb
}

// classed are the roles that have a class of their own.
const classed = that | relative | to | by | be | auxiliary | coordinator | subordinator | preposition | adverb

// classAt answers the class at a place of a sentence, or its edge.
func (r *reading) classAt(m int32, s prose.Sentence) uint64 {
	if m < s.From || m >= s.To {
		return cEdge
	}
	if r.class[m] == 0 {
		r.class[m] = uint8(r.classOf(m))
	}
	return uint64(r.class[m])
}
