package samples

import (
	"io/fs"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"
)

// each calls do with every briefing of a talk, in the order of their names, which is that of their days.
func each(t *testing.T, talk Talk, do func(name, body string)) {
	t.Helper()
	names, err := fs.Glob(FS, talk.Root+"/*")
	if err != nil || len(names) == 0 {
		t.Fatalf("%s: no briefings: %v", talk.Root, err)
	}
	for _, name := range names {
		raw, err := fs.ReadFile(FS, name)
		if err != nil {
			t.Fatal(err)
		}
		do(name, string(raw))
	}
}

func TestTheFirstBriefingSaysThatItIsFiction(t *testing.T) {
	talks := Talks()
	first := true
	each(t, talks[0], func(name, body string) {
		if first && (!strings.Contains(body, "fictional exercise") || !strings.Contains(body, "This is an exercise.")) {
			t.Errorf("%s does not say that the talks are an exercise", name)
		}
		first = false
	})
}

func TestBriefingsAreOfReadableLength(t *testing.T) {
	for _, talk := range Talks() {
		most, least, n := 700, 250, 0
		if talk.Root == "london" {
			most, least = 300, 120
		}
		each(t, talk, func(name, body string) {
			n++
			if words := len(strings.Fields(body)); words < least || words > most {
				t.Errorf("%s has %d words, want %d to %d", name, words, least, most)
			}
			if !utf8.ValidString(body) || strings.ContainsAny(body, "\r\t\"") && !strings.HasPrefix(body, "+++") {
				t.Errorf("%s is not plain UTF-8 with curly marks", name)
			}
			for i, line := range strings.Split(body, "\n") {
				if strings.TrimRight(line, " ") != line {
					t.Errorf("%s:%d ends in a blank", name, i+1)
				}
			}
		})
		if want := map[string]int{"kestrel": 12, "london": 3}[talk.Root]; n != want {
			t.Errorf("%s has %d briefings, want %d", talk.Name, n, want)
		}
	}
}

// What stands between marks of quotation in the London briefings is a fragment, never a sentence of a newspaper.
func TestLondonQuotesFragmentsOnly(t *testing.T) {
	marked := regexp.MustCompile(`“([^”]*)”`)
	each(t, Talks()[1], func(name, body string) {
		for _, m := range marked.FindAllStringSubmatch(body, -1) {
			if n := len(strings.Fields(m[1])); n > 10 {
				t.Errorf("%s quotes %d words: %s", name, n, m[1])
			}
		}
	})
}
