package dashboard

import (
	"fmt"
	"strings"

	"parley/model"
)

// The talks that the tests look at: invented, fixed, small. A briefing's text names its statements by their words.

type said struct {
	words, who, actor, via string
	grade                  model.Grade
	kind                   model.QuoteKind
	tracks                 []string
}

type offered struct {
	words, title string
	by           []string
	stance       model.Stance
	grade        model.Grade
	code         string
	tracks       []string
}

type talk struct {
	file, title, source string
	date                model.Date
	body                string
	quotes              []said
	proposals           []offered
	unread              bool
}

const (
	territory = "Territory"
	ceasefire = "Ceasefire"
	format    = "Format of talks"
)

func talks() []talk {
	return []talk{
		{
			file: "2025-04-27-package.md", title: "Envoy offers a package", source: "Harbour Post", date: "2025-04-27", unread: true,
			body: "# Envoy offers a package\n\nThe envoy Ilse Brandt offered a package in Oster on Sunday. Arland wants guarantees named first.\n\n" +
				"“We will read every line of it”, said Lena Oduya, who speaks for Arland.\n\n" +
				"Nobody in Veyra would comment. One official said that “some ground was gained”.\n",
			quotes: []said{
				{"We will read every line of it", "Lena Oduya", "lena oduya", "", model.OnRecord, model.Direct, []string{territory, ceasefire}},
				{"some ground was gained", "one official", "", "Harbour Post", model.Unnamed, model.Partial, []string{ceasefire}},
			},
			proposals: []offered{
				{"Arland wants guarantees named first", "", []string{"Arland"}, model.For, model.Reported, "C1", []string{ceasefire}},
			},
		},
		{
			file: "2025-04-25-oster.md", title: "Long meeting in Oster", source: "Meridian Wire", date: "2025-04-25",
			body: longMeeting,
			quotes: []said{
				{"We cannot leave these lines as they stand", "a Union official", "", "Harbour Post", model.Unnamed, model.Partial, []string{territory}},
				{"a serious and useful day", "Tomas Reku", "tomas reku", "", model.OnRecord, model.Partial, []string{format}},
				{"a precedent we would pay for", "many Arlanders", "", "", model.Narrator, model.Term, []string{territory}},
				{"the map comes last, not first", "Lena Oduya", "lena oduya", "", model.OnRecord, model.Direct, []string{territory}},
			},
			proposals: []offered{
				{"accept the peninsula as Veyran and treat the present line in the four districts as the working line", "Recognise the peninsula, hold the line elsewhere",
					[]string{"Ilse Brandt"}, model.Conditional, model.Reported, "T1", []string{territory}},
				{"leave every question of territory until after a truce", "", []string{"Arland", "Northern Union"}, model.Against, model.Reported, "T2", []string{territory, ceasefire}},
				{"a return to direct talks", "Resume direct talks", []string{"Tomas Reku"}, model.Unclear, model.OnRecord, "F1", []string{format}},
			},
		},
		{
			file: "2025-04-11-terms.txt", title: "Arland sets terms", source: "Cable 25MARN114", date: "2025-04-11",
			body: "1. The Minister opened with the line of contact.\n\n2. She said that “no line is drawn before the guarantees are signed”, and asked that the sentence be kept.\n",
			quotes: []said{
				{"no line is drawn before the guarantees are signed", "Lena Oduya", "lena oduya", "", model.OnRecord, model.Direct, []string{territory}},
			},
		},
	}
}

const longMeeting = `# Long meeting in Oster

The envoy is said to have suggested that his side accept the peninsula as Veyran and treat the present line in the four districts as the working line. Arland and its backers leave every question of territory until after a truce.

“We cannot leave these lines as they stand”, an official of the Union told the Harbour Post. The same report says the Union wants a truce to come first.

## The day itself

The meeting on Friday lasted three hours. Adviser Tomas Reku called it “a serious and useful day”; a return to direct talks was raised. Many Arlanders speak of “a precedent we would pay for”.

“For us the map comes last, not first”, said Lena Oduya.

## What comes next

Both sides are expected in Tarn within ten days. The mediator will carry the papers, the delegations will stay in their capitals, and the Union will host the technical group on lists of prisoners.

The technical group has met twice before. Its second meeting ended without a list, and its third was put off in March when the road to Tarn was closed.

Nobody would say whether the next round will be public.
`

var actors = []model.Actor{
	{ID: "veyra", Name: "Veyra", Kind: model.State, Code: "VE", Hue: 0},
	{ID: "tomas reku", Name: "Tomas Reku", Kind: model.Person, Party: "Veyra", Role: "Adviser", Code: "TR", Hue: 0},
	{ID: "arland", Name: "Arland", Kind: model.State, Code: "AR", Hue: 1},
	{ID: "lena oduya", Name: "Lena Oduya", Kind: model.Person, Party: "Arland", Role: "Minister", Code: "LO", Hue: 1},
	{ID: "northern union", Name: "Northern Union", Kind: model.Organisation, Code: "NU", Hue: 2},
	{
		ID: "ilse brandt", Name: "Ilse Brandt", Kind: model.Person, Role: "mediator", Code: "IB", Hue: 3,
		Offered: []model.Offer{{ID: "brandt·1", Name: "Brandt"}, {ID: "brandt·2", Name: "Brandt"}, {ID: "i. brandt", Name: "I. Brandt"}},
	},
}

func actorNamed(name string) model.Actor {
	for _, a := range actors {
		if a.Name == name {
			return a
		}
	}
	return model.Actor{}
}

// read turns a talk into what a library answers.
func (t talk) read() model.Text {
	b := model.Briefing{File: t.file, Title: t.title, Source: t.source, Date: t.date, Unread: t.unread, Type: "news", Lang: "en",
		Quotes: len(t.quotes), Proposals: len(t.proposals), Words: len(strings.Fields(t.body)), Paragraphs: strings.Count(t.body, "\n\n")}
	out := model.Text{Briefing: b, Body: []byte(t.body)}
	seen := map[string]bool{}
	keep := func(tracks []string) {
		for _, name := range tracks {
			if !seen[name] {
				seen[name] = true
				out.Briefing.Tracks = append(out.Briefing.Tracks, name)
			}
		}
	}
	for i, s := range t.quotes {
		q := model.Quote{ID: fmt.Sprintf("%s-q%d", t.file, i), Span: t.span(s.words), Text: s.words, Kind: s.kind, Grade: s.grade,
			Speaker: &model.Mention{Name: s.who, Words: s.who, Actor: s.actor}, Tracks: s.tracks, Date: t.date, Certainty: model.Sure, Reason: "cue verb"}
		if s.via != "" {
			q.Via = []string{s.via}
		}
		keep(s.tracks)
		out.Quotes = append(out.Quotes, q)
	}
	for i, o := range t.proposals {
		p := model.Proposal{ID: fmt.Sprintf("%s-p%d", t.file, i), Span: t.span(o.words), Text: o.words, Title: o.title, Stance: o.stance,
			Grade: o.grade, Tracks: o.tracks, Date: t.date, Code: o.code, Certainty: model.Likely, Reason: "proposal verb"}
		for _, name := range o.by {
			p.Actors = append(p.Actors, model.Mention{Name: name, Words: name, Actor: actorNamed(name).ID})
		}
		keep(o.tracks)
		out.Proposals = append(out.Proposals, p)
	}
	return out
}

// span finds the words in the body; a fixture whose words are not there is a fault of the test.
func (t talk) span(words string) model.Span {
	at := strings.Index(t.body, words)
	if at < 0 {
		panic("not in " + t.file + ": " + words)
	}
	before := t.body[:at]
	par := 0
	for _, block := range strings.Split(before+"x", "\n\n") {
		if !strings.HasPrefix(block, "#") {
			par++
		}
	}
	return model.Span{File: t.file, Start: at, End: at + len(words), Line: strings.Count(before, "\n") + 1, Paragraph: par}
}
