// Package theme is how things look, by what they mean. A theme is a value that is handed in, never a global.
//
// One accent, a calm blue, for the focus and the current match; the rest is the terminal's own foreground and greys.
// Colour never carries meaning alone: without any (Mono) everything can still be told apart.
package theme

import "github.com/charmbracelet/colorprofile"

// A Theme holds a style for every meaning, and the signs.
type Theme struct {
	Name   string // "dark", "light", "mono"
	Glyphs Glyphs

	Body    Style // the terminal's own
	Strong  Style // titles, what is unread, codes and signs
	Dim     Style // dates, sources, counts, hints
	Accent  Style // the current thing, links
	Warn    Style // likely, doubtful; notices
	Problem Style // what could not be read
	Italic  Style // words that are reported, not quoted

	Match        Style // a hit of a search
	MatchCurrent Style // the hit one stands on
	Selected     Style // ▌ in the pane with the focus
	Unfocused    Style // ▌ elsewhere

	Frame Style // borders
	Title Style // a pane's name in its border
	Focus Style // the same with the focus, and the heavy piece of the top edge: one run, so that it costs little to send
	Key   Style // a key's name in a hint
	Shade Style // ░ where something will be
	Hues  [8]Style

	Page Page
}

// Page is how the text in the reader looks.
type Page struct {
	Heading1, Heading2, Heading3 Style
	Decoration                   Style // bars, bullets, numbers, rules, ┆, HTML
	Code, Link                   Style
	Current                      Style // the ground of the statement that is shown, exact to the letter
	Others                       Style // the quotation marks of the other quotes
	Hidden                       Style // characters that a reader would not see
}

// Dark answers the theme for a dark background. A profile without colour gives Mono.
func Dark(p colorprofile.Profile) Theme { return coloured("dark", darkPalette(), p) }

// Light answers the theme for a light background. A profile without colour gives Mono.
func Light(p colorprofile.Profile) Theme { return coloured("light", lightPalette(), p) }

// With answers the theme with other signs.
func (t Theme) With(g Glyphs) Theme {
	t.Glyphs = g
	return t
}

// Mono answers the theme without any colour: bold, underline and reverse tell apart what must be.
func Mono() Theme {
	bold, under, reverse := New("", "", Bold), New("", "", Underline), New("", "", Reverse)
	return Theme{
		Name: "mono", Glyphs: FullGlyphs(),
		Strong: bold, Accent: bold, Warn: under, Problem: New("", "", Bold|Underline), Italic: New("", "", Italic),
		Match: under, MatchCurrent: reverse, Selected: bold,
		Focus: bold, Key: bold,
		Page: Page{
			Heading1: New("", "", Bold|Underline), Heading2: bold, Heading3: bold,
			Link: under, Current: reverse, Others: bold, Hidden: reverse,
		},
	}
}

func coloured(name string, c palette, p colorprofile.Profile) Theme {
	if p <= colorprofile.ASCII {
		return Mono()
	}
	ink := func(s shade, attr Attr) Style { return New(s.colour(p), "", attr) }
	t := Theme{
		Name: name, Glyphs: FullGlyphs(),
		Strong: New("", "", Bold), Dim: ink(c.dim, 0), Accent: ink(c.accent, 0), Warn: ink(c.warn, 0), Problem: ink(c.problem, 0),
		Italic:   New("", "", Italic),
		Match:    on(c.match, c.matchInk, p, Reverse),
		Selected: ink(c.accent, 0), Unfocused: ink(c.frame, 0),
		Frame: ink(c.frame, 0), Title: Style{}, Focus: ink(c.accent, Bold),
		Key: ink(c.dim, Bold), Shade: ink(c.frame, 0), // a key in the colour of the words behind it: bold is sent in 4 bytes
		Page: Page{
			Heading1: ink(c.head, Bold), Heading2: ink(c.head, Bold), Heading3: New("", "", Bold),
			Decoration: ink(c.dim, 0), Code: ink(c.code, 0), Link: ink(c.accent, Underline),
			Current: on(c.match, c.matchInk, p, Reverse), Others: ink(c.accent, Bold), Hidden: New("", "", Reverse),
		},
	}
	t.MatchCurrent = on(c.current, c.currentInk, p, Reverse|Bold)
	if p == colorprofile.ANSI {
		t.MatchCurrent = New(c.accent.colour(p), "", Reverse|Bold)
	}
	for i, hue := range c.hues {
		t.Hues[i] = ink(hue, 0)
	}
	return t
}

// on answers letters on a ground; where there are 16 colours only, whose values nobody knows, attributes instead.
func on(ground, letters shade, p colorprofile.Profile, instead Attr) Style {
	if p == colorprofile.ANSI {
		return New("", "", instead)
	}
	return New(letters.colour(p), ground.colour(p), 0)
}
