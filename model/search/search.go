// Package search is the language in which a reader asks for statements, and what of a text fits.
//
// A query is words, "phrases" and fields:
//
//	guarantee speaker:oduya track:territory since:"1 april" -kind:term
//
// All of it must hold. An unquoted word fits every word that begins with it, a phrase fits whole words in their order, a
// minus excludes. Case, accents and width do not matter, nor does what stands between two words ("cease-fire" finds
// "cease fire"). In writing without spaces (Chinese, Japanese, Korean, Thai, Lao, Khmer, Burmese) a word fits anywhere.
//
// Parse never refuses: what it cannot take as meant it reads as plain words, and says so in Notes. Match and its siblings
// judge one statement; Scan judges many, and is the seam where an index takes over.
package search

import (
	"parley/model"
)

// Match tells whether a quote fits. Words are looked for in the quote alone, fields in the quote and its briefing.
func Match(f model.Filter, q *model.Quote, b *model.Briefing) bool {
	return Compile(f).Match(q, b)
}

// MatchProposal tells whether a proposal fits; kind: takes the seven families there ("kind:demand").
func MatchProposal(f model.Filter, p *model.Proposal, b *model.Briefing) bool {
	return Compile(f).MatchProposal(p, b)
}

// MatchBriefing tells whether a briefing's head fits. Words are looked for in title, summary and unknown fields; what
// only a statement can answer (speaker, party, actor, via, grade, stance, kind) is passed over.
func MatchBriefing(f model.Filter, b *model.Briefing) bool {
	return Compile(f).MatchBriefing(b)
}

// A Matcher is a filter made ready to judge many statements. It may be used by several goroutines at once.
type Matcher struct {
	track, file string
	words       []wordTerm
	fields      []fieldTerm
}

type wordTerm struct {
	pattern pattern
	not     bool
}

type fieldTerm struct {
	field  *Field
	values []value
	not    bool
}

// A value is one of those of which one must fit: raw for dates and fixed words, a pattern for names.
type value struct {
	raw     string
	pattern pattern
}

// Compile makes a filter ready.
func Compile(f model.Filter) *Matcher {
	m := &Matcher{track: f.Track, file: f.File}
	for _, c := range f.Terms {
		if c.Field == "" {
			m.words = append(m.words, wordTerm{patternOf(c.Words, c.Whole), c.Not})
			continue
		}
		field := fieldNamed(c.Field)
		if field == nil {
			continue
		}
		term := fieldTerm{field: field, not: c.Not}
		for _, v := range c.Words {
			term.values = append(term.values, value{raw: v, pattern: patternOf([]string{v}, c.Whole)})
		}
		m.fields = append(m.fields, term)
	}
	return m
}

// A subject is what is asked about: a quote, a proposal or a briefing's head.
type subject struct {
	speakers   []*model.Mention
	nobody     bool // a statement whose speaker is not named
	statement  bool
	via, about []string
	tracks     []string
	date       model.Date
	grade      string
	stance     string
	kind       string
	words      [3]string
	b          *model.Briefing
	unknown    []model.Field // keys of the front matter that have no meaning here
}

var noBriefing model.Briefing

// Match judges a quote.
func (m *Matcher) Match(q *model.Quote, b *model.Briefing) bool {
	s := quoteSubject(q, b)
	return m.holds(&s)
}

func quoteSubject(q *model.Quote, b *model.Briefing) subject {
	if b == nil {
		b = &noBriefing
	}
	s := subject{
		statement: true, nobody: q.Speaker == nil, via: q.Via, about: q.About, tracks: q.Tracks,
		date: dateOf(q.Date, b), grade: q.Grade.String(), stance: q.Stance.String(), kind: q.Kind.String(), b: b,
	}
	s.words[0] = q.Text
	if q.Speaker != nil {
		s.speakers = []*model.Mention{q.Speaker}
	}
	return s
}

// MatchProposal judges a proposal.
func (m *Matcher) MatchProposal(p *model.Proposal, b *model.Briefing) bool {
	s := proposalSubject(p, b)
	return m.holds(&s)
}

func proposalSubject(p *model.Proposal, b *model.Briefing) subject {
	if b == nil {
		b = &noBriefing
	}
	s := subject{
		statement: true, nobody: len(p.Actors) == 0, via: p.Via, tracks: p.Tracks,
		date: dateOf(p.Date, b), grade: p.Grade.String(), stance: p.Stance.String(), kind: p.Predicate.String(), b: b,
	}
	s.words = [3]string{p.Text, p.Title, p.Code}
	for i := range p.Actors {
		s.speakers = append(s.speakers, &p.Actors[i])
	}
	return s
}

// MatchBriefing judges a briefing's head.
func (m *Matcher) MatchBriefing(b *model.Briefing) bool {
	s := headSubject(b)
	return m.holds(&s)
}

func headSubject(b *model.Briefing) subject {
	s := subject{tracks: b.Tracks, date: b.Date, b: b, unknown: b.Fields}
	s.words = [3]string{b.Title, b.Summary, b.Event}
	return s
}

func dateOf(d model.Date, b *model.Briefing) model.Date {
	if d == "" {
		return b.Date
	}
	return d
}

func (m *Matcher) holds(s *subject) bool {
	if m.file != "" && s.b.File != m.file || m.track != "" && !contains(s.tracks, m.track) {
		return false
	}
	for i := range m.fields {
		if !m.fields[i].holds(s) {
			return false
		}
	}
	return len(m.words) == 0 || m.wordsHold(s)
}

func (t *fieldTerm) holds(s *subject) bool {
	if t.field.ofStatement() && !s.statement {
		return true
	}
	return t.fits(s) != t.not
}

// fits tells whether one of the values does, whatever the minus says.
func (t *fieldTerm) fits(s *subject) bool {
	for _, v := range t.values {
		if t.field.holds(v, s) {
			return true
		}
	}
	return false
}

func (m *Matcher) wordsHold(s *subject) bool {
	var room [512]byte
	text := s.layOut(room[:0])
	for _, w := range m.words {
		if w.pattern.in(text) == w.not {
			return false
		}
	}
	return true
}

// layOut adds all of the subject's words as they are searched.
func (s *subject) layOut(text []byte) []byte {
	for _, w := range s.words {
		if w != "" {
			text = append(appendNormal(text, folded(w), nil), '\n')
		}
	}
	for _, f := range s.unknown {
		text = append(appendNormal(text, folded(f.Value), nil), '\n')
	}
	return text
}

func contains(list []string, want string) bool {
	for _, s := range list {
		if s == want {
			return true
		}
	}
	return false
}
