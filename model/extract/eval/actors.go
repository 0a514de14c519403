package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"

	"parley/model"
	"parley/model/extract/eval/gold"
)

// actors: persons, organisations and nationalities that people marked in reports and press statements, and how many of the
// mentions found are at an entity of theirs at all.
//
// Rules (those of the yardstick): an entity is found where a mention of an actor of a fitting kind overlaps it. States,
// groups and outlets fit an organisation, states and groups a nationality.
func actors(file string, o options) ([]gold.Figure, error) {
	docs, err := marked(file)
	if err != nil {
		return nil, err
	}
	var all, found [len(sorts)]int
	mentions, right := 0, 0
	for i := range docs {
		d := &docs[i]
		t, err := briefing(d.Text)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", d.ID, err)
		}
		for _, e := range d.Entities {
			n, known := sortOf(e.Type)
			if !known {
				continue
			}
			all[n]++
			if at(&t, e.Start, e.End, sorts[n].kinds) {
				found[n]++
			} else if o.misses > 0 {
				o.misses--
				fmt.Fprintf(o.out, "%s %s %q\n", d.ID, e.Type, e.Text)
			}
		}
		for k := range t.Actors {
			for _, m := range t.Actors[k].Mentions {
				mentions++
				if d.entity(m.Start, m.End) {
					right++
				}
			}
		}
	}
	figures := make([]gold.Figure, 0, len(sorts)+1)
	for n, s := range sorts {
		fmt.Fprintf(o.out, "%s: %d of %d\n", s.name, found[n], all[n])
		figures = append(figures, gold.Figure{Name: s.name, Value: float64(found[n]) / float64(max(1, all[n]))})
	}
	return append(figures, gold.Figure{Name: "mentions are entities", Value: float64(right) / float64(max(1, mentions))}), nil
}

// sorts of entities, and the kinds of actors that fit them.
var sorts = [...]struct {
	name, gold string
	kinds      []model.ActorKind
}{
	{"persons", "Person", []model.ActorKind{model.Person}},
	{"organisations", "Organisation", []model.ActorKind{model.Organisation, model.Group, model.Outlet, model.State}},
	{"nationalities", "Nationality", []model.ActorKind{model.State, model.Group}},
}

func sortOf(name string) (int, bool) {
	for n := range sorts {
		if sorts[n].gold == name {
			return n, true
		}
	}
	return 0, false
}

// at tells whether an actor of one of some kinds is mentioned within a stretch.
func at(t *model.Text, start, end int, kinds []model.ActorKind) bool {
	for i := range t.Actors {
		fits := false
		for _, k := range kinds {
			fits = fits || t.Actors[i].Kind == k
		}
		if !fits {
			continue
		}
		for _, m := range t.Actors[i].Mentions {
			if m.Start < end && start < m.End {
				return true
			}
		}
	}
	return false
}

// A document is a text with the entities that people marked.
type document struct {
	ID       string `json:"id"`
	Text     string `json:"text"`
	Entities []struct {
		Text  string `json:"text"`
		Start int    `json:"start"`
		End   int    `json:"end"`
		Type  string `json:"type"`
	} `json:"entities"`
}

// entity tells whether any entity, a place too, lies within a stretch.
func (d *document) entity(start, end int) bool {
	for i := range d.Entities {
		if e := &d.Entities[i]; e.Start < end && start < e.End {
			return true
		}
	}
	return false
}

// marked reads documents, one JSON object a line; offsets are code points there and bytes here.
func marked(file string) ([]document, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var docs []document
	scanner := bufio.NewScanner(f)
	scanner.Buffer(nil, 16<<20)
	for scanner.Scan() {
		var d document
		if err := json.Unmarshal(scanner.Bytes(), &d); err != nil {
			return nil, fmt.Errorf("line %d: %w", len(docs)+1, err)
		}
		places := make([]int, 0, len(d.Text)+1)
		for i := range d.Text {
			places = append(places, i)
		}
		places = append(places, len(d.Text))
		for i := range d.Entities {
			e := &d.Entities[i]
			e.Start, e.End = places[min(max(e.Start, 0), len(places)-1)], places[min(max(e.End, 0), len(places)-1)]
		}
		docs = append(docs, d)
	}
	return docs, scanner.Err()
}
