// Package proposal finds who proposes, demands, accepts, rejects, concedes, floats or commits to what, in prose.
package proposal

import (
	"cmp"
	"slices"

	"parley/model"
	"parley/model/extract/prose"
)

// A Hit is a proposal that was found; its ranges are bytes of the document's text.
type Hit struct {
	Content   model.Range
	Predicate model.Predicate
	Actors    []model.Range // the words that stand for them: "the rebels, who"
	Names     []model.Range // beside Actors, whom these name: "the rebels"
	Speaker   model.Range   // who reports it, where that is another
	Elements  []model.Range
	Stance    model.Stance
	Back      bool // the content stands in the sentence before
	Hedged    bool
	InQuote   bool
	Cue       model.Range
	Reason    string
	Key       string
	Certainty model.Certainty
	Share     float64 // how sure the keep model is, 0 to 1; 0 where the rule decided by itself
	Why       Why     // only where asked for
}

// Find answers the proposals of a text, in its order.
func Find(doc *prose.Doc, explain bool) []Hit {
	f := finder{doc: doc, explain: explain, ends: endModel(), keep: keepModel()}
	return f.run()
}

// A finder goes through one text.
type finder struct {
	doc        *prose.Doc
	explain    bool
	ends, keep *linear
	each       func(*sentence) // called for every sentence that holds hits
	hits       []Hit
	fresh      int // how many of the hits stand in the sentence read last
}

func (f *finder) run() []Hit {
	s := benches.Get().(*sentence)
	defer s.putAway()
	s.doc, s.table, s.explain, s.ends, s.keep = f.doc, vocabulary(), f.explain, f.ends, f.keep
	s.lookUp()
	paragraph := -1
	for i := range f.doc.Sentences {
		from, to := f.doc.SentenceTokens(i)
		if from >= to {
			continue
		}
		s.before = f.hits[max(0, len(f.hits)-f.fresh):]
		f.fresh = 0
		if p := f.doc.ParagraphAt(int(f.doc.Tokens[from].Start)); p != paragraph {
			paragraph, s.before = p, nil
		}
		for ; from < to; from += limit {
			if !s.read(from, min(from+limit, to)) {
				continue
			}
			s.settle()
			s.search()
			if f.each != nil {
				f.each(s)
			}
			for k := range s.hits {
				if s.hits[k].dropped == "" {
					f.hits = append(f.hits, s.finish(&s.hits[k]))
					f.fresh++
				}
			}
		}
	}
	return f.hits
}

// A rule looks for one shape of proposal; it need not run where none of its words stands.
type rule struct {
	words set
	find  func(*sentence)
}

// shapesOf are the rules in the order they run: nouns look at what verbs found, answers at both.
var shapesOf = [...]rule{
	{these(mover), (*sentence).verbs},
	{these(mentions), (*sentence).nouns},
	{these(must, should, would, mustBe), (*sentence).saids},
	{these(would), (*sentence).wills},
	{these(ready, unwilling), (*sentence).adjectives},
	{these(planNoun), (*sentence).plans},
	{these(idea, ground), (*sentence).ideas},
	{these(failing), (*sentence).failures},
	{these(answerNo, answerYes, said), (*sentence).answers},
}

// search runs the rules over the sentence.
func (s *sentence) search() {
	for i := range shapesOf {
		if s.present.any(shapesOf[i].words) {
			shapesOf[i].find(s)
		}
	}
	if len(s.hits) == 0 {
		return
	}
	slices.SortStableFunc(s.hits, func(a, b hit) int { return cmp.Compare(a.cue.from, b.cue.from) })
	for i := range s.hits {
		h := &s.hits[i]
		s.endByRule(h)
	}
	s.filter()
}

// finish makes bytes of words.
func (s *sentence) finish(h *hit) Hit {
	out := Hit{Content: s.bytes(h.content), Predicate: h.family, Cue: s.bytes(h.cue), Reason: h.reason, Key: h.key, Hedged: h.hedged}
	for i := range h.actors {
		out.Actors = append(out.Actors, s.bytes(h.actors[i].span))
		out.Names = append(out.Names, s.bytes(h.actors[i].name))
	}
	out.Hedged = out.Hedged || s.hedgedBefore(h)
	for _, e := range s.elements(h) {
		out.Elements = append(out.Elements, s.bytes(e))
	}
	if back := s.standsFor(h); back != nil {
		out.Content, out.Elements, out.Back = back.Content, back.Elements, true
		out.Reason += ", one sentence back"
	}
	out.Speaker = s.bytes(s.reportedBy(h))
	if s.conditional(h) {
		out.Stance = model.Conditional
	}
	out.Certainty, out.Share = s.certainty(h)
	if s.explain {
		out.Why = s.why(h)
	}
	return out
}

func (s *sentence) bytes(x span) model.Range {
	if x.empty() {
		return model.Range{}
	}
	return model.Range{Start: int(s.w[x.from].start), End: int(s.w[x.to-1].end)}
}
