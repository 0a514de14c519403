package search

import (
	"strings"
	"unicode"
)

// A Completion puts Text in the place of the query's bytes From to To.
type Completion struct {
	From, To int
	Text     string
	Doc      string // of a field
}

// Complete answers what the term before the cursor may become: the names of fields, and after a colon the field's
// values, for which values is asked where they are not fixed (it may be nil).
func Complete(query string, cursor int, values func(field string) []string) []Completion {
	cursor = max(0, min(cursor, len(query)))
	from := termStart(query[:cursor])
	term := query[from:cursor]
	name, typed, isField := strings.Cut(term, ":")
	var list []Completion
	if !isField {
		for i := range Fields {
			if f := &Fields[i]; strings.HasPrefix(f.Name, strings.ToLower(term)) {
				list = append(list, Completion{from, cursor, f.Name + ":", f.Doc})
			}
		}
		return list
	}
	field := fieldNamed(strings.ToLower(name))
	if field == nil {
		return nil
	}
	typed = typed[strings.LastIndexByte(typed, ',')+1:]
	known := field.Values
	if known == nil && values != nil {
		known = values(field.Name)
	}
	want := strings.Join(wordsOf(typed), " ")
	for _, v := range known {
		if want != "" && !patternOf([]string{want}, false).inAny(v) {
			continue
		}
		shown := v
		if strings.ContainsAny(v, " ,") {
			shown = quoted(v)
		}
		list = append(list, Completion{cursor - len(typed), cursor, shown, ""})
	}
	return list
}

// termStart answers where the last term of a query begins, its minus passed over. Blanks between marks part nothing.
func termStart(query string) int {
	start, closers := 0, ""
	for i, r := range query {
		switch {
		case closers != "":
			if strings.ContainsRune(closers, r) {
				closers = ""
			}
		case unicode.IsSpace(r):
			start = i + len(string(r))
		case partners(r) != "":
			closers = partners(r)
		}
	}
	for _, minus := range []string{"-", "−", "–"} {
		if rest, ok := strings.CutPrefix(query[start:], minus); ok {
			return len(query) - len(rest)
		}
	}
	return start
}
