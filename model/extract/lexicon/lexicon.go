// Package lexicon holds the word tables of the extraction: plain text, one thought a line, each naming its source at
// its head, so that a person can read and correct them.
//
// Rules of the format:
//   - "#" opens a comment, to the end of the line.
//   - "[name]" opens a section.
//   - every other line that is not empty is an entry; what its fields mean is said at the head of the table.
//
// Words are looked up by the hash of their folded form: one hash a word, taken once by the tokeniser, and one probe a
// table. Nothing is read before it is asked for.
package lexicon

import (
	"embed"
	"strings"
)

//go:embed *.txt
var tables embed.FS

// Text answers a table as it stands. A name that is not there is a mistake of the program.
func Text(name string) string {
	raw, err := tables.ReadFile(name)
	if err != nil {
		panic("lexicon: no table " + name)
	}
	return string(raw)
}

// Entries calls entry for every entry of a table, with the section it stands in.
func Entries(name string, entry func(section, line string)) {
	section := ""
	for line := range strings.Lines(Text(name)) {
		if at := strings.IndexByte(line, '#'); at >= 0 {
			line = line[:at]
		}
		line = strings.TrimSpace(line)
		switch {
		case line == "":
		case line[0] == '[' && line[len(line)-1] == ']':
			section = line[1 : len(line)-1]
		default:
			entry(section, line)
		}
	}
}
