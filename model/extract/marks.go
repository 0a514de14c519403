package extract

import (
	"strings"

	"parley/model/extract/prose"
)

// Marks that a spreadsheet doubled: a run of straight double marks is one mark. What falls away is left out of the
// paragraph's text, with the way back to the source kept.

// halved answers a paragraph without doubled marks.
func halved(p prose.Paragraph) prose.Paragraph {
	if !strings.Contains(p.Text, `""`) {
		return p
	}
	pieces := p.Pieces
	if len(pieces) == 0 {
		pieces = []prose.Piece{{From: p.Base, To: p.Base + len(p.Text)}}
	}
	var text strings.Builder
	text.Grow(len(p.Text))
	out := make([]prose.Piece, 0, len(pieces)+8)
	for i, piece := range pieces {
		end := len(p.Text)
		if i+1 < len(pieces) {
			end = pieces[i+1].At
		}
		if piece.Whole {
			out = append(out, prose.Piece{At: text.Len(), From: piece.From, To: piece.To, Whole: true, Break: piece.Break})
			text.WriteString(p.Text[piece.At:end])
			continue
		}
		for from := piece.At; from < end; {
			to := from + 1
			for to < end && !(p.Text[to] == '"' && p.Text[to-1] == '"') {
				to++
			}
			at := piece.From + from - piece.At
			out = append(out, prose.Piece{At: text.Len(), From: at, To: at + to - from})
			text.WriteString(p.Text[from:to])
			for to < end && p.Text[to] == '"' {
				to++
			}
			from = to
		}
	}
	p.Text, p.Pieces = text.String(), out
	return p
}
