package dashboard

import (
	"fmt"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"parley/model"
	"parley/model/text"
	"parley/ui/layout"
	"parley/ui/pane"
	"parley/ui/theme"
)

// What lies behind the thing that is selected: of a briefing its head, of a statement why it is what it is.

// A leaf is a page that is read and scrolled: names on the left, what they say on the right.
type leaf struct {
	sheet
	title  string
	facts  []fact
	list   *pane.List[fact]
	at     *model.Span // what e and y are about
	forms  []clip
	reason string
}

// A fact is a name and what it says; without a name it goes on from the one above.
type fact struct {
	id, name, says string
	style          func(theme.Theme) theme.Style // nil: the terminal's own
}

const factName = 13 // cells of the names

func newLeaf(title string) *leaf {
	l := &leaf{title: title}
	l.list = pane.NewList(pane.Face[fact]{
		Name: title,
		ID:   func(f fact) string { return f.id },
		Draw: drawFact,
		Text: func(f fact) string { return f.name + " " + f.says },
	})
	l.list.Bare(true)
	l.list.SetFocus(true)
	return l
}

func drawFact(f fact, b pane.Brush) []pane.Row {
	name := pane.Piece{Text: f.name + blank(max(factName-text.Width(f.name), 1)), Style: b.Theme.Dim}
	style := b.Theme.Body
	if f.style != nil {
		style = f.style(b.Theme)
	}
	room := b.Width - factName
	if room < 12 {
		return []pane.Row{{name, b.Piece(f.says, style)}}
	}
	rows := b.Wrap(b.Piece(f.says, style), room, 12)
	if len(rows) == 0 {
		return []pane.Row{{name}}
	}
	for i := range rows {
		lead := pane.Piece{Text: blank(factName)}
		if i == 0 {
			lead = name
		}
		rows[i] = append(pane.Row{lead}, rows[i]...)
	}
	return rows
}

// add puts a fact onto the page, unless it says nothing.
func (l *leaf) add(name, says string) *fact {
	if says == "" {
		return &fact{}
	}
	l.facts = append(l.facts, fact{id: strconv.Itoa(len(l.facts)), name: name, says: pane.Clean(says)})
	return &l.facts[len(l.facts)-1]
}

func (l *leaf) context() Context { return InList }

func (l *leaf) act(a *App, name string) (tea.Cmd, bool) {
	switch name {
	case "edit":
		if l.at != nil {
			return a.editAt(l.at.File, l.at.Line), true
		}
	case "copy":
		return a.copyFirst(l.forms), true
	case "copy as":
		return a.copyForms(l.forms), true
	case "about", "open":
		return a.closeOver(), true
	default:
		if !scroll(l.list, name) {
			return nil, false
		}
	}
	l.paint(a.theme)
	return nil, true
}

// scroll does a movement of the table, and tells whether it was one.
func scroll(p interface {
	Move(int)
	HalfPage(int)
	Page(int)
	First()
	Last()
}, name string) bool {
	switch name {
	case "down":
		p.Move(1)
	case "up":
		p.Move(-1)
	case "half page down":
		p.HalfPage(1)
	case "half page up":
		p.HalfPage(-1)
	case "page down":
		p.Page(1)
	case "page up":
		p.Page(-1)
	case "first":
		p.First()
	case "last":
		p.Last()
	default:
		return false
	}
	return true
}

func (l *leaf) fit(a *App) {
	l.rect = a.beside()
	w, h := l.inner()
	l.list.SetTheme(a.theme)
	l.list.SetSize(w, h)
	l.paint(a.theme)
}

func (l *leaf) paint(th theme.Theme) {
	l.frame(th, l.title, l.list.Count(), strings.Split(l.list.View(), "\n"))
}

func (l *leaf) hints() []hint {
	return []hint{{"j k", "scroll"}, {"y", "copy"}, {"e", "edit"}, {"esc", "close"}}
}

// answered fills in the explanation that was asked for.
func (l *leaf) answered(a *App, m answer) tea.Cmd {
	if m.to != askExplain {
		return nil
	}
	if m.err != nil {
		l.add("Why", "could not be worked out: "+m.err.Error())
	} else if e, ok := m.said.(model.Explanation); ok {
		l.explain(e)
	}
	l.list.SetAll(l.facts)
	l.fit(a)
	return nil
}

func (l *leaf) explain(e model.Explanation) {
	if e.Rule != l.reason {
		l.add("Rule", e.Rule)
	}
	if e.Cue != "" {
		l.add("Cue", "“"+e.Cue+"”")
	}
	for i, c := range e.Candidates {
		name := ""
		if i == 0 {
			name = "Candidates"
		}
		line := fmt.Sprintf("%3.0f %%  %s", 100*c.Score, c.Words)
		if c.Name != "" && c.Name != c.Words {
			line += " = " + c.Name
		}
		f := l.add(name, line)
		if c.Chosen {
			f.says += "  chosen"
			f.style = func(t theme.Theme) theme.Style { return t.Strong }
		}
	}
	for i, n := range e.Notes {
		l.add(map[bool]string{true: "Notes"}[i == 0], n)
	}
}

// about tells what lies behind what is selected.
func (a *App) about() tea.Cmd {
	switch a.focus {
	case layout.Quotes:
		if q, ok := a.quotes.Selected(); ok {
			return a.aboutQuote(q)
		}
	case layout.Proposals:
		if p, ok := a.proposals.Selected(); ok {
			return a.aboutProposal(p)
		}
	case layout.Actors:
		if r, ok := a.actors.Selected(); ok {
			return a.aboutActor(r)
		}
	case layout.Reader:
		if a.reader.Chosen() {
			switch q, p := a.statementInText(); {
			case q != nil:
				return a.aboutQuote(*q)
			case p != nil:
				return a.aboutProposal(*p)
			}
		}
	}
	b, ok := a.briefing(a.where.reading)
	if s, there := a.briefings.Selected(); a.focus == layout.Briefings && there && s.File != "" {
		b, ok = s, true
	}
	if !ok {
		a.complain(errNothing)
		return nil
	}
	return a.aboutBriefing(b)
}

func (a *App) aboutBriefing(b model.Briefing) tea.Cmd {
	l := newLeaf("About this briefing")
	title := b.Title
	if b.NoTitle {
		title += "  (no title: its first sentence)"
	}
	l.add("Title", title)
	l.add("Date", b.Date.Long())
	if b.Date == "" {
		l.add("File date", join(" ", b.FileDate.Long(), "(no date in the file)"))
	}
	l.add("Source", b.Source)
	l.add("Author", b.Author)
	l.add("Type", b.Type)
	l.add("Marking", b.Marking)
	l.add("Reliability", b.Reliability)
	l.add("Language", b.Lang)
	l.add("Tracks", strings.Join(b.Tracks, " · "))
	l.add("Tags", strings.Join(b.Tags, " · "))
	l.add("Place", b.Place)
	l.add("Event", b.Event)
	l.add("Version", b.Version)
	l.add("Supersedes", b.Supersedes)
	l.add("Reference", b.Ref)
	l.add("URL", b.URL)
	l.add("Summary", b.Summary)
	for _, f := range b.Fields {
		l.add(pane.Clean(f.Key), f.Value)
	}
	l.add("Holds", join(" · ", count(b.Quotes, "quote"), count(b.Proposals, "proposal"), count(b.Actors, "actor"), count(b.Words, "word")))
	if b.Hidden > 0 {
		l.add("Hidden", count(b.Hidden, "character")+" that a reader would not see").style = func(t theme.Theme) theme.Style { return t.Warn }
	}
	l.add("File", b.File)
	for i, p := range b.Problems {
		line := p.Message
		if p.Line > 0 {
			line = fmt.Sprintf("line %d: %s", p.Line, p.Message)
		}
		l.add(map[bool]string{true: "Problems"}[i == 0], join("; ", line, p.Done)).style = func(t theme.Theme) theme.Style { return t.Problem }
	}
	l.at, l.forms = &model.Span{File: b.File, Line: 1}, briefingClips(b)
	l.list.SetAll(l.facts)
	return a.show(l)
}

func (a *App) aboutQuote(q model.Quote) tea.Cmd {
	l := newLeaf("Why this quote")
	l.add("Words", quoted(q))
	l.add("Speaker", speakerOf(q))
	if q.Speaker != nil && q.Speaker.Words != q.Speaker.Name {
		l.add("In the text", "“"+q.Speaker.Words+"”")
	}
	l.add("Kind", q.Kind.String()+" · "+q.Grade.String())
	l.add("About", strings.Join(q.About, " · "))
	l.add("Cited", q.Cited)
	return a.whyStatement(l, q.Span, q.ID, q.Tracks, q.Date, q.Origin, q.Certainty, q.Reason, func(b model.Briefing) []clip { return quoteClips(q, b) })
}

func (a *App) aboutProposal(p model.Proposal) tea.Cmd {
	l := newLeaf("Why this proposal")
	l.add("Title", p.Title)
	l.add("Words", join(" ", p.Verb, p.Text))
	l.add("By", proposalActors(p))
	for i, e := range p.Elements {
		l.add(map[bool]string{true: "Elements"}[i == 0], e.Text)
	}
	l.add("Stance", p.Stance.Sign()+" "+p.Stance.String())
	return a.whyStatement(l, p.Span, p.ID, p.Tracks, p.Date, p.Origin, p.Certainty, p.Reason, func(b model.Briefing) []clip { return proposalClips(p, b) })
}

// whyStatement adds what quotes and proposals have in common, and asks for the explanation.
func (a *App) whyStatement(l *leaf, s model.Span, id string, tracks []string, d model.Date, o model.Origin, c model.Certainty, reason string, forms func(model.Briefing) []clip) tea.Cmd {
	b, _ := a.briefing(s.File)
	l.add("Tracks", strings.Join(tracks, " · "))
	l.add("Date", d.Long())
	l.add("Where", source(b, s))
	how := o.String()
	if o == model.Found {
		how += " · " + c.String()
	}
	l.add("Origin", how)
	l.reason = reason
	l.add("Reason", reason)
	l.at, l.forms = &s, forms(b)
	l.list.SetAll(l.facts)
	return tea.Batch(a.show(l), a.askExplain(s.File, id))
}

func (a *App) aboutActor(r model.ActorRow) tea.Cmd {
	l := newLeaf("About " + r.Actor.Name)
	l.add("Name", r.Actor.Name)
	l.add("Kind", r.Actor.Kind.String())
	l.add("Role", r.Actor.Role)
	l.add("Party", r.Actor.Party)
	l.add("Also", strings.Join(r.Actor.Aliases, " · "))
	l.add("May be", mayBe(r.Actor.Offered))
	l.add("Origin", r.Actor.Origin.String())
	l.add("Statements", strconv.Itoa(r.Statements))
	l.forms = actorClips(r)
	l.list.SetAll(l.facts)
	return a.show(l)
}

// mayBe names who may be the same, and how many of a name there are where it is all that several briefings give.
func mayBe(all []model.Offer) string {
	var names []string
	times := map[string]int{}
	for _, o := range all {
		if times[o.Name]++; times[o.Name] == 1 {
			names = append(names, o.Name)
		}
	}
	for i, name := range names {
		if n := times[name]; n > 1 {
			names[i] = fmt.Sprintf("%s (%d times, kept apart)", name, n)
		}
	}
	return strings.Join(names, " · ")
}
