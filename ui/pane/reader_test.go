package pane

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"

	"parley/model"
)

const meeting = `---
title: Long meeting in Oster
---
# Long meeting in Oster

The envoy is said to have suggested that his side accept the peninsula as Veyran and treat the present line in the four districts as the working line. Arland and its backers leave every question of territory until after a truce and put **guarantees** first.

## Territory

“We cannot leave these lines as they stand, not while the guarantees are unsigned and [the map](https://example.org/serious) is still a draft”, an official of the Union told the Harbour Post. The same report says the Union wants a truce to come first.

The meeting on Friday lasted three hours. Adviser Tomas Reku called it “a serious and *useful* day”; a return to direct talks was raised.

> The Parties agree that the line of contact shall be frozen as of midnight.

## Positions

- Veyra keeps the line
- Arland wants a truce first, then guarantees
  in writing

| Issue | Veyra | Arland |
|---|---|---|
| Line of contact | + keep | ± after truce |
| Prisoners | + 90 for 90 | + 90 for 90 |

必须首先停火，然后提供保障。这是第一步，也是最重要的一步。
`

// talk answers the meeting with two quotes and a proposal in it.
func talk() model.Text {
	t := model.Text{
		Briefing: model.Briefing{
			File: "b.md", Title: "Long meeting in Oster", Source: "Meridian Wire", Date: "2025-04-25", Marking: "OPEN",
			Tracks: []string{"Territory", "Ceasefire", "Format"},
		},
		Body: []byte(meeting), Start: strings.Index(meeting, "# Long"),
	}
	span := func(words string) model.Span {
		at := strings.Index(meeting, words)
		return model.Span{File: "b.md", Start: at, End: at + len(words), Line: 1 + strings.Count(meeting[:at], "\n")}
	}
	t.Quotes = []model.Quote{
		{ID: "q1", Span: span("We cannot leave these lines as they stand, not while the guarantees are unsigned and [the map](https://example.org/serious) is still a draft"), Speaker: mention("an official"), Grade: model.Unnamed},
		{ID: "q2", Span: span("a serious and *useful* day"), Speaker: mention("Tomas Reku"), Grade: model.OnRecord},
	}
	t.Proposals = []model.Proposal{{ID: "p1", Code: "T1", Stance: model.For, Span: span("accept the peninsula as Veyran"), Actors: []model.Mention{{Name: "the envoy"}}, Grade: model.Reported}}
	return t
}

func reading(width, height int) *Reader {
	r := NewReader()
	r.SetSize(width, height)
	r.Set(talk())
	return r
}

func TestReader(t *testing.T) {
	for _, c := range []struct {
		name          string
		width, height int
		do            func(r *Reader)
	}{
		{"48x37", 48, 37, func(r *Reader) { r.Show(r.text.Quotes[0].Span) }},
		{"48x22 low", 48, 22, func(r *Reader) { r.SetFocus(true) }},
		{"80x40", 80, 40, func(r *Reader) {}},
		{"120x40 with notes", 120, 40, func(r *Reader) { r.Show(r.text.Quotes[1].Span) }},
		{"160x30 in the middle", 160, 30, func(r *Reader) {}},
		{"40x15 bare", 40, 15, func(r *Reader) { r.Bare(true) }},
		{"48x12 a quote far down", 48, 12, func(r *Reader) { r.Show(r.text.Quotes[1].Span) }},
		{"48x12 the end", 48, 12, func(r *Reader) { r.Last() }},
		{"60x30 with problems", 60, 32, func(r *Reader) {
			v := talk()
			v.Briefing.Title, v.Briefing.NoTitle, v.Briefing.Date, v.Briefing.FileDate = "The envoy is said", true, "", "2025-05-01"
			v.Briefing.Hidden, v.Briefing.Problems, v.Plain = 3, make([]model.Problem, 2), "over 1,000 marks of emphasis"
			r.Set(v)
		}},
		{"48x9 nothing", 48, 9, func(r *Reader) { r.Clear() }},
		{"48x12 reading", 48, 12, func(r *Reader) {
			r.SetProgress(model.Progress{Done: 214, Total: 310, Skipped: 2, Reading: true}, "esc stop")
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := reading(c.width, c.height)
			c.do(r)
			golden.RequireEqual(t, ansi.Strip(r.View()))
		})
	}
}

// marked answers what a view shows in reverse, blanks between rows left out: the current statement in mono.
func marked(view string) string {
	var b strings.Builder
	on := false
	for len(view) > 0 {
		if i := strings.IndexByte(view, '\x1b'); i != 0 {
			if i < 0 {
				i = len(view)
			}
			if on {
				b.WriteString(view[:i])
			}
			view = view[i:]
			continue
		}
		end := strings.IndexByte(view, 'm')
		on = strings.Contains(";"+view[2:end]+";", ";7;")
		view = view[end+1:]
	}
	return b.String()
}

func TestTheStatementIsMarkedToTheLetter(t *testing.T) {
	for width := 30; width < 150; width += 7 {
		r := reading(width, 40)
		for i, want := range []string{
			"“We cannot leave these lines as they stand, not while the guarantees are unsigned and the map is still a draft”",
			"“a serious and useful day”",
		} {
			r.Show(r.text.Quotes[i].Span)
			if got := marked(r.View()); strings.ReplaceAll(got, " ", "") != strings.ReplaceAll(want, " ", "") {
				t.Errorf("at %d: %q", width, got)
			}
		}
	}
}

func TestFindInTheText(t *testing.T) {
	r := reading(48, 14)
	for _, c := range []struct {
		words  string
		at, of int
	}{
		{"TRUCE", 1, 4}, {"serious and useful", 1, 1}, {"example.org", 0, 0}, {"long meeting", 0, 0}, {"90 for 90", 1, 2}, {"，然后", 1, 1}, {"", 0, 0},
	} {
		r.First()
		if at, of := r.Find(c.words); at != c.at || of != c.of {
			t.Errorf("%q: %d of %d, wanted %d of %d", c.words, at, of, c.at, c.of)
		}
		if c.of > 0 && !strings.Contains(strings.ToLower(strings.Join(strings.Fields(marked(r.View())), " ")), strings.ToLower(c.words[:3])) {
			t.Errorf("%q: marked is %q", c.words, marked(r.View()))
		}
	}
	r.First()
	r.Find("truce")
	var seen []string
	for range 4 {
		at, of := r.FindNext(1)
		seen = append(seen, fmt.Sprint(at, "/", of))
	}
	at, _ := r.FindNext(-1)
	if got := strings.Join(seen, " "); got != "2/4 3/4 4/4 1/4" || at != 4 {
		t.Errorf("%s, back to %d", got, at)
	}
}

func TestParagraphsAndStatements(t *testing.T) {
	r := reading(48, 14)
	var got []string
	for range 8 {
		id := r.Paragraph(1)
		at, _, _ := r.StatementAt()
		got = append(got, fmt.Sprintf("%s:%s:%d", id, at, r.Line()))
	}
	if want := "p1:p1:6 q1:q1:10 q2:q2:12 ::14 ::18 ::22 ::27 ::27"; strings.Join(got, " ") != want {
		t.Errorf("%s, wanted %s", strings.Join(got, " "), want)
	}
	if id := r.Paragraph(-1); id != "" || r.Line() != 22 {
		t.Errorf("back at %q, line %d", id, r.Line())
	}
	r.First()
	if id, proposal, ok := r.StatementAt(); id != "p1" || !proposal || !ok {
		t.Errorf("at the beginning: %q, %v, %v", id, proposal, ok)
	}
}

func TestHeadings(t *testing.T) {
	r := reading(48, 14)
	r.First()
	var lines []int
	for r.Heading(1) {
		lines = append(lines, r.Line())
	}
	for r.Heading(-1) {
		lines = append(lines, r.Line())
	}
	if got := fmt.Sprint(lines); got != "[8 16 8 4]" {
		t.Error(got)
	}
	if o := r.Outline(); len(o) != 3 || o[1].Text != "Territory" || o[1].Level != 2 {
		t.Errorf("%+v", o)
	}
}

// A resize keeps the row at the top, a new reading of the file what stood there.
func TestThePlaceIsKept(t *testing.T) {
	r := reading(60, 12)
	at := strings.Index(meeting, "The meeting on Friday")
	r.Goto(at)
	for _, size := range [][2]int{{40, 12}, {100, 20}, {60, 12}} {
		r.SetSize(size[0], size[1])
		if r.At() != at {
			t.Errorf("at %v the top is %d, was %d", size, r.At(), at)
		}
	}
	r.Show(r.text.Quotes[1].Span)
	again := talk()
	again.Body = []byte(strings.Replace(meeting, "# Long meeting", "A new beginning.\n\n# Long meeting", 1))
	for i := range again.Quotes {
		again.Quotes[i].Span.Start += len("A new beginning.\n\n")
		again.Quotes[i].Span.End += len("A new beginning.\n\n")
	}
	r.Goto(at)
	r.Set(again)
	if want := at + len("A new beginning.\n\n"); r.At() != want {
		t.Errorf("read again: the top is %d, wanted %d", r.At(), want)
	}
	if got := marked(r.View()); !strings.Contains(strings.Join(strings.Fields(got), " "), "useful") {
		t.Errorf("the mark is gone: %q", got)
	}
}

func TestALongTextIsShownBeforeItIsLookedThrough(t *testing.T) {
	long := model.Text{Briefing: model.Briefing{File: "long.md"}, Body: []byte(strings.Repeat("A paragraph of some words.\n\n", 10_000))}
	r := NewReader()
	r.SetSize(60, 20)
	r.Set(long)
	if !strings.Contains(r.View(), "A paragraph") {
		t.Error("nothing is shown")
	}
	work, lacks := r.Lacks()
	if !lacks {
		t.Fatal("nothing is lacking")
	}
	r.Goto(140_000)
	r.SetIndex(work())
	if _, lacks := r.Lacks(); lacks || r.At() != 140_000 || !strings.Contains(r.Count(), "¶5001") {
		t.Errorf("at %d, %s", r.At(), r.Count())
	}
	r.SetIndex(Index{file: "other.md"})
	square(t, r, 60, 20)
}

func TestReaderSizeLaw(t *testing.T) {
	r := reading(0, 0)
	for w := range 130 {
		for _, h := range []int{0, 1, 2, 3, 5, 9, 17, 33} {
			r.Bare(w%3 == 0)
			r.SetSize(w, h)
			square(t, r, w, h)
		}
	}
	for _, c := range []func(){func() { r.Clear() }, func() { r.Clear("a", strings.Repeat("long ", 90)) }, func() { r.SetProgress(model.Progress{Done: 7, Total: 3}, "way") }} {
		c()
		for w := range 60 {
			r.SetSize(w, 11)
			square(t, r, w, 11)
		}
	}
}
