package proposal

import (
	_ "embed"
	"sync"

	"parley/model/extract/prose"
)

// The model that decides where a content ends.
//
// Rules:
//   - Places where a content could end are walked from left to right; at each the table says how likely it stops there.
//   - The end with the best expected overlap is taken, not the likeliest.
//   - It judges verbs and nouns; for the other rules, and for conditions, the rules of end.go decide.

//go:embed ends.txt
var endTable string

var endModel = sync.OnceValue(func() *linear { return readLinear(endFeatures, endTable) })

// endWords bounds how far a content may reach.
const endWords = 70

// A boundary is a place where a content could end.
type boundary struct {
	at     int   // the word before which it ends
	stop   int64 // how likely it stops here, once reached
	sure   int64 // how likely it stops here
	length int64 // of the content, in bytes
}

// endByModel cuts the content of a hit where the model says, but never before a condition that the rules keep.
func (s *sentence) endByModel(h *hit) {
	places := s.places[:0]
	from, e := h.content.from, s.ending(h)
	for i := from + 1; i < e.last; i++ {
		if !s.boundary(h, i) {
			continue
		}
		places = append(places, boundary{at: i, stop: s.ends.share(s.ends.score(e.place(i)))})
	}
	places = append(places, boundary{at: e.last, stop: scale})
	s.places = places
	end := s.bestEnd(from, places)
	for i := end; i < h.ruleEnd && i <= end+2; i++ {
		if s.conditionAt(i) {
			return
		}
	}
	h.content.to = s.trimmed(from, end)
}

// bestEnd answers the end whose overlap with what may be right is expected to be largest.
func (s *sentence) bestEnd(from int, places []boundary) int {
	left := int64(scale)
	start := s.w[from].start
	for i := range places {
		p := &places[i]
		p.sure = left * p.stop / scale
		p.length = int64(s.w[s.trimmed(from, p.at)-1].end - start)
		left -= p.sure
	}
	best, at := int64(-1), places[len(places)-1].at
	for i := range places {
		length, sum := places[i].length, int64(0)
		for k := range places {
			q := &places[k]
			if q.sure == 0 {
				continue
			}
			sum += q.sure * min(length, q.length) * 1000 / max(length, q.length)
		}
		if sum > best {
			best, at = sum, places[i].at
		}
	}
	return at
}

// lastEnd answers the word beyond which no content goes: the end of its sentence, within endWords.
func (s *sentence) lastEnd(h *hit) int {
	i := h.content.from + 1
	for i < len(s.w) && i < h.content.from+endWords {
		if s.kind(i) == prose.Stop && !s.insideQuoteOf(h, i) {
			break
		}
		i++
	}
	return i
}

// boundary tells whether a content could end before a word.
func (s *sentence) boundary(h *hit, i int) bool {
	w := s.at(i)
	switch w.kind {
	case prose.Comma, prose.Semicolon, prose.Colon, prose.Dash, prose.Open, prose.Close, prose.Clitic:
		return true
	case prose.Word:
	default:
		return w.opens || s.at(i-1).closes
	}
	if s.at(i-1).closes || w.opens || w.finite {
		return true
	}
	return w.common && (w.groups.any(boundaries) || w.forms&gerund != 0) || w.is(day)
}

var boundaries = these(preposition, subordinator, and, but, relative, wh, that, to, adverb, day, when, speech, be, have, modal, do)
