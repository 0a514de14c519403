package dashboard

import (
	"fmt"
	"strings"

	"parley/model"
	"parley/model/text"
)

// What is copied, and how it is cited.
//
//   - Words never go without a way back to them: who, how sure, where they were printed, paragraph, line, file.
//   - Words that the source reports without quotation marks are copied without them.
//   - Where parley is not sure whose words they are, the copy says so too.
//   - Everything is one clean line: a paste into a shell runs nothing hidden.

// A clip is a text to be copied, and what it is.
type clip struct {
	what string // "quote + source"
	text string
}

func clips(named ...clip) []clip {
	for i := range named {
		rows := strings.Split(named[i].text, "\n")
		for j := range rows {
			rows[j], _ = text.Line(rows[j])
		}
		named[i].text = strings.Join(rows, "\n")
	}
	return named
}

// quoteClips answers the forms in which a quote can be copied, the usual one first.
func quoteClips(q model.Quote, b model.Briefing) []clip {
	words := quoted(q)
	who := speakerOf(q)
	src := source(b, q.Span)
	return clips(
		clip{"quote + source", words + " — " + who + ". " + src},
		clip{"words alone", q.Text},
		clip{"source alone", src},
		clip{"Markdown", "> " + words + "\n> — " + who + ". " + src},
		clip{"place", place(q.Span)},
	)
}

// proposalClips answers the forms in which a proposal can be copied.
func proposalClips(p model.Proposal, b model.Briefing) []clip {
	words := p.Text
	if p.Title != "" {
		words = p.Title + ": " + p.Text
	}
	who := proposalActors(p)
	src := source(b, p.Span)
	elements := []string{words}
	for _, e := range p.Elements {
		elements = append(elements, "- "+e.Text)
	}
	return clips(
		clip{"proposal + source", words + " — " + who + ". " + src},
		clip{"words alone", words},
		clip{"with its elements", strings.Join(append(elements, "— "+who+". "+src), "\n")},
		clip{"source alone", src},
		clip{"place", place(p.Span)},
	)
}

// briefingClips answers the forms in which a briefing can be cited.
func briefingClips(b model.Briefing) []clip {
	return clips(
		clip{"briefing", source(b, model.Span{File: b.File})},
		clip{"title", b.Title},
		clip{"place", b.File},
	)
}

// actorClips answers the forms in which an actor can be copied.
func actorClips(r model.ActorRow) []clip {
	a := r.Actor
	line := a.Name
	for _, part := range []string{a.Role, a.Party} {
		if part != "" && part != a.Name {
			line += ", " + part
		}
	}
	all := line
	if len(a.Aliases) > 0 {
		all += " (also " + strings.Join(a.Aliases, ", ") + ")"
	}
	return clips(clip{"actor", line}, clip{"with other names", all}, clip{"name alone", a.Name})
}

// problemClips answers a problem as one line of a compiler's kind.
func problemClips(p model.Problem) []clip {
	line := p.Place() + ": " + p.Message
	if p.Done != "" {
		line += "; " + p.Done
	}
	return clips(clip{"message", line})
}

// quoted answers the words in marks, unless the source reports them without.
func quoted(q model.Quote) string {
	if q.Kind == model.Indirect {
		return q.Text
	}
	return "“" + q.Text + "”"
}

// speakerOf answers who said it and how sure that is, as a citation has it.
func speakerOf(q model.Quote) string {
	if q.Grade == model.Narrator || q.Speaker == nil {
		if q.Kind == model.Term && q.Speaker != nil {
			return "term of " + q.Speaker.Name
		}
		return "no speaker named"
	}
	how := []string{q.Grade.String()}
	if q.Kind == model.Indirect {
		how = append(how, "not verbatim")
	}
	if q.Origin == model.Found && q.Certainty != model.Sure {
		how = append(how, "attribution "+q.Certainty.String())
	}
	who := fmt.Sprintf("%s (%s)", q.Speaker.Name, strings.Join(how, "; "))
	if len(q.Via) > 0 {
		who += ", via " + strings.Join(q.Via, ", via ")
	}
	return who
}

// proposalActors answers whose proposal it is and what they do with it.
func proposalActors(p model.Proposal) string {
	names := make([]string, 0, len(p.Actors))
	for _, m := range p.Actors {
		names = append(names, m.Name)
	}
	who := strings.Join(names, " + ")
	if who == "" {
		who = "nobody named"
	}
	how := p.Predicate.String() + "; " + p.Stance.String() + "; " + p.Grade.String()
	if p.Origin == model.Found && p.Certainty != model.Sure {
		how += "; attribution " + p.Certainty.String()
	}
	who += " (" + how + ")"
	if len(p.Via) > 0 {
		who += ", via " + strings.Join(p.Via, ", via ")
	}
	return who
}

// source answers outlet, title, date, paragraph, line and file, as far as they are known.
func source(b model.Briefing, s model.Span) string {
	var parts []string
	add := func(part string) {
		if part != "" {
			parts = append(parts, part)
		}
	}
	add(b.Source)
	if b.Title != "" {
		add("“" + b.Title + "”")
	}
	add(b.Date.Long())
	add(b.Ref)
	add(b.Marking)
	if s.Paragraph > 0 {
		add(fmt.Sprintf("¶%d", s.Paragraph))
	}
	if s.Line > 0 {
		add(fmt.Sprintf("line %d", s.Line))
	}
	add(s.File)
	return strings.Join(parts, ", ")
}

// place answers "file:line".
func place(s model.Span) string {
	if s.Line == 0 {
		return s.File
	}
	return fmt.Sprintf("%s:%d", s.File, s.Line)
}
