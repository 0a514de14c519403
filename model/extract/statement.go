package extract

import (
	"slices"
	"sort"
	"strings"

	"parley/model"
	"parley/model/extract/actor"
	"parley/model/extract/lexicon"
	"parley/model/extract/speaker"
)

// quotes makes statements of what the speaker sieves found.
func (r *reading) quotes() {
	ids := make([]string, len(r.attributions))
	speakers := make([]model.Mention, 0, len(ids)) // one piece of memory for all
	r.text.Quotes = slices.Grow(r.text.Quotes, len(ids))
	for i := range r.attributions {
		a := &r.attributions[i]
		p := r.doc.ParagraphAt(a.Start)
		at := r.doc.Source(a.Start, a.End)
		if r.blocks[p].heading || a.End <= a.Start || r.left(at) && (a.Quote < 0 || !r.inTurn(at)) {
			continue
		}
		n := len(r.text.Quotes)
		r.text.Quotes = append(r.text.Quotes, model.Quote{}) // filled in where it stays: it is large
		q := &r.text.Quotes[n]
		if a.Speaker != nil {
			speakers = append(speakers, r.mention(a))
			q.Speaker = &speakers[len(speakers)-1]
		}
		q.Text = r.words(a.Start, a.End)
		if !r.stated(q, a, p) {
			r.text.Quotes = r.text.Quotes[:n]
			continue
		}
		r.own(q, a, at)
		r.place(&q.Span, at, p)
		q.ID = r.id('q', q.Span, q.Text)
		q.Date, q.Reason, q.Via = r.text.Briefing.Date, a.Reason, r.via(a)
		q.About, q.Tracks, q.Cited = r.about(a), r.tracksOf(a.Start, a.End), r.cited(a)
		ids[i] = q.ID
		if a.Continues >= 0 && a.Continues < i {
			q.Continues = ids[a.Continues]
		}
		r.explainQuote(q.ID, a)
	}
}

// stated settles what sort of quote the words of somebody are and how surely theirs; false: they are no statement.
func (r *reading) stated(q *model.Quote, a *speaker.Attribution, paragraph int) bool {
	q.Kind, q.Grade, q.Certainty = a.Kind, a.Grade, a.Certainty
	if q.Text == "" || r.blocks[paragraph].comment && !r.ownVoice(q) || r.openThing(q, a) {
		return false
	}
	if q.Speaker == nil {
		if q.Grade == model.OnRecord {
			q.Grade = model.Unnamed
		}
		return true
	}
	if q.Grade == model.Unnamed && q.Speaker.Actor != "" && r.stands(a) {
		q.Grade = model.OnRecord
	}
	if !a.Speaker.Sort.Pronoun() {
		return true
	}
	if q.Grade == model.OnRecord && q.Speaker.Actor == "" {
		q.Grade = model.Unnamed // "she" whom nobody can tell from another is not named
	}
	if r.cast.Close(a.Speaker.Start) {
		q.Certainty = model.Doubtful
	}
	return true
}

// ownVoice makes of a quote what it is where the analyst speaks: nobody's statement. A fragment is a term there, unless somebody
// is named who said it; reported speech of others is the analyst's own account, and no quote.
func (r *reading) ownVoice(q *model.Quote) bool {
	q.Grade = model.Narrator
	named := false
	if q.Speaker != nil {
		n, ok := r.byID[q.Speaker.Actor]
		named = ok && !r.cast.Actors[n].Unnamed && r.cast.Actors[n].Kind != model.Outlet
	}
	if !named && q.Kind == model.Partial {
		q.Kind = model.Term
	}
	return named || q.Kind != model.Indirect
}

// openThing tells reported speech of an "it" or "which" that nothing tells: somebody has to have said it.
func (r *reading) openThing(q *model.Quote, a *speaker.Attribution) bool {
	if q.Kind != model.Indirect || a.Quote >= 0 || q.Speaker == nil || q.Speaker.Actor != "" {
		return false
	}
	return a.Speaker.Sort == speaker.It || a.Speaker.Sort == speaker.Who
}

// stands tells words that stand for somebody who is named: "he", "the minister" behind whose commas a name is.
func (r *reading) stands(a *speaker.Attribution) bool {
	n, ok := r.heard(a.Speaker)
	if !ok {
		return false
	}
	x := &r.cast.Actors[n]
	if x.Unnamed || x.Local {
		return false
	}
	return a.Speaker.Sort.Pronoun() && x.Kind != model.Group || a.Speaker.Sort == speaker.Role && x.Kind == model.Person
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
func (r *reading) mention(a *speaker.Attribution) model.Mention {
	m := r.mentionAt(int(a.Speaker.Start), int(a.Speaker.End))
	if a.Speaker.Sort == speaker.Who && a.Full != nil {
		m.Name = unopened(r.words(int(a.Full.Start), int(a.Full.End))) // whom "who" belongs to, though that be nobody named
	}
	if n, ok := r.heard(a.Speaker); ok {
		m.Name, m.Actor = r.cast.Actors[n].Name, r.actorIDs[n]
	}
	return m
}

// mentionAt answers whom some words stand for.
func (r *reading) mentionAt(start, end int) model.Mention {
	at := r.doc.Source(start, end)
	words := r.words(start, end)
	m := model.Mention{Name: unopened(words), Words: words, Start: at.Start, End: at.End}
	if n := r.cast.Of(start, end); n >= 0 {
		x := &r.cast.Actors[n]
		m.Actor = r.actorIDs[n]
		if !x.Unnamed || x.Kind != model.Group || !strings.HasSuffix(words, " "+x.Name) {
			m.Name = x.Name
		}
	}
	return m
}

// unopened answers words that name nobody as they stand within a sentence: "both sides".
func unopened(words string) string {
	if first, _, more := strings.Cut(words, " "); more && openers.Has(lexicon.Hash(first)) {
		return actor.Lowered(words)
	}
	return words
}

// via answers by their names those who pass the words on, and the outlets in between.
func (r *reading) via(a *speaker.Attribution) []string {
	var names []string
	if name := r.relay(a); name != "" {
		names = addOnce(names, name)
	}
	for _, place := range a.Via {
		if name := r.outlet(place); name != "" {
			names = addOnce(names, name)
		}
	}
	return names
}

// relay answers who passes the words on: an actor, or a name that is nobody yet, as papers' often are.
func (r *reading) relay(a *speaker.Attribution) string {
	at := a.Relay
	if at.End <= at.Start || a.Speaker == nil {
		return ""
	}
	if n := r.cast.Of(at.Start, at.End); n >= 0 {
		if own, ok := r.heard(a.Speaker); ok && own == n {
			return ""
		}
		return r.cast.Actors[n].Name
	}
	name := r.words(at.Start, at.End)
	if first, rest, _ := strings.Cut(name, " "); strings.EqualFold(first, "the") {
		name = rest
	}
	if name == strings.ToLower(name) {
		return ""
	}
	return name
}

// outlet answers the outlet that some words name.
func (r *reading) outlet(place model.Range) string {
	if n := r.cast.Of(place.Start, place.End); n >= 0 && r.cast.Actors[n].Kind == model.Outlet {
		return r.cast.Actors[n].Name
	}
	return ""
}

// tracksOf answers the strands of a statement: of the heading above it; else by its own words, its sentence, its paragraph;
// else those of the front matter.
func (r *reading) tracksOf(start, end int) []string {
	p := r.doc.ParagraphAt(start)
	at := 0
	if len(r.marks.Tracks) > 0 {
		at = r.doc.Source(start, end).Start
	}
	if t := r.headTracks(r.blocks[p].node, at); len(t) > 0 {
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
	if t := r.tracks.Within(r.issues, max(b.Start, int32(start-near)), min(b.End, int32(end+near))); len(t) > 0 {
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
	if b.FirstSentence >= b.LastSentence {
		return b.Start, b.End
	}
	first, last := r.sentenceAt(start), r.sentenceAt(max(start, end-1))
	from, _ = r.sentenceBytes(first)
	_, to = r.sentenceBytes(last)
	if first == int(b.FirstSentence) {
		from = min(from, int32(start))
	}
	return max(from, int32(start-near)), min(max(to, int32(end)), int32(end+near))
}

// near bounds how far from a statement its sentence and paragraph are looked at, in bytes: a text without full stops costs no
// more than another.
const near = 4 << 10

// sentenceAt answers the sentence of a paragraph in which a byte stands: the last one that begins before it.
func (r *reading) sentenceAt(at int) int {
	b := &r.doc.Paragraphs[r.doc.ParagraphAt(at)]
	first, past := int(b.FirstSentence), int(b.LastSentence)
	for past-first > 1 {
		middle := int(uint(first+past) / 2)
		if int(r.doc.Sentences[middle].Start) <= at {
			first = middle
		} else {
			past = middle
		}
	}
	return first
}

func (r *reading) sentenceBytes(n int) (from, to int32) {
	s := &r.doc.Sentences[n]
	return s.Start, s.End
}
