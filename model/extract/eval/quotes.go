package main

import (
	"fmt"
	"io"

	"parley/model/extract/eval/gold"
	"parley/model/extract/prose"
	"parley/model/extract/speaker"
)

// quotes: who said which quoted span. Doubled apostrophes are no marks here, as they were none to the annotators' own
// pairing; whole articles of one publisher would count as false otherwise.
func quotes(r io.Reader, o options) ([]gold.Figure, error) {
	docs, err := gold.Read(r)
	if err != nil {
		return nil, err
	}
	var t gold.Table
	for i := range docs {
		d := &docs[i]
		t.Add(d, d.FromProse(prose.Options{PlainApostrophes: true}, speaker.Fitted()), func(s *gold.Span, f *gold.Found) {
			if o.misses > 0 {
				o.misses--
				fmt.Fprintln(o.out, d.ID, miss(s, f))
			}
		})
	}
	return t.Figures(), nil
}

func miss(s *gold.Span, f *gold.Found) string {
	if f == nil {
		return fmt.Sprintf("not found %.90q gold %q", s.Text, s.Speaker)
	}
	return fmt.Sprintf("gold %q ours %q (%s) %.90q", s.Speaker, f.Speaker, f.Reason, s.Text)
}
