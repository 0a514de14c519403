package prose

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
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
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no test files", err)
	}
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for i := 0; i+1 < len(archive.Files); i += 2 {
			in, want := archive.Files[i], archive.Files[i+1]
			t.Run(filepath.Base(file)+"/"+in.Name, func(t *testing.T) {
				got := describe(Split(paragraphs(string(in.Data))))
				if got != string(want.Data) {
					t.Errorf("%s\ngot:\n%swant:\n%s", in.Data, got, want.Data)
				}
			})
		}
	}
}
