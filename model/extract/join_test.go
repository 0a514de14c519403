package extract

import (
	"cmp"
	"slices"
	"strings"
	"testing"

	"parley/model"
	"parley/model/text"
)

// library splits briefings, named by letters, and joins them; newest first is the order given.
func library(t *testing.T, o Options, bodies ...string) ([]*model.Text, map[string]model.Actor) {
	t.Helper()
	var texts []*model.Text
	for i, body := range bodies {
		x := Briefing(string(rune('a'+i))+".md", text.Source{Text: []byte(body)}, o)
		texts = append(texts, &x)
	}
	joined, actors := Join(texts)
	all := map[string]model.Actor{}
	for _, a := range actors {
		all[a.ID] = a
	}
	return joined, all
}

// named answers the IDs of the actors of a name.
func named(all map[string]model.Actor, name string) (ids []string) {
	for id, a := range all {
		if a.Name == name {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	return ids
}

func TestJoin(t *testing.T) {
	for _, c := range []struct {
		rule   string
		bodies []string
		name   string
		want   int // actors of that name in the library
	}{
		{"the same full name is one", []string{"Ada Quill said no.", "Ada Quill said yes."}, "Ada Quill", 1},
		{"a surname without an introduction is its briefing's", []string{"Ada Quill said no.", "Mr. Quill said yes."}, "Quill", 1},
		{"two surnames in two briefings are two", []string{"Mr. Quill said no.", "Mr. Quill said yes."}, "Quill", 2},
		{"officials are never one", []string{"A senior official said no.", "A senior official said yes."}, "a senior official", 2},
		{"a state is one", []string{"Moscow said no.", "The Kremlin said yes.", "Russia agreed."}, "Russia", 1},
		{"old spellings are one", []string{"Kiev said no.", "Kyiv said yes."}, "Ukraine", 1},
		{"groups who say nothing are one", []string{"The rebels left the town.", "The rebels came back."}, "rebels", 1},
		{"a father is not his son", []string{"Omar Sallum said no.", "Omar Sallum Jr. said yes."}, "Omar Sallum", 1},
		{"nor his brother", []string{"Omar Sallum said no.", "Karim Sallum said yes."}, "Omar Sallum", 1},
	} {
		_, all := library(t, Options{}, c.bodies...)
		if got := named(all, c.name); len(got) != c.want {
			t.Errorf("%s: %q gives %q, want %d; all: %q", c.rule, c.bodies, got, c.want, keys(all))
		}
	}
}

func TestWhatIsDoubtfulIsOffered(t *testing.T) {
	_, all := library(t, Options{}, "Ada Quill said no. Bo Quill said nothing.", "Mr. Quill said yes.")
	ids := named(all, "Quill")
	if len(ids) != 1 {
		t.Fatalf("%q", keys(all))
	}
	got := slices.SortedFunc(slices.Values(all[ids[0]].Offered), func(a, b model.Offer) int { return cmp.Compare(a.ID, b.ID) })
	if want := []model.Offer{{ID: "ada quill", Name: "Ada Quill"}, {ID: "bo quill", Name: "Bo Quill"}}; !slices.Equal(got, want) {
		t.Errorf("Quill is offered %v, want %v", got, want)
	}
	for _, o := range got {
		if !slices.Contains(all[o.ID].Offered, model.Offer{ID: ids[0], Name: "Quill"}) {
			t.Errorf("%s is not offered Quill", o.Name)
		}
	}
}

func TestAListJoinsWhatTheSourcesKeepApart(t *testing.T) {
	o := Options{}.With([]Alias{{Name: "Ada Quill", Party: "Veld", Names: []string{"the envoy", "Quill of Veld"}}}, nil, false)
	_, all := library(t, o, "“No,” the envoy said.", "Ada Quill said yes.")
	a, ok := all["ada quill"]
	if !ok || a.Party != "Veld" || a.Origin != model.Reviewed || len(a.Mentions) < 2 {
		t.Errorf("%+v of %q", a, keys(all))
	}
}

// TestAnOfficeIsItsBriefings: whom one briefing calls "the envoy" is nobody's envoy in another; a list of the library may say so.
func TestAnOfficeIsItsBriefings(t *testing.T) {
	written := "---\nactors:\n  Ada Quill: {party: Veld, aliases: [the envoy, the President]}\n---\nThe envoy said yes. Ada Quill left.\n"
	texts, all := library(t, Options{}, written, "“No,” the envoy said. “Never,” said the President.", "Ada Quill put a paper before both. “No,” the envoy said.")
	if a := all["ada quill"]; !slices.Contains(a.Aliases, "the envoy") {
		t.Fatalf("%+v", a)
	}
	for _, x := range texts[1:] {
		for i := range x.Quotes {
			if q := &x.Quotes[i]; q.Speaker == nil || q.Speaker.Actor == "ada quill" || q.Speaker.Name == "Ada Quill" {
				t.Errorf("%s: %q was given to %+v", x.Briefing.File, q.Text, q.Speaker)
			}
		}
	}
}

// TestCodes holds that a code is one actor's, that a party and its people share a hue, and that only the unnamed are ??.
func TestCodes(t *testing.T) {
	_, all := library(t, Options{}, "Russian minister Ada Quill met French minister Alma Quist. Russian envoy Abel Quade and the "+
		"Veld Harbour Council spoke. A senior official said no. Ukraine, Russia and France agreed.")
	codes := map[string]string{}
	for id, a := range all {
		if unnamedID := strings.HasPrefix(id, "a senior official"); (a.Code == unnamed) != unnamedID {
			t.Errorf("%s has the code %s", id, a.Code)
		}
		if other, taken := codes[a.Code]; taken && a.Code != unnamed {
			t.Errorf("%s and %s are both %s", id, other, a.Code)
		}
		codes[a.Code] = id
		if len([]rune(a.Code)) != 2 {
			t.Errorf("%s has the code %q", id, a.Code)
		}
		if p, ok := all[strings.ToLower(a.Party)]; ok && p.Hue != a.Hue {
			t.Errorf("%s has the hue %d, its party %s %d", id, a.Hue, p.Name, p.Hue)
		}
	}
	for id, want := range map[string]string{"russia": "RU", "france": "FR", "ukraine": "UA"} {
		if all[id].Code != want {
			t.Errorf("%s is %q, want %s", id, all[id].Code, want)
		}
	}
	again, _ := library(t, Options{}, "Russia said no.")
	if again[0].Actors[0].Code != "RU" {
		t.Errorf("a state's code is its own in every library: %+v", again[0].Actors)
	}
}

func keys(all map[string]model.Actor) (ids []string) {
	for id := range all {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return ids
}
