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
	Span      Span   // the content
	Text      string // the content; marks without their other half are left out
	Verb      string // the words of the text before it for what they do: "would not"; empty where none stand there
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

// Sentence answers what stands on a line of its own: the title that a person wrote, else what they do and with what, so that
// whose it is and these words are a sentence: "would not attend".
func (p *Proposal) Sentence() string {
	switch {
	case p.Title != "":
		return p.Title
	case p.Verb != "":
		return p.Verb + " " + p.Text
	}
	return p.Text
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
