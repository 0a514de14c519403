package gold

import (
	"strings"

	"parley/model"
	"parley/model/extract/prose"
	"parley/model/extract/speaker"
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

// FromProse answers what package speaker finds in a document, terms and reported speech left out.
func (d *Document) FromProse(o prose.Options, w *speaker.Weights) []Found {
	doc := prose.SplitWith(d.Paragraphs(), o)
	var found []Found
	for _, a := range speaker.Read(doc).Attributions(w, false) {
		if a.Kind != model.Direct && a.Kind != model.Partial {
			continue
		}
		found = append(found, Adapt(doc, &a))
	}
	return found
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
