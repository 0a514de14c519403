package model

// A Briefing is one file: what its head says, and how much is in it. Its text is in Text.
type Briefing struct {
	File        string // slash-separated, relative to the library's root
	Title       string
	NoTitle     bool // Title is the first sentence
	Date        Date
	FileDate    Date   // the file's own time: shown as "file date", never used
	Source      string // the outlet
	Author      string
	Tracks      []string // of the file and of its statements, in the order of the library's tracks
	Tags        []string
	Type        string // cable, note, news, readout, non-paper, draft, transcript, statement, matrix; empty: not said
	Lang        string // "en", as written or found
	Marking     string
	Reliability string
	Place       string
	Event       string
	Version     string
	Supersedes  string
	Summary     string
	URL         string
	Ref         string
	Fields      []Field // front matter that has no meaning here: kept, shown under i, searched
	Problems    []Problem
	Hidden      int // characters that a reader would not see, counted for the badge
	Quotes      int // statements, terms not counted
	Proposals   int
	Actors      int
	Words       int
	Paragraphs  int
	Unread      bool   // by whoever looks at the library; a folder alone does not know
	Sum         uint64 // of the file's bytes: another sum is another content; 0: not known
}

// A Field is a key of the front matter and its value on one line.
type Field struct{ Key, Value string }

// A Text is one briefing with all that stands in it.
type Text struct {
	Briefing  Briefing
	Body      []byte  // the whole file, decoded to UTF-8 with "\n" line ends; spans count its bytes
	Start     int     // where the text begins, after the front matter
	Omitted   []Range // pieces after Start that are not shown, as a date run into the first line
	Quotes    []Quote // in the order of the text
	Proposals []Proposal
	Actors    []Actor // with the mentions of this file
	Days      []Day
	Plain     string           // not empty: why Markdown is not drawn
	Offset    func(at int) int // from bytes of Body to bytes of the file; nil: they are the same
}

// FileOffset leads from a byte of the text to the byte of the file.
func (t *Text) FileOffset(at int) int {
	if t.Offset == nil {
		return at
	}
	return t.Offset(at)
}

// AllTracks answers the tracks of the briefing and of its statements.
func (t *Text) AllTracks() map[string]bool {
	all := map[string]bool{}
	take := func(names []string) {
		for _, name := range names {
			all[name] = true
		}
	}
	take(t.Briefing.Tracks)
	for i := range t.Quotes {
		take(t.Quotes[i].Tracks)
	}
	for i := range t.Proposals {
		take(t.Proposals[i].Tracks)
	}
	return all
}

// A Day is a relative day of the text ("on Friday") with the date it stands for.
type Day struct {
	Start, End int
	Words      string
	Date       Date
}
