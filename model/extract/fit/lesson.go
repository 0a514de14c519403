package main

import (
	"parley/model/extract/eval/gold"
	"parley/model/extract/lexicon"
	"parley/model/extract/prose"
	"parley/model/extract/speaker"
)

// A lesson is a text with what is right for each of its quotes.
type lesson struct {
	gold  *gold.Document
	doc   *prose.Doc
	study *speaker.Study
	spans []*gold.Span // by quote; nil: nothing is known of it
	rows  [][][]int32  // by quote and candidate, the numbers of its lasting features; none of those who have spoken before
}

// A register numbers features.
type register struct {
	index    map[speaker.Feature]int32
	features []speaker.Feature
}

// number answers the number of a feature.
func (r *register) number(f speaker.Feature) int32 {
	k, known := r.index[f]
	if !known {
		k = int32(len(r.features))
		r.index[f] = k
		r.features = append(r.features, f)
	}
	return k
}

func (r *register) numbers(all []speaker.Feature, into []int32) []int32 {
	for _, f := range all {
		into = append(into, r.number(f))
	}
	return into
}

func newLesson(d *gold.Document, r *register) *lesson {
	l := &lesson{gold: d, doc: prose.Split(d.Paragraphs())}
	l.study = speaker.NewStudy(l.doc)
	found := make([]gold.Found, len(l.doc.Quotes))
	for i := range l.doc.Quotes {
		q := &l.doc.Quotes[i]
		place := l.doc.Source(int(q.Start), int(q.End))
		found[i] = gold.Found{Start: place.Start, End: place.End}
	}
	l.spans = make([]*gold.Span, len(found))
	for i, k := range d.Match(found) {
		if s := &d.Spans[i]; k >= 0 && !swapped(s) && (s.Speaker != "" || !s.Attributed) {
			l.spans[k] = s
		}
	}
	l.number(r)
	return l
}

// number notes the lasting features of every candidate.
func (l *lesson) number(r *register) {
	l.rows = make([][][]int32, l.study.Quotes())
	for q := range l.rows {
		l.rows[q] = make([][]int32, len(l.study.Open(q)))
		for c := range l.rows[q] {
			all := l.study.Lasting(c)
			l.rows[q][c] = r.numbers(all, make([]int32, 0, len(all)))
		}
	}
}

// swapped tells spans whose annotators exchanged the speaker and the verb.
func swapped(s *gold.Span) bool {
	c := lexicon.Cues().Of(lexicon.Hash(s.Speaker))
	return c.Class == lexicon.ClassA || c.Class == lexicon.ClassB
}

// right answers which candidates are right: those whose words are the source's, or nobody.
func (l *lesson) right(s *gold.Span, candidates []*speaker.Mention, into []bool) []bool {
	into = into[:0]
	for _, m := range candidates {
		switch {
		case m == nil:
			into = append(into, !s.Attributed)
		case !s.Attributed:
			into = append(into, false)
		default:
			place := l.doc.Source(int(m.Start), int(m.End))
			into = append(into, s.Right(&gold.Found{Speaker: l.doc.Text[m.Start:m.End], SpeakerStart: place.Start, SpeakerEnd: place.End}))
		}
	}
	return into
}
