package speaker

import "parley/model/extract/prose"

// A Study is a text as the program that fits the ranker goes through it: quote by quote, candidate by candidate, with what
// was decided for the quotes before.
type Study struct {
	r          *reading
	view       view
	candidates []candidate
	features   []Feature
}

// NewStudy reads a text.
func NewStudy(d *prose.Doc) *Study {
	s := &Study{r: read(d)}
	s.Restart()
	return s
}

// Restart takes all decisions back.
func (s *Study) Restart() { s.r.forget() }

// Quotes answers how many quotes there are.
func (s *Study) Quotes() int { return len(s.r.quotes) }

// Open turns to a quote and answers its candidates; nil stands for nobody and is the last one.
func (s *Study) Open(quote int) []*Mention {
	f := &s.r.quotes[quote]
	s.r.look(f, &s.view)
	s.candidates = s.view.field(s.candidates[:0])
	out := make([]*Mention, len(s.candidates))
	for i, c := range s.candidates {
		if c.mention >= 0 {
			out[i] = &s.r.mentions[c.mention]
		}
	}
	return out
}

// Lasting answers the facts about a candidate that stay whatever is decided; they are valid until the next call.
func (s *Study) Lasting(candidate int) []Feature {
	s.features = s.view.lasting(s.candidates[candidate], s.features[:0])
	return s.features
}

// Passing answers the facts about a candidate that follow from what was decided; they are valid until the next call.
func (s *Study) Passing(candidate int) []Feature {
	s.features = s.view.passing(s.candidates[candidate], s.features[:0])
	return s.features
}

// Near tells candidates that are there whatever was decided, from those that have spoken before.
func (s *Study) Near(candidate int) bool {
	w := s.candidates[candidate].window
	return w != earlier1 && w != earlier2
}

// Decide gives the opened quote to a candidate.
func (s *Study) Decide(candidate int) {
	s.r.decide(s.view.f, decision{mention: s.candidates[candidate].mention, sieve: s.view.pick.sieve})
}

// Sieve answers the sieve that picked the opened quote's speaker, and whether it was this candidate.
func (s *Study) Sieve(candidate int) (name string, same bool) {
	if p := s.view.pick; p.sieve >= 0 {
		return sieves[p.sieve].name, p.mention == s.candidates[candidate].mention
	}
	return "", false
}

// Window names where a candidate of the opened quote stands, and the frame of the quote.
func (s *Study) Window(candidate int) (window, frame string) {
	return windowNames[s.candidates[candidate].window], frameNames[s.view.f.frame]
}
