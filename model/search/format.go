package search

import (
	"strings"

	"parley/model"
)

// Format writes a filter as a query that Parse reads back to the same terms: for saved searches, for suggestions, for a
// command line. Track and File become terms too.
func Format(f model.Filter) string {
	var parts []string
	if f.Track != "" {
		parts = append(parts, "track:"+quoted(f.Track))
	}
	if f.File != "" {
		parts = append(parts, "file:"+quoted(f.File))
	}
	for _, c := range f.Terms {
		parts = append(parts, formatCondition(c))
	}
	return strings.Join(parts, " ")
}

func formatCondition(c model.Condition) string {
	minus := ""
	if c.Not {
		minus = "-"
	}
	if c.Field == "" {
		if c.Whole {
			return minus + quoted(strings.Join(c.Words, " "))
		}
		return minus + strings.Join(c.Words, "-")
	}
	values := make([]string, len(c.Words))
	for i, v := range c.Words {
		switch field := fieldNamed(c.Field); {
		case c.Whole || field != nil && field.read != nil && strings.ContainsAny(v, " ,\""):
			values[i] = quoted(v)
		default:
			values[i] = strings.ReplaceAll(v, " ", "-")
		}
	}
	return minus + c.Field + ":" + strings.Join(values, ",")
}

func quoted(s string) string { return `"` + strings.ReplaceAll(s, `"`, "") + `"` }
