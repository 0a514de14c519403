package gold

import (
	"parley/model/extract/prose"
	"parley/model/extract/speaker"
	"strings"
)

// Paragraphs makes one paragraph of every line that is not empty.
func (d *Document) Paragraphs() []prose.Paragraph {
	var ps []prose.Paragraph
	at, line := 0, 1
	for l := range strings.Lines(d.Text) {
		if body := strings.TrimRight(l, "\n"); strings.TrimSpace(body) != "" {
			ps = append(ps, prose.Paragraph{Text: body, Base: at, Line: line, Number: len(ps) + 1})
		}
		at, line = at+len(l), line+1
	}
	return ps
}

// Adapt leads an attribution back to the document's own text.
func Adapt(doc *prose.Doc, a *speaker.Attribution) Found {
	place := doc.Source(a.Start, a.End)
	f := Found{Start: place.Start, End: place.End, Reason: a.Reason, Certainty: a.Certainty}
	if m := a.Speaker; m != nil {
		f.Speaker = doc.Text[m.Start:m.End]
		place = doc.Source(int(m.Start), int(m.End))
		f.SpeakerStart, f.SpeakerEnd = place.Start, place.End
	}
	return f
}
