package gold

import (
	"fmt"

	"parley/model"
)

// A Table counts what was found and what was right of it.
type Table struct {
	Documents, Spans, Found, Predicted, Right int
	Named, NamedRight                         int // quotes found that were given a speaker
	Names, NamesRight                         int
	Pronouns, PronounsRight                   int
	Direct, DirectRight, Mixed, MixedRight    int
	Certain, CertainRight                     [3]int // named, by model.Certainty
}

// Add holds what was found in one document against its gold.
func (t *Table) Add(d *Document, found []Found, miss func(s *Span, f *Found)) {
	t.Documents++
	match := d.Match(found)
	used := make([]bool, len(found))
	for i := range d.Spans {
		s := &d.Spans[i]
		var f *Found
		if match[i] >= 0 {
			f = &found[match[i]]
			used[match[i]] = true
		}
		if Words(d.Text, s.Start, s.End) < 2 {
			continue
		}
		if !s.Attributed {
			if f != nil {
				t.Predicted++
			}
			continue
		}
		t.Spans++
		ok := f != nil && s.Right(f)
		if !ok && miss != nil {
			miss(s, f)
		}
		if f == nil {
			continue
		}
		t.Found++
		t.Predicted++
		t.count(s, f, ok)
	}
	for k, f := range found {
		if !used[k] && Words(d.Text, f.Start, f.End) >= 2 {
			t.Predicted++
		}
	}
}

func (t *Table) count(s *Span, f *Found, ok bool) {
	n := 0
	if ok {
		n = 1
	}
	t.Right += n
	if f.Speaker != "" {
		t.Named++
		t.NamedRight += n
		t.Certain[f.Certainty]++
		t.CertainRight[f.Certainty] += n
	}
	switch {
	case s.Pronoun:
		t.Pronouns++
		t.PronounsRight += n
	case s.Speaker != "":
		t.Names++
		t.NamesRight += n
	}
	switch s.Type {
	case "direct":
		t.Direct++
		t.DirectRight += n
	case "mixed":
		t.Mixed++
		t.MixedRight += n
	}
}

// Merge adds another table.
func (t *Table) Merge(o Table) {
	for _, p := range []struct{ to, from *int }{
		{&t.Documents, &o.Documents}, {&t.Spans, &o.Spans}, {&t.Found, &o.Found}, {&t.Predicted, &o.Predicted},
		{&t.Right, &o.Right}, {&t.Named, &o.Named}, {&t.NamedRight, &o.NamedRight}, {&t.Names, &o.Names},
		{&t.NamesRight, &o.NamesRight}, {&t.Pronouns, &o.Pronouns}, {&t.PronounsRight, &o.PronounsRight},
		{&t.Direct, &o.Direct}, {&t.DirectRight, &o.DirectRight}, {&t.Mixed, &o.Mixed}, {&t.MixedRight, &o.MixedRight},
	} {
		*p.to += *p.from
	}
	for i := range t.Certain {
		t.Certain[i] += o.Certain[i]
		t.CertainRight[i] += o.CertainRight[i]
	}
}

// A Figure is one number of a score table.
type Figure struct {
	Name  string
	Value float64
}

// Figures answers what is compared from one run to the next.
func (t *Table) Figures() []Figure {
	return []Figure{
		{"joint F1", f1(t.Right, t.Predicted, t.Spans)},
		{"found F1", f1(t.Found, t.Predicted, t.Spans)},
		{"speaker right", share(t.Right, t.Found)},
		{"named right", share(t.NamedRight, t.Named)},
		{"named coverage", share(t.Named, t.Found)},
		{"names right", share(t.NamesRight, t.Names)},
		{"pronouns right", share(t.PronounsRight, t.Pronouns)},
	}
}

// String writes the table on one line.
func (t *Table) String() string {
	s := fmt.Sprintf("%d documents, %d spans:", t.Documents, t.Spans)
	for _, f := range t.Figures() {
		s += fmt.Sprintf(" %s %.4f,", f.Name, f.Value)
	}
	return s + fmt.Sprintf(" names %d/%d, pronouns %d/%d, direct %d/%d, mixed %d/%d", t.NamesRight, t.Names,
		t.PronounsRight, t.Pronouns, t.DirectRight, t.Direct, t.MixedRight, t.Mixed)
}

// Calibration says, for each word of certainty, how many of the quotes it was given with are right.
func (t *Table) Calibration() []string {
	var rows []string
	for i := len(t.Certain) - 1; i >= 0; i-- {
		rows = append(rows, fmt.Sprintf("certainty %s: %d of %d right, %.3f", model.Certainty(i), t.CertainRight[i], t.Certain[i],
			share(t.CertainRight[i], t.Certain[i])))
	}
	return rows
}

func share(a, b int) float64 { return float64(a) / float64(max(1, b)) }

func f1(right, predicted, gold int) float64 {
	p, r := share(right, predicted), share(right, gold)
	return 2 * p * r / max(1e-9, p+r)
}
