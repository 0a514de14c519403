// Package samples is the built-in library: what parley shows before anybody has given it a folder, and the manual of the
// briefing format, as between them the briefings show every mark of it.
//
// The Kestrel talks are fiction. The briefings of London are written in our own words from one news report, and quote
// only fragments that the report itself quotes, attributed as it attributes them.
package samples

import "embed"

// FS holds the briefings, one folder for each of the Talks.
//
//go:embed kestrel london
var FS embed.FS

// A Talk is one set of briefings.
type Talk struct {
	Name string // as the header of the dashboard shows it
	Root string // its folder in FS
}

// Talks answers the sets, the one to open first at the front.
func Talks() []Talk {
	return []Talk{
		{Name: "Kestrel talks", Root: "kestrel"},
		{Name: "London, April 2025", Root: "london"},
	}
}
