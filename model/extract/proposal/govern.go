package proposal

import "parley/model"

// Verbs of the table under "will" and "ready to".
//
// Rules:
//   - "Oland said it would accept inspectors" accepts, "would consider a tariff" floats: the verb's own hit stands, by the actors
//     and under the rule of the sentence, and there is no second one. "Will release the prisoners" stays a commitment.
//   - "Ready to accept" accepts, "willing to give up" concedes.

// takeOver gives the hit of the verb at a word to a rule of its own kind; it answers false where there is none to give.
func (s *sentence) takeOver(k int, reason symbol, actors []subject) bool {
	for n := range s.hits {
		g := &s.hits[n]
		if g.cue.from != k || g.passive {
			continue
		}
		if g.special {
			return true
		}
		switch g.family {
		case model.Accept, model.Reject, model.Float, model.Demand, model.Propose:
			g.reason, g.special, g.actors = reason, true, actors
			return true
		case model.Concede, model.Commit:
		}
	}
	return false
}

// familyAt answers the family of the longest verb of the table at a word.
func (s *sentence) familyAt(k int) (model.Predicate, bool) {
	for s.lyAdverb(k) {
		k++
	}
	var best *move
	for n := range s.entry(s.at(k)).uses {
		u := &s.entry(s.at(k)).uses[n]
		if _, ok := s.particles(k+1, u.move.particles); !ok || u.forms&base == 0 {
			continue
		}
		if best == nil || len(u.move.particles) > len(best.particles) {
			best = u.move
		}
	}
	if best == nil {
		return 0, false
	}
	return best.family, true
}
