package main

import (
	"fmt"
	"strings"
	"testing"

	"parley/model/extract/eval/gold"
	"parley/model/extract/speaker"
)

// lessonsOf makes lessons of own sentences: each has a speaker, or nobody for a term.
func lessonsOf(t *testing.T, r *register) []*lesson {
	t.Helper()
	names := []string{"Ada Quill", "Tomas Oke", "Lena Marsh", "the envoy", "a spokesman", "Jonas Halm"}
	shapes := []struct{ text, quote string }{
		{"“We will sign the text,” %s said on Friday.", "We will sign the text,"},
		{"In the lake town %s called the offer “a basis and no more.”", "a basis and no more."},
		{"“Nobody will leave this table,” warned %s after the session.", "Nobody will leave this table,"},
		{"The so-called “winter line” was shown to %s again.", "winter line"},
	}
	var lessons []*lesson
	for n, name := range names {
		d := gold.Document{ID: fmt.Sprint(n)}
		for k, s := range shapes {
			if (n+k)%5 == 4 {
				continue
			}
			from := len(d.Text)
			d.Text += fmt.Sprintf(s.text, name) + "\n"
			at := from + strings.Index(d.Text[from:], s.quote)
			span := gold.Span{Text: s.quote, Start: at, End: at + len(s.quote), Attributed: k < 3}
			if span.Attributed {
				start := from + strings.Index(d.Text[from:], name)
				span.Speaker, span.SpeakerStart, span.SpeakerEnd = name, &start, start+len(name)
			}
			d.Spans = append(d.Spans, span)
		}
		lessons = append(lessons, newLesson(&d, r))
	}
	return lessons
}

// TestFitRepeats: the same texts give the same table, bit by bit, whatever was fitted before in the same run.
func TestFitRepeats(t *testing.T) {
	o := defaults
	o.keep, o.epochs = 60, 6
	table := func(before bool) string {
		o.register = &register{index: map[speaker.Feature]int32{}}
		lessons := lessonsOf(t, o.register)
		if before {
			o.fit(lessons[:3])
		}
		return o.fit(lessons).table(lessons)
	}
	first := table(false)
	if strings.Count(first, "\n") < 20 {
		t.Fatalf("only these weights:\n%s", first)
	}
	if again := table(true); again != first {
		t.Errorf("another table:\n%s\nfirst:\n%s", again, first)
	}
	if _, err := speaker.ParseWeights(first); err != nil {
		t.Error("the table cannot be read: ", err)
	}
}

// TestFitLearns: what was fitted on texts gives their quotes to the right speakers, and terms to nobody.
func TestFitLearns(t *testing.T) {
	o := defaults
	o.keep, o.epochs = 0, 12
	o.register = &register{index: map[speaker.Feature]int32{}}
	lessons := lessonsOf(t, o.register)
	s := score(lessons, o.fit(lessons).weights(), nil)
	if s.Right != s.Spans || s.Predicted != s.Spans {
		t.Errorf("of its own lessons: %s", s.String())
	}
}
