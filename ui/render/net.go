package render

import (
	"unicode"
	"unicode/utf8"
)

// The net under the drawing: whatever Markdown, the parser or glamour leave out, a reader of briefings must not lose it.
// A block that fails is shown as it stands.

// complete tells that every run came back, and came back once. Blanks of a table may be lost where a row ends.
func (d *decoder) complete() bool {
	if d.twice {
		return false
	}
	for k, seen := range d.seen {
		if r := d.s.runs[k]; !seen && (r.to-r.from != 1 || d.s.cells[r.from].S != " ") {
			return false
		}
	}
	return true
}

// hides tells whether a letter or digit of the block is in no cell, but for addresses and the numbers of items.
func (s *shadow) hides(lines [][]Cell) bool {
	shown := make([]bool, len(s.text))
	for _, line := range lines {
		for _, c := range line {
			if c.Decoration() {
				continue
			}
			from, to := int(c.From-s.shift[1]), int(c.To-s.shift[1])
			if from < s.head { // it may be of the head, whose bytes lie elsewhere
				from, to = int(c.From-s.shift[0]), int(c.To-s.shift[0])
			}
			for i := max(0, from); i < min(to, len(shown)); i++ {
				shown[i] = true
			}
		}
	}
	for _, r := range s.exempt {
		for i := r.from; i < min(r.to, len(shown)); i++ {
			shown[i] = true
		}
	}
	for i := s.head; i < len(s.text); {
		r, size := rune(s.text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s.text[i:])
		}
		if !shown[i] && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
			return true
		}
		i += size
	}
	return false
}
