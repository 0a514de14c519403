package actor

import (
	"strings"

	"parley/model"
	"parley/model/extract/lexicon"
)

// cells parts a line of a table at its bars.
func cells(line string, n int) []string {
	c := strings.Split(line, "|")
	for len(c) < n {
		c = append(c, "")
	}
	for i := range c {
		c[i] = strings.TrimSpace(c[i])
	}
	return c
}

// states reads states.txt and, for another language, its own table first: a name keeps the meaning it got first.
func states(t *table, lang string) {
	byCode := map[string]int32{}
	lexicon.Entries("states.txt", func(_, line string) {
		c := cells(line, 5)
		byCode[c[0]] = int32(len(t.entries))
		e := entry{name: c[1], kind: model.State, code: c[0]}
		for _, cell := range c[3:] {
			e.spelling = append(e.spelling, spellings(cell)...)
		}
		t.entries = append(t.entries, e)
	})
	if lang != "en" {
		lexicon.Entries("states-"+lang+".txt", func(_, line string) {
			c := cells(line, 5)
			at, ok := byCode[c[0]]
			if !ok {
				return
			}
			t.state(at, c[1:], lexicon.EndingsIn(lang), lang == "ru" || lang == "uk")
			for _, cell := range c[3:] {
				t.entries[at].spelling = append(t.entries[at].spelling, spellings(cell)...)
			}
		})
	}
	lexicon.Entries("states.txt", func(_, line string) {
		c := cells(line, 5)
		if lang != "en" {
			c[2] = "" // an English demonym is another word elsewhere
		}
		t.state(byCode[c[0]], c[1:], nil, false)
	})
}

// state adds the forms of one line: name, demonyms, seats, other names.
func (t *table) state(at int32, c []string, ends []string, inflected bool) {
	for i, cell := range []string{c[0], c[3], c[2], c[1]} {
		u := [...]use{plain, plain, seat, demonym}[i]
		for _, each := range list(cell) {
			for spelling := range strings.SplitSeq(each, "/") {
				t.inflected(spelling, form{entry: at, use: u}, ends)
				if ends != nil && !inflected && u != demonym && !strings.Contains(spelling, "~") {
					t.add(spelling+"s", form{entry: at, use: u}) // Russlands
				}
			}
		}
	}
}

// inflected adds a form with all endings that a tilde stands for, in each of its words.
func (t *table) inflected(name string, f form, ends []string) {
	before, after, found := strings.Cut(name, "~")
	if !found {
		t.add(name, f)
		return
	}
	for _, end := range ends {
		t.inflected(before+end+after, f, ends)
	}
}

// spellings answers the groups of names that a cell writes with slashes; a name alone is a group of one.
func spellings(cell string) [][]string {
	var groups [][]string
	for _, each := range list(cell) {
		var group []string
		for name := range strings.SplitSeq(strings.TrimLeft(strings.TrimSpace(each), "?"), "/") {
			if !strings.Contains(name, "~") {
				group = append(group, name)
			}
		}
		if len(group) > 1 {
			groups = append(groups, group)
		}
	}
	return groups
}

func peoples(t *table) {
	lexicon.Entries("peoples.txt", func(_, line string) {
		c := cells(line, 3)
		at := int32(len(t.entries))
		t.entries = append(t.entries, entry{name: c[0], kind: model.Group})
		t.add(c[0], form{entry: at, use: seat})
		for _, each := range list(c[1]) {
			t.add(each, form{entry: at, use: demonym})
		}
		for _, each := range list(c[2]) {
			t.add(each, form{entry: at, use: demonym})
		}
	})
}

func organisations(t *table) {
	party := map[string]string{}
	for _, e := range t.entries {
		party[e.code] = e.name
	}
	lexicon.Entries("organisations.txt", func(_, line string) {
		c := cells(line, 4)
		at := int32(len(t.entries))
		e := entry{name: c[0], kind: model.Organisation}
		if c[3] != "" {
			e.party = party[c[3]]
		}
		t.entries = append(t.entries, e)
		t.add(c[0], form{entry: at})
		for _, each := range list(c[1]) {
			short := strings.TrimSpace(each)
			t.add(short, form{entry: at, upper: len(short) <= 5 && strings.ToUpper(short) == short})
		}
		for _, each := range list(c[2]) {
			u := plain
			if strings.TrimSpace(each) == "Brussels" {
				u = seat
			}
			t.add(each, form{entry: at, use: u})
		}
	})
}

func outlets(t *table) {
	lexicon.Entries("outlets.txt", func(_, line string) {
		c := cells(line, 3)
		at := int32(len(t.entries))
		t.entries = append(t.entries, entry{name: strings.TrimPrefix(c[0], "?"), kind: model.Outlet})
		t.add(c[0], form{entry: at})
		for _, cell := range c[1:] {
			for _, each := range list(cell) {
				short := strings.TrimSpace(each)
				t.add(short, form{entry: at, upper: len(short) <= 4 && strings.ToUpper(short) == short})
			}
		}
	})
}
