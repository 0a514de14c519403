package render

import (
	"bytes"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"parley/model/markdown"
)

// The Markdown that is drawn: CommonMark with tables, strikethrough, task lists and definition lists. Footnotes stay as
// they stand; bare addresses are no links.

func newParser() parser.Parser {
	p := parser.NewParser(
		parser.WithBlockParsers(parser.DefaultBlockParsers()...),
		parser.WithInlineParsers(parser.DefaultInlineParsers()...),
		parser.WithParagraphTransformers(util.Prioritized(linkDefinitions{}, 100)),
	)
	return goldmark.New(goldmark.WithParser(p), goldmark.WithExtensions(
		extension.Table, extension.Strikethrough, extension.TaskList, extension.DefinitionList,
	)).Parser()
}

// linkDefinitions takes link definitions out of a paragraph, but for footnotes, which look the same to the parser.
type linkDefinitions struct{}

// Transform is called by the parser for every paragraph.
func (linkDefinitions) Transform(p *ast.Paragraph, r text.Reader, pc parser.Context) {
	if p.Lines().Len() > 0 {
		first := p.Lines().At(0)
		if bytes.HasPrefix(bytes.TrimLeft(r.Source()[first.Start:first.Stop], " "), []byte("[^")) {
			return
		}
	}
	parser.LinkReferenceParagraphTransformer.Transform(p, r, pc)
}

// A scope is the parser's context for one block: it knows the link definitions of the whole text.
type scope struct {
	parser.Context
	all map[string]parser.Reference
}

// Reference answers the definition of a label, the text's first one.
func (s scope) Reference(label string) (parser.Reference, bool) {
	if len(label) > 0 && label[0] == '^' {
		return nil, false
	}
	if r, ok := s.all[label]; ok {
		return r, true
	}
	return s.Context.Reference(label)
}

func labels(refs []parser.Reference) map[string]parser.Reference {
	all := make(map[string]parser.Reference, len(refs))
	for _, r := range refs {
		label := util.ToLinkReference(r.Label())
		if _, ok := all[label]; !ok && !markdown.IsFootnote(r.Label()) {
			all[label] = r
		}
	}
	return all
}
