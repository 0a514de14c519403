package prose

import (
	"strings"
	"testing"
)

// FuzzSplit: no text breaks it; tokens, quotes and sentences lie in the text, in order, and each token in one sentence at most.
func FuzzSplit(f *testing.F) {
	for _, seed := range []string{
		"“We will sign,” Ada Quill said. “Not today.”", "He's 5 ft 6'' tall, ''they say'' — ‘so’.", "„Nein“, sagte sie.\n\n« Non »",
		"“one\n“two", "a”b“c\"d'e''f``g", "U.S. The end... No. 4 (yes). ‘90s", "‘a ’ b’c ‚d‘ 「e」『f』", "\u00ad\u200b“\u2060”", "\"", "“",
	} {
		f.Add(seed, true)
	}
	f.Fuzz(func(t *testing.T, text string, doubled bool) {
		d := SplitWith(paragraphs(strings.ToValidUTF8(text, "\uFFFD")), Options{Doubled: doubled})
		at := int32(0)
		for i := range d.Tokens {
			token := &d.Tokens[i]
			if token.Start < at || token.End <= token.Start || int(token.End) > len(d.Text) {
				t.Fatalf("token %d from %d to %d, the one before ended at %d", i, token.Start, token.End, at)
			}
			at = token.End
		}
		at = 0
		for i := range d.Quotes {
			q := &d.Quotes[i]
			if q.OuterStart < at || q.Start < q.OuterStart || q.End < q.Start || q.OuterEnd < q.End || int(q.OuterEnd) > len(d.Text) {
				t.Fatalf("quote %d: %+v, the one before ended at %d", i, *q, at)
			}
			if b := &d.Paragraphs[q.Paragraph]; q.OuterStart < b.Start || q.OuterEnd > b.End {
				t.Fatalf("quote %d leaves its paragraph", i)
			}
			at = q.OuterEnd
		}
		next := int32(0)
		for i, s := range d.Sentences {
			if s.From != next || s.To <= s.From || int(s.To) > len(d.Masked) {
				t.Fatalf("sentence %d from %d to %d, the one before ended at %d", i, s.From, s.To, next)
			}
			next = s.To
		}
		if int(next) != len(d.Masked) {
			t.Fatalf("sentences end at %d of %d", next, len(d.Masked))
		}
		for i := 0; i < len(d.Text); i += 7 {
			if r := d.Source(i, i+1); r.Start > r.End {
				t.Fatalf("byte %d stands from %d to %d", i, r.Start, r.End)
			}
		}
	})
}
