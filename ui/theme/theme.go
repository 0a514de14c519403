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
	Strong  Style // titles, unread, codes and signs
	Dim     Style // dates, sources, counts, hints
	Accent  Style // the current thing, links
	Warn    Style // likely, doubtful; notices
	Problem Style // what could not be read
	Italic  Style // reported speech, notes of parley itself

	Match        Style // a hit of a search
	MatchCurrent Style // the hit one stands on
	Selected     Style // ▌ in the pane with the focus
	Unfocused    Style // ▌ elsewhere

	Frame      Style // borders
	FrameFocus Style // the heavy piece of the top edge
	Title      Style // a pane's name in its border
	TitleFocus Style // the same with the focus
	Key        Style // a key's name in a hint
	Shade      Style // ░
	Hues       [8]Style

	Page Page
}

// Page is what the reader's text needs: see package render.
type Page struct {
	Heading1, Heading2, Heading3     Style
	Decoration, Code, Link           Style // bars, bullets, numbers, rules · code · links
	Current, OtherMarks, Found, Hide Style // ground of the current statement · marks of the others · ┆ · hidden characters
}

// Dark answers the theme for a dark background. A profile without colour gives Mono.
func Dark(p colorprofile.Profile) Theme { return build("dark", p) }

// Light answers the theme for a light background. A profile without colour gives Mono.
func Light(p colorprofile.Profile) Theme { return build("light", p) }

// Mono answers the theme without any colour.
func Mono() Theme { return build("mono", colorprofile.ASCII) }

// With answers the theme with other signs.
func (t Theme) With(g Glyphs) Theme {
	t.Glyphs = g
	return t
}

func build(name string, p colorprofile.Profile) Theme {
	return Theme{Name: name, Glyphs: FullGlyphs()}
}
