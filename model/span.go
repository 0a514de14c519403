package model

// A Span is the place of a statement in its source. No statement is without one.
//
// Start and End count bytes of the briefing's text as it was decoded (UTF-8, line ends as "\n"); for a file that is
// already so they are the file's own bytes. Text.FileOffset leads from one to the other.
type Span struct {
	File      string // the briefing, as Briefing.File
	Start     int    // the first byte
	End       int    // the byte after the last
	Line      int    // of Start, from 1
	Paragraph int    // of Start, from 1; 0 where the text has none there (front matter, headings)
}

// Contains tells whether all of other lies in s.
func (s Span) Contains(other Span) bool {
	return s.File == other.File && s.Start <= other.Start && other.End <= s.End
}

// Overlaps tells whether the two share a byte.
func (s Span) Overlaps(other Span) bool {
	return s.File == other.File && s.Start < other.End && other.Start < s.End
}

// A Range is a piece of a text in bytes, end exclusive.
type Range struct{ Start, End int }
