package exporter

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"
	"unicode"

	"parley/model"
	"parley/model/text"
)

// Tables: comma- and tab-separated, a head of column names and a row for each line of the contract. Rules:
//   - The columns are the fields of the contract; a row leaves empty what its type does not have. Lists are joined by "; ".
//   - Who speaks or proposes stands in speaker, with the source's own words in mention and the actor's ID in actor.
//   - A cell is one line of clean text: no break, no tab, nothing that a reader cannot see.
//   - No cell begins a formula, whatever blanks or signs of full width stand before it: such a cell begins with an apostrophe.

// columns are the names of all fields, in the order of a table.
var columns = []string{
	"type", "id", "file", "line", "paragraph", "start", "end", "date", "speaker", "mention", "actor", "text", "kind", "predicate",
	"stance", "grade", "certainty", "origin", "reason", "via", "about", "tracks", "elements", "continues", "title", "source",
	"name", "party", "role", "code", "aliases", "problems", "actors", "mentions", "schema", "author", "lang", "marking", "tags",
	"hidden", "days", "offered",
}

// tableColumns is how many of them a table has where nobody chooses: the rest is for programs that read objects.
const tableColumns = 31

type table struct {
	out    *csv.Writer
	plain  io.Writer // tab-separated: no quoting
	fields []string
	begun  bool
}

func newTable(w io.Writer, o Options) *table {
	t := &table{fields: o.Fields}
	if len(t.fields) == 0 {
		t.fields = columns[:tableColumns]
	}
	if o.Form == "tsv" {
		t.plain = w
	} else {
		t.out = csv.NewWriter(w)
	}
	return t
}

func (t *table) text(x *model.Text) error { return lines(x, t.line) }

func (t *table) line(l any) error {
	if err := t.head(); err != nil {
		return err
	}
	values := rowOf(l)
	row, empty := make([]string, len(t.fields)), true
	for i, name := range t.fields {
		row[i] = cell(values[name])
		empty = empty && row[i] == ""
	}
	if empty { // none of the fields asked for are of its type
		return nil
	}
	return t.write(row)
}

func (t *table) head() error {
	if t.begun {
		return nil
	}
	t.begun = true
	return t.write(t.fields)
}

func (t *table) write(row []string) error {
	if t.plain != nil {
		_, err := io.WriteString(t.plain, strings.Join(row, "\t")+"\n")
		return err
	}
	return t.out.Write(row)
}

func (t *table) end() error {
	if err := t.head(); err != nil || t.out == nil {
		return err
	}
	t.out.Flush()
	return t.out.Error()
}

// cell makes a value one line of clean text that no program of tables takes for a formula.
func cell(s string) string {
	s, _ = text.Line(strings.Map(func(r rune) rune {
		if r == '\t' || r == '\n' || r == '\r' || r == '\v' || r == '\f' {
			return ' '
		}
		return r
	}, s))
	if formula(s) {
		return "'" + s
	}
	return s
}

// formula tells whether a cell begins as a formula does, in any program and behind anything that one may trim away.
func formula(s string) bool {
	s = strings.TrimLeftFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || !unicode.IsGraphic(r) || unicode.In(r, unicode.M, unicode.Cf)
	})
	for _, r := range s {
		return strings.ContainsRune("=+-@|%＝＋－＠﹦﹢﹣﹫⁼⁺⁻₌₊₋−", r)
	}
	return false
}

// rowOf answers the values of a line by the names of their columns.
func rowOf(l any) map[string]string {
	switch l := l.(type) {
	case briefingLine:
		return briefingRow(&l)
	case quoteLine:
		row := placeRow(&l.placeLine)
		add(row, "type", l.Type, "kind", l.Kind, "grade", l.Grade, "via", join(l.Via), "about", join(l.About), "tracks", join(l.Tracks),
			"date", string(l.Date), "origin", l.Origin, "certainty", l.Certainty, "reason", l.Reason, "id", l.ID)
		if l.Speaker != nil {
			add(row, "speaker", l.Speaker.Name, "mention", l.Speaker.Mention, "actor", l.Speaker.Actor)
		}
		if l.Continues != nil {
			row["continues"] = *l.Continues
		}
		return row
	case proposalLine:
		row := placeRow(&l.placeLine)
		add(row, "type", l.Type, "predicate", l.Predicate, "stance", l.Stance, "elements", join(l.Elements), "grade", l.Grade,
			"via", join(l.Via), "tracks", join(l.Tracks), "date", string(l.Date), "origin", l.Origin, "certainty", l.Certainty,
			"reason", l.Reason, "id", l.ID)
		var names, words, ids []string
		for _, a := range l.Actors {
			names, words, ids = append(names, a.Name), append(words, a.Mention), append(ids, a.Actor)
		}
		add(row, "speaker", join(names), "mention", join(words), "actor", join(ids), "actors", join(names))
		return row
	case actorLine:
		row := map[string]string{}
		add(row, "type", l.Type, "name", l.Name, "id", l.ID, "kind", l.Kind, "party", l.Party, "role", l.Role, "code", l.Code,
			"aliases", join(l.Aliases), "offered", join(l.Offered), "mentions", strconv.Itoa(len(l.Mentions)))
		return row
	}
	return nil
}

func briefingRow(l *briefingLine) map[string]string {
	row := map[string]string{}
	var problems, days []string
	for _, p := range l.Problems {
		problems = append(problems, strconv.Itoa(p.Line)+": "+p.Message)
	}
	for _, d := range l.Days {
		days = append(days, d.Words+": "+string(d.Date))
	}
	add(row, "type", l.Type, "schema", strconv.Itoa(l.Schema), "file", l.File, "title", l.Title, "date", string(l.Date), "source", l.Source,
		"tracks", join(l.Tracks), "problems", join(problems), "author", l.Author, "kind", l.Kind, "lang", l.Lang, "marking", l.Marking,
		"tags", join(l.Tags), "hidden", strconv.Itoa(l.Hidden), "days", join(days))
	return row
}

func placeRow(l *placeLine) map[string]string {
	row := map[string]string{}
	add(row, "file", l.File, "start", strconv.Itoa(l.Start), "end", strconv.Itoa(l.End), "line", strconv.Itoa(l.Line),
		"paragraph", strconv.Itoa(l.Paragraph), "text", l.Text)
	return row
}

func add(row map[string]string, pairs ...string) {
	for i := 0; i+1 < len(pairs); i += 2 {
		row[pairs[i]] = pairs[i+1]
	}
}

func join(l []string) string { return strings.Join(l, "; ") }
