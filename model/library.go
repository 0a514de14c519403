// Package model is what a briefing says: actors, proposals, quotes, tracks, and where each of them stands.
//
// It holds types and pure computation: no files, no terminal, no network, no clock. The packages below it turn bytes
// into these types (text, markdown, extract) and search them (search).
package model

import "context"

// A Library is the one way from briefings to a screen. A folder held in memory answers it, or a snapshot on disk, or
// one day a server: nothing above it may count on everything being in memory.
//
// Every call may take time: a screen makes it off its own goroutine. Answers are the caller's to keep and not to change.
type Library interface {
	// Overview answers the tracks with their counts, the totals and how far loading is.
	Overview(ctx context.Context, f Filter) (Overview, error)
	// Briefings answers newest first, those without a date last, by file name within a day.
	Briefings(ctx context.Context, f Filter, w Window) (Page[Briefing], error)
	// Text answers one briefing with its statements; ErrNoBriefing where there is none of that name.
	Text(ctx context.Context, file string) (Text, error)
	// Actors answers who is mentioned in what the filter keeps, those with the most statements first, people below their party.
	// Only the whole list (no limit) comes with mentions.
	Actors(ctx context.Context, f Filter, w Window) (Page[ActorRow], error)
	// Proposals answers in the order of the text within a briefing, newest briefing first.
	Proposals(ctx context.Context, f Filter, w Window) (Page[Proposal], error)
	// Quotes answers like Proposals, or by f.Order where f has terms.
	Quotes(ctx context.Context, f Filter, w Window) (Page[Quote], error)
	// Facets answers how all quotes that the filter keeps are spread over speakers, outlets, grades and months; what every
	// one of them has is there too.
	Facets(ctx context.Context, f Filter) ([]Facet, error)
	// Near answers queries that find quotes where the filter finds none: a word spelt otherwise, one term less.
	Near(ctx context.Context, f Filter) ([]Suggestion, error)
	// Problems answers what could not be taken as it stands, by file and line.
	Problems(ctx context.Context, w Window) (Page[Problem], error)
	// Explain answers why a statement is what it is; it may split the briefing again.
	Explain(ctx context.Context, file, id string) (Explanation, error)
	// Wait answers as soon as the library's revision is another than seen.
	Wait(ctx context.Context, seen uint64) (uint64, error)
	// Refresh reads again what changed on disk.
	Refresh(ctx context.Context) error
}

// ErrNoBriefing is answered for a file that the library does not hold.
const ErrNoBriefing = noBriefing("no such briefing")

type noBriefing string

func (e noBriefing) Error() string { return string(e) }

// An Overview is the state of a library.
type Overview struct {
	Name      string // "Kestrel talks", "~/briefings"
	Place     string // the folder as a user would type it; empty for the samples
	Tracks    []Track
	Briefings int
	Actors    int
	Proposals int
	Quotes    int // without terms
	Unread    int
	Problems  int
	Newest    Date
	Progress  Progress
	Revision  uint64
	Watching  bool
}

// Progress is how far reading is. Done == Total when it is over.
type Progress struct {
	Done, Total, Skipped int
	Reading              bool
}

// An ActorRow is an actor with how many statements in the filtered whole are theirs.
type ActorRow struct {
	Actor      Actor
	Statements int
	Below      bool // a person shown under the party of the row above
	Both       bool // has statements for and against
}

// An Explanation is why a statement is what it is, in words a reader understands.
type Explanation struct {
	Rule       string // the name of the sieve that decided
	Cue        string // the words that gave it away, as they stand; may be empty
	Candidates []Candidate
	Notes      []string // one thought a line
}

// A Candidate is somebody whose statement it could have been.
type Candidate struct {
	Words  string
	Name   string
	Score  float64 // share of certainty, 0 to 1
	Chosen bool
}
