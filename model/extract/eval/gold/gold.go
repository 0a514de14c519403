// Package gold reads news that people annotated, and holds what was found against it.
//
// Rules (those of the yardstick the project is measured with):
//   - A gold span is one in quotation marks, of two words or more, that the annotators gave to a source.
//   - Found is a character overlap (intersection over union) of .8 once marks and end punctuation are trimmed, matched one
//     to one, in the order of the gold spans.
//   - A speaker is right when its place overlaps the gold source, or failing places when the names agree.
//   - Offsets are code points in the files and bytes here.
package gold

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
)

// A Document is an article with its annotations.
type Document struct {
	ID        string  `json:"id"`
	Publisher string  `json:"publisher"`
	Text      string  `json:"text"`
	Spans     []Span  `json:"quoted_spans"`
	Quotes    []Quote `json:"quotes"`
}

// A Span is a stretch in quotation marks.
type Span struct {
	Text         string `json:"text"`
	Start        int    `json:"start"`
	End          int    `json:"end"`
	Attributed   bool   `json:"attributed"`
	Quote        *int   `json:"quote"`
	Speaker      string `json:"speaker"`
	SpeakerStart *int   `json:"speaker_start"`
	SpeakerEnd   int    `json:"-"`
	Cue          string `json:"cue"`
	Type         string `json:"type"`
	Pronoun      bool   `json:"speaker_pronoun"`
}

// A Quote is an attribution as it was annotated, with or without marks.
type Quote struct {
	Text         string `json:"text"`
	Start        int    `json:"start"`
	End          int    `json:"end"`
	Speaker      string `json:"speaker"`
	SpeakerStart *int   `json:"speaker_start"`
	SpeakerEnd   *int   `json:"speaker_end"`
	Cue          string `json:"cue"`
	CueStart     *int   `json:"cue_start"`
	CueEnd       *int   `json:"cue_end"`
	Type         string `json:"type"`
}

// Read reads documents, one JSON object a line.
func Read(r io.Reader) ([]Document, error) {
	var docs []Document
	scanner := bufio.NewScanner(r)
	scanner.Buffer(nil, 16<<20)
	for scanner.Scan() {
		var d Document
		if err := json.Unmarshal(scanner.Bytes(), &d); err != nil {
			return nil, fmt.Errorf("line %d: %w", len(docs)+1, err)
		}
		d.bytes()
		docs = append(docs, d)
	}
	return docs, scanner.Err()
}

// bytes turns offsets from code points into bytes.
func (d *Document) bytes() {
	at := make([]int, 0, len(d.Text)+1)
	for i := range d.Text {
		at = append(at, i)
	}
	at = append(at, len(d.Text))
	place := func(n *int) {
		if n != nil && *n >= 0 && *n < len(at) {
			*n = at[*n]
		}
	}
	for i := range d.Spans {
		s := &d.Spans[i]
		if s.SpeakerStart != nil && *s.SpeakerStart >= 0 {
			end := *s.SpeakerStart + len([]rune(s.Speaker))
			if s.Quote != nil && *s.Quote >= 0 && d.Quotes[*s.Quote].SpeakerEnd != nil && *d.Quotes[*s.Quote].SpeakerEnd > 0 {
				end = *d.Quotes[*s.Quote].SpeakerEnd
			}
			place(&end)
			s.SpeakerEnd = end
		}
		place(&s.Start)
		place(&s.End)
		place(s.SpeakerStart)
	}
	for i := range d.Quotes {
		q := &d.Quotes[i]
		place(&q.Start)
		place(&q.End)
		place(q.SpeakerStart)
		place(q.SpeakerEnd)
		place(q.CueStart)
		place(q.CueEnd)
	}
}
