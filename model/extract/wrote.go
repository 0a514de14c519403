package extract

import (
	"sort"
	"strings"

	"parley/model"
	"parley/model/extract/lexicon"
	"parley/model/extract/written"
	"parley/model/text"
)

// What a person wrote: statements that a mark gives to somebody. They are sure, and nothing is found where they stand.

// left tells whether a stretch of the source belongs to a mark.
func (r *reading) left(at model.Range) bool {
	leave := r.marks.Leave
	i := sort.Search(len(leave), func(i int) bool { return leave[i].End > at.Start })
	return i < len(leave) && leave[i].Start < at.End
}

// inTurn tells a stretch within a turn or a question of a transcript.
func (r *reading) inTurn(at model.Range) bool {
	turns := r.marks.Turns
	i := sort.Search(len(turns), func(i int) bool { return turns[i].End > at.Start })
	return i < len(turns) && turns[i].Start < at.Start && at.End <= turns[i].End
}

// wrote makes statements of the marks.
func (r *reading) wrote() {
	last := ""
	for i := range r.marks.Quotes {
		q := r.quoted(&r.marks.Quotes[i])
		if r.marks.Quotes[i].Continues {
			q.Continues = last
		}
		last = q.ID
		r.text.Quotes = append(r.text.Quotes, q)
		r.explainWritten(q.ID, r.marks.Quotes[i].Rule)
	}
	for i := range r.marks.Proposals {
		p := r.proposed(&r.marks.Proposals[i])
		r.text.Proposals = append(r.text.Proposals, p)
		r.explainWritten(p.ID, p.Reason)
	}
	for i := range r.marks.Positions {
		if m := &r.marks.Positions[i]; m.Stance != model.Silent {
			p := r.positioned(m)
			r.text.Proposals = append(r.text.Proposals, p)
			r.explainWritten(p.ID, p.Reason)
		}
	}
	for _, p := range r.marks.Problems {
		p.File = r.file
		r.text.Briefing.Problems = append(r.text.Briefing.Problems, p)
	}
}

// quoted makes a quote of a mark.
func (r *reading) quoted(m *written.Quote) model.Quote {
	q := model.Quote{
		Span: r.placed(m.Place), Text: clean(m.Text), Kind: m.Kind, Grade: model.OnRecord, Via: r.outlets(m.Via),
		Date: r.dated(m.Date), Origin: model.Written, Certainty: model.Sure, Reason: m.Rule, Stance: m.Stance, Cited: clean(m.Cited),
	}
	switch {
	case m.Speaker == nil:
		q.Grade = model.Unnamed
	default:
		s := r.namedBy(m.Speaker)
		q.Speaker = &s
		if anonymous(m.Speaker.Name) {
			q.Grade = model.Unnamed
		}
	}
	if r.isComment(m.Node) {
		q.Grade = model.Narrator
	}
	if m.Grade != nil {
		q.Grade = *m.Grade
	}
	q.Tracks = r.writtenTracks(m.Tracks, m.Place)
	q.ID = r.id('q', q.Span, q.Text)
	return q
}

// proposed makes a proposal of a mark.
func (r *reading) proposed(m *written.Proposal) model.Proposal {
	p := model.Proposal{
		Span: r.placed(m.Place), Text: clean(m.Text), Title: clean(m.Title), Predicate: m.Predicate, Stance: m.Stance,
		Elements: m.Elements, Grade: model.OnRecord, Via: r.outlets(m.Via), Date: r.dated(m.Date), Origin: model.Written,
		Certainty: model.Sure, Reason: m.Rule,
	}
	for i := range m.By {
		p.Actors = append(p.Actors, r.namedBy(&m.By[i]))
	}
	if m.Grade != nil {
		p.Grade = *m.Grade
	}
	if p.Text == "" {
		p.Text = p.Title
	}
	if p.Stance == model.Silent {
		p.Stance = stanceOf(p.Predicate)
	}
	p.Tracks = r.writtenTracks(m.Tracks, m.Place)
	p.ID = r.id('p', p.Span, p.Text)
	return p
}

// positioned makes a proposal of where somebody stands on an issue.
func (r *reading) positioned(m *written.Position) model.Proposal {
	p := model.Proposal{
		Span: r.placed(m.Place), Text: clean(m.Text), Title: clean(m.Issue), Stance: m.Stance, Grade: model.OnRecord,
		Date: r.dated(m.Date), Origin: model.Written, Certainty: model.Sure, Reason: m.Rule, Predicate: predicateOf(m.Stance),
		Actors: []model.Mention{r.namedBy(&m.Actor)},
	}
	if p.Text == "" {
		p.Text = p.Title
	}
	p.Tracks = r.writtenTracks(m.Tracks, m.Place)
	if t := r.tracks.Of(m.Issue); len(m.Tracks) == 0 && len(t) > 0 {
		p.Tracks = t
	}
	p.ID = r.id('p', p.Span, p.Title+"\n"+p.Text)
	return p
}

// predicateOf answers what a stance says somebody does.
func predicateOf(s model.Stance) model.Predicate {
	switch s {
	case model.Against:
		return model.Reject
	case model.Conditional:
		return model.Concede
	case model.Unclear:
		return model.Float
	}
	return model.Propose
}

func (r *reading) placed(p written.Place) model.Span {
	return model.Span{File: r.file, Start: p.Start, End: p.End, Line: max(1, p.Line), Paragraph: p.Paragraph}
}

func (r *reading) dated(d model.Date) model.Date {
	if d == "" {
		return r.text.Briefing.Date
	}
	return d
}

// namedBy answers whom a mark names.
func (r *reading) namedBy(n *written.Name) model.Mention {
	m := model.Mention{Name: clean(n.Name), Words: clean(n.Name), Start: n.Start, End: n.End}
	if m.Start >= m.End {
		m.Start, m.End = 0, 0
	} else if m.End <= len(r.src) {
		m.Words = clean(string(r.src[m.Start:m.End]))
	}
	k := r.cast.Named(n.Name)
	if name, titled := untitled(n.Name); k < 0 && titled {
		k = r.surnamed(name)
	}
	if k >= 0 {
		m.Name, m.Actor = r.cast.Actors[k].Name, r.actorIDs[k]
	}
	return m
}

// untitled answers "Quill" of "Mr. Quill".
func untitled(name string) (string, bool) {
	title, last, more := strings.Cut(name, " ")
	return last, more && honorifics.Has(lexicon.Hash(strings.TrimSuffix(title, ".")))
}

// surnamed answers the one person of the text whose name ends in a word: whom "Mr. Quill" means. -1: nobody, or several.
func (r *reading) surnamed(name string) int {
	key := " " + text.Fold(name)
	if n, ok := r.surnames[key]; ok {
		return n
	}
	found := -1
	for i := range r.cast.Actors {
		a := &r.cast.Actors[i]
		if a.Kind != model.Person || a.Unnamed || !strings.HasSuffix(text.Fold(a.Name), key) {
			continue
		}
		if found >= 0 {
			found = -1
			break
		}
		found = i
	}
	if r.surnames == nil {
		r.surnames = map[string]int{}
	}
	r.surnames[key] = found
	return found
}

var honorifics = lexiconOf("mr", "mrs", "ms", "miss", "mx", "dr", "sir", "dame", "lord", "lady")

// outlets answers outlets by their own names.
func (r *reading) outlets(names []string) []string {
	var out []string
	for _, name := range names {
		name = r.cast.Canonical(clean(name))
		if k := r.cast.Named(name); k >= 0 {
			name = r.cast.Actors[k].Name
		}
		out = addOnce(out, name)
	}
	return out
}

// anonymous tells "a Union official" from a name.
func anonymous(name string) bool {
	first, _, _ := strings.Cut(strings.TrimSpace(name), " ")
	switch text.Fold(first) {
	case "a", "an", "one", "some", "several", "many", "two", "three", "officials", "diplomats", "sources", "ein", "eine", "un", "une", "una":
		return strings.Contains(name, " ") || first == strings.ToLower(first)
	}
	return false
}

// writtenTracks answers the strands of a mark: its own, else those of the headings above, its words, the front matter.
func (r *reading) writtenTracks(own []string, p written.Place) []string {
	var out []string
	for _, t := range own {
		out = addOnce(out, r.trackName(t))
	}
	if len(out) > 0 {
		return out
	}
	if t := r.headTracks(p.Node, p.Start); len(t) > 0 {
		return t
	}
	if t := r.tracks.Of(p.Text); len(t) > 0 {
		return t
	}
	return r.front()
}
