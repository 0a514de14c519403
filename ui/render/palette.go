package render

import (
	"strconv"
	"strings"
)

// A Colour is the terminal's own (zero), one of its 16 or 256, or true colour.
type Colour uint32

const (
	colourBasic Colour = (iota + 1) << 24
	colourIndexed
	colourRGB
)

// Basic is one of the terminal's 16 colours: 0 to 7, and 8 to 15 for the bright ones.
func Basic(n uint8) Colour { return colourBasic | Colour(n&15) }

// Indexed is one of 256 colours.
func Indexed(n uint8) Colour { return colourIndexed | Colour(n) }

// RGB is a true colour as 0xRRGGBB.
func RGB(hex uint32) Colour { return colourRGB | Colour(hex&0xFFFFFF) }

// ColourOf reads a foreground as SGR has it: "38;2;122;162;214", "38;5;110", "94". Anything else is the terminal's own.
func ColourOf(sgr string) Colour {
	var n [5]int
	parts := strings.Split(sgr, ";")
	for i, p := range parts {
		v, err := strconv.ParseUint(p, 10, 8)
		if err != nil || i >= len(n) {
			return 0
		}
		n[i] = int(v)
	}
	switch {
	case len(parts) == 5 && n[0] == 38 && n[1] == 2:
		return RGB(uint32(n[2]<<16 | n[3]<<8 | n[4]))
	case len(parts) == 3 && n[0] == 38 && n[1] == 5:
		return Indexed(uint8(n[2]))
	case len(parts) == 1 && n[0] >= 30 && n[0] <= 37:
		return Basic(uint8(n[0] - 30))
	case len(parts) == 1 && n[0] >= 90 && n[0] <= 97:
		return Basic(uint8(n[0] - 82))
	}
	return 0
}

// appendSGR adds the parameters of a colour, as foreground or background.
func (c Colour) appendSGR(b []byte, ground bool) []byte {
	shift := 0
	if ground {
		shift = 10
	}
	v := int(c & 0xFFFFFF)
	switch c &^ 0xFFFFFF {
	case colourBasic:
		if v >= 8 {
			shift += 52
		}
		return strconv.AppendInt(append(b, ';'), int64(30+shift+v), 10)
	case colourIndexed:
		b = strconv.AppendInt(append(b, ';'), int64(38+shift), 10)
		return strconv.AppendInt(append(b, ";5;"...), int64(v), 10)
	case colourRGB:
		b = strconv.AppendInt(append(b, ';'), int64(38+shift), 10)
		b = strconv.AppendInt(append(b, ";2;"...), int64(v>>16), 10)
		b = strconv.AppendInt(append(b, ';'), int64(v>>8&255), 10)
		return strconv.AppendInt(append(b, ';'), int64(v&255), 10)
	}
	return b
}

// An Attr is a set of the ways to set a letter off without a colour.
type Attr uint8

// The bits of an Attr. Nothing blinks, and nothing is concealed.
const (
	Bold Attr = 1 << iota
	Faint
	Italic
	Underline
	Reverse
	Strike
)

// A Palette says how everything looks.
type Palette struct {
	Plain bool // no escape sequence at all: what goes into a pipe

	Body, Heading1, Heading2, Heading3 Style
	Link, Code, Decoration, Dim        Style
	Number                             Style // of a paragraph, in the margin
	Hidden, Notice                     Style
	Current                            Style // the ground of the selected statement
	Other                              Style // the quotation marks of the others
	Search, SearchCurrent              Style
	Selection, Found                   Style // the signs in the margin
	SelectionSign, FoundSign           string
	Bar, Bullet, Rule, Cross           string // what stands for │ • ─ ┼ where the terminal lacks them; empty: themselves
	Links                              bool   // write OSC 8
}

// MonoPalette is complete without any colour.
func MonoPalette() Palette {
	return Palette{
		Heading1: Style{Attr: Bold | Underline}, Heading2: Style{Attr: Bold}, Heading3: Style{Attr: Bold},
		Link: Style{Attr: Underline}, Hidden: Style{Attr: Reverse}, Notice: Style{Attr: Italic},
		Current: Style{Attr: Reverse}, Other: Style{Attr: Bold},
		Search: Style{Attr: Underline | Bold}, SearchCurrent: Style{Attr: Reverse | Bold},
		Selection: Style{Attr: Bold},
	}
}

func (p *Palette) role(r Role) *Style {
	switch r {
	case Heading1:
		return &p.Heading1
	case Heading2:
		return &p.Heading2
	case Heading3:
		return &p.Heading3
	case Link:
		return &p.Link
	case Code:
		return &p.Code
	case Decor:
		return &p.Decoration
	case Dim:
		return &p.Dim
	case Hidden:
		return &p.Hidden
	case Notice:
		return &p.Notice
	}
	return &p.Body
}

// resolve answers the style of a cell that nothing lies over.
func (p *Palette) resolve(s Style) Style {
	r := p.role(s.Role)
	out := Style{Fg: r.Fg, Bg: r.Bg, Attr: r.Attr | s.Attr}
	if s.Fg != 0 {
		out.Fg = s.Fg
	}
	if s.Bg != 0 {
		out.Bg = s.Bg
	}
	return out
}
