package speaker

import (
	"strings"
	"sync"

	"parley/model/extract/lexicon"
)

// According to Quill, “…” · “…,” according to Quill · Selon, Laut, Según Quill · По словам, За словами Quill.
//
// Rules:
//   - Within forty words of the quote, in its sentence.
//   - The words that lead to a name stand in grammar.txt, those of a phrase joined by "/".

const accordingReach = 40

// A lead is a phrase that the one who says it follows.
type lead []uint64

// leads answers the phrases by their first word.
var leads = sync.OnceValue(func() map[uint64][]lead {
	all := map[uint64][]lead{}
	lexicon.Entries("grammar.txt", func(section, line string) {
		if section != "according" {
			return
		}
		for each := range strings.FieldsSeq(line) {
			var l lead
			for word := range strings.SplitSeq(each, "/") {
				l = append(l, lexicon.Hash(word))
			}
			all[l[0]] = append(all[l[0]], l)
		}
	})
	return all
})

func accordingTo(r *reading, f *framed) (int32, bool) {
	if !r.sentences[f.sentence].leads {
		return 0, false
	}
	s := r.doc.Sentences[f.sentence]
	for m := max(s.From, f.at-accordingReach); m+1 < min(s.To, f.at+accordingReach); m++ {
		if !r.toks[m].is(leading_) {
			continue
		}
		for _, l := range leads()[r.toks[m].hash] {
			if n := m + int32(len(l)); n < s.To && r.follows(m, l) && r.covering[n] >= 0 {
				return r.covering[n], true
			}
		}
	}
	return 0, false
}

// follows tells whether a phrase stands at a masked token.
func (r *reading) follows(m int32, l lead) bool {
	for i, word := range l {
		if r.toks[m+int32(i)].hash != word {
			return false
		}
	}
	return true
}
