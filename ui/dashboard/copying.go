package dashboard

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"parley/model"
	"parley/ui/layout"
)

// Copying. A terminal never answers whether it took a text: what is said is what was done.

// clipsHere answers the forms in which what is selected can be copied.
func (a *App) clipsHere() []clip {
	head := func(file string) model.Briefing { b, _ := a.briefing(file); return b }
	switch a.focus {
	case layout.Tracks:
		if t, ok := a.tracks.Selected(); ok && t.Name != "" {
			return clips(clip{"track", t.Name})
		}
	case layout.Briefings:
		if b, ok := a.briefings.Selected(); ok && b.File != "" {
			return briefingClips(b)
		}
	case layout.Actors:
		if r, ok := a.actors.Selected(); ok {
			return actorClips(r)
		}
	case layout.Proposals:
		if p, ok := a.proposals.Selected(); ok {
			return proposalClips(p, head(p.Span.File))
		}
	case layout.Quotes:
		if q, ok := a.quotes.Selected(); ok {
			return quoteClips(q, head(q.Span.File))
		}
	case layout.Reader:
		switch q, p := a.statementInText(); {
		case q != nil:
			return quoteClips(*q, head(q.Span.File))
		case p != nil:
			return proposalClips(*p, head(p.Span.File))
		}
		if t, ok := a.reader.Text(); ok {
			return briefingClips(t.Briefing)
		}
	}
	return nil
}

func (a *App) copy() tea.Cmd { return a.copyFirst(a.clipsHere()) }

func (a *App) copyFirst(forms []clip) tea.Cmd {
	if len(forms) == 0 {
		a.complain(errNothing)
		return nil
	}
	return a.copyClip(forms[0])
}

func (a *App) copyClip(c clip) tea.Cmd {
	a.kept = c
	way := ""
	if a.options.WriteCopy != nil {
		way = " Not there? :copy file"
	}
	a.message = message{
		text:  fmt.Sprintf("Sent to your terminal: %d bytes, %s.%s", len(c.text), c.what, way),
		short: fmt.Sprintf("Sent %d bytes.%s", len(c.text), way),
	}
	return send(c.text, a.options.Through)
}

func (a *App) copyAs() tea.Cmd { return a.copyForms(a.clipsHere()) }

// copyForms lets choose a form.
func (a *App) copyForms(forms []clip) tea.Cmd {
	if len(forms) == 0 {
		a.complain(errNothing)
		return nil
	}
	items := make([]choice, len(forms))
	for i, c := range forms {
		items[i] = choice{label: c.what, detail: c.text, do: func(a *App) tea.Cmd { return a.copyClip(c) }}
	}
	return a.show(newPicker("Copy as", "choose a form", items, 76))
}

// copyFile writes what was copied last; where nothing was, what is selected.
func (a *App) copyFile() tea.Cmd {
	c := a.kept
	if c.text == "" {
		forms := a.clipsHere()
		if len(forms) == 0 {
			a.complain(errNothing)
			return nil
		}
		c = forms[0]
	}
	if a.options.WriteCopy == nil {
		a.complain(fmt.Errorf("nothing is written from here; y sends it to your terminal"))
		return nil
	}
	return writeCopy(a.options.WriteCopy, c.text+"\n")
}

func (a *App) wrote(m sent) {
	if m.err != nil {
		a.complain(m.err)
		return
	}
	a.say("Written to %s", m.path)
}
