package actor

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"parley/model"
	"parley/model/example"
	"parley/model/extract/prose"
)

// Each archive holds pairs: a text, and who is in it, one a line, in the order of their first mention. A text whose name
// ends in a language, "[de]", is in that. Lines "| name, kind, party" above it are known to the library.
func TestActors(t *testing.T) {
	example.Run(t, "testdata/*.txtar", func(_ *testing.T, in example.Text) string { return who(in.Name, string(in.Body)) })
}

// who writes down the cast of a text.
func who(name, body string) string {
	o := Options{Lang: "en"}
	if _, lang, ok := strings.Cut(name, "["); ok {
		o.Lang = strings.TrimSuffix(lang, "]")
	}
	var paragraphs []prose.Paragraph
	for text := range strings.SplitSeq(strings.TrimSpace(body), "\n\n") {
		if known, ok := strings.CutPrefix(text, "| "); ok {
			for line := range strings.SplitSeq(known, "\n| ") {
				o.Known = append(o.Known, knownOf(line))
			}
			continue
		}
		paragraphs = append(paragraphs, prose.Paragraph{Text: text, Line: 1, Number: len(paragraphs) + 1})
	}
	d := prose.Split(paragraphs)
	c := Find(d, o)
	c.Pronouns(nil)
	var w strings.Builder
	for i := range c.Actors {
		a := &c.Actors[i]
		fmt.Fprintf(&w, "%s: %s", a.Name, a.Kind)
		for _, part := range [][2]string{{"of", a.Party}, {"role", a.Role}, {"code", a.Code}} {
			if part[1] != "" {
				fmt.Fprintf(&w, ", %s %s", part[0], part[1])
			}
		}
		if len(a.Aliases) > 0 {
			fmt.Fprintf(&w, ", also %s", strings.Join(a.Aliases, " and "))
		}
		if a.Unnamed {
			w.WriteString(", unnamed")
		}
		var words []string
		for _, m := range c.Mentions {
			if int(m.Actor) == i {
				words = append(words, d.Text[m.Start:m.End])
			}
		}
		fmt.Fprintf(&w, " — %s\n", strings.Join(words, " · "))
	}
	return w.String()
}

func knownOf(line string) Known {
	cells := append(strings.Split(strings.TrimSpace(line), ", "), "", "")
	k := Known{Name: cells[0], Party: cells[2], Origin: model.Reviewed}
	for kind := model.Person; kind <= model.Outlet; kind++ {
		if kind.String() == cells[1] {
			k.Kind, k.Certain = kind, true
		}
	}
	return k
}

// TestWrongMergesAreWorse holds what must never be one: near misses, each of which a looser rule would join.
func TestWrongMergesAreWorse(t *testing.T) {
	for _, c := range []struct{ text, one, other string }{
		{"Ada Quill met Bo Quill. “No,” Ada Quill said. “Yes,” Bo Quill said.", "Ada Quill", "Bo Quill"},
		{"Omar Sallum, the father, and Omar Sallum Jr., the son, said they agreed.", "Omar Sallum", "Omar Sallum Jr."},
		{"Georgia Lund said that Georgia would sign.", "Georgia Lund", "Georgia"},
		{"Denzel Washington said that Washington had agreed.", "Denzel Washington", "United States"},
		{"Jordan Pike said that Jordan had offered talks.", "Jordan Pike", "Jordan"},
		{"The Republic of the Congo said no. The Democratic Republic of the Congo said yes.", "Republic of the Congo", "Democratic Republic of the Congo"},
		{"North Korea rejected what South Korea had proposed.", "North Korea", "South Korea"},
		{"Sudan said that South Sudan had agreed.", "Sudan", "South Sudan"},
		{"Guinea said that Equatorial Guinea had agreed.", "Guinea", "Equatorial Guinea"},
		{"The Veld Council said no. The Northern Council said yes.", "Veld Council", "Northern Council"},
	} {
		d := prose.Split([]prose.Paragraph{{Text: c.text, Line: 1, Number: 1}})
		cast := Find(d, Options{Lang: "en"})
		one, other := cast.Named(c.one), cast.Named(c.other)
		if one < 0 || other < 0 || one == other {
			var all []string
			for _, a := range cast.Actors {
				all = append(all, a.Name)
			}
			t.Errorf("%s\n%s is %d, %s is %d of %q", c.text, c.one, one, c.other, other, all)
		}
	}
}

func FuzzFind(f *testing.F) {
	raw, err := os.ReadFile("testdata/actors.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range txtar.Parse(raw).Files {
		f.Add(string(file.Data), uint8(len(file.Name)))
	}
	langs := []string{"en", "de", "fr", "es", "ru", "uk", "", "xx"}
	f.Fuzz(func(t *testing.T, body string, lang uint8) {
		d := prose.Split([]prose.Paragraph{{Text: body, Line: 1, Number: 1}, {Text: body, Line: 2, Number: 2}})
		c := Find(d, Options{Lang: langs[int(lang)%len(langs)], Known: []Known{{Name: "Ada Quill", Kind: model.Person, Here: true}}})
		c.Pronouns(nil)
		if !slices.IsSortedFunc(c.Mentions, func(x, y Mention) int { return int(x.Start - y.Start) }) {
			t.Error("mentions are not in the order of the text")
		}
		for _, m := range c.Mentions {
			if m.Start < 0 || m.End <= m.Start || int(m.End) > len(d.Text) || int(m.Actor) >= len(c.Actors) || m.Actor < 0 {
				t.Fatalf("a mention of nothing: %+v of %d actors, %d bytes", m, len(c.Actors), len(d.Text))
			}
		}
		for _, a := range c.Actors {
			if a.Name == "" {
				t.Error("an actor without a name")
			}
		}
	})
}
