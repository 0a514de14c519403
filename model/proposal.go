package model

// A Predicate is what somebody does with a proposal.
type Predicate uint8

// The seven families.
const (
	Propose Predicate = iota
	Demand
	Accept
	Reject
	Concede
	Float
	Commit
)

// String answers the word of the export contract.
func (p Predicate) String() string {
	return [...]string{"propose", "demand", "accept", "reject", "concede", "float", "commit"}[p]
}

// A Proposal is what an actor offers, demands, accepts, rejects, floats or may concede.
type Proposal struct {
	ID        string
	Span      Span // the content
	Text      string
	Predicate Predicate
	Actors    []Mention
	Stance    Stance
	Elements  []Element // the coordinated parts; one alone is not listed
	Grade     Grade
	Via       []string
	Tracks    []string
	Date      Date
	Origin    Origin
	Certainty Certainty
	Reason    string
	Code      string // "T1": the track's letter and a number, for the screen; given by the library
	Title     string // where a person wrote one
}

// An Element is one of the coordinated parts of a proposal.
type Element struct {
	Text       string
	Start, End int
}

// A Stance is for or against on one track or issue, read from cue words until a person reviews it.
type Stance uint8

// Silent is shown as ·, Unclear as ?, For as +, Against as −, Conditional as ±.
const (
	Silent Stance = iota
	Unclear
	For
	Against
	Conditional
)

// Sign answers one character.
func (s Stance) Sign() string { return [...]string{"·", "?", "+", "−", "±"}[s] }

// String answers the word of the export contract.
func (s Stance) String() string {
	return [...]string{"silent", "unclear", "for", "against", "conditional"}[s]
}
