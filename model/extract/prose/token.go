package prose

import (
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

// tokenise appends the tokens of one paragraph.
func (d *Doc) tokenise(at, end int) {
	text := d.Text[:end]
	spaced := true
	for at < len(text) {
		var t Token
		switch classes[text[at]] {
		case space:
			at++
			spaced = true
			continue
		case letter, capital, digit:
			t = word(text, at)
		case beyond:
			r, size := utf8.DecodeRuneInString(text[at:])
			switch {
			case unicode.IsSpace(r) || lexicon.Hidden(r):
				at += size
				spaced = spaced || unicode.IsSpace(r)
				continue
			case unicode.IsLetter(r) || unicode.IsNumber(r):
				t = word(text, at)
			default:
				t = sign(r, at, size)
			}
		default:
			t = punctuation(text, at)
		}
		if t.Kind == Mark || t.Kind == Other {
			if c, ok := clitic(text, at, spaced, d.last()); ok {
				t = c
			}
		}
		if spaced {
			t.Flags |= Spaced
		}
		t.Quote = -1
		spaced = false
		if d.full() {
			d.Cut = min(d.Cut, at)
			return
		}
		at = int(t.End)
		d.Tokens = append(d.Tokens, t)
	}
}

func (d *Doc) last() *Token {
	if len(d.Tokens) == 0 {
		return nil
	}
	return &d.Tokens[len(d.Tokens)-1]
}

// punctuation reads one sign below 0x80, or several that belong together.
func punctuation(text string, at int) Token {
	c := text[at]
	next := byte(0)
	if at+1 < len(text) {
		next = text[at+1]
	}
	t := Token{Start: int32(at), End: int32(at + 1), Kind: Other, Hash: uint64(c)}
	switch c {
	case '.':
		t.Kind = Stop
		for int(t.End) < len(text) && text[t.End] == '.' {
			t.End++
		}
	case '!', '?':
		t.Kind = Stop
	case ',':
		t.Kind = Comma
	case ':':
		t.Kind = Colon
	case ';':
		t.Kind = Semicolon
	case '-':
		t.Kind = Dash
		for int(t.End) < len(text) && text[t.End] == '-' {
			t.End++
		}
	case '(', '[':
		t.Kind = Open
	case ')', ']':
		t.Kind = Close
	case '"':
		t.Kind = Mark
	case '\'':
		if next == '\'' {
			t.Kind, t.End, t.Hash = Mark, int32(at+2), Doubled
		}
	case '`':
		if next == '`' {
			t.Kind, t.End, t.Hash = Mark, int32(at+2), Backticks
		}
	}
	return t
}

// sign reads one sign beyond 0x80.
func sign(r rune, at, size int) Token {
	t := Token{Start: int32(at), End: int32(at + size), Kind: Other, Hash: uint64(r)}
	switch r {
	case '“', '”', '„', '«', '»', '‚', '‘', '’', '「', '」', '『', '』', '‹', '›', '‟':
		t.Kind = Mark
	case '…', '。', '！', '？', '؟', '।':
		t.Kind = Stop
	case '–', '—', '―', '−', '‒':
		t.Kind = Dash
	case '，', '、', '،':
		t.Kind = Comma
	case '：':
		t.Kind = Colon
	case '；':
		t.Kind = Semicolon
	case '（', '【':
		t.Kind = Open
	case '）', '】':
		t.Kind = Close
	}
	return t
}

// clitic reads what an apostrophe begins right after a word.
func clitic(text string, at int, spaced bool, last *Token) (Token, bool) {
	size := apostrophe(text, at)
	if size == 0 || spaced || last == nil || last.Kind != Word && last.Kind != Number || int(last.End) != at {
		return Token{}, false
	}
	stop := at + size
	for stop < len(text) && (classes[text[stop]] == letter || classes[text[stop]] == capital) {
		stop++
	}
	t := Token{Start: int32(at), End: int32(stop)}
	switch text[at+size : stop] {
	case "":
		t.Kind, t.Hash, t.Number = Possessive, apostropheS, lexicon.Number(apostropheS)
		return t, size == 1 && text[at-1] == 's' && stop+1 < len(text) && text[stop] == ' ' && text[at] == '\''
	case "s", "S":
		t.Kind, t.Hash, t.Number = Possessive, apostropheS, lexicon.Number(apostropheS)
		return t, true
	case "d", "ll", "ve", "re", "m":
		t.Kind, t.Hash = Clitic, lexicon.Hash(text[at:stop])
		t.Number = lexicon.Number(t.Hash)
		return t, true
	}
	return Token{}, false
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
