package proposal

import (
	"parley/model"
	"parley/model/extract/lexicon"
	"parley/model/extract/prose"
)

// Answers to the sentence before.
//
// Rules:
//   - "Oland refused.", "The Union said no.", "Veyra agreed on Friday": a verb of answering that nothing follows takes for its
//     content what somebody else proposed, demanded or floated last in the sentence before, in the same paragraph, or what the
//     sentence before answers itself.
//   - "Oland rejected it": "it", "this", "that", "both" and "them" as a whole content stand for the same.
//   - Only one sentence back, and never one's own proposal.

func (s *sentence) answers() {
	for _, i := range s.leading {
		no := s.is(i, answerNo)
		if !no && !s.is(i, answerYes) && !s.is(i, said) || s.at(i).quote >= 0 {
			continue
		}
		if !s.finite(i) || s.isVerbHit(i) {
			continue
		}
		next := i + 1
		if s.is(i, said) {
			if no = s.at(next).hash == noW; !no && s.at(next).hash != yesW {
				continue
			}
			next++
		}
		if s.nothingFollows(next) {
			s.answer(i, next, no)
		}
	}
}

// nothingFollows tells the end of a clause, adverbs, dates and "to do so" left out.
func (s *sentence) nothingFollows(i int) bool {
	for {
		n := s.skip(s.dateAfter(i))
		if s.is(n, to) && s.at(n+1).hash == doW && s.at(n+2).hash == soW {
			n += 3
		}
		if n == i {
			break
		}
		i = n
	}
	return i >= len(s.w) || s.stop(i) || s.kind(i) == prose.Comma || s.any(i, coordinators)
}

func (s *sentence) answer(i, next int, no bool) {
	r, p := s.subjectOf(i, active, depth)
	if r.empty() || s.backTo(r) == nil || p.modal {
		return
	}
	h := hit{reason: answerRule, key: s.word(i), family: model.Accept, cue: span{i, next}, verb: i, special: true, answers: true,
		actors: s.one(r), content: span{i, next}, whole: true}
	if no != p.negated {
		h.family = model.Reject
	}
	s.hits = append(s.hits, h)
}

// backTo answers the last proposal of the sentence before that is somebody else's.
func (s *sentence) backTo(r subject) *Hit {
	words := s.text(r.name)
	for k := len(s.before) - 1; k >= 0; k-- {
		b := &s.before[k]
		switch b.Predicate {
		case model.Reject, model.Accept:
			if !b.Back {
				continue
			}
		case model.Propose, model.Demand, model.Concede, model.Float, model.Commit:
		}
		own := len(b.Actors) == 0 || s.is(r.from, subjectPronoun)
		for _, a := range b.Names {
			own = own || s.doc.Text[a.Start:a.End] == words
		}
		if !own {
			return b
		}
	}
	return nil
}

// standsFor answers the proposal that a hit's whole content is a word for.
func (s *sentence) standsFor(h *hit) *Hit {
	if len(h.actors) == 0 || len(s.before) == 0 {
		return nil
	}
	if h.answers || h.content.to-h.content.from == 1 && standIns.Has(s.at(h.content.from).hash) && h.complement == object {
		return s.backTo(h.actors[0])
	}
	return nil
}

var standIns = func() *lexicon.Words {
	w := lexicon.NewWords(8)
	for _, word := range []string{"it", "this", "that", "both", "them"} {
		w.Put(lexicon.Hash(word), 1)
	}
	return w
}()

var (
	noW  = lexicon.Hash("no")
	yesW = lexicon.Hash("yes")
	doW  = lexicon.Hash("do")
	soW  = lexicon.Hash("so")
)
