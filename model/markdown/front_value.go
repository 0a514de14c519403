package markdown

import (
	"strconv"
	"strings"
)

// An entry is a key of a head with its value.
type entry struct {
	key          string
	line, column int // of the value
	value        value
}

// A value is a word, a list or a table.
type value struct {
	text  string
	list  []value
	table []entry
	line  int
}

// flat answers a value on one line.
func (v value) flat() string {
	var parts []string
	switch {
	case v.table != nil:
		for _, e := range v.table {
			parts = append(parts, e.key+": "+e.value.flat())
		}
		return strings.Join(parts, "; ")
	case v.list != nil:
		for _, x := range v.list {
			parts = append(parts, x.flat())
		}
		return strings.Join(parts, ", ")
	}
	return strings.Join(strings.Fields(v.text), " ")
}

// words answers a list, or what commas and semicolons separate in a word.
func (v value) words() []string {
	var out []string
	add := func(s string) {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, s)
		}
	}
	switch {
	case v.list != nil:
		for _, x := range v.list {
			add(x.flat())
		}
	case v.table != nil:
		for _, e := range v.table {
			add(e.key)
		}
	default:
		for s := range strings.FieldsFuncSeq(v.text, func(r rune) bool { return r == ',' || r == ';' }) {
			add(s)
		}
	}
	return out
}

func itoa(n int) string { return strconv.Itoa(n) }
