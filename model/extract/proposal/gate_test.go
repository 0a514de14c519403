package proposal

import (
	"slices"
	"testing"

	"parley/model/example"
)

// TestGate: where every sentence is looked at that holds a word of triggers, nothing else is found.
func TestGate(t *testing.T) {
	open := *vocabulary()
	open.signs = slices.Clone(open.signs)
	for i := range open.signs {
		m := &open.signs[i].marks
		*m = *m&(topicalMark|triggerMark) | verbMark
	}
	example.Run(t, "testdata/*.txtar", func(t *testing.T, in example.Text) string {
		d := lines(string(in.Body))
		shut, wide := finder{doc: d, table: vocabulary(), ends: endModel()}, finder{doc: d, table: &open, ends: endModel()}
		found := describe(d, shut.run())
		if all := describe(d, wide.run()); all != found {
			t.Errorf("%s of %s: the gate lets through\n%sand without it there is\n%s", in.Name, in.Archive, found, all)
		}
		return found
	})
}

// TestGateShuts: most of what holds a word of the tables and no proposal is not looked at.
func TestGateShuts(t *testing.T) {
	for _, text := range []string{
		"The weather was fine.",
		"The offer was on every wall of the town.",            // a verb behind an article is none
		"He had ordered a glass of water.",                    // no matter of negotiation
		"She called her sister, who came at noon.",            // no "for", no "on"
		"The plan was old.",                                   // and does nothing
		"It would rain, and the boats would be wet.",          // nothing that anybody does
		"Nobody was ready when the bell rang.",                // no "to"
		"There must be rain, said the farmer.",                // nobody says before that it must
		"The promise was forgotten, and so were the letters.", // no "to", no "of"
	} {
		d := lines(text)
		s := sentence{doc: d, table: vocabulary()}
		if from, to := d.SentenceTokens(0); s.worth(from, to) {
			t.Errorf("looked at: %s", text)
		}
	}
}
