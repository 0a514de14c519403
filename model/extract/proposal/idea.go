package proposal

import (
	"parley/model"
	"parley/model/extract/prose"
)

// Ideas and principles.
//
// Rules:
//   - "the idea of ...-ing", "the possibility that ...", under a verb of including, discussing or raising, is floated by who
//     reports it; where nobody does, by who raised it.
//   - "the recognition (condition, principle) that X must ..." is a demand of the nearest clause's subject.

func (s *sentence) ideas() {
	for _, i := range s.leading {
		switch {
		case s.is(i, idea):
			s.ideaAt(i)
		case s.is(i, ground) && s.is(i+1, that):
			s.groundAt(i)
		}
	}
}

func (s *sentence) ideaAt(i int) {
	at := i + 1
	switch {
	case s.at(at).hash == ofW && (s.gerundAt(at+1) || s.nounPhraseAt(at+1)):
	case s.is(at, that) && s.clauseAt(at+1):
	default:
		return
	}
	v := i - 1
	for v >= 0 && v > i-5 && (s.any(v, nounOpeners) || s.nominal(v)) {
		v--
	}
	if !s.is(v, include) || s.at(v).forms == 0 || s.any(v-1, nounOpeners) {
		return
	}
	how := active
	if s.at(v).forms&gerund != 0 {
		how = s.judgeGerund(s.left(v), false)
	}
	r, _ := s.subjectOf(v, how, depth)
	if sp := s.reporter(v); !sp.empty() {
		r = sp
	}
	if r.empty() {
		return
	}
	from := at
	if s.at(at).hash == ofW {
		from++
	}
	s.hits = append(s.hits, hit{reason: ideaRule, key: "idea", family: model.Float, cue: span{i, i + 1}, verb: i, special: true,
		complement: gerundClause, actors: s.one(r), content: span{from, len(s.w)}})
}

// gerundAt tells an -ing form, an adverb before it left out.
func (s *sentence) gerundAt(i int) bool {
	if s.lyAdverb(i) {
		i++
	}
	return s.at(i).common && s.at(i).forms&gerund != 0
}

// reporter answers the subject of the nearest verb of speech before a word.
func (s *sentence) reporter(v int) subject {
	for j := v - 1; j >= 0 && j > v-30; j-- {
		if s.stop(j) {
			break
		}
		if s.spoken(j) && s.at(j).is(said) && !s.is(j-1, to) {
			r, _ := s.subjectOf(j, s.speechVoice(j), depth)
			return r
		}
	}
	return subject{}
}

func (s *sentence) groundAt(i int) {
	j := i + 2
	for ; j < len(s.w) && j < i+20; j++ {
		if s.stop(j) || s.kind(j) == prose.Comma {
			return
		}
		if s.finite(j) {
			break
		}
	}
	if !s.is(j, must) && !s.is(j, should) {
		return
	}
	r := s.nearestSubject(i)
	if r.empty() {
		return
	}
	s.hits = append(s.hits, hit{reason: groundRule, key: s.word(i), family: model.Demand, cue: span{i, i + 1}, verb: i, special: true,
		complement: thatClause, actors: s.one(r), content: span{i + 2, len(s.w)}})
}

// nearestSubject answers the subject of the nearest finite verb before a word.
func (s *sentence) nearestSubject(i int) subject {
	for j := i - 1; j >= 0 && j > i-joinedWords; j-- {
		if s.finite(j) && !s.finite(j-1) {
			if r, _ := s.subjectOf(j, active, depth); !r.empty() && r.how != howRelative {
				return r
			}
		}
	}
	return subject{}
}
