package speaker

import "sync"

// The templates, in the order of their numbers, so that no feature is zero. Their names stand in weights.txt.
const (
	fNear uint8 = iota + 1
	fDistance
	fQuoteBetween
	fWindow
	fIndex
	fWindowQuote
	fWindowCue
	fSort
	fSortFrame
	fSubject
	fFirst
	fColonEnd
	fCue
	fLemma
	fCueDistance
	fPassive
	fNoCue
	fCueElsewhere
	fPath
	fPathStart
	fPathEnd
	fWordBefore
	fWordAfter
	fPair
	fPairIndex
	fLemmaBefore
	fLemmaAfter
	fNextWord
	fAccording
	fLabelled
	fOften
	fFrequent
	fTitle
	fShouted
	fRoleWord
	fPerson
	fLast
	fLastWindow
	fSpoke
	fNobodyWords
	fNobodyTitled
	fNobodyBefore
	fNobodyBehind
	fNobodyBefore2
	fNobodyAround
	fNobodyEnd
	fNobodyCues
	fNobodyNear
	fNobodyFirst
	fNobodyVerb
	fNobodyTitle
	fNobodyUnclosed
	fNobodyMore
	fNobodyAccording
	fNobodyLemma
	fNobodyWord
	fNobodyLast
	fSieve
	fSieveKey
	fSieveNobody
	fBias
	fCueFrameLemma
	fNextQuote
	fClause
	fNobodyGovern
	fVerb
	fVerbWord
	fNobodyVerbWord
	fNobodyVerbClass
	fNobodyNext
	fNobodyInner
	fNobodyInnerLast
	fNobodyRepeats
	fNobodyCoordinate
	fLastBefore
	fNobodyWordFrame
	templateCount
)

// templates answers the table by number.
var templates = sync.OnceValue(func() []template {
	t := make([]template, templateCount)
	set := func(n uint8, name string, fields ...domain) { t[n] = template{name, fields} }
	set(fNear, "near", sides, numbers, frames_)
	set(fDistance, "distance", sides, numbers)
	set(fQuoteBetween, "quote-between", sides)
	set(fWindow, "window", sides, frames_)
	set(fIndex, "index", sides, numbers, numbers)
	set(fWindowQuote, "window-quote", sides, yes)
	set(fWindowCue, "window-cue", sides, numbers)
	set(fSort, "sort", sides, sorts)
	set(fSortFrame, "sort-frame", sides, sorts, frames_)
	set(fSubject, "subject", sides, numbers, yes, frames_)
	set(fFirst, "first", sides, yes, frames_)
	set(fColonEnd, "colon-end", sides)
	set(fCue, "cue", flanks, numbers, cls, orders, frames_)
	set(fLemma, "lemma", flanks, yes, lemmas)
	set(fCueDistance, "cue-distance", flanks, numbers)
	set(fPassive, "passive", flanks)
	set(fNoCue, "no-cue", cls, cls)
	set(fCueElsewhere, "cue-elsewhere", sides, numbers, cls, orders)
	set(fPath, "path", sides, path)
	set(fPathStart, "path-start", sides, path)
	set(fPathEnd, "path-end", sides, path)
	set(fWordBefore, "before", sides, kinds_)
	set(fWordAfter, "after", sides, kinds_)
	set(fPair, "pair", sides, kinds_, kinds_)
	set(fPairIndex, "pair-index", sides, kinds_, kinds_, numbers)
	set(fLemmaBefore, "lemma-before", sides, lemmas)
	set(fLemmaAfter, "lemma-after", sides, lemmas)
	set(fNextWord, "next-word", sides, words_)
	set(fAccording, "according-to", sides)
	set(fLabelled, "labelled", sides)
	set(fOften, "often", numbers)
	set(fFrequent, "frequent", yes)
	set(fTitle, "title", sides)
	set(fShouted, "shouted", sides)
	set(fRoleWord, "role-word", words_)
	set(fPerson, "person", sides, sorts)
	set(fLast, "last", distance, relation)
	set(fLastWindow, "last-window", distance, relation, sides, frames_)
	set(fLastBefore, "last-before", distance, relation, kinds_)
	set(fSpoke, "spoke", numbers)
	set(fVerb, "verb", numbers, cls, orders, frames_)
	set(fVerbWord, "verb-word", yes, words_)
	nobodyTemplates(set)
	set(fSieve, "sieve", sieves_)
	set(fSieveKey, "sieve-key", sieves_)
	set(fSieveNobody, "sieve-nobody", sieves_)
	set(fCueFrameLemma, "lemma-frame", flanks, frames_, lemmas)
	set(fNextQuote, "next-quote", sides, relation, frames_)
	set(fClause, "clause", sides, numbers)
	return t
})

// nobodyTemplates are the facts that speak for a quote that nobody says.
func nobodyTemplates(set func(n uint8, name string, fields ...domain)) {
	set(fBias, "nobody")
	set(fNobodyWords, "nobody-words", numbers, frames_)
	set(fNobodyTitled, "nobody-titled", numbers)
	set(fNobodyBefore, "nobody-before", kinds_)
	set(fNobodyBehind, "nobody-behind", kinds_)
	set(fNobodyBefore2, "nobody-before2", kinds_, kinds_)
	set(fNobodyAround, "nobody-around", kinds_, kinds_)
	set(fNobodyEnd, "nobody-end", numbers)
	set(fNobodyCues, "nobody-cues", numbers, frames_)
	set(fNobodyNear, "nobody-near", cls, numbers)
	set(fNobodyFirst, "nobody-first-person")
	set(fNobodyVerb, "nobody-verb")
	set(fNobodyTitle, "nobody-title")
	set(fNobodyUnclosed, "nobody-unclosed")
	set(fNobodyMore, "nobody-more")
	set(fNobodyAccording, "nobody-according")
	set(fNobodyLemma, "nobody-lemma", numbers, lemmas)
	set(fNobodyWord, "nobody-word", words_)
	set(fNobodyLast, "nobody-last", distance, frames_)
	set(fNobodyVerbWord, "nobody-verb-word", numbers, words_)
	set(fNobodyVerbClass, "nobody-verb-class", cls, numbers, kinds_, frames_)
	set(fNobodyNext, "nobody-next-word", words_)
	set(fNobodyInner, "nobody-first-word", words_)
	set(fNobodyInnerLast, "nobody-last-word", words_)
	set(fNobodyRepeats, "nobody-repeats", numbers)
	set(fNobodyCoordinate, "nobody-coordinate", yes, kinds_, kinds_)
	set(fNobodyWordFrame, "nobody-word-frame", frames_, words_)
	set(fNobodyGovern, "nobody-governed", cls, kinds_)
}
