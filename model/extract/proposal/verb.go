package proposal

import (
	"parley/model"
	"parley/model/extract/prose"
)

// Proposals by verb: "proposed that", "calls for", "refused to", "was asked to".
//
// Rules:
//   - A verb of the table whose frame admits what follows it, with the subject that acts.
//   - In the passive the actor stands after "by", or nobody does; the content is the complement, or else the subject.
//   - Negation turns accepting, committing, proposing and conceding into rejecting: see meant.
//   - A verb that needs a matter of negotiation counts only with one within matterWords words.
const matterWords = 9

func (s *sentence) verbs() {
	for _, i := range s.leading {
		w := &s.w[i]
		if !w.is(mover) || !w.common {
			continue
		}
		if t, f, ok := s.verbAt(i); ok {
			s.verbHit(&t, &f)
		}
	}
}

// verbAt answers the move that a word begins and its complement: the longest that fits.
func (s *sentence) verbAt(i int) (trigger, found, bool) {
	w := &s.w[i]
	var best trigger
	var with found
	uses := s.entry(w).uses
	next, second, third := s.at(i+1).hash, s.at(i+2).hash, s.at(i+3).hash
	for k := range uses {
		u := &uses[k]
		if u.lead != 0 && u.lead != next && u.lead != second && u.lead != third {
			continue
		}
		past, ok := s.particles(i+1, u.move.particles)
		if !ok || best.move != nil && len(u.move.particles) <= len(best.move.particles) && with.kind != noComplement {
			continue
		}
		t := trigger{move: u.move, first: i, past: past, form: u.forms}
		if t.voice = s.judge(&t); t.voice == refused {
			continue
		}
		f := s.complementOf(&t)
		if t.voice == passiveVoice && (f.kind == noComplement || f.kind == object || f.kind == gerundClause) {
			f = found{kind: subjectOfPassive}
		}
		if f.kind == noComplement {
			f = s.quotedBefore(&t)
		}
		if f.kind != noComplement {
			best, with = t, f
		}
	}
	return best, with, best.move != nil
}

func (s *sentence) verbHit(t *trigger, f *found) {
	m := t.move
	h := hit{reason: verbRule, key: m.key, symbol: m.symbol, family: m.family, move: m, cue: span{t.first, t.past}, complement: f.kind, form: t.form,
		verb: t.first, strong: m.strong}
	var p verbal
	if t.voice == passiveVoice {
		if !s.passive(t, f, &h) {
			return
		}
	} else {
		var r subject
		r, p = s.subjectOf(t.first, t.voice, depth)
		if !r.empty() {
			h.actors = s.one(r)
		}
		h.content = span{f.at, len(s.w)}
		if f.kind == quoteBefore {
			h.content, h.whole = s.quoteSpan(f.at), true
		}
	}
	h.modal, h.negated, h.hedged = p.modal, p.negated, p.hedged
	if m.matter && !s.matters(&h) {
		return
	}
	if h.negated {
		switch h.family {
		case model.Accept, model.Commit, model.Propose, model.Concede, model.Float:
			h.family = model.Reject
		}
	}
	s.hits = append(s.hits, h)
}

// matters tells whether a matter of negotiation stands soon after the verb, or in what was proposed in the passive.
func (s *sentence) matters(h *hit) bool {
	from, to := h.cue.to, min(h.cue.to+matterWords, len(s.w))
	if h.complement == subjectOfPassive {
		from, to = h.content.from, h.content.to
	}
	found := false
	for i := from; i < to && !s.stop(i); i++ {
		if s.at(i).is(quiet) && s.at(i).common {
			return false
		}
		found = found || s.at(i).is(matter) && s.at(i).common
	}
	return found
}

// strongMoves stay where a verb of speech stands before them: they are moves whoever reports them.
var strongMoves = map[string]bool{"reject": true, "refuse": true, "agree": true, "agree to": true, "demand": true, "veto": true,
	"cancel": true, "decline": true, "call for": true, "call on": true, "rule out": true, "offer": true}

// passive fills in a hit in the passive voice.
func (s *sentence) passive(t *trigger, f *found, h *hit) bool {
	h.passive = true
	h.reason = passiveRule
	if byAt := s.byPhrase(t.past); byAt > 0 {
		if p := s.phraseAfter(byAt + 1); !p.empty() {
			h.actors = s.one(subject{span: p, name: p, head: p.to - 1, how: howPassive, before: byAt - 1})
		}
		closed := len(h.actors) > 0 && s.kind(h.actors[0].to) == prose.Comma // nothing behind it is what was asked
		if f.kind != subjectOfPassive && (f.at < byAt+1 || closed) && f.kind != noComplement {
			f.kind = subjectOfPassive
		}
		if f.kind == subjectOfPassive && !closed {
			if end := h.actors; len(end) > 0 {
				if c := s.complementOf(&trigger{move: t.move, first: t.first, past: end[0].to}); c.kind == infinitive || c.kind == thatClause || c.kind == question {
					f.kind, f.at = c.kind, c.at
				}
			}
		}
	}
	if f.kind != subjectOfPassive {
		h.complement, h.content = f.kind, span{f.at, len(s.w)}
		return true
	}
	r, p := s.subjectOf(t.first, active, depth)
	if r.empty() || r.how == howCoordination {
		return false
	}
	h.complement = subjectOfPassive
	h.negated = p.negated
	h.content, h.whole = s.withHead(r.span), true
	if r.how == howRelative {
		h.content = r.name
	}
	h.verb = t.first
	return true
}

// withHead answers a phrase with the noun that it depends on: "the conflict" of "a proposal by Oland to freeze the conflict".
func (s *sentence) withHead(p span) span {
	v := p.from - 1
	if v < 2 || !s.is(v-1, to) || !s.at(v).common || s.at(v).forms&base == 0 {
		return p
	}
	head := s.phraseBefore(v - 2)
	if !head.empty() && s.at(head.before).hash == by {
		if whose := s.phraseBefore(head.before - 1); !whose.empty() {
			head = whose
		}
	}
	if head.empty() {
		return p
	}
	return span{head.from, p.to}
}

// byPhrase looks for "by" after a participle.
func (s *sentence) byPhrase(i int) int {
	for j := i; j < len(s.w) && j < i+6; j++ {
		switch {
		case s.at(j).hash == by && s.kind(j) == prose.Word:
			if s.nounPhraseAt(j+1) && !s.at(j+1).is(day) && s.at(j+1).forms&gerund == 0 {
				return j
			}
			return -1
		case s.stop(j), s.kind(j) == prose.Comma, s.finite(j):
			return -1
		}
	}
	return -1
}

// quotedBefore finds the quote that a verb of asking follows: “...?” she asked.
func (s *sentence) quotedBefore(t *trigger) found {
	if t.move.frames&thatFrame == 0 {
		return found{}
	}
	j := s.at(t.past).kind
	if j != prose.Stop && j != prose.Comma && t.past < len(s.w) {
		return found{}
	}
	for i := t.first - 1; i >= 0 && i > t.first-8; i-- {
		if s.at(i).closes {
			return found{kind: quoteBefore, at: i}
		}
	}
	return found{}
}

// quoteSpan answers the words of the quote that ends at a word.
func (s *sentence) quoteSpan(end int) span {
	from := end
	for from > 0 && s.w[from-1].quote == s.w[end].quote && s.w[end].quote >= 0 {
		from--
	}
	return span{from, end + 1}
}
