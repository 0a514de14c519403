package ssh

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/ansi/parser"
)

// A row of styled text, taken apart into cells.
//
//   - Of control sequences styles and links count. All others are dropped: what is sent is the canvas's own.
//   - A mark that stands alone, as behind a change of style, belongs to the letter before it.
//   - A letter that has no room at the end of a row is blanks.

// A cell is one column of the screen. The columns that a wide letter takes further are empty cells behind it.
type cell struct {
	text        string
	style, link int // numbers in the canvas's lists
	width       int
}

var blank = cell{text: " ", width: 1}

// plain tells whether every terminal has the cursor one column further behind it.
func (x cell) plain() bool {
	_, n := utf8.DecodeRuneInString(x.text)
	return x.width == 1 && n == len(x.text)
}

// cells answers as many cells as the canvas is wide, in the room of others.
func (c *canvas) cells(room []cell, line string) []cell {
	row := room[:0]
	line = strings.ToValidUTF8(line, "\uFFFD") // else a letter may swallow a control character
	p := ansi.GetParser()
	defer ansi.PutParser(p)
	var pen uv.Style
	var link uv.Link
	now := cell{}
	decode := ansi.DecodeSequenceWc[string]
	if c.method == ansi.GraphemeWidth {
		decode = ansi.DecodeSequence[string]
	}
	for state := ansi.NormalState; len(line) > 0 && len(row) < c.width; {
		if isLetter(line) { // as most are
			row = append(row, cell{line[:1], now.style, now.link, 1})
			line = line[1:]
			continue
		}
		if n := overlong(line); n > 0 {
			line = line[n:]
			continue
		}
		seq, width, n, next := decode(line, state, p)
		if n == 1 && len(line) > 1 && line[1] >= utf8.RuneSelf && line[0] > ' ' && line[0] < utf8.RuneSelf { // marks may follow
			if cluster, w := ansi.FirstGraphemeCluster(line, c.method); len(cluster) > 1 {
				seq, width, n = cluster, w, len(cluster)
			}
		}
		switch {
		case width > c.width-len(row):
			row = c.pad(row)
		case width > 0:
			row = append(row, cell{seq, now.style, now.link, width})
			for range width - 1 {
				row = append(row, cell{})
			}
		case ansi.HasCsiPrefix(seq) && p.Command() == 'm':
			uv.ReadStyle(p.Params(), &pen)
			now.style = c.styleOf(pen)
		case ansi.HasOscPrefix(seq) && p.Command() == 8:
			link = uv.Link{}
			uv.ReadLink(p.Data(), &link)
			now.link = c.linkOf(link)
		case isMark(seq):
			join(row, seq)
		}
		line, state = line[n:], next
	}
	return c.pad(row)
}

// overlong answers how long a sequence is that a text begins with and that has more parameters than the parser (x/ansi 0.11.9)
// can take without a panic; 0 for every other. No style has that many.
func overlong(s string) int {
	if !strings.HasPrefix(s, "\x1b[") {
		return 0
	}
	parameters, i := 1, 2
	for ; i < len(s) && s[i] >= ' ' && s[i] < '@'; i++ {
		if s[i] == ';' || s[i] == ':' {
			parameters++
		}
	}
	if parameters < parser.MaxParamsSize {
		return 0
	}
	return min(i+1, len(s))
}

// isLetter tells whether a text begins with a letter of ASCII that nothing can join.
func isLetter(s string) bool {
	return s[0] >= ' ' && s[0] < 0x7f && (len(s) == 1 || s[1] < utf8.RuneSelf)
}

// isMark tells whether a text without width is one to be seen with the letter before it, and no control character.
func isMark(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	return n > 1 && !unicode.IsControl(r)
}

// join gives a mark to the letter before it.
func join(row []cell, mark string) {
	for i := len(row) - 1; i >= 0; i-- {
		if row[i].width > 0 {
			row[i].text += mark
			return
		}
	}
}

// pad fills a row up.
func (c *canvas) pad(row []cell) []cell {
	for len(row) < c.width {
		row = append(row, blank)
	}
	return row
}

func (c *canvas) styleOf(s uv.Style) int {
	s = uv.ConvertStyle(s, c.profile)
	if i := slices.IndexFunc(c.styles, func(x uv.Style) bool { return x.Equal(&s) }); i >= 0 {
		return i
	}
	c.styles = append(c.styles, s)
	return len(c.styles) - 1
}

func (c *canvas) linkOf(l uv.Link) int {
	l = uv.ConvertLink(l, c.profile)
	if i := slices.Index(c.links, l); i >= 0 {
		return i
	}
	c.links = append(c.links, l)
	return len(c.links) - 1
}
