package extract

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"parley/model"
	"parley/model/extract/actor"
	"parley/model/extract/proposal"
	"parley/model/extract/prose"
	"parley/model/extract/speaker"
	"parley/model/extract/track"
)

// find runs the sieves over the prose.
func (r *reading) find() {
	r.tracks = r.o.table()
	r.issues = r.tracks.Hits(r.doc)
	r.cast = actor.Find(r.doc, actor.Options{
		Lang: r.lang, Known: r.known(), Explain: r.o.Explain, Bare: func(p int) bool { return r.blocks[p].heading || r.blocks[p].cell },
	})
	r.speech = speaker.Read(r.doc)
	r.attributions = r.speech.Attributions(speaker.Fitted(), r.o.Explain)
	r.speech.Done()
	r.proposals = proposal.Find(r.doc, r.o.Explain)
	r.voices()
	r.ids = make(map[uint64]int, len(r.attributions)+len(r.proposals))
	r.wrote()
	r.long()
	r.strays()
	r.doubled()
	r.quotes()
	r.text.Proposals = slices.Grow(r.text.Proposals, len(r.proposals))
	for i := range r.proposals {
		r.propose(&r.proposals[i])
	}
	r.twice()
	r.days()
}

// table answers the strands of a library.
func (o *Options) table() *track.Table {
	switch {
	case o.own != nil:
		return o.own
	case len(o.Tracks) == 0 && !o.Replace:
		return track.Shipped()
	}
	return track.NewTable(o.Tracks, o.Replace)
}

// mostStrays is how many stray marks of a file are listed one by one.
const mostStrays = 50

// long notes where the text became too long to be taken apart, and from where on no more statements of a sort were taken.
func (r *reading) long() {
	if cut := r.doc.Cut; cut < len(r.doc.Text) {
		r.problem(r.line(r.doc.Source(cut, cut+1).Start),
			fmt.Sprintf("the text is longer than is taken apart (%d words and signs, or %d quotes)", prose.MostTokens, prose.MostStatements),
			"what follows is shown as text; no statements are looked for there")
	}
	if n := len(r.attributions); n-len(r.doc.Quotes) >= prose.MostStatements {
		r.tooMany("reported statements", r.attributions[n-1].Start)
	}
	if n := len(r.proposals); n >= prose.MostStatements {
		r.tooMany("proposals", r.proposals[n-1].Cue.Start)
	}
}

func (r *reading) tooMany(what string, last int) {
	r.problem(r.line(r.doc.Source(last, last+1).Start), fmt.Sprintf("more than %d %s", prose.MostStatements, what),
		"what follows is shown as text; no more of them are looked for there")
}

// strays notes quotation marks that neither open nor close.
func (r *reading) strays() {
	for i, s := range r.doc.Strays {
		at := r.doc.Source(int(s.At), int(s.At)+1)
		if i == mostStrays {
			r.problem(r.line(at.Start), fmt.Sprintf("%d more quotation marks without their other half", len(r.doc.Strays)-i), "they were left out")
			break
		}
		r.problem(r.line(at.Start), "a quotation mark "+string(s.Mark)+" without its other half", "it was left out")
	}
}

// doubled notes, once a file, that words between doubled apostrophes are not taken to be verbatim.
func (r *reading) doubled() {
	n, line := 0, 0
	for i := range r.doc.Quotes {
		if q := &r.doc.Quotes[i]; !q.Verbatim {
			if n++; n == 1 {
				line = r.line(r.doc.Source(int(q.OuterStart), int(q.OuterEnd)).Start)
			}
		}
	}
	if n > 0 {
		r.problem(line, "uses '' as quotation marks, "+times(n), "shown as reported speech; write “marks: doubled” in the front matter to read them as quotes")
	}
}

func times(n int) string {
	if n == 1 {
		return "once"
	}
	return strconv.Itoa(n) + " times"
}

// finish counts, and puts everything in the order of the text.
func (r *reading) finish() {
	t, b := &r.text, &r.text.Briefing
	for i := 1; i < len(t.Quotes); i++ { // mostly they stand in order: a quote is large, and a sort copies each
		if t.Quotes[i].Span.Start < t.Quotes[i-1].Span.Start {
			slices.SortStableFunc(t.Quotes, func(x, y model.Quote) int { return cmp.Compare(x.Span.Start, y.Span.Start) })
			break
		}
	}
	slices.SortStableFunc(t.Proposals, func(x, y model.Proposal) int { return cmp.Compare(x.Span.Start, y.Span.Start) })
	r.actors()
	for i := range t.Quotes {
		if t.Quotes[i].Kind != model.Term {
			b.Quotes++
		}
		for _, name := range t.Quotes[i].Tracks {
			b.Tracks = addOnce(b.Tracks, name)
		}
	}
	for i := range t.Proposals {
		for _, name := range t.Proposals[i].Tracks {
			b.Tracks = addOnce(b.Tracks, name)
		}
	}
	b.Tracks = r.ordered(b.Tracks)
	b.Proposals, b.Actors = len(t.Proposals), len(t.Actors)
	for i := range r.doc.Paragraphs {
		if !r.blocks[i].heading {
			b.Paragraphs = max(b.Paragraphs, int(r.doc.Paragraphs[i].Number))
		}
	}
	b.Words = r.doc.Words()
	slices.SortStableFunc(b.Problems, func(x, y model.Problem) int { return cmp.Compare(x.Line, y.Line) })
}

// ordered puts tracks in the order of the library's, others behind in their own.
func (r *reading) ordered(tracks []string) []string {
	place := func(name string) int {
		if i := slices.Index(r.tracks.Names(), name); i >= 0 {
			return i
		}
		return 1 << 20
	}
	slices.SortStableFunc(tracks, func(x, y string) int { return cmp.Compare(place(x), place(y)) })
	return tracks
}

// days resolves the relative days.
func (r *reading) days() {
	for _, d := range track.Days(r.doc, r.text.Briefing.Date, r.lang) {
		at := r.doc.Source(d.Start, d.End)
		d.Start, d.End = at.Start, at.End
		d.Words = clean(d.Words)
		r.text.Days = append(r.text.Days, d)
	}
}
