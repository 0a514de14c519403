package proposal

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"parley/model/example"
)

// wide answers the vocabulary with a gate that lets through every sentence with a word of triggers.
func wide() *table {
	open := *vocabulary()
	open.signs = slices.Clone(open.signs)
	for i := range open.signs {
		m := &open.signs[i].marks
		*m = *m&(topicalMark|triggerMark) | verbMark
	}
	return &open
}

// gated answers what is found in a text, and what would be without the gate.
func gated(text string, open *table) (found, all string) {
	d := lines(text)
	shut, wide := finder{doc: d, table: vocabulary(), ends: endModel()}, finder{doc: d, table: open, ends: endModel()}
	return describe(d, shut.run()), describe(d, wide.run())
}

// TestGate: the gate keeps nothing out of an example.
func TestGate(t *testing.T) {
	open := wide()
	example.Run(t, "testdata/*.txtar", func(t *testing.T, in example.Text) string {
		found, all := gated(string(in.Body), open)
		if all != found {
			t.Errorf("%s of %s: the gate lets through\n%sand without it there is\n%s", in.Name, in.Archive, found, all)
		}
		return found
	})
}

// TestGateOfAnyWords: nor out of any words of the tables in any order.
func TestGateOfAnyWords(t *testing.T) {
	open, r := wide(), rand.New(rand.NewPCG(1, 1))
	var triggers, others []string
	for i := range open.entries[1:] {
		if e := &open.entries[i+1]; e.groups.any(leading) {
			triggers = append(triggers, e.word)
		} else {
			others = append(others, e.word)
		}
	}
	others = append(others, "Oland", "the rebels", "officials", "quietly", "19", ",", "“", "”", "--", "The", "’s")
	frequent := strings.Fields("they it he talks that to of for on by was were is been said will would must not the a and")
	found := 0
	for range 5000 {
		var b strings.Builder
		for range 5 + r.IntN(20) {
			words := [...][]string{triggers, others, others, frequent, frequent}[r.IntN(5)]
			b.WriteString(words[r.IntN(len(words))] + " ")
		}
		shut, all := gated(b.String(), open)
		if shut != all {
			t.Errorf("%s: the gate lets through\n%sand without it there is\n%s", b.String(), shut, all)
		}
		if shut != "" {
			found++
		}
	}
	if found < 100 {
		t.Errorf("something was found in %d texts, and many are expected to hold something", found)
	}
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
		if all, _ := s.table.union(d.Tokens); s.worth(d.Tokens, all) {
			t.Errorf("looked at: %s", text)
		}
	}
}

// TestGateOpens: what stands between the words that a rule needs does not shut the gate.
func TestGateOpens(t *testing.T) {
	for _, text := range []string{
		"Oland will on Tuesday, 19 June, release them.",
		"Oland will quietly in May release them.",
		"He said, and nobody laughed, that they must go.",
		"The offers are signed by the guests.", // in the passive what is done stands before
		"They call loudly for it.",
		"They were “ready” to go.",
	} {
		d := lines(text)
		s := sentence{doc: d, table: vocabulary()}
		if all, _ := s.table.union(d.Tokens); !s.worth(d.Tokens, all) {
			t.Errorf("not looked at: %s", text)
		}
	}
}
