package samples

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"parley/model"
	"parley/model/extract/written"
	"parley/model/markdown"
)

// The samples are the manual: between them they show every mark of the format, and no mark of theirs is a near miss.
func TestEveryMarkIsShown(t *testing.T) {
	shown := map[string]bool{}
	for _, talk := range Talks() {
		each(t, talk, func(name, body string) {
			doc := markdown.ParseNamed(name, []byte(body))
			m := written.Find(&doc, []byte(body))
			for _, p := range append(doc.Front.Problems, m.Problems...) {
				t.Errorf("%s:%d: %s", name, p.Line, p.Message)
			}
			if doc.Front.Date == "" || doc.Title == "" {
				t.Errorf("%s has date %q and title %q", name, doc.Front.Date, doc.Title)
			}
			see(shown, &doc, &m)
		})
	}
	for _, want := range []string{
		"head YAML", "head TOML", "head cable", "head mail", "head ", "type transcript", "type draft", "type non-paper", "type readout", "type cable",
		"type matrix", "actors map", "actors list", "unknown key", "date lead-in",
		"quote callout", "quote block quote", "quote transcript", "citation with date", "proposal callout", "proposal list", "stance with conditions",
		"elements", "position callout", "position matrix", "actor definition", "actor list", "actor link", "actor matrix",
		"track heading", "track braces", "bracket held", "bracket alternative", "bracket with holder in front", "draft fence", "heading Text",
		"insertion", "deletion", "footnote", "tag", "written number",
		"section actors", "section proposals", "section quotes", "section summary", "section comment", "section background", "section next steps", "section sources",
	} {
		if !shown[want] {
			t.Errorf("no sample shows: %s", want)
		}
	}
}

var sectionNames = map[written.Section]string{
	written.Actors: "actors", written.Proposals: "proposals", written.Quotes: "quotes", written.Summary: "summary", written.Comment: "comment",
	written.Background: "background", written.NextSteps: "next steps", written.Sources: "sources", written.Draft: "text",
}

// see notes what a briefing shows.
func see(shown map[string]bool, doc *markdown.Document, m *written.Marks) {
	mark := func(on bool, what string) { shown[what] = shown[what] || on }
	f := &doc.Front
	mark(true, "head "+f.Format)
	mark(true, "type "+f.Type)
	mark(len(f.Fields) > 0, "unknown key")
	mark(f.DateFrom == "lead-in", "date lead-in")
	for _, a := range f.Actors {
		mark(a.Code != "", "actors map")
		mark(a.Code == "" && a.Role != "", "actors list")
	}
	for i := range doc.Nodes {
		n := &doc.Nodes[i]
		mark(true, "section "+sectionNames[written.SectionOf(n.Heads)])
		mark(n.Kind == markdown.Heading && n.Track() != "", "track braces")
		mark(n.Kind == markdown.Heading && strings.HasPrefix(n.Plain(), "Track:"), "track heading")
		mark(n.Kind == markdown.Heading && n.Plain() == "Text", "heading Text")
		mark(n.Kind == markdown.Fence && n.Info() == "draft", "draft fence")
		mark(n.Ordinal > 0 && n.Paragraph == n.Ordinal, "written number")
	}
	for _, q := range m.Quotes {
		mark(true, "quote "+q.Rule)
		mark(q.Date != "", "citation with date")
	}
	for _, p := range m.Proposals {
		mark(true, "proposal "+p.Rule)
		mark(p.Stance == model.Conditional, "stance with conditions")
		mark(len(p.Elements) > 1, "elements")
	}
	for _, p := range m.Positions {
		mark(true, "position "+p.Rule)
	}
	for _, a := range m.Actors {
		mark(true, "actor "+a.Rule)
	}
	for _, b := range m.Brackets {
		mark(len(b.Holders) > 0, "bracket held")
		mark(b.Alternates > 0, "bracket alternative")
		mark(strings.HasPrefix(b.Text, "[AR: "), "bracket with holder in front")
	}
	for _, c := range m.Changes {
		mark(c.Deletion, "deletion")
		mark(!c.Deletion, "insertion")
	}
	mark(len(m.Notes) > 0, "footnote")
	mark(len(m.Tags) > 0, "tag")
}

// Every example of FORMAT.md means what the page says, without a near miss.
func TestFormatPageIsTrue(t *testing.T) {
	raw, err := os.ReadFile("../../FORMAT.md")
	if err != nil {
		t.Fatal(err)
	}
	var quotes, proposals, positions, actors, brackets, changes int
	for _, example := range regexp.MustCompile("(?s)```markdown\n(.*?)```").FindAllStringSubmatch(string(raw), -1) {
		src := []byte(example[1])
		doc := markdown.Parse(src)
		m := written.Find(&doc, src)
		for _, p := range append(doc.Front.Problems, m.Problems...) {
			t.Errorf("line %d of\n%s\n%s", p.Line, src, p.Message)
		}
		quotes, proposals, positions = quotes+len(m.Quotes), proposals+len(m.Proposals), positions+len(m.Positions)
		actors, brackets, changes = actors+len(m.Actors), brackets+len(m.Brackets), changes+len(m.Changes)
	}
	if got, want := [6]int{quotes, proposals, positions, actors, brackets, changes}, [6]int{2, 3, 6, 10, 4, 2}; got != want {
		t.Errorf("quotes, proposals, positions, actors, brackets, changes: %v, want %v", got, want)
	}
}
