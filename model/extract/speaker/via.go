package speaker

import (
	"parley/model"
	"parley/model/extract/lexicon"
	"parley/model/extract/prose"
)

// Via: the outlets in between. Which names are outlets, the gazetteer knows; here is where they stand.
//
// Rules:
//   - "told X": whom the words were told, where a name stands there.
//   - "in an interview with X", "in remarks to X": the same.
//   - "according to X", "X reported": where X is a name or a paper and somebody else is the speaker.
//   - A paper as a speaker ("the report") and a hedge ("are said to") have the via of the statement before them, where that
//     stands in the same paragraph or the one before: nobody else has been named as a source since.

var (
	hashWith      = lexicon.Hash("with")
	hashInterview = lexicon.Hash("interview")
)

// via finds the outlets of an attribution; earlier are those of the text before it.
func (r *reading) via(f *framed, a *Attribution, earlier *Attribution) {
	if a.Kind == model.Term {
		return
	}
	told := func(c *cue) bool { r.toldTo(c, a); return true }
	r.cuesBefore(f, told)
	r.cuesBehind(f, told)
	r.sourceOf(f, a)
	if len(a.Via) > 0 || earlier == nil || len(earlier.Via) == 0 {
		return
	}
	inherits := a.Hedged || a.Speaker != nil && a.Speaker.Sort == Speech && r.toks[a.Speaker.From].hash == hashThe
	if inherits && r.near(f, earlier) {
		a.Via = earlier.Via
	}
}

// near tells whether an earlier attribution stands in the paragraph of a quote or in the one before.
func (r *reading) near(f *framed, earlier *Attribution) bool {
	p := r.doc.Quotes[earlier.Quote].Paragraph
	return p == f.paragraph || p == r.neighbour(f.paragraph, -1)
}

// toldTo adds the name that stands right after "told".
func (r *reading) toldTo(c *cue, a *Attribution) {
	if r.toks[c.at].cue.Lemma != lexicon.Cues().Lemma("tell") || a.Speaker == nil || c.subject < 0 {
		return
	}
	if s := &r.mentions[c.subject]; s != a.Speaker && s.key != a.Speaker.key {
		return
	}
	if int(c.at)+1 < len(r.covering) {
		r.addVia(r.covering[c.at+1], a)
	}
}

// sourceOf adds "according to X", "X reported" and "in an interview with X".
func (r *reading) sourceOf(f *framed, a *Attribution) {
	s := r.doc.Sentences[f.sentence]
	for m := max(s.From, f.at-40); m+2 < min(s.To, f.at+40); m++ {
		t := &r.toks[m]
		switch {
		case t.hash == hashAccording && r.toks[m+1].is(to):
			r.addVia(r.covering[m+2], a)
		case t.hash == hashInterview && (r.toks[m+1].hash == hashWith || r.toks[m+1].is(to)) && t.kind == prose.Word:
			r.addVia(r.covering[m+2], a)
		}
	}
	report := lexicon.Cues().Lemma("report")
	found := func(c *cue) bool {
		if c.cue.Lemma == report && c.subject >= 0 {
			r.addVia(c.subject, a)
		}
		return true
	}
	r.cuesBefore(f, found)
	r.cuesBehind(f, found)
}

// addVia adds a mention that is a name or a paper, and not the speaker.
func (r *reading) addVia(n int32, a *Attribution) {
	if n < 0 {
		return
	}
	m := &r.mentions[n]
	if a.Speaker != nil && (m == a.Speaker || m.key == a.Speaker.key) || !m.Sort.Named() && m.Sort != Speech {
		return
	}
	place := model.Range{Start: int(m.Start), End: int(m.End)}
	for _, v := range a.Via {
		if v == place {
			return
		}
	}
	a.Via = append(a.Via, place)
}
