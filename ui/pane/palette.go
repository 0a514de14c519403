package pane

import (
	"parley/ui/render"
	"parley/ui/theme"
)

// Palette answers how the text of a briefing looks in a theme. It stands here and not in package theme, which would
// have to know how Markdown is drawn to say it. With links, addresses go to the terminal as such (OSC 8).
func Palette(th theme.Theme, links bool) render.Palette {
	p, g := &th.Page, &th.Glyphs
	return render.Palette{
		Heading1: inked(p.Heading1), Heading2: inked(p.Heading2), Heading3: inked(p.Heading3),
		Link: inked(p.Link), Code: inked(p.Code), Decoration: inked(p.Decoration), Dim: inked(th.Dim),
		Number: inked(p.Decoration), Hidden: inked(p.Hidden), Notice: inked(th.Warn),
		Current: inked(p.Current), Other: inked(p.Others),
		Search: inked(th.Match), SearchCurrent: inked(th.MatchCurrent),
		Selection: inked(th.Selected), Found: inked(p.Decoration),
		SelectionSign: g.Selected, FoundSign: g.Found,
		Bar: g.Vertical, Bullet: g.Unread, Rule: g.Horizontal, Cross: cross(g),
		Links: links,
	}
}

func cross(g *theme.Glyphs) string {
	if g.Vertical == "|" {
		return "+"
	}
	return "┼"
}

// inked answers a style in render's terms.
func inked(s theme.Style) render.Style {
	out := render.Style{Fg: render.ColourOf(string(s.Fg)), Bg: render.ColourOf(string(s.Bg))}
	for _, a := range [...]struct {
		ours theme.Attr
		its  render.Attr
	}{
		{theme.Bold, render.Bold}, {theme.Italic, render.Italic}, {theme.Underline, render.Underline},
		{theme.Reverse, render.Reverse}, {theme.Strike, render.Strike},
	} {
		if s.Attr&a.ours != 0 {
			out.Attr |= a.its
		}
	}
	return out
}
