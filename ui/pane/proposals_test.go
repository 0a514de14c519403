package pane

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"parley/model"
)

// TestWhatIsDoneWithAProposal holds that the words of a found proposal never stand without what their holder does with
// them, as "attend" alone would say the opposite of "would not attend".
func TestWhatIsDoneWithAProposal(t *testing.T) {
	by := func(names ...string) (all []model.Mention) {
		for _, n := range names {
			all = append(all, model.Mention{Name: n, Words: n})
		}
		return all
	}
	for _, c := range []struct {
		p    model.Proposal
		want string
	}{
		{model.Proposal{Text: "attend", Predicate: model.Reject, Actors: by("Oduya")}, "Oduya · rejects · on record"},
		{model.Proposal{Text: "a truce", Predicate: model.Demand, Actors: by("Arland", "Union")}, "Arland + Union · demand"},
		{model.Proposal{Text: "the line", Predicate: model.Concede, Actors: by("Veyra")}, "Veyra · may concede"},
		{model.Proposal{Text: "talks", Predicate: model.Propose, Actors: by("Reku")}, "Reku · on record"},
		{model.Proposal{Text: "the map", Predicate: model.Reject}, "nobody named · on record"},
		{model.Proposal{Text: "no map", Predicate: model.Reject, Actors: by("Arland"), Origin: model.Written}, "Arland · on record"},
	} {
		p := NewProposals()
		p.SetSize(44, 6)
		c.p.Grade, c.p.Certainty = model.OnRecord, model.Sure
		p.SetAll([]model.Proposal{c.p})
		if got := ansi.Strip(p.View()); !strings.Contains(got, c.want) {
			t.Errorf("want %q in\n%s", c.want, got)
		}
	}
}
