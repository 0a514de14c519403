package extract_test

import (
	"strings"
	"testing"

	"parley/model"
	"parley/model/extract"
	"parley/model/text"
)

const doubled = "''We will sign,'' Ada Quill told reporters. ''Not today, though.''\n"

// TestDoubledApostrophes: words between them are reported speech, and a problem says so once a file; unless the front matter
// says that they are quotation marks.
func TestDoubledApostrophes(t *testing.T) {
	kinds := func(body string) (kinds []model.QuoteKind, speakers, problems string) {
		src, err := text.Decode([]byte(body))
		if err != nil {
			t.Fatal(err)
		}
		got := extract.Briefing("a.md", src, extract.Options{})
		for _, q := range got.Quotes {
			kinds = append(kinds, q.Kind)
			if q.Speaker != nil {
				speakers += q.Speaker.Name + ";"
			}
			if q.Kind == model.Indirect && q.Certainty == model.Sure {
				t.Errorf("%q is sure", q.Text)
			}
		}
		for _, p := range got.Briefing.Problems {
			problems += p.Message + ";"
		}
		return kinds, speakers, problems
	}
	for _, c := range []struct {
		head, problem string
		kind          model.QuoteKind
	}{
		{"", "uses '' as quotation marks, 2 times;", model.Indirect},
		{"---\nmarks: doubled\n---\n", "", model.Direct},
		{"---\nmarks: twice\n---\n", "marks “twice” is not known", model.Indirect},
	} {
		got, speakers, problems := kinds(c.head + doubled)
		if len(got) != 2 || got[0] != c.kind || got[1] != c.kind || speakers != "Ada Quill;Ada Quill;" {
			t.Errorf("%q: %v by %s", c.head, got, speakers)
		}
		if !strings.Contains(problems, c.problem) || c.problem == "" && problems != "" {
			t.Errorf("%q: problems %q", c.head, problems)
		}
	}
}
