package prose

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"parley/model/extract/lexicon"
)

// Tokens: words, numbers, and every other character by itself.
//
// Rules:
//   - A word holds letters, digits and inner "-", "&", "/", "." and apostrophes: AT&T, e-mail, O'Brien, example.org.
//   - "'s", "'d", "'ll", "'ve", "'re" and "'m" are tokens of their own; so is the apostrophe of "leaders' words".
//   - Initialisms, titles, months and the like keep their full stop: U.S., Mr., Jan., J.
//   - "--", "..." and doubled apostrophes are one token.

// A Kind is the sort of a token.
type Kind uint8

// Mark is a quotation mark of a quote or a stray one; Clitic "'ll" and its like; Possessive "'s", which may be "is" too.
const (
	Other Kind = iota
	Word
	Number
	Possessive
	Clitic
	Stop
	Comma
	Colon
	Semicolon
	Dash
	Open
	Close
	Mark
)

// Flags tell how a word is written.
type Flags uint8

// Capital: the first letter is one. Upper: all letters are, two or more. Spaced: white space stands before it. Short: it
// keeps its full stop. Digits: it holds some. Initials: single letters with full stops or hyphens, U.S., D-N.Y. Ender: a Short after which a
// sentence may end. LineStart: the first of a line, but for the first of its paragraph.
const (
	Capital Flags = 1 << iota
	Upper
	Spaced
	Short
	Digits
	Initials
	Ender
	LineStart
)

// A Token is a word, a number or a mark.
type Token struct {
	Hash       uint64 // lexicon.Hash of a word; of a Mark the character
	Start, End int32  // bytes of Doc.Text
	Quote      int32  // the quote it stands in, the marks included; -1 outside
	Kind       Kind
	Flags      Flags
	Number     uint16 // lexicon.Number of the Hash of a word, a Clitic, a Possessive
}

// Is tells whether a flag is set.
func (t *Token) Is(f Flags) bool { return t.Flags&f != 0 }

// Doubled stands for two apostrophes in the Hash of a Mark, Backticks for two backticks.
const (
	Doubled   = 0x110001
	Backticks = 0x110002
)

// class is what a byte below 0x80 begins.
type class uint8

const (
	other class = iota
	letter
	capital
	digit
	space
	joiner // a sign that may stand inside a word
	beyond // a character of several bytes
)

var classes = func() (c [256]class) {
	for i := range c {
		switch {
		case 'a' <= i && i <= 'z':
			c[i] = letter
		case 'A' <= i && i <= 'Z':
			c[i] = capital
		case '0' <= i && i <= '9':
			c[i] = digit
		case i <= ' ' || i == 0x7F:
			c[i] = space
		case strings.IndexByte("-&/_@.,:'", byte(i)) >= 0:
			c[i] = joiner
		case i >= utf8.RuneSelf:
			c[i] = beyond
		}
	}
	return c
}()

// tokenise appends the tokens of one paragraph, each written where it stays: put together elsewhere and then copied, it would
// have to wait for its own parts.
func (d *Doc) tokenise(at, end int) {
	text := d.Text[:end]
	spaced := Spaced
	for at < len(text) {
		var s spelling
		switch classes[text[at]] {
		case space:
			at++
			spaced = Spaced
			continue
		case letter, capital, digit:
			s = word(text, at)
		case beyond:
			r, size := utf8.DecodeRuneInString(text[at:])
			switch {
			case unicode.IsSpace(r):
				at += size
				spaced = Spaced
				continue
			case lexicon.Hidden(r):
				at += size
				continue
			case unicode.IsLetter(r) || unicode.IsNumber(r):
				s = word(text, at)
			default:
				s = d.mark(sign(r, at+size), text, at, spaced)
			}
		default:
			s = d.mark(punctuation(text, at), text, at, spaced)
		}
		if d.full() {
			d.Cut = min(d.Cut, at)
			return
		}
		n := len(d.Tokens)
		if n == cap(d.Tokens) {
			d.Tokens = slices.Grow(d.Tokens, 1)
		}
		d.Tokens = d.Tokens[:n+1]
		t := &d.Tokens[n]
		t.Hash, t.Start, t.End, t.Kind, t.Flags, t.Quote, t.Number = s.hash, int32(at), s.end, s.kind, s.flags|spaced, -1, 0
		spaced = 0
		if at = int(s.end); at < len(text) && text[at] == ' ' {
			at, spaced = at+1, Spaced
		}
	}
}

// mark answers what an apostrophe begins right after a word, and any other sign as it is.
func (d *Doc) mark(s spelling, text string, at int, spaced Flags) spelling {
	if spaced != 0 || len(d.Tokens) == 0 || s.kind != Mark && s.kind != Other {
		return s
	}
	last := &d.Tokens[len(d.Tokens)-1]
	if last.Kind != Word && last.Kind != Number || int(last.End) != at {
		return s
	}
	if c, ok := clitic(text, at); ok {
		return c
	}
	return s
}

// punctuation reads one sign below 0x80, or several that belong together.
func punctuation(text string, at int) spelling {
	c := text[at]
	next := byte(0)
	if at+1 < len(text) {
		next = text[at+1]
	}
	s := spelling{end: int32(at + 1), kind: Other, hash: uint64(c)}
	switch c {
	case '.':
		s.kind = Stop
		for int(s.end) < len(text) && text[s.end] == '.' {
			s.end++
		}
	case '!', '?':
		s.kind = Stop
	case ',':
		s.kind = Comma
	case ':':
		s.kind = Colon
	case ';':
		s.kind = Semicolon
	case '-':
		s.kind = Dash
		for int(s.end) < len(text) && text[s.end] == '-' {
			s.end++
		}
	case '(', '[':
		s.kind = Open
	case ')', ']':
		s.kind = Close
	case '"':
		s.kind = Mark
	case '\'':
		if next == '\'' {
			s.kind, s.end, s.hash = Mark, int32(at+2), Doubled
		}
	case '`':
		if next == '`' {
			s.kind, s.end, s.hash = Mark, int32(at+2), Backticks
		}
	}
	return s
}

// sign reads one sign beyond 0x80.
func sign(r rune, end int) spelling {
	kind := Other
	switch r {
	case '“', '”', '„', '«', '»', '‚', '‘', '’', '「', '」', '『', '』', '‹', '›', '‟':
		kind = Mark
	case '…', '。', '！', '？', '؟', '।':
		kind = Stop
	case '–', '—', '―', '−', '‒':
		kind = Dash
	case '，', '、', '،':
		kind = Comma
	case '：':
		kind = Colon
	case '；':
		kind = Semicolon
	case '（', '【':
		kind = Open
	case '）', '】':
		kind = Close
	}
	return spelling{end: int32(end), kind: kind, hash: uint64(r)}
}

// clitic reads what an apostrophe begins right after a word.
func clitic(text string, at int) (spelling, bool) {
	size := apostrophe(text, at)
	if size == 0 {
		return spelling{}, false
	}
	stop := at + size
	for stop < len(text) && (classes[text[stop]] == letter || classes[text[stop]] == capital) {
		stop++
	}
	switch text[at+size : stop] {
	case "":
		owns := size == 1 && text[at-1] == 's' && stop+1 < len(text) && text[stop] == ' ' && text[at] == '\''
		return spelling{end: int32(stop), kind: Possessive, hash: apostropheS}, owns
	case "s", "S":
		return spelling{end: int32(stop), kind: Possessive, hash: apostropheS}, true
	case "d", "ll", "ve", "re", "m":
		return spelling{end: int32(stop), kind: Clitic, hash: lexicon.Hash(text[at:stop])}, true
	}
	return spelling{}, false
}

var apostropheS = lexicon.Hash("'s")

// apostrophe answers how many bytes the apostrophe at a place has; 0 where none stands there.
func apostrophe(text string, at int) int {
	switch {
	case text[at] == '\'':
		return 1
	case text[at] == 0xE2 && at+2 < len(text) && text[at+1] == 0x80 && text[at+2] == 0x99:
		return 3
	}
	return 0
}
