package speaker

import "parley/model/extract/prose"

// facts appends what there is to say of a candidate.
func (v *view) facts(c candidate, into []Feature) []Feature {
	return v.passing(c, v.lasting(c, into))
}

// lasting appends the facts that stay whatever is decided for other quotes.
func (v *view) lasting(c candidate, into []Feature) []Feature {
	if c.mention < 0 {
		return v.nobodyFacts(into)
	}
	m := &v.mentions[c.mention]
	side := uint64(c.window)
	if c.window <= behind {
		into = v.placeFacts(c, m, into)
		into = v.pathFacts(c, m, into)
		into = v.cueFacts(c, into)
	} else {
		into = v.windowFacts(c, m, into)
	}
	into = v.neighbourFacts(m, side, into)
	into = v.weigh(bSort, row(row(v.fr, manySides, side), manySorts, uint64(m.Sort)), into)
	into = v.weigh(bOften, row(uint64(m.often), 2, flag(m.frequent)), into)
	if m.title {
		into = append(into, fact1(fTitle, side))
	}
	last := &v.toks[m.To-1]
	if last.has(prose.Upper) {
		into = append(into, fact1(fShouted, side))
	}
	if m.Sort == BareRole || m.Sort == Role || m.Sort == Speech {
		into = append(into, fact1(fRoleWord, uint64(uint32(v.figures[m.key].word))))
	}
	return into
}

// passing appends the facts that follow from what was decided.
func (v *view) passing(c candidate, into []Feature) []Feature {
	if c.mention < 0 {
		return v.nobodyHistory(into)
	}
	return v.historyFacts(c, &v.mentions[c.mention], uint64(c.window), into)
}

// placeFacts: where in the quote's sentence.
func (v *view) placeFacts(c candidate, m *Mention, into []Feature) []Feature {
	side := uint64(c.window)
	between, gap := int32(c.index), m.From-v.f.at-1
	if c.window == before {
		between, gap = int32(c.count-1-c.index), v.f.at-m.To
	}
	near := uint64(min(max(0, between), manyNear-1))
	into = append(into, fact2(fDistance, side, bucket(gap, distances)))
	lo, hi := v.span(c.window, m)
	if v.quoteIn(lo, hi) {
		into = append(into, fact1(fQuoteBetween, side))
	}
	subjects := v.subjectsBetween(c, between)
	into = v.weigh(bNear, row(row(row(row(row(v.fr, 2, side), manyNear, near), manyPlaces, subjects), 2, flag(m.Subject)), 2, flag(m.first)), into)
	breaks := uint64(0)
	for k := lo; k < hi; k++ {
		if x := uint64(v.class[k]); x == cSubordinator || x == cWho {
			breaks++
		}
	}
	return append(into, fact2(fClause, side, min(breaks, 3)))
}

// span answers the masked tokens between a candidate and its quote, sixty at most.
func (v *view) span(w window, m *Mention) (lo, hi int32) {
	if w == before {
		return max(m.To, v.f.at-60), v.f.at
	}
	return v.f.at + 1, min(m.From, v.f.at+61)
}

func (v *view) quoteIn(lo, hi int32) bool {
	for k := lo; k < hi; k++ {
		if v.toks[k].quote >= 0 {
			return true
		}
	}
	return false
}

// subjectsBetween counts the mentions between that may be subjects, up to three.
func (v *view) subjectsBetween(c candidate, between int32) uint64 {
	n, step := c.mention+1, int32(1)
	if c.window == behind {
		n, step = c.mention-1, -1
	}
	count := uint64(0)
	for ; between > 0 && count < 3; between-- {
		if v.mentions[n].Subject {
			count++
		}
		n += step
	}
	return count
}

var distances = [...]int32{0, 1, 2, 4, 7, 12, 20}
var cueDistances = [...]int32{0, 1, 3, 6, 12}

// bucket answers the number of the last limit that a distance reaches.
func bucket[T interface{ ~[7]int32 | ~[5]int32 }](n int32, limits T) uint64 {
	b := 0
	for i := range len(limits) {
		if n >= limits[i] {
			b = i
		}
	}
	return uint64(b)
}

// windowFacts: where in another sentence.
func (v *view) windowFacts(c candidate, m *Mention, into []Feature) []Feature {
	side := uint64(c.window)
	into = v.weigh(bWindow, row(row(row(v.fr, manySides, side), 2, flag(m.Subject)), 2, flag(m.first)), into)
	s := &v.sentences[m.Sentence]
	first, last := uint64(min(c.index, manyPlaces-1)), uint64(min(max(0, c.count-1-c.index), manyPlaces-1))
	into = v.weigh(bPlace, row(row(row(row(side, manyPlaces, first), manyPlaces, last), manyCues, v.own), 2, flag(s.lastQuote > s.firstQuote)), into)
	bounds := v.doc.Sentences[m.Sentence]
	if v.toks[bounds.To-1].kind == prose.Colon {
		into = append(into, fact1(fColonEnd, side))
	}
	for k := s.lastCue - 1; k >= s.firstCue && k > s.lastCue-4; k-- {
		if q := &v.cues[k]; q.subject == c.mention {
			return append(into, fact4(fCueElsewhere, side, uint64(s.lastCue-1-k), uint64(q.cue.Class), uint64(q.order)))
		}
	}
	return into
}

// cueFacts: whose subject.
func (v *view) cueFacts(c candidate, into []Feature) []Feature {
	governs := false
	for flank, list := range [2][]int32{v.ahead, v.after} {
		for k, i := range list {
			q := &v.cues[i]
			if q.subject != c.mention {
				continue
			}
			governs = true
			f := uint64(flank)
			gap := v.f.at - q.at - 1
			if flank == 1 {
				gap = q.at - v.f.at - 1
			}
			into = append(into, fact5(fCue, f, uint64(k), uint64(q.cue.Class), uint64(q.order), v.fr),
				fact3(fLemma, f, flag(q.gerund()), uint64(q.cue.Lemma)), fact2(fCueDistance, f, bucket(gap, cueDistances)),
				fact3(fCueFrameLemma, f, v.fr, uint64(q.cue.Lemma)))
			if q.passive {
				into = append(into, fact1(fPassive, f))
			}
			break
		}
	}
	for k, q := range v.verbs {
		if q == nil || q.subject != c.mention {
			continue
		}
		into = append(into, fact4(fVerb, uint64(k), uint64(q.cue.Class), uint64(q.order), v.fr))
		if k == 0 {
			into = append(into, fact2(fVerbWord, flag(q.passive), uint64(uint32(v.toks[q.at].hash))))
		}
		break
	}
	if !governs {
		into = append(into, fact2(fNoCue, uint64(v.nearA), uint64(v.nearB)))
	}
	return into
}

// neighbourFacts: the words beside a mention.
func (v *view) neighbourFacts(m *Mention, side uint64, into []Feature) []Feature {
	s := v.doc.Sentences[m.Sentence]
	a, b := v.classAt(m.From-1, s), v.classAt(m.To, s)
	index := uint64(min(m.Number-v.sentences[m.Sentence].firstMention, manyPlaces-1))
	if m.Sort == Label {
		return append(into, fact1(fLabelled, side))
	}
	into = v.weigh(bBeside, row(row(row(a, manyClasses, b), manySides, side), manyPlaces, index), into)
	if m.From > s.From {
		t := &v.toks[m.From-1]
		if k := v.cueAt[m.From-1]; k >= 0 {
			into = append(into, fact2(fLemmaBefore, side, uint64(v.cues[k].cue.Lemma)))
		}
		if t.is(to) && m.From-2 >= s.From && v.toks[m.From-2].hash == hashAccording {
			into = append(into, fact1(fAccording, side))
		}
	}
	if m.To < s.To {
		t := &v.toks[m.To]
		if k := v.cueAt[m.To]; k >= 0 {
			into = append(into, fact2(fLemmaAfter, side, uint64(v.cues[k].cue.Lemma)))
		}
		if t.kind == prose.Word && !t.has(prose.Capital) {
			into = append(into, fact2(fNextWord, side, uint64(uint32(t.hash))))
		}
		if t.kind == prose.Colon && m.From == s.From {
			into = append(into, fact1(fLabelled, side))
		}
	}
	return into
}

// historyFacts: what was decided so far, and who is right beside the next quote.
func (v *view) historyFacts(c candidate, m *Mention, side uint64, into []Feature) []Feature {
	rel := uint64(5)
	if v.last >= 0 {
		rel = v.relate(c.mention, v.decided[v.last].mention)
	}
	into = v.weigh(bLast, row(row(row(v.where, manyFrames, v.fr), manyRelations, rel), manySides, side), into)
	into = v.weigh(bSpoke, uint64(v.figures[m.key].spoke), into)
	if v.where == 0 {
		into = append(into, fact3(fLastBefore, v.where, rel, v.classAt(v.f.at-1, v.s)))
	}
	if v.nextSaid >= 0 {
		into = append(into, fact3(fNextQuote, side, v.relate(c.mention, v.nextSaid), v.fr))
	}
	if v.pick.sieve >= 0 && v.pick.mention >= 0 {
		switch {
		case v.pick.mention == c.mention:
			into = append(into, fact1(fSieve, uint64(v.pick.sieve+1)))
		case v.mentions[v.pick.mention].key == m.key:
			into = append(into, fact1(fSieveKey, uint64(v.pick.sieve+1)))
		}
	}
	return into
}
