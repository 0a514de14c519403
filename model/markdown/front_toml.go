package markdown

import (
	"errors"

	"github.com/pelletier/go-toml/v2/unstable"
)

// TOML: keys, dotted keys and tables, which are tables of a key. What stands above an error is read.

func (f *Front) toml(body []byte) (entries []entry) {
	defer func() {
		if recover() != nil {
			f.problem(1, 0, "the front matter cannot be read as TOML", "it was left out")
		}
	}()
	if line := DeepYAML(body); line > 0 {
		f.problem(line+1, 0, "the front matter is nested deeper than 16", "it was left out")
		return nil
	}
	r := tomlReader{root: &tomlTable{}}
	r.p.Reset(body)
	table := r.root
	for r.p.NextExpression() {
		e := r.p.Expression()
		switch e.Kind {
		case unstable.KeyValue:
			table.set(r.keys(e), r.value(e.Value()), r.line(e), r.column(e))
		case unstable.Table, unstable.ArrayTable:
			table = r.root.open(r.keys(e), e.Kind == unstable.ArrayTable, r.line(e))
		}
	}
	if err := r.p.Error(); err != nil {
		line, column, message := 1, 0, err.Error()
		var e *unstable.ParserError
		if errors.As(err, &e) {
			message = e.Message
			if len(e.Highlight) > 0 {
				at := r.p.Shape(r.p.Range(e.Highlight)).Start
				line, column = at.Line+1, at.Column
			}
		}
		f.problem(line, column, "the front matter is not TOML: "+message, "what stands above was read")
	}
	return r.root.entries()
}

type tomlReader struct {
	p    unstable.Parser
	root *tomlTable
}

func (r *tomlReader) keys(e *unstable.Node) []string {
	var keys []string
	for it := e.Key(); it.Next() && len(keys) <= maxNest; {
		keys = append(keys, string(it.Node().Data))
	}
	return keys
}

func (r *tomlReader) line(e *unstable.Node) int { return r.start(e).Line + 1 }

func (r *tomlReader) column(e *unstable.Node) int { return r.start(e).Column }

// start answers where an expression begins, as far as its first key tells.
func (r *tomlReader) start(e *unstable.Node) unstable.Position {
	if it := e.Key(); it.Next() {
		return r.p.Shape(it.Node().Raw).Start
	}
	return unstable.Position{}
}

func (r *tomlReader) value(n *unstable.Node) value {
	switch n.Kind {
	case unstable.Array:
		v := value{list: []value{}}
		for it := n.Children(); it.Next(); {
			v.list = append(v.list, r.value(it.Node()))
		}
		return v
	case unstable.InlineTable:
		t := &tomlTable{}
		for it := n.Children(); it.Next(); {
			t.set(r.keys(it.Node()), r.value(it.Node().Value()), r.line(it.Node()), r.column(it.Node()))
		}
		return value{table: t.entries()}
	}
	return value{text: string(n.Data)}
}

// A tomlTable is a table whose pieces may stand apart.
type tomlTable struct {
	list   []entry
	tables map[string]*tomlTable // by key
	arrays map[string][]*tomlTable
	order  []string // of tables and arrays
	line   map[string]int
}

func (t *tomlTable) set(keys []string, v value, line, column int) {
	if len(keys) == 0 {
		return
	}
	if last := len(keys) - 1; last > 0 {
		t = t.open(keys[:last], false, line)
		keys = keys[last:]
	}
	v.line = line
	t.list = append(t.list, entry{key: keys[0], line: line, column: column, value: v})
}

// open answers the table of some keys, made where there is none yet; array adds one to a list of tables.
func (t *tomlTable) open(keys []string, array bool, line int) *tomlTable {
	for i, k := range keys {
		if t.tables == nil {
			t.tables, t.arrays, t.line = map[string]*tomlTable{}, map[string][]*tomlTable{}, map[string]int{}
		}
		if t.tables[k] == nil && t.arrays[k] == nil {
			t.order = append(t.order, k)
			t.line[k] = line
		}
		list := t.arrays[k]
		switch {
		case array && i == len(keys)-1:
			t.arrays[k] = append(list, &tomlTable{})
			t = t.arrays[k][len(list)]
		case len(list) > 0:
			t = list[len(list)-1]
		default:
			if t.tables[k] == nil {
				t.tables[k] = &tomlTable{}
			}
			t = t.tables[k]
		}
	}
	return t
}

func (t *tomlTable) entries() []entry {
	all := t.list
	if all == nil {
		all = []entry{}
	}
	for _, k := range t.order {
		v := value{line: t.line[k]}
		if list := t.arrays[k]; list != nil {
			for _, x := range list {
				v.list = append(v.list, value{table: x.entries(), line: v.line})
			}
		} else {
			v.table = t.tables[k].entries()
		}
		all = append(all, entry{key: k, line: v.line, value: v})
	}
	return all
}
