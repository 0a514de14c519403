package text

import "unicode"

// What of a text may reach a screen, cluster by cluster:
//
//	C0, DEL                                    their picture: ␛ ␡
//	C1, bidi embeddings, blank letters         their number: ‹9B›
//	tab, CR, LF, NEL, U+2028, U+2029           one space
//	private use, non-characters, U+FFFD        U+FFFD
//	zero-width and invisible characters        left out
//	ZWJ, ZWNJ                                  kept after a letter or picture from U+0600 on (Persian, Hindi, emoji)
//	variation selectors                        kept on what has variants, one each
//	tags                                       kept on a black flag
//	more than 8 marks on a letter              the rest left out; a mark alone stands on ◌
//
// What is shown as picture or number, and what is left out, counts as hidden.

// A class says what becomes of a character.
type class uint8

const (
	classPlain    class = iota
	classBlank          // one space
	classControl        // its picture or number
	classForeign        // U+FFFD
	classUnseen         // left out
	classJoiner         // ZWJ, ZWNJ
	classSelector       // variation selectors
	classTag            // tags of flags
	classMark           // accents, vowel signs
)

// classOf decides for one character.
func classOf(r rune) class {
	if r < 0x300 {
		return classLatin(r)
	}
	switch {
	case r >= 0x2000 && r <= 0x2FFF:
		return classGeneral(r)
	case r >= 0xE000 && r <= 0xFFFF:
		return classLast(r)
	case r >= 0xE0000:
		return classBeyond(r)
	case r == 0x61C || r == 0x17B4 || r == 0x17B5 || r == 0x180E || r >= 0x1BCA0 && r <= 0x1BCA3 || r >= 0x1D173 && r <= 0x1D17A:
		return classUnseen
	case r == 0x115F || r == 0x1160 || r == 0x3164:
		return classControl
	case r >= 0x180B && r <= 0x180F:
		return classSelector
	case r >= 0x1F000 && r&0xFFFE == 0xFFFE:
		return classForeign
	case r >= 0x3400 && r < 0xA000 || r >= 0xAC00 && r < 0xD800 || r >= 0x1F000 && r < 0x20000:
		return classPlain // Han, Hangul and pictures hold no marks: spare the table
	case unicode.Is(unicode.M, r):
		return classMark
	}
	return classPlain
}

func classLatin(r rune) class {
	switch {
	case r >= ' ' && r < 0x7F:
		return classPlain
	case r == '\n' || r == '\t' || r == '\r' || r == 0x85:
		return classBlank
	case r < 0xA0:
		return classControl
	case r == 0xAD:
		return classUnseen
	}
	return classPlain
}

func classGeneral(r rune) class {
	switch {
	case r == 0x200C || r == 0x200D:
		return classJoiner
	case r >= 0x200B && r <= 0x200F, r >= 0x2060 && r <= 0x2065, r >= 0x206A && r <= 0x206F:
		return classUnseen
	case r == 0x2028 || r == 0x2029:
		return classBlank
	case r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069, r == 0x2800:
		return classControl
	case r >= 0x20D0 && r <= 0x20F0 || r >= 0x2CEF && r <= 0x2CF1 || r == 0x2D7F || r >= 0x2DE0 && r <= 0x2DFF:
		return classMark
	}
	return classPlain
}

func classLast(r rune) class {
	switch {
	case r <= 0xF8FF, r >= 0xFDD0 && r <= 0xFDEF, r >= 0xFFFE, r == 0xFFFD:
		return classForeign
	case r >= 0xFE00 && r <= 0xFE0F:
		return classSelector
	case r == 0xFEFF, r >= 0xFFF0 && r <= 0xFFFB:
		return classUnseen
	case r == 0xFFA0:
		return classControl
	case r >= 0xFE20 && r <= 0xFE2F || r == 0xFB1E:
		return classMark
	}
	return classPlain
}

func classBeyond(r rune) class {
	switch {
	case r >= 0xE0020 && r <= 0xE007F:
		return classTag
	case r >= 0xE0100 && r <= 0xE01EF:
		return classSelector
	case r < 0xE1000:
		return classUnseen
	}
	return classForeign
}

// takesSelector tells whether a character has the variant that the selector asks for. On anything else a selector is
// invisible, and a known way to smuggle bytes.
func takesSelector(base, selector rune) bool {
	switch {
	case classOf(base) == classSelector:
		return false
	case selector >= 0xE0100:
		return unicode.Is(unicode.Han, base)
	case selector >= 0xFE0E:
		return base == '#' || base == '*' || base >= '0' && base <= '9' || base == 'ℹ' || base >= 0xA9 && !unicode.IsLetter(base)
	case selector >= 0xFE00:
		return base >= 0x1000 || unicode.IsSymbol(base)
	}
	return base >= 0x1800 && base < 0x18B0 // Mongolian
}
