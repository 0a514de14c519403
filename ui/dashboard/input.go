package dashboard

import (
	"strings"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	"github.com/clipperhouse/uax29/v2/graphemes"

	"parley/model/text"
)

// A line that a user types.
//
//   - The caret is the terminal's own: nothing blinks, nothing is sent while nobody types.
//   - It moves and deletes by grapheme cluster.
//   - What is pasted becomes one clean line.
//   - It never asks the host for its clipboard: served over SSH that would be somebody else's.

const longestInput = 1000 // bytes; more is cut

// An input is a line of text with a caret.
type input struct {
	text string
	at   int // byte of the caret, between two clusters
}

// set replaces the line and puts the caret behind it.
func (in *input) set(s string) { in.text, in.at = s, len(s) }

// insert puts the cleaned s at the caret and tells whether the line changed.
func (in *input) insert(s string) bool {
	s, _ = text.Line(s)
	for len(s) > longestInput-len(in.text) {
		_, n := utf8.DecodeLastRuneInString(s)
		if n == 0 {
			return false
		}
		s = s[:len(s)-n]
	}
	if s == "" {
		return false
	}
	in.text = in.text[:in.at] + s + in.text[in.at:]
	in.at += len(s)
	return true
}

// key handles a key of a prompt. It tells whether the text changed and whether the key was one of a prompt's at all.
func (in *input) key(k tea.KeyPressMsg) (changed, known bool) {
	before := in.text
	switch k.String() {
	case "left", "ctrl+b":
		in.at -= len(in.before())
	case "right", "ctrl+f":
		in.at += len(in.after())
	case "home", "ctrl+a":
		in.at = 0
	case "end", "ctrl+e":
		in.at = len(in.text)
	case "backspace", "ctrl+h":
		in.cut(in.at-len(in.before()), in.at)
	case "delete", "ctrl+d":
		in.cut(in.at, in.at+len(in.after()))
	case "ctrl+u":
		in.cut(0, in.at)
	case "ctrl+k":
		in.cut(in.at, len(in.text))
	case "ctrl+w", "alt+backspace":
		in.cut(in.wordStart(), in.at)
	default:
		if k.Text == "" || k.Mod&(tea.ModCtrl|tea.ModAlt) != 0 {
			return false, false
		}
		in.insert(k.Text)
	}
	return in.text != before, true
}

func (in *input) cut(from, to int) {
	in.text = in.text[:from] + in.text[to:]
	in.at = from
}

// before answers the cluster left of the caret.
func (in *input) before() string {
	last := ""
	for g := graphemes.FromString(in.text[:in.at]); g.Next(); {
		last = g.Value()
	}
	return last
}

// after answers the cluster right of the caret.
func (in *input) after() string {
	if g := graphemes.FromString(in.text[in.at:]); g.Next() {
		return g.Value()
	}
	return ""
}

// wordStart answers where the word left of the caret begins; a colon ends a word, so that a field's value goes first.
func (in *input) wordStart() int {
	s := strings.TrimRightFunc(in.text[:in.at], unicode.IsSpace)
	s = strings.TrimSuffix(s, ":")
	return strings.LastIndexFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r == ':' }) + 1
}

// view answers the part of the line that fits into width cells, and the caret's column in it.
func (in *input) view(width int) (shown string, caret int) {
	if width <= 0 {
		return "", 0
	}
	head := in.text[:in.at]
	for text.Width(head) >= width { // the caret needs a cell of its own
		g := graphemes.FromString(head)
		if !g.Next() {
			break
		}
		head = head[len(g.Value()):]
	}
	caret = text.Width(head)
	shown = head
	for g := graphemes.FromString(in.text[in.at:]); g.Next(); {
		if text.Width(shown)+text.Width(g.Value()) > width {
			break
		}
		shown += g.Value()
	}
	return shown, caret
}
