package theme

import (
	"strconv"

	"github.com/charmbracelet/colorprofile"
)

// The palette: each colour for a dark and a light background, in true colour, of the 256 and of the 16.
//
//   - What is read has a contrast of 4.5:1 or more on black and near-black, or on white and near-white (a test holds it);
//     borders, which are not read, 3:1.
//   - Of the 16 colours only the terminal's owner knows the values: blue is taken bright on dark grounds, where the plain
//     one is the darkest of all.
//   - Greys, the accent and the letters on a ground are of the 256 where there is true colour too: hardly anybody sees the
//     difference, and they stand in most rows of the screen, where each costs 8 bytes less to send.
//   - The hues of actors are muted and equally strong: none of them is nearer or more important.

// A shade is one colour in its three forms.
type shade struct {
	rgb   uint32
	of256 uint8
	of16  uint8 // an SGR parameter, 30 to 37 or 90 to 97; 0: the terminal's own
	near  bool  // of the 256 is near enough
}

// A palette is what the themes differ in.
type palette struct {
	dim, frame, accent, warn, problem shade
	head, code                        shade
	match, matchInk                   shade // ground and letters of a hit
	current, currentInk               shade // of the hit one stands on
	hues                              [8]shade
}

func darkPalette() palette {
	return palette{
		dim:        shade{rgb: 0x8a8f98, of256: 245, of16: 90, near: true},
		frame:      shade{rgb: 0x6b717d, of256: 242, of16: 90, near: true},
		accent:     shade{rgb: 0x7aa2d6, of256: 110, of16: 94, near: true},
		warn:       shade{rgb: 0xc9a25f, of256: 179, of16: 33},
		problem:    shade{rgb: 0xd08787, of256: 174, of16: 91},
		head:       shade{rgb: 0xe6e9ef, of256: 255, near: true},
		code:       shade{rgb: 0xadb5bd, of256: 249},
		match:      shade{rgb: 0x3a4a63, of256: 238},
		matchInk:   shade{rgb: 0xe6e9ef, of256: 255, near: true},
		current:    shade{rgb: 0x7aa2d6, of256: 110, near: true},
		currentInk: shade{rgb: 0x14181f, of256: 233, near: true},
		hues: [8]shade{
			{rgb: 0x87afd7, of256: 110, of16: 94}, {rgb: 0x87afaf, of256: 109, of16: 36},
			{rgb: 0x87af87, of256: 108, of16: 32}, {rgb: 0xd0ab62, of256: 179, of16: 33},
			{rgb: 0xd08a62, of256: 173, of16: 91}, {rgb: 0xb58ab5, of256: 139, of16: 35},
			{rgb: 0x9393bd, of256: 103, of16: 95}, {rgb: 0xd48c8c, of256: 174, of16: 31},
		},
	}
}

func lightPalette() palette {
	return palette{
		dim:        shade{rgb: 0x6b7280, of256: 242, of16: 90, near: true},
		frame:      shade{rgb: 0x8f96a1, of256: 245, of16: 90, near: true},
		accent:     shade{rgb: 0x1f5fa8, of256: 25, of16: 34, near: true},
		warn:       shade{rgb: 0x8a5a00, of256: 94, of16: 33},
		problem:    shade{rgb: 0xa33a3a, of256: 124, of16: 31},
		head:       shade{rgb: 0x111827, of256: 233, near: true},
		code:       shade{rgb: 0x4b5563, of256: 239},
		match:      shade{rgb: 0xdbe7f7, of256: 189},
		matchInk:   shade{rgb: 0x111827, of256: 233, near: true},
		current:    shade{rgb: 0x1f5fa8, of256: 25, near: true},
		currentInk: shade{rgb: 0xffffff, of256: 231, near: true},
		hues: [8]shade{
			{rgb: 0x2a5f96, of256: 25, of16: 34}, {rgb: 0x1f6b6b, of256: 23, of16: 36},
			{rgb: 0x34693a, of256: 22, of16: 32}, {rgb: 0x82590a, of256: 94, of16: 33},
			{rgb: 0x9a4a1f, of256: 130, of16: 91}, {rgb: 0x7d4480, of256: 90, of16: 35},
			{rgb: 0x54549a, of256: 60, of16: 94}, {rgb: 0xa33f45, of256: 95, of16: 31},
		},
	}
}

// colour answers a shade in what the terminal can show.
func (s shade) colour(p colorprofile.Profile) Colour {
	switch {
	case p >= colorprofile.TrueColor && !s.near:
		return Colour("38;2;" + strconv.Itoa(int(s.rgb>>16)) + ";" + strconv.Itoa(int(s.rgb>>8&0xff)) + ";" + strconv.Itoa(int(s.rgb&0xff)))
	case p >= colorprofile.ANSI256:
		return Colour("38;5;" + strconv.Itoa(int(s.of256)))
	case p == colorprofile.ANSI && s.of16 != 0:
		return Colour(strconv.Itoa(int(s.of16)))
	}
	return ""
}
