package model

// An Origin tells what a person wrote from what was found and what was reviewed.
type Origin uint8

// Written is marked as such in the briefing; Found was found in prose; Reviewed was confirmed or corrected by a person.
const (
	Found Origin = iota
	Written
	Reviewed
)

// String answers the word of the export contract.
func (o Origin) String() string { return [...]string{"found", "written", "reviewed"}[o] }

// A Certainty says how sure parley is of an attribution that it found. What is written is always sure.
type Certainty uint8

// Doubtful, likely and sure are calibrated on annotated news: see package extract for the shares that were right.
const (
	Doubtful Certainty = iota
	Likely
	Sure
)

// String answers the word of the export contract.
func (c Certainty) String() string { return [...]string{"doubtful", "likely", "sure"}[c] }

// A Grade is a rung of the attribution ladder: how near the words are to a named mouth.
type Grade uint8

// OnRecord is a named speaker; Unnamed "a Western official"; Reported second hand ("is said to", a report says);
// Narrator the outlet's own voice, nobody's statement.
const (
	Narrator Grade = iota
	Reported
	Unnamed
	OnRecord
)

// String answers the words of the export contract: "on record", "unnamed", "reported", "narrator".
func (g Grade) String() string { return [...]string{"narrator", "reported", "unnamed", "on record"}[g] }
