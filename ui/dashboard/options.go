package dashboard

import (
	"time"

	"github.com/charmbracelet/colorprofile"

	"parley/model"
)

// A Style is how the screen is coloured.
type Style string

// Auto is dark until the terminal says that its background is light. Mono needs no colour at all.
const (
	Auto  Style = "auto"
	Dark  Style = "dark"
	Light Style = "light"
	Mono  Style = "mono"
)

// A Multiplexer stands between parley and the terminal. It decides how a copy gets through.
type Multiplexer uint8

// Tmux passes copies on where it is allowed to; Screen needs them wrapped.
const (
	Direct Multiplexer = iota
	Tmux
	Screen
)

// Options is what the dashboard is given by whoever opens it: everything that it may do to the outside. What is nil
// cannot be done, and the screen says so: a served session has, by construction, no editor and no file to write.
type Options struct {
	Style   Style
	Profile colorprofile.Profile // what the terminal can show; the terminal's own answer replaces it
	Plain   bool                 // a terminal that shows few signs: ASCII alone, until its environment tells more
	Through Multiplexer
	Start   string           // the briefing to open, at Line
	Line    int              //
	Now     func() time.Time // the clock of the status line; nil shows no time
	Pause   time.Duration    // without a key, after which a search shows more than its hits; zero: 150 ms

	// Editor answers the user's editor ($VISUAL, else $EDITOR) and where a briefing lies on disk, or why it has no place there.
	Editor func(file string) (command, path string, err error)
	// WriteCopy keeps a copy in a file and answers where.
	WriteCopy func(content string) (path string, err error)
	// Samples opens the built-in talks, for a library that is empty.
	Samples func() (model.Library, error)
	// NewBriefing writes a first briefing from a template and answers its file, as a Library would name it.
	NewBriefing func() (file string, err error)
	// Read marks a briefing as read or unread; once nil is answered the mark holds, and the Library answers it. The error
	// says what to do.
	Read func(file string, read bool) error
	// LastVisit is when this reader looked at the library before; zero: never, or nobody knows.
	LastVisit time.Time
	// News answers how many briefings came since LastVisit; it returns at once. nil: nobody counts.
	News func() int
	// Place is where this reader was then; zero: nowhere yet. Start goes before it.
	Place Place
	// Remember is told where the reader is after each key that moved them; it returns at once.
	Remember func(Place)
	// Stop ends loading; what is read stays.
	Stop func()
}
