package render

import (
	"unicode"
	"unicode/utf8"
)

// From the cells of a block to rows of a width. The rules:
//   - as much goes on a row as fits; a blank at its end belongs to no row
//   - a row may end behind a blank, behind U+200B, behind - – — / inside a word, and between wide characters, but not
//     before 、。」 or behind 「; NBSP holds; a word that fits no row is cut
//   - what stands before a text hangs: bars go on, bullets, numbers and words become blanks; it never takes over half a
//     row, but words of it are wrapped like text then
//   - rows of tables and of signs alone are not wrapped; what does not fit is cut off
//   - a block is at least one row

// Lay wraps a block to a width.
func Lay(f Flow, width int) []Line {
	width = max(width, 1)
	rows := make([]Line, 0, len(f.Lines))
	for _, cells := range f.Lines {
		rows = layLine(rows, cells, f.Links, width)
	}
	if len(rows) == 0 {
		rows = append(rows, Line{First: true})
	}
	return rows
}

func layLine(rows []Line, cells []Cell, links []string, width int) []Line {
	lead := 0
	for lead < len(cells) && cells[lead].Decoration() {
		lead++
	}
	whole := lead == len(cells)
	for _, c := range cells {
		whole = whole || c.Tab
	}
	if whole || widthOf(cells) <= width {
		return append(rows, newLine(nil, fit(cells, width), links, true))
	}
	if widthOf(cells[:lead]) > width/2 {
		lead = marksAhead(cells[:lead])
	}
	hang := cells[:lead]
	for widthOf(hang) > width/2 {
		hang = hang[1:] // the mark nearest to the text stays
	}
	first, goesOn := hang, hanging(hang)
	rest := cells[lead:]
	for n := 0; len(rest) > 0 || n == 0; n++ {
		if n > 0 {
			first = goesOn
		}
		end, next := breakAt(rest, width-widthOf(first))
		row := newLine(first, rest[:end], links, n == 0)
		if next > end {
			row.To = max(row.To, rest[next-1].To)
		}
		rows = append(rows, row)
		rest = rest[next:]
	}
	return rows
}

// marksAhead counts the bars, bullets and blanks that decoration begins with; words of it are wrapped like text.
func marksAhead(cells []Cell) int {
	for i, c := range cells {
		if c.S != " " && c.S != "│" && c.S != "•" {
			return i
		}
	}
	return len(cells)
}

func newLine(hang, cells []Cell, links []string, first bool) Line {
	l := Line{Hang: hang, Cells: cells, Links: links, First: first}
	found := false
	for _, c := range cells {
		if c.Decoration() {
			continue
		}
		if !found {
			l.From, l.To, found = c.From, c.To, true
			continue
		}
		l.From, l.To = min(l.From, c.From), max(l.To, c.To)
	}
	return l
}

// fit cuts off what is too wide.
func fit(cells []Cell, width int) []Cell {
	for i, c := range cells {
		if width -= int(c.W); width < 0 {
			return cells[:i]
		}
	}
	return cells
}

// hanging answers what stands before a row that goes on.
func hanging(lead []Cell) []Cell {
	if len(lead) == 0 {
		return nil
	}
	out := make([]Cell, 0, len(lead))
	for _, c := range lead {
		if c.S != "│" {
			c.S = "  "[:max(0, min(int(c.W), 2))]
		}
		out = append(out, c)
	}
	return out
}

// breakAt answers how many cells a row of some width takes, and where the next row begins.
func breakAt(cells []Cell, width int) (end, next int) {
	used, breakEnd, breakNext := 0, 0, 0
	for i := range cells {
		c := &cells[i]
		used += int(c.W)
		if used > width && !blank(c) {
			switch {
			case breakNext > 0:
				return breakEnd, breakNext
			case i == 0:
				return 1, 1
			}
			return i, i
		}
		switch {
		case blank(c):
			if breakNext != i || breakEnd == i { // the first of some blanks
				breakEnd = i
			}
			breakNext = i + 1
		case i+1 < len(cells) && breakable(cells, i):
			breakEnd, breakNext = i+1, i+1
		}
	}
	if used > width && breakNext == len(cells) {
		return breakEnd, breakNext // only blanks are too many
	}
	return len(cells), len(cells)
}

func blank(c *Cell) bool { return c.S == " " }

// breakable tells whether a row may end behind cell i, which is no blank.
func breakable(cells []Cell, i int) bool {
	c, next := &cells[i], &cells[i+1]
	if c.Brk {
		return true
	}
	if c.W == 2 && next.W == 2 {
		return !closing(next.S) && !opening(c.S)
	}
	switch c.S {
	case "-", "–", "—", "/":
		r, _ := utf8.DecodeRuneInString(next.S)
		return i > 0 && !blank(&cells[i-1]) && unicode.IsLetter(r)
	}
	return false
}

// closing tells what begins no row, opening what ends none.
func closing(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	switch r {
	case '、', '。', '，', '．', '：', '；', '！', '？', '’', '”', '）', '］', '｝', '〕', '〉', '》', '」', '』', '】', '〗', '〙', '〛',
		'ー', '々', '〜', '…', '‥', '・', '％', '〟', '»', '｠',
		'ぁ', 'ぃ', 'ぅ', 'ぇ', 'ぉ', 'っ', 'ゃ', 'ゅ', 'ょ', 'ァ', 'ィ', 'ゥ', 'ェ', 'ォ', 'ッ', 'ャ', 'ュ', 'ョ':
		return true
	}
	return false
}

func opening(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	switch r {
	case '‘', '“', '（', '［', '｛', '〔', '〈', '《', '「', '『', '【', '〖', '〘', '〚', '〝', '«', '｟', '￥', '＄':
		return true
	}
	return false
}
