package pane

import (
	"fmt"

	"parley/model"
)

// What the tests show: an invented conference, with what is hard to draw among it.

func page[T any](items []T, all int) model.Page[T] {
	return model.Page[T]{Items: items, Total: len(items), All: all}
}

func mention(name string) *model.Mention { return &model.Mention{Name: name, Words: name} }

func at(file string, paragraph, line int) model.Span {
	return model.Span{File: file, Paragraph: paragraph, Line: line}
}

func overview() model.Overview {
	return model.Overview{
		Name: "Kestrel talks", Briefings: 12, Quotes: 118, Proposals: 24, Unread: 2,
		Tracks: []model.Track{
			{Name: "Ceasefire", Briefings: 7}, {Name: "Territory", Briefings: 9, Unread: true}, {Name: "Security guarantees", Briefings: 4},
			{Name: "Prisoners", Briefings: 2}, {Name: "Format of talks", Briefings: 5},
		},
	}
}

func briefings() model.Page[model.Briefing] {
	return page([]model.Briefing{
		{File: "a.md", Title: "Envoy offers a package", Date: "2025-04-27", Source: "Harbour Post", Unread: true},
		{File: "b.md", Title: "Long meeting in Oster", Date: "2025-04-25", Source: "Meridian Wire"},
		{File: "c.md", Title: "Tarn talks downgraded to the level of deputies for a week", Date: "2025-04-23", Source: "Harbour Post"},
		{File: "d.md", Title: "Two drafts on table", Date: "2025-04-18", Type: "non-paper", Unread: true},
		{File: "e.txt", Title: "奥斯特会谈进行了三个小时 und lange danach", Date: "2025-04-11", Ref: "25MARN114"},
		{File: "notes/f.txt", Title: ""},
	}, 12)
}

func actors() model.Page[model.ActorRow] {
	row := func(a model.Actor, n int, below, both bool) model.ActorRow {
		a.ID = a.Name
		return model.ActorRow{Actor: a, Statements: n, Below: below, Both: both}
	}
	return page([]model.ActorRow{
		row(model.Actor{Name: "Veyra", Kind: model.State, Code: "VE", Role: "party"}, 7, false, true),
		row(model.Actor{Name: "Tomas Reku", Party: "Veyra", Code: "TR", Role: "Presidential adviser"}, 2, true, false),
		row(model.Actor{Name: "Arland", Kind: model.State, Code: "AR", Hue: 1, Role: "party"}, 6, false, false),
		row(model.Actor{Name: "Lena Oduya-Featherstonehaugh of Upper Marn", Party: "Arland", Code: "LO", Hue: 1}, 1, true, false),
		row(model.Actor{Name: "Northern Union", Kind: model.Organisation, Code: "NU", Hue: 2}, 4, false, false),
		row(model.Actor{Name: "an official", Party: "Northern Union", Code: "??"}, 2, true, false),
		row(model.Actor{Name: "Ilse Brandt", Code: "IB", Hue: 3, Role: "mediator"}, 3, false, false),
		row(model.Actor{Name: "鈴木 一郎", Code: "鈴", Hue: 4, Role: "observer"}, 0, false, false),
		row(model.Actor{Name: "Harbour Post", Kind: model.Outlet, Code: "HP", Hue: 5}, 1234, false, false),
	}, 31)
}

func proposals() model.Page[model.Proposal] {
	return page([]model.Proposal{
		{ID: "1", Code: "T1", Stance: model.Conditional, Title: "Recognise the peninsula, hold the line elsewhere", Grade: model.Reported, Actors: []model.Mention{{Name: "Ilse Brandt"}}, Span: at("b.md", 5, 9), Origin: model.Written},
		{ID: "2", Code: "T2", Stance: model.Against, Text: "territory only after a truce, then strong guarantees, then the return of everyone who left, and only then a map", Grade: model.Reported, Actors: []model.Mention{{Name: "Arland"}, {Name: "Northern Union"}}, Span: at("b.md", 5, 9), Certainty: model.Sure},
		{ID: "3", Code: "C1", Stance: model.For, Text: "truce first, as a condition", Grade: model.Reported, Actors: []model.Mention{{Name: "Northern Union"}}, Via: []string{"Harbour Post"}, Span: at("a.md", 6, 11), Certainty: model.Doubtful, Date: "2025-04-27"},
		{ID: "4", Code: "F1", Stance: model.Unclear, Text: "Resume direct talks", Grade: model.OnRecord, Actors: []model.Mention{{Name: "Tomas Reku"}}, Span: at("b.md", 7, 13), Origin: model.Reviewed},
		{ID: "5", Text: "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung", Span: at("b.md", 0, 2), Certainty: model.Likely},
	}, 24)
}

func quotes() model.Page[model.Quote] {
	return page([]model.Quote{
		{ID: "1", Text: "We cannot leave these lines as they stand", Grade: model.Unnamed, Speaker: mention("a Union official"), Via: []string{"Harbour Post"}, Span: at("b.md", 6, 11), Origin: model.Written},
		{ID: "2", Text: "a serious and useful day", Kind: model.Partial, Grade: model.OnRecord, Speaker: mention("Tomas Reku"), Span: at("b.md", 7, 13), Certainty: model.Sure, Date: "2025-04-25"},
		{ID: "3", Text: "some ground was gained", Kind: model.Partial, Grade: model.Unnamed, Speaker: mention("one official"), Span: at("b.md", 1, 1), Certainty: model.Likely},
		{ID: "4", Text: "a precedent we would pay for", Kind: model.Term, Grade: model.Narrator, Speaker: mention("many Arlanders"), Span: at("b.md", 3, 5), Certainty: model.Sure},
		{ID: "5", Text: "that they should sit down with the other side before the month is out, and that they should do it in a place where nobody would be seen to have come to the other, on a ship if need be", Kind: model.Indirect, Grade: model.OnRecord, Speaker: mention("President"), Span: at("b.md", 8, 15), Certainty: model.Doubtful},
		{ID: "6", Text: "我们不能让这些界线保持原状。必须首先停火，然后提供保障。", Grade: model.OnRecord, Speaker: mention("李明"), Span: at("b.md", 9, 17), Certainty: model.Sure},
		{ID: "7", Text: "👨‍👩‍👧 a family \u202e of signs ❤️ and \x1b[31m red", Grade: model.Reported, Span: at("b.md", 10, 19), Stance: model.Against},
		{ID: "8", Text: "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung", Grade: model.Reported, Speaker: mention("The spokesman of the Minister for Foreign and Northern Affairs"), Via: []string{"Meridian Wire", "Harbour Post"}, Span: at("b.md", 11, 21)},
	}, 118)
}

// many answers quotes that differ in length, as many as asked for.
func many(n int) []model.Quote {
	short := quotes().Items[:5]
	out := make([]model.Quote, n)
	for i := range out {
		out[i] = short[i%len(short)]
		out[i].ID = fmt.Sprint("q", i)
	}
	return out
}

// lists answers every list with something in it.
func lists() map[string]Pane {
	tr, br, ac, pr, qu := NewTracks(), NewBriefings(), NewActors(), NewProposals(), NewQuotes()
	tr.SetOverview(overview())
	tr.SetCurrent("Territory")
	br.Set(briefings())
	br.SetReading("b.md")
	br.Select("b.md")
	ac.Set(actors())
	pr.Set(proposals())
	qu.Set(quotes())
	return map[string]Pane{"tracks": tr, "briefings": br, "actors": ac, "proposals": pr, "quotes": qu}
}
