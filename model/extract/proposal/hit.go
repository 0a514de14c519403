package proposal

import "parley/model"

// A hit is what a rule found, in words of one sentence.
type hit struct {
	reason     symbol // the rule
	key        string // the verb, noun or adjective
	symbol     symbol // of the key, where the tables have it
	family     model.Predicate
	move       *move // nil for other than verbs
	cue        span
	content    span
	whole      bool // the content is to be taken as it is: no rule may end it earlier
	actors     []subject
	complement complement
	form       form
	ruleEnd    int // where the rules end the content
	verb       int // the word by which the clause is looked at
	nest       nest
	passive    bool
	negated    bool
	denies     bool // by "neither" and "nor" before it, not by a word of its own
	modal      bool
	hedged     bool
	strong     bool   // stays under a verb of speech
	answers    bool   // it answers a proposal of the sentence before
	special    bool   // a rule of its own kind, which no model judges
	dropped    symbol // why it does not count; nothing: it counts
	score      int    // of the keep model
}

// A nest tells under what a clause stands.
type nest uint8

const (
	free      nest = iota
	underSaid      // the subject stands right after a verb of speech
	afterSaid      // a verb of speech stands before the subject
	underThat
	underIf
)

var nestNames = symbols("free", "said", "after said", "that", "if")

// Why a hit is dropped.
var (
	dropNobody = sym("nobody") // nobody acts
	dropQuoted = sym("quoted") // it is part of a quote
	dropIf     = sym("if")     // it is only asked or supposed
	dropNested = sym("nested") // it stands under another clause
	dropInner  = sym("inner")  // it stands in the content of another
	dropPlan   = sym("plan")   // a plan's rule has it already
	dropIdle   = sym("idle")   // nobody's position is in it
	dropDoubt  = sym("doubt")  // the keep model
	counted    = sym("")
)

// dropName answers why a hit is dropped, for one that counts a symbol with an empty name.
func dropName(h *hit) symbol {
	if h.dropped == 0 {
		return counted
	}
	return h.dropped
}

// The rules by which hits are found.
var (
	verbRule, passiveRule, nounRule = sym("verb"), sym("passive"), sym("noun")
	readyRule, unwillingRule        = sym("ready"), sym("unwilling")
	saidMustRule, saidShouldRule    = sym("said-must"), sym("said-should")
	saidWillRule, saidWillNotRule   = sym("said-will"), sym("said-will-not")
	willRule, willNotRule           = sym("will"), sym("will-not")
	planRule, ideaRule, groundRule  = sym("plan"), sym("idea"), sym("ground")
	failedRule, answerRule          = sym("failed"), sym("answer")
)

// A complement is what follows a verb.
type complement uint8

const (
	noComplement complement = iota
	thatClause
	bareClause
	infinitive
	object
	gerundClause
	question
	quotation
	audienceTo
	subjectOfPassive
	quoteBefore
)

var complementNames = symbols("none", "that", "clause", "to", "object", "-ing", "question", "quotation", "somebody to",
	"subject", "quotation before")
