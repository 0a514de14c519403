package proposal

import "parley/model/extract/prose"

// An Observation is a candidate as the fitting program sees it: what the models are asked, with the features by name.
type Observation struct {
	Hit      Hit
	Rule     string   // why the rules drop it
	Kept     bool     // whatever the models say
	Judged   bool     // the keep model decides on it
	Features []string // for the keep model
	Start    int      // where the content begins, in bytes
	Places   []Place  // where it could end; none where rules decide
}

// A Place is where a content could end: the byte after its last word, and the features for the end model.
type Place struct {
	End      int
	Features []string
}

// Models are the two tables that decide; either may be nil.
type Models struct{ Ends, Keep *Model }

// A Model is a fitted table.
type Model struct{ linear *linear }

// NewEnds reads a table of the end model: a weight and a feature a line. It panics at one that no feature could have.
func NewEnds(text string) *Model { return &Model{readLinear(endFeatures, text)} }

// NewKeep reads one of the keep model.
func NewKeep(text string) *Model { return &Model{readLinear(keepFeatures, text)} }

func (m *Model) get() *linear {
	if m == nil {
		return nil
	}
	return m.linear
}

// Observe answers all candidates of a text, with ends by the given model.
func Observe(doc *prose.Doc, models Models) []Observation {
	var out []Observation
	f := finder{doc: doc, table: vocabulary(), ends: models.Ends.get(), keep: models.Keep.get()}
	f.each = func(s *sentence) {
		for i := range s.hits {
			h := &s.hits[i]
			if h.dropped == dropNobody || h.dropped == dropPlan {
				continue
			}
			o := Observation{Hit: s.finish(h), Rule: dropName(h).name(), Kept: s.exempt(h), Judged: !s.lost(h) && !s.exempt(h), Start: int(s.w[h.content.from].start)}
			c := s.keepFacts(h)
			o.Features = names(keepFeatures, &c)
			if !h.whole && !h.special {
				o.Places = s.observePlaces(h)
			}
			out = append(out, o)
		}
	}
	f.run()
	return out
}

func (s *sentence) observePlaces(h *hit) (out []Place) {
	e := s.ending(h)
	for i := h.content.from + 1; i <= e.last; i++ {
		if i < e.last && !s.boundary(h, i) {
			continue
		}
		p := Place{End: int(s.w[s.trimmed(h.content.from, i)-1].end)}
		if i < e.last {
			p.Features = names(endFeatures, e.place(i))
		}
		out = append(out, p)
	}
	return out
}
