package main

import (
	"fmt"
	"os"

	"parley/model"
	"parley/model/extract"
	"parley/model/extract/eval/gold"
	"parley/model/text"
)

// quotes: who said which quoted span; terms and reported speech are not counted.
func quotes(file string, o options) ([]gold.Figure, error) {
	docs, err := read(file)
	if err != nil {
		return nil, err
	}
	var t gold.Table
	for i := range docs {
		d := &docs[i]
		found, err := quotesOf(d)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", d.ID, err)
		}
		t.Add(d, found, func(s *gold.Span, f *gold.Found) {
			if o.misses > 0 {
				o.misses--
				fmt.Fprintln(o.out, d.ID, miss(s, f))
			}
		})
	}
	fmt.Fprintln(o.out, t.String())
	for _, line := range t.Calibration() {
		fmt.Fprintln(o.out, line)
	}
	return t.Figures(), nil
}

// quotesOf answers the quotes that the program finds in a document.
func quotesOf(d *gold.Document) ([]gold.Found, error) {
	t, err := briefing(d.Text)
	if err != nil {
		return nil, err
	}
	var found []gold.Found
	for _, q := range t.Quotes {
		if q.Kind != model.Direct && q.Kind != model.Partial {
			continue
		}
		f := gold.Found{Start: q.Span.Start, End: q.Span.End, Reason: q.Reason, Certainty: q.Certainty}
		if m := q.Speaker; m != nil {
			f.Speaker, f.SpeakerStart, f.SpeakerEnd = m.Words, m.Start, m.End
		}
		found = append(found, f)
	}
	return found, nil
}

// read reads the annotated documents of a file.
func read(file string) ([]gold.Document, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return gold.Read(f)
}

// briefing splits a text as a file that holds it would be split.
func briefing(words string) (model.Text, error) {
	src, err := text.Decode([]byte(words))
	if err != nil {
		return model.Text{}, err
	}
	return extract.Briefing("article.txt", src, extract.Options{}), nil
}

func miss(s *gold.Span, f *gold.Found) string {
	if f == nil {
		return fmt.Sprintf("not found %.90q gold %q", s.Text, s.Speaker)
	}
	return fmt.Sprintf("gold %q ours %q (%s) %.90q", s.Speaker, f.Speaker, f.Reason, s.Text)
}
