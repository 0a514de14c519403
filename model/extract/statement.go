package extract

import (
	"sort"
	"strings"

	"parley/model"
	"parley/model/extract/proposal"
	"parley/model/extract/speaker"
)

// quotes makes statements of what the speaker sieves found.
func (r *reading) quotes() {
	ids := make([]string, len(r.attributions))
	for i := range r.attributions {
		a := &r.attributions[i]
		p := r.doc.ParagraphAt(a.Start)
		if r.blocks[p].heading || a.End <= a.Start || r.left(r.doc.Source(a.Start, a.End)) {
			continue
		}
		q := model.Quote{
			Span: r.span(a.Start, a.End), Text: r.words(a.Start, a.End), Kind: a.Kind, Grade: a.Grade, Speaker: r.mention(a),
			Date: r.text.Briefing.Date, Certainty: a.Certainty, Reason: a.Reason, Via: r.via(a),
		}
		if q.Text == "" {
			continue
		}
		if r.blocks[p].comment && q.Kind != model.Term {
			q.Grade = model.Narrator
		}
		if q.Speaker == nil && q.Grade == model.OnRecord {
			q.Grade = model.Unnamed
		}
		q.About = r.about(a)
		q.Tracks = r.tracksOf(a.Start, a.End)
		q.ID = r.id('q', q.Span, q.Text)
		q.Cited = r.cited(a)
		ids[i] = q.ID
		if a.Continues >= 0 && a.Continues < i {
			q.Continues = ids[a.Continues]
		}
		r.text.Quotes = append(r.text.Quotes, q)
		r.explainQuote(q.ID, a)
	}
}

// about answers whom the words of a fragment are about: those who are named between the verb of speech and the fragment.
func (r *reading) about(a *speaker.Attribution) []string {
	if a.Kind == model.Direct || a.Speaker == nil || int(a.Speaker.Start) > a.Start {
		return nil
	}
	from := int(a.Speaker.End)
	if a.Cue.End > from && a.Cue.End <= a.Start {
		from = a.Cue.End
	}
	start, _ := r.sentence(a.Start, a.End)
	var names []string
	for _, m := range r.cast.Within(max(from, int(start)), a.Start) {
		if x := &r.cast.Actors[m.Actor]; !m.Modifier && x.Kind != model.Outlet {
			names = addOnce(names, x.Name)
		}
	}
	return names
}

// cited answers the footnote behind a quote, before its sentence ends.
func (r *reading) cited(a *speaker.Attribution) string {
	if len(r.marks.Notes) == 0 {
		return ""
	}
	_, end := r.sentence(a.Start, a.End)
	from, to := r.doc.Source(a.Start, a.End).End, r.doc.Source(a.Start, int(end)).End
	note, ok := r.marks.NoteIn(from, to+1)
	if !ok {
		return ""
	}
	return clean(note.Text)
}

// mention makes a speaker of what was found: the words as they stand, the name whom they stand for.
func (r *reading) mention(a *speaker.Attribution) *model.Mention {
	if a.Speaker == nil {
		return nil
	}
	m := r.mentionAt(int(a.Speaker.Start), int(a.Speaker.End))
	if n, ok := r.spoke[a.Speaker.Number]; ok {
		m.Name, m.Actor = r.cast.Actors[n].Name, r.actorIDs[n]
	}
	return &m
}

// mentionAt answers whom some words stand for.
func (r *reading) mentionAt(start, end int) model.Mention {
	at := r.doc.Source(start, end)
	words := r.words(start, end)
	m := model.Mention{Name: words, Words: words, Start: at.Start, End: at.End}
	if n := r.cast.Of(start, end); n >= 0 {
		m.Name = r.cast.Actors[n].Name
		m.Actor = r.actorIDs[n]
	}
	return m
}

// via answers the outlets in between by their names.
func (r *reading) via(a *speaker.Attribution) []string {
	var names []string
	for _, place := range a.Via {
		if name := r.outlet(place); name != "" {
			names = addOnce(names, name)
		}
	}
	return names
}

// outlet answers the outlet that some words name.
func (r *reading) outlet(place model.Range) string {
	if n := r.cast.Of(place.Start, place.End); n >= 0 && r.cast.Actors[n].Kind == model.Outlet {
		return r.cast.Actors[n].Name
	}
	return ""
}

// propose makes a statement of a proposal.
func (r *reading) propose(h *proposal.Hit) {
	start, end := h.Content.Start, h.Content.End
	p := r.doc.ParagraphAt(start)
	if r.blocks[p].heading || r.blocks[p].comment || end <= start || h.InQuote || r.left(r.doc.Source(start, end)) {
		return
	}
	s := model.Proposal{
		Span: r.span(start, end), Text: r.words(start, end), Predicate: h.Predicate, Stance: h.Stance, Certainty: h.Certainty,
		Reason: h.Reason, Date: r.text.Briefing.Date, Grade: model.OnRecord,
	}
	if s.Stance == model.Silent {
		s.Stance = stanceOf(h.Predicate)
	}
	s.Actors = r.by(h.Actors)
	for _, e := range h.Elements {
		at := r.doc.Source(e.Start, e.End)
		s.Elements = append(s.Elements, model.Element{Text: r.words(e.Start, e.End), Start: at.Start, End: at.End})
	}
	if s.Text == "" {
		return
	}
	s.Grade = r.graded(h, s.Actors)
	s.Via = r.through(h)
	s.Tracks = r.tracksOf(start, end)
	s.ID = r.id('p', s.Span, s.Text)
	r.text.Proposals = append(r.text.Proposals, s)
	r.explainProposal(s.ID, h)
}

// graded answers how near a proposal is to a named mouth.
func (r *reading) graded(h *proposal.Hit, by []model.Mention) model.Grade {
	if h.Hedged {
		return model.Reported
	}
	if h.Speaker.End > h.Speaker.Start {
		n := r.cast.Of(h.Speaker.Start, h.Speaker.End)
		if n < 0 || r.cast.Actors[n].Kind == model.Outlet {
			return model.Reported
		}
	}
	if len(by) == 0 {
		return model.Reported
	}
	for _, m := range by {
		if m.Actor == "" {
			continue
		}
		if !r.unnamed(m.Actor) {
			return model.OnRecord
		}
	}
	return model.Unnamed
}

// unnamed tells whether an actor of the text is nobody by name.
func (r *reading) unnamed(id string) bool {
	n, ok := r.byID[id]
	return ok && r.cast.Actors[n].Unnamed
}

// through answers the outlets that the sentence of a proposal names as its source: "according to a Meridian Wire report".
func (r *reading) through(h *proposal.Hit) []string {
	from, to := r.sentence(h.Content.Start, h.Content.End)
	var names []string
	for _, m := range r.cast.Within(int(from), int(to)) {
		if a := &r.cast.Actors[m.Actor]; a.Kind == model.Outlet && r.source(int(m.Start)) {
			names = addOnce(names, a.Name)
		}
	}
	return names
}

// source tells whether an outlet is named as where something is from: "told", "according to" or "reported" beside it.
func (r *reading) source(at int) bool {
	i := r.doc.TokenAt(at)
	for k := max(0, i-4); k < min(i+4, int32(len(r.doc.Tokens))); k++ {
		switch strings.ToLower(r.doc.Word(k)) {
		case "told", "according", "reported", "reports", "report", "quoted", "writes", "wrote", "interview":
			return true
		}
	}
	return false
}

// stanceOf answers what a predicate says about being for or against.
func stanceOf(p model.Predicate) model.Stance {
	switch p {
	case model.Reject:
		return model.Against
	case model.Concede:
		return model.Conditional
	case model.Float:
		return model.Unclear
	}
	return model.For
}

// tracksOf answers the strands of a statement: of the heading above it; else by its own words, its sentence, its paragraph;
// else those of the front matter.
func (r *reading) tracksOf(start, end int) []string {
	p := r.doc.ParagraphAt(start)
	if t := r.headTracks(r.blocks[p].node, r.doc.Source(start, end).Start); len(t) > 0 {
		return t
	}
	if t := r.tracks.Within(r.issues, int32(start), int32(end)); len(t) > 0 {
		return t
	}
	from, to := r.sentence(start, end)
	if t := r.tracks.Within(r.issues, from, to); len(t) > 0 {
		return t
	}
	b := &r.doc.Paragraphs[p]
	if t := r.tracks.Within(r.issues, b.Start, b.End); len(t) > 0 {
		return t
	}
	return r.front()
}

// front answers the tracks of the front matter in the library's spelling.
func (r *reading) front() []string {
	var out []string
	for _, name := range r.document.Front.Tracks {
		out = addOnce(out, r.trackName(name))
	}
	return out
}

func (r *reading) trackName(name string) string {
	if known, ok := r.tracks.Named(name); ok {
		return known
	}
	return clean(name)
}

// headTracks answers the tracks that the headings above a place name: "Track: X", "X {track}", or a strand's own name.
func (r *reading) headTracks(node, at int) []string {
	all := r.marks.Tracks
	for i := sort.Search(len(all), func(i int) bool { return all[i].Start > at }) - 1; i >= 0; i-- {
		if at < all[i].End {
			return []string{r.trackName(all[i].Name)}
		}
	}
	if node < 0 {
		return nil
	}
	heads := r.document.Nodes[node].Heads
	for i := len(heads) - 1; i >= 0; i-- {
		if name, ok := r.tracks.Named(strings.TrimRight(strings.TrimSpace(heads[i]), ":.")); ok {
			return []string{name}
		}
	}
	return nil
}

// sentence answers the sentences that a stretch touches.
func (r *reading) sentence(start, end int) (from, to int32) {
	b := &r.doc.Paragraphs[r.doc.ParagraphAt(start)]
	from, to = b.Start, b.End
	for s := b.FirstSentence; s < b.LastSentence; s++ {
		first, last := r.doc.SentenceTokens(int(s))
		if first >= last {
			continue
		}
		if x := r.doc.Tokens[first].Start; int(x) <= start {
			from = x
		}
		if x := r.doc.Tokens[last-1].End; int(x) >= end {
			return from, x
		}
	}
	return from, to
}
