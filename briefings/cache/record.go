package cache

import (
	"parley/model"
	"parley/model/search"
)

// The records of a segment: a briefing's head (its name stands elsewhere), a quote, a proposal, an actor. The words that are
// searched stand first.

func (p *pen) briefing(b *model.Briefing) {
	p.shared(string(b.Date))
	for _, s := range []string{b.Title, b.Summary, b.Event} {
		p.string(s)
	}
	p.number(len(b.Fields))
	for _, f := range b.Fields {
		p.shared(f.Key)
		p.string(f.Value)
	}
	p.truth(b.NoTitle)
	for _, s := range []string{
		string(b.FileDate), b.Source, b.Author, b.Type, b.Lang, b.Marking, b.Reliability, b.Place, b.Version, b.Supersedes,
	} {
		p.shared(s)
	}
	p.string(b.URL)
	p.string(b.Ref)
	p.list(b.Tracks)
	p.list(b.Tags)
	p.number(len(b.Problems))
	for _, x := range b.Problems {
		p.number(x.Line)
		p.number(x.Column)
		p.shared(x.Message)
		p.shared(x.Done)
		p.truth(x.Skipped)
	}
	for _, n := range []int{b.Hidden, b.Quotes, b.Proposals, b.Actors, b.Words, b.Paragraphs} {
		p.number(n)
	}
	p.number(int(b.Sum))
}

func (e *eye) briefing(file string) (b model.Briefing) {
	b.File, b.Date = file, model.Date(e.shared())
	b.Title, b.Summary, b.Event = e.string(), e.string(), e.string()
	for range e.number() {
		b.Fields = append(b.Fields, model.Field{Key: e.shared(), Value: e.string()})
	}
	b.NoTitle = e.truth()
	b.FileDate = model.Date(e.shared())
	for _, s := range []*string{
		&b.Source, &b.Author, &b.Type, &b.Lang, &b.Marking, &b.Reliability, &b.Place, &b.Version, &b.Supersedes,
	} {
		*s = e.shared()
	}
	b.URL, b.Ref = e.string(), e.string()
	b.Tracks, b.Tags = e.list(), e.list()
	for range e.number() {
		b.Problems = append(b.Problems, model.Problem{
			File: b.File, Line: e.number(), Column: e.number(), Message: e.shared(), Done: e.shared(), Skipped: e.truth(),
		})
	}
	for _, n := range []*int{&b.Hidden, &b.Quotes, &b.Proposals, &b.Actors, &b.Words, &b.Paragraphs} {
		*n = e.number()
	}
	b.Sum = uint64(e.number())
	return b
}

// headWords answers what search.HeadWords would of the whole head.
func (e *eye) headWords() []string {
	_ = e.shared()
	b := model.Briefing{Title: e.string(), Summary: e.string(), Event: e.string()}
	for range e.number() {
		b.Fields = append(b.Fields, model.Field{Key: e.shared(), Value: e.string()})
	}
	return search.HeadWords(&b)
}

func (p *pen) span(s model.Span) {
	p.number(s.Start)
	p.number(s.End - s.Start)
	p.number(s.Line)
	p.number(s.Paragraph)
}

func (e *eye) span(file string) model.Span {
	s := model.Span{File: file, Start: e.number()}
	s.End = s.Start + e.number()
	s.Line, s.Paragraph = e.number(), e.number()
	return s
}

func (p *pen) mention(m *model.Mention) {
	p.shared(m.Name)
	p.shared(m.Words)
	p.number(m.Start)
	p.number(m.End - m.Start)
	p.shared(m.Actor)
	p.shared(m.Party)
}

func (e *eye) mention() (m model.Mention) {
	m.Name, m.Words, m.Start = e.shared(), e.shared(), e.number()
	m.End = m.Start + e.number()
	m.Actor, m.Party = e.shared(), e.shared()
	return m
}

func (p *pen) quote(q *model.Quote) {
	p.string(q.Text)
	p.string(q.ID)
	p.span(q.Span)
	for _, n := range []int{int(q.Kind), int(q.Grade), int(q.Origin), int(q.Certainty), int(q.Stance)} {
		p.number(n)
	}
	p.truth(q.Speaker != nil)
	if q.Speaker != nil {
		p.mention(q.Speaker)
	}
	p.list(q.Via)
	p.list(q.About)
	p.list(q.Tracks)
	p.shared(string(q.Date))
	p.shared(q.Reason)
	p.string(q.Continues)
	p.string(q.Cited)
}

func (e *eye) quote(file string) (q model.Quote) {
	q.Text, q.ID, q.Span = e.string(), e.string(), e.span(file)
	q.Kind, q.Grade, q.Origin = model.QuoteKind(e.number()), model.Grade(e.number()), model.Origin(e.number())
	q.Certainty, q.Stance = model.Certainty(e.number()), model.Stance(e.number())
	if e.truth() {
		m := e.mention()
		q.Speaker = &m
	}
	q.Via, q.About, q.Tracks = e.list(), e.list(), e.list()
	q.Date, q.Reason = model.Date(e.shared()), e.shared()
	q.Continues, q.Cited = e.string(), e.string()
	return q
}

func (p *pen) proposal(x *model.Proposal) {
	p.string(x.Text)
	p.string(x.Title)
	p.shared(x.Code)
	p.string(x.ID)
	p.span(x.Span)
	for _, n := range []int{int(x.Predicate), int(x.Stance), int(x.Grade), int(x.Origin), int(x.Certainty)} {
		p.number(n)
	}
	p.number(len(x.Actors))
	for i := range x.Actors {
		p.mention(&x.Actors[i])
	}
	p.number(len(x.Elements))
	for _, part := range x.Elements {
		p.string(part.Text)
		p.number(part.Start)
		p.number(part.End)
	}
	p.list(x.Via)
	p.list(x.Tracks)
	p.shared(string(x.Date))
	p.shared(x.Reason)
	p.shared(x.Verb)
}

func (e *eye) proposal(file string) (x model.Proposal) {
	x.Text, x.Title, x.Code, x.ID, x.Span = e.string(), e.string(), e.shared(), e.string(), e.span(file)
	x.Predicate, x.Stance, x.Grade = model.Predicate(e.number()), model.Stance(e.number()), model.Grade(e.number())
	x.Origin, x.Certainty = model.Origin(e.number()), model.Certainty(e.number())
	for range e.number() {
		x.Actors = append(x.Actors, e.mention())
	}
	for range e.number() {
		x.Elements = append(x.Elements, model.Element{Text: e.string(), Start: e.number(), End: e.number()})
	}
	x.Via, x.Tracks = e.list(), e.list()
	x.Date, x.Reason, x.Verb = model.Date(e.shared()), e.shared(), e.shared()
	return x
}

// actor writes everything but the mentions, which stand in the casts of the briefings.
func (p *pen) actor(a *model.Actor) {
	for _, s := range []string{a.ID, a.Name, a.Party, a.Role, a.Code} {
		p.shared(s)
	}
	p.number(int(a.Kind))
	p.number(a.Hue)
	p.number(int(a.Origin))
	p.list(a.Aliases)
	p.number(len(a.Offered))
	for _, o := range a.Offered {
		p.shared(o.ID)
		p.shared(o.Name)
	}
}

func (e *eye) actor() (a model.Actor) {
	for _, s := range []*string{&a.ID, &a.Name, &a.Party, &a.Role, &a.Code} {
		*s = e.shared()
	}
	a.Kind, a.Hue, a.Origin = model.ActorKind(e.number()), e.number(), model.Origin(e.number())
	a.Aliases = e.list()
	for range e.number() {
		a.Offered = append(a.Offered, model.Offer{ID: e.shared(), Name: e.shared()})
	}
	return a
}

// cast writes the actors of a briefing with their mentions, of which the file is the briefing's.
func (p *pen) cast(actors []model.Actor) {
	p.number(len(actors))
	for i := range actors {
		p.actor(&actors[i])
		p.number(len(actors[i].Mentions))
		for _, m := range actors[i].Mentions {
			p.span(m)
		}
	}
}

func (e *eye) cast(file string) []model.Actor {
	n := e.number()
	if n < 0 || n > len(e.b) {
		panic(search.Damage("a list is longer than its record"))
	}
	actors := make([]model.Actor, n)
	for i := range actors {
		actors[i] = e.actor()
		for range e.number() {
			actors[i].Mentions = append(actors[i].Mentions, e.span(file))
		}
	}
	return actors
}
