package render

import (
	"html"
	"strings"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"

	"parley/model/text"
)

// From bytes of the source to cells. The rules:
//   - a piece of text is cut into grapheme clusters, each cleaned by package text as it becomes a cell
//   - a backslash before ASCII punctuation is left out, and the cell of the character stands for both
//   - an entity becomes its characters first and is cleaned then, so that &#27; is as harmless as the byte; it is not
//     looked at a second time
//   - a character that is left out leaves no cell, but U+200B leaves a place where a row may end

// window bounds how far the search for the end of a cluster looks: what is longer is cut, and never quadratic.
const window = 512

// maxEntity is the longest name of HTML, with & and ;.
const maxEntity = 33

// A tray holds the cells of a block as they are made.
type tray struct {
	text   string   // what is cut up: the head of the block, and the block
	head   int      // how much of it is the head
	shift  [2]int32 // from bytes of the text to bytes of the source, in the head and behind it
	cells  []Cell
	style  Style
	link   int32
	hidden int
	end    int // where the last piece ended
}

// raw adds text as it stands: code, HTML, what is shown without Markdown.
func (t *tray) raw(from, to int) {
	t.end = to
	for from < to {
		if c := t.text[from]; c >= ' ' && c < 0x7F && (from+1 == to || t.text[from+1] < utf8.RuneSelf) {
			t.add(t.text[from:from+1], 1, from, from+1)
			from++
			continue
		}
		from = t.clusters(from, to)
	}
}

// clusters adds what lies before the next ASCII character, at least one cluster, and answers where it ended.
func (t *tray) clusters(from, to int) int {
	end := min(to, from+window)
	for end < to && end > from+window-utf8.UTFMax && !utf8.RuneStart(t.text[end]) {
		end--
	}
	for g := graphemes.FromString(t.text[from:end]); g.Next(); {
		start, stop := from+g.Start(), from+g.End()
		if stop == end && end < to && start > from {
			return start // it may go on behind the window
		}
		t.cluster(g.Value(), start, stop)
		if stop < to && t.text[stop] < 0x7F {
			return stop
		}
	}
	return end
}

// prose adds text of Markdown, in which backslashes and entities stand for something else.
func (t *tray) prose(from, to int) {
	start := from
	for i := from; i < to; i++ {
		switch c := t.text[i]; {
		case c == '\\' && i+1 < to && punctuation(t.text[i+1]):
			t.raw(start, i)
			t.decoded(t.text[i+1:i+2], i, i+2)
			i++
			start = i + 1
		case c == '&':
			if s, n := entity(t.text[i:min(to, i+maxEntity)]); n > 0 {
				t.raw(start, i)
				t.decoded(s, i, i+n)
				i += n - 1
				start = i + 1
			}
		}
	}
	t.raw(start, to)
}

// entity answers what stands for the beginning of s, and how long that is; 0: there is no entity.
func entity(s string) (string, int) {
	end := strings.IndexByte(s, ';')
	if end < 2 {
		return "", 0
	}
	out := html.UnescapeString(s[:end+1])
	if out == s[:end+1] || len(out) > 1 && strings.HasSuffix(out, ";") { // "&notit;" is no entity, though "&not" was one
		return "", 0
	}
	return out, end + 1
}

func punctuation(c byte) bool {
	return c > ' ' && c < '0' || c > '9' && c < 'A' || c > 'Z' && c < 'a' || c > 'z' && c < 0x7F
}

func (t *tray) decoded(s string, from, to int) {
	for g := graphemes.FromString(s); g.Next(); {
		t.cluster(g.Value(), from, to)
	}
}

// cluster cleans one cluster and adds it.
func (t *tray) cluster(s string, from, to int) {
	shown, width, hidden := text.Cluster(s)
	t.hidden += hidden
	switch {
	case shown == "":
		if strings.Contains(s, "\u200b") && len(t.cells) > 0 {
			t.cells[len(t.cells)-1].Brk = true
		}
	case width > 2 || hidden > 0 && text.Sign(shown):
		was := t.style.Role
		t.style.Role = Hidden
		for g := graphemes.FromString(shown); g.Next(); {
			t.add(g.Value(), text.Width(g.Value()), from, to)
		}
		t.style.Role = was
	default:
		t.add(shown, width, from, to)
	}
}

// at leads from a byte of what is cut up to the byte of the source.
func (t *tray) at(i int) int32 {
	if i < t.head {
		return int32(i) + t.shift[0]
	}
	return int32(i) + t.shift[1]
}

func (t *tray) add(s string, width, from, to int) {
	f := t.at(from)
	t.cells = append(t.cells, Cell{S: s, From: f, To: f + int32(to-from), Link: t.link, St: t.style, W: int8(width)})
}
