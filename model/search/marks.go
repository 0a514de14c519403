package search

import (
	"cmp"
	"slices"

	"parley/model"
	"parley/model/text"
)

// Marks answers the pieces of a shown text that the words of the filter found, in order and apart from one another. An
// unquoted word marks as much of a word as was typed.
func Marks(f model.Filter, shown string) []model.Range {
	var found []model.Range
	var normal []byte
	var at, origin []int32
	for _, c := range f.Terms {
		if c.Field != "" || c.Not || len(c.Words) == 0 {
			continue
		}
		if normal == nil {
			var fold string
			fold, origin = text.FoldOffsets(shown)
			normal = appendNormal(nil, fold, &at)
		}
		found = appendMarks(found, patternOf(c.Words, c.Whole), normal, at, origin)
	}
	return joined(found)
}

func appendMarks(found []model.Range, p pattern, normal []byte, at, origin []int32) []model.Range {
	for from := 0; ; {
		i := p.index(normal[from:])
		if i < 0 {
			return found
		}
		a, b := from+i, from+i+len(p.text)
		from = a + 1
		if normal[a] == ' ' {
			a++
		}
		if normal[b-1] == ' ' {
			b--
		}
		found = append(found, model.Range{Start: int(origin[at[a]]), End: endOf(int(at[b-1])+1, origin)})
	}
}

// endOf leads from the end of a hit in the folded text to the shown one. A letter that folds to two (ß) is marked whole.
func endOf(folded int, origin []int32) int {
	for folded < len(origin)-1 && origin[folded] == origin[folded-1] {
		folded++
	}
	return int(origin[folded])
}

// joined sorts and makes one of those that touch.
func joined(found []model.Range) []model.Range {
	slices.SortFunc(found, func(a, b model.Range) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End)) })
	out := found[:0]
	for _, r := range found {
		if n := len(out); n > 0 && r.Start <= out[n-1].End {
			out[n-1].End = max(out[n-1].End, r.End)
			continue
		}
		out = append(out, r)
	}
	return out
}
