package proposal

// A group is a set of words that the rules treat alike: the sections of lexicon/proposal-words.txt, and a few that are
// made from the other tables.
type group uint8

const (
	article group = iota
	pointing
	amount
	possessive
	subjectPronoun
	objectPronoun
	anybody
	pluralPronoun
	be
	finiteBe
	have
	finiteHave
	do
	modal
	must
	should
	would
	not
	to
	that
	relative
	who
	wh
	whether
	preposition
	of
	innerPreposition
	subordinator
	and
	but
	adverb
	day
	month
	period
	when
	subordinate
	feared
	cut
	condition
	carrier
	person
	matter
	quiet
	light
	speech
	said
	finite
	willVerb
	saidWillVerb
	weakWill
	hedge
	hedging
	idea
	ground
	include
	planNoun
	planning
	ready
	unwilling
	failing
	reaching
	raising
	mustBe
	answerNo
	answerYes
	objectControl
	state    // a state, its people, its seat: lexicon/states.txt
	mover    // a verb of proposal-verbs.txt
	mentions // a noun of proposal-nouns.txt
	groups
)

// sections names the groups as the table does.
var sections = [groups]string{
	"article", "pointing", "amount", "possessive", "subject", "object", "anybody", "plural-pronoun", "be", "finite-be",
	"have", "finite-have", "do", "modal", "must", "should", "would", "not", "to", "that", "relative", "who", "wh",
	"whether", "preposition", "of", "inner-preposition", "subordinator", "and", "but", "adverb", "day", "month", "period",
	"when", "subordinate-clause", "feared", "cut", "condition", "carrier", "person", "matter", "quiet", "light", "speech",
	"said", "finite", "will", "said-will", "will-weak", "hedge", "hedging", "idea", "ground", "include", "plan",
	"planning", "ready", "unwilling", "failing", "reaching", "raising", "must-be",
	"answer-no", "answer-yes", "object-control",
}

// A set holds groups: a field for each half of them, as the compiler keeps fields in registers, and arrays in memory.
type set struct{ low, high uint64 }

func (s set) has(g group) bool {
	if g < 64 {
		return s.low>>g&1 != 0
	}
	return s.high>>(g-64)&1 != 0
}

func (s set) any(o set) bool { return s.low&o.low|s.high&o.high != 0 }

func (s *set) join(o set) {
	s.low |= o.low
	s.high |= o.high
}

func (s *set) add(g group) {
	if g < 64 {
		s.low |= 1 << g
	} else {
		s.high |= 1 << (g - 64)
	}
}

// these makes a set.
func these(list ...group) (s set) {
	for _, g := range list {
		s.add(g)
	}
	return s
}
