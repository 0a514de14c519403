package extract

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"parley/model"
	"parley/model/text"
)

// TestArticles holds ten articles about negotiations that never were, each with everything a careful reader finds in it.
//
// An archive holds an article, what is expected, and what is known to fail. A line of the expected is one of
//
//	date | 2031-05-04
//	day | on Friday | 2031-05-02
//	quote | words | kind, grade | speaker (mention) | via | tracks
//	proposal | words | predicate | stance | actors | tracks | elements
//	actor | name | kind | party | role | code | aliases
//	nobody | a place
//	count | quotes and proposals, terms and indirect speech left out
//	problem | words of it
//
// "…" stands for words left out in the middle, "-" for nothing, cells left away at the end are not looked at. A line that
// is known to fail and does not any more fails the test, so that it is taken out.
func TestArticles(t *testing.T) {
	archives, err := filepath.Glob("testdata/articles/*.txtar")
	if err != nil || len(archives) < 10 {
		t.Fatalf("%d articles of ten, %v", len(archives), err)
	}
	for _, archive := range archives {
		t.Run(strings.TrimSuffix(filepath.Base(archive), ".txtar"), func(t *testing.T) { article(t, archive) })
	}
}

func article(t *testing.T, archive string) {
	raw, err := os.ReadFile(archive)
	if err != nil {
		t.Fatal(err)
	}
	files := txtar.Parse(raw).Files
	if len(files) < 2 {
		t.Fatal("an article and what is expected, please")
	}
	x := Briefing(files[0].Name, text.Source{Text: files[0].Data}, Options{})
	joined, actors := Join([]*model.Text{&x})
	g := &given{text: joined[0], actors: actors}
	known := map[string]bool{}
	if len(files) > 2 {
		for _, line := range lines(files[2].Data) {
			known[line] = true
		}
	}
	expected := lines(files[1].Data)
	for _, line := range expected {
		problem := g.check(line)
		switch {
		case problem == "" && known[line]:
			t.Errorf("no longer fails, take it out of the known: %s", line)
		case problem != "" && known[line]:
			t.Logf("known: %s\n  %s", line, problem)
		case problem != "":
			t.Errorf("%s\n  %s", line, problem)
		}
		delete(known, line)
	}
	for line := range known {
		t.Errorf("known, but not expected: %s", line)
	}
}

func lines(data []byte) (all []string) {
	for line := range strings.SplitSeq(string(data), "\n") {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			all = append(all, line)
		}
	}
	return all
}

// given is what an article gave.
type given struct {
	text   *model.Text
	actors []model.Actor
}

// check answers what is wrong with a line, empty where it holds.
func (g *given) check(line string) string {
	cells := strings.Split(line, " | ")
	for i := range cells {
		cells[i] = strings.TrimSpace(cells[i])
	}
	what, want := cells[0], cells[1:]
	switch what {
	case "date":
		return compare(want, []string{string(g.text.Briefing.Date)})
	case "day":
		return g.day(want)
	case "quote":
		return g.quote(want)
	case "proposal":
		return g.proposal(want)
	case "actor":
		return g.actor(want)
	case "nobody":
		for i := range g.actors {
			if a := &g.actors[i]; a.Name == want[0] || slices.Contains(a.Aliases, want[0]) {
				return fmt.Sprintf("is the %s %s", a.Kind, a.Name)
			}
		}
		return ""
	case "count":
		return compare(want, []string{fmt.Sprintf("%d quotes, %d proposals", g.count(), len(g.text.Proposals))})
	case "problem":
		for _, p := range g.text.Briefing.Problems {
			if strings.Contains(p.Message, want[0]) {
				return ""
			}
		}
		return fmt.Sprintf("no such problem: %v", g.text.Briefing.Problems)
	}
	return "no such sort of line: " + what
}

// compare answers the cells that differ.
func compare(want, got []string) string {
	var wrong []string
	for i := range want {
		if i < len(got) && want[i] != got[i] && !(want[i] == "-" && got[i] == "") {
			wrong = append(wrong, fmt.Sprintf("got “%s” for “%s”", got[i], want[i]))
		}
	}
	return strings.Join(wrong, ", ")
}

func (g *given) day(want []string) string {
	for _, d := range g.text.Days {
		if d.Words == want[0] && string(d.Date) == want[1] {
			return ""
		}
	}
	return fmt.Sprintf("got %v", g.text.Days)
}

func (g *given) count() (n int) {
	for i := range g.text.Quotes {
		if k := g.text.Quotes[i].Kind; k == model.Direct || k == model.Partial {
			n++
		}
	}
	return n
}

// fits tells whether words are those of a pattern, in which "…" stands for any.
func fits(words, pattern string) bool {
	before, after, open := strings.Cut(pattern, "…")
	words = strings.Trim(words, " ,.")
	if !open {
		return words == strings.Trim(pattern, " ,.")
	}
	return len(words) >= len(before)+len(after) && strings.HasPrefix(words, strings.TrimSpace(before)) &&
		strings.HasSuffix(words, strings.Trim(after, " ,."))
}

func (g *given) quote(want []string) string {
	var near []string
	for i := range g.text.Quotes {
		q := &g.text.Quotes[i]
		speaker := "nobody"
		if q.Speaker != nil {
			speaker = q.Speaker.Name
			if q.Speaker.Words != speaker {
				speaker += " (" + q.Speaker.Words + ")"
			}
		}
		if !fits(q.Text, want[0]) {
			near = append(near, q.Text)
			continue
		}
		return compare(want[1:], []string{
			q.Kind.String() + ", " + q.Grade.String(), speaker, strings.Join(q.Via, " + "), strings.Join(q.Tracks, " + "),
		})
	}
	return fmt.Sprintf("not found among %q", near)
}

func (g *given) proposal(want []string) string {
	var near []string
	for i := range g.text.Proposals {
		p := &g.text.Proposals[i]
		if !fits(strings.TrimPrefix(strings.TrimPrefix(p.Text, "to "), "that "), want[0]) {
			near = append(near, p.Text)
			continue
		}
		var by, elements []string
		for _, a := range p.Actors {
			by = append(by, a.Name)
		}
		for _, e := range p.Elements {
			elements = append(elements, e.Text)
		}
		return compare(want[1:], []string{
			p.Predicate.String(), p.Stance.Sign(), strings.Join(by, " + "), strings.Join(p.Tracks, " + "), strings.Join(elements, " / "),
		})
	}
	return fmt.Sprintf("not found among %q", near)
}

func (g *given) actor(want []string) string {
	var all []string
	for i := range g.actors {
		a := &g.actors[i]
		all = append(all, a.Name)
		if a.Name != want[0] {
			continue
		}
		if len(want) > 5 {
			for alias := range strings.SplitSeq(want[5], " + ") {
				if !slices.Contains(a.Aliases, alias) {
					return fmt.Sprintf("also %q", a.Aliases)
				}
			}
			want = want[:5]
		}
		return compare(want, []string{a.Name, a.Kind.String(), a.Party, a.Role, a.Code})
	}
	return fmt.Sprintf("not among %q", all)
}
