package exporter

import (
	"bytes"
	"encoding/json"
	"io"

	"parley/model"
)

// Objects: JSON Lines, one object a line, and JSON, the same objects in one array.

type objects struct {
	w      io.Writer
	fields []string
	array  bool
	begun  bool
	buffer bytes.Buffer
	json   *json.Encoder
}

func newObjects(w io.Writer, o Options) *objects {
	out := &objects{w: &escaper{w: w}, fields: o.Fields, array: o.Form == "json"}
	out.json = json.NewEncoder(&out.buffer)
	out.json.SetEscapeHTML(false)
	return out
}

func (o *objects) text(t *model.Text) error { return lines(t, o.line) }

func (o *objects) line(l any) error {
	o.buffer.Reset()
	if err := o.json.Encode(l); err != nil {
		return err
	}
	object := bytes.TrimSpace(o.buffer.Bytes())
	if len(o.fields) > 0 {
		var err error
		if object, err = only(object, o.fields); err != nil {
			return err
		}
	}
	before := ""
	switch {
	case o.array && !o.begun:
		before = "[\n"
	case o.array:
		before = ",\n"
	}
	o.begun = true
	line := append([]byte(before), object...)
	if !o.array {
		line = append(line, '\n')
	}
	_, err := o.w.Write(line)
	return err
}

// only keeps the fields asked for, in their order; what a kind of line does not have is left out.
func only(object []byte, fields []string) ([]byte, error) {
	var all map[string]json.RawMessage
	if err := json.Unmarshal(object, &all); err != nil {
		return nil, err
	}
	out := []byte{'{'}
	for _, name := range fields {
		if value, ok := all[name]; ok {
			if len(out) > 1 {
				out = append(out, ',')
			}
			out = append(append(append(append(out, '"'), name...), '"', ':'), value...)
		}
	}
	return append(out, '}'), nil
}

func (o *objects) end() error {
	last := ""
	switch {
	case o.array && o.begun:
		last = "\n]\n"
	case o.array:
		last = "[]\n"
	}
	_, err := io.WriteString(o.w, last)
	return err
}
