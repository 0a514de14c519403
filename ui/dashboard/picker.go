package dashboard

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/sahilm/fuzzy"

	"parley/model"
	"parley/model/text"
	"parley/ui/pane"
	"parley/ui/theme"
)

// A picker is a list that narrows while one types: tracks, headings, forms of a copy, actions.

// A choice is an entry of a picker.
type choice struct {
	label, detail string
	indent        int
	hits          []model.Range // letters of label that were typed
	every         bool          // closes whatever is open
	do            func(*App) tea.Cmd
}

type picker struct {
	sheet
	title, ghost string
	in           input
	all          []choice
	list         *pane.List[choice]
	wide, label  int
	keepOrder    bool // what fits stays in its order, as headings do
}

func newPicker(title, ghost string, all []choice, wide int) *picker {
	p := &picker{title: title, ghost: ghost, all: all, wide: wide}
	for _, c := range all {
		p.label = max(p.label, text.Width(c.label)+2*c.indent+2)
	}
	p.list = pane.NewList(pane.Face[choice]{
		Name:  title,
		ID:    func(c choice) string { return c.label + "\x00" + c.detail },
		Draw:  p.draw,
		Empty: func(pane.Scope, int) []string { return []string{"Nothing fits."} },
	})
	p.list.Bare(true)
	p.list.SetFocus(true)
	p.narrow()
	return p
}

func (p *picker) draw(c choice, b pane.Brush) []pane.Row {
	th := b.Theme
	label := b.Piece(strings.Repeat("  ", c.indent)+c.label, th.Body)
	for _, h := range c.hits {
		label.Marks = append(label.Marks, model.Range{Start: h.Start + 2*c.indent, End: h.End + 2*c.indent})
	}
	if c.detail == "" {
		return []pane.Row{{label}}
	}
	if p.label > b.Width/2 {
		return []pane.Row{{label, {Text: " " + c.detail, Style: th.Dim, Right: true}}}
	}
	label.Text += blank(max(p.label-text.Width(label.Text), 1))
	return []pane.Row{{label, {Text: c.detail, Style: th.Dim}}}
}

// narrow keeps the choices that hold the typed letters in their order, the nearest first.
func (p *picker) narrow() {
	if p.in.text == "" {
		p.list.SetAll(p.all)
		p.list.First()
		return
	}
	labels := make([]string, len(p.all))
	for i, c := range p.all {
		labels[i] = c.label
	}
	look := fuzzy.Find
	if p.keepOrder {
		look = fuzzy.FindNoSort
	}
	var fit []choice
	for _, m := range look(p.in.text, labels) {
		c := p.all[m.Index]
		c.hits = ranges(c.label, m.MatchedIndexes)
		fit = append(fit, c)
	}
	p.list.SetAll(fit)
	p.list.First()
}

// ranges joins the bytes where matched letters begin to pieces of s.
func ranges(s string, at []int) []model.Range {
	var out []model.Range
	for _, i := range at {
		end := i + 1
		for end < len(s) && s[end]&0xC0 == 0x80 {
			end++
		}
		if n := len(out); n > 0 && out[n-1].End == i {
			out[n-1].End = end
			continue
		}
		out = append(out, model.Range{Start: i, End: end})
	}
	return out
}

func (p *picker) context() Context { return InPrompt }

func (p *picker) act(a *App, name string) (tea.Cmd, bool) {
	switch name {
	case "accept":
		c, ok := p.list.Selected()
		if !ok {
			return nil, true
		}
		if p.all[0].every {
			a.closeAll()
		} else {
			a.closeOver()
		}
		return c.do(a), true
	case "next result", "complete":
		p.list.Move(1)
	case "previous result":
		p.list.Move(-1)
	case "page of results down":
		p.list.Page(1)
	case "page of results up":
		p.list.Page(-1)
	default:
		return nil, false
	}
	p.paint(a.theme)
	return nil, true
}

func (p *picker) typed(a *App, k tea.KeyPressMsg) tea.Cmd {
	if changed, known := p.in.key(k); known {
		if changed {
			p.narrow()
		}
		p.paint(a.theme)
	}
	return nil
}

func (p *picker) pasted(a *App, s string) tea.Cmd {
	if p.in.insert(s) {
		p.narrow()
		p.paint(a.theme)
	}
	return nil
}

func (p *picker) fit(a *App) {
	p.rect = a.middle(p.wide, min(len(p.all), 18)+4)
	w, h := p.inner()
	p.list.SetTheme(a.theme)
	p.list.SetSize(w, max(h-2, 0))
	p.paint(a.theme)
}

func (p *picker) paint(th theme.Theme) {
	rows := []string{p.promptRow(th, &p.in, p.ghost, strconv.Itoa(len(p.list.Items())), 0), p.rule(th)}
	p.frame(th, p.title, "", append(rows, strings.Split(p.list.View(), "\n")...))
}

func (p *picker) hints() []hint {
	return []hint{{"↵", "choose"}, {"↓ ↑", "move"}, {"esc", "close"}}
}

// pickTrack lists the tracks, all of them first.
func (a *App) pickTrack() tea.Cmd {
	all := []choice{{label: "All tracks", detail: strconv.Itoa(a.overview.Briefings), do: func(a *App) tea.Cmd { return a.toTrack("") }}}
	for _, t := range a.overview.Tracks {
		all = append(all, choice{label: pane.Clean(t.Name), detail: strconv.Itoa(t.Briefings), do: func(a *App) tea.Cmd { return a.toTrack(t.Name) }})
	}
	return a.show(newPicker("Track", "type a track", all, 44))
}

// outline lists the headings of the text.
func (a *App) outline() tea.Cmd {
	heads := a.reader.Outline()
	if len(heads) == 0 {
		a.say("This text has no headings.")
		return nil
	}
	top := heads[0].Level
	for _, h := range heads {
		top = min(top, h.Level)
	}
	all := make([]choice, len(heads))
	for i, h := range heads {
		all[i] = choice{label: pane.Clean(h.Text), detail: "line " + strconv.Itoa(h.Line), indent: h.Level - top, do: func(a *App) tea.Cmd {
			a.history.leave(a.here())
			a.reader.Goto(h.At)
			return a.toReader()
		}}
	}
	p := newPicker("Outline", "type a heading", all, 72)
	p.keepOrder = true
	return a.show(p)
}

// palette lists every action by its name.
func (a *App) palette() tea.Cmd {
	var all []choice
	for _, l := range a.lines {
		for _, b := range l.Bindings {
			if b.do == nil || b.Name == "commands" {
				continue
			}
			all = append(all, choice{label: b.Name, detail: keysOf(b), every: true, do: b.do})
		}
	}
	return a.show(newPicker("Commands", "type an action", all, 56))
}
