package actor

import (
	"parley/model"
	"parley/model/extract/prose"
)

// Places: a state or a capital is an actor only where it acts, not where things happen.
//
// Rules:
//   - After "in", "at", "near" and their like it is a place, also through "central" and "downtown", and so are those that
//     "and" or a comma adds to it.
//   - After "to" and "from" it is one unless something was given or said to it: "an offer to Moscow", "flew to Moscow".
//   - A capital is one after verbs of moving ("left Moscow"), before a venue ("the London talks"), after "mayor of",
//     and where it opens a dispatch ("MOSCOW, 3 May —").
//   - An adjective names nobody by itself but tells whose the next word is.

// judge decides whether somebody of the tables acts, stands as a place, or only tells whose something is.
func (s *scan) judge(n int32) {
	r := &s.raws[n]
	if r.sort != tabled {
		r.place = r.place || s.located(r.from, false)
		return
	}
	e := &s.tableOf(r.own).entries[r.entry]
	switch {
	case r.use == demonym:
		last := s.d.Tokens[r.to-1]
		word := s.d.Text[last.Start:last.End]
		r.people = e.kind == model.State && s.people(r.from, last, word)
		r.modifier = !r.people && r.to < s.end && s.d.Tokens[r.to].Kind == prose.Word && s.traits[r.to]&(auxiliary|function) == 0
	case e.kind == model.Organisation || e.kind == model.Outlet:
		if r.use == seat {
			r.place = s.located(r.from, true) || s.venueFollows(r.to)
		}
	case r.use == seat && e.kind == model.Group:
		r.place = s.located(r.from, false)
	case r.use == seat:
		r.place = s.located(r.from, true) || s.venueFollows(r.to) || s.dateline(r)
	default:
		r.place = s.located(r.from, false)
	}
}

// people tells the people of a nation from its adjective: "Russians", "Ukrainiens", "Russen".
func (s *scan) people(from int32, last prose.Token, word string) bool {
	switch {
	case s.t.english:
		return endsIn(word, "s") && !endsIn(word, "ss") || endsIn(word, "men")
	case !last.Is(prose.Capital) || s.starts(from):
		return false
	}
	return s.t.nouns || endsIn(word, "s")
}

// located tells whether the words before make a place of a name; strict: of a capital.
func (s *scan) located(at int32, strict bool) bool {
	i := at - 1
	first := s.paragraphStart()
	for i >= first && s.d.Tokens[i].Kind == prose.Word && (s.traits[i]&determiner != 0 || adjectival(s.d.Word(i))) {
		i--
	}
	if i < first {
		return false
	}
	t := &s.d.Tokens[i]
	switch {
	case t.Kind == prose.Comma || t.Hash == hashAnd:
		return s.besidePlace(i, first)
	case t.Kind != prose.Word:
		return false
	case s.traits[i]&placeBefore != 0:
		return true
	case s.traits[i]&towards != 0:
		return !s.handedTo(i, first)
	case t.Hash == hashOf:
		return i > first && s.traits[i-1]&partOf != 0
	case strict && s.traits[i]&moving != 0:
		return true
	case strict && (s.d.Tokens[at-1].Hash == hashThe || s.traits[at-1]&determiner != 0):
		return !s.palace(at)
	}
	return false
}

// adjectival tells the few adjectives that stand between "in" and a place.
func adjectival(w string) bool {
	switch w {
	case "central", "downtown", "northern", "southern", "eastern", "western", "occupied", "nearby", "neighbouring", "neighboring":
		return true
	}
	return false
}

// palace tells a seat that takes an article: the Kremlin, the White House.
func (s *scan) palace(at int32) bool {
	switch s.d.Word(at) {
	case "Kremlin", "White", "Élysée", "Elysée", "Elysee", "Vatican", "Holy", "Hague", "Quai", "Planalto", "Moncloa", "Blue":
		return true
	}
	return false
}

// handedTo tells whether what goes to somebody is given or said to them.
func (s *scan) handedTo(i, first int32) bool {
	for k, n := i-1, 0; k >= first && n < 5; k, n = k-1, n+1 {
		if s.d.Tokens[k].Kind == prose.Stop || s.d.Tokens[k].Kind == prose.Semicolon {
			return false
		}
		if s.traits[k]&handed != 0 {
			return true
		}
		if s.traits[k]&(moving|placeBefore) != 0 {
			return false
		}
	}
	return false
}

// nearRaws is how many of the raws noted last are asked whether they stand right before.
const nearRaws = 4

// besidePlace tells whether "and" or a comma adds a name to a place: "in Geneva and Paris".
func (s *scan) besidePlace(i, first int32) bool {
	for k := len(s.raws) - 1; k >= 0 && k >= len(s.raws)-nearRaws; k-- {
		r := &s.raws[k]
		if r.to == i && r.from >= first {
			return r.place || r.sort == unknown && s.located(r.from, false)
		}
	}
	k := i - 1 // a place that no table knows: in Geneva and Paris
	for k >= first && s.d.Tokens[k].Kind == prose.Word && s.d.Tokens[k].Is(prose.Capital) {
		k--
	}
	return k < i-1 && k >= first && s.traits[k]&placeBefore != 0
}

// venueFollows tells whether a capital only names a meeting, or lies beside a comma that names its state.
func (s *scan) venueFollows(to int32) bool {
	return to < s.end && s.d.Tokens[to].Kind == prose.Word && s.traits[to]&(venue|placeWord) != 0
}

// dateline tells the place from which a dispatch was sent.
func (s *scan) dateline(r *raw) bool {
	if r.from != s.paragraphStart() || r.to >= s.end {
		return false
	}
	switch s.d.Tokens[r.to].Kind {
	case prose.Comma, prose.Open, prose.Dash, prose.Other:
		return true
	}
	return false
}

func (s *scan) paragraphStart() int32 { return s.d.Paragraphs[s.paragraph].FirstToken }
