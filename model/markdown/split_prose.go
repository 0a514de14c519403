package markdown

import "bytes"

// SplitLines cuts prose into its lines: in a text without Markdown each of them is a paragraph (see Document.Lines).
func SplitLines(src []byte, blocks []Block) []Block {
	out := make([]Block, 0, len(blocks)*2)
	for _, b := range blocks {
		if b.Kind != Prose || b.Why != Within {
			out = append(out, b)
			continue
		}
		for piece := b; piece.From < b.To; piece.Line++ {
			end := b.To
			if i := bytes.IndexByte(src[piece.From:b.To], '\n'); i >= 0 {
				end = piece.From + int32(i) + 1
			}
			piece.To = end
			if !isBlank(src[piece.From:end]) {
				out = append(out, piece)
			}
			piece.From, piece.Tight = end, false
		}
	}
	return out
}
