package render

import (
	"strings"
	"testing"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"

	"parley/model/markdown"
)

// The double: a second, small renderer of the shadow. Glamour and the double must agree on every block without a table.

type double struct{ source []byte }

func (d double) render(doc ast.Node) string {
	return strings.Join(d.blocks(doc, false), "\n")
}

// blocks answers the lines of what lies in n.
func (d double) blocks(n ast.Node, inList bool) (lines []string) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if len(lines) > 0 {
			lines = append(lines, "")
		}
		lines = append(lines, d.block(c, inList)...)
	}
	return lines
}

func (d double) block(n ast.Node, inList bool) []string {
	switch n := n.(type) {
	case *ast.ThematicBreak:
		return []string{strings.Repeat(string(rune(ruleRune)), ruleLength)}
	case *ast.Blockquote:
		return prefixed("│ ", d.blocks(n, inList))
	case *ast.CodeBlock:
		var lines []string
		for i := range n.Lines().Len() {
			seg := n.Lines().At(i)
			lines = append(lines, "  "+strings.TrimSuffix(string(seg.Value(d.source)), "\n"))
		}
		return lines
	case *ast.List:
		lines := d.list(n)
		if inList {
			lines = prefixed("  ", lines)
		}
		return lines
	case *extast.DefinitionList:
		return d.definitions(n, inList)
	}
	return strings.Split(d.text(n), "\n")
}

func (d double) list(n *ast.List) (lines []string) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		item, ok := c.(*ast.ListItem)
		if !ok {
			lines = append(append(lines, ""), d.block(c, true)...)
			continue
		}
		mark := "• "
		if n.IsOrdered() {
			mark = "1. "
		}
		first := item.FirstChild()
		if first != nil && first.FirstChild() != nil {
			if box, ok := first.FirstChild().(*extast.TaskCheckBox); ok {
				mark = map[bool]string{true: "[x] ", false: "[ ] "}[box.IsChecked]
			}
		}
		if first != nil && first.Kind() != ast.KindList {
			text := d.block(first, true)
			lines = append(append(lines, mark+text[0]), text[1:]...)
			first = first.NextSibling()
		} else {
			lines = append(lines, mark)
		}
		for ; first != nil; first = first.NextSibling() {
			lines = append(lines, d.block(first, true)...)
		}
	}
	return lines
}

func (d double) definitions(n ast.Node, inList bool) (lines []string) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if c.Kind() == extast.KindDefinitionTerm {
			lines = append(lines, strings.Split(d.text(c), "\n")...)
			continue
		}
		for b := c.FirstChild(); b != nil; b = b.NextSibling() {
			text := d.block(b, inList)
			if b.Kind() == ast.KindTextBlock {
				text[0] = "  " + text[0]
			}
			lines = append(lines, text...)
		}
	}
	return lines
}

func prefixed(p string, lines []string) []string {
	for i := range lines {
		lines[i] = p + lines[i]
	}
	return lines
}

func (d double) text(n ast.Node) string {
	var b strings.Builder
	_ = ast.Walk(n, func(c ast.Node, entering bool) (ast.WalkStatus, error) {
		if t, ok := c.(*ast.Text); ok && entering {
			b.Write(t.Segment.Value(d.source))
		}
		return ast.WalkContinue, nil
	})
	return b.String()
}

func agrees(t *testing.T, d *Drawer, src []byte) {
	t.Helper()
	eachBlock(src, func(b markdown.Block, refs []parser.Reference) {
		if markdown.Over(src, b) != markdown.Within {
			return
		}
		s, tree := d.shadow(src, b, refs, false)
		if s.hasTable {
			return
		}
		out, err := d.shine(s, tree, 0)
		if err != nil {
			t.Fatal(err)
		}
		glamour, own := s.decode(out).tidy(), s.decode(double{s.buf}.render(tree)).tidy()
		if a, b := rowsText(glamour), rowsText(own); a != b {
			t.Fatalf("%q\nglamour:\n%s\nthe double:\n%s", src, a, b)
		}
	})
}

func rowsText(rows [][]Cell) string {
	var b strings.Builder
	for _, r := range rows {
		b.WriteString(textOf(r))
		b.WriteByte('\n')
	}
	return b.String()
}

func FuzzDouble(f *testing.F) {
	for _, s := range seeds(f) {
		f.Add(s)
	}
	d := NewDrawer()
	f.Fuzz(func(t *testing.T, s string) { agrees(t, d, []byte(strings.ToValidUTF8(s, "\uFFFD"))) })
}
