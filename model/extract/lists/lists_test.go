package lists

import (
	"fmt"
	"strings"
	"testing"

	"parley/model"
	"parley/model/example"
)

// Each archive holds pairs: a list, and what is read of it with its problems. The name of the list says which it is.
func TestLists(t *testing.T) {
	example.Run(t, "testdata/*.txtar", func(_ *testing.T, in example.Text) string { return dump(in.Name, in.Body) })
}

func dump(name string, body []byte) string {
	var w strings.Builder
	var problems []model.Problem
	if strings.HasPrefix(name, "actors") {
		all, p := Actors("actors.yaml", body)
		problems = p
		for _, a := range all {
			kind := "kind not said"
			if a.Certain {
				kind = a.Kind.String()
			}
			fmt.Fprintf(&w, "%s | %s | %s | %s | %s | %s\n", a.Name, kind, a.Party, a.Role, a.Code, strings.Join(a.Names, ", "))
		}
	} else {
		strands, replace, p := Tracks("tracks.yaml", body)
		problems = p
		if replace {
			w.WriteString("instead of those shipped\n")
		}
		for _, s := range strands {
			fmt.Fprintf(&w, "%s: %s\n", s.Name, strings.Join(s.Words, " · "))
		}
	}
	for _, p := range problems {
		fmt.Fprintf(&w, "%s: %s; %s\n", p.Place(), p.Message, p.Done)
	}
	return w.String()
}

func FuzzLists(f *testing.F) {
	f.Add([]byte("A:\n  aliases: [b, c]\n- name: x\n"))
	f.Add([]byte("replace: true\nFish: [cod]\n"))
	f.Add([]byte("&a [*a]"))
	f.Add([]byte(strings.Repeat("- ", 4000)))
	f.Fuzz(func(t *testing.T, body []byte) {
		all, problems := Actors("a", body)
		seen := map[string]bool{}
		for _, a := range all {
			for _, name := range append(a.Names, a.Name) {
				if name == "" || seen[key(name)] {
					t.Errorf("%q stands for two", name)
				}
				seen[key(name)] = true
			}
		}
		strands, replace, more := Tracks("t", body)
		if replace && len(strands) == 0 {
			t.Error("nothing replaces the tracks")
		}
		for _, p := range append(problems, more...) {
			if p.Line < 1 || p.Message == "" || p.Done == "" {
				t.Errorf("a problem that says too little: %+v", p)
			}
		}
	})
}
