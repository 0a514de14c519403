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
	Content    model.Range
	Predicate  model.Predicate
	Actors     []model.Range
	Speaker    model.Range // who reports it, where that is another
	Elements   []model.Range
	Stance     model.Stance
	Hedged     bool
	InQuote    bool
	Cue        model.Range
	Reason     string
	Key        string
	Certainty  model.Certainty
	Candidates []model.Candidate
	Notes      []string
}

// Find answers the proposals of a text, in its order.
func Find(doc *prose.Doc, explain bool) []Hit {
	var hits []Hit
	s := sentence{doc: doc, table: vocabulary(), explain: explain}
	for i := range doc.Sentences {
		from, to := doc.SentenceTokens(i)
		for ; from < to; from += limit {
			if !s.read(from, min(from+limit, to)) {
				continue
			}
			s.settle()
			s.search()
			for k := range s.hits {
				hits = append(hits, s.finish(&s.hits[k]))
			}
		}
	}
	return hits
}

// search runs the rules over the sentence.
func (s *sentence) search() {
	s.verbs()
	s.nouns()
	s.saids()
	s.wills()
	s.adjectives()
	s.plans()
	s.ideas()
	s.failures()
	s.sort()
	for i := range s.hits {
		s.ends(&s.hits[i])
	}
	s.filter()
}

// sort puts the hits in the order of the text; of two with one cue the first rule's stays first.
func (s *sentence) sort() {
	slices.SortStableFunc(s.hits, func(a, b hit) int { return cmp.Compare(a.cue.from, b.cue.from) })
}

// finish makes bytes of words.
func (s *sentence) finish(h *hit) Hit {
	out := Hit{Content: s.bytes(h.content), Predicate: h.family, Cue: s.bytes(h.cue), Reason: h.reason, Key: h.key, Hedged: h.hedged}
	for i := range h.actors {
		out.Actors = append(out.Actors, s.bytes(h.actors[i].span))
	}
	return out
}

func (s *sentence) bytes(x span) model.Range {
	if x.empty() {
		return model.Range{}
	}
	return model.Range{Start: int(s.w[x.from].start), End: int(s.w[x.to-1].end)}
}
