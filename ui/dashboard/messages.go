package dashboard

import (
	"parley/model"
	"parley/ui/pane"
)

// A question is something that is asked of the library. Only the latest of each kind is listened to.
type question uint8

const (
	askOverview question = iota
	askBriefings
	askActors
	askProposals
	askQuotes
	askText
	askPreview
	askSearch
	askSearchMore
	askFurther
	askFacets
	askProblems
	askExplain
	askWait
	askRefresh
	questions
)

// An answer is what the library said to a question, or why it said nothing.
type answer struct {
	to   question
	seq  uint64
	said any
	err  error
}

// A found is everything that a search shows at once.
type found struct {
	quotes    model.Page[model.Quote]
	proposals model.Page[model.Proposal]
	briefings model.Page[model.Briefing]
	heads     heads // of the hits' files
}

// A paused comes when somebody has stopped typing.
type paused struct {
	sheet *searchSheet
	typed int
}

// A sent is the end of an attempt to copy.
type sent struct {
	path string // where WriteCopy put it
	err  error
}

// A marked is the end of an attempt to mark a briefing as read or unread.
type marked struct {
	read  bool
	asked bool // by a key, not by reading
	err   error
}

// An edited is the end of a visit to the editor.
type edited struct{ err error }

// An indexed is what a long text holds.
type indexed struct{ index pane.Index }

// A broken is a panic in a command: shown, not passed on.
type broken struct{ err error }
