package lists

import (
	"fmt"
	"strings"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"

	"parley/model"
	"parley/model/markdown"
)

// A node is a piece of YAML with its place.
type node struct {
	line, column int
	text         string
	list         []node
	pairs        []pair
	kind         string // for messages: "word", "list", "keys", "nothing"
}

type pair struct {
	key   node
	value node
}

// A reader gathers the problems of one file.
type reader struct {
	file     string
	problems []model.Problem
}

// problem notes what is wrong, and what was done instead.
func (r *reader) problem(at node, done, format string, values ...any) {
	r.problems = append(r.problems, model.Problem{
		File: r.file, Line: at.line, Column: at.column, Message: fmt.Sprintf(format, values...), Done: done,
	})
}

// parse answers the file as a node; ok is false where it is no YAML or too much of it.
func (r *reader) parse(body []byte) (root node, ok bool) {
	defer func() {
		if p := recover(); p != nil {
			r.problem(node{line: 1}, leftOut, "the list cannot be read as YAML")
			root, ok = node{}, false
		}
	}()
	if len(body) > Limit {
		r.problem(node{line: 1}, leftOut, "the list is longer than %d KB", Limit>>10)
		return node{}, false
	}
	if line := markdown.DeepYAML(body); line > 0 {
		r.problem(node{line: line}, leftOut, "the list is nested too deep")
		return node{}, false
	}
	file, err := parser.ParseBytes(body, 0, parser.AllowDuplicateMapKey())
	if err != nil {
		at, message := node{line: 1}, err.Error()
		if e, is := err.(interface {
			GetToken() *token.Token
			GetMessage() string
		}); is && e.GetToken() != nil {
			at.line, at.column, message = e.GetToken().Position.Line, e.GetToken().Position.Column, e.GetMessage()
		}
		r.problem(at, leftOut, "not YAML: %s", strings.TrimSpace(message))
		return node{}, false
	}
	if len(file.Docs) == 0 || file.Docs[0].Body == nil {
		return node{}, false
	}
	return read(file.Docs[0].Body), true
}

// read takes over what the parser found. Anchors are not followed: a list can neither grow nor refer to itself.
func read(n ast.Node) node {
	v := node{kind: "nothing"}
	if n == nil {
		return v
	}
	if t := n.GetToken(); t != nil {
		v.line, v.column = t.Position.Line, t.Position.Column
		v.text = strings.TrimSpace(t.Value)
	}
	switch x := n.(type) {
	case *ast.NullNode:
		v.text = ""
	case *ast.MappingNode:
		v.kind, v.text = "keys", ""
		for _, p := range x.Values {
			v.pairs = append(v.pairs, pairOf(p))
		}
		v.at()
	case *ast.MappingValueNode:
		v.kind, v.text = "keys", ""
		v.pairs = []pair{pairOf(x)}
		v.at()
	case *ast.SequenceNode:
		v.kind, v.text = "list", ""
		for _, one := range x.Values {
			v.list = append(v.list, read(one))
		}
	case *ast.AnchorNode:
		return read(x.Value)
	case *ast.TagNode:
		return read(x.Value)
	case *ast.LiteralNode:
		v.kind, v.text = "word", strings.TrimSpace(x.Value.Value)
	default:
		v.kind = "word"
	}
	return v
}

// at places keys where the first of them stands.
func (n *node) at() {
	if len(n.pairs) > 0 {
		n.line, n.column = n.pairs[0].key.line, n.pairs[0].key.column
	}
}

func pairOf(x *ast.MappingValueNode) pair {
	var key ast.Node = x.Key
	if complex, is := key.(*ast.MappingKeyNode); is {
		key = complex.Value
	}
	return pair{read(key), read(x.Value)}
}
