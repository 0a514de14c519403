package render

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"

	"parley/model/text"
)

// From what glamour wrote to cells. The rules:
//   - a rune of the shadow becomes the cells of its run, in glamour's style
//   - SGR becomes a style; any other escape sequence is passed over whole
//   - everything else is decoration, cleaned like text; digits of it are the number of an item, and are replaced by the
//     source's
//   - in a table a blank between the runes k-1 and k+1 is run k

type decoder struct {
	s       *shadow
	in      string
	pen     Style
	lines   [][]Cell
	line    []Cell
	rows    []rowInfo
	row     rowInfo
	seen    []bool // which runs came back
	rowOf   []int32
	twice   bool
	last    int // the last run of the row; -1: none
	blanks  int // decoration blanks since
	numbers int // how many were replaced
	rule    int // runes of the rule so far
}

// A rowInfo is what a row of glamour's holds.
type rowInfo struct {
	first, last int // runs; first > last: none
	rule        int // number of the rule plus 1
}

// decode answers glamour's rows, and what is in them.
func (s *shadow) decode(in string) *decoder {
	d := &decoder{s: s, in: in, seen: make([]bool, len(s.runs)), rowOf: make([]int32, len(s.runs)), last: -1, row: rowInfo{first: len(s.runs), last: -1}}
	for i := 0; i < len(in); {
		switch c := in[i]; {
		case c == '\n':
			d.endLine()
			i++
		case c == 0x1b:
			i += d.escape(in[i:])
		case c < utf8.RuneSelf:
			i += d.ascii(in[i:])
		default:
			r, size := utf8.DecodeRuneInString(in[i:])
			if !d.rune(r) {
				size = d.other(in[i:])
			}
			i += size
		}
	}
	if len(d.line) > 0 {
		d.endLine()
	}
	return d
}

func (d *decoder) endLine() {
	for len(d.line) > 0 && d.line[len(d.line)-1].Decoration() && d.line[len(d.line)-1].S == " " {
		d.line = d.line[:len(d.line)-1]
	}
	d.lines = append(d.lines, d.line)
	d.rows = append(d.rows, d.row)
	length := len(d.line)
	d.line, d.last = nil, -1
	if d.s.hasTable { // the next row is mostly as long
		d.line = make([]Cell, 0, length+1)
	}
	d.row = rowInfo{first: len(d.s.runs), last: -1}
}

// rune takes what stands for a run, or a piece of a rule.
func (d *decoder) rune(r rune) bool {
	var k int
	switch {
	case r == ruleRune:
		if d.rule%ruleLength == 0 {
			d.row.rule = d.rule/ruleLength + 1
		}
		d.rule++
		d.put("─", 1)
		return true
	case r >= narrowRune && int(r-narrowRune) < len(d.s.runs):
		k = int(r - narrowRune)
	case r >= wideRune && r < narrowRune && int(r-wideRune) < len(d.s.runs):
		k = int(r - wideRune)
	default:
		return false
	}
	if d.last >= 0 && k == d.last+2 && d.blanks == 1 && !d.seen[k-1] {
		d.line = d.line[:len(d.line)-1]
		d.run(k - 1)
	}
	d.run(k)
	return true
}

func (d *decoder) run(k int) {
	if d.seen[k] {
		d.twice = true
		return
	}
	d.seen[k] = true
	d.rowOf[k] = int32(len(d.lines))
	d.last, d.blanks = k, 0
	d.row.first, d.row.last = min(d.row.first, k), max(d.row.last, k)
	cells := d.s.cells[d.s.runs[k].from:d.s.runs[k].to]
	d.line = slices.Grow(d.line, len(cells))
	for _, c := range cells {
		c.St.Attr |= d.pen.Attr
		if c.St.Role == Body {
			c.St.Role = d.pen.Role
		}
		c.St.Fg, c.St.Bg = d.pen.Fg, d.pen.Bg
		d.line = append(d.line, c)
	}
}

// put adds decoration.
func (d *decoder) put(s string, width int) {
	d.line = append(d.line, Cell{S: s, From: -1, To: -1, St: Style{Role: Decor}, W: int8(width)})
}

func (d *decoder) ascii(in string) int {
	c := in[0]
	switch {
	case c == ' ':
		d.blanks++
		d.put(" ", 1)
	case c >= '0' && c <= '9' && d.numbers < len(d.s.numbers):
		n := 1
		for n < len(in) && in[n] >= '0' && in[n] <= '9' {
			n++
		}
		for _, digit := range strconv.Itoa(int(d.s.numbers[d.numbers])) {
			d.put(string(digit), 1)
		}
		d.numbers++
		d.last = -1
		return n
	default:
		d.last = -1
		return d.other(in)
	}
	return 1
}

// other takes decoration of any kind.
func (d *decoder) other(in string) int {
	d.last = -1
	end := min(len(in), window)
	for end < len(in) && !utf8.RuneStart(in[end]) {
		end--
	}
	g := graphemes.FromString(in[:end])
	if !g.Next() {
		return 1
	}
	if shown, width, _ := text.Cluster(g.Value()); width <= 2 {
		d.put(shown, width)
	}
	return len(g.Value())
}

// escape reads an escape sequence and answers its length.
func (d *decoder) escape(in string) int {
	if len(in) < 2 {
		return 1
	}
	if in[1] != '[' {
		if i := strings.Index(in, "\x1b\\"); i > 0 && strings.IndexByte("]P_^X", in[1]) >= 0 {
			return i + 2
		}
		return 2
	}
	for i := 2; i < len(in); i++ {
		if c := in[i]; c >= 0x40 && c <= 0x7E {
			if c == 'm' {
				d.pen.sgr(in[2:i], d.s.own)
			}
			return i + 1
		}
	}
	return len(in)
}

// sgr applies the parameters of an SGR sequence. The colours of our own sheet are roles.
func (s *Style) sgr(params string, own bool) {
	var n [16]int
	count := 0
	for _, p := range strings.FieldsFunc(params, func(r rune) bool { return r == ';' || r == ':' }) {
		if v, err := strconv.Atoi(p); err == nil && count < len(n) {
			n[count] = v
			count++
		}
	}
	if count == 0 {
		*s = Style{}
	}
	for i := 0; i < count; i++ {
		switch v := n[i]; {
		case v == 38 || v == 48:
			i += s.extended(v == 48, own, n[i+1:count])
		case v >= 30 && v <= 37:
			s.Fg = Basic(uint8(v - 30))
		case v >= 90 && v <= 97:
			s.Fg = Basic(uint8(v - 82))
		case v >= 40 && v <= 47:
			s.Bg = Basic(uint8(v - 40))
		case v >= 100 && v <= 107:
			s.Bg = Basic(uint8(v - 92))
		case v == 39:
			s.Fg, s.Role = 0, Body
		case v == 49:
			s.Bg = 0
		default:
			s.attribute(v)
		}
	}
}

func (s *Style) attribute(v int) {
	switch v {
	case 0:
		*s = Style{}
	case 22:
		s.Attr &^= Bold | Faint
	case 23:
		s.Attr &^= Italic
	case 24:
		s.Attr &^= Underline
	case 27:
		s.Attr &^= Reverse
	case 29:
		s.Attr &^= Strike
	case 1:
		s.Attr |= Bold
	case 2:
		s.Attr |= Faint
	case 3:
		s.Attr |= Italic
	case 4:
		s.Attr |= Underline
	case 7:
		s.Attr |= Reverse
	case 9:
		s.Attr |= Strike
	}
}

// extended reads 5;n and 2;r;g;b and answers how many parameters that were.
func (s *Style) extended(ground, own bool, n []int) int {
	switch {
	case len(n) >= 2 && n[0] == 5:
		switch role := n[1] - roleColour; {
		case ground:
			s.Bg = Indexed(uint8(n[1]))
		case own && role > 0 && role < int(roles):
			s.Role = Role(role)
		default:
			s.Fg = Indexed(uint8(n[1]))
		}
		return 2
	case len(n) >= 4 && n[0] == 2:
		c := RGB(uint32(n[1]&255)<<16 | uint32(n[2]&255)<<8 | uint32(n[3]&255))
		if ground {
			s.Bg = c
		} else {
			s.Fg = c
		}
		return 4
	}
	return len(n)
}
