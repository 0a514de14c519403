package exporter

import (
	"context"
	"io"

	"parley/model"
)

// The lines of JSON Lines are a contract: fields may be added, none of these may change. Offsets are bytes of the
// file, end exclusive; line and paragraph count from 1.

type briefingLine struct {
	Schema   int           `json:"schema"`
	Type     string        `json:"type"`
	File     string        `json:"file"`
	Title    string        `json:"title"`
	Date     model.Date    `json:"date"`
	Source   string        `json:"source"`
	Tracks   []string      `json:"tracks"`
	Problems []problemLine `json:"problems"`
	Author   string        `json:"author,omitempty"`
	Kind     string        `json:"kind,omitempty"`
	Lang     string        `json:"lang,omitempty"`
	Marking  string        `json:"marking,omitempty"`
	Tags     []string      `json:"tags,omitempty"`
	Hidden   int           `json:"hidden,omitempty"`
	Days     []dayLine     `json:"days,omitempty"`
}

type problemLine struct {
	Line    int    `json:"line"`
	Message string `json:"message"`
	Done    string `json:"done,omitempty"`
}

type dayLine struct {
	Start int        `json:"start"`
	End   int        `json:"end"`
	Words string     `json:"words"`
	Date  model.Date `json:"date"`
}

type placeLine struct {
	File      string `json:"file"`
	Start     int    `json:"start"`
	End       int    `json:"end"`
	Line      int    `json:"line"`
	Paragraph int    `json:"paragraph"`
	Text      string `json:"text"`
}

type mentionLine struct {
	Name    string `json:"name"`
	Mention string `json:"mention"`
	Start   int    `json:"start"`
	End     int    `json:"end"`
	Actor   string `json:"actor"`
}

type quoteLine struct {
	Type string `json:"type"`
	placeLine
	Kind      string       `json:"kind"`
	Grade     string       `json:"grade"`
	Speaker   *mentionLine `json:"speaker"`
	Via       []string     `json:"via"`
	About     []string     `json:"about"`
	Tracks    []string     `json:"tracks"`
	Date      model.Date   `json:"date"`
	Origin    string       `json:"origin"`
	Certainty string       `json:"certainty"`
	Reason    string       `json:"reason"`
	Continues *string      `json:"continues"`
	ID        string       `json:"id"`
}

type proposalLine struct {
	Type string `json:"type"`
	placeLine
	Predicate string        `json:"predicate"`
	Verb      string        `json:"verb,omitempty"` // of the text
	Actors    []mentionLine `json:"actors"`
	Stance    string        `json:"stance"`
	Elements  []string      `json:"elements"`
	Grade     string        `json:"grade"`
	Via       []string      `json:"via"`
	Tracks    []string      `json:"tracks"`
	Date      model.Date    `json:"date"`
	Origin    string        `json:"origin"`
	Certainty string        `json:"certainty"`
	Reason    string        `json:"reason"`
	ID        string        `json:"id"`
}

type actorLine struct {
	Type     string      `json:"type"`
	Name     string      `json:"name"`
	ID       string      `json:"id"`
	Kind     string      `json:"kind"`
	Party    string      `json:"party"`
	Role     string      `json:"role"`
	Code     string      `json:"code"`
	Aliases  []string    `json:"aliases"`
	Mentions []rangeLine `json:"mentions"`
	Offered  []string    `json:"offered,omitempty"`
}

type rangeLine struct {
	File  string `json:"file"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

// window is how many briefings or actors are asked for at once.
const window = 500

// JSONL writes the briefings that the filter keeps, each followed by its statements, and then the actors, outlets first.
func JSONL(ctx context.Context, w io.Writer, lib model.Library, f model.Filter) error {
	return Write(ctx, w, lib, f, Options{Form: "jsonl"})
}

func eachBriefing(ctx context.Context, lib model.Library, f model.Filter, do func(*model.Text) error) error {
	for at := 0; ; {
		page, err := lib.Briefings(ctx, f, model.Window{Offset: at, Limit: window})
		if err != nil {
			return err
		}
		for i := range page.Items {
			t, err := lib.Text(ctx, page.Items[i].File)
			if err != nil {
				return err
			}
			if err := do(&t); err != nil {
				return err
			}
		}
		if at += len(page.Items); at >= page.Total || len(page.Items) == 0 {
			return nil
		}
	}
}

func briefingOf(t *model.Text) briefingLine {
	b := &t.Briefing
	line := briefingLine{
		Schema: 1, Type: "briefing", File: b.File, Title: b.Title, Date: b.Date, Source: b.Source,
		Tracks: list(b.Tracks), Problems: []problemLine{}, Author: b.Author, Kind: b.Type, Lang: b.Lang,
		Marking: b.Marking, Tags: b.Tags, Hidden: b.Hidden,
	}
	for _, p := range b.Problems {
		line.Problems = append(line.Problems, problemLine{p.Line, p.Message, p.Done})
	}
	for _, d := range t.Days {
		line.Days = append(line.Days, dayLine{t.FileOffset(d.Start), t.FileOffset(d.End), d.Words, d.Date})
	}
	return line
}

func quoteOf(t *model.Text, q *model.Quote) quoteLine {
	line := quoteLine{
		Type: "quote", placeLine: placeOf(t, q.Span, q.Text), Kind: q.Kind.String(), Grade: q.Grade.String(),
		Via: list(q.Via), About: list(q.About), Tracks: list(q.Tracks), Date: q.Date, Origin: q.Origin.String(),
		Certainty: q.Certainty.String(), Reason: q.Reason, ID: q.ID,
	}
	if q.Speaker != nil {
		m := mentionOf(t, *q.Speaker)
		line.Speaker = &m
	}
	if q.Continues != "" {
		line.Continues = &q.Continues
	}
	return line
}

func proposalOf(t *model.Text, p *model.Proposal) proposalLine {
	line := proposalLine{
		Type: "proposal", placeLine: placeOf(t, p.Span, p.Text), Predicate: p.Predicate.String(), Verb: p.Verb,
		Actors: []mentionLine{}, Stance: p.Stance.String(), Elements: []string{}, Grade: p.Grade.String(),
		Via: list(p.Via), Tracks: list(p.Tracks), Date: p.Date, Origin: p.Origin.String(),
		Certainty: p.Certainty.String(), Reason: p.Reason, ID: p.ID,
	}
	for _, a := range p.Actors {
		line.Actors = append(line.Actors, mentionOf(t, a))
	}
	for _, e := range p.Elements {
		line.Elements = append(line.Elements, e.Text)
	}
	return line
}

func placeOf(t *model.Text, s model.Span, text string) placeLine {
	return placeLine{s.File, t.FileOffset(s.Start), t.FileOffset(s.End), s.Line, s.Paragraph, text}
}

func mentionOf(t *model.Text, m model.Mention) mentionLine {
	return mentionLine{m.Name, m.Words, t.FileOffset(m.Start), t.FileOffset(m.End), m.Actor}
}

func actorOf(a *model.Actor, offsets map[string]func(int) int) actorLine {
	line := actorLine{
		Type: "actor", Name: a.Name, ID: a.ID, Kind: a.Kind.String(), Party: a.Party, Role: a.Role, Code: a.Code,
		Aliases: list(a.Aliases), Mentions: []rangeLine{},
	}
	for _, o := range a.Offered {
		line.Offered = append(line.Offered, o.ID)
	}
	for _, m := range a.Mentions {
		start, end := m.Start, m.End
		if to := offsets[m.File]; to != nil {
			start, end = to(start), to(end)
		}
		line.Mentions = append(line.Mentions, rangeLine{m.File, start, end})
	}
	return line
}

// list writes an empty list as [] and never as null.
func list(l []string) []string {
	if l == nil {
		return []string{}
	}
	return l
}
