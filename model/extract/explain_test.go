package extract_test

import (
	"fmt"
	"strings"
	"testing"

	"parley/model/example"
	"parley/model/extract"
)

// Each archive of testdata/why holds briefings, and what a reader is told of why each statement is whose: the rule, the cue,
// who was chosen, and the notes.
func TestExplain(t *testing.T) {
	example.Run(t, "testdata/why/*.txtar", func(t *testing.T, in example.Text) string {
		src := source(t, string(in.Body))
		found := extract.Briefing(in.Name, src, extract.Options{})
		var b strings.Builder
		tell := func(id, words string) {
			why, ok := extract.Explain(in.Name, src, extract.Options{}, id)
			if !ok {
				t.Errorf("nothing is told of %q", words)
			}
			fmt.Fprintf(&b, "⟨%s⟩ %s: “%s”\n", words, why.Rule, why.Cue)
			for _, c := range why.Candidates {
				if c.Chosen {
					fmt.Fprintf(&b, "  chosen: %s = %s\n", c.Words, c.Name)
				}
			}
			for _, note := range why.Notes {
				fmt.Fprintf(&b, "  %s\n", note)
			}
		}
		for i := range found.Quotes {
			tell(found.Quotes[i].ID, found.Quotes[i].Text)
		}
		for i := range found.Proposals {
			tell(found.Proposals[i].ID, found.Proposals[i].Text)
		}
		return b.String()
	})
}
