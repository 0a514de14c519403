package speaker

import (
	"parley/model/extract/lexicon"
	"parley/model/extract/prose"
)

// Quotes beside their verbs.
//
// Rules:
//   - “…,” said Quill: the first cue after the quote, at most four words away, with its subject after it.
//   - “…,” Quill said: the first cue after the quote with its subject before it, that at most two words from the quote;
//     a comma, a question or an exclamation mark at the seam.
//   - Quill said “…”: a cue within three words before the quote, not passive.

func quoteVerbSpeaker(r *reading, f *framed) (n int32, found bool) {
	r.cuesBehind(f, func(c *cue) bool {
		if c.order == after && c.at-f.at <= 4 && judges(c) {
			n, found = c.subject, true
		}
		return false
	})
	return n, found
}

func quoteSpeakerVerb(r *reading, f *framed) (n int32, found bool) {
	switch f.frame {
	case leading, flanked, middle:
	default:
		return 0, false
	}
	if !r.seam(f) {
		return 0, false
	}
	r.cuesBehind(f, func(c *cue) bool {
		if (c.order == straight || c.order == over) && !c.gerund() && c.cue.Class != lexicon.ClassD {
			if m := &r.mentions[c.subject]; m.From > f.at && m.From-f.at <= 3 {
				n, found = c.subject, true
			}
		}
		return false
	})
	return n, found
}

// seam tells whether a quote meets what follows with a comma, a question or an exclamation mark.
func (r *reading) seam(f *framed) bool {
	switch f.end {
	case ',', '?', '!', '…', '—', '.':
		return true
	}
	s := r.doc.Sentences[f.sentence]
	return f.at+1 < s.To && (r.toks[f.at+1].kind == prose.Comma || r.toks[f.at+1].kind == prose.Dash)
}

func speakerVerbQuote(r *reading, f *framed) (n int32, found bool) {
	r.cuesBefore(f, func(c *cue) bool {
		if f.at-c.at > 4 {
			return false
		}
		if judges(c) && c.subject >= 0 && !c.passive {
			n, found = c.subject, true
		}
		return !found
	})
	return n, found
}
