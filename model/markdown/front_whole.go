package markdown

import (
	"bytes"
	"fmt"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// The rest of YAML. Anchors and aliases are not followed, so a head can neither grow nor refer to itself; tags mean
// nothing. Words stay as they are written: no and 1e3 are no more than these letters.

// wholeYAML reads a head with a real parser; ok is false where it is no YAML.
func (f *Front) wholeYAML(body []byte) (entries []entry, ok bool) {
	defer func() {
		if recover() != nil {
			f.problem(1, 0, "the front matter cannot be read as YAML", "lines of the form “key: word” were read")
			entries, ok = nil, false
		}
	}()
	if line := DeepYAML(body); line > 0 {
		f.problem(line+1, 0, "the front matter is nested deeper than 16", "lines of the form “key: word” were read")
		return nil, false
	}
	file, err := parser.ParseBytes(body, 0, parser.AllowDuplicateMapKey())
	if err != nil {
		line, column, message := 1, 0, err.Error()
		if e, is := err.(interface {
			GetToken() *token.Token
			GetMessage() string
		}); is && e.GetToken() != nil {
			line, column, message = e.GetToken().Position.Line+1, e.GetToken().Position.Column, e.GetMessage()
			line = min(line, 1+bytes.Count(body, []byte("\n"))) // the parser counts other signs as line ends too
		}
		f.problem(line, column, "the front matter is not YAML: "+message, "lines of the form “key: word” were read")
		return nil, false
	}
	if len(file.Docs) == 0 || file.Docs[0].Body == nil {
		return nil, true
	}
	v := f.yamlValue(file.Docs[0].Body)
	if v.table == nil && (v.list != nil || v.text != "") {
		f.problem(2, 0, "the front matter has no keys", "it was left out")
	}
	return v.table, true
}

// DeepYAML answers the line on which YAML is nested deeper than a head may be, from 1; 0: nowhere. The parser that reads it
// calls itself for each level.
func DeepYAML(body []byte) int {
	depth := 0
	for n := 1; len(body) > 0; n++ {
		l := firstLine(body)
		body = body[len(l):]
		dashes, start := 0, true
		for i, c := range l {
			switch {
			case c == '[' || c == '{':
				depth++
			case c == ']' || c == '}':
				depth = max(depth-1, 0)
			case start && (c == '-' || c == '?' || c == ':') && i+1 < len(l) && isSpace(l[i+1]):
				dashes++
			}
			start = start && (isSpace(c) || c == '-' || c == '?' || c == ':')
			if depth > maxNest || dashes > maxNest {
				return n
			}
		}
		if spaces(l) > 8*maxNest && !isBlank(l) {
			return n
		}
	}
	return 0
}

// yamlValue takes over what the parser found.
func (f *Front) yamlValue(n ast.Node) value {
	v := value{line: lineOf(n)}
	switch x := n.(type) {
	case nil, *ast.NullNode:
	case *ast.MappingNode:
		v.table = []entry{}
		for _, pair := range x.Values {
			v.table = append(v.table, f.yamlEntry(pair))
		}
	case *ast.MappingValueNode:
		v.table = []entry{f.yamlEntry(x)}
	case *ast.SequenceNode:
		v.list = []value{}
		for _, one := range x.Values {
			v.list = append(v.list, f.yamlValue(one))
		}
	case *ast.AnchorNode:
		f.refuse(n, "anchors are not read")
		return f.yamlValue(x.Value)
	case *ast.AliasNode:
		f.refuse(n, "aliases are not read")
		v.text = "*" + nodeText(x.Value)
	case *ast.TagNode:
		f.refuse(n, fmt.Sprintf("the tag “%s” means nothing here", x.Start.Value))
		return f.yamlValue(x.Value)
	case *ast.LiteralNode:
		v.text = x.Value.Value
	default:
		v.text = nodeText(n)
	}
	return v
}

func (f *Front) yamlEntry(pair *ast.MappingValueNode) entry {
	var key ast.Node = pair.Key
	if complex, is := key.(*ast.MappingKeyNode); is {
		key = complex.Value
	}
	e := entry{key: f.yamlValue(key).flat(), value: f.yamlValue(pair.Value)}
	e.line = max(e.value.line, lineOf(pair.Key))
	if pair.Value != nil && pair.Value.GetToken() != nil {
		e.column = pair.Value.GetToken().Position.Column
	}
	return e
}

func (f *Front) refuse(n ast.Node, message string) {
	column := 0
	if t := n.GetToken(); t != nil {
		column = t.Position.Column
	}
	f.problem(lineOf(n), column, message, "read as the words that stand there")
}

// lineOf answers the line of the file, which has one more above.
func lineOf(n ast.Node) int {
	if n == nil {
		return 0
	}
	if t := n.GetToken(); t != nil {
		return t.Position.Line + 1
	}
	return 0
}

// nodeText is a word as it is written.
func nodeText(n ast.Node) string {
	if n == nil || n.GetToken() == nil {
		return ""
	}
	return string(bytes.TrimSpace([]byte(n.GetToken().Value)))
}
