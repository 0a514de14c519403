package markdown

import (
	"bytes"
	"slices"

	"parley/model"
)

// A Front is what the head of a briefing says: YAML between ---, TOML between +++, or the header of a cable or mail.
// Whatever cannot be taken as it stands is a problem; the rest of the head and the text are read all the same.
type Front struct {
	Format string // "YAML", "TOML", "cable", "mail", or empty where there is no head
	End    int    // where the text begins

	Title       string
	Date        model.Date
	DateFrom    string // where the date is from: the key, "lead-in" or "file name"
	Tracks      []string
	Tags        []string
	Source      string
	Author      string
	URL         string
	Ref         string
	Type        string // in lower case
	Lang        string
	Marks       string // "doubled": two apostrophes in a row are a quotation mark as any other
	Marking     string
	Reliability string
	Actors      []Listed
	Place       string
	Event       string
	Version     string
	Supersedes  string
	Summary     string
	Fields      []model.Field   // keys without a meaning here
	Problems    []model.Problem // without File
}

// A Listed is an actor that the front matter lists.
type Listed struct {
	Name, Code, Party, Role string
	Aliases                 []string
	Line                    int
}

const (
	maxFront = 16 << 10
	maxKeys  = 256
	maxNest  = 16
)

// parseFront reads the head of a text.
func parseFront(src []byte) Front {
	f := Front{}
	switch first := firstLine(src); {
	case string(trimRight(first)) == "---":
		f.fenced(src, "YAML", len(first), "---", "...")
	case string(trimRight(first)) == "+++":
		f.fenced(src, "TOML", len(first), "+++", "+++")
	default:
		f.header(src)
	}
	f.withinFile(src)
	slices.SortStableFunc(f.Problems, func(a, b model.Problem) int { return a.Line - b.Line })
	return f
}

// withinFile keeps problems on lines that the file has: the parser of YAML counts other signs as line ends too.
func (f *Front) withinFile(src []byte) {
	if len(f.Problems) == 0 {
		return
	}
	last := 1 + bytes.Count(src[:min(len(src), 2*maxFront)], []byte{'\n'})
	for i := range f.Problems {
		f.Problems[i].Line = min(f.Problems[i].Line, last)
	}
}

// fenced reads a head that stands between two lines of its own.
func (f *Front) fenced(src []byte, format string, from int, closing, closing2 string) {
	end, next := -1, len(src)
	for at := from; at < len(src); {
		l := firstLine(src[at:])
		if t := string(trimRight(l)); len(l) < 16 && (t == closing || t == closing2) {
			end, next = at, at+len(l)
			break
		}
		at += len(l)
	}
	if end < 0 {
		f.unclosed(src, format, from)
		return
	}
	body := src[from:end]
	lines := bytes.Count(body, []byte{'\n'})
	switch {
	case len(body) > maxFront:
		f.problem(1, 0, "the front matter is longer than 16 KB", "it is shown as text")
		return
	case lines > maxKeys*4:
		f.problem(1, 0, "the front matter has more than 1,024 lines", "it is shown as text")
		return
	}
	f.Format, f.End = format, next
	f.apply(f.entries(body))
}

func (f *Front) entries(body []byte) []entry {
	if f.Format == "TOML" {
		return f.toml(body)
	}
	return f.yaml(body)
}

// unclosed reads a head that is never closed as far as its lines are keys. A text that begins with a rule has none.
func (f *Front) unclosed(src []byte, format string, from int) {
	end := from
	for end < len(src) && end-from < maxFront {
		l := firstLine(src[end:])
		if k, _, ok := keyLine(l); (!ok || k == "") && !(end > from && len(l) > 0 && (l[0] == ' ' || l[0] == '\t') && !isBlank(l)) {
			break
		}
		end += len(l)
	}
	if end == from {
		return
	}
	line := 2 + bytes.Count(src[from:end], []byte{'\n'})
	f.problem(1, 0, "the front matter is not closed", "it was read up to line "+itoa(line-1))
	f.Format, f.End = format, end
	f.apply(f.entries(src[from:end]))
}

// maxProblems is how many problems of one head are told.
const maxProblems = 50

func (f *Front) problem(line, column int, message, done string) {
	if len(f.Problems) == maxProblems {
		return
	}
	f.Problems = append(f.Problems, model.Problem{Line: line, Column: column, Message: message, Done: done})
}

// firstLine answers a line with its end.
func firstLine(src []byte) []byte {
	if i := bytes.IndexByte(src, '\n'); i >= 0 {
		return src[:i+1]
	}
	return src
}

func trimRight(l []byte) []byte { return bytes.TrimRight(l, " \t\r\n") }
