package dashboard

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"parley/model/search"
)

// Completion of fields while a query is typed.

// complete fills in the field that is typed, the next one each time; where none is, it goes to the hits and back.
func (s *searchSheet) complete(a *App) tea.Cmd {
	before := s.in.text[:s.in.at]
	if len(s.offers) == 0 && before != "" && !strings.HasSuffix(before, " ") {
		s.offers, s.offer = search.Complete(s.in.text, s.in.at, a.valuesOf), -1
	}
	if len(s.offers) == 0 {
		s.inHits = !s.inHits
		s.paint(a)
		return nil
	}
	s.again = false
	s.offer = (s.offer + 1) % len(s.offers)
	c := s.offers[s.offer]
	s.in.text = s.in.text[:c.From] + c.Text + s.in.text[s.in.at:]
	s.in.at = c.From + len(c.Text)
	offers := s.offers
	cmd := s.ask(a)
	if len(offers) > 1 {
		s.offers = offers
	}
	s.paint(a)
	return cmd
}

// valuesOf answers what is known of a field, for tab.
func (a *App) valuesOf(field string) []string {
	var all []string
	seen := map[string]bool{"": true}
	add := func(list ...string) {
		for _, v := range list {
			if !seen[v] {
				seen[v] = true
				all = append(all, v)
			}
		}
	}
	switch field {
	case "speaker", "actor":
		for _, r := range a.actors.Items() {
			add(r.Actor.Name)
		}
	case "party":
		for _, r := range a.actors.Items() {
			if !r.Below {
				add(r.Actor.Name)
			}
		}
	case "track":
		for _, t := range a.overview.Tracks {
			add(t.Name)
		}
	case "via":
		for _, q := range a.quotes.Items() {
			add(q.Via...)
		}
	}
	for _, b := range a.briefings.Items() {
		switch field {
		case "source":
			add(b.Source)
		case "file":
			add(b.File)
		case "lang":
			add(b.Lang)
		case "tag":
			add(b.Tags...)
		}
	}
	return all
}
