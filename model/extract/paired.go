package extract

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Quotation marks of a content that is cut out of a sentence.
//
// Rules:
//   - A mark whose other half lies outside the content is left out of its words; the rest stands as it is.
//   - What opens within the content and closes right behind it, or behind one sign more, belongs to it with that.
//   - An apostrophe within a word, or behind an s, is no mark.

// closer answers the other half of a mark that opens, 0 for what is none.
func closer(open rune) rune {
	switch open {
	case '“':
		return '”'
	case '‘':
		return '’'
	case '«':
		return '»'
	case '„':
		return '“'
	case '‚':
		return '‘'
	}
	return 0
}

// unmarked tells words in which no mark can stand: none of their letters is a straight one or beyond ASCII.
func unmarked(words string) bool {
	for i := range len(words) {
		if words[i] == '"' || words[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// paired answers some words without the marks that stand alone.
func paired(words string) string {
	alone, _ := unpaired(words)
	if len(alone) == 0 {
		return words
	}
	var b strings.Builder
	for i, c := range words {
		if len(alone) > 0 && alone[0] == i {
			alone = alone[1:]
			continue
		}
		b.WriteRune(c)
	}
	return strings.TrimSpace(b.String())
}

// closed answers where a content ends that begins and ends at two bytes of a text, with the mark behind it that closes what it
// opened.
func closed(text string, start, end int) int {
	_, open := unpaired(text[start:end])
	for open != 0 {
		rest := text[end:]
		sign := 0
		if rest != "" && strings.IndexByte(".,!?", rest[0]) >= 0 {
			sign = 1
		}
		c, size := utf8.DecodeRuneInString(rest[sign:])
		if c != open || size == 0 {
			break
		}
		end += sign + size
		_, open = unpaired(text[start:end])
	}
	return end
}

// unpaired answers where the marks stand that have no other half, in order, and which mark would close the one opened last, 0
// where none is open.
func unpaired(words string) (alone []int, open rune) {
	type opened struct {
		at    int
		close rune
	}
	if unmarked(words) {
		return nil, 0
	}
	var stack []opened
	for i, c := range words {
		top := rune(0)
		if n := len(stack); n > 0 {
			top = stack[n-1].close
		}
		switch {
		case c == top && top != 0: // a NUL closes nothing
			if c == '’' && apostrophe(words, i) {
				continue
			}
			stack = stack[:len(stack)-1]
		case closer(c) != 0:
			stack = append(stack, opened{i, closer(c)})
		case c == '"':
			stack = append(stack, opened{i, '"'})
		case c == '”' || c == '»':
			alone = append(alone, i)
		}
	}
	for _, s := range stack {
		alone = append(alone, s.at)
		open = s.close
	}
	slices.Sort(alone)
	return alone, open
}

// apostrophe tells a mark between two letters.
func apostrophe(words string, at int) bool {
	before, _ := utf8.DecodeLastRuneInString(words[:at])
	after, _ := utf8.DecodeRuneInString(words[at+len("’"):])
	return unicode.IsLetter(before) && unicode.IsLetter(after)
}
