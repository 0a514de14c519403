package render

import (
	"unicode/utf8"

	"parley/model"
)

// Statements are cited without their quotation marks, and are shown with them.

// WithMarks widens a statement by the quotation marks that stand right round it, if there are any.
func WithMarks(src []byte, r model.Range) model.Range {
	if r.Start < 0 || r.End > len(src) || r.Start >= r.End {
		return r
	}
	before, n := utf8.DecodeLastRune(src[:r.Start])
	after, m := utf8.DecodeRune(src[r.End:])
	if isMark(before) {
		r.Start -= n
	}
	if isMark(after) {
		r.End += m
	}
	return r
}

// QuoteMarks answers the quotation marks of statements, to be set off: those round them, or else those they begin and
// end with.
func QuoteMarks(src []byte, statements []model.Range) []model.Range {
	out := make([]model.Range, 0, 2*len(statements))
	for _, r := range statements {
		if r.Start < 0 || r.End > len(src) || r.Start >= r.End {
			continue
		}
		wide := WithMarks(src, r)
		if first, n := utf8.DecodeRune(src[wide.Start:]); isMark(first) {
			out = append(out, model.Range{Start: wide.Start, End: wide.Start + n})
		}
		if last, n := utf8.DecodeLastRune(src[:wide.End]); isMark(last) && wide.End-n > wide.Start {
			out = append(out, model.Range{Start: wide.End - n, End: wide.End})
		}
	}
	return out
}

func isMark(r rune) bool {
	switch r {
	case '"', '\'', '“', '”', '„', '‟', '‘', '’', '‚', '‛', '«', '»', '‹', '›', '「', '」', '『', '』', '〝', '〞', '〟', '＂':
		return true
	}
	return false
}
