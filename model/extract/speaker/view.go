package speaker

import (
	"parley/model/extract/lexicon"
	"parley/model/extract/prose"
)

// A view is one quote with what the ranker has to know of its surroundings, worked out once for all its candidates.
type view struct {
	*reading
	f        *framed
	fr       uint64 // the frame's code
	s        prose.Sentence
	c        *clause
	ahead    []int32 // the nearest cues before the quote, at most three, the nearest first
	after    []int32 // those after it
	nearA    lexicon.Class
	nearB    lexicon.Class // classes of the nearest cues with a subject, before and after
	verbs    [2]*cue       // the nearest verbs before the quote, the nearest first
	own      uint64        // 0 no cue in the sentence, 1 one, 2 one with a subject
	pick     decision      // of the sieves
	last     int32         // the last quote that was given a speaker, -1
	where    uint64        // how far that is, a value of the domain distance
	nextSaid int32         // who says the next quote of the paragraph, as far as it stands right beside it; -1
	room     [6]int32
	sums     *bundled // of the weights that candidates are weighed by; nil where their facts are listed
	sum      int32    // of the bundles of the candidate that is weighed
}

const reach = 3 // cues on either side that count

// look makes the view of a quote.
func (r *reading) look(f *framed, v *view) {
	*v = view{reading: r, f: f, fr: f.code(), s: r.doc.Sentences[f.sentence], c: &r.sentences[f.sentence], last: r.last, nextSaid: -1}
	v.ahead, v.after = v.room[:0:3], v.room[3:3:6]
	r.classify(f.sentence)
	r.cuesBefore(f, func(c *cue) bool {
		v.own = max(v.own, 1+flag(c.subject >= 0))
		if len(v.ahead) < reach {
			v.ahead = append(v.ahead, r.cueAt[c.at])
		}
		if c.subject >= 0 {
			v.nearA = c.cue.Class
		}
		return v.nearA == lexicon.NoClass || len(v.ahead) < reach
	})
	r.cuesBehind(f, func(c *cue) bool {
		v.own = max(v.own, 1+flag(c.subject >= 0))
		if len(v.after) < reach {
			v.after = append(v.after, r.cueAt[c.at])
		}
		if c.subject >= 0 && v.nearB == lexicon.NoClass {
			v.nearB = c.cue.Class
		}
		return v.nearB == lexicon.NoClass || len(v.after) < reach
	})
	n := 0
	r.verbsBefore(f, func(c *cue) bool {
		v.verbs[n] = c
		n++
		return n < len(v.verbs)
	})
	v.pick = r.sift(f)
	v.where = v.farness()
	if k := f.quote + 1; k < r.doc.Paragraphs[f.paragraph].LastQuote {
		v.nextSaid = r.anchor(&r.quotes[k])
	}
}

// only makes a candidate of whom grammar leaves.
func (r *reading) only(n int32, f *framed) candidate {
	switch {
	case n < 0:
		return candidate{mention: nobodySaid, window: nobody}
	case r.mentions[n].From > f.at:
		return candidate{mention: n, window: behind}
	}
	return candidate{mention: n, window: before}
}

// anchor answers the speaker that stands right beside a quote, whatever was decided before; -1 where none does.
func (r *reading) anchor(f *framed) int32 {
	if n, found := quoteVerbSpeaker(r, f); found {
		return n
	}
	if n, found := quoteSpeakerVerb(r, f); found {
		return n
	}
	if n, found := speakerVerbQuote(r, f); found {
		return n
	}
	return -1
}

// farness tells how far the last quote with a speaker is.
func (v *view) farness() uint64 {
	if v.last < 0 {
		return 4
	}
	l := &v.quotes[v.last]
	switch {
	case v.doc.Quotes[v.f.quote].Continues == v.last:
		return 5
	case l.sentence == v.f.sentence:
		return 0
	case l.paragraph == v.f.paragraph:
		return 1
	case v.neighbour(v.f.paragraph, -1) == l.paragraph:
		return 2
	}
	return 3
}

// relate tells how a candidate goes with a mention.
func (r *reading) relate(n, other int32) uint64 {
	switch {
	case other < 0:
		return 5
	case n == other:
		return 0
	}
	a, b := &r.mentions[n], &r.mentions[other]
	switch {
	case a.key == b.key:
		return 1
	case a.Sort.Pronoun() && !b.Sort.Pronoun():
		return 2
	case !a.Sort.Pronoun() && b.Sort.Pronoun():
		return 3
	}
	return 4
}

// decide notes what was decided for a quote.
func (r *reading) decide(f *framed, d decision) {
	r.decided[f.quote] = d
	if d.mention < 0 {
		return
	}
	r.last = f.quote
	key := r.mentions[d.mention].key
	who := &r.figures[key]
	who.spoke = min(who.spoke+1, often)
	if r.recent[0] >= 0 && r.mentions[r.recent[0]].key != key {
		r.recent[1] = r.recent[0]
	}
	r.recent[0] = d.mention
}

// forget takes all decisions back.
func (r *reading) forget() {
	r.last, r.recent = -1, [2]int32{-1, -1}
	for i := range r.figures {
		r.figures[i].spoke = 0
	}
	for i := range r.decided {
		r.decided[i] = decision{mention: nobodySaid, sieve: -1}
	}
}

// field appends all candidates of a quote: the mentions near it, earlier speakers, nobody; where grammar leaves no choice,
// one.
func (v *view) field(into []candidate) []candidate {
	r, f := v.reading, v.f
	if v.pick.sieve >= 0 && sieves[v.pick.sieve].firm {
		return append(into, r.only(v.pick.mention, f))
	}
	if f.headline || r.covering[f.at] >= 0 {
		return append(into, candidate{mention: nobodySaid, window: nobody})
	}
	if n, found := r.signed(f); found {
		return append(into, candidate{mention: n, window: behind})
	}
	if n, found := r.labels[f.quote]; found {
		into = append(into, candidate{mention: n, window: before})
	}
	into = r.candidates(f, into)
	for i, n := range r.recent {
		if n < 0 {
			continue
		}
		there := false
		for _, c := range into {
			there = there || c.mention >= 0 && (c.mention == n || r.mentions[c.mention].key == r.mentions[n].key)
		}
		if !there {
			into = append(into, candidate{mention: n, window: earlier1 + window(i)})
		}
	}
	return append(into, candidate{mention: nobodySaid, window: nobody})
}
