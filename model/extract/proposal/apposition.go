package proposal

import "parley/model/extract/prose"

// A subject parted from its verb by commas, dashes or brackets.
//
// Rules:
//   - The opening sign is looked for leftwards, over at most three commas; the subject ends before it.
//   - That phrase must be written with capitals, or begin with an article or a possessive, or nothing but an adverb stands
//     between the commas ("Ukraine and its supporters, however, ...").
//   - Where the name of a body, behind "the", is all that stands between the commas, and what stands before them is no name, it is
//     the subject: "Lund's partner, the Harbour Union, has".
//   - A day between commas is passed.
//   - Where none fits, the comma joins verbs, and the subject is that of the verb before.
const appositionWords = 40

func (s *sentence) apposed(i, v, deep int) subject {
	if s.kind(i) == prose.Close {
		if from := s.opener(i); from > 0 {
			if r := s.plain(from - 1); !r.empty() {
				r.how = howApposition
				return r
			}
		}
		return subject{}
	}
	sign := s.kind(i)
	commas := 0
	for j := i - 1; j > 0 && j > i-appositionWords; j-- {
		if s.kind(j) == prose.Stop || s.kind(j) == prose.Semicolon {
			break
		}
		if s.kind(j) != sign {
			continue
		}
		commas++
		if r := s.apposedAt(j, i); !r.empty() {
			return r
		}
		if commas == 3 {
			break
		}
	}
	if r := s.coordinate(i, v, s.at(v).forms&base != 0, deep); !r.empty() {
		return r
	}
	return s.titled(i)
}

// apposedAt tries the phrase before an opening comma.
func (s *sentence) apposedAt(j, i int) subject {
	r := s.plain(j - 1)
	if r.empty() {
		return r
	}
	adverbOnly := j+2 == i && (s.lyAdverb(j+1) || s.at(j+1).is(day))
	named := s.capital(r.from) || s.at(r.to-1).is(state) || s.any(r.from, nounOpeners) || s.capital(r.to-1) || s.kind(r.from) == prose.Number || s.is(r.to-1, person)
	if !named && !adverbOnly || s.is(r.before, preposition) && !adverbOnly && s.fronting(r.before) {
		return subject{}
	}
	if s.finite(r.before) && !s.any(j+1, relativeOpeners) {
		return subject{} // an object, with its own apposition
	}
	r.how = howApposition
	if n := s.namedIn(j+1, i); !n.empty() && !s.capital(r.to-1) {
		n.before, n.how = r.before, r.how
		return n
	}
	return r
}

// namedIn answers the body whose name alone stands between commas, behind "the": her partner, the Homeland Union, has.
func (s *sentence) namedIn(from, to int) subject {
	if to-from < 2 || to-from > 5 || !s.is(from, article) {
		return subject{}
	}
	for j := from + 1; j < to; j++ {
		if !s.capital(j) {
			return subject{}
		}
	}
	n := s.plain(to - 1)
	if n.from != from || n.to != to {
		return subject{}
	}
	return n
}

var relativeOpeners = these(relative, who)

// fronting tells a preposition that opens the sentence or follows a comma: "In Geneva, ..." has no subject.
func (s *sentence) fronting(i int) bool {
	return i == 0 || s.kind(i-1) == prose.Comma || s.opening(i) || s.is(i-1, and)
}

// titled takes what stands before a lone comma: "Senate President, Bukola Saraki, will" read from its first part failed.
func (s *sentence) titled(i int) subject {
	r := s.plain(i - 1)
	if r.empty() || !s.capital(r.to-1) || s.is(r.before, preposition) {
		return subject{}
	}
	r.how = howFallback
	return r
}

// opener answers the bracket that opens what closes at a word.
func (s *sentence) opener(i int) int {
	for j := i - 1; j >= 0 && j > i-appositionWords; j-- {
		if s.kind(j) == prose.Open {
			return j
		}
	}
	return -1
}
