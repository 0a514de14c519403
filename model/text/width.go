package text

import (
	"github.com/clipperhouse/displaywidth"
	"github.com/clipperhouse/uax29/v2/graphemes"
)

// Width answers how many cells s takes, as lipgloss counts them: a cluster is 0, 1 or 2 cells, ambiguous characters one.
// It wants clean text: controls count nothing.
func Width(s string) int { return displaywidth.String(s) }

// Truncate answers s in at most so many cells, with … at the end when something was cut. It never splits a cluster.
func Truncate(s string, cells int) string {
	switch {
	case len(s) <= cells && asciiOnly(s), Width(s) <= cells:
		return s
	case cells <= 0:
		return ""
	}
	end, left := 0, cells-1
	for g := graphemes.FromString(s); g.Next(); {
		if left -= Width(g.Value()); left < 0 {
			break
		}
		end = g.End()
	}
	return s[:end] + "…"
}

func asciiOnly(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] >= 0x7F {
			return false
		}
	}
	return true
}
