package speaker

import "parley/model/extract/lexicon"

// The sieves, in order: the first that takes a quote decides. Each has its own file with its rules; its name is the reason
// that a reader sees.

// A sieve answers who said a quote, nobody for a term, or that it has no say.
type sieve struct {
	name string
	find func(r *reading, f *framed) (mention int32, found bool)
	firm bool // what it finds is not weighed: grammar leaves nobody else
}

// nobodySaid is the mention of a term.
const nobodySaid int32 = -1

var sieves = [...]sieve{
	{name: "transcript", find: transcript},
	{name: "continued", find: continued},
	{name: "nickname", find: termNickname},
	{name: "single marks in the title", find: termHeadline},
	{name: "quoted as saying", find: quotedAs, firm: true},
	{name: "in the words of", find: inWordsOf, firm: true},
	{name: "written on a sign", find: onSigns, firm: true},
	{name: "the verb goes on", find: gapped, firm: true},
	{name: "named behind by", find: byAgent, firm: true},
	{name: "whose claim it is", find: claimed, firm: true},
	{name: "relative clause", find: relativeClause, firm: true},
	{name: "its own clause", find: ownClause, firm: true},
	{name: "what another had said", find: hadSaid, firm: true},
	{name: "what they were promised", find: saidBeen, firm: true},
	{name: "asked about", find: askedAbout, firm: true},
	{name: "not confirmed", find: unconfirmed, firm: true},
	{name: "so-called", find: termSoCalled, firm: true},
	{name: "term title", find: termTitle},
	{name: "term after a naming word", find: termNamed},
	{name: "term short", find: termShort},
	{name: "quote verb speaker", find: quoteVerbSpeaker},
	{name: "quote speaker verb", find: quoteSpeakerVerb},
	{name: "speaker verb quote", find: speakerVerbQuote},
	{name: "according to", find: accordingTo},
	{name: "signature", find: signature},
	{name: "name and colon", find: nameAndColon},
	{name: "same sentence", find: sameSentence},
	{name: "who spoke right before", find: spokeBefore, firm: true},
	{name: "floating in its paragraph", find: floating},
	{name: "verb earlier in the sentence", find: verbBefore},
	{name: "verb later in the sentence", find: verbBehind},
	{name: "sentence before ends in a colon", find: introduced},
	{name: "verb in the sentence before", find: verbAbove},
	{name: "weak verb before", find: weakVerb},
	{name: "first in the sentence", find: firstOfSentence},
}

// decision is what was decided for a quote.
type decision struct {
	mention int32 // -1 nobody
	sieve   int8  // which picked it; -1 none did
}

// sift runs the sieves over one quote; those before it have been decided.
func (r *reading) sift(f *framed) decision {
	for i := range sieves {
		if n, found := sieves[i].find(r, f); found {
			return decision{mention: n, sieve: int8(i)}
		}
	}
	return decision{mention: nobodySaid, sieve: -1}
}

// cuesBefore calls yield for the cues of the sentence before a quote, the nearest first, until it answers false.
func (r *reading) cuesBefore(f *framed, yield func(c *cue) bool) {
	s := &r.sentences[f.sentence]
	for i := s.lastCue - 1; i >= s.firstCue; i-- {
		r.steps++
		if c := &r.cues[i]; c.at < f.at && !yield(c) {
			return
		}
	}
}

// cuesBehind calls yield for the cues of the sentence after a quote, the nearest first, until it answers false.
func (r *reading) cuesBehind(f *framed, yield func(c *cue) bool) {
	s := &r.sentences[f.sentence]
	for i := s.firstCue; i < s.lastCue; i++ {
		r.steps++
		if c := &r.cues[i]; c.at > f.at && !yield(c) {
			return
		}
	}
}

// says tells classes A and B, judges A to C.
func says(c *cue) bool   { return c.cue.Class == lexicon.ClassA || c.cue.Class == lexicon.ClassB }
func judges(c *cue) bool { return says(c) || c.cue.Class == lexicon.ClassC }
