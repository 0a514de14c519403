package pane

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"github.com/clipperhouse/uax29/v2/graphemes"

	"parley/model/text"
)

// What may stand in a list.
//
//   - One line, nothing hidden: model/text sees to that.
//   - No sign about whose width terminals disagree, since one such row shifts every border to its right. A cluster whose
//     width differs between counting it whole and adding up its runes (a family joined by ZWJ, a skin tone, a heart with
//     a variation selector, a keycap) is shown as its first rune. The reader's text shows them as they are.
//   - A sign that stands before a number and joins it (the Arabic number sign) is left out: the number is what counts.
//     A letter that joins what stands behind it is left out where that is a blank, or nothing: it would join what pads
//     the row, which is then a cell short.
//   - Letters are never left out: Devanagari, Thai and the like, about which terminals disagree too, stay whole. A
//     shifted border is the lesser evil than another name.

// Clean answers a text as it may stand in a list, a title, a border.
func Clean(s string) string {
	s, _ = text.Line(s)
	if plain(s) {
		return s
	}
	s = strings.Map(unsigned, s)
	var b strings.Builder
	kept := 0 // what is copied so far
	for g := graphemes.FromString(s); g.Next(); {
		c := g.Value()
		first, size := utf8.DecodeRuneInString(c)
		switch {
		case len(c) > 1 && c[len(c)-1] == ' ':
			b.WriteString(s[kept:g.Start()])
			kept = g.End() - 1
		case g.End() == len(s) && joins(c):
			b.WriteString(s[kept:g.Start()])
			kept = g.End()
		case size == len(c) || unicode.IsLetter(first) || ansi.StringWidthWc(c) == text.Width(c):
		default:
			b.WriteString(s[kept : g.Start()+size])
			kept = g.End()
		}
	}
	if kept == 0 {
		return s
	}
	b.WriteString(s[kept:])
	return b.String()
}

// unsigned drops the signs that stand before a number.
func unsigned(r rune) rune {
	if unicode.Is(unicode.Prepended_Concatenation_Mark, r) {
		return -1
	}
	return r
}

// joins tells a cluster that a blank behind it would become a part of.
func joins(c string) bool {
	g := graphemes.FromString(c + " ")
	return g.Next() && len(g.Value()) > len(c)
}

// plain tells whether no cluster of s can be more than one rune: Latin, general punctuation, arrows, boxes.
func plain(s string) bool {
	for _, r := range s {
		if r >= 0x300 && (r < 0x2010 || r > 0x2027) && (r < 0x2190 || r > 0x25ff) {
			return false
		}
	}
	return true
}

// cut answers the longest beginning of clean s that fits into cells together with tail, then tail; s itself where all of
// it fits. Blanks before the tail go. It answers the width too.
func cut(s string, cells int, tail string) (string, int) {
	if w := text.Width(s); w <= cells {
		return s, w
	}
	tailWidth := text.Width(tail)
	if tailWidth > cells {
		tail, tailWidth = "", 0
	}
	end, used := 0, 0
	for g := graphemes.FromString(s); g.Next(); {
		w := text.Width(g.Value())
		if used+w > cells-tailWidth {
			break
		}
		end, used = g.End(), used+w
	}
	head := strings.TrimRight(s[:end], " ")
	return head + tail, used - (end - len(head)) + tailWidth
}
