package extract

import (
	"strings"
	"testing"

	"parley/model"
	"parley/model/text"
)

// An article as long as a file may be is taken apart whole.
func TestTheLongestArticleIsTakenApart(t *testing.T) {
	const last = "“We signed it at last,” said minister Ann Bo.\n"
	paragraph := "The envoys met again on Tuesday, and nothing that was said there by the ministers changed the draft agreement.\n\n"
	body := strings.Repeat(paragraph, (4<<20-len(last))/len(paragraph)) + last
	src, err := text.Decode([]byte(body))
	if err != nil {
		t.Fatal(err)
	}
	b := Briefing("a.md", src, Options{})
	if len(b.Briefing.Problems) > 0 {
		t.Errorf("problems: %v", b.Briefing.Problems)
	}
	if n := len(b.Quotes); n == 0 || b.Quotes[n-1].Span.End < len(body)-len(last) {
		t.Errorf("the last of %d quotes is not that of the last line", n)
	}
}

// Over each limit what came before is found, the reader is told, and the text is whole.
func TestWhatIsTooMuchIsSaid(t *testing.T) {
	first := "“We will not sign,” said minister Ann Bo.\n\n"
	for name, c := range map[string]struct {
		text, says string
		quotes     int // at least
	}{
		"words":       {first + strings.Repeat("a ", 1_000_000), "longer than is taken apart", 1},
		"one token":   {first + strings.Repeat("] ", 1_000_000), "longer than is taken apart", 1},
		"quotes":      {strings.Repeat(first, 35_000), "longer than is taken apart", 29_000},
		"open quotes": {first + strings.Repeat("“a b c ", 50_000), "longer than is taken apart", 1},
		"said":        {first + strings.Repeat("he said ", 60_000), "more than 30000 reported statements", 29_000},
		"proposals":   {first + strings.Repeat("Oland proposed talks. ", 40_000), "more than 30000 proposals", 1},
		"stray marks": {first + strings.Repeat("a” ", 1_000), "950 more quotation marks", 1},
		"callouts":    {strings.Repeat("> [!quote] Ann Bo\n> We will not.\n\n", 21_000), "more than 20000 statements are marked", 19_000},
		"a matrix": {"| Issue | Arland |\n|---|---|\n" + strings.Repeat("| Truce | + first |\n", 21_000),
			"more than 20000 statements are marked", 0},
		"a transcript": {"---\ntype: transcript\n---\n\n" + strings.Repeat("ANN BO: We will not.\n\n", 21_000),
			"more than 20000 statements are marked", 19_000},
	} {
		src, err := text.Decode([]byte(c.text))
		if err != nil {
			t.Fatal(err)
		}
		b := Briefing("a.md", src, Options{})
		if len(b.Quotes) < c.quotes {
			t.Errorf("%s: %d quotes are found, at least %d are there", name, len(b.Quotes), c.quotes)
		}
		if len(b.Quotes)+len(b.Proposals) > 60_000 || len(b.Briefing.Problems) > 200 {
			t.Errorf("%s: %d quotes, %d proposals, %d problems", name, len(b.Quotes), len(b.Proposals), len(b.Briefing.Problems))
		}
		if !told(b.Briefing.Problems, c.says) {
			t.Errorf("%s: %q is not said in %v", name, c.says, b.Briefing.Problems[:min(3, len(b.Briefing.Problems))])
		}
		if string(b.Body) != c.text {
			t.Errorf("%s: the text is not whole", name)
		}
	}
}

func told(problems []model.Problem, what string) bool {
	for _, p := range problems {
		if strings.Contains(p.Message, what) && p.Done != "" && p.Line > 0 {
			return true
		}
	}
	return false
}
