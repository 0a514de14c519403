package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// Limits for link definitions: what is beyond stays plain text.
const (
	maxRefs     = 5000
	maxRefBytes = 1 << 20 // of blocks that are parsed for definitions
)

// Refs finds the link definitions of a whole text ("[label]: address"), for each block is drawn by itself and may use
// those of any other. Footnotes ("[^1]: ...") are no links here: they are shown as they stand.
func Refs(src []byte) []parser.Reference {
	return RefsIn(src, Split(src))
}

// RefsIn is Refs for a text that is split already.
func RefsIn(src []byte, blocks []Block) []parser.Reference {
	if !bytes.Contains(src, []byte("]:")) {
		return nil
	}
	found := definitions{Context: parser.NewContext(), seen: map[string]bool{}}
	p := parser.NewParser(
		parser.WithBlockParsers(parser.DefaultBlockParsers()...),
		parser.WithParagraphTransformers(parser.DefaultParagraphTransformers()...),
	)
	size := 0
	for _, b := range blocks {
		piece := src[b.From:b.To]
		if b.Kind == Heading || b.Why != Within || !mayDefine(piece) || Over(src, b) == TooDeep {
			continue // the other limits are for what lies in a line, which is not parsed here
		}
		if size += len(piece); size > maxRefBytes || len(found.refs) >= maxRefs {
			break
		}
		p.Parse(text.NewReader(piece), parser.WithContext(&found))
	}
	return found.refs
}

// mayDefine tells a line that begins, behind marks of quotes and items, with a bracket, and a colon behind one.
func mayDefine(text []byte) bool {
	if !bytes.Contains(text, []byte("]:")) {
		return false
	}
	for len(text) > 0 {
		if c := bytes.TrimLeft(text, " \t>-+*0123456789.)"); len(c) > 0 && c[0] == '[' {
			return true
		}
		i := bytes.IndexByte(text, '\n')
		if i < 0 {
			return false
		}
		text = text[i+1:]
	}
	return false
}

// definitions is a parser's context that collects link definitions; the first of a label counts.
type definitions struct {
	parser.Context
	refs []parser.Reference
	seen map[string]bool
}

// AddReference keeps a definition.
func (d *definitions) AddReference(r parser.Reference) {
	label := util.ToLinkReference(r.Label())
	if len(d.refs) < maxRefs && !d.seen[label] && !IsFootnote(r.Label()) {
		d.seen[label] = true
		d.refs = append(d.refs, r)
	}
}

// IsFootnote tells the label of a footnote, which a parser without footnotes takes for a link's.
func IsFootnote(label []byte) bool { return len(label) > 0 && label[0] == '^' }
