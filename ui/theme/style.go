package theme

import "strings"

// A style is a string of SGR parameters, made once, so that a row is put together by appending.

// A Colour is a colour as SGR has it: the parameters behind "foreground", or nothing for the terminal's own.
//
//	"38;2;122;162;214", "38;5;110", "94"
type Colour string

// ground answers the same colour as a background.
func (c Colour) ground() Colour {
	switch {
	case strings.HasPrefix(string(c), "38;"):
		return "4" + c[1:]
	case strings.HasPrefix(string(c), "9") && len(c) == 2:
		return "10" + c[1:]
	case strings.HasPrefix(string(c), "3") && len(c) == 2:
		return "4" + c[1:]
	}
	return c
}

// An Attr is a set of the terminal's ways to set a letter off without a colour.
type Attr uint8

// Bits of an Attr.
const (
	Bold Attr = 1 << iota
	Italic
	Underline
	Reverse
	Strike
)

// A Style is how a run of text looks. Two styles that look alike are equal; the zero Style is the terminal's own.
type Style struct {
	Fg, Bg Colour // both in the form of a foreground
	Attr   Attr
	on     string
}

// Off ends every style.
const Off = "\x1b[m"

// New answers a style.
func New(fg, bg Colour, attr Attr) Style {
	var p []string
	for _, a := range [...]struct {
		bit  Attr
		code string
	}{{Bold, "1"}, {Italic, "3"}, {Underline, "4"}, {Reverse, "7"}, {Strike, "9"}} {
		if attr&a.bit != 0 {
			p = append(p, a.code)
		}
	}
	if fg != "" {
		p = append(p, string(fg))
	}
	if bg != "" {
		p = append(p, string(bg.ground()))
	}
	s := Style{Fg: fg, Bg: bg, Attr: attr}
	if len(p) > 0 {
		s.on = "\x1b[" + strings.Join(p, ";") + "m"
	}
	return s
}

// On answers what turns the style on; Off ends it. It is empty for the zero Style.
func (s Style) On() string { return s.on }

// Render answers text in the style.
func (s Style) Render(text string) string {
	if s.on == "" || text == "" {
		return text
	}
	return s.on + text + Off
}

// With answers the style with more attributes.
func (s Style) With(more Attr) Style { return New(s.Fg, s.Bg, s.Attr|more) }
