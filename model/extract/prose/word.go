package prose

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"parley/model/extract/lexicon"
)

const (
	inside   = 1 // the values of the table of abbreviations
	ending   = 2
	numbered = 3
)

var abbreviations = sync.OnceValue(func() *lexicon.Words {
	w := lexicon.NewWords(256)
	lexicon.Entries("abbreviations.txt", func(section, line string) {
		value := map[string]uint32{"inside": inside, "end": ending, "number": numbered}[section]
		for each := range strings.FieldsSeq(line) {
			w.Put(lexicon.Hash(each), value)
		}
	})
	return w
})

// A spelling is what a token is by its letters: four fields, which stay in registers.
type spelling struct {
	end   int32 // byte of Doc.Text
	hash  uint64
	kind  Kind
	flags Flags
}

// written gathers what flags a word gets while it is read.
type written struct {
	letters, capitals, digits int
	segment                   int // letters since the last full stop or hyphen
	dots, hyphens             int
}

// word reads a word or a number, with the full stop that belongs to it. Most are letters and nothing else, the first one
// perhaps a capital, with a blank behind them or a sign that goes on with no word.
func word(text string, at int) spelling {
	i, hash, flags := at, lexicon.Start, Flags(0)
	if c := text[at]; classes[c] == capital {
		i, hash, flags = at+1, lexicon.Byte(hash, c+('a'-'A')), Capital
	}
	for i < len(text) && classes[text[i]] == letter {
		hash = lexicon.Byte(hash, text[i])
		i++
	}
	s := spelling{int32(i), hash, Word, flags}
	switch {
	case i == at:
	case i == len(text):
		return s
	case classes[text[i]] == space || classes[text[i]] == other || text[i] == ',' || text[i] == ':':
		return s
	case text[i] == '.' && (i+1 == len(text) || classes[text[i+1]] == space):
		w := written{letters: i - at}
		return w.fullStop(s, text, at)
	}
	return anyWord(text, at)
}

// anyWord reads a word or a number of whatever signs.
func anyWord(text string, at int) spelling {
	var w written
	hash := lexicon.Start
	i := at
reading:
	for i < len(text) {
		switch c := text[i]; classes[c] {
		case letter:
			from := i
			for i < len(text) && classes[text[i]] == letter {
				hash = lexicon.Byte(hash, text[i])
				i++
			}
			w.letters, w.segment = w.letters+i-from, w.segment+i-from
		case capital:
			w.letters, w.segment, w.capitals = w.letters+1, w.segment+1, w.capitals+1
			hash = lexicon.Byte(hash, c+('a'-'A'))
			i++
		case digit:
			w.digits, w.segment = w.digits+1, w.segment+1
			hash = lexicon.Byte(hash, c)
			i++
		case beyond:
			if n, h, ok := w.rune(text[i:], hash); ok {
				i, hash = i+n, h
				continue
			}
			fallthrough
		case joiner:
			n := w.joint(text, i)
			if n == 0 {
				break reading
			}
			hash = lexicon.Byte(hash, w.join(text[i]))
			i += n
		default:
			break reading
		}
	}
	s := spelling{int32(i), hash, Word, w.flags(text, at)}
	if w.letters == 0 {
		s.kind = Number
	}
	if i < len(text) && text[i] == '.' {
		return w.fullStop(s, text, at)
	}
	return s
}

// join notes the sign that joins two parts of a word and answers the byte that it is in the hash.
func (w *written) join(c byte) byte {
	switch c {
	case '.':
		w.dots, w.segment = w.dots+1, 0
	case '-':
		w.hyphens, w.segment = w.hyphens+1, 0
	case 0xE2: // ’
		return '\''
	}
	return c
}

// rune reads a letter of several bytes; a letter of a script without spaces goes on with its like.
func (w *written) rune(text string, hash uint64) (size int, next uint64, ok bool) {
	r, size := utf8.DecodeRuneInString(text)
	switch {
	case lexicon.Hidden(r):
	case unicode.IsLetter(r):
		w.letters, w.segment = w.letters+1, w.segment+1
		if unicode.IsUpper(r) {
			w.capitals++
		}
	case unicode.IsNumber(r):
		w.digits++
	case unicode.Is(unicode.M, r):
	default:
		return 0, hash, false
	}
	return size, lexicon.Letter(hash, r), true
}

// joint answers how many bytes a sign has that joins two letters of one word; 0 where the word ends.
func (w *written) joint(text string, i int) int {
	c, n := text[i], 1
	if c == 0xE2 {
		if n = apostrophe(text, i); n == 0 {
			return 0
		}
		c = '\''
	}
	if i+n >= len(text) {
		return 0
	}
	next := classes[text[i+n]]
	joined := next == letter || next == capital || next == digit || next == beyond && letterAt(text[i+n:])
	if !joined {
		return 0
	}
	switch c {
	case '-', '&', '/', '_', '@':
		return n
	case '.':
		if next == digit && w.digits > 0 || next == letter || w.segment == 1 && w.letters > 0 {
			return n
		}
	case ',', ':':
		if next == digit && w.letters == 0 && classes[text[i-1]] == digit {
			return n
		}
	case '\'':
		if _, short := clitic(text, i); !short && w.letters > 0 {
			return n
		}
	}
	return 0
}

func letterAt(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLetter(r) || unicode.IsNumber(r)
}

// flags tell how a word that begins at a place is written.
func (w *written) flags(text string, at int) (flags Flags) {
	if w.digits > 0 {
		flags |= Digits
	}
	if w.capitals > 0 && w.capitals == w.letters && w.letters > 1 {
		flags |= Upper
	}
	if w.dots > 0 && w.letters == w.dots+w.hyphens+1 && w.digits == 0 {
		flags |= Initials
	}
	if w.capitals == 0 {
		return flags
	}
	if c := classes[text[at]]; c == capital {
		flags |= Capital
	} else if c == beyond {
		if r, _ := utf8.DecodeRuneInString(text[at:]); unicode.IsUpper(r) {
			flags |= Capital
		}
	}
	return flags
}

// fullStop gives a word the full stop behind it where it is short for something.
func (w *written) fullStop(s spelling, text string, at int) spelling {
	stop := int(s.end)
	if stop+1 < len(text) && text[stop+1] == '.' {
		return s
	}
	short, ender := false, false
	switch {
	case s.flags&Initials != 0:
		short, ender = true, true
	case w.letters == 1 && w.digits == 0 && s.flags&Capital != 0:
		short = stop-at > 1 || text[at] != 'I'
	case w.letters <= 6 && w.digits == 0 && w.dots == 0:
		value := abbreviations().Of(s.hash)
		short, ender = value != 0, value == ending
		if value == numbered {
			short = digitFollows(text[stop+1:])
		}
		if value == inside && s.flags&Capital == 0 && stop-at > 1 {
			short = !follows(text[stop+1:])
		}
	}
	if !short {
		return s
	}
	s.end++
	s.flags |= Short
	if ender {
		s.flags |= Ender
	}
	return s
}

// follows tells whether white space and a capital, or the end, come next: where a sentence may well have ended.
func follows(text string) bool {
	c, ok := behindBlanks(text)
	return !ok || classes[c] == capital
}

func digitFollows(text string) bool {
	c, ok := behindBlanks(text)
	return ok && classes[c] == digit
}

// behindBlanks answers the first byte that is no blank; false: there is none.
func behindBlanks(text string) (byte, bool) {
	for i := range len(text) {
		if classes[text[i]] != space {
			return text[i], true
		}
	}
	return 0, false
}
