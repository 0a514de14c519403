package search

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"parley/model"
	"parley/model/text"
)

// How a query is read
//
//   - Blanks part its terms. Each term may begin with a minus (- − –).
//   - A mark of quotation opens at the beginning of a term or of a value, and runs to its partner: "…" „…“ “…” «…» »…« ‹…›
//     「…」. A double mark closes any double mark, as keyboards mix them. Not closed, it runs to the end, and the last word
//     is still being typed: a prefix.
//   - A known name and a colon make a field; a comma parts its values, of which one must fit.
//   - Everything else is words. A term of several ("cease-fire") asks for them side by side.

// Parse reads a query without a reference date: days without a year fit any year.
func Parse(query string) (model.Filter, error) { return ParseAt(query, "") }

// ParseAt reads a query; ref is the day up to which "1 april", "friday" and "7d" are looked for, as a rule the newest
// briefing's. The filter can always be used: the error is of type Notes, and tells what was not read as it may have
// been meant.
func ParseAt(query string, ref model.Date) (model.Filter, error) {
	p := parser{s: query, ref: ref}
	for p.blank(); p.at < len(p.s); p.blank() {
		p.term()
	}
	if len(p.notes) == 0 {
		return p.filter, nil
	}
	return p.filter, p.notes
}

// Notes are what Parse has to say about a query that it read all the same.
type Notes []Note

// A Note is about the bytes of the query from Start to End.
type Note struct {
	Start, End int
	Message    string
}

// Error answers the messages on one line.
func (n Notes) Error() string {
	var all []string
	for _, note := range n {
		all = append(all, note.Message)
	}
	return strings.Join(all, "; ")
}

type parser struct {
	s      string
	at     int
	ref    model.Date
	filter model.Filter
	notes  Notes
}

func (p *parser) note(start, end int, format string, args ...any) {
	p.notes = append(p.notes, Note{start, end, fmt.Sprintf(format, args...)})
}

func (p *parser) blank() {
	for p.at < len(p.s) {
		r, n := utf8.DecodeRuneInString(p.s[p.at:])
		if !unicode.IsSpace(r) {
			return
		}
		p.at += n
	}
}

func (p *parser) term() {
	start := p.at
	not := p.minus()
	if name, field := p.fieldName(); field != nil {
		p.at += len(name) + 1
		p.values(field, not, start)
		return
	}
	words, whole := p.piece("")
	c := model.Condition{Words: wordsOf(words), Whole: whole, Not: not}
	if len(c.Words) > 0 {
		p.filter.Terms = append(p.filter.Terms, c)
	} else if shown := p.s[start:p.at]; p.at < len(p.s) || len(shown) > 1 {
		// A single sign at the end is somebody who has just begun to type.
		p.note(start, p.at, "nothing to search for in “%s”", clean(shown))
	}
}

// minus takes a minus that something follows.
func (p *parser) minus() bool {
	r, n := utf8.DecodeRuneInString(p.s[p.at:])
	next, _ := utf8.DecodeRuneInString(p.s[p.at+n:])
	if r != '-' && r != '−' && r != '–' || p.at+n == len(p.s) || unicode.IsSpace(next) {
		return false
	}
	p.at += n
	return true
}

// fieldName answers the letters before a colon, and the field of that name. Of a name that is not known it makes a note.
func (p *parser) fieldName() (string, *Field) {
	rest := p.s[p.at:]
	n := 0
	for n < len(rest) && ('a' <= rest[n]|0x20 && rest[n]|0x20 <= 'z') {
		n++
	}
	if n == 0 || n == len(rest) || rest[n] != ':' {
		return "", nil
	}
	name := rest[:n]
	field := fieldNamed(strings.ToLower(name))
	if field == nil && !strings.HasPrefix(rest[n:], "://") {
		hint := ""
		if near := nearest(strings.ToLower(name), fieldNames()); near != "" {
			hint = "; did you mean " + near + ":"
		}
		p.note(p.at, p.at+n+1, "%s: is not a field, searched as words%s", name, hint)
	}
	return name, field
}

func fieldNames() []string {
	var names []string
	for _, f := range Fields {
		names = append(append(names, f.Name), f.Aliases...)
	}
	return names
}

func (p *parser) values(field *Field, not bool, start int) {
	c := model.Condition{Field: field.Name, Whole: true, Not: not}
	said := len(p.notes)
	for {
		from := p.at
		piece, quoted := p.piece(",")
		if v, ok := p.value(field, piece, from); ok {
			c.Whole = c.Whole && quoted
			c.Words = append(c.Words, v)
		}
		if p.at == len(p.s) || p.s[p.at] != ',' {
			break
		}
		p.at++
	}
	if len(c.Words) == 0 {
		if len(p.notes) == said {
			p.note(start, p.at, "%s: %s, as in %s", field.Name, field.Doc, field.Example)
		}
		return
	}
	c.Whole = c.Whole && field.read == nil
	p.filter.Terms = append(p.filter.Terms, c)
}

// value answers one value as a Condition holds it; not ok where there is nothing in it.
func (p *parser) value(field *Field, piece string, from int) (string, bool) {
	if field.read == nil {
		v := strings.Join(wordsOf(piece), " ")
		return v, v != ""
	}
	v, ok := field.read(piece, p.ref)
	if strings.TrimSpace(piece) == "" {
		return "", false
	}
	if !ok {
		known := strings.Join(field.Values, ", ")
		if known == "" {
			known = "a day as 2025-04-11, “11 april” or april"
		}
		p.note(from, p.at, "%s: “%s” is not known; %s", field.Name, clean(piece), known)
		// At the end somebody may still be typing it, and the list below should not go blank meanwhile.
		return v, p.at < len(p.s)
	}
	return v, true
}

// piece takes a phrase between marks, or everything up to a blank, an opening mark or one of the stops.
func (p *parser) piece(stops string) (words string, quoted bool) {
	r, n := utf8.DecodeRuneInString(p.s[p.at:])
	closers := partners(r)
	if closers == "" {
		return p.bare(stops), false
	}
	start := p.at
	p.at += n
	end := strings.IndexAny(p.s[p.at:], closers)
	if end < 0 {
		words, p.at = p.s[p.at:], len(p.s)
		if words != "" {
			p.note(start, p.at, "the mark %c is not closed, read to the end", r)
		}
		return words, false
	}
	words = p.s[p.at : p.at+end]
	p.at += end
	_, n = utf8.DecodeRuneInString(p.s[p.at:])
	p.at += n
	return words, true
}

func (p *parser) bare(stops string) string {
	start := p.at
	for p.at < len(p.s) {
		r, n := utf8.DecodeRuneInString(p.s[p.at:])
		if unicode.IsSpace(r) || strings.ContainsRune(stops, r) || p.at > start && partners(r) != "" {
			break
		}
		p.at += n
	}
	return p.s[start:p.at]
}

// partners answers the marks that close r; none where r opens nothing.
func partners(r rune) string {
	switch r {
	case '"', '“', '”', '„', '‟':
		return "\"“”‟"
	case '«':
		return "»"
	case '»':
		return "«"
	case '‹':
		return "›"
	case '「':
		return "」"
	case '『':
		return "』"
	}
	return ""
}

func clean(s string) string {
	shown, _ := text.Line(s)
	return text.Truncate(shown, 40)
}

// nearest answers the word of the list that differs least, if it differs little.
func nearest(word string, list []string) string {
	best, at := 3, ""
	if len(word) < 5 {
		best = 2
	}
	for _, w := range list {
		if d := distance(word, w, best); d < best {
			best, at = d, w
		}
	}
	return at
}

// distance counts letters to change, add, leave out or swap; it gives up at most.
func distance(a, b string, most int) int {
	x, y := []rune(a), []rune(b)
	if len(x)-len(y) >= most || len(y)-len(x) >= most {
		return most
	}
	before, last := make([]int, len(y)+1), make([]int, len(y)+1)
	row := make([]int, len(y)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(x); i++ {
		row[0] = i
		for j := 1; j <= len(y); j++ {
			change := last[j-1]
			if x[i-1] != y[j-1] {
				change++
			}
			row[j] = min(change, last[j]+1, row[j-1]+1)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		if slices.Min(row) >= most {
			return most
		}
		before, last, row = last, row, before
	}
	return last[len(y)]
}
