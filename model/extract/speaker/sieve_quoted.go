package speaker

import (
	"parley/model/extract/lexicon"
	"parley/model/extract/prose"
)

// The Post quoted Quill as saying that “…” · “…,” her spokesman quoted her as saying · Quill was quoted by the Post as saying “…”
//
// Rules:
//   - A form of "quote" or "cite", then "as" and a verb on -ing (saying, having said), twenty words apart at most, nothing
//     that is quoted between them. The quote is what that verb governs, or ends before the clause with a comma.
//   - Active: whom the verb has for an object speaks, by the name that stands in commas behind a role; passive: its subject.
//     Who quotes passes the words on.
//   - Another verb of speech between, with a subject of its own, takes the quote; then this sieve has no say.

const quotingReach = 20

func quotedAs(r *reading, f *framed) (int32, bool) {
	if n, _, found := r.quoting(f); found {
		return n, true
	}
	return 0, false
}

// quoting answers whom somebody quotes in the sentence of a quote, and who quotes; -1 where nobody is named for it.
func (r *reading) quoting(f *framed) (who, relay int32, found bool) {
	s := r.doc.Sentences[f.sentence]
	look := func(c *cue) bool {
		if !quotes(c) {
			return true
		}
		saying := r.asSaying(c, s)
		if saying < 0 || f.at > c.at && (f.at < saying || r.takenOver(saying, f)) {
			return true
		}
		if f.at < c.at && !r.seam(f) {
			return true
		}
		who, relay = r.quotedOne(c, saying)
		found = who >= 0
		return !found
	}
	r.cuesBefore(f, look)
	if !found {
		r.cuesBehind(f, look)
	}
	return who, relay, found
}

// quotes tells forms of "quote" and "cite" that have an object: not "citing".
func quotes(c *cue) bool {
	return isQuote(c.cue.Lemma) && !c.gerund()
}

// isQuote tells the lemmas "quote" and "cite".
func isQuote(lemma uint16) bool {
	name := lexicon.Cues().Lemmas[lemma]
	return name == "quote" || name == "cite"
}

// asSaying answers the verb on -ing behind "as", in masked tokens; -1 where none is.
func (r *reading) asSaying(c *cue, s prose.Sentence) int32 {
	for m := c.at + 1; m+1 < s.To && m < c.at+quotingReach; m++ {
		t := &r.toks[m]
		if t.quote >= 0 || t.kind == prose.Semicolon {
			return -1
		}
		if t.hash == hashAs && r.toks[m+1].ending == endsIng {
			return m + 1
		}
	}
	return -1
}

// takenOver tells whether a verb of speech with a subject of its own stands between "saying" and a quote.
func (r *reading) takenOver(saying int32, f *framed) bool {
	taken := false
	r.cuesBefore(f, func(c *cue) bool {
		if c.at <= saying {
			return false
		}
		taken = judges(c) && c.order == straight && c.subject >= 0 && r.mentions[c.subject].From > saying
		return !taken
	})
	return taken
}

// quotedOne answers who is quoted by a cue, and by whom.
func (r *reading) quotedOne(c *cue, saying int32) (who, relay int32) {
	relay = -1
	if c.passive || r.toks[c.at+1].is(by) {
		for m := c.at + 1; m+1 < int32(len(r.toks)) && m <= saying+2; m++ {
			if r.toks[m].is(by) {
				relay = r.covering[m+1]
				break
			}
		}
		return c.subject, relay
	}
	return r.byName(r.covering[c.at+1]), c.subject
}

// byName answers the name that stands in commas right behind a mention that is none; else the mention.
func (r *reading) byName(n int32) int32 {
	if n < 0 || r.mentions[n].Sort.Named() && r.mentions[n].Sort != TheName {
		return n
	}
	m := r.mentions[n].To
	if int(m)+2 >= len(r.toks) || r.toks[m].kind != prose.Comma {
		return n
	}
	a := r.covering[m+1]
	if a < 0 || r.mentions[a].From != m+1 || r.mentions[a].Sentence != r.mentions[n].Sentence {
		return n
	}
	if o := &r.mentions[a]; o.Sort != FullName && o.Sort != RoleName && o.Sort != Name || int(o.To) >= len(r.toks) {
		return n
	}
	switch r.toks[r.mentions[a].To].kind {
	case prose.Comma, prose.Stop, prose.Close, prose.Colon, prose.Mark, prose.Dash:
		return a
	}
	return n
}

// quotedObject tells "her" of "quoted her as saying".
func (r *reading) quotedObject(m int32, s prose.Sentence) bool {
	if m == s.From || m+2 >= s.To || r.toks[m+1].hash != hashAs || r.toks[m+2].ending != endsIng {
		return false
	}
	c := r.toks[m-1].cue
	return c.Class != lexicon.NoClass && isQuote(c.Lemma)
}

var hashHim, hashHer = lexicon.Hash("him"), lexicon.Hash("her")

func objectSort(t *tok) Sort {
	switch t.hash {
	case hashHim:
		return He
	case hashHer:
		return She
	}
	return They
}
