package proposal

import "parley/model"

// "Failed to reach agreement" is a refusal by all who failed.
//
// Rules:
//   - "fail to" and a verb of [reaching]; "agree" and "conclude" need nothing more, the others a matter of negotiation.

func (s *sentence) failures() {
	for _, i := range s.leading {
		if !s.is(i, failing) || !s.is(i+1, to) || s.at(i).forms == 0 || !s.is(i+2, reaching) {
			continue
		}
		v := s.judgeFailing(i)
		r, p := s.subjectOf(i, v, depth)
		if r.empty() || p.negated {
			continue
		}
		h := hit{reason: failedRule, key: "fail to", family: model.Reject, cue: span{i, i + 2}, verb: i, special: true,
			complement: infinitive, actors: s.one(r), content: span{i + 2, len(s.w)}}
		if s.at(i+2).hash != agreeW && !s.matters(&h) {
			continue
		}
		s.hits = append(s.hits, h)
	}
}

func (s *sentence) judgeFailing(i int) voice {
	switch {
	case s.at(i).forms&gerund != 0:
		return s.judgeGerund(s.left(i), false)
	case s.is(s.left(i), to):
		return infinitiveVoice
	}
	return active
}
