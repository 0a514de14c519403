package prose

import (
	"fmt"
	"strings"
	"testing"

	"parley/model/example"
)

// paragraphs makes one paragraph of every line that is not empty; an indented one goes on with the paragraph before.
func paragraphs(text string) []Paragraph {
	var ps []Paragraph
	at, line := 0, 1
	for l := range strings.Lines(text) {
		if more, found := strings.CutPrefix(l, "  "); found && len(ps) > 0 {
			p := &ps[len(ps)-1]
			if p.Pieces == nil {
				p.Pieces = []Piece{{From: p.Base, To: p.Base + len(p.Text)}}
			}
			end := p.Pieces[len(p.Pieces)-1].To
			p.Pieces = append(p.Pieces, Piece{At: len(p.Text), From: end, To: at + 2, Whole: true, Break: true},
				Piece{At: len(p.Text) + 1, From: at + 2, To: at + len(l)})
			p.Text += " " + strings.TrimRight(more, "\n")
		} else if body := strings.TrimRight(l, "\n"); body != "" {
			ps = append(ps, Paragraph{Text: body, Base: at, Line: line, Number: len(ps) + 1})
		}
		at, line = at+len(l), line+1
	}
	return ps
}

// describe writes sentences with quotes as Q1, Q2 …, then the quotes and the strays.
func describe(d *Doc) string {
	var b strings.Builder
	for _, s := range d.Sentences {
		for m := s.From; m < s.To; m++ {
			if m > s.From {
				b.WriteByte(' ')
			}
			if q := d.Quoted(m); q >= 0 {
				fmt.Fprintf(&b, "Q%d", q+1)
			} else {
				b.WriteString(d.Word(d.Masked[m]))
			}
		}
		b.WriteByte('\n')
	}
	for i, q := range d.Quotes {
		fmt.Fprintf(&b, "Q%d: %s", i+1, d.Text[q.Start:q.End])
		if q.Unclosed {
			b.WriteString(" (unclosed)")
		}
		if q.Continues >= 0 {
			fmt.Fprintf(&b, " (continues Q%d)", q.Continues+1)
		}
		b.WriteByte('\n')
	}
	for _, s := range d.Strays {
		fmt.Fprintf(&b, "stray %c at %d\n", s.Mark, s.At)
	}
	return b.String()
}

func TestSplit(t *testing.T) {
	example.Run(t, "testdata/*.txtar", func(_ *testing.T, in example.Text) string {
		return describe(Split(paragraphs(string(in.Body))))
	})
}
