package speaker

import (
	"parley/model/extract/lexicon"
	"parley/model/extract/prose"
)

// nobodyFacts: what speaks for a term, a title, a quote that nobody says here.
func (v *view) nobodyFacts(into []Feature) []Feature {
	f := v.f
	into = append(into, fact(fBias), fact2(fNobodyWords, wordBucket(f.words), v.fr), fact1(fNobodyEnd, endMark(f.end)),
		fact2(fNobodyCues, v.subjects(), v.fr))
	a, b := v.classAt(f.at-1, v.s), v.classAt(f.at+1, v.s)
	into = append(into, fact1(fNobodyBefore, a), fact1(fNobodyBehind, b), fact2(fNobodyBefore2, v.classAt(f.at-2, v.s), a), fact2(fNobodyAround, a, b))
	if f.titled {
		into = append(into, fact1(fNobodyTitled, wordBucket(f.words)))
	}
	if f.first {
		into = append(into, fact(fNobodyFirst))
	}
	if f.verb {
		into = append(into, fact(fNobodyVerb))
	}
	if f.sentence == 0 {
		into = append(into, fact(fNobodyTitle))
	}
	if v.doc.Quotes[f.quote].Unclosed {
		into = append(into, fact(fNobodyUnclosed))
	}
	if !f.lonely {
		into = append(into, fact(fNobodyMore))
	}
	into = v.nobodyCues(into)
	if _, found := accordingTo(v.reading, f); found {
		into = append(into, fact(fNobodyAccording))
	}
	return into
}

// nobodyHistory: what was decided so far.
func (v *view) nobodyHistory(into []Feature) []Feature {
	f := v.f
	into = append(into, fact2(fNobodyLast, v.where, v.fr))
	if v.pick.mention == nobodySaid {
		into = append(into, fact1(fSieveNobody, uint64(v.pick.sieve+1)))
	}
	if f.index > 0 && v.quotes[f.quote-1].sentence == f.sentence {
		b := &v.quotes[f.quote-1]
		into = append(into, fact3(fNobodyCoordinate, flag(v.decided[f.quote-1].mention >= 0), v.classAt(f.at-1, v.s), v.classAt(b.at+1, v.s)))
	}
	return into
}

// nobodyCues: the verbs and the words round the quote.
func (v *view) nobodyCues(into []Feature) []Feature {
	f := v.f
	class, gap := lexicon.NoClass, int32(0)
	if len(v.ahead) > 0 {
		c := &v.cues[v.ahead[0]]
		class, gap = c.cue.Class, f.at-c.at-1
		into = append(into, fact2(fNobodyLemma, bucket(gap, cueDistances), uint64(c.cue.Lemma)))
	}
	if len(v.after) > 0 {
		c := &v.cues[v.after[0]]
		if d := c.at - f.at - 1; class == lexicon.NoClass || d < gap {
			class, gap = c.cue.Class, d
		}
	}
	into = append(into, fact2(fNobodyNear, uint64(class), bucket(gap, cueDistances)))
	if f.at > v.s.From {
		if t := &v.toks[f.at-1]; t.flags&1 == 0 {
			into = append(into, fact1(fNobodyWord, uint64(uint32(t.hash))), fact2(fNobodyWordFrame, v.fr, uint64(uint32(t.hash))))
		}
	}
	if f.at+1 < v.s.To {
		if t := &v.toks[f.at+1]; t.kind == prose.Word && !t.has(prose.Capital) {
			into = append(into, fact1(fNobodyNext, uint64(uint32(t.hash))))
		}
	}
	into = append(into, fact1(fNobodyInner, uint64(uint32(f.firstWord))), fact1(fNobodyInnerLast, uint64(uint32(f.lastWord))),
		fact1(fNobodyRepeats, uint64(f.repeats)))
	if q := v.verbs[0]; q != nil {
		gap := bucket(f.at-q.at-1, cueDistances)
		into = append(into, fact2(fNobodyVerbWord, min(gap, 2), uint64(uint32(v.toks[q.at].hash))),
			fact4(fNobodyVerbClass, uint64(q.cue.Class), gap, v.classAt(f.at-1, v.s), v.fr))
	}
	return append(into, fact2(fNobodyGovern, uint64(v.nearA), v.classAt(f.at-1, v.s)))
}

// subjects counts the cues of the sentence that have one, up to three on either side.
func (v *view) subjects() uint64 {
	n := uint64(0)
	for _, list := range [2][]int32{v.ahead, v.after} {
		for _, i := range list {
			n += flag(v.cues[i].subject >= 0)
		}
	}
	return min(n, 4)
}

func wordBucket(n int32) uint64 {
	switch {
	case n <= 6:
		return uint64(n)
	case n <= 9:
		return 7
	case n <= 15:
		return 8
	}
	return 9
}

func endMark(r rune) uint64 {
	for i, c := range ".,?!…—" {
		if c == r {
			return uint64(i + 1)
		}
	}
	return 0
}
