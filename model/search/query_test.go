package search

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"parley/model"
	"parley/model/example"
)

const sunday = model.Date("2025-04-27")

func TestParse(t *testing.T) {
	example.Run(t, "testdata/parse.txtar", func(_ *testing.T, in example.Text) string {
		return shown(ParseAt(strings.TrimSuffix(string(in.Body), "\n"), sunday))
	})
}

// shown writes a filter one term a line: a star is a prefix, marks are whole words.
func shown(f model.Filter, err error) string {
	var b strings.Builder
	for _, c := range f.Terms {
		if c.Not {
			b.WriteString("not ")
		}
		name, by := c.Field, " | "
		if c.Field == "" {
			name, by = "words", " "
		}
		free := c.Field == "" || fieldNamed(c.Field).read == nil
		words := strings.Join(c.Words, by)
		switch {
		case c.Whole && free:
			words = `"` + words + `"`
		case free && c.Field != "":
			words = strings.ReplaceAll(words, by, "*"+by) + "*"
		case free:
			words += "*"
		}
		fmt.Fprintf(&b, "%s %s\n", name, words)
	}
	var notes Notes
	errors.As(err, &notes)
	for _, n := range notes {
		fmt.Fprintf(&b, "note %d-%d: %s\n", n.Start, n.End, n.Message)
	}
	return b.String()
}

func TestParseWithoutReference(t *testing.T) {
	got := shown(Parse(`since:"1 april" date:april until:2025 since:7d truce`))
	want := `since --04-01
date --04
until 2025
since 7d
words truce*
note 44-46: since: “7d” is not known; a day as 2025-04-11, “11 april” or april
`
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestExamplesOfFieldsAreRead(t *testing.T) {
	for _, field := range Fields {
		f, err := ParseAt(field.Example, sunday)
		if err != nil || len(f.Terms) != 1 || f.Terms[0].Field != field.Name {
			t.Errorf("%s: %v, %v", field.Example, f.Terms, err)
		}
		for _, v := range field.Values {
			if _, err := Parse(field.Name + ":" + v); err != nil {
				t.Errorf("%s:%s: %v", field.Name, v, err)
			}
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		`truce "security guar`, `-speaker:"a","b" grade:x,`, "since:2025-02-30 date:..", "„x“ «y» »z« 「停火」-", "::-:\"", "date:--04..",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, query string) {
		filter, err := ParseAt(query, sunday)
		var notes Notes
		if err != nil && !errors.As(err, &notes) {
			t.Fatalf("%q: an error that is no note: %v", query, err)
		}
		for _, n := range notes {
			if n.Start < 0 || n.Start > n.End || n.End > len(query) || n.Message == "" {
				t.Fatalf("%q: %+v", query, n)
			}
		}
		for _, c := range filter.Terms {
			if len(c.Words) == 0 {
				t.Fatalf("%q: a term without words: %+v", query, c)
			}
		}
		Match(filter, &model.Quote{Text: query}, nil)
		for _, r := range Marks(filter, query) {
			if r.Start < 0 || r.Start >= r.End || r.End > len(query) {
				t.Fatalf("%q: mark %v", query, r)
			}
		}
		Complete(query, len(query)/2, nil)
		if err != nil {
			return
		}
		if again, err := ParseAt(Format(filter), sunday); err != nil || !reflect.DeepEqual(again, filter) {
			t.Fatalf("%q written as %q reads %+v, %v; want %+v", query, Format(filter), again, err, filter)
		}
	})
}
