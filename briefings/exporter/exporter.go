// Package exporter writes a library in forms that other programs read: one file a form.
package exporter

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"parley/model"
)

// Options say in what form a library is written.
type Options struct {
	Form   string   // one of Forms
	Fields []string // which fields, in this order; none: all. Markdown has no fields
}

// Forms are the forms there are.
func Forms() []string { return []string{"jsonl", "json", "csv", "tsv", "md"} }

// A form takes one thing after the other: a briefing, its quotes, its proposals, the next briefing, at last the actors.
type form interface {
	text(t *model.Text) error
	line(l any) error // one of the lines of the contract
	end() error
}

// Write writes the briefings that the filter keeps, each followed by its statements, and then the actors, outlets first. The
// error says
// which option is wrong, or what the library or the writer answered.
func Write(ctx context.Context, w io.Writer, lib model.Library, f model.Filter, o Options) error {
	out, err := newForm(w, o)
	if err != nil {
		return err
	}
	offsets := map[string]func(int) int{}
	err = eachBriefing(ctx, lib, f, func(t *model.Text) error {
		if t.Offset != nil {
			offsets[t.Briefing.File] = t.Offset
		}
		return out.text(t)
	})
	if err != nil {
		return err
	}
	if err := writeActors(ctx, out, lib, f, offsets); err != nil {
		return err
	}
	return out.end()
}

// writeActors writes the outlets before all others: a reader that takes names from the front meets the Washington Post before
// Washington. It asks for all rows at once, as only then they come with their mentions.
func writeActors(ctx context.Context, out form, lib model.Library, f model.Filter, offsets map[string]func(int) int) error {
	page, err := lib.Actors(ctx, f, model.Window{})
	if err != nil {
		return err
	}
	for _, sources := range []bool{true, false} {
		for i := range page.Items {
			a := &page.Items[i].Actor
			if (a.Kind == model.Outlet) != sources {
				continue
			}
			if err := out.line(actorOf(a, offsets)); err != nil {
				return err
			}
		}
	}
	return nil
}

// Check tells whether options can be written, before a library is opened for them.
func Check(o Options) error {
	_, err := newForm(io.Discard, o)
	return err
}

func newForm(w io.Writer, o Options) (form, error) {
	for _, name := range o.Fields {
		if !slices.Contains(columns, name) {
			return nil, fmt.Errorf("there is no field %q; there are %s", name, strings.Join(columns, ", "))
		}
	}
	switch o.Form {
	case "jsonl", "json":
		return newObjects(w, o), nil
	case "csv", "tsv":
		return newTable(w, o), nil
	case "md":
		if len(o.Fields) > 0 {
			return nil, fmt.Errorf("md has no fields to choose; choose them in jsonl, json, csv or tsv")
		}
		return &markdownForm{w: w}, nil
	}
	return nil, fmt.Errorf("there is no form %q; there are %s", o.Form, strings.Join(Forms(), ", "))
}

// lines calls do with the lines of a text: the briefing's own, those of its quotes, those of its proposals.
func lines(t *model.Text, do func(any) error) error {
	if err := do(briefingOf(t)); err != nil {
		return err
	}
	for i := range t.Quotes {
		if err := do(quoteOf(t, &t.Quotes[i])); err != nil {
			return err
		}
	}
	for i := range t.Proposals {
		if err := do(proposalOf(t, &t.Proposals[i])); err != nil {
			return err
		}
	}
	return nil
}
