package render

import (
	"bytes"
	"encoding/binary"

	"charm.land/glamour/v2/ansi"
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"
)

// Glamour at work on the shadow. It is most of what drawing a block costs, and since a shadow holds no character of the
// text, many are the same: of plain paragraphs there is only one. So what glamour answered is kept by the shadow's shape.

// The rules of what is kept: shadows of up to longestShape bytes, until keptShapes bytes are full; then from the start.
const (
	longestShape = 8 << 10
	keptShapes   = 1 << 20
)

type shapes struct {
	known map[string]string // shape -> what glamour wrote
	bytes int
	key   []byte
}

// shine lets glamour render the shadow.
func (d *Drawer) shine(s *shadow, tree ast.Node, width int) (string, error) {
	key := s.shape(d.shapes.key[:0], tree, width)
	d.shapes.key = key[:0]
	if out, ok := d.shapes.known[string(key)]; ok {
		return out, nil
	}
	r := d.glamour[width]
	if r == nil {
		r = renderer.NewRenderer(renderer.WithNodeRenderers(util.Prioritized(ansi.NewRenderer(ansi.Options{
			WordWrap: width, InlineTableLinks: true, PreserveNewLines: true, Styles: d.style,
		}), 1000)))
		if len(d.glamour) > 8 || d.glamour == nil {
			d.glamour = map[int]renderer.Renderer{}
		}
		d.glamour[width] = r
	}
	var out bytes.Buffer
	if err := r.Render(&out, s.buf, tree); err != nil {
		return "", err
	}
	d.shapes.keep(key, out.String())
	return out.String(), nil
}

func (k *shapes) keep(key []byte, out string) {
	if len(key) > longestShape {
		return
	}
	if k.bytes += len(key) + len(out); k.bytes > keptShapes || k.known == nil {
		k.known, k.bytes = map[string]string{}, len(key)+len(out)
	}
	k.known[string(key)] = out
}

// shape appends all that glamour can tell of a shadow: the width, the kinds of its nodes with what is special to them,
// and the runes of its texts. It ends early where there is too much to be kept.
func (s *shadow) shape(key []byte, n ast.Node, width int) []byte {
	key = binary.AppendVarint(key, int64(width))
	return s.shapeOf(key, n)
}

// nodeEnd ends a node: no kind has its number.
const nodeEnd = 0xFF

func (s *shadow) shapeOf(key []byte, n ast.Node) []byte {
	if len(key) > longestShape {
		return key
	}
	key = append(key, byte(n.Kind()))
	switch n := n.(type) {
	case *ast.Text:
		key = append(binary.AppendUvarint(key, uint64(n.Segment.Len())), s.buf[n.Segment.Start:n.Segment.Stop]...)
	case *ast.CodeBlock:
		for i := range n.Lines().Len() {
			line := n.Lines().At(i)
			key = append(binary.AppendUvarint(key, uint64(line.Len())), s.buf[line.Start:line.Stop]...)
		}
	case *ast.Heading:
		key = append(key, byte(n.Level))
	case *ast.Emphasis:
		key = append(key, byte(n.Level))
	case *ast.List:
		key = append(key, n.Marker)
	case *extast.TaskCheckBox:
		if n.IsChecked {
			key = append(key, 1)
		}
	case *extast.Table:
		for _, a := range n.Alignments {
			key = append(key, byte(a))
		}
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		key = s.shapeOf(key, c)
	}
	return append(key, nodeEnd)
}
