package render

import (
	"strings"

	"parley/model/markdown"
)

// Plain shows a block as it stands, cleaned, without Markdown. Every cell knows its place all the same.
func Plain(src []byte, b markdown.Block, why markdown.Limit) Flow {
	s := shadow{}
	s.text = string(src[b.From:b.To])
	s.shift[1] = b.From
	s.cells = make([]Cell, 0, len(s.text))
	f := Flow{Why: why}
	for at := 0; at < len(s.text); {
		end := len(s.text)
		next := end
		if i := strings.IndexByte(s.text[at:], '\n'); i >= 0 {
			end, next = at+i, at+i+1
		}
		from := len(s.cells)
		s.expanded(at, len(strings.TrimRight(s.text[:end], "\r")))
		f.Lines = append(f.Lines, s.cells[from:len(s.cells):len(s.cells)])
		at = next
	}
	for len(f.Lines) > 1 && len(f.Lines[len(f.Lines)-1]) == 0 {
		f.Lines = f.Lines[:len(f.Lines)-1]
	}
	f.Hidden = s.hidden
	return f
}
