package speaker

// Candidates: who may have said a quote.
//
// Rules:
//   - All mentions of its sentence; those of the three sentences before in its paragraph; where it stands in the first or
//     second sentence of its paragraph, those of the last two and of the first sentence of the paragraph before; the
//     first three of the next sentence, or at the paragraph's end the first two of the next paragraph; the last two
//     speakers who are not among these; and nobody.
//   - A window holds at most sixteen mentions, those nearest to the quote, so that a text of one sentence costs no more
//     than another.

// A window is where a candidate stands.
type window uint8

const (
	before    window = iota // in the quote's sentence
	behind                  // in the quote's sentence, after it
	previous1               // the sentence before, in the paragraph
	previous2
	previous3
	above1 // the last sentence of the paragraph before
	above2
	aboveFirst // its first sentence
	next       // the sentence after
	below      // the first sentence of the paragraph after
	earlier1   // an earlier speaker
	earlier2
	nobody
)

var windowNames = [...]string{"before", "behind", "previous1", "previous2", "previous3", "above1", "above2", "abovefirst",
	"next", "below", "earlier1", "earlier2", "nobody"}

const windowSize = 16

// A candidate is a mention in a window.
type candidate struct {
	mention int32 // -1: nobody
	window  window
	index   int16 // in its window, from the start
	count   int16 // of its window
}

// candidates appends who may have said a quote, earlier speakers and nobody left out.
func (r *reading) candidates(f *framed, into []candidate) []candidate {
	c := &r.sentences[f.sentence]
	split := c.firstMention
	for split < c.lastMention && r.mentions[split].To <= f.at {
		split++
	}
	into = r.window(into, before, c.firstMention, split, false)
	into = r.window(into, behind, split, c.lastMention, true)
	p := &r.doc.Paragraphs[f.paragraph]
	for k := int32(1); k <= 3 && f.sentence-k >= p.FirstSentence; k++ {
		s := &r.sentences[f.sentence-k]
		into = r.window(into, previous1+window(k-1), s.firstMention, s.lastMention, false)
	}
	if f.sentence-p.FirstSentence < 2 {
		into = r.above(f, into)
	}
	if f.sentence+1 < p.LastSentence {
		s := &r.sentences[f.sentence+1]
		into = r.window(into, next, s.firstMention, min(s.lastMention, s.firstMention+3), true)
	} else if below_ := r.neighbour(f.paragraph, 1); below_ >= 0 {
		s := &r.sentences[r.doc.Paragraphs[below_].FirstSentence]
		into = r.window(into, below, s.firstMention, min(s.lastMention, s.firstMention+2), true)
	}
	return into
}

// above appends mentions of the paragraph before.
func (r *reading) above(f *framed, into []candidate) []candidate {
	n := r.neighbour(f.paragraph, -1)
	if n < 0 {
		return into
	}
	p := &r.doc.Paragraphs[n]
	last := p.LastSentence - 1
	into = r.window(into, above1, r.sentences[last].firstMention, r.sentences[last].lastMention, false)
	if last-1 >= p.FirstSentence {
		into = r.window(into, above2, r.sentences[last-1].firstMention, r.sentences[last-1].lastMention, false)
	}
	if last-2 >= p.FirstSentence {
		s := &r.sentences[p.FirstSentence]
		into = r.window(into, aboveFirst, s.firstMention, s.lastMention, true)
	}
	return into
}

// neighbour answers the next paragraph with a sentence in it, up to three away; -1 where there is none.
func (r *reading) neighbour(paragraph, step int32) int32 {
	for k := int32(1); k <= 3; k++ {
		p := paragraph + k*step
		if p < 0 || int(p) >= len(r.doc.Paragraphs) {
			return -1
		}
		if b := &r.doc.Paragraphs[p]; b.LastSentence > b.FirstSentence {
			return p
		}
	}
	return -1
}

// window appends the mentions of a stretch: the first of them, or the last.
func (r *reading) window(into []candidate, w window, from, to int32, first bool) []candidate {
	count := to - from
	lo, hi := from, to
	if count > windowSize {
		if first {
			hi = from + windowSize
		} else {
			lo = to - windowSize
		}
	}
	for n := lo; n < hi; n++ {
		if r.mentions[n].inside {
			continue
		}
		into = append(into, candidate{mention: n, window: w, index: clamp(n - from), count: clamp(count)})
	}
	return into
}

func clamp(n int32) int16 { return int16(min(n, 1000)) }
