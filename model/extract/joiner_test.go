package extract

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"parley/model"
	"parley/model/text"
)

// TestAJoinerIsJoin holds the way of many briefings to the way of few.
func TestAJoinerIsJoin(t *testing.T) {
	var texts []*model.Text
	for file, body := range map[string]string{
		"a.md": "## Actors\n\n- Lena Oduya (Arland), minister\n- the envoy: Tomas Reku (Veyra)\n\n“The line is ours,” Oduya said.\n",
		"b.md": "“No,” the envoy said. “Never,” said an official of Arland.\n",
		"c.md": "“Perhaps,” Reku said. Lena Oduya, the minister of Arland, said: “We will see.”\n",
	} {
		x := Briefing(file, text.Source{Text: []byte(body)}, Options{})
		texts = append(texts, &x)
	}
	want, wantActors := Join(texts)
	j := NewJoiner()
	for _, x := range texts {
		j.Names(x)
	}
	for _, x := range texts {
		j.Rest(x)
	}
	if d := cmp.Diff(wantActors, j.Settle()); d != "" {
		t.Errorf("actors differ: %s", d)
	}
	for i, x := range texts {
		if d := cmp.Diff(want[i], j.Rename(x)); d != "" {
			t.Errorf("%s differs: %s", x.Briefing.File, d)
		}
	}
}
